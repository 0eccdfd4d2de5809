import type { Card } from '../deck.ts'
import { sharesOf } from './groups.ts'
import type { RotationRules } from './seating.ts'
import { rateOf, turnMs } from './share.ts'
import { type Tone, toneOf } from './traits.ts'

/** What an item is due by its weight and the rules, among these cards: what a rotation of them gives in the long run. */
export interface DueShare {
  /** Share of the time on the wall, 0..1. */
  readonly time: number
  /** Turns in an hour of turning. */
  readonly anHour: number
}

const HOUR_MS = 3_600_000

interface Sum {
  readonly name: Tone | 'all'
  rate: number
  roundMs: number
}

/** By id. Some 0.2 us an item: quick enough to follow a hand on a slider, where a rotation would have to be built anew. */
export function dueShares(cards: Iterable<Card>, rules: RotationRules): ReadonlyMap<string, DueShare> {
  const groups = new Map<string, Sum>()
  const items = [...cards].map((card) => {
    const ms = turnMs(card, rules)
    const rate = rateOf(card.weight, ms, rules.share)
    const name = rules.sentiment ? toneOf(card.sentiment) : 'all'
    const group = groups.get(name) ?? { name, rate: 0, roundMs: 0 }
    group.rate += rate
    group.roundMs += rate * ms
    groups.set(name, group)
    return { id: card.id, ms, rate, group }
  })
  const shares = new Map(sharesOf([...groups.values()], rules.sentiment))
  let meanMs = 0
  for (const [{ roundMs, rate }, share] of shares) meanMs += (share * roundMs) / rate
  return new Map(
    items.map(({ id, ms, rate, group }) => {
      const turns = ((shares.get(group) ?? 0) * rate) / group.rate
      return [id, { time: (turns * ms) / meanMs, anHour: (turns * HOUR_MS) / meanMs }]
    }),
  )
}
