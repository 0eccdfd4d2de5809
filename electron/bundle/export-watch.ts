import { judge } from '../../renderer/core/deck.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Records } from '../records/records.ts'
import type { RoomIndex } from '../room-index.ts'
import { publicCuration } from './reduce.ts'

/** Erasure and withdrawal reach what left the house by telling whoever can fetch it back. */
export interface ExportWatch {
  /** The room is another, or a bundle may have been made. */
  look(): void
  problems(): readonly Problem[]
}

/** As the record refers to a bundle. */
export function bundleReference(id: string, until: string): string {
  return `bundle ${id} until ${until}`
}

const REFERENCE = /^bundle (\S+) until (\d{4}-\d{2}-\d{2})$/

/** `today` as `YYYY-MM-DD`; `now` is the time that standing is judged by, ms since 1970 UTC. */
export function makeExportWatch(
  index: RoomIndex,
  records: Pick<Records, 'exported' | 'noted'>,
  now: () => number,
): ExportWatch {
  let found: readonly Problem[] = []

  function recalled(): ReadonlyMap<string, number> {
    const { cards, curation } = index.state()
    const standingOf = judge(publicCuration(curation, now()), { screen: '', now: now() })
    const may = new Set(
      cards.filter((card) => ['shown', 'closed'].includes(standingOf(card).state)).map(({ id }) => id),
    )
    const counts = new Map<string, number>()
    for (const { itemId, reference } of records.exported())
      if (!may.has(itemId)) counts.set(reference, (counts.get(reference) ?? 0) + 1)
    return counts
  }

  return {
    look() {
      // Most rooms never left their house.
      if (index.state().revision === 0 || records.noted('exported', 0) === 0) return
      const today = new Date(now()).toISOString().slice(0, 10)
      found = [...recalled()].flatMap(([reference, count]) => {
        const [, id, until = ''] = REFERENCE.exec(reference) ?? []
        return id === undefined || until < today ? [] : [problem(id, until, count)]
      })
    },
    problems: () => found,
  }
}

function problem(id: string, until: string, count: number): Problem {
  const items = count === 1 ? 'One item' : `${count} items`
  return {
    path: 'room.yaml',
    severity: 'error',
    message: `${items} in the bundle ${id} may not be shown to the public any more, and a bundle that is out of the house hears of nothing. It goes on until ${until}.`,
    hint: 'Delete that bundle on every stick and machine that it was copied to, and make a new one: npm run bundle.',
  }
}
