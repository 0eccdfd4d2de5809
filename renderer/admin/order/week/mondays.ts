import { DAY_MS } from '../../../core/week-hours.ts'
import { localMs } from '../../../core/zoned.ts'

/** Days are counted from 1970-01-01, which was a Thursday. */

/** The day that a clock in this zone shows. */
export function today(zone: string): number {
  return Math.floor(localMs(zone, Date.now()) / DAY_MS)
}

export function mondayOf(day: number): number {
  return day - ((day + 3) % 7)
}

/** Sunday 0. */
export function weekdayOf(day: number): number {
  return (day + 4) % 7
}
