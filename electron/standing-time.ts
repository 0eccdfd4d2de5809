import type { Clock } from './clock.ts'
import type { Records } from './records/records.ts'

/** A clock that is behind by less than this was only corrected. */
const BACKWARDS_MS = 60_000

/**
 * The time by which consent and dates are judged, ms since 1970 UTC: never earlier than any time already seen, so that a
 * clock that ran backwards revives nothing. The highest time is kept in the record, over restarts.
 */
export function makeStandingTime(records: Records, clock: Clock): () => number {
  let highest = records.clock().highest
  let isBehind = false
  return () => {
    const now = clock.now()
    const wasBehind = isBehind
    highest = Math.max(highest, now)
    isBehind = now < highest - BACKWARDS_MS
    if (isBehind && !wasBehind) {
      records.note(
        now,
        'clock-backwards',
        `Consent and dates are judged as of ${new Date(highest).toISOString()} until the clock is there again.`,
      )
    }
    return highest
  }
}
