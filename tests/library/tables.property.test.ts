import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { BrokenLines } from '../../electron/library/readers/broken-quotes.ts'
import { jsonTable } from '../../electron/library/readers/json-table.ts'
import { RegularCsv } from '../../electron/library/readers/regular-csv.ts'
import { type Row, readTable } from '../../electron/library/readers/table.ts'
import { foldHeader } from '../../electron/library/readers/workbook-header.ts'

/** No file makes a reader of tables throw or hang: what cannot be read is a problem that says what to do. */

const RUNS = 120

async function readAll(bytes: Uint8Array, path = 'quotes/x.xlsx') {
  const rows: Row[] = []
  const listener = {
    onHeaders: (headers: readonly string[]) => ({ names: headers }),
    onRow: (row: Row) => void rows.push(row),
  }
  const read = await readTable(path, bytes, listener)
  const problems = read.ok ? read.problems : [read.unreadable]
  for (const { message, hint } of problems) expect([message, hint].every((text) => text !== '')).toBe(true)
  return { read, rows }
}

const WORKBOOKS = ['openpyxl.xlsx', 'xlsxwriter.xlsx', 'locked.xlsx'].map(
  (name) => new Uint8Array(readFileSync(new URL(`../fixtures/tables/${name}`, import.meta.url))),
)
const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }))

test('workbooks with changed, cut or repeated bytes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...WORKBOOKS),
      fc.array(change, { minLength: 1, maxLength: 12 }),
      fc.nat(),
      async (workbook, changes, cut) => {
        const bytes = workbook.slice(0, cut % 3 === 0 ? cut % workbook.length : workbook.length)
        for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte
        await readAll(bytes)
      },
    ),
    { numRuns: RUNS * 2 },
  )
})

const XML_PIECES = [
  ...[
    '<row r="1">',
    '<row>',
    '</row>',
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="B2" t="s"><v>99</v></c>',
    '<c><v>1</v></c>',
  ],
  ...[
    '<c r="A3" t="b"><v>7</v></c>',
    '<c r="A4" t="e"><v>#N/A</v></c>',
    '<c r="C5" s="9"><v>46085.5</v></c>',
    '<c r="A',
    '<v>',
  ],
  ...[
    '<c r="ZZZ9999999"><v>1</v></c>',
    '<c r="A0"/>',
    '<c r="B1" t="inlineStr"><is><t>text</t></is></c>',
    '<mergeCell ref="A1:C1"/>',
  ],
  ...[
    '</sheetData>',
    '<sheetData>',
    '&amp;',
    '&bomb;',
    '<!DOCTYPE x [<!ENTITY bomb "b">]>',
    '<![CDATA[',
    '\0',
    '<x:c r="D1"/>',
  ],
]

test('workbooks whose parts are any XML, or none', async () => {
  const [workbook = new Uint8Array()] = WORKBOOKS
  const parts = unzipSync(workbook)
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name))
  const xml = fc.array(fc.oneof(fc.constantFrom(...XML_PIECES), fc.string({ maxLength: 6 })), {
    maxLength: 30,
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), xml, fc.boolean(), async (name, pieces, isInside) => {
      const before = new TextDecoder().decode(parts[name])
      const middle = Math.floor(before.length / 2)
      const text = isInside
        ? before.slice(0, middle) + pieces.join('') + before.slice(middle)
        : pieces.join('')
      const changed =
        isInside || pieces.length > 0 ? { ...parts, [name]: strToU8(text) } : without(parts, name)
      await readAll(zipSync(changed))
    }),
    { numRuns: RUNS * 2 },
  )
})

function without(parts: Record<string, Uint8Array>, name: string): Record<string, Uint8Array> {
  return Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name))
}

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\n',
    '\r\n',
    '\r',
    '\t',
    '|',
    '"\n',
    ',"',
    'sep=;\n',
    '\0',
    '\uFEFF',
    'a',
    'It was late',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
)

test('text with quotes, delimiters and line ends anywhere: rows come in order, each on a line of its own', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const { rows } = await readAll(Buffer.from(pieces.join('')), 'quotes/x.csv')
      const lines = rows.map(({ line }) => line)
      expect(lines.every((line, index) => line >= 1 && line > (lines[index - 1] ?? 0))).toBe(true)
    }),
    // A quote that closes on the last line stops the reading where nothing is left to end it.
    { numRuns: RUNS * 4, examples: [[['"', '\n', '"', 'sep=;\n', ' ']]] },
  )
})

test('text that the quick reader takes is read as the careful reader reads it', () => {
  const quick = fc.oneof(
    piece,
    fc.constantFrom('"a, b"', '"two\nlines"', '"it ""was"""', ',', ',', '\n', '\r\n'),
  )
  const options = {
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    record_delimiter: ['\r\n', '\n', '\r'],
  }
  // A row without content is no row, whoever reads it.
  const trimmed = (records: readonly (readonly string[])[]): string[][] =>
    records.map((record) => record.map((each) => each.trim())).filter((record) => record.join('') !== '')
  fc.assert(
    fc.property(fc.array(quick, { maxLength: 40 }), fc.nat(), (pieces, cut) => {
      const text = pieces.join('').replaceAll('\uFEFF', '').replaceAll('\0', '')
      const place = text === '' ? 0 : cut % text.length
      const lines = new BrokenLines(',', () => text)
      const regular = new RegularCsv(',', (record, line) => lines.isBroken(record, line))
      const first = regular.take(text.slice(0, place), false)
      const second = first && regular.take(text.slice(place), true)
      fc.pre(first !== undefined && second !== undefined)
      const quickly = [...first, ...second].map(({ record }) => record)
      expect(trimmed(quickly)).toEqual(trimmed(parse(text, options) as string[][]))
    }),
    { numRuns: RUNS * 10 },
  )
})

const cell = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((text) => text.replace(/[\p{Cc}\uFEFF"]/gu, '').trim())

test('one broken quote costs one row, wherever it is', async () => {
  const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 2, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(table, fc.nat(), async (records, at) => {
      const place = at % records.length
      const quoted = (text: string): string => `"x${text.replaceAll('"', '""')}"`
      const lines = records.map((record, index) => {
        const whole = record.map(quoted).join(',')
        return index === place ? whole.replace(/"([^"]*)$/, '$1') : whole
      })
      const { read, rows } = await readAll(Buffer.from(`a,b,c\n${lines.join('\n')}\n`), 'quotes/x.csv')
      expect(read.ok).toBe(true)
      const wanted = records.filter((_, index) => index !== place).map(([first]) => `x${first}`.trim())
      expect(rows.map(({ cells }) => cells['a'])).toEqual(wanted)
    }),
    { numRuns: RUNS },
  )
})

test('JSON of any shape is a table or is none', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), (text) => {
      const table = jsonTable('x.json', text, ['text'])
      for (const { record } of table?.rows ?? []) expect(record).toHaveLength(table?.headers.length ?? 0)
    }),
    { numRuns: RUNS * 2 },
  )
})

test('a header of any merged cells folds into one row and keeps the rows below it', () => {
  const place = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }))
  const merge = fc.tuple(place, place).map(([[top, left], [rows, columns]]) => ({
    from: [top, left] as const,
    to: [top + rows, left + columns] as const,
  }))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }),
      fc.array(merge, { maxLength: 5 }),
      (sheet, merges) => {
        const rows = foldHeader(sheet, merges)
        const lines = rows.map(({ line }) => line)
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
        for (const { record, line } of rows.slice(5)) expect(record).toBe(sheet[line - 1])
      },
    ),
  )
})
