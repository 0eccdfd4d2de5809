import type { Card } from '../renderer/core/deck.ts'
import type { Problem } from '../renderer/core/problem.ts'
import type { Standing } from '../renderer/core/standing.ts'
import type { Place } from './room-index.ts'
import { remedyOf, tellNotShown } from './withheld.ts'

/** What is in the room and not on the wall, as problems. */
export interface WithheldList {
  /** The standing of every card was looked at. */
  judged(cards: readonly Card[], standingOf: (card: Card) => Standing): void
  problems(): readonly Problem[]
}

/** Made only when it is asked for after a new judgement: a snapshot goes out with every slide. */
export function makeWithheldList(places: () => ReadonlyMap<string, Place>): WithheldList {
  let make = (): readonly Problem[] => []
  let made: readonly Problem[] | undefined = []

  function tell(cards: readonly Card[], standingOf: (card: Card) => Standing): readonly Problem[] {
    const found = cards.flatMap((card) => {
      const standing = standingOf(card)
      return standing.state === 'shown' ? [] : [{ card, standing }]
    })
    if (found.length === 0) return []
    const known = places()
    return tellNotShown(
      found.map(({ card, standing }) => ({
        ...(known.get(card.id) ?? { path: card.id, line: 1 }),
        standing: standing.state,
        reasons: standing.reasons,
        remedy: remedyOf(standing, card.facts),
      })),
    )
  }

  return {
    judged(cards, standingOf) {
      made = undefined
      make = () => tell(cards, standingOf)
    },
    problems() {
      made ??= make()
      return made
    },
  }
}
