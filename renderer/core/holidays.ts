import { z } from 'zod'
import { hoursSchema } from './hours-schema.ts'
import { DAY_MS } from './week-hours.ts'
import { isCalendarDate, readDate } from './written-date.ts'

/** Days on which a screen keeps other hours than those of the week, or none. */

const YEARLY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const HOW =
  'write it as 2026-12-25, 12-25 for every year, or 2026-12-24 to 2027-01-01, with its name after it'

/** `2026-12-25`, or `12-25` for that day of every year. */
const day = z.preprocess(
  readDay,
  z.string({ error: notADay }).refine((text) => isDay(text), { error: notADay }),
)

const holidayFields = z.object(
  {
    name: z.string({ error: 'has to be a text' }).optional(),
    from: day,
    /** The last day, which counts. */
    until: day,
    /** Absent: the screen is off all day. */
    hours: hoursSchema.optional(),
    sound_hours: hoursSchema.optional(),
  },
  { error: notADay },
)

export const HOLIDAY_FIELDS: readonly string[] = [...Object.keys(holidayFields.shape), 'date']

/** Written `2026-12-24 to 2027-01-01 Christmas`, or with fields; `date:` stands for a first and last day in one. */
export const holidaySchema = z.preprocess(
  readHoliday,
  holidayFields.refine(inOrder, { error: 'ends before it begins' }),
)
export type Holiday = Readonly<z.infer<typeof holidayFields>>

export const holidaysSchema = z.array(holidaySchema, { error: `has to be a list of days: ${HOW}` })

function notADay(): string {
  return `is not a day that we can read: ${HOW}`
}

function readDay(value: unknown): unknown {
  if (typeof value === 'string' && YEARLY.test(value.trim())) return value.trim()
  return readDate(value) ?? value
}

function isDay(text: string): boolean {
  // 2028 has every day that any year has.
  const date = YEARLY.test(text) ? `2028-${text}` : text
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && isCalendarDate(date)
}

/** A range that is meant for every year may go over its end. */
function inOrder({ from, until }: { readonly from: string; readonly until: string }): boolean {
  return from.length === until.length && (from.length === 5 || from <= until)
}

const LINE = /^(\S+)(?:\s*(?:\bto\b|until|[–—])\s*(\S+))?(?:\s+(.+))?$/

function readHoliday(value: unknown): unknown {
  if (value instanceof Date) return readHoliday(readDate(value))
  if (typeof value === 'string') {
    const [, from, until = from, name] = LINE.exec(value.trim()) ?? []
    return { from, until, ...(name === undefined ? {} : { name }) }
  }
  if (typeof value !== 'object' || value === null || !('date' in value)) return value
  const { date, ...rest } = value
  return { from: date, until: date, ...rest }
}

/** The first of these that holds a day, counted from 1970-01-01. */
export function holidayOn(holidays: readonly Holiday[], dayNumber: number): Holiday | undefined {
  if (holidays.length === 0) return undefined
  const date = new Date(dayNumber * DAY_MS).toISOString().slice(0, 10)
  return holidays.find((holiday) => isOn(holiday, date))
}

function isOn({ from, until }: Holiday, date: string): boolean {
  if (from.length > 5) return from <= date && date <= until
  const yearly = date.slice(5)
  return from <= until ? from <= yearly && yearly <= until : yearly >= from || yearly <= until
}

/** The last day of those that do not come back, counted from 1970-01-01; infinite where one comes every year. */
export function lastHoliday(holidays: readonly Holiday[]): number {
  return Math.max(
    Number.NEGATIVE_INFINITY,
    ...holidays.map(({ until }) =>
      until.length === 5 ? Number.POSITIVE_INFINITY : Date.parse(`${until}T00:00:00Z`) / DAY_MS,
    ),
  )
}
