import { copyFileSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { indexOnce } from '../../electron/library/library.ts'
import type { LibraryOptions } from '../../electron/library/protocol.ts'
import { quoteFile } from '../../tests/e2e/room.ts'
import { printFigure, until } from './figures.ts'
import { put, type RoomSize, writeMedia, writeTable } from './large-room.ts'
import { type Cost, LibraryProcess } from './library-process.ts'
import { benchOnTheWall } from './on-the-wall.ts'
import { temporaryFolder } from './parts.ts'
import { bareWalk, readAndHash } from './raw-cost.ts'
import { surveyCsv } from './survey-table.ts'

// A room as large as rooms get, in one run: first reading, a start with nothing changed, one change, and their raw cost.

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    pictures: { type: 'string', default: '5000' },
    clips: { type: 'string', default: '500' },
    'no-wall': { type: 'boolean', default: false },
  },
})
const size: RoomSize = {
  rows: Number(values.rows),
  pictures: Number(values.pictures),
  clips: Number(values.clips),
}
const ROUNDS = 12
const WALL_PX = 1_920
/** However large the room, it has been read by then, ms. */
const PATIENCE_MS = 3_600_000

const base = temporaryFolder()
const room = join(base, 'content')
const tableRoom = join(base, 'table')
const emptyRoom = join(base, 'empty')
for (const folder of [room, tableRoom, emptyRoom]) mkdirSync(folder)

console.log(`${cpus().length} processors, load ${loadavg()[0]?.toFixed(1)} at the start.`)
writeTable(tableRoom, size.rows)
mkdirSync(join(room, 'quotes'))
for (const name of ['survey.csv', 'survey.yaml'])
  copyFileSync(join(tableRoom, 'quotes', name), join(room, 'quotes', name))
await writeMedia(room, size)
for (let note = 0; note <= ROUNDS; note += 1)
  put(room, `quotes/note-${note}.md`, quoteFile(`The first version of note ${note}.`))

const optionsFor = (folder: string, data: string): LibraryOptions => ({
  folder,
  dataDir: join(base, data),
  wallPx: WALL_PX,
  build: 'bench',
})
const open = (folder: string, data: string): LibraryProcess => new LibraryProcess(optionsFor(folder, data))

await firstTable()
await firstRoom()
await unchanged()
await oneChange()
if (!values['no-wall']) await onTheWall()

/** The table alone, so that nothing else is in its time. */
async function firstTable(): Promise<void> {
  const raw = readAndHash(tableRoom)
  const library = open(tableRoom, 'table-data')
  const start = await library.reached()
  const before = await library.cost()
  const ms = (await library.read(PATIENCE_MS)) - start
  const cost = await library.cost()
  await library.close()
  const mb = statSync(join(tableRoom, 'quotes/survey.csv')).size / 1e6
  const seconds = ms / 1_000
  printFigure('rows of a table, first reading', size.rows / seconds, 'rows/s', { least: 25_000 })
  console.log(
    `  ${size.rows} rows, ${mb.toFixed(1)} MB in ${seconds.toFixed(2)} s: ${(mb / seconds).toFixed(1)} MB/s;` +
      ` reading and hashing the same bytes ${raw.mbPerSecond.toFixed(0)} MB/s.`,
  )
  tellCost(cost, before)
}

async function firstRoom(): Promise<void> {
  const raw = readAndHash(room)
  const library = open(room, 'data')
  const start = await library.started()
  const end = await library.read(PATIENCE_MS)
  const cost = await library.cost()
  await library.close()
  const seconds = (end - start) / 1_000
  console.log(
    `first reading of all: ${raw.files} files, ${raw.mb.toFixed(0)} MB in ${seconds.toFixed(1)} s,` +
      ` ${(raw.mb / seconds).toFixed(1)} MB/s; reading and hashing the same bytes ${raw.mbPerSecond.toFixed(0)} MB/s.`,
  )
  tellCost(cost)
  printFigure('memory of the library process, peak', cost.peakMb, 'MB', { most: 400 })
}

function tellCost({ cpuSeconds, peakMb }: Cost, before?: Cost): void {
  const cpu = cpuSeconds - (before?.cpuSeconds ?? 0)
  console.log(
    `  library process: ${cpu.toFixed(1)} s of processor time, ${peakMb.toFixed(0)} MB at most` +
      ' (utility process in Electron).',
  )
}

/**
 * The same code in this process, index opened and closed, beside the walk; and the process started for it, which takes
 * its time whatever the room.
 */
async function unchanged(): Promise<void> {
  const walks: number[] = []
  const looks: number[] = []
  for (let round = 0; round < 9; round += 1) {
    walks.push(bareWalk(room).ms)
    const start = performance.now()
    await indexOnce(optionsFor(room, 'data'))
    looks.push(performance.now() - start)
  }
  const [walk, look] = [median(walks), median(looks)]
  const starts = [await timeToReach(room, 'data'), await timeToReach(room, 'data')]
  const empty = [await timeToReach(emptyRoom, 'empty-data'), await timeToReach(emptyRoom, 'empty-data')]
  console.log(
    `start with nothing changed: ${look.toFixed(0)} ms, a bare walk with stat ${walk.toFixed(0)} ms` +
      ` (with the start of the process ${Math.min(...starts)} ms, of an empty room ${Math.min(...empty)} ms).`,
  )
  printFigure('start with nothing changed', look / walk, 'x a bare walk', { most: 1.5 })
}

async function timeToReach(folder: string, data: string): Promise<number> {
  const library = open(folder, data)
  const ms = (await library.reached()) - (await library.started())
  await library.close()
  return ms
}

/** From the end of writing to the commit, as the library tells the host of it. */
async function oneChange(): Promise<void> {
  const library = open(room, 'data')
  await library.reached()
  await quiet()
  const times: number[] = []
  for (let note = 0; note <= ROUNDS; note += 1) {
    const said = library.said.length
    put(room, `quotes/note-${note}.md`, quoteFile(`Another version of note ${note}.`))
    const written = Date.now()
    const told = await until(() => library.said.slice(said).find(({ type }) => type === 'revision'))
    // The first one waits for the watcher, which has just begun.
    if (note > 0) times.push(told.at - written)
    await quiet()
  }
  printFigure('one file changed, in the index: median', median(times), 'ms', { most: 300 })
  printFigure('one file changed, in the index: slowest', Math.max(...times), 'ms', { most: 300 })
  const said = library.said.length
  const more = join(base, 'survey.csv')
  writeFileSync(more, surveyCsv(size.rows + 50))
  renameSync(more, join(room, 'quotes/survey.csv'))
  const written = Date.now()
  const told = await until(() => library.said.slice(said).find(({ type }) => type === 'revision'), 120_000)
  console.log(`the table exported again with 50 more rows: in the index after ${told.at - written} ms.`)
  await library.close()
}

/** The whole app, which shows on a wall of another size: everything is read once more. */
function onTheWall(): Promise<void> {
  return benchOnTheWall(
    {
      content: room,
      data: join(base, 'data'),
      shots: join(base, 'shots'),
      write: (path, text) => put(room, path, text),
      copySample: () => {},
      remove: () => {},
    },
    ROUNDS,
  )
}

/** Rounds stand apart, or one would wait for the end of the one before. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 700))
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}
