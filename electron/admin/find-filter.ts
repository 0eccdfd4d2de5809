import {
  AGES,
  FACETS,
  type Facet,
  type FacetCount,
  type FindFilters,
  STANDINGS,
} from '../../renderer/core/admin/find.ts'
import { type ItemColumns, type ListName, UNDATED } from './item-columns.ts'

/** Which slots agree with all facets, and how many would with another choice in one of them: one pass over numbers. */

export interface Matched {
  /** 1 for each slot that is found. */
  readonly mask: Uint8Array
  readonly total: number
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>
}

export interface FilterParts {
  readonly columns: ItemColumns
  /** Standing of each slot: index into STANDINGS. */
  readonly states: Uint8Array
  readonly filters: FindFilters
  /** 1 for each slot that the words are found in; all of them where absent. */
  readonly words?: Uint8Array | undefined
  /** Days since 1970, in the room's own time. */
  readonly today: number
}

const MOST_COUNTS = 200
/** An age of so many days or fewer is of the bucket; the last is for all others. */
const AGE_DAYS = [31, 92, 183, 366, 731] as const

/** One facet as the pass sees it: a number for each slot, and what numbers agree. */
interface Column {
  readonly facet: Facet
  readonly numberAt: (slot: number) => number
  /** What the values of each number are called. */
  readonly values: readonly (readonly string[])[]
  /** 1 for each number that agrees; absent where all do. */
  readonly agrees?: Uint8Array | undefined
  readonly counts: Uint32Array
}

export function matchSlots(parts: FilterParts): Matched {
  const { columns, words } = parts
  const all = FACETS.map((facet) => columnOf(facet, parts))
  const narrowed = all.filter(({ agrees }) => agrees !== undefined)
  const mask = new Uint8Array(columns.length)
  let total = 0
  for (let slot = 0; slot < columns.length; slot += 1) {
    if (columns.cards[slot] === undefined || (words && words[slot] !== 1)) continue
    let against: Column | undefined
    let isOut = false
    for (const column of narrowed) {
      if (column.agrees?.[column.numberAt(slot)] === 1) continue
      isOut = against !== undefined
      if (isOut) break
      against = column
    }
    if (isOut) continue
    if (against) {
      count(against, slot)
      continue
    }
    mask[slot] = 1
    total += 1
    for (const column of all) count(column, slot)
  }
  const of = (facet: Facet): readonly FacetCount[] =>
    all.flatMap((each) => (each.facet === facet ? countsOf(each) : []))
  return { mask, total, facets: facetRecord(of) }
}

function facetRecord<Value>(of: (facet: Facet) => Value): Readonly<Record<Facet, Value>> {
  return {
    kind: of('kind'),
    standing: of('standing'),
    persona: of('persona'),
    stage: of('stage'),
    theme: of('theme'),
    segment: of('segment'),
    department: of('department'),
    age: of('age'),
  }
}

function count({ counts, numberAt }: Column, slot: number): void {
  const number = numberAt(slot)
  counts[number] = (counts[number] ?? 0) + 1
}

function columnOf(facet: Facet, parts: FilterParts): Column {
  const { columns, states, filters, today } = parts
  const [values, numberAt] = valuesOf(facet, columns, states, today)
  const wanted = filters[facet]
  const agrees = wanted && wanted.length > 0 ? agreement(values, wanted) : undefined
  return { facet, numberAt, values, agrees, counts: new Uint32Array(values.length) }
}

function valuesOf(
  facet: Facet,
  columns: ItemColumns,
  states: Uint8Array,
  today: number,
): readonly [readonly (readonly string[])[], (slot: number) => number] {
  if (facet === 'kind') return [columns.kinds.map((kind) => [kind]), (slot) => columns.kind[slot] ?? 0]
  if (facet === 'standing') return [STANDINGS.map((state) => [state]), (slot) => states[slot] ?? 0]
  if (facet === 'age')
    return [AGES.map((age) => [age]), (slot) => ageNumber(columns.captured[slot] ?? UNDATED, today)]
  const list: ListName = facet
  const column = columns.lists[list]
  return [columns.sets[list].sets, (slot) => column[slot] ?? 0]
}

/** Index into AGES. What is dated in the future is young. */
export function ageNumber(captured: number, today: number): number {
  if (captured === UNDATED) return AGES.length - 1
  const bucket = AGE_DAYS.findIndex((days) => today - captured <= days)
  return bucket < 0 ? AGE_DAYS.length : bucket
}

/** An empty text agrees with who names nothing. */
function agreement(values: readonly (readonly string[])[], wanted: readonly string[]): Uint8Array {
  const set = new Set(wanted)
  return Uint8Array.from(values, (names) =>
    names.length === 0 ? Number(set.has('')) : Number(names.some((name) => set.has(name))),
  )
}

function countsOf({ values, counts }: Column): FacetCount[] {
  const byValue = new Map<string, number>()
  for (const [number, names] of values.entries()) {
    const found = counts[number] ?? 0
    if (found === 0) continue
    for (const name of names.length === 0 ? [''] : names) byValue.set(name, (byValue.get(name) ?? 0) + found)
  }
  return [...byValue]
    .map(([value, found]) => ({ value, count: found }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_COUNTS)
}
