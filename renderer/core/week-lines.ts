import type { Hours, WeekHours } from './week-hours.ts'

/** Times of the week as lines of room.yaml: the way back of `readHours`, in as few lines as say the same. */

const DAY_MINUTES = 1_440
/** As a week is read, Monday first; the numbers are those of `WeekHours`, Sunday 0. */
export const MONDAY_FIRST: readonly number[] = [1, 2, 3, 4, 5, 6, 0]
const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/**
 * Each day's hours in their order, without overlaps; open at the very same minutes. What would be longer than a day goes
 * on with the next day's.
 */
export function tidyWeek(week: WeekHours): WeekHours {
  let days = week.map(joined)
  // What is handed to the next day may make that one too long in turn; seven hand-overs go once around.
  for (let round = 0; round < 7 && days.some((hours) => hours.some(isTooLong)); round += 1)
    days = days.map((hours, day) =>
      joined([...hours.map(cut), ...(days[(day + 6) % 7] ?? []).filter(isTooLong).map(restOf)]),
    )
  return days
}

/** Nor can 08:00 to 08:00 of the day after be written. */
const isTooLong = ({ from, to }: Hours): boolean =>
  to - from > DAY_MINUTES || (from > 0 && to - from === DAY_MINUTES)
const cut = (hours: Hours): Hours => (isTooLong(hours) ? { from: hours.from, to: DAY_MINUTES } : hours)
const restOf = ({ to }: Hours): Hours => ({ from: 0, to: to - DAY_MINUTES })

function joined(hours: readonly Hours[]): Hours[] {
  const found: Hours[] = []
  for (const each of hours.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const last = found.at(-1)
    if (last && each.from <= last.to)
      found[found.length - 1] = { from: last.from, to: Math.max(last.to, each.to) }
    else found.push(each)
  }
  return found
}

/** `mon-fri 08:00-18:00`; empty where nothing is open. */
export function linesOf(week: WeekHours): readonly string[] {
  const days = tidyWeek(week)
  const texts = days.map((hours) => hours.map(timesOf).join(', '))
  const lines: string[] = []
  const said = new Set<string>()
  for (const day of MONDAY_FIRST) {
    const text = texts[day] ?? ''
    if (text === '' || said.has(text)) continue
    said.add(text)
    const alike = MONDAY_FIRST.filter((other) => texts[other] === text)
    lines.push(`${daysOf(alike)} ${text}`)
  }
  return lines
}

function timesOf({ from, to }: Hours): string {
  return `${clockText(from)}-${clockText(to > DAY_MINUTES ? to - DAY_MINUTES : to)}`
}

/** Minutes since midnight as `07:30`; the end of the day is `24:00`. */
export function clockText(minutes: number): string {
  const text = (value: number): string => String(value).padStart(2, '0')
  return `${text(Math.floor(minutes / 60))}:${text(minutes % 60)}`
}

function daysOf(days: readonly number[]): string {
  if (days.length === 7) return 'daily'
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run && MONDAY_FIRST.indexOf(run.at(-1) ?? 0) + 1 === MONDAY_FIRST.indexOf(day)) run.push(day)
    else runs.push([day])
  }
  return runs.map((run) => runText(run.map((day) => NAMES[day] ?? ''))).join(', ')
}

function runText(names: readonly string[]): string {
  return names.length > 2 ? `${names[0]}-${names.at(-1)}` : names.join(', ')
}
