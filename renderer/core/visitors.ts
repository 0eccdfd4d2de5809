import { type Curation, screenAudience } from './curation.ts'
import { AUDIENCES, type Audience } from './item.ts'
import { beginOf, endOf } from './local-time.ts'
import type { Visitors } from './now-schema.ts'
import { firstInstant } from './zoned.ts'

/**
 * Somebody from outside stands before a wall: `visitors:` below `now:`. Until they have left it shows what they may see,
 * and is silent. It only ever narrows: a screen for the public stays one.
 */

interface Visit {
  readonly audience: Audience
  /** ms since 1970 UTC, `from` until just before `until`. */
  readonly from: number
  readonly until: number
}

/** Those who are there at `now`, ms since 1970 UTC. While the clock is wrong nobody knows whether they have left. */
export function visitsAt(
  curation: Curation,
  screen: string,
  zone: string,
  now: number,
  isClockWrong = false,
): readonly Visit[] {
  const visits = visitsOf(curation, screen, zone)
  return isClockWrong ? visits : visits.filter(({ from, until }) => from <= now && now < until)
}

/** Whom a screen is for at this moment: its own audience, or the strictest of those who visit. */
export function audienceAt(
  curation: Curation,
  screen: string,
  zone: string,
  now: number,
  isClockWrong = false,
): Audience {
  const visits = visitsAt(curation, screen, zone, now, isClockWrong)
  return visits.reduce<Audience>(
    (strictest, { audience }) =>
      AUDIENCES.indexOf(audience) > AUDIENCES.indexOf(strictest) ? audience : strictest,
    screenAudience(curation, screen),
  )
}

/** The first instant after now at which somebody comes or leaves. */
export function nextVisit(curation: Curation, screen: string, zone: string, now: number): number | undefined {
  const edges = visitsOf(curation, screen, zone).flatMap(({ from, until }) => [from, until])
  const coming = edges.filter((at) => at > now)
  return coming.length === 0 ? undefined : Math.min(...coming)
}

function visitsOf({ now: { visitors } }: Curation, screen: string, zone: string): Visit[] {
  return visitors
    .filter(({ screens }) => screens === undefined || screens.includes(screen))
    .map((each) => visitOf(each, zone))
}

function visitOf({ audience, from, until }: Visitors, zone: string): Visit {
  // Until half past six means just that; until a day means to its end.
  const end = until.length === 16 ? beginOf(until) : endOf(until)
  const begin = from === undefined ? Number.NEGATIVE_INFINITY : firstInstant(zone, beginOf(from))
  return { audience, from: begin, until: firstInstant(zone, end) }
}
