import { z } from 'zod'
import type { PlayView, ScreenView } from '../contract.ts'
import type { Decision } from '../curation.ts'
import type { Standing } from '../standing.ts'
import type { WhyNot } from '../why-not.ts'

/** Finding items among very many, and all that is to be said of one: what the curator's library asks of the host. */

export const STANDINGS = ['shown', 'withheld', 'expired', 'not-yet', 'hidden', 'closed'] as const
export type StandingState = Standing['state']

/** How long ago it was captured: up to so long, in days; `undated` where nobody said. */
export const AGES = ['month', 'quarter', 'half', 'year', 'two-years', 'older', 'undated'] as const
export type Age = (typeof AGES)[number]

/** What a list is narrowed by, and counted by. */
export const FACETS = [
  'kind',
  'standing',
  'persona',
  'stage',
  'theme',
  'segment',
  'department',
  'age',
] as const
export type Facet = (typeof FACETS)[number]

/** Any of the values of a facet will do, all facets have to agree. An empty text stands for items that name none. */
export type FindFilters = { readonly [Each in Facet]?: readonly string[] | undefined }

/** `relevance` is the order of `place` with what is found in titles and places first; where there is no text it is `place`. */
export const FIND_SORTS = [
  'relevance',
  'title',
  'place',
  'newest',
  'oldest',
  'most-played',
  'least-played',
  'last-shown',
  'longest-unseen',
  'weight',
] as const
export type FindSort = (typeof FIND_SORTS)[number]

export interface FindQuery {
  /** Words as they are typed: each of three letters or more is found anywhere, a shorter one at the begin of a word. */
  readonly text?: string | undefined
  readonly filters?: FindFilters | undefined
  /** Whose audience standing is told for; the machine's own screen where absent. */
  readonly screen?: string | undefined
  readonly sort?: FindSort | undefined
  /** Index of the first row, from 0. */
  readonly from: number
  /** Rows, at most 500. */
  readonly count: number
}

export interface FindRow {
  readonly id: string
  readonly kind: string
  readonly title: string
  /** POSIX path relative to the content folder, 1-based line. */
  readonly path: string
  readonly line: number
  readonly standing: StandingState
  /** The first of the reasons why it is not shown. */
  readonly reason?: string | undefined
  /** With its curator's decision, 0..100. */
  readonly weight: number
  readonly isPinned: boolean
  /** Of the time on the wall, 0..1, on the machine's own screen; absent where it does not come. */
  readonly share?: number | undefined
  readonly plays: number
  /** ms since 1970 UTC */
  readonly lastShownAt?: number | undefined
  /** As precise as it was written. */
  readonly captured?: string | undefined
  /** Of what may be shown at this moment and has a picture: served by media://. */
  readonly thumbnail?: { readonly hash: string; readonly width: number; readonly height: number } | undefined
}

export interface FacetCount {
  /** Empty for items that name none. */
  readonly value: string
  /** Items that would be found if this facet were narrowed to this value alone. */
  readonly count: number
}

export interface FindAnswer {
  /** Of the library that was searched. */
  readonly revision: number
  /** Items found, in all windows together. */
  readonly total: number
  /** Items in the room. */
  readonly room: number
  readonly rows: readonly FindRow[]
  /** The most frequent values first; at most 200 each. */
  readonly facets: { readonly [Each in Facet]: readonly FacetCount[] }
  /** False while texts are still being taken in: what is not found by its words may be in them. */
  readonly isWhole: boolean
}

/** Where a field was said. */
export interface FieldPlace {
  /** POSIX path relative to the content folder. */
  readonly path: string
  /** 1-based. */
  readonly line?: number | undefined
  /** The name that the author gave it, where that is another than ours; of a table's row the column. */
  readonly writtenAs?: string | undefined
  /** The item's own file, a file beside it, or what room.yaml says of its folder. */
  readonly by: 'file' | 'sidecar' | 'defaults'
}

export interface ItemField {
  readonly name: string
  readonly of: 'envelope' | 'body'
  readonly value: unknown
  /** Absent where it was inferred, or where nobody can say. */
  readonly place?: FieldPlace | undefined
  /** As its own file has it, before it was read: what is changed is changed there. */
  readonly written?: unknown
}

/** A screen that slides are looked at for: one that room.yaml describes, or the machine's own. */
export interface ScreenShape {
  readonly view: ScreenView
  /** px, as it hangs. Only their proportion counts: letters are as large as the panel and the distance ask. */
  readonly shape: { readonly widthPx: number; readonly heightPx: number }
}

export interface ScreenPlays {
  readonly screen: string
  readonly plays: number
  /** ms since 1970 UTC */
  readonly lastAt: number
}

export interface ItemDetail {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly path: string
  readonly line: number
  /** Every file that it was read from, as far as they are beside each other; its own first. */
  readonly files: readonly string[]
  readonly standing: StandingState
  readonly reasons: readonly string[]
  /** All that keeps it from this screen just now, orders and hours among them; empty where it may come. */
  readonly whyNot: readonly WhyNot[]
  /** What was said, whoever may see it: the curator has the file. */
  readonly fields: readonly ItemField[]
  readonly decision?: Decision | undefined
  readonly weight: number
  readonly share?: number | undefined
  /** When it is next due, ms since 1970 UTC; absent where nobody can say. */
  readonly nextDueAt?: number | undefined
  readonly plays: number
  readonly byScreen: readonly ScreenPlays[]
  /** Where its fields can be written: a file of its own, a row of a table, or one of several in a document. */
  readonly kept: 'file' | 'row' | 'part'
  /** The screen that it is told for, and all that it could be. */
  readonly screen: ScreenView
  readonly screens: readonly ScreenShape[]
  /** Its slides at the asked shape; none of what has no standing, of which nothing is made. */
  readonly views: readonly PlayView[]
}

export type ItemAnswer =
  | { readonly ok: true; readonly item: ItemDetail }
  | { readonly ok: false; readonly message: string; readonly hint: string }

export interface ItemQuestion {
  readonly id: string
  readonly screen?: string | undefined
  /** The shape that its slides are divided for, px; the machine's own screen where absent. */
  readonly shape?: { readonly widthPx: number; readonly heightPx: number } | undefined
}

export interface FindCalls {
  /** A window of the items that are found, and what they could be narrowed by. */
  find(query: FindQuery): FindAnswer
  /** The ids of all that is found, in their order, so that many can be acted on: `from` and `count` are passed over. */
  findIds(query: FindQuery): { readonly revision: number; readonly ids: readonly string[] }
  item(question: ItemQuestion): ItemAnswer
}

const name = z.string().max(300)
const some = z.array(name).max(200).optional()
const query = z.strictObject({
  text: z.string().max(500).optional(),
  filters: z
    .strictObject({
      kind: some,
      standing: some,
      persona: some,
      stage: some,
      theme: some,
      segment: some,
      department: some,
      age: some,
    })
    .optional(),
  screen: name.optional(),
  sort: z.enum(FIND_SORTS).optional(),
  from: z.number().int().min(0).max(10_000_000),
  count: z.number().int().min(0).max(500),
})
const shape = z.strictObject({
  widthPx: z.number().int().min(100).max(20_000),
  heightPx: z.number().int().min(100).max(20_000),
})

export const findArguments: { readonly [Name in keyof FindCalls]: z.ZodType<Parameters<FindCalls[Name]>> } = {
  find: z.tuple([query]),
  findIds: z.tuple([query]),
  item: z.tuple([
    z.strictObject({ id: z.string().min(1).max(2_000), screen: name.optional(), shape: shape.optional() }),
  ]),
}
