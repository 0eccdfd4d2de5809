import { useEffect, useRef } from 'react'
import { Input, SearchField } from 'react-aria-components'
import { FIND_SORTS } from '../../core/admin/find.ts'
import { ItemPage } from '../item/ItemPage.tsx'
import { Choice } from '../kit/Choice.tsx'
import { Empty, Trouble, Waiting } from '../kit/States.tsx'
import type { PlaceProps } from '../shell/places.ts'
import { useFormats, useWords } from '../words/use-words.ts'
import { Actions } from './Actions.tsx'
import { Filters } from './Filters.tsx'
import { Grid } from './Grid.tsx'
import { left, scrolled, searchFor, sortBy, useLibrary } from './library-store.ts'
import { type Found, useFound } from './use-found.ts'

/** Every item of the room; or one of them, where its id is in the address. */
export function LibraryPlace({ detail }: PlaceProps) {
  return detail === '' ? <Library /> : <ItemPage key={detail} id={detail} />
}

function Library() {
  const { library: words } = useWords()
  const formats = useFormats()
  const text = useLibrary((state) => state.text)
  const filters = useLibrary((state) => state.filters)
  const sort = useLibrary((state) => state.sort)
  const found = useFound({ text, filters, sort })
  const { answer } = found
  const selected = useLibrary((state) => state.selected)
  return (
    <div className="library-parts">
      <div className="library-head">
        <h1>{words.title}</h1>
        <Search />
        <Choice
          label={words.sort}
          value={sort}
          options={FIND_SORTS.map((value) => ({ value, label: words.sorts[value] }))}
          onChange={sortBy}
        />
        <Count found={found} />
      </div>
      <Filters facets={answer?.facets} />
      <List found={found} />
      <p className="unseen" role="status">
        {selected.size > 0 ? words.selected(selected.size, formats.number(selected.size)) : ''}
      </p>
      {selected.size > 0 ? <Actions found={found} /> : null}
    </div>
  )
}

function Search() {
  const { library: words } = useWords()
  const text = useLibrary((state) => state.text)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // Whoever comes by Ctrl+F or / wants to write; whoever comes back from an item finds her place again, and whoever
    // walks through the places by keys stays on her way.
    const isWalking = document.activeElement?.closest('nav') != null
    if (scrolled.px === 0 && !isWalking && !left.forItem) input.current?.focus({ preventScroll: true })
  }, [])
  return (
    <SearchField aria-label={words.search} value={text} onChange={searchFor} data-search="">
      <Input
        ref={input}
        placeholder={words.search}
        onKeyDown={(event) => {
          if (intoList(event.key)) event.preventDefault()
        }}
      />
    </SearchField>
  )
}

/** From the search right into what it found: the filters in between have a stop for each of their values. */
function intoList(key: string): boolean {
  const list = key === 'ArrowDown' ? document.querySelector<HTMLElement>('.found-grid') : null
  list?.focus()
  return list !== null
}

function Count({ found: { answer } }: { readonly found: Found }) {
  const { library: words } = useWords()
  const formats = useFormats()
  return (
    <p className="quiet found-count" role="status">
      {answer ? words.found(formats.number(answer.total), formats.number(answer.room)) : ''}
      {answer && !answer.isWhole ? `. ${words.notWhole}` : ''}
    </p>
  )
}

function List({ found }: { readonly found: Found }) {
  const { library: words } = useWords()
  const { answer, error } = found
  if (!answer) return error === undefined ? <Waiting /> : <Trouble error={error} />
  if (answer.total > 0) return <Grid found={found} total={answer.total} />
  return answer.room === 0 ? (
    <Empty title={words.emptyRoom} />
  ) : (
    <Empty title={words.nothing}>
      <p className="quiet">{words.nothingHint}</p>
    </Empty>
  )
}
