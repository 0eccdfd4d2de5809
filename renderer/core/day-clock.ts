import { DAY_MS, MINUTE_MS } from './week-hours.ts'
import { firstInstant, spanAt } from './zoned.ts'

/** A day as a clock on the wall goes through it. */
export interface DayClock {
  /** When it begins and ends, ms since 1970 UTC. */
  readonly from: number
  readonly to: number
  /** Hours that really pass in it: 24, but for the days on which clocks are set. */
  readonly hours: number
  /** Minutes since midnight that the clock leaves out, or shows twice. */
  readonly skipped: readonly Minutes[]
  readonly twice: readonly Minutes[]
}

interface Minutes {
  readonly from: number
  readonly to: number
}

const DAY_MINUTES = 1_440

/** `day` is counted from 1970-01-01, as a calendar counts; `zone` an IANA name. */
export function dayClock(zone: string, day: number): DayClock {
  const [from, to] = [firstInstant(zone, day * DAY_MS), firstInstant(zone, (day + 1) * DAY_MS)]
  const skipped: Minutes[] = []
  const twice: Minutes[] = []
  for (let span = spanAt(zone, from - 1); span.to < to; span = spanAt(zone, span.to)) {
    const next = spanAt(zone, span.to)
    const minuteOf = (offset: number): number => (span.to + offset - day * DAY_MS) / MINUTE_MS
    const [before, after] = [minuteOf(span.offset), minuteOf(next.offset)]
    if (after > before) addWithin(skipped, before, after)
    else addWithin(twice, after, before)
  }
  return { from, to, hours: (to - from) / (60 * MINUTE_MS), skipped, twice }
}

function addWithin(list: Minutes[], from: number, to: number): void {
  const [begin, end] = [Math.max(0, from), Math.min(DAY_MINUTES, to)]
  if (begin < end) list.push({ from: begin, to: end })
}
