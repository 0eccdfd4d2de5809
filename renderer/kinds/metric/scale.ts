import { readDate } from '../../core/written-date.ts'
import type { MetricBody } from './schema.ts'
import type { SeriesPoint } from './series.ts'

/** Where figures stand on the wall: as parts of a width, never past the data. */

/** A share of people, drawn as a hundred strokes: only where figure and promise are both among the hundred. */
export function isShare({ unit, value, target }: MetricBody): boolean {
  return unit === '%' && [value, target].every((share) => share >= 0 && share <= 100)
}

export type StrokeLook = 'reached' | 'promised' | 'beyond'

export interface Stroke {
  readonly look: StrokeLook
  /** How much of a stroke that is begun is reached, 0..1; 1 for a whole one. */
  readonly part: number
}

/** The hundred strokes of a share, in order. What is promised is outlined; where less is better, nothing is left to reach. */
export function strokesOf(value: number, target: number, direction: MetricBody['direction']): Stroke[] {
  return Array.from({ length: 100 }, (_, index) => {
    const part = Math.min(1, Math.max(0, value - index))
    if (part > 0) return { look: 'reached', part }
    return { look: direction === 'up' && index < target ? 'promised' : 'beyond', part: 0 }
  })
}

export interface LineScale {
  /** Places of zero, the value and the promise along the line, 0..1. */
  readonly zero: number
  readonly value: number
  readonly target: number
}

/** Room at the end of the line beyond the larger figure, as part of the line. */
const BEYOND = 0.08

/** A line that always holds zero, so that lengths can be compared. */
export function lineScale(value: number, target: number): LineScale {
  const low = Math.min(0, value, target)
  const high = Math.max(0, value, target)
  const span = high - low || 1
  const from = low < 0 ? low - span * BEYOND : 0
  const to = high > 0 ? high + span * BEYOND : 0
  const place = (figure: number): number => (figure - from) / (to - from || 1)
  return { zero: place(0), value: place(value), target: place(target) }
}

/** Points of a trend, both 0..1: time along, value down from the top. By the calendar where every period is a date. */
export function trendPoints(series: readonly SeriesPoint[]): { readonly x: number; readonly y: number }[] {
  const values = series.map((point) => point.value)
  const low = Math.min(...values)
  const span = Math.max(...values) - low
  const times = timesOf(series)
  const first = times[0] ?? 0
  const length = (times.at(-1) ?? 1) - first || 1
  return series.map(({ value }, index) => ({
    x: ((times[index] ?? 0) - first) / length,
    y: span === 0 ? 0.5 : 1 - (value - low) / span,
  }))
}

function timesOf(series: readonly SeriesPoint[]): number[] {
  const dates = series.map(({ period }) => readDate(period))
  const days = dates.map((date) => {
    const [year = 1970, month = 1, day = 1] = (date ?? '').slice(0, 10).split('-').map(Number)
    return date === undefined ? Number.NaN : Date.UTC(year, month - 1, day)
  })
  return days.every(Number.isFinite) ? days : series.map((_, index) => index)
}
