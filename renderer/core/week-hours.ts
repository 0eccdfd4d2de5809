import type { LocalMs } from './zoned.ts'

/**
 * Times of the week as a curator writes them, such as `mon-fri 08:00-18:00`. One is open while a clock on the wall shows
 * a time in it: from its first minute, until its last is over. So one that would begin in the hour that is left out in
 * spring begins at the end of that hour, and one in the hour that comes twice in autumn is open both times. A time
 * beyond midnight belongs to the day on which it begins.
 */

/** Minutes since midnight, `from` until just before `to`; beyond 1440 where it goes on after midnight. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** For each weekday, Sunday first, its hours. */
export type WeekHours = readonly (readonly Hours[])[]

export type ReadHours =
  | { readonly ok: true; readonly week: WeekHours }
  /** The end of a sentence that begins with what was written. */
  | { readonly ok: false; readonly error: string }

export const DAY_MS = 86_400_000
export const MINUTE_MS = 60_000
const DAY_MINUTES = 1_440
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]
const DAY_WORDS: Readonly<Record<string, readonly number[]>> = {
  daily: EVERY_DAY,
  'every day': EVERY_DAY,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 0],
}
const HOW = 'write it as mon-fri 08:00-18:00'
const NO_WEEK: WeekHours = EVERY_DAY.map(() => [])

/**
 * Days, times or both: `mon-fri 08:00-18:00`, `sat, sun 10-14`, `mon-fri 08:00-12:00, 13:00-17:00`, `fri 22:00-02:00`,
 * `weekends`, `9am-5:30pm`. Days alone are whole days; times alone are those of every day.
 */
export function readHours(text: string): ReadHours {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[-–—]\s*/g, '-')
  const read = plain.split(BEFORE_DAYS).map(readGroup)
  const wrong = read.find((each) => !each.ok)
  return wrong ?? { ok: true, week: together(read) }
}

/** `mon-fri 8-18, sat 9-13` are two groups: a comma after a time and before a day parts them. */
const BEFORE_DAYS = /(?<=[\dm])\s*[,;]\s*(?=[a-z])/

function readGroup(text: string): ReadHours {
  if (text === '') return { ok: false, error: `is empty: ${HOW}` }
  const at = text.search(/\d/)
  const [dayText, timeText] = at < 0 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at)]
  const days = dayText === '' ? EVERY_DAY : readDays(dayText.replace(/[,:]$/, ''))
  if (typeof days === 'string') return { ok: false, error: days }
  const hours = timeText === '' ? [{ from: 0, to: DAY_MINUTES }] : readTimes(timeText)
  if (typeof hours === 'string') return { ok: false, error: hours }
  return { ok: true, week: EVERY_DAY.map((day) => (days.includes(day) ? hours : [])) }
}

/** What several lines say together; lines that cannot be read say nothing. */
export function weekOf(lines: readonly string[]): WeekHours {
  return together(lines.map(readHours))
}

function together(read: readonly ReadHours[]): WeekHours {
  return read.reduce(
    (sum, each) => (each.ok ? sum.map((hours, day) => [...hours, ...(each.week[day] ?? [])]) : sum),
    NO_WEEK,
  )
}

function readDays(text: string): readonly number[] | string {
  const found: number[] = []
  for (const part of text.split(/\s*[,/&]\s*|\s+and\s+/)) {
    const days = DAY_WORDS[part] ?? dayRange(part)
    if (days === undefined)
      return `names a day that we do not know (“${part}”): write mon, tue, wed, thu, fri, sat or sun`
    found.push(...days)
  }
  return found
}

function dayRange(part: string): readonly number[] | undefined {
  const [first, last] = part.split('-').map((name) => dayNumber(name.trim()))
  const isOne = !part.includes('-')
  if (first === undefined || (last === undefined && !isOne)) return undefined
  const end = last ?? first
  return Array.from({ length: ((end - first + 7) % 7) + 1 }, (_, step) => (first + step) % 7)
}

/** By its first two letters or more. */
function dayNumber(name: string): number | undefined {
  const plain = name.replace(/\.$/, '')
  const at = DAYS.findIndex((day) => plain.length >= 2 && (day.startsWith(plain) || `${day}s` === plain))
  return at < 0 ? undefined : at
}

function readTimes(text: string): readonly Hours[] | string {
  const hours: Hours[] = []
  for (const part of text.split(/\s*[,&]\s*|\s+and\s+/)) {
    const [from, to, ...more] = part.split('-').map((time) => clockTime(time.trim()))
    if (from === undefined || to === undefined || more.length > 0 || from === DAY_MINUTES)
      return `has a time that we cannot read (“${part}”): ${HOW}`
    if (from === to) return `begins and ends at the same time (“${part}”): write 00:00-24:00 for a whole day`
    hours.push({ from, to: to > from ? to : to + DAY_MINUTES })
  }
  return hours
}

const CLOCK = /^(\d{1,2})(?:[:.](\d{2}))?\s*(?:(a|p)\.?m\.?)?$/

/** Minutes since midnight; 24:00 is the end of the day. */
function clockTime(text: string): number | undefined {
  const match = CLOCK.exec(text)
  if (!match) return undefined
  const [hour, minute, half] = [Number(match[1]), Number(match[2] ?? 0), match[3]]
  if (minute > 59 || hour > 24 || (hour === 24 && minute > 0)) return undefined
  if (half === undefined) return hour * 60 + minute
  return hour < 1 || hour > 12 ? undefined : ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + minute
}

/** The hours that begin on a day, counted from 1970-01-01. */
export type HoursOn = (day: number) => readonly Hours[]

export function hoursOn(week: WeekHours): HoursOn {
  // 1970-01-01 was a Thursday.
  return (day) => week[(((day + 4) % 7) + 7) % 7] ?? []
}

export function isWithin(hours: HoursOn, local: LocalMs): boolean {
  const day = Math.floor(local / DAY_MS)
  const minute = (local - day * DAY_MS) / MINUTE_MS
  return (
    hours(day).some(({ from, to }) => from <= minute && minute < to) ||
    hours(day - 1).some(({ to }) => minute + DAY_MINUTES < to)
  )
}

/** The next time shown at which hours begin or end; where there is none for two days, a time before which there is none. */
export function nextEdge(hours: HoursOn, local: LocalMs): LocalMs {
  const today = Math.floor(local / DAY_MS)
  let next = (today + 2) * DAY_MS
  for (let day = today - 1; day <= today + 1; day += 1) {
    for (const { from, to } of hours(day)) {
      const [begin, end] = [day * DAY_MS + from * MINUTE_MS, day * DAY_MS + to * MINUTE_MS]
      if (begin > local && begin < next) next = begin
      if (end > local && end < next) next = end
    }
  }
  return next
}

/** True where every minute of every week is within, or none is: then there is no edge to wait for. */
export function isConstant(week: WeekHours): boolean {
  if (week.every((hours) => hours.length === 0)) return true
  const on = hoursOn(week)
  for (let at = DAY_MS * 7; at < DAY_MS * 14; at = nextEdge(on, at)) if (!isWithin(on, at)) return false
  return true
}
