import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as message } from 'node:timers/promises'
import { systemClock } from '../../electron/clock.ts'
import { createHost } from '../../electron/host.ts'
import type { Host } from '../../electron/host-parts.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { indexOnce } from '../../electron/library/library.ts'
import { searchFile } from '../../electron/library/search-file.ts'
import { syncSearch } from '../../electron/library/search-task.ts'
import { indexFile } from '../../electron/library/store.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import type { Records } from '../../electron/records/records.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { FIND_SORTS, type FindQuery } from '../../renderer/core/admin/find.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { printFigure, printTimes } from './figures.ts'
import { watchLateness } from './lateness.ts'
import { oneOf, randomFrom } from './random.ts'
import { typedQueries } from './search-room.ts'

/** What a curator waits for of the host alone, and what the wall waits for meanwhile. */

const SCANS = 40
const WINDOW = { from: 0, count: 60 } as const

/** Reads the room where no window has read it before; `dataDir` is used by nobody else. */
export async function benchHost(folder: string, dataDir: string): Promise<void> {
  if (!existsSync(searchFile(dataDir))) {
    await indexOnce({ folder, dataDir, wallPx: 1_920, build: 'bench' })
    const begun = performance.now()
    syncSearch(dataDir)
    console.log(`search made in ${((performance.now() - begun) / 1_000).toFixed(1)} s.`)
  }
  const records = openRecords(join(dataDir, 'bench-room.db'), systemClock.now())
  const host = createHost({
    openIndex: () => openIndexReader(dataDir),
    records,
    clock: systemClock,
    screen: 'default',
    folder,
    dataDir,
    machine: () => ({ versions: {}, platform: '', displays: [], startedAt: 0 }),
    wall: () => wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 1_920, heightPx: 1_080 }),
    newSeed: () => 7,
    onSnapshot: () => undefined,
  })
  await settled(records)

  console.log(
    `${host.counts().total.toLocaleString('en')} items; search of ${megabytes(searchFile(dataDir))} MB` +
      ` beside an index of ${megabytes(indexFile(dataDir))} MB.`,
  )
  const late = watchLateness()
  printFigure('first window of find after opening', await timed(host, WINDOW), 'ms', { most: 1_000 })
  printFigure('its second', await timed(host, WINDOW), 'ms', { most: 100 })
  printFigure('first search after opening', await timed(host, { text: 'a', ...WINDOW }), 'ms', {
    most: 1_000,
  })
  for (const sort of FIND_SORTS) {
    const first = await timed(host, { sort, ...WINDOW })
    console.log(`  first list by ${sort}: ${first.toFixed(0)} ms.`)
  }
  tellTimes('a window with filters', await each(host, filtered(), 100), 100)
  const random = randomFrom(11)
  const typed = typedQueries(200, random)
  tellTimes('search as it is typed', await each(host, typed, 200), 50)
  tellTimes('search with filters, sorted by title', await each(host, typedFilters(), 100), 50)
  printTimes('how late another timer was meanwhile', late.end(), 50)
  const scans = bareScans(dataDir, typed.slice(0, SCANS)).toSorted((a, b) => a - b)
  console.log(
    `  for the same typing, a bare scan of the same texts without any order: median ${scans[SCANS / 2]?.toFixed(0)} ms,` +
      ` slowest ${scans.at(-1)?.toFixed(0)} ms of ${SCANS}.`,
  )
  await host.close()
  records.close()
}

/** What looking for it costs where nothing is prepared but the texts, ms each. */
function bareScans(dataDir: string, queries: readonly Partial<FindQuery>[]): number[] {
  const db = openDatabase(searchFile(dataDir), { readonly: true, fileMustExist: true })
  try {
    const scan = db.prepare<[string, string]>(
      'SELECT count(*) FROM docs WHERE instr(head, ?) > 0 OR instr(body, ?) > 0',
    )
    return queries.map(({ text = '' }) => {
      const begun = performance.now()
      scan.get(text.toLowerCase(), text.toLowerCase())
      return performance.now() - begun
    })
  } finally {
    db.close()
  }
}

/** At its first start a wall puts every item into the audit, which takes some seconds; a curator comes later. */
async function settled(records: Records): Promise<void> {
  for (let before = -1, now = 0; now !== before; ) {
    before = now
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    now = records.auditStates('default').size
  }
}

/** Each question comes by a message of its own. */
async function timed({ handlers }: Host, query: FindQuery): Promise<number> {
  await message()
  const start = performance.now()
  await handlers.find(query)
  return performance.now() - start
}

async function each(host: Host, queries: readonly Partial<FindQuery>[], count: number): Promise<number[]> {
  const times: number[] = []
  for (const query of queries.slice(0, count)) times.push(await timed(host, { ...query, ...WINDOW }))
  return times
}

function filtered(): Partial<FindQuery>[] {
  const random = randomFrom(3)
  return Array.from({ length: 100 }, () => ({
    filters: {
      theme: random() < 0.5 ? [oneOf(['lifts', 'fares', 'staff'], random)] : undefined,
      standing: random() < 0.5 ? ['shown', 'hidden'] : undefined,
      age: random() < 0.3 ? ['year', 'half'] : undefined,
    },
    screen: random() < 0.2 ? 'street' : 'default',
    sort: oneOf(['relevance', 'title', 'newest', 'place', 'most-played'] as const, random),
  }))
}

function typedFilters(): Partial<FindQuery>[] {
  const random = randomFrom(5)
  return typedQueries(100, random).map((query) => ({
    ...query,
    filters: { theme: [oneOf(['lifts', 'fares', 'staff'], random)] },
    sort: 'title' as const,
  }))
}

function tellTimes(what: string, times: readonly number[], limitMs: number): void {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  printFigure(`${what}: median`, at(0.5), 'ms', { most: limitMs })
  printFigure(`${what}: 95th percentile`, at(0.95), 'ms', { most: limitMs })
  console.log(`  slowest ${at(1).toFixed(1)} ms of ${sorted.length}.`)
}

function megabytes(file: string): string {
  return (statSync(file).size / 1e6).toFixed(0)
}
