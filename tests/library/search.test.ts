import { copyFile, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { deleteSearch, openSearch, searchFile } from '../../electron/library/search-file.ts'
import { openSearchReader } from '../../electron/library/search-reader.ts'
import { openSearchSync } from '../../electron/library/search-sync.ts'
import { syncSearch } from '../../electron/library/search-task.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { foldText, holdsTerm, isLongTerm, searchTerms } from '../../renderer/core/search-text.ts'
import { makeRoom, personaFile, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

interface Doc {
  readonly doc: number
  readonly id: string
  readonly head: string
  readonly body: string
}

function docsIn(dataDir: string): Doc[] {
  const db = openDatabase(searchFile(dataDir), { readonly: true })
  try {
    return db.prepare<[], Doc>('SELECT doc, id, head, body FROM docs ORDER BY id').all()
  } finally {
    db.close()
  }
}

/** Ids that the index finds for a query: all of its terms, in head or body. */
function found(dataDir: string, query: string, where: 'all' | 'head' = 'all'): string[] {
  const reader = openSearchReader(dataDir)
  try {
    if (reader.revision() < 0) return []
    const byDoc = new Map(docsIn(dataDir).map(({ doc, id }) => [doc, id]))
    const perTerm = searchTerms(query).map((term) => {
      const rows = reader.rowsOf(term).filter((row) => where === 'all' || row % 2 === 0)
      return new Set(rows.map((row) => byDoc.get(row >> 1) ?? `? ${row}`))
    })
    const [first, ...others] = perTerm
    return [...(first ?? [])].filter((id) => others.every((ids) => ids.has(id))).sort()
  } finally {
    reader.close()
  }
}

const SIX = {
  'quotes/en.md': quoteFile('The lift was broken, so I waited for hours. Café closed.'),
  'quotes/de.md': quoteFile('Am Hauptbahnhof war die Straße gesperrt.'),
  'quotes/ja.md': quoteFile('電車が遅れて、駅で待ちました。'),
  'quotes/th.md': quoteFile('รถไฟมาช้าอีกแล้ว'),
  'quotes/ar.md': quoteFile('وصل القِطَار متأخرًا'),
  'quotes/ko.md': quoteFile('기차가 늦었어요'),
  'personas/Ruth.md': personaFile('Ruth Okafor'),
}

const ASKED: readonly (readonly [string, readonly string[]])[] = [
  ['brok', ['quotes/en']],
  ['cafe', ['quotes/en']],
  ['waited lift', ['quotes/en']],
  ['"broken so"', ['quotes/en']],
  ['bahnhof', ['quotes/de']],
  ['strasse', ['quotes/de']],
  ['駅', ['quotes/ja']],
  ['電車', ['quotes/ja']],
  ['待ち', ['quotes/ja']],
  ['รถไฟ', ['quotes/th']],
  ['ช้า', ['quotes/th']],
  ['قطار', ['quotes/ar']],
  ['기차', ['quotes/ko']],
  ['기', ['quotes/ko']],
  ['okaf', ['personas/Ruth']],
  ['annual report', ['quotes/ar', 'quotes/de', 'quotes/en', 'quotes/ja', 'quotes/ko', 'quotes/th']],
  ['nowhere', []],
]

test('each word is found where it stands, in any script', async () => {
  room = await makeRoom(SIX)
  await room.index()
  for (const [query, ids] of ASKED) expect([query, found(room.dataDir, query)]).toEqual([query, ids])
})

test('what nobody may see is found by its title and place alone, and its words are not kept', async () => {
  const withheld = (more: string) =>
    `---\ntitle: A pram\nsource: Card\ncaptured: 2026-03-04\nevidence: research\n${more}---\n\n> Zanzibar words.\n`
  const consent = (more: string) =>
    `consent: {who: list 7, given: 2026-01-01, purposes: [display], audience: [staff]${more}}\n`
  room = await makeRoom({
    'quotes/none.md': withheld(''),
    'quotes/back.md': withheld(consent(', withdrawn: yes')),
    'quotes/over.md': withheld(consent(', expires: 2026-02-01')),
    'quotes/other.md': withheld(consent('').replace('[display]', '[training]')),
    'quotes/mail.md': withheld(consent('')).replace('words.', 'words, write to ruth@example.org.'),
    'quotes/good.md': withheld(consent(', expires: 2999-01-01')),
    'room.yaml': 'audience: guests\n',
  })
  await room.index()
  expect(found(room.dataDir, 'zanzibar')).toEqual(['quotes/good'])
  expect(found(room.dataDir, 'pram')).toHaveLength(6)
  expect(found(room.dataDir, 'example')).toEqual([])
  await room.put({
    'room.yaml':
      'items: {quotes/mail: {cleared: {what: [e-mail address], by: Research, date: 2026-01-01}}}\n',
  })
  await room.index()
  expect(found(room.dataDir, 'zanzibar')).toEqual(['quotes/good', 'quotes/mail'])
  await room.put({ 'room.yaml': '{}\n', 'quotes/good.md': withheld('') })
  await room.index()
  expect(found(room.dataDir, 'zanzibar')).toEqual([])
  expect(String(await readFile(searchFile(room.dataDir), 'latin1')).toLowerCase()).not.toContain('zanzibar')
})

test('a consent that ends takes the words with it, though nothing is written', async () => {
  room = await makeRoom({
    'quotes/a.md': quoteFile('Zanzibar words.').replace(
      '{public_source: The annual report}',
      '{who: list 7, given: 2026-01-01, purposes: [display], audience: [staff], expires: 2027-05-31}',
    ),
  })
  await room.index()
  const sync = openSearchSync(room.dataDir)
  try {
    const [before, after] = [Date.UTC(2027, 4, 30), Date.UTC(2027, 5, 3)]
    while (sync.step(50, before));
    expect(found(room.dataDir, 'words')).toEqual(['quotes/a'])
    expect(sync.waitMs(before)).toBeLessThan(4 * 86_400_000)
    while (sync.step(50, after));
    expect(found(room.dataDir, 'words', 'head')).toEqual(['quotes/a'])
    expect(docsIn(room.dataDir)[0]?.body).toBe('')
    // A clock that is set back brings nothing back.
    while (sync.step(50, before));
    expect(docsIn(room.dataDir)[0]?.body).toBe('')
  } finally {
    sync.close()
  }
})

test('beside a running library it follows each edit, and forgets what is taken away', {
  timeout: 60_000,
}, async () => {
  room = await makeRoom({
    'quotes/a.md': quoteFile('Zanzibar words.'),
    'quotes/b.md': quoteFile('Late again.'),
  })
  room.open()
  const finds = (query: string, ids: readonly string[]) =>
    expect.poll(() => found(room.dataDir, query), { timeout: 20_000 }).toEqual(ids)
  await finds('zanzibar', ['quotes/a'])
  await room.put({ 'quotes/c.md': quoteFile('Zanzibar too.') })
  await finds('zanzibar', ['quotes/a', 'quotes/c'])
  await room.put({
    'room.yaml': 'items: {quotes/a: {erased: true}}\n',
    'quotes/c.md': quoteFile('Otherwise.'),
  })
  await finds('zanzibar', [])
  // Not only from what is found: from every page of the file and of its log.
  await expect
    .poll(
      async () => {
        const files = (await readdir(room.dataDir)).filter((name) => name.startsWith('search.db'))
        const bytes = await Promise.all(files.map((name) => readFile(join(room.dataDir, name), 'latin1')))
        return bytes.join('').includes('zanzibar')
      },
      { timeout: 20_000 },
    )
    .toBe(false)
})

test('a damaged or deleted search is made anew', async () => {
  room = await makeRoom(SIX)
  await room.index()
  const before = docsIn(room.dataDir).map(({ id, body }) => [id, body])
  deleteSearch(room.dataDir)
  syncSearch(room.dataDir)
  expect(docsIn(room.dataDir).map(({ id, body }) => [id, body])).toEqual(before)
  openSearch(room.dataDir).close()
  expect(found(room.dataDir, 'broken')).toEqual(['quotes/en'])
})

const WORDS = [
  'lift',
  'Straße',
  'broken',
  '電車が遅れ',
  'รถไฟมา',
  'القطار',
  'naïve',
  '6.10',
  'שלום',
  '기차',
  'e-mail',
  'İzmir',
]
const sentence = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))

/** The same index, searched by a file that knows nothing of what was before. */
async function anew(): Promise<Doc[]> {
  const dir = await mkdtemp(join(tmpdir(), 'customer-room-search-'))
  try {
    await copyFile(join(room.dataDir, 'index.db'), join(dir, 'index.db'))
    syncSearch(dir)
    return docsIn(dir)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

type Edit =
  | { readonly type: 'write'; readonly at: number; readonly text: string }
  | { readonly type: 'remove'; readonly at: number }
  | { readonly type: 'table'; readonly rows: readonly string[] }
  | { readonly type: 'room'; readonly erased: readonly number[] }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ type: fc.constant('write' as const), at: fc.nat(4), text: sentence }),
  fc.record({ type: fc.constant('remove' as const), at: fc.nat(4) }),
  fc.record({ type: fc.constant('table' as const), rows: fc.array(sentence, { maxLength: 12 }) }),
  fc.record({ type: fc.constant('room' as const), erased: fc.subarray([0, 1, 2, 3]) }),
)

async function make(change: Edit): Promise<void> {
  switch (change.type) {
    case 'write':
      return room.put({ [`quotes/q${change.at}.md`]: quoteFile(change.text) })
    case 'remove':
      return rm(room.at(`quotes/q${change.at}.md`), { force: true })
    case 'table':
      return room.put({
        'quotes/voices.csv': [
          'quote,source,captured',
          ...change.rows.map((row) => `${row},Card,2026`),
          '',
        ].join('\n'),
        'quotes/voices.yaml': 'evidence: research\nconsent: {public_source: The annual report}\n',
      })
    case 'room':
      return room.put({
        'room.yaml': `items: {${change.erased.map((at) => `quotes/q${at}: {erased: true}`).join(', ')}}\n`,
      })
  }
}

test('after any edits the search is the one that would be made anew, and finds what a plain look finds', async () => {
  const part = fc
    .tuple(fc.constantFrom(...WORDS), fc.nat(4), fc.integer({ min: 1, max: 5 }))
    .map(([word, from, length]) => [...word].slice(from, from + length).join(''))
  await fc.assert(
    fc.asyncProperty(
      fc.array(edit, { minLength: 2, maxLength: 6 }),
      fc.array(part, { minLength: 8, maxLength: 8 }),
      async (edits, queries) => {
        room = await makeRoom({})
        for (const each of edits) {
          await make(each)
          await room.index()
        }
        const docs = docsIn(room.dataDir)
        const plain = (list: readonly Doc[]) => list.map(({ id, head, body }) => [id, head, body])
        expect(plain(docs)).toEqual(plain(await anew()))
        expect(docs.map(({ id }) => id)).toEqual(room.ids().sort())
        for (const query of queries.map(foldText).filter((term) => term !== '' && !term.includes(' '))) {
          const expected = docs.filter(({ head, body }) => holdsTerm(head, query) || holdsTerm(body, query))
          expect([query, isLongTerm(query), found(room.dataDir, query)]).toEqual([
            query,
            isLongTerm(query),
            expected.map(({ id }) => id),
          ])
        }
        await room.close()
      },
    ),
    { numRuns: 12 },
  )
})
