import type { Card } from '../renderer/core/deck.ts'
import type { JudgedCard } from '../renderer/core/deck-keeper.ts'
import type { Problem } from '../renderer/core/problem.ts'
import type { Place } from './room-index.ts'
import { remedyOf, tellNotShown } from './withheld.ts'

/** What is in the room and not on the wall, as problems. */
export interface WithheldList {
  /** These are what is not shown; they are looked at when somebody asks. */
  judged(notShown: () => Iterable<JudgedCard>): void
  problems(): readonly Problem[]
}

/** Made only when it is asked for after a new judgement: a snapshot goes out with every slide. */
export function makeWithheldList(
  places: (of: ReadonlySet<Card>) => ReadonlyMap<string, Place>,
): WithheldList {
  let make = (): readonly Problem[] => []
  let made: readonly Problem[] | undefined = []

  function tell(found: readonly JudgedCard[]): readonly Problem[] {
    if (found.length === 0) return []
    const known = places(new Set(found.map(({ card }) => card)))
    const told = tellNotShown(
      found.map(({ card, standing }) => ({
        ...(known.get(card.id) ?? { path: card.id, line: 1 }),
        standing: standing.state,
        reasons: standing.state === 'shown' ? [] : standing.reasons,
        remedy: remedyOf(standing, card.facts),
      })),
    )
    return told.toSorted((a, b) =>
      a.path === b.path ? (a.line ?? 0) - (b.line ?? 0) : a.path < b.path ? -1 : 1,
    )
  }

  return {
    judged(notShown) {
      made = undefined
      // What waits for its daypart comes by itself, every day: that is no news.
      make = () => tell([...notShown()].filter(({ standing }) => standing.state !== 'closed'))
    },
    problems() {
      made ??= make()
      return made
    },
  }
}
