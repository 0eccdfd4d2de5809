import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  lineOf,
  meantField,
  type NamedFields,
  type Note,
  nameMap,
} from '../../core/draft-fields.ts'
import { isMap, textOf, textsOf } from '../../core/draft-values.ts'
import { readDate } from '../../core/written-date.ts'
import { readNumber } from '../../core/written-number.ts'

/** The values of a metric over time, in the forms that people keep them in. */

export interface SeriesPoint {
  /** `YYYY-MM` and the like where it is a date, else as written: "Q1 2026". */
  readonly period: string
  readonly value: number
}

/** Columns of a table that holds one metric over time. */
const POINT_ALIASES: Aliases = {
  period: [
    'date',
    'month',
    'week',
    'quarter',
    'year',
    'day',
    'when',
    'time',
    'reporting period',
    'survey date',
  ],
  value: ['score', 'result', 'actual', 'share', 'percent', 'per cent', '%', 'nps', 'csat', 'ces', 'count'],
}
/** Columns that make each row a metric of its own. */
const METRIC_OF_ITS_OWN = /^(?:id|title|name|metric|kpi|phrase|statement|indicator|measure|target|goal|unit)$/

/** True for a table of periods and values alone: its rows are one metric. */
export function isSeriesTable(headers: readonly string[]): boolean {
  const meant = headers.map((header) => meantField(header, POINT_ALIASES))
  return (
    meant.includes('period') &&
    meant.includes('value') &&
    !headers.some((header) => METRIC_OF_ITS_OWN.test(header.trim().toLowerCase()))
  )
}

export interface SeriesReading {
  readonly points: readonly SeriesPoint[]
  readonly notes: readonly Note[]
}

/** Out of the rows of the table beside the file, else out of `series:`; the present value ends it. Sorted where every period is a date. */
export function readSeries(draft: Draft, named: NamedFields): SeriesReading {
  const { points, notes } = writtenSeries(draft, named)
  const now = pointOf([named.values['period'], named.values['value']])
  const isNew = now !== undefined && !points.some(({ period }) => period === now.period)
  return { points: inOrder(isNew && points.length > 0 ? [...points, now] : points), notes }
}

function writtenSeries(draft: Draft, named: NamedFields): SeriesReading {
  const written = draft.table?.map(({ cells }) => cells) ?? entriesOf(named.values['series'])
  const points = written.flatMap((entry) => pointOf(entry) ?? [])
  const lost = written.length - points.length
  const notes: Note[] =
    lost === 0
      ? []
      : [
          {
            ...(draft.table ? {} : lineOf(draft, named, 'series')),
            field: draft.table ? 'value' : 'series',
            severity: 'warning',
            message: `${lost} of ${written.length} values of the series could not be read and were left out.`,
            hint: 'Each needs a period, such as 2026-02, and a number without a separator for thousands.',
          },
        ]
  return { points, notes }
}

/** `[{period, value}]`, `{2025-03: 54}`, `[[2025-03, 54]]` and `2025-03: 54; 2025-04: 55` are one series. */
function entriesOf(written: unknown): readonly unknown[] {
  if (Array.isArray(written)) return written
  if (isMap(written)) return Object.entries(written)
  return textsOf(written).map((text) => /^(.+?)\s*[:=]\s*(\S.*)$/.exec(text)?.slice(1) ?? text)
}

function pointOf(entry: unknown): SeriesPoint | undefined {
  const [period, value] = pairOf(entry)
  const number = readNumber(value)
  const when = periodOf(period)
  return number === undefined || when === undefined ? undefined : { period: when, value: number }
}

function pairOf(entry: unknown): readonly unknown[] {
  if (Array.isArray(entry)) return entry
  const named = nameMap(entry, POINT_ALIASES)
  if ('period' in named || 'value' in named) return [named['period'], named['value']]
  // `- 2025-03: 54` is a map of one entry.
  return isMap(entry) ? (Object.entries(entry)[0] ?? []) : []
}

/** A period as text: a date in the one way that sorts, anything else as its author wrote it. */
export function periodOf(value: unknown): string | undefined {
  return readDate(value) ?? textOf(value)
}

function inOrder(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const dated = points.every(({ period }) => readDate(period) !== undefined)
  return dated ? points.toSorted((a, b) => (a.period < b.period ? -1 : a.period > b.period ? 1 : 0)) : points
}
