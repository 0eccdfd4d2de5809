import iconv from 'iconv-lite'
import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

const DEFAULTS =
  'source: Survey\nevidence: research\ncaptured: 2026-03\nconsent:\n  public_source: The annual report\n'

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

function bodies(): unknown[] {
  return room.ids().map((id) => room.reader.item(id)?.body)
}

function texts(): string[] {
  return bodies().map((body) =>
    typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : '',
  )
}

test('a row takes from the file beside the table what it does not say itself, and keeps its id', async () => {
  await indexed({
    'quotes/voices.yaml': DEFAULTS,
    'quotes/voices.csv': 'id,quote,source\none,It just worked.,\ntwo,Late again.,Comment card\n',
  })
  expect(room.ids()).toEqual(['quotes/voices#one', 'quotes/voices#two'])
  expect(room.reader.item('quotes/voices#one')?.envelope).toMatchObject({
    source: 'Survey',
    evidence: 'research',
  })
  expect(room.reader.item('quotes/voices#two')).toMatchObject({
    envelope: { source: 'Comment card' },
    line: 3,
  })
})

test('fifty more rows are fifty more items and change nothing else, wherever they stand', async () => {
  const row = (index: number): string =>
    `"Answer number ${index} of a hundred, and\nwhat came of it",2026-03-${String((index % 28) + 1).padStart(2, '0')}\n`
  const rows = Array.from({ length: 100 }, (_, index) => row(index))
  await indexed({
    'quotes/voices.yaml': DEFAULTS,
    'quotes/voices.csv': `quote,date\n${rows.slice(0, 50).join('')}`,
  })
  const before = new Map(room.ids().map((id) => [id, JSON.stringify(room.reader.item(id)?.body)]))
  expect(before.size).toBe(50)
  await room.put({
    'quotes/voices.csv': `quote,date\n${rows.slice(50).join('')}${rows.slice(0, 50).join('')}`,
  })
  await room.index()
  expect(room.ids()).toHaveLength(100)
  for (const [id, body] of before) expect(JSON.stringify(room.reader.item(id)?.body)).toBe(body)
})

test('the same answer twice is two items with ids of their own', async () => {
  await indexed({
    'quotes/voices.yaml': DEFAULTS,
    'quotes/voices.csv': 'quote,who\nLate again and again.,A baker\nLate again and again.,A nurse\n',
  })
  expect(room.ids()).toHaveLength(2)
  const ids = room.ids()
  await room.index()
  expect(room.ids()).toEqual(ids)
})

test('columns can be named beside the table; unanswered rows are left out, persons are never read', async () => {
  await indexed({
    'quotes/survey.yaml': `${DEFAULTS}columns:\n  text: "What makes it  pleasant?"\n  id: Nr\n`,
    'quotes/survey.csv':
      'Nr;E-mail;What makes it pleasant?;Comment;IP Address\n7;ruth@example.org;The guard knows my name.;secret;10.0.0.1\n8;tom@example.org;;secret;10.0.0.2\n',
  })
  expect(room.ids()).toEqual(['quotes/survey#7'])
  expect(texts()).toEqual(['The guard knows my name.'])
  expect(room.told().join('\n')).toContain('One row has nothing in the columns that were chosen')
  const everything = JSON.stringify([room.reader.cards(), bodies(), room.told()])
  expect(everything).not.toMatch(/example\.org|10\.0\.0|secret/)
})

test('personal columns are dropped, and the note says which', async () => {
  await indexed({
    'quotes/voices.yaml': DEFAULTS,
    'quotes/voices.csv':
      'First Name,Email Address,quote,Phone,LocationLatitude\nRuth,r@example.org,It just worked.,0131 496 0000,55.9\n',
  })
  expect(texts()).toEqual(['It just worked.'])
  expect(room.told().join('\n')).toContain(
    'were not read: First Name, Email Address, Phone, LocationLatitude',
  )
  expect(JSON.stringify([room.reader.cards(), bodies()])).not.toMatch(/Ruth|example|0131|55\.9/)
})

const SPOKEN = 'Grüße sagte Zoë – „zu spät“ und ging'

test.each([
  ['UTF-8', Buffer.from(`quote,who\n${SPOKEN},x\n`)],
  ['UTF-8 with mark', Buffer.from(`\uFEFFquote,who\n${SPOKEN},x\n`)],
  ['UTF-16LE with mark', iconv.encode(`quote\twho\n${SPOKEN}\tx\n`, 'utf-16le', { addBOM: true })],
  ['UTF-16BE with mark', iconv.encode(`quote;who\r\n${SPOKEN};x\r\n`, 'utf-16be', { addBOM: true })],
  ['UTF-16LE without mark', iconv.encode(`quote;who\n${SPOKEN};x\n`, 'utf-16le')],
  ['Windows-1252', iconv.encode(`quote;who\r\n${SPOKEN};x\r\n`, 'windows-1252')],
  ['a sep= line', Buffer.from(`sep=|\nquote|who\n${SPOKEN}|x\n`)],
  ['old Mac line ends', Buffer.from(`quote,who\r${SPOKEN},x\r`)],
])('a table in %s', async (_name, bytes) => {
  await indexed({ 'quotes/voices.yaml': DEFAULTS, 'quotes/voices.csv': bytes })
  expect(texts().map((text) => text.replace(/[„“”]/g, '"'))).toEqual([SPOKEN.replace(/[„“”]/g, '"')])
})

test('a table that breaks keeps the rows of its last good version', async () => {
  await indexed({
    'quotes/voices.yaml': DEFAULTS,
    'quotes/voices.csv': 'quote\nIt just worked.\nLate again.\n',
  })
  expect(room.ids()).toHaveLength(2)
  await room.put({ 'quotes/voices.csv': 'quote\nIt just worked.\n"Late again.\nAnd so on.\n' })
  await room.index()
  expect(texts()).toEqual(['It just worked.', 'Late again.'])
  expect(room.told().join('\n')).toMatch(
    /error quotes\/voices\.csv:\d+: A double quote is opened and never closed\. The wall goes on showing/,
  )
})

test('many bad rows are a few problems and a number', async () => {
  const rows = Array.from({ length: 500 }, (_, index) => `Answer ${index} is long enough,31.02.2026\n`)
  await indexed({
    'quotes/voices.yaml': DEFAULTS.replace('captured: 2026-03\n', ''),
    'quotes/voices.csv': `quote,date\n${rows.join('')}`,
  })
  expect(room.ids()).toEqual([])
  expect(room.told().filter((line) => line.startsWith('error')).length).toBeLessThan(10)
  expect(room.told().join('\n')).toMatch(/There are \d+ more problems like these/)
})
