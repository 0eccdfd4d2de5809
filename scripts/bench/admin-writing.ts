import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changeAdmin } from '../../electron/admin/change-handlers.ts'
import { systemClock } from '../../electron/clock.ts'
import { openCurator } from '../../electron/curate/curator.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { openRoomIndex } from '../../electron/room-index.ts'
import type { Change } from '../../renderer/core/admin/change.ts'
import { printFigure } from './figures.ts'
import { watchLateness } from './lateness.ts'

/** A slide that is due may wait so long for a curator's change, ms: less than one frame of a swap in which nothing may be late. */
const MOST_LATE_MS = 16
const DECISIONS = 5_000
const CHANGES = 6

/** How long the wall's process is held up by changes in a large room.yaml: by those of the product, and by the same ones made in this thread. */
export async function benchWriting(base: string): Promise<void> {
  const here = makeFolder(join(base, 'here'))
  const curator = openCurator({ ...here, items: { item: () => undefined, byWho: () => [] }, now: Date.now })
  await hide((hidden) => curator.change(change(hidden)))
  const peer = await measured((hidden) => curator.change(change(hidden)))
  curator.close()

  const thread = makeFolder(join(base, 'thread'))
  const index = openRoomIndex(() => openIndexReader(thread.dataDir))
  const admin = changeAdmin({ ...thread, clock: systemClock })({ index, onNews: () => undefined })
  await hide((hidden) => admin.handlers.change({ change: change(hidden) }))
  const ours = await measured((hidden) => admin.handlers.change({ change: change(hidden) }))
  await admin.close()
  index.close()

  console.log(`a change in a room.yaml of ${DECISIONS.toLocaleString('en')} decisions, on disk after`)
  console.log(`  in a thread of its own: ${told(ours.times)} ms; in the wall's: ${told(peer.times)} ms`)
  console.log(
    `  a timer of the wall's process was late meanwhile by ${peer.late.toFixed(0)} ms in the wall's own thread`,
  )
  printFigure('latest timer of the wall while a curator writes', ours.late, 'ms', { most: MOST_LATE_MS })
}

const change = (hidden: boolean): Change => ({
  type: 'decide',
  items: ['quotes/q7'],
  decision: { hidden, cleared: undefined },
})

function makeFolder(base: string): { folder: string; dataDir: string } {
  const [folder, dataDir] = [join(base, 'content'), join(base, 'data')]
  for (const each of [folder, dataDir]) mkdirSync(each, { recursive: true })
  const decisions = Array.from(
    { length: DECISIONS },
    (_, at) => `  quotes/q${at}: {weight: 2}   # as agreed\n`,
  )
  writeFileSync(join(folder, 'room.yaml'), `# ours\nname: Room\nitems:\n${decisions.join('')}`)
  return { folder, dataDir }
}

type Hide = (hidden: boolean) => unknown

/** The first one opens the journal, and the thread. */
async function hide(make: Hide): Promise<void> {
  await make(true)
  await make(false)
}

async function measured(make: Hide): Promise<{ times: number[]; late: number }> {
  const watch = watchLateness()
  const times: number[] = []
  for (let at = 0; at < CHANGES; at += 1) {
    const begun = performance.now()
    await make(at % 2 === 0)
    times.push(performance.now() - begun)
  }
  return { times, late: Math.max(...watch.end()) }
}

function told(times: readonly number[]): string {
  return times.map((ms) => ms.toFixed(0)).join(', ')
}
