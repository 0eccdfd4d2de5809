import { create } from 'zustand'
import type { Facet, FindFilters, FindSort } from '../../core/admin/find.ts'

/** What is looked for and what is selected: kept while somebody is at one of the items, and when she comes back. */
interface LibraryState {
  readonly text: string
  readonly filters: FindFilters
  readonly sort: FindSort
  readonly selected: ReadonlySet<string>
  /** Title of one that is selected, for the sentence. */
  readonly title: string
  /** Index of the item that the keys are at, and of the one that a range begins with. */
  readonly active: number
  readonly anchor: number
}

const NONE: ReadonlySet<string> = new Set()

export const useLibrary = create<LibraryState>()(() => ({
  text: '',
  filters: {},
  sort: 'relevance',
  selected: NONE,
  title: '',
  active: 0,
  anchor: 0,
}))

/** Another list begins at its first item, with nothing selected that may not be in it. */
const ANEW = { selected: NONE, active: 0, anchor: 0 } as const

/** How far the list was scrolled, px: kept for whoever comes back. No state: nothing is drawn anew for it. */
export const scrolled = { px: 0 }

/** Whether somebody is at one of the items that she opened from the list: coming back, she goes on where she was. */
export const left = { forItem: false }

function lookAnew(part: Partial<Pick<LibraryState, 'text' | 'sort' | 'filters'>>): void {
  scrolled.px = 0
  useLibrary.setState({ ...part, ...ANEW })
}

export const searchFor = (text: string): void => lookAnew({ text })
export const sortBy = (sort: FindSort): void => lookAnew({ sort })
export const clearFilters = (): void => lookAnew({ filters: {} })
export const select = (selected: ReadonlySet<string>, title: string): void =>
  useLibrary.setState({ selected, title })
export const clearSelection = (): void => useLibrary.setState({ selected: NONE })

export function narrow(facet: Facet, values: readonly string[]): void {
  const { filters } = useLibrary.getState()
  lookAnew({ filters: { ...filters, [facet]: values.length > 0 ? values : undefined } })
}
