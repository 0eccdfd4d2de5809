import { z } from 'zod'
import { localDate } from '../item.ts'
import type { ExportPart } from './ledger.ts'

/** Proof of play: what was on, for how long, over a range of the room's own days. */

export const HISTORY_BY = ['item', 'kind', 'persona', 'hour', 'day'] as const
export type HistoryBy = (typeof HISTORY_BY)[number]

export interface HistoryQuestion {
  /** First and last day, or minute, in the room's own time: `2026-03-01`, `2026-03-01T09:00`. */
  readonly from: string
  readonly to: string
  readonly by: HistoryBy
  /** All screens of this machine's record where absent. */
  readonly screen?: string | undefined
}

export interface HistoryRow {
  /** An id, a kind, a persona as items name her, an hour of the day `00` to `23`, or a day `2026-03-01`. */
  readonly key: string
  /** What to call it: an item's title as it was shown. Empty where the key says it. */
  readonly title: string
  readonly kind?: string | undefined
  readonly plays: number
  /** Time on the wall, ms. A slide that is still on counts until now. */
  readonly shownMs: number
  /** ms since 1970 UTC */
  readonly firstAt: number
  readonly lastAt: number
  /** False for an item that is no longer in the room. */
  readonly isInRoom: boolean
}

/** How a promise fared in the range, by the time that the wall was on. */
export interface PromiseHistory {
  /** As it is told: `every persona within 1 h`. */
  readonly promise: string
  readonly values: readonly PromiseValue[]
  /** Gaps that were short enough, and those that were not, of all values. */
  readonly kept: number
  readonly missed: number
}

export interface PromiseValue {
  readonly value: string
  readonly plays: number
  readonly kept: number
  readonly missed: number
  /** The longest time on the wall without it, ms. */
  readonly longestGapMs: number
}

export interface HistoryAnswer {
  /** Most time first; hours and days in their order. At most 5,000. */
  readonly rows: readonly HistoryRow[]
  readonly rowsInAll: number
  readonly plays: number
  readonly shownMs: number
  /** Plays by hour of the day (24 numbers, from 0) and by day of the week (7, Monday first) for a chart. */
  readonly byHour: readonly number[]
  readonly byWeekday: readonly number[]
  /** Time on the wall, ms, by hour of the week: 168 numbers, Monday's first hour first. */
  readonly byWeekHour: readonly number[]
  readonly promises: readonly PromiseHistory[]
  /** IANA name of the room's zone, in which days and hours are meant. */
  readonly zone: string
}

export type HistoryOutcome =
  | { readonly ok: true; readonly history: HistoryAnswer }
  | { readonly ok: false; readonly message: string; readonly hint: string }

export interface HistoryCalls {
  history(question: HistoryQuestion): HistoryOutcome
  /** Every play of the range as CSV (RFC 4180), 5,000 rows at a time. `after` 0 begins. */
  historyExport(question: Omit<HistoryQuestion, 'by'> & { readonly after: number }): ExportPart
}

const range = { from: localDate, to: localDate, screen: z.string().max(300).optional() }

export const historyArguments: {
  readonly [Name in keyof HistoryCalls]: z.ZodType<Parameters<HistoryCalls[Name]>>
} = {
  history: z.tuple([z.strictObject({ ...range, by: z.enum(HISTORY_BY) })]),
  historyExport: z.tuple([z.strictObject({ ...range, after: z.number().int().min(0) })]),
}
