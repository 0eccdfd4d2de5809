import { type ClockTrust, clockTrust } from '../renderer/core/clock-trust.ts'
import type { Problem } from '../renderer/core/problem.ts'
import type { Clock } from './clock.ts'
import type { Records } from './records/records.ts'

/** A clock that is behind by less than this was only corrected. */
const BACKWARDS_MS = 60_000
/** A machine is seldom off for longer: a clock that leaps further has more often been set wrong. */
const LEAP_MS = 62 * 24 * 3_600_000

export interface StandingTime {
  /**
   * The time by which consent and dates are judged, ms since 1970 UTC: never earlier than any time already seen, so that
   * a clock that ran backwards revives nothing. The highest time is kept in the record, over restarts.
   */
  now(): number
  /** Whether the machine's clock can be right at all. */
  clock(): ClockTrust
  /** What a curator should know of the clock, while something is odd about it. */
  problems(): readonly Problem[]
  /** Somebody vouches for the clock as it is; only this takes the highest time back. Throws what the record throws. */
  trust(by: string): void
}

/** `builtAt` is when this version was made, ms since 1970 UTC; absent where it was not. */
export function makeStandingTime(records: Records, clock: Clock, builtAt?: number): StandingTime {
  let highest = records.clock().highest
  let isBehind = false
  let wasTrusted = true

  function noteLeap(now: number): void {
    if (highest === 0 || now - highest < LEAP_MS) return
    records.note(
      now,
      'clock-leap',
      `The clock leapt from ${day(highest)} to ${day(now)}. If that is wrong, set it right and confirm it in admin: until then consent and dates are judged as of ${day(now)}.`,
    )
  }

  function noteBackwards(now: number): void {
    const wasBehind = isBehind
    isBehind = now < highest - BACKWARDS_MS
    if (!isBehind || wasBehind) return
    records.note(
      now,
      'clock-backwards',
      `Consent and dates are judged as of ${new Date(highest).toISOString()} until the clock is there again.`,
    )
  }

  function look(): ClockTrust {
    const now = clock.now()
    const trust = clockTrust({ now, builtAt, highest })
    if (!trust.isTrusted && wasTrusted) records.note(now, 'clock-untrusted', trust.because)
    wasTrusted = trust.isTrusted
    return trust
  }

  return {
    clock: look,
    now() {
      const now = clock.now()
      noteLeap(now)
      // A leap must outlive a cut of the power in the very same minute.
      if (now > highest + LEAP_MS) records.tick(now)
      highest = Math.max(highest, now)
      noteBackwards(now)
      return highest
    },
    problems() {
      const trust = look()
      if (!trust.isTrusted) return [untrusted(trust.because)]
      return isBehind ? [behind(clock.now(), highest)] : []
    },
    trust(by) {
      const now = clock.now()
      records.trustClock(now, by)
      highest = now
      isBehind = false
    },
  }
}

function untrusted(because: string): Problem {
  return {
    path: 'room.yaml',
    severity: 'error',
    code: 'clock',
    message: `${because} Only what has no date, no daypart and no consent that could have ended is shown; the screen is on at all hours, and no order with an end is followed.`,
    hint: 'Set the clock, or let the machine take the time from its network. If it is right now, confirm it in admin.',
  }
}

function behind(now: number, highest: number): Problem {
  return {
    path: 'room.yaml',
    severity: 'warning',
    code: 'clock',
    message: `The clock of this machine says ${day(now)}, but it has been at ${day(highest)} before; consent and dates are judged as of that later day.`,
    hint: 'Set the clock right. If it is right now, confirm it in admin, and what is wrongly held to be over comes back.',
  }
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
