import { join } from 'node:path'
import { createHost } from '../../electron/host.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { fakeClock } from '../host/fake-clock.ts'
import { machine } from '../host/machine.ts'
import type { TestRoom } from './open-room.ts'

export const NOON = Date.UTC(2026, 6, 1, 12)

/** A host over a room that was indexed, as a curator asks it; its wall shows what `show` is told to. */
export function askRoom(room: TestRoom, { screen = 'lobby', now = NOON } = {}) {
  const clock = fakeClock(now)
  const records = openRecords(join(room.dataDir, 'room.db'), clock.now())
  const host = createHost({
    openIndex: () => openIndexReader(room.dataDir),
    records,
    clock,
    screen,
    folder: room.folder,
    dataDir: room.dataDir,
    machine,
    wall: () => wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 640, heightPx: 360 }),
    newSeed: () => 7,
    onSnapshot: () => undefined,
  })
  return {
    host,
    records,
    clock,
    ask: host.handlers,
    /** Each slide is painted and runs its time; returns the items in order. */
    show(slides: number): string[] {
      return Array.from({ length: slides }, () => {
        const { wall } = host.handlers.snapshot()
        if (wall.type !== 'play') return ''
        host.handlers.painted({ playId: wall.play.playId })
        clock.pass(wall.play.dwellMs)
        return wall.play.item.id
      })
    },
    close() {
      host.close()
      records.close()
    },
  }
}
