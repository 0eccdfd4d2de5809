import type { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import type { Row } from '../../electron/library/readers/table.ts'
import { type RowMade, type RowPlan, RowReader } from '../../electron/library/row-reader.ts'
import { MOST_WAITING, RowThread } from '../../electron/library/row-thread-link.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { makeRoom, type TestRoom } from './open-room.ts'

// A long table has a thread of its own make its items. What comes of a row must not hang on which thread read it.

const rooms: TestRoom[] = []

afterEach(async () => {
  for (const room of rooms.splice(0)) await room.close()
})

async function indexed(csv: string): Promise<TestRoom> {
  const room = await makeRoom({
    'quotes/voices.yaml':
      'source: Survey\nevidence: research\nconsent:\n  public_source: The annual report\nredact:\n  - Skelling\n',
    'quotes/voices.csv': csv,
  })
  rooms.push(room)
  await room.index()
  return room
}

const WORDS = 'nobody told me when the next bus for Skelling leaves and I had been waiting in the rain'.split(
  ' ',
)

/** Every sort of row: plain, blank, the same again, marked, with personal data, without a date that can be read. */
function row(index: number): string {
  const words = Array.from({ length: 25 }, (_, at) => WORDS[(index * 7 + at * 3) % WORDS.length]).join(' ')
  const said = [
    `${words} ${index}`,
    '',
    'Late again.',
    `${words}, said [[Ruth]] of ${index}`,
    `Ring me on 020 7946 0${100 + (index % 900)}, ${words}`,
    `“${words}” – ${index}\n\nand on`,
  ][index % 6]
  const day = index % 41 === 0 ? 'some day' : `2026-03-${String((index % 28) + 1).padStart(2, '0')}`
  return `"${said}",${day}\n`
}

const WORDS_OF_3 = 'when bus leaves'

const table = (rows: readonly string[]): string => `quote,date\n${rows.join('')}`
const LONG = Array.from({ length: 6_000 }, (_, index) => row(index))
/** Too few to be worth a thread. */
const SHORT = LONG.slice(0, 2_000)

const told = (room: TestRoom): string[] => room.told().filter((line) => line.startsWith('error'))
const items = (room: TestRoom, most: number): string[] =>
  room
    .ids()
    .slice(0, most)
    .map((id) => JSON.stringify([room.reader.item(id), room.reader.cards().find((card) => card.id === id)]))

const bodies = (room: TestRoom): unknown[] => room.ids().map((id) => room.reader.item(id)?.body)

test('a long table comes to the same items, in the same order, as a short one with the same rows', async () => {
  const [short, long] = [await indexed(table(SHORT)), await indexed(table(LONG))]
  expect(table(SHORT).length).toBeLessThan(500_000)
  expect(table(LONG).length).toBeGreaterThan(600_000)
  const count = short.ids().length
  expect(count).toBeGreaterThan(1_500)
  expect(items(long, 300)).toEqual(items(short, 300))
  expect(long.ids().slice(0, count)).toEqual(short.ids())
  expect(told(long).slice(1)).toEqual(told(short).slice(1))
  expect(told(short)).toHaveLength(4)
})

test('rows that are known keep their place between those that are new', async () => {
  const room = await indexed(table(SHORT))
  const before = room.ids()
  const shuffled = table(LONG.map((_, at) => LONG[(at * 2_477) % LONG.length] ?? ''))
  await room.put({ 'quotes/voices.csv': shuffled })
  await room.index()
  const after = new Set(room.ids())
  expect(before.filter((id) => !after.has(id))).toEqual([])
  expect(bodies(room)).toEqual(bodies(await indexed(shuffled)))
})

test('a row that was erased is left out of a long table, wherever it stands', async () => {
  const room = await indexed(table(LONG))
  const isSaid = (): boolean => JSON.stringify(bodies(room)).includes('said —— of 3"')
  const erased = room.ids().find((id) => room.title(id)?.startsWith(WORDS_OF_3)) ?? ''
  expect(isSaid()).toBe(true)
  await room.put({ 'room.yaml': `items:\n  ${JSON.stringify(erased)}:\n    erased: true\n` })
  await room.index()
  expect([room.ids().includes(erased), isSaid()]).toEqual([false, false])
  await room.put({ 'quotes/voices.csv': table(LONG.toReversed()) })
  await room.index()
  expect([room.ids().includes(erased), isSaid()]).toEqual([false, false])
})

const PLAN: RowPlan = {
  path: 'quotes/voices.csv',
  kind: 'quote',
  beside: {
    source: 'Survey',
    captured: '2026-03-04',
    evidence: 'research',
    consent: { public_source: 'The report' },
  },
  headers: ['text'],
  dates: [],
  idName: undefined,
  spoken: 'text',
  mapped: [],
  wall: wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 1920, heightPx: 1080 }),
}
const BLOCKS: readonly (readonly Row[])[] = Array.from({ length: MOST_WAITING }, (_, block) =>
  WORDS.map((word, at) => ({ line: block * 100 + at, cells: { text: `${word} ${block} ${at}` } })),
)
const readBy = (thread: RowThread) =>
  BLOCKS.map((rows) =>
    thread.read(
      rows,
      rows.map(({ cells }) => JSON.stringify(cells)),
    ),
  )
const madeHere = (): unknown => BLOCKS.map(itemsHere)
const itemsHere = (rows: readonly Row[]): RowMade[] => rows.map((each) => new RowReader(PLAN).read(each))
/** A thread answers in bytes what is a text where it is made. */
const asTexts = (made: readonly RowMade[]): readonly RowMade[] =>
  made.map((row) =>
    row.is === 'item' ? { ...row, item: row.item.toString(), card: row.card.toString() } : row,
  )
const answersOf = async (reads: readonly Promise<readonly RowMade[]>[]): Promise<unknown> =>
  (await Promise.all(reads)).map(asTexts)

/** Begins a thread, and tells how it ends: on its own only if it broke. */
async function begin(): Promise<{ thread: RowThread; exit: Promise<number>; answers: () => number }> {
  const began = new Promise<Worker>((resolve) => process.once('worker', resolve))
  const thread = new RowThread(PLAN)
  const worker = await began
  let answers = 0
  worker.on('message', () => (answers += 1))
  return {
    thread,
    exit: new Promise((resolve) => worker.once('exit', resolve)),
    answers: () => answers,
  }
}

test('the thread makes of rows what is made of them here, and answers in their order', async () => {
  const { thread, answers } = await begin()
  const reads = readBy(thread)
  const [first = []] = BLOCKS
  // It has as much to do as it may have: this one is made here, and at once.
  const more = thread.read(
    first,
    first.map(({ cells }) => JSON.stringify(cells)),
  )
  expect(await more).toEqual(itemsHere(first))
  expect(answers()).toBe(0)
  expect(await answersOf(reads)).toEqual(madeHere())
  expect(answers()).toBe(BLOCKS.length)
  await thread.close()
})

test('when the thread breaks, what it was given is made here, and what comes after too', async () => {
  const { thread, exit, answers } = await begin()
  const before = readBy(thread)
  await before[0]
  const [last = []] = BLOCKS.slice(-1)
  const broken = thread.read(last, ['what no thread can read'])
  expect(await answersOf(before)).toEqual(madeHere())
  expect(asTexts(await broken)).toEqual(itemsHere(last))
  expect(await exit).not.toBe(0)
  const heard = answers()
  expect(await answersOf(readBy(thread))).toEqual(madeHere())
  expect(answers()).toBe(heard)
  await thread.close()
})
