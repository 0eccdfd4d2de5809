import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { createHost } from '../../electron/host.ts'
import { withReadableDates } from '../../electron/library/dates.ts'
import { sharp } from '../../electron/library/derive/sharp.ts'
import { forgetReading } from '../../electron/library/erase.ts'
import { openIndexReader } from '../../electron/library/index-reader.ts'
import { parseEach } from '../../electron/library/parse-each.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { isErased } from '../../renderer/core/admin/ledger.ts'
import { envelopeSchema } from '../../renderer/core/item.ts'
import { wallSize } from '../../renderer/core/legibility.ts'
import { foldText } from '../../renderer/core/search-text.ts'
import { fakeClock } from '../host/fake-clock.ts'
import { machine } from '../host/machine.ts'
import { CALL, makeRoom, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

/** Every file of the data folder in which these bytes stand. */
async function holding(...needles: readonly (string | Uint8Array)[]): Promise<string[]> {
  const entries = await readdir(room.dataDir, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const bytes = await readFile(join(entry.parentPath, entry.name))
    // What is searched is kept in small letters.
    const spelt: readonly (string | Uint8Array)[] = [
      ...needles,
      ...needles.filter((needle) => typeof needle === 'string').map(foldText),
    ]
    if (spelt.some((needle) => bytes.includes(needle))) found.push(entry.name)
  }
  return found
}

async function cached(): Promise<string[]> {
  const entries = await readdir(join(room.dataDir, 'cache'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** A wall that shows each item once, so that the record knows all of them. */
function showAll(slides: number) {
  const clock = fakeClock(Date.UTC(2026, 6, 1, 12))
  const records = openRecords(join(room.dataDir, 'room.db'), clock.now())
  const host = createHost({
    openIndex: () => openIndexReader(room.dataDir),
    records,
    clock,
    screen: 'lobby',
    folder: room.folder,
    dataDir: room.dataDir,
    machine,
    wall: () => wallSize({ diagonalInches: 55, distanceM: 3, widthPx: 640, heightPx: 360 }),
    newSeed: () => 7,
    onSnapshot: () => undefined,
  })
  for (let slide = 0; slide < slides; slide += 1) {
    const { wall } = host.handlers.snapshot()
    if (wall.type !== 'play') break
    host.handlers.painted({ playId: wall.play.playId })
    clock.pass(wall.play.dwellMs)
  }
  return {
    host,
    records,
    clock,
    close: () => {
      host.close()
      records.close()
    },
  }
}

/** Rows that an auditor reads beside the running wall. */
function rows(sql: string): unknown[] {
  const db = openDatabase(join(room.dataDir, 'room.db'), { readonly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

const WORDS = 'Zanzibarwords'
const CALL_FILES = {
  'calls/lift.md': CALL['calls/lift.md'].replace('title: The lift', `title: ${WORDS} lift`),
  'calls/lift.vtt': CALL['calls/lift.vtt'].replace('The lift is broken', `${WORDS} is broken`),
  'calls/lift.wav': toneWav(1),
}

test('a call whose files are deleted leaves no word, no sound and no title behind', async () => {
  room = await makeRoom({ ...CALL_FILES, 'quotes/a.md': quoteFile('Late again.') })
  await room.index()
  const wall = showAll(4)
  const [sound] = await cached()
  const bytes = await readFile(join(room.dataDir, 'cache', sound?.slice(0, 2) ?? '', sound ?? ''))
  expect(await holding(WORDS)).toContain('search.db')
  for (const path of Object.keys(CALL_FILES)) await room.remove(path)
  await room.index()
  wall.host.indexChanged()
  wall.close()
  expect(await holding(WORDS, bytes.subarray(1_000, 1_400))).toEqual([])
  expect(await cached()).toEqual([])
  expect(rows("SELECT DISTINCT title FROM plays WHERE item_id = 'calls/lift'")).toEqual([{ title: 'Erased' }])
  expect(rows("SELECT what, screen, reference FROM audit WHERE item_id = 'calls/lift' ORDER BY seq")).toEqual(
    [
      { what: 'showable', screen: 'lobby', reference: 'consent of list 7, given 2026-06-01' },
      { what: 'shown', screen: 'lobby', reference: 'consent of list 7, given 2026-06-01' },
      { what: 'removed', screen: 'lobby', reference: '' },
    ],
  )
})

test('an item that room.yaml erases is gone from every place, though its file is still there', async () => {
  room = await makeRoom({
    ...CALL_FILES,
    'quotes/voices.csv': `id,quote,source,captured\n1,${WORDS} one,Card,2026\n2,Late again.,Card,2026\n`,
    'quotes/voices.yaml': 'evidence: research\nconsent: {public_source: The annual report}\n',
  })
  await room.index()
  const wall = showAll(6)
  const erased = 'items:\n  calls/lift: {erased: true}\n  "quotes/voices#1": {erased: true}\n'
  const asked = { items: ['calls/lift', 'quotes/voices#1'], derived: await cached() }
  await room.put({ 'room.yaml': erased })
  const before = await wall.host.handlers.erasure(asked)
  expect(before).toMatchObject({ isKnown: false, index: 2, search: 2, cache: 0 })
  expect(before.record).toBeGreaterThan(0)
  await room.index()
  wall.host.indexChanged()
  const state = await wall.host.handlers.erasure(asked)
  expect(isErased(state), JSON.stringify(state)).toBe(true)
  wall.close()
  expect(room.ids()).toEqual(['quotes/voices#2'])
  expect(await holding(WORDS)).toEqual([])
  expect(await cached()).toEqual([])
  expect(rows("SELECT item_id FROM audit WHERE what = 'erased' ORDER BY item_id")).toEqual([
    { item_id: 'calls/lift' },
    { item_id: 'quotes/voices#1' },
  ])
  expect(room.told().join('\n')).toContain('was erased in room.yaml')
  // It stays away when the table is exported again, and comes back only by the same line.
  await room.put({
    'quotes/voices.csv': `id,quote,source,captured\n1,${WORDS} one,Card,2026\n2,Late again.,Card,2026\n3,New.,Card,2026\n`,
  })
  await room.index()
  expect(room.ids()).toEqual(['quotes/voices#2', 'quotes/voices#3'])
  await room.put({ 'room.yaml': 'items: {}\n' })
  await room.index()
  expect(room.ids()).toContain('quotes/voices#1')
  expect(room.ids()).toContain('calls/lift')
})

test('what was remembered while the folder was read is forgotten, of an erased row too', async () => {
  room = await makeRoom({
    'quotes/voices.csv': `id,quote,who,source,captured\n1,Short.,${WORDS},Card,2026\n2,Late.,A baker,Card,2026\n`,
    'quotes/voices.yaml': 'evidence: research\nconsent: {public_source: The annual report}\n',
  })
  await room.index()
  expect(forgetReading()).toBe(0)
  await room.put({ 'room.yaml': 'items: {"quotes/voices#1": {erased: true}}\n' })
  await room.index()
  expect(room.ids()).toEqual(['quotes/voices#2'])
  expect(forgetReading()).toBe(0)
  // It is not nothing that is forgotten.
  parseEach(envelopeSchema, { source: WORDS })
  withReadableDates({ captured: WORDS })
  expect(forgetReading()).toBeGreaterThanOrEqual(2)
  expect(forgetReading()).toBe(0)
})

test('an edit leaves nothing of what stood there before', async () => {
  room = await makeRoom({ 'quotes/a.md': quoteFile(`${WORDS} once.`) })
  await room.index()
  await room.put({ 'quotes/a.md': quoteFile('Something else, and longer than before.') })
  await room.index()
  expect(await holding(WORDS)).toEqual([])
})

test('what is withdrawn is not kept as a derived file', async () => {
  room = await makeRoom(CALL_FILES)
  await room.index()
  expect(await cached()).toHaveLength(1)
  await room.put({
    'calls/lift.md': CALL_FILES['calls/lift.md'].replace(
      'audience: [staff]}',
      'audience: [staff], withdrawn: yes}',
    ),
  })
  await room.index()
  expect(room.ids()).toEqual(['calls/lift'])
  expect(await cached()).toEqual([])
  const search = String(await readFile(join(room.dataDir, 'search.db'), 'latin1'))
  // Its title, and what the curator names it by, is all that is left to find it.
  expect(search).toContain('zanzibarwords lift')
  expect(search).not.toContain('zanzibarwords is broken')
})

test('whatever is taken out of a room of many, no page of the index remembers it', async () => {
  const count = 60
  room = await makeRoom({})
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 60 }),
      async (out, length) => {
        const text = (index: number): string =>
          `${WORDS}q${index}q ${'and so on '.repeat(length + (index % 7))}`
        const all = Object.fromEntries(
          Array.from({ length: count }, (_, index) => [`quotes/q${index}.md`, quoteFile(text(index))]),
        )
        await room.put(all)
        await room.index()
        for (const index of out) await room.remove(`quotes/q${index}.md`)
        await room.index()
        expect(await holding(...out.map((index) => `${WORDS}q${index}q`))).toEqual([])
      },
    ),
    { numRuns: 6 },
  )
})

test('a photograph whose consent is withdrawn is gone, and so is its thumbnail', async () => {
  const about = (consent: string) =>
    `---\nalt: A queue.\nsource: Customer Connect\ncaptured: 2026-02-09\nevidence: research\npeople:\n  - {who: list 9, given: 2026-02-09, purposes: [display], audience: [staff]${consent}}\n---\n`
  const picture = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#847' } })
    .jpeg()
    .toBuffer()
  room = await makeRoom({ 'photos/queue.md': about(''), 'photos/queue.jpg': picture })
  await room.index()
  const { thumbnail } = room.reader.item('photos/queue')?.media['picture'] ?? {}
  expect(room.reader.media(thumbnail?.hash ?? '')?.itemIds).toEqual(['photos/queue'])
  expect(await cached()).toHaveLength(2)
  await room.put({ 'photos/queue.md': about(', withdrawn: yes') })
  await room.index()
  expect(room.reader.media(thumbnail?.hash ?? '')).toBeUndefined()
  expect(await cached()).toEqual([])
})
