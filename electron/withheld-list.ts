import type { Card, JudgedCards } from '../renderer/core/deck.ts'
import type { Problem } from '../renderer/core/problem.ts'
import type { Place } from './room-index.ts'
import { remedyOf, tellNotShown } from './withheld.ts'

/** What is in the room and not on the wall, as problems. */
export interface WithheldList {
  /** The standing of every card was looked at. */
  judged(judged: JudgedCards): void
  problems(): readonly Problem[]
}

/** Made only when it is asked for after a new judgement: a snapshot goes out with every slide. */
export function makeWithheldList(
  places: (of: ReadonlySet<Card>) => ReadonlyMap<string, Place>,
): WithheldList {
  let make = (): readonly Problem[] => []
  let made: readonly Problem[] | undefined = []

  function tell(found: JudgedCards['notShown']): readonly Problem[] {
    if (found.length === 0) return []
    const known = places(new Set(found.map(({ card }) => card)))
    return tellNotShown(
      found.map(({ card, standing }) => ({
        ...(known.get(card.id) ?? { path: card.id, line: 1 }),
        standing: standing.state,
        reasons: standing.state === 'shown' ? [] : standing.reasons,
        remedy: remedyOf(standing, card.facts),
      })),
    )
  }

  return {
    judged({ notShown }) {
      made = undefined
      // What waits for its daypart comes by itself, every day: that is no news.
      make = () => tell(notShown.filter(({ standing }) => standing.state !== 'closed'))
    },
    problems() {
      made ??= make()
      return made
    },
  }
}
