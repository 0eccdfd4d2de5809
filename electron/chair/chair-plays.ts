import type { ChairView } from '../../renderer/core/chair/view.ts'
import type { PlayEnd } from '../../renderer/core/player-state.ts'
import type { AuditTrail } from '../audit-trail.ts'
import type { Clock } from '../clock.ts'
import type { PaintedPlay, Records } from '../records/records.ts'
import type { RoomIndex } from '../room-index.ts'
import { itemsIn } from './chair-view.ts'

/** The proof of what a chair has shown: a row for each item of a scene that was painted, until it leaves. */

export interface ChairPlays {
  /** This scene is on the wall, whole. */
  painted(view: ChairView): void
  /** What is to be seen from now on: rows of what is no longer in it are closed. */
  look(view: ChairView | undefined): void
  close(): void
}

export interface ChairPlaysParts {
  readonly index: Pick<RoomIndex, 'item'>
  readonly records: Records
  readonly clock: Clock
  readonly screen: string
  readonly trail: Pick<AuditTrail, 'shown'>
  readonly onPainted?: ((play: PaintedPlay) => void) | undefined
}

export function makeChairPlays({
  index,
  records,
  clock,
  screen,
  trail,
  onPainted,
}: ChairPlaysParts): ChairPlays {
  /** By item, the play that is open. */
  let open = new Map<string, string>()
  let sceneId = ''

  function end(of: Iterable<string>, reason: PlayEnd): void {
    const ids = [...of]
    if (ids.length === 0) return
    const at = Math.round(clock.now())
    records.together(() => {
      for (const id of ids) records.ended(open.get(id) ?? '', at, reason)
    })
    open = new Map([...open].filter(([id]) => !ids.includes(id)))
  }

  return {
    painted(view) {
      const paintedAt = Math.round(clock.now())
      // Whoever stays on from the scene before is on all the time.
      const come = itemsIn(view).filter((id) => !open.has(id))
      sceneId = view.sceneId
      const rows = [...new Set(come)].flatMap((itemId): PaintedPlay[] => {
        const item = index.item(itemId)
        if (!item) return []
        const playId = `${sceneId} ${itemId}`
        return [{ playId, screen, itemId, kind: item.kind, title: item.title, part: 0, paintedAt }]
      })
      records.together(() => {
        records.tick(paintedAt)
        for (const row of rows) records.painted(row)
      })
      for (const row of rows) {
        open.set(row.itemId, row.playId)
        trail.shown(row.itemId, paintedAt)
        onPainted?.(row)
      }
    },
    look(view) {
      const there = new Set(view ? itemsIn(view) : [])
      const gone = [...open.keys()].filter((id) => !there.has(id))
      end(gone, view?.sceneId === sceneId ? 'withdrawn' : 'shown')
    },
    close: () => end(open.keys(), 'interrupted'),
  }
}
