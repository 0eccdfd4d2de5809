import { describe, expect, test } from 'vitest'
import { formatProblem } from '../../../renderer/core/problem.ts'
import { type Row, readTable } from './table.ts'

async function read(bytes: string | Uint8Array, path = 'quotes/x.csv') {
  const rows: Row[] = []
  let headers: readonly string[] = []
  const listener = {
    onHeaders: (names: readonly string[]) => {
      headers = names
      return { names }
    },
    onRow: (row: Row) => void rows.push(row),
  }
  const found = await readTable(path, typeof bytes === 'string' ? Buffer.from(bytes) : bytes, listener)
  const problems = found.ok ? found.problems : [found.unreadable]
  return {
    ok: found.ok,
    headers,
    rows,
    told: problems.map(formatProblem),
    cells: rows.map(({ cells }) => cells),
  }
}

describe('a table in text', () => {
  test.each([
    ['comma', 'a,b\n1,2\n'],
    [
      'semicolon with decimal commas',
      'a;b\n1;2,5\n3,5;4\n',
      [
        { a: '1', b: '2,5' },
        { a: '3,5', b: '4' },
      ],
    ],
    ['tab', 'a\tb\n1, and so on\t2\n', [{ a: '1, and so on', b: '2' }]],
    ['pipe', 'a|b\n1|2\n'],
    ['a sep= line', 'sep=;\r\na;b\r\n1;2\r\n'],
    ['old Mac line ends', 'a,b\r1,2\r'],
    [
      'line ends of two kinds',
      'a,b\r\n1,2\n3,4\r\n',
      [
        { a: '1', b: '2' },
        { a: '3', b: '4' },
      ],
    ],
    ['unused columns and rows', 'a,b,,\n1,2,,\n,,,\n,,,\n'],
    [
      'zero characters',
      'a,b\n1\0\0,2\nlate,again and again\n',
      [
        { a: '1', b: '2' },
        { a: 'late', b: 'again and again' },
      ],
    ],
    ['empty lines', '\n\na,b\n\n1,2\n\n'],
  ])('with %s', async (_name, text, cells = [{ a: '1', b: '2' }]) => {
    const found = await read(text)
    expect(found).toMatchObject({ ok: true, headers: ['a', 'b'], told: [], cells })
  })

  test('of one column of prose is not cut at its commas', async () => {
    const text = 'quote\nIt was late, again\nAnd the lift, the stairs, the door\nNothing\n'
    expect((await read(text)).cells.map((cells) => cells['quote'])).toEqual([
      'It was late, again',
      'And the lift, the stairs, the door',
      'Nothing',
    ])
  })

  test('with headers that are empty or come twice', async () => {
    const { headers } = await read('a,a,,a (2),\n1,2,3,4,5\n')
    expect(headers).toEqual(['a', 'a (2)', 'column 3', 'a (2) (2)', 'column 5'])
  })

  test('with quotes inside cells, whether written twice or not', async () => {
    const text = 'a,b\n"He said ""no"" twice",5" pipe\nthe "old" lift,x\n'
    expect((await read(text)).cells).toEqual([
      { a: 'He said "no" twice', b: '5" pipe' },
      { a: 'the "old" lift', b: 'x' },
    ])
  })

  test('below lines that are about it', async () => {
    const text =
      'Report: complaints\nExported;2026-03-04\n\nid;quote;date;shop\n1;It was late;2026-03-01;Leith\n2;Late;2026-03-02;Leith\n'
    const found = await read(text)
    expect(found.headers).toEqual(['id', 'quote', 'date', 'shop'])
    expect(found.rows.map(({ line }) => line)).toEqual([5, 6])
    expect(found.told).toEqual([
      'quotes/x.csv:4: The header was found on line 4; the 2 lines above it are about the table and not read. If that is not the header, delete the lines above it.',
    ])
  })

  test('says on which line a row begins, whatever is in its cells', async () => {
    const { rows } = await read('a,b\r\n"one\r\ntwo",1\r\nx,2\r\n"three\nfour\n",3\r\n')
    expect(rows.map(({ line }) => line)).toEqual([2, 4, 5])
  })
})

describe('a quote that is never closed', () => {
  const BROKEN = /A double quote is opened and never closed\. Close the quote.*The other rows were read\./

  test('costs its own row, and the rest goes on', async () => {
    const found = await read('a,b\n1,fine\n2,"broken\n3,good\n4,"also\ngood"\n')
    expect(found.cells.map((cells) => cells['a'])).toEqual(['1', '3', '4'])
    expect(found.rows.at(-1)).toEqual({ line: 5, cells: { a: '4', b: 'also\ngood' } })
    expect(found.told).toEqual([expect.stringMatching(/^quotes\/x\.csv:3: /)])
    expect(found.told[0]).toMatch(BROKEN)
  })

  test('does not swallow the rows up to the next quoted cell', async () => {
    const rows = Array.from(
      { length: 50 },
      (_, index) => `${index},${index === 7 ? '"broken' : `"It was ${index}"`}`,
    )
    const found = await read(`a,b\n${rows.join('\n')}\n`)
    expect(found.rows).toHaveLength(49)
    expect(found.told).toEqual([expect.stringMatching(/^quotes\/x\.csv:9: /)])
  })

  test('leaves out what may be the rest of its cell', async () => {
    const found = await read('a,b,c\n1,"broken\nand more of it\nand more,x\n2,good,y\n')
    expect(found.cells).toEqual([{ a: '2', b: 'good', c: 'y' }])
  })

  test('ends a table of one column, in which nobody can tell', async () => {
    expect(await read('quote\nfine\n"broken\nand so on\n')).toMatchObject({ ok: false })
  })
})
