import type { Language } from './languages.ts'

/** How a language writes numbers and times. Times are ms since 1970 UTC, told in the room's own zone. */
export interface Formats {
  number(value: number): string
  /** 0..1 */
  percent(share: number): string
  time(at: number): string
  date(at: number): string
  dateTime(at: number): string
  /** A local date or minute as `room.yaml` writes it: `2026-03-04`, `2026-03-04T18:30`. */
  local(written: string): string
  /** The time alone where it is today, by `now`; else with its day. */
  moment(at: number, now: number): string
  /** A length such as `12 s`, `4 min`, `3 h`. */
  span(ms: number): string
  bytes(count: number): string
  list(parts: readonly string[]): string
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

export function formatsFor(language: Language, timeZone: string | undefined): Formats {
  const zone = timeZone === undefined ? {} : { timeZone }
  // Times are the clock's on the wall, so the whole day has 24 hours in either language.
  const time = new Intl.DateTimeFormat(language, {
    ...zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const date = new Intl.DateTimeFormat(language, { ...zone, day: 'numeric', month: 'short', year: 'numeric' })
  const day = new Intl.DateTimeFormat('en-CA', zone)
  const number = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const dateTime = (at: number): string => `${date.format(at)}, ${time.format(at)}`
  const asWritten = { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' } as const
  const localDate = new Intl.DateTimeFormat(language, asWritten)
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    time: (at) => time.format(at),
    date: (at) => date.format(at),
    dateTime,
    local(written) {
      const [day = '', minute] = written.split('T')
      const at = Date.parse(`${day}T00:00Z`)
      if (Number.isNaN(at)) return written
      return minute === undefined ? localDate.format(at) : `${localDate.format(at)}, ${minute}`
    },
    moment: (at, now) => (day.format(at) === day.format(now) ? time.format(at) : dateTime(at)),
    span: (ms) => spanWords(language, ms),
    bytes: (count) => byteWords(language, count),
    list: (parts) => list.format(parts),
  }
}

function spanWords(language: Language, ms: number): string {
  if (ms < 100 * SECOND_MS) return unit(language, Math.max(0, Math.ceil(ms / SECOND_MS)), 'second')
  if (ms < 2 * HOUR_MS) return unit(language, Math.round(ms / MINUTE_MS), 'minute')
  return ms < 2 * DAY_MS ? unit(language, ms / HOUR_MS, 'hour') : unit(language, ms / DAY_MS, 'day', 'long')
}

function byteWords(language: Language, count: number): string {
  const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(Math.max(1, count)) / 3))
  return unit(language, count / 1_000 ** power, BYTE_UNITS[power] ?? 'byte')
}

function unit(
  language: Language,
  value: number,
  name: string,
  unitDisplay: 'short' | 'long' = 'short',
): string {
  const style = { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: value < 10 ? 1 : 0 } as const
  return new Intl.NumberFormat(language, style).format(value)
}
