import { DAY_MS } from './week-hours.ts'
import { localMs } from './zoned.ts'

/** Moments in the words of the curator's window: as little of a date as still says which. */

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

/** `18:30` today, `Tue 08:00` within six days, else `2026-12-24 08:00`; as a clock in `zone` shows it. */
export function momentWords(zone: string, now: number, at: number): string {
  const [shownNow, shown] = [localMs(zone, now), localMs(zone, at)]
  const text = new Date(shown).toISOString()
  const daysOff = Math.floor(shown / DAY_MS) - Math.floor(shownNow / DAY_MS)
  const clock = text.slice(11, 16)
  if (daysOff === 0) return clock
  const weekday = DAYS[new Date(shown).getUTCDay()]
  return daysOff > 0 && daysOff < 7 ? `${weekday} ${clock}` : `${text.slice(0, 10)} ${clock}`
}

export function daysWords(days: number): string {
  return days === 1 ? '1 day' : `${days} days`
}
