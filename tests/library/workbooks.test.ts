import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { strFromU8, strToU8, zipSync } from 'fflate'
import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/**
 * Workbooks from the file to the index. Of the fixtures, openpyxl.xlsx and xlsxwriter.xlsx were written by the libraries of
 * these names: merged header cells over two rows, a hidden sheet first, an empty one, rich text, formulas with and without
 * a result, dates of both systems, a title above the header. locked.xlsx has a password (see make.py
 * beside them). The other workbooks are zipped here.
 */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const BASIS =
  'source: Survey\nevidence: research\ncaptured: 2026-03\nconsent:\n  public_source: The annual report\n'

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

function fixture(name: string): Uint8Array {
  return readFileSync(new URL(`../fixtures/tables/${name}`, import.meta.url))
}

function items(of: TestRoom) {
  return of.ids().map((id) => of.reader.item(id))
}

function texts(of: TestRoom): string[] {
  return items(of).map((item) => String((item?.body as { text?: unknown } | undefined)?.text))
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function sheetXml(rows: readonly (readonly string[])[], more = ''): string {
  const cell = (text: string, row: number, place: number): string =>
    text === ''
      ? ''
      : `<c r="${String.fromCharCode(65 + place)}${row}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`
  const data = rows.map(
    (row, index) =>
      `<row r="${index + 1}">${row.map((text, place) => cell(text, index + 1, place)).join('')}</row>`,
  )
  return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${data.join('')}</sheetData>${more}</worksheet>`
}

/** The least that is a workbook: one sheet of texts. */
function parts(sheet: string): Record<string, Uint8Array> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return {
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns:r="${relations}"><sheets><sheet name="Answers" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  }
}

function workbook(rows: readonly (readonly string[])[], more = ''): Uint8Array {
  return zipSync(parts(sheetXml(rows, more)))
}

/** The size that the directory of the zip declares for its largest part. */
function declaring(zip: Uint8Array, actual: number, size: number): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf('PK\x01\x02'); at !== -1; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    if (bytes.readUInt32LE(at + 24) === actual) bytes.writeUInt32LE(size, at + 24)
  }
  return bytes
}

test('merged headers, rich text, dates and a formula; the hidden sheet and the person are never read', async () => {
  const made = await indexed({
    'quotes/survey.yaml': `${BASIS}columns: {text: "What did you see?: In the shop", captured: When}\n`,
    'quotes/survey.xlsx': fixture('openpyxl.xlsx'),
  })
  expect(made.ids()).toEqual(['quotes/survey#r1', 'quotes/survey#r2', 'quotes/survey#r3'])
  expect(texts(made)).toEqual([
    'The guard knew my name at once.',
    'It was closed when I came,\nagain',
    'Nothing was where it was last week',
  ])
  expect(items(made).map((item) => [item?.line, item?.envelope.captured])).toEqual([
    [3, '2026-03-04'],
    [4, '2026-03-05T18:30'],
    [6, '2026-03-06'],
  ])
  const everything = JSON.stringify([made.reader.cards(), items(made), made.told()])
  expect(everything).not.toMatch(/example\.org|secret/)
  expect(made.told().join('\n')).toContain('were not read: Email')
})

test('a title above the header is passed over and told; dates count from 1904 where the workbook says so', async () => {
  const made = await indexed({ 'quotes/s.yaml': BASIS, 'quotes/s.xlsx': fixture('xlsxwriter.xlsx') })
  expect(texts(made)).toEqual(['The lift is broken again.', 'Grüße – „zu spät“ 日本語 العربية'])
  expect(items(made).map((item) => item?.envelope.captured)).toEqual(['2026-02-03', '2026-02-14'])
  expect(made.told().join('\n')).toMatch(/s\.xlsx:3: The header was found on line 3; the line above it is/)
  expect(made.told().join('\n')).toContain('The sheet “Data” was read, and not “More”.')
})

test('fifty more rows, sorted anew, are fifty more items and change nothing else, with and without an id', async () => {
  const row = (index: number): string[] => [`n${index}`, `Answer number ${index} of a hundred people`]
  const order = Array.from({ length: 100 }, (_, index) => (index * 37) % 100)
  for (const header of ['id', 'Row']) {
    const first = Array.from({ length: 50 }, (_, index) => row(index))
    const made = await indexed({
      'quotes/v.yaml': BASIS,
      'quotes/v.xlsx': workbook([[header, 'quote'], ...first]),
    })
    const before = new Map(made.ids().map((id) => [id, JSON.stringify(made.reader.item(id)?.body)]))
    expect(before.size).toBe(50)
    await made.put({ 'quotes/v.xlsx': workbook([[header, 'quote'], ...order.map(row)]) })
    await made.index()
    expect(made.ids()).toHaveLength(100)
    for (const [id, body] of before) expect(JSON.stringify(made.reader.item(id)?.body)).toBe(body)
    await made.close()
    room = undefined
  }
})

test('the same table as CSV and as a workbook is the same items', async () => {
  const rows = [
    ['id', 'quote', 'who'],
    ['one', 'It just worked.', 'A baker'],
    ['two', 'Late, "again" & <again>.', ''],
  ]
  const csv = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
  const [text, sheet] = [
    await indexed({ 'quotes/v.yaml': BASIS, 'quotes/v.csv': csv }),
    await makeRoom({ 'quotes/v.yaml': BASIS, 'quotes/v.xlsx': workbook(rows) }),
  ]
  await sheet.index()
  const bare = (of: TestRoom) => items(of).map((item) => ({ ...item, path: '' }))
  expect(bare(sheet)).toEqual(bare(text))
  await sheet.close()
})

const ZEROS = ' '.repeat(5_000_000)
const BOMB = sheetXml([['quote'], ['It just worked.']], ZEROS)
const CORNER = sheetXml([['quote']]).replace(
  '</row>',
  '</row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
)

test.each([
  ['one with a password', () => fixture('locked.xlsx'), 'locked with a password'],
  [
    'the old format',
    () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 1]),
    'old Excel format',
  ],
  ['a web page', () => Buffer.from('<html><table><tr><td>quote</td></tr></table>'), 'web page'],
  ['a zip of something else', () => zipSync({ 'content.xml': strToU8('<x/>') }), 'none of Excel’s'],
  ['half of one', () => fixture('openpyxl.xlsx').subarray(0, 4_000), 'damaged or not complete'],
  [
    'a bomb by what it declares',
    () => declaring(zipSync(parts(BOMB)), BOMB.length, 400_000_000),
    'more than a wall can hold',
  ],
  [
    'a bomb that declares too little',
    () => declaring(zipSync(parts(BOMB)), BOMB.length, 1_000),
    'damaged or not complete',
  ],
  ['a cell in the last corner of the sheet', () => zipSync(parts(CORNER)), 'more than a wall can hold'],
])('%s is a problem in plain words', async (_name, bytes, words) => {
  const made = await indexed({ 'quotes/v.yaml': BASIS, 'quotes/v.xlsx': bytes() })
  expect(made.ids()).toEqual([])
  expect(made.told()).toEqual([expect.stringContaining(words)])
  expect(made.told()[0]).toMatch(/^error quotes\/v\.xlsx: .*\. \p{Lu}.*\.$/u)
})

test('a workbook by another name is read by what it is', async () => {
  const made = await indexed({
    'quotes/v.yaml': BASIS,
    'quotes/v.csv': workbook([['quote'], ['It just worked.']]),
    'quotes/w.yaml': BASIS,
    'quotes/w.xls': 'quote\twho\nIt is late again.\tA baker\n',
  })
  expect(texts(made)).toEqual(['It just worked.', 'It is late again.'])
})

test('a journey in a workbook is the journey of the same table as CSV, also under a title', async () => {
  const csv = readFileSync(new URL('../../renderer/kinds/journey/sample.csv', import.meta.url), 'utf8')
  const rows: string[][] = parseCsv(csv)
  const made = await indexed({ 'journeys/a.xlsx': workbook(rows), 'journeys/b.csv': csv })
  const bodies = items(made).map((item) => item?.body)
  expect(made.ids()).toHaveLength(2)
  expect(bodies[0]).toEqual(bodies[1])
  await made.put({ 'journeys/a.xlsx': workbook([['Journey map of Edda'], [], ...rows]) })
  await made.index()
  expect(items(made)[0]?.body).toEqual(bodies[1])
})

test('rows and columns that somebody hid are not read, and told', async () => {
  const sheet = sheetXml([
    ['id', 'comment', 'what we think of her'],
    ['a', 'He was filtered out by somebody here.', 'A difficult man, never show this to anybody.'],
    ['b', 'The lift was broken again today.', 'A difficult woman, and this is longer than her words.'],
  ])
    .replace('<row r="2">', '<row r="2" hidden="1">')
    .replace('<sheetData>', '<cols><col min="3" max="3" hidden="1"/></cols><sheetData>')
  const of = await indexed({ 'quotes/a.xlsx': zipSync(parts(sheet)), 'quotes/a.yaml': BASIS })
  expect(texts(of)).toEqual(['The lift was broken again today.'])
  expect(of.told().join('\n')).toMatch(/hidden in this sheet was not read: one row and one column/)
})

test('a cover page before the answers is passed over', async () => {
  const book = parts(sheetXml([['Report for the board'], ['of the spring']]))
  const [cover, answers] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']
  const twice = (part: string, element: RegExp, own: (found: string) => string): void => {
    const xml = strFromU8(book[part] ?? new Uint8Array())
    book[part] = strToU8(xml.replace(element, (found) => found + own(found)))
  }
  twice('xl/workbook.xml', /<sheet [^>]*>/, () => '<sheet name="Answers" sheetId="2" r:id="second"/>')
  twice('xl/_rels/workbook.xml.rels', /<Relationship [^>]*sheet1\.xml[^>]*>/, (found) =>
    found.replace(/Id="[^"]*"/, 'Id="second"').replace('sheet1.xml', 'sheet2.xml'),
  )
  book[answers] = strToU8(
    sheetXml([
      ['id', 'comment'],
      ['a', 'The lift was broken again today.'],
      ['b', 'A man carried my suitcase up.'],
    ]),
  )
  expect(book[cover]).toBeDefined()
  const of = await indexed({ 'quotes/a.xlsx': zipSync(book), 'quotes/a.yaml': BASIS })
  expect(texts(of)).toEqual(['The lift was broken again today.', 'A man carried my suitcase up.'])
  expect(of.told().join('\n')).toMatch(/The sheet “Answers” was read, and not/)
})
