import { monthOf } from './month-names.ts'

/** Dates as people and exports write them, made into text that sorts. Never a guess: what could be two days is neither. */

const TIME = String.raw`(?:[T,\s]\s*(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(?:Z|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT)?)?`
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})(?:[-/.] ?(\d{1,2})(?:[-/.] ?(\d{1,2})\.?${TIME})?)?$`, 'i')
const DAY_MONTH_NAME = new RegExp(
  String.raw`^${WEEKDAY}(?:(\d{1,2})(?:st|nd|rd|th|er)?[\s.-]+)?(?:(?:of|de)\s+)?(\p{L}{3,10})\.?,?[\s-]+(?:del?\s+)?(\d{4})${TIME}$`,
  'iu',
)
const MONTH_NAME_DAY = new RegExp(
  String.raw`^${WEEKDAY}(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TIME}$`,
  'iu',
)
const TWO_NUMBERS = new RegExp(String.raw`^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})${TIME}$`, 'i')

/**
 * `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM`, as precise as it was written; the time is taken as written,
 * whatever zone is named. Undefined for what is no date, and for one that could be two days, such as 03/04/2026.
 */
export function readDate(value: unknown): string | undefined {
  if (typeof value === 'number')
    return Number.isInteger(value) && value >= 1000 && value <= 9999 ? `${value}` : undefined
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? undefined : value.toISOString().slice(0, 10)
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  const text = EAST_ASIAN.test(trimmed) ? inNumbers(trimmed) : trimmed
  return readPlain(text) ?? readYearFirst(text) ?? readMonthName(text) ?? readTwoNumbers(text)
}

const EAST_ASIAN = /[年년午오]/
const FORENOON = '午前|上午|오전'
const AFTERNOON = '午後|下午|오후'

/** `2026年3月4日 午後 3:12` and `2026. 3. 4 오후 3:12:33`, as forms in Japan, Korea and China write them. */
function inNumbers(text: string): string {
  return text
    .replace(/\s*[年년]\s*/u, '-')
    .replace(/\s*[月월]\s*/u, '-')
    .replace(/[日일]\s*/u, ' ')
    .replace(new RegExp(`(${FORENOON}|${AFTERNOON})\\s*(\\d[\\d:]*)`), '$2 $1')
    .replace(new RegExp(FORENOON), 'AM')
    .replace(new RegExp(AFTERNOON), 'PM')
    .replace(/-?\s*$/, '')
}

const PLAIN =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?)?$/

/** As we write it ourselves, and as most exports do: nothing has to be taken apart. */
function readPlain(text: string): string | undefined {
  if (!PLAIN.test(text) || !isCalendarDate(text)) return undefined
  return text.length === 10 ? text : `${text.slice(0, 10)}T${text.slice(11, 16)}`
}

/** The two days that a date such as 03/04/2026 could be (day first, month first), or undefined where it is only one. */
export function ambiguousDate(value: unknown): readonly [string, string] | undefined {
  const match = typeof value === 'string' ? TWO_NUMBERS.exec(value.trim()) : null
  if (!match) return undefined
  const [dayFirst, monthFirst] = bothReadings(match)
  return dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst
    ? [dayFirst.slice(0, 10), monthFirst.slice(0, 10)]
    : undefined
}

/** True for a day that the calendar has; a bare year or month always is. */
export function isCalendarDate(date: string): boolean {
  // Any month has so many days; this is asked three times for each row of a table.
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])/.test(date)) return true
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

function readYearFirst(text: string): string | undefined {
  const match = YEAR_FIRST.exec(text)
  return match ? written(match[1], match[2], match[3], match.slice(4)) : undefined
}

function readMonthName(text: string): string | undefined {
  const dayFirst = DAY_MONTH_NAME.exec(text)
  if (dayFirst) return written(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst.slice(4))
  const monthFirst = MONTH_NAME_DAY.exec(text)
  return monthFirst
    ? written(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2], monthFirst.slice(4))
    : undefined
}

function readTwoNumbers(text: string): string | undefined {
  const match = TWO_NUMBERS.exec(text)
  if (!match) return undefined
  const [dayFirst, monthFirst] = bothReadings(match)
  if (dayFirst === undefined || monthFirst === undefined) return dayFirst ?? monthFirst
  return dayFirst === monthFirst ? dayFirst : undefined
}

function bothReadings(match: RegExpExecArray): readonly [string | undefined, string | undefined] {
  const [, first, mark, second, year, ...time] = match
  const dayFirst = written(year, second, first, time)
  // Full stops are written by people who put the day first; slashes and hyphens by both.
  return mark === '.' ? [dayFirst, dayFirst] : [dayFirst, written(year, first, second, time)]
}

/** `0` for a word that is no month, which no calendar has. */
function monthNumber(name = ''): string {
  return `${monthOf(name) ?? 0}`
}

function written(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  [hour, minute, half]: readonly (string | undefined)[],
): string | undefined {
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-')
  if (!isCalendarDate(date)) return undefined
  if (hour === undefined || day === undefined) return date
  const clock = clockTime(Number(hour), Number(minute), half)
  return clock && `${date}T${clock}`
}

function clockTime(hour: number, minute: number, half: string | undefined): string | undefined {
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)
  if (hours > 23 || minute > 59 || (half !== undefined && (hour < 1 || hour > 12))) return undefined
  return `${`${hours}`.padStart(2, '0')}:${`${minute}`.padStart(2, '0')}`
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
}
