import { z } from 'zod'
import { localDate } from './item.ts'

/** Age shows: what was captured long ago fades between two dates that the room sets (look, "Evidence and age"). */

const EXAMPLE = '{fades: 2026-01, faded: 2023-06}'

export const patinaSchema = z
  .object(
    {
      /** What was captured from here on is fresh; what is older fades. */
      fades: localDate,
      /** What was captured up to here is as pale as it gets. */
      faded: localDate,
    },
    { error: `needs the date before which things fade, and the date when they have faded: ${EXAMPLE}` },
  )
  .refine(({ fades, faded }) => firstDay(faded) < firstDay(fades), {
    error: `has to fade from a later date to an earlier one: ${EXAMPLE}`,
  })
export type Patina = Readonly<z.infer<typeof patinaSchema>>

/** How old what an item says has become, on a given day. */
export interface Age {
  /** Patina, 0 (fresh) to 1. */
  readonly fade: number
  /** Whole calendar months since it was captured. */
  readonly months: number
}

/** From here on the wall says how old it is in place of a name. */
export const TELLING_FADE = 0.5

const DAY_MS = 86_400_000

/**
 * The age of what was captured on `captured` (a year, month, day or minute) as seen on `day`, `YYYY-MM-DD` in the room's own
 * time. A bare year or month gets the benefit of the doubt: it counts as its last day, though never as a day to come.
 * Undefined where the room sets no dates, or nobody said when.
 */
export function ageOf(
  captured: string | undefined,
  patina: Patina | undefined,
  day: string,
): Age | undefined {
  if (captured === undefined || patina === undefined) return undefined
  const latest = lastDay(captured)
  const counted = latest < day ? latest : day
  const young = dayNumber(firstDay(patina.fades))
  const old = dayNumber(firstDay(patina.faded))
  const fade = Math.min(1, Math.max(0, (young - dayNumber(counted)) / (young - old)))
  return { fade, months: monthsBetween(counted, day.slice(0, 10)) }
}

/** True where the wall asks whether it still holds. */
export function tellsAge(age: Age | undefined): age is Age {
  return age !== undefined && age.fade >= TELLING_FADE
}

function firstDay(date: string): string {
  return `${date.slice(0, 4)}${date.slice(4, 7) || '-01'}${date.slice(7, 10) || '-01'}`
}

function lastDay(date: string): string {
  if (date.length >= 10) return date.slice(0, 10)
  const [year = 1970, month = 12] = date.split('-').map(Number)
  return `${date.slice(0, 4)}-${two(month)}-${two(new Date(Date.UTC(year, month, 0)).getUTCDate())}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00Z`) / DAY_MS
}

/** The 31st has come round on the last day of a shorter month. */
function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  const isLastOfMonth = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate() === toDay
  const isRound = toDay >= day || isLastOfMonth
  return Math.max(0, (toYear - year) * 12 + (toMonth - month) - (isRound ? 0 : 1))
}
