import type { Card } from '../deck.ts'
import { boundsOf, type DwellRules, dwellMs } from '../dwell.ts'

/** How turns are dealt out. */
export interface ShareRules extends DwellRules {
  /** `time`: a weight is time on the wall, so that a long item comes less often. `turns`: it is turns. */
  readonly share: 'time' | 'turns'
}

/** A turn of an item of weight 1 that would come once a round where shares are of time, ms. */
const USUAL_TURN_MS = 20_000
/** Rates are multiples of this part: their sums are then exact, in whatever order items come and go. */
const GRAIN = 65_536

/** Time on the wall of all slides of an item, ms. */
export function turnMs(card: Card, rules: DwellRules): number {
  const bounds = boundsOf(rules, card.kind)
  let sum = 0
  for (const part of card.parts) sum += dwellMs(part, rules.mode, bounds)
  return sum
}

/** Turns a round: its weight; where shares are of time, fewer for a long item. Never 0. */
export function rateOf(weight: number, ms: number, share: ShareRules['share']): number {
  const wanted = share === 'turns' ? weight : (weight * USUAL_TURN_MS) / Math.max(1, ms)
  return Math.max(1, Math.round(wanted * GRAIN)) / GRAIN
}
