import type { Decision } from './curation.ts'
import { daypartsRule } from './dayparts.ts'
import { type LocalRule, nextChange } from './local-rule.ts'
import { beginOf, endOf } from './local-time.ts'
import { localMs } from './zoned.ts'

/** When an item is to be shown: from a day, until a day, and at times of the week. */

export type When = Pick<Decision, 'from' | 'until' | 'dayparts'>

/** `closed` between its dayparts. The first of them that holds is named: what is over is over, whatever its dayparts. */
export type WhenWord = 'open' | 'over' | 'not-yet' | 'closed'

export interface WhenState {
  readonly state: WhenWord
  /** The first instant after now at which it is otherwise; undefined: never. */
  readonly nextChange: number | undefined
}

/** What the dates of an item and those of a curator say together, in an IANA zone at `now`, ms since 1970 UTC. */
export function whenState(whens: readonly When[], zone: string, now: number): WhenState {
  const rule = whenRule(whens)
  return { state: rule.at(localMs(zone, now)), nextChange: nextChange(rule, zone, now) }
}

/** The same as a rule of the clock alone: for whoever steps from change to change. */
export function whenRule(whens: readonly When[]): LocalRule<WhenWord> {
  const begin = Math.max(
    Number.NEGATIVE_INFINITY,
    ...whens.flatMap(({ from }) => (from ? beginOf(from) : [])),
  )
  const end = Math.min(Number.POSITIVE_INFINITY, ...whens.flatMap(({ until }) => (until ? endOf(until) : [])))
  const dayparts = whens.flatMap((when) => (when.dayparts ? [daypartsRule(when.dayparts)] : []))
  return {
    at(local) {
      if (local >= end) return 'over'
      if (local < begin) return 'not-yet'
      return dayparts.every((rule) => rule.at(local)) ? 'open' : 'closed'
    },
    after(local) {
      // What is over stays over; before its first day its dayparts do not matter.
      if (local >= end) return Number.POSITIVE_INFINITY
      if (local < begin) return Math.min(begin, end)
      return Math.min(end, ...dayparts.map((rule) => rule.after(local)))
    },
  }
}
