import { fromAbsolute, toCalendarDateTime } from '@internationalized/date'

/** A moment as `room.yaml` writes it, in the room's own zone: `2026-03-04T18:30`. Seconds are dropped. */
export function localMinute(at: number, zone: string): string {
  return toCalendarDateTime(fromAbsolute(at, zone)).toString().slice(0, 16)
}

/** The last minute of the day that a clock in this zone shows at `at`. */
export function endOfDay(at: number, zone: string): string {
  return `${localMinute(at, zone).slice(0, 10)}T23:59`
}
