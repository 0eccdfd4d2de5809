import type { LocalRule } from './local-rule.ts'
import { hoursOn, isConstant, isWithin, nextEdge, weekOf } from './week-hours.ts'

/** The times of the week in which an item plays. Holidays make no difference: whether a screen is on then is its own affair. */

const ALWAYS: LocalRule<boolean> = { at: () => true, after: () => Number.POSITIVE_INFINITY }

/** A decision never changes, and is asked for at every look at the room. */
const known = new WeakMap<readonly string[], LocalRule<boolean>>()

/** True while one of these is open; without any, always. */
export function daypartsRule(lines: readonly string[] | undefined): LocalRule<boolean> {
  if (lines === undefined) return ALWAYS
  const before = known.get(lines)
  if (before) return before
  const week = weekOf(lines)
  const on = hoursOn(week)
  const isAlwaysSame = isConstant(week)
  const made: LocalRule<boolean> = {
    at: (local) => isWithin(on, local),
    after: (local) => (isAlwaysSame ? Number.POSITIVE_INFINITY : nextEdge(on, local)),
  }
  known.set(lines, made)
  return made
}
