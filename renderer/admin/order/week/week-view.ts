import type { OrderView } from '../../../core/admin/order.ts'
import { type Holiday, holidayOn } from '../../../core/holidays.ts'
import { type Hours, type HoursOn, hoursOn, type WeekHours, weekOf } from '../../../core/week-hours.ts'

/** What a week of a screen is made of. */

/** Which times are looked at and changed: those of the screen, of its sound, or of a daypart by its name. */
export type Layer =
  | { readonly of: 'hours' | 'sound_hours' }
  | { readonly of: 'daypart'; readonly name: string }

export interface WeekView {
  readonly holidays: readonly Holiday[]
  readonly dayparts: Readonly<Record<string, readonly string[]>>
  /** As they are written; absent: all day. */
  readonly hours?: readonly string[] | undefined
  readonly sound_hours?: readonly string[] | undefined
  /** Of those, what this screen says itself. */
  readonly own: readonly ('hours' | 'sound_hours' | 'holidays')[]
}

/** `screen` is empty for the room's own. */
export function weekView({ schedule, screens }: OrderView, screen: string): WeekView {
  const own = screens.find(({ name }) => name === screen)?.schedule
  return {
    dayparts: schedule.dayparts,
    hours: own?.hours ?? schedule.hours,
    sound_hours: own?.sound_hours ?? schedule.sound_hours,
    holidays: own?.holidays ?? schedule.holidays ?? [],
    own: (['hours', 'sound_hours', 'holidays'] as const).filter((name) => own?.[name] !== undefined),
  }
}

export function linesOfLayer(view: WeekView, layer: Layer): readonly string[] | undefined {
  return layer.of === 'daypart' ? view.dayparts[layer.name] : view[layer.of]
}

/** Where a layer stands in room.yaml. */
export function pathOfLayer(layer: Layer, screen: string): string[] {
  if (layer.of === 'daypart') return ['schedule', 'dayparts', layer.name]
  return [...schedulePath(screen), layer.of]
}

export function schedulePath(screen: string): string[] {
  return screen === '' ? ['schedule'] : ['screens', screen, 'schedule']
}

/** A week with nothing written is open all day. */
export function weekOfLines(lines: readonly string[] | undefined): WeekHours {
  return weekOf(lines ?? ['daily'])
}

/** The hours of a date, counted from 1970-01-01, holidays included; and what goes on from the day before. */
export function dateHours(view: WeekView, of: 'hours' | 'sound_hours', day: number): readonly Hours[] {
  const usual = hoursOn(weekOfLines(view[of]))
  const hours: HoursOn = (date) => {
    const holiday = holidayOn(view.holidays, date)
    const own = holiday?.[of]
    if (own) return hoursOn(weekOf(own))(date)
    // A holiday that names no hours is off; its sound keeps the week's.
    return holiday && of === 'hours' ? [] : usual(date)
  }
  const spilt = hours(day - 1).flatMap(({ to }) =>
    to > DAY_MINUTES ? [{ from: 0, to: to - DAY_MINUTES }] : [],
  )
  return [...spilt, ...hours(day).map(({ from, to }) => ({ from, to: Math.min(DAY_MINUTES, to) }))]
}

export const DAY_MINUTES = 1_440
