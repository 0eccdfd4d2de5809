import type { ClockTrust } from './clock-trust.ts'
import { type Curation, screenSettings } from './curation.ts'
import { type Holiday, holidayOn, lastHoliday } from './holidays.ts'
import { earlier, type LocalRule, nextChange } from './local-rule.ts'
import type { ScreenSchedule } from './schedule-schema.ts'
import { nextVisit, visitsAt } from './visitors.ts'
import {
  DAY_MS,
  type Hours,
  type HoursOn,
  hoursOn,
  isConstant,
  isWithin,
  MINUTE_MS,
  nextEdge,
  weekOf,
} from './week-hours.ts'
import { momentWords } from './when-words.ts'
import { localMs, machineZone } from './zoned.ts'

/** Whether a screen is on, and whether it may be heard: its hours, those of its sound, and the holidays. */

export interface ScreenState {
  readonly isOn: boolean
  /** True only while it is on, its sound is, and the hours of its sound allow it. */
  readonly sound: boolean
  /** 0..1; 0 while it may not be heard. */
  readonly volume: number
  /** Why, as a sentence for the curator. */
  readonly reason: string
  /** The first instant after now at which any of this may be otherwise; undefined where it stays for good. */
  readonly nextChange: number | undefined
}

/** The zone in which the dates and times of a room are meant: its own, else the machine's, which may change while it runs. */
export function roomZone({ timezone }: Curation, now: number): string {
  return timezone ?? machineZone(now)
}

/**
 * Whether the screen is on at `now`, ms since 1970 UTC. While the clock is wrong nobody knows its hours: it is on, and
 * silent where its sound has hours of its own.
 */
export function screenState(
  curation: Curation,
  screen: string,
  now: number,
  clock: ClockTrust = { isTrusted: true },
): ScreenState {
  const { on, sound, heard, holidays } = rulesOf(curation, screen)
  const zone = roomZone(curation, now)
  const local = localMs(zone, now)
  const isOn = on.at(local)
  const settings = screenSettings(curation, screen).sound
  const isVisited = visitsAt(curation, screen, zone, now, !clock.isTrusted).length > 0
  if (!clock.isTrusted) {
    const isHeard = !isVisited && settings.on && nextChange(sound, zone, now) === undefined && sound.at(local)
    const volume = isHeard ? settings.volume : 0
    return {
      isOn: true,
      sound: isHeard,
      volume,
      reason: `The screen is on. ${clock.because}`,
      nextChange: undefined,
    }
  }
  const isHeard = !isVisited && settings.on && heard.at(local)
  const change = nextChange(on, zone, now)
  return {
    isOn,
    sound: isHeard,
    volume: isHeard ? settings.volume : 0,
    reason: [
      hoursReason(isOn, change === undefined ? undefined : momentWords(zone, now, change)),
      ...holidayReason(isOn ? undefined : holidayOn(holidays, Math.floor(local / DAY_MS))),
      ...(isVisited ? ['Visitors are there: it is silent, and shows what they may see.'] : []),
    ].join(' '),
    nextChange: earlier(
      nextVisit(curation, screen, zone, now),
      settings.on ? earlier(change, nextChange(heard, zone, now)) : change,
    ),
  }
}

function hoursReason(isOn: boolean, until: string | undefined): string {
  if (isOn) return until === undefined ? 'The screen is on.' : `The screen is on until ${until}.`
  return until === undefined
    ? 'The screen is off: these are not its hours.'
    : `The screen is off until ${until}: these are not its hours.`
}

function holidayReason(holiday: Holiday | undefined): string[] {
  if (holiday === undefined) return []
  return [holiday.name === undefined ? 'It is a holiday.' : `It is ${holiday.name}.`]
}

interface ScreenRules {
  readonly on: LocalRule<boolean>
  readonly sound: LocalRule<boolean>
  /** The hours of its sound, as far as it is on. */
  readonly heard: LocalRule<boolean>
  readonly holidays: readonly Holiday[]
}

/** Whether the screen is on, as a rule of the clock alone: for whoever steps from change to change. */
export function screenHours(curation: Curation, screen: string): LocalRule<boolean> {
  return rulesOf(curation, screen).on
}

/** Whether it may be heard, as far as its hours and those of its sound say; whether its sound is on at all is another setting. */
export function screenSoundHours(curation: Curation, screen: string): LocalRule<boolean> {
  return rulesOf(curation, screen).heard
}

/** Time that a screen is on, on the shortest day of its week on which it is, ms; a whole day where it never is. */
export function shortestDayMs(curation: Curation, screen: string): number {
  const { hours } = { ...curation.schedule, ...given(screenSettings(curation, screen).schedule) }
  const days = weekOf(hours ?? ['daily']).map((day) => day.reduce((sum, { from, to }) => sum + to - from, 0))
  return Math.min(DAY_MS, ...days.flatMap((minutes) => (minutes > 0 ? minutes * MINUTE_MS : [])))
}

/** A curation never changes, and its hours are asked for every minute. */
const known = new WeakMap<Curation, Map<string, ScreenRules>>()

function rulesOf(curation: Curation, screen: string): ScreenRules {
  const screens = known.get(curation) ?? new Map<string, ScreenRules>()
  known.set(curation, screens)
  const before = screens.get(screen)
  if (before) return before
  const made = makeRules({ ...curation.schedule, ...given(screenSettings(curation, screen).schedule) })
  screens.set(screen, made)
  return made
}

function given(schedule: ScreenSchedule | undefined): ScreenSchedule {
  const entries = Object.entries(schedule ?? {}).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries)
}

function makeRules({ hours, sound_hours, holidays = [] }: ScreenSchedule): ScreenRules {
  const on = hoursRule(hours, holidays, (holiday) => holiday.hours ?? 'none')
  // A holiday that names other hours but none for the sound keeps those of the week.
  const sound = hoursRule(sound_hours, holidays, (holiday) => holiday.sound_hours)
  const heard: LocalRule<boolean> = {
    at: (local) => on.at(local) && sound.at(local),
    // While it is off, only its being on makes a difference.
    after: (local) => (on.at(local) ? Math.min(on.after(local), sound.after(local)) : on.after(local)),
  }
  return { on, sound, heard, holidays }
}

/** `own` tells the hours of a holiday; undefined: those of the week. */
function hoursRule(
  lines: readonly string[] | undefined,
  holidays: readonly Holiday[],
  own: (holiday: Holiday) => readonly string[] | 'none' | undefined,
): LocalRule<boolean> {
  const week = weekOf(lines ?? ['daily'])
  const usual = hoursOn(week)
  const special = holidays.map((holiday): HoursOn | undefined => {
    const hours = own(holiday)
    if (hours === undefined) return undefined
    return hours === 'none' ? () => NO_HOURS : hoursOn(weekOf(hours))
  })
  const on = remembered((day) => {
    const holiday = holidayOn(holidays, day)
    return ((holiday && special[holidays.indexOf(holiday)]) ?? usual)(day)
  })
  // The day after the last holiday still has what began on it.
  const varied = isConstant(week) ? (lastHoliday(holidays) + 2) * DAY_MS : Number.POSITIVE_INFINITY
  return {
    at: (local) => isWithin(on, local),
    after: (local) => (local >= varied ? Number.POSITIVE_INFINITY : nextEdge(on, local)),
  }
}

/** Whoever steps through a year asks about each of its days many times. */
function remembered(hours: HoursOn): HoursOn {
  const days = new Map<number, readonly Hours[]>()
  return (day) => {
    const before = days.get(day)
    if (before) return before
    if (days.size > MOST_DAYS) days.clear()
    const made = hours(day)
    days.set(day, made)
    return made
  }
}

const MOST_DAYS = 1_000
const NO_HOURS: readonly Hours[] = []
