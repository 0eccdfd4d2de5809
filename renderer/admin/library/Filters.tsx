import { memo } from 'react'
import { Checkbox, CheckboxGroup, Label } from 'react-aria-components'
import { FACETS, type Facet, type FacetCount, type FindFilters } from '../../core/admin/find.ts'
import { Button } from '../kit/Button.tsx'
import { useFormats, useWords, type Words } from '../words/use-words.ts'
import { clearFilters, narrow, useLibrary } from './library-store.ts'

interface Props {
  readonly facets: { readonly [Each in Facet]: readonly FacetCount[] } | undefined
}

/** Values of one facet that are told; the rest is found by search. */
const MOST_VALUES = 12

/** What the list can be narrowed by, each with how many would be found. */
export const Filters = memo(function Filters({ facets }: Props) {
  const { library: words } = useWords()
  const filters = useLibrary((state) => state.filters)
  const isNarrowed = Object.values(filters).some((values) => values !== undefined)
  return (
    <section className="filters" aria-labelledby="filters">
      <h2 id="filters">{words.filters}</h2>
      {isNarrowed ? (
        <p>
          <Button weight="plain" onPress={clearFilters}>
            {words.clear}
          </Button>
        </p>
      ) : null}
      {facets
        ? FACETS.map((facet) => (
            <FacetFilter key={facet} facet={facet} counts={facets[facet]} filters={filters} />
          ))
        : null}
    </section>
  )
})

interface FacetProps {
  readonly facet: Facet
  readonly counts: readonly FacetCount[]
  readonly filters: FindFilters
}

function FacetFilter({ facet, counts, filters }: FacetProps) {
  const words = useWords()
  const formats = useFormats()
  const chosen = filters[facet] ?? []
  const named = counts.filter(({ value }) => value !== '' || chosen.includes(''))
  // What is chosen stays in sight, though nothing of it is found.
  const missing = chosen.filter((value) => !counts.some((each) => each.value === value))
  const told = [...missing.map((value) => ({ value, count: 0 })), ...counts.slice(0, MOST_VALUES)]
  if (named.length === 0 && chosen.length === 0) return null
  return (
    <CheckboxGroup value={[...chosen]} onChange={(values) => narrow(facet, values)}>
      <Label>{words.library.facets[facet]}</Label>
      {told.map(({ value, count }) => (
        <Checkbox key={value} value={value} className="check">
          <span className="box" aria-hidden="true" />
          <bdi>{facetWord(words, facet, value)}</bdi>
          <span className="count tabular">{formats.number(count)}</span>
        </Checkbox>
      ))}
    </CheckboxGroup>
  )
}

function facetWord({ library, kinds }: Words, facet: Facet, value: string): string {
  const known: Readonly<Record<string, string>> =
    facet === 'kind' ? kinds : facet === 'standing' ? library.standings : facet === 'age' ? library.ages : {}
  return value === '' ? library.none : (known[value] ?? value)
}
