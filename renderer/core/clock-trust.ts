import type { Decision } from './curation.ts'
import type { StandingFacts } from './standing.ts'
import { DAY_MS } from './week-hours.ts'

/** Can the machine's clock be right? One without a battery wakes up in 1970, or in the year in which it was made. */

export type ClockTrust =
  | { readonly isTrusted: true }
  /** `because` is a sentence for the curator. */
  | { readonly isTrusted: false; readonly because: string }

export interface ClockFacts {
  /** What the machine's clock says, ms since 1970 UTC. */
  readonly now: number
  /** When this version was built; absent where it was not. No clock that is right shows an earlier time. */
  readonly builtAt?: number | undefined
  /** The latest time ever seen, 0 for none. */
  readonly highest: number
}

/** A clock that takes local time for UTC is wrong by 14 hours at most, and its dates are still worth something. */
const SLACK_MS = DAY_MS

export function clockTrust({ now, builtAt = 0, highest }: ClockFacts): ClockTrust {
  if (now < builtAt - SLACK_MS)
    return {
      isTrusted: false,
      because: `The clock of this machine says ${day(now)}, which is before this version of the product was made (${day(builtAt)}).`,
    }
  if (now < highest - SLACK_MS)
    return {
      isTrusted: false,
      because: `The clock of this machine says ${day(now)}, but it has been at ${day(highest)} before.`,
    }
  return TRUSTED
}

const TRUSTED: ClockTrust = { isTrusted: true }

/**
 * Whether an item may be shown whatever day it is: it has no dates and no dayparts, and nobody's consent that could have
 * ended meanwhile. Every consent of a person ends, by itself after two years.
 */
export function isAlwaysOn(
  { from, until, consent }: Pick<StandingFacts, 'from' | 'until' | 'consent'>,
  decision: Decision | undefined,
): boolean {
  const isDated = [from, until, decision?.from, decision?.until, decision?.dayparts].some(
    (each) => each !== undefined,
  )
  return !isDated && (consent === undefined || 'public_source' in consent)
}

/** What an item without a day to rely on is told to wait for. */
export const WAITS_FOR_CLOCK =
  'The clock of this machine is wrong, and whether this may be shown hangs on the date.'

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
