import { createContext, type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react'
import { type FitSearch, startFit, stepFit } from './fit.ts'
import { measureFit } from './measure-fit.ts'
import type { Unfit } from './slide-props.ts'

interface FitOptions {
  /** Changes whenever the search must begin anew: item, part, stage. */
  readonly key: string
  /** Words of the slide's text, for the report. */
  readonly words: number
  readonly onUnfit: (unfit: Unfit) => void
}

interface Fit<Layout> {
  /** For the slide's root element. */
  readonly ref: RefObject<HTMLDivElement | null>
  readonly layout: Layout
}

/**
 * Tries layouts until one fits, before anything is painted (layout effects run in the same frame). `groups` go from
 * generous to tight, never empty. Where nothing fits, the tightest stays and is reported; so is a layout with `keptWords`
 * below `words`.
 */
export function useFit<Layout>(
  groups: readonly (readonly Layout[])[],
  { key, words, onUnfit }: FitOptions,
): Fit<Layout> {
  const ref = useRef<HTMLDivElement>(null)
  const sizes = groups.map((group) => group.length)
  const fonts = useFontsLoaded()
  // A text that is changed while it is on offers other layouts: the place that was found among the old ones is none of them.
  const searchKey = `${key} ${fonts} ${words} ${sizes.join(' ')}`
  const [state, setState] = useState(() => ({ key: searchKey, search: startFit(sizes) }))
  const search = state.key === searchKey ? state.search : startFit(sizes)

  useLayoutEffect(() => {
    if (search.done || !ref.current) return
    const report = measureFit(ref.current)
    const next = stepFit(search, report.fits, sizes)
    setState({ key: searchKey, search: next })
    if (!next.done) return
    const kept = keptWords(pick(groups, next))
    if (next.misfit) onUnfit({ words, holds: Math.floor(Math.min(words, kept ?? words) * report.holds) })
    else if (kept !== undefined && kept < words) onUnfit({ words, holds: kept })
  })

  return { ref, layout: pick(groups, search) }
}

/** A layout that had to leave words out says how many it keeps. */
function keptWords(layout: unknown): number | undefined {
  if (typeof layout !== 'object' || layout === null || !('keptWords' in layout)) return undefined
  return typeof layout.keptWords === 'number' ? layout.keptWords : undefined
}

function pick<Layout>(groups: readonly (readonly Layout[])[], { group, probe }: FitSearch): Layout {
  const layout = groups[group]?.[probe]
  if (layout === undefined) throw new Error('A slide offered no layout to choose from.')
  return layout
}

/** True around a slide whose own fonts were all there before it was laid out: those that others load later are not its business. */
export const FontsAreHere = createContext(false)

/** How many times fonts have arrived since: text that was measured in another font is measured anew. */
function useFontsLoaded(): number {
  const [loads, setLoads] = useState(0)
  const isSettled = useContext(FontsAreHere)
  useLayoutEffect(() => {
    if (isSettled) return
    const listener = (): void => setLoads((count) => count + 1)
    document.fonts.addEventListener('loadingdone', listener)
    return () => document.fonts.removeEventListener('loadingdone', listener)
  }, [isSettled])
  return loads
}
