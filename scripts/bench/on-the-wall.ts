import { searchFile } from '../../electron/library/search-file.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { type Folder, openRoom, quoteFile, type Room } from '../../tests/e2e/room.ts'
import { printFigure, until } from './figures.ts'
import { put } from './large-room.ts'
import { costOf, unread } from './library-process.ts'

/** The whole app on a large room: from the end of writing to what the wall may play, and to what is painted on it. */

/** However large the room, it has been read by then, ms. */
const PATIENCE_MS = 3_600_000
const LIMIT_MS = 300
/** One slide gives way to the next within this time, ms. */
const SWAP_MS = 1_000

/** `folder.data` may know the room already: then it is not read for the first time. */
export async function benchOnTheWall(folder: Folder, rounds: number): Promise<void> {
  const room = await openRoom(folder)
  try {
    await atRest(room)
    const added = await eachAdded(room, rounds)
    const painted = await eachPainted(room, rounds)
    tell('one file added, in the wall’s deck', added)
    tell('one file changed that is on the wall, painted', painted)
    const pid = await room.app.evaluate(
      ({ app }) => app.getAppMetrics().find(({ name }) => name === 'library')?.pid ?? 0,
    )
    printFigure('memory of the library process in the app, peak', costOf(pid).peakMb, 'MB', { most: 400 })
  } finally {
    await room.close()
  }
}

/** All is read, written into the audit and found by the search: what goes on for months, not for the first minutes. */
async function atRest(room: Room): Promise<void> {
  let before = ''
  await until(async () => {
    await pause(3_000)
    const [isRead, docs, eligible] = [unread(room.folder.data) === 0, searchable(room), await room.eligible()]
    const audited = room.rows<{ count: number }>('SELECT count(*) AS count FROM audit')[0]?.count ?? 0
    const now = `${docs} ${eligible} ${audited}`
    const isSame = isRead && docs > 0 && eligible > 0 && audited > 0 && now === before
    before = now
    return isSame || undefined
  }, PATIENCE_MS)
}

function searchable({ folder }: Room): number {
  try {
    const db = openDatabase(searchFile(folder.data), { readonly: true, fileMustExist: true })
    try {
      return db.prepare<[], number>('SELECT count(*) FROM docs').pluck().get() ?? 0
    } finally {
      db.close()
    }
  } catch {
    // Not begun yet.
    return 0
  }
}

async function eachAdded(room: Room, rounds: number): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const count = await room.eligible()
    put(room.folder.content, `quotes/new-${round}.md`, quoteFile(`A new sentence, number ${round} of them.`))
    const written = Date.now()
    await until(async () => ((await room.eligible()) > count ? true : undefined))
    times.push(Date.now() - written)
    await apart()
  }
  return times
}

/** What is pinned is on the wall all the time, and so is every edit of it. Each file is edited once, as a curator does. */
async function eachPainted(room: Room, rounds: number): Promise<readonly number[]> {
  const { content } = room.folder
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    put(content, 'room.yaml', `now: {pin: quotes/new-${round}}\n`)
    await seenAt(room, `number ${round} of`)
    await pause(SWAP_MS)
    await apart()
    put(content, `quotes/new-${round}.md`, quoteFile(`Another sentence, edit ${round} of it.`))
    const written = Date.now()
    times.push((await seenAt(room, `edit ${round} of`)) - written)
  }
  // A room.yaml that goes leaves the last one in force.
  put(content, 'room.yaml', 'name: Room\n')
  return times
}

/** When these words were in a frame on the wall, ms since 1970: the second frame after they were on the page, and not to be prepared. */
function seenAt(room: Room, words: string): Promise<number> {
  return room.wall.evaluate(async (wanted) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const isThere = (): boolean =>
      [...document.querySelectorAll('.layer:not(.preparing)')].some((layer) =>
        layer.textContent?.replace(/\s+/g, ' ').includes(wanted),
      )
    while (!isThere()) await frame()
    await frame()
    await frame()
    return Date.now()
  }, words)
}

function tell(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b)
  console.log(`${what}: ${sorted.join(', ')} ms`)
  printFigure(`${what}: median`, sorted[Math.floor(sorted.length / 2)] ?? Number.NaN, 'ms', {
    most: LIMIT_MS,
  })
  printFigure(`${what}: slowest`, sorted.at(-1) ?? Number.NaN, 'ms', { most: LIMIT_MS })
}

/** Rounds stand apart, and each elsewhere in whatever comes again and again. */
function apart(): Promise<void> {
  return pause(700 + Math.random() * 600)
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
