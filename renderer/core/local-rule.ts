import { type LocalMs, localMs, spanAt } from './zoned.ts'

/**
 * A rule that reads nothing but the clock on the wall. Whatever the clocks do, each real minute shows one time and so has
 * one state: none is left out, none belongs to two.
 */
export interface LocalRule<State extends string | number | boolean> {
  at(local: LocalMs): State
  /** The next time shown at which the state may be another, after `local`; infinite where it stays. */
  after(local: LocalMs): LocalMs
}

/** Steps without a change after which a search gives up; what it then names is a time up to which nothing changes. */
const MOST_STEPS = 4_000

/** The first instant after `now` at which the state is another; undefined where it never will be. */
export function nextChange<State extends string | number | boolean>(
  rule: LocalRule<State>,
  zone: string,
  now: number,
): number | undefined {
  const state = rule.at(localMs(zone, now))
  let at = now
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { to, offset } = spanAt(zone, at)
    const after = rule.after(at + offset)
    // Where the clocks change, the time shown leaps, so that all is asked anew.
    const next = Math.min(after - offset, to)
    // It stays from this time shown on, and nothing but clocks set back shows an earlier one again.
    const isSettled = after === Number.POSITIVE_INFINITY
    if (isSettled && (next === after || localMs(zone, next) >= at + offset)) return undefined
    if (rule.at(localMs(zone, next)) !== state) return next
    at = next
  }
  return at
}

/** A time, `from` until just before `to`, in which a rule has one state. */
export interface Piece<State> {
  readonly from: number
  readonly to: number
  readonly state: State
}

/** From change to change: the pieces that a rule makes of the time between two instants, without a gap or an overlap. */
export function* pieces<State extends string | number | boolean>(
  rule: LocalRule<State>,
  zone: string,
  from: number,
  to: number,
): Generator<Piece<State>> {
  for (let at = from; at < to; ) {
    const end = Math.min(nextChange(rule, zone, at) ?? to, to)
    yield { from: at, to: end, state: rule.at(localMs(zone, at)) }
    at = end
  }
}

/** The earlier of two instants, either of which may never come. */
export function earlier(a: number | undefined, b: number | undefined): number | undefined {
  if (a === undefined || b === undefined) return a ?? b
  return Math.min(a, b)
}
