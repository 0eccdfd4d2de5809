import { DAY_MS, MINUTE_MS } from './week-hours.ts'
import { type LocalMs, localMs, machineZone } from './zoned.ts'

/** The clock on the wall: local date and time as text that sorts, so that rules compare strings. */

/** `YYYY-MM-DDTHH:MM` in an IANA zone (the machine's own where absent) at `now`, ms since 1970 UTC. */
export function localMinute(now: number, timeZone?: string): string {
  return minuteText(localMs(timeZone ?? machineZone(now), now))
}

export function minuteText(local: LocalMs): string {
  return new Date(local).toISOString().slice(0, 16)
}

/** The time shown in a `minute`, or when a date of any precision begins: a bare year or month with its first day. */
export function beginOf(date: string): LocalMs {
  return Date.parse(`${date.padEnd(16, FIRST.slice(date.length))}Z`)
}

const FIRST = '0000-01-01T00:00'

/** When a date of any precision is over: a bare year, month, day or minute ends with its last. */
export function endOf(date: string): LocalMs {
  const begin = beginOf(date)
  if (date.length === 16) return begin + MINUTE_MS
  if (date.length === 10) return begin + DAY_MS
  const first = new Date(begin)
  const months = date.length === 4 ? 12 : 1
  return first.setUTCMonth(first.getUTCMonth() + months)
}

/** True from the first minute of `date` on; a bare year or month begins on its first day. */
export function hasBegun(date: string, minute: string): boolean {
  return minute.slice(0, date.length) >= date
}

/** True after the last minute of `date`; a bare year, month or day ends with it. */
export function isOver(date: string, minute: string): boolean {
  return minute.slice(0, date.length) > date
}

/**
 * A date so many calendar months later, as precise as it was; the 31st becomes the last day of a shorter month.
 * A year or a month counts from its first day.
 */
export function addMonths(date: string, months: number): string {
  const [year = 1970, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  const total = year * 12 + (month - 1) + months
  const lastDay = new Date(Date.UTC(Math.floor(total / 12), (total % 12) + 1, 0)).getUTCDate()
  const text = (value: number, width: number): string => String(value).padStart(width, '0')
  return `${text(Math.floor(total / 12), 4)}-${text((total % 12) + 1, 2)}-${text(Math.min(day, lastDay), 2)}`
}
