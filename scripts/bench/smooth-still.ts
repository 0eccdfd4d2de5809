import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { makeFolder, openRoom, SAMPLE_ROOM } from '../../tests/e2e/room.ts'
import { printFigure, until } from './figures.ts'
import { cpuSeconds, roleOf } from './process-cpu.ts'

const MOST_PERCENT = 1
const STILL_S = 30
const QUICK_S = 10
/** The slide before it stands for so long: what a start and the reading of a folder leave behind is over by then. */
const FIRST_S = 75
/** A slide that has just come in is not yet still. */
const SETTLE_MS = 8_000

/** Processor time of all processes of the app, with nothing on the wall that moves: a slide of each kind that stands still. */
export async function benchStill(kinds: readonly string[], isQuick: boolean): Promise<void> {
  const seconds = isQuick ? QUICK_S : STILL_S
  for (const path of stillKinds().filter((each) => kinds.length === 0 || kinds.includes(each))) {
    const folder = makeFolder({
      'room.yaml': `rotation: { seconds_min: ${FIRST_S}, seconds_max: ${FIRST_S} }\n`,
    })
    folder.copySample(path)
    makeOld(folder.content)
    const room = await openRoom(folder)
    await until(() => room.plays()[1], 2 * FIRST_S * 1000)
    await pause(SETTLE_MS)
    const before = cpuSeconds(room.pid)
    await pause(seconds * 1000)
    const after = cpuSeconds(room.pid)
    const used = [...after].map(([pid, total]) => ({
      pid,
      share: (total - (before.get(pid) ?? 0)) / seconds,
    }))
    const kind = room.plays()[0]?.kind ?? ''
    const total = used.reduce((sum, { share }) => sum + share, 0)
    printFigure(`still slide (${kind}), of one core`, total * 100, '%', { most: MOST_PERCENT })
    const parts = used.filter(({ share }) => share > 0)
    console.log(
      `  ${parts.map(({ pid, share }) => `${roleOf(pid)} ${(share * 100).toFixed(2)} %`).join(', ')}`,
    )
    await room.close()
    folder.remove()
  }
}

/** A file that was written just now is looked at more often than those of a room that stands. */
function makeOld(folder: string): void {
  const yesterday = new Date(Date.now() - 24 * 3_600_000)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    utimesSync(join(folder, name), yesterday, yesterday)
  }
}

/** Calls and clips move for as long as they are on the wall. */
function stillKinds(): string[] {
  return readdirSync(join(SAMPLE_ROOM), { withFileTypes: true })
    .filter((each) => each.isDirectory() && !['calls', 'clips'].includes(each.name))
    .map((each) => each.name)
}
