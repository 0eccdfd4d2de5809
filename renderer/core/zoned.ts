import { Temporal } from 'temporal-polyfill'

/**
 * What a clock on the wall shows. A zone is a row of spans, each with one offset: they are asked of the time-zone library
 * once and kept, so that a simulated year costs additions. Instants are ms since 1970 UTC.
 */

/** What a clock shows, as ms since 1970-01-01T00:00 on that clock: a number with calendar, weekday and time of day, but no zone. */
export type LocalMs = number

/** A time without a change of the clocks, `from` until just before `to`; infinite where the zone knows no change. */
export interface Span {
  readonly from: number
  readonly to: number
  /** What the clock shows less UTC, ms. */
  readonly offset: number
}

interface Zone {
  latest: Span
  readonly spans: Span[]
}

const zones = new Map<string, Zone>()

/** The span of an IANA zone that holds this instant. Throws a RangeError for what is no zone. */
export function spanAt(zone: string, at: number): Span {
  const known = zones.get(zone)
  if (known && holds(known.latest, at)) return known.latest
  const found = known?.spans.find((span) => holds(span, at)) ?? askSpan(zone, at)
  if (!known) zones.set(zone, { latest: found, spans: [found] })
  else {
    if (!known.spans.includes(found)) known.spans.push(found)
    known.latest = found
  }
  return found
}

function holds({ from, to }: Span, at: number): boolean {
  return from <= at && at < to
}

function askSpan(zone: string, at: number): Span {
  const zoned = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(zone)
  // A change at this very instant begins the span, and “previous” means before.
  const before = zoned.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const after = zoned.getTimeZoneTransition('next')
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: zoned.offsetNanoseconds / 1e6,
  }
}

export function localMs(zone: string, at: number): LocalMs {
  return at + spanAt(zone, at).offset
}

/** No offset is further from UTC than 14 hours, and no change sets a clock back by more than these two beyond. */
const FURTHEST_MS = 16 * 3_600_000

/**
 * The first instant at which the clock shows this time or a later one: of a time that comes twice the first, of one that
 * is left out the end of the gap.
 */
export function firstInstant(zone: string, local: LocalMs): number {
  let at = local - FURTHEST_MS
  for (;;) {
    const { from, to, offset } = spanAt(zone, at)
    if (local - offset < to) return Math.max(from, local - offset)
    at = to
  }
}

let machine: string | undefined

/**
 * The machine's own zone. Asking for its name is slow, so it is asked again only where the name that is known disagrees
 * with the machine about `at`: after somebody has moved it to another zone.
 */
export function machineZone(at: number): string {
  const offset = -new Date(at).getTimezoneOffset() * 60_000
  if (machine === undefined || spanAt(machine, at).offset !== offset)
    machine = new Intl.DateTimeFormat().resolvedOptions().timeZone
  return machine
}
