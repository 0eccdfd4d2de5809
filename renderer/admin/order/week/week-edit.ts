import type { Hours, WeekHours } from '../../../core/week-hours.ts'

/** Changes to the times of a week, as a hand or a key makes them. Days are weekdays, Sunday 0; minutes are since midnight. */

export interface Place {
  readonly day: number
  /** Which of the day's hours. */
  readonly index: number
}

export interface Edited {
  readonly week: WeekHours
  /** Where the hours that were changed are now. */
  readonly place: Place
}

export const SNAP = 15
const DAY_MINUTES = 1_440

export function hoursAt(week: WeekHours, { day, index }: Place): Hours | undefined {
  return week[day]?.[index]
}

export function add(week: WeekHours, day: number, from: number, to: number): Edited {
  const hours = week[day] ?? []
  return { week: withDay(week, day, [...hours, inDay({ from, to })]), place: { day, index: hours.length } }
}

export function remove(week: WeekHours, { day, index }: Place): WeekHours {
  return withDay(
    week,
    day,
    (week[day] ?? []).filter((_, at) => at !== index),
  )
}

/** To another day, and later by so many minutes; as long as before. */
export function move(week: WeekHours, place: Place, toDay: number, byMinutes: number): Edited {
  const hours = hoursAt(week, place)
  if (!hours) return { week, place }
  const length = hours.to - hours.from
  const from = Math.min(DAY_MINUTES - SNAP, Math.max(0, hours.from + byMinutes))
  // Hours that lie within a day stay within it; those beyond midnight go on beyond it.
  const begin = hours.to <= DAY_MINUTES ? Math.min(from, DAY_MINUTES - length) : from
  const moved = { from: begin, to: begin + length }
  if (toDay === place.day) return { week: put(week, place, moved), place }
  const there = week[toDay] ?? []
  return {
    week: withDay(remove(week, place), toDay, [...there, moved]),
    place: { day: toDay, index: there.length },
  }
}

/** The end that is dragged never passes the other one. */
export function resize(week: WeekHours, place: Place, edge: 'from' | 'to', byMinutes: number): Edited {
  const hours = hoursAt(week, place)
  if (!hours) return { week, place }
  const { from, to } = hours
  const sized =
    edge === 'from'
      ? {
          from: Math.max(
            Math.max(0, to - DAY_MINUTES),
            Math.min(to - SNAP, DAY_MINUTES - SNAP, from + byMinutes),
          ),
          to,
        }
      : {
          from,
          to: Math.min(from + DAY_MINUTES - (from > 0 ? SNAP : 0), Math.max(from + SNAP, to + byMinutes)),
        }
  return { week: put(week, place, sized), place }
}

export function snapped(minutes: number): number {
  return Math.round(minutes / SNAP) * SNAP
}

function inDay({ from, to }: Hours): Hours {
  const begin = Math.min(DAY_MINUTES - SNAP, Math.max(0, Math.min(from, to)))
  return { from: begin, to: Math.min(DAY_MINUTES, Math.max(begin + SNAP, from, to)) }
}

function put(week: WeekHours, { day, index }: Place, hours: Hours): WeekHours {
  return withDay(
    week,
    day,
    (week[day] ?? []).map((each, at) => (at === index ? hours : each)),
  )
}

function withDay(week: WeekHours, day: number, hours: readonly Hours[]): WeekHours {
  return week.map((each, at) => (at === day ? hours : each))
}
