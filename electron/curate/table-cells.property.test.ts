import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { recordAt, withCell } from './table-cells.ts'

const cell = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.constantFrom('', 'a "word"', 'one, two', 'line\nbreak', 'ü;x', ' '),
)
const eol = fc.constantFrom('\n', '\r\n')

/** Some cells in quotes that need none, as programs write them. */
function written(rows: readonly (readonly string[])[], end: string): string {
  const text = (value: string, at: number): string =>
    /[",\r\n]|^\s|\s$/.test(value) || (value !== '' && at % 2 === 0)
      ? `"${value.replaceAll('"', '""')}"`
      : value
  return rows.map((row) => row.map(text).join(',')).join(end) + end
}

it('of a table one cell is another, and every other byte is as it was', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 4 }).chain((width) =>
        fc.record({
          rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
            minLength: 2,
            maxLength: 6,
          }),
          column: fc.integer({ min: 0, max: width - 1 }),
          row: fc.nat(),
          value: cell,
          end: eol,
        }),
      ),
      ({ rows, column, row, value, end }) => {
        const text = written(rows, end)
        const at = row % rows.length
        const line = 1 + rows.slice(0, at).reduce((sum, each) => sum + lines(written([each], end)), 0)
        const record = recordAt(text, ',', line)
        const found = record?.cells[column]
        expect(found?.value).toBe(rows[at]?.[column])
        if (!found) return
        const made = withCell(text, ',', found, value)
        expect(made.startsWith(text.slice(0, found.from))).toBe(true)
        expect(made.endsWith(text.slice(found.to))).toBe(true)
        const read = (given: string): string[][] =>
          parse(given, { skip_empty_lines: false, record_delimiter: [end] })
        const wanted = read(text).map((each, index) =>
          index === at ? each.map((old, place) => (place === column ? value : old)) : each,
        )
        expect(read(made)).toEqual(wanted)
      },
    ),
  )
})

const lines = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

it('where a quote is broken nobody can say which cell is which', () => {
  expect(recordAt('a,b\n1,say "x" so\n2,y\n', ',', 3)).toBeUndefined()
  expect(recordAt('a,b\n1,"open\n2,y\n', ',', 3)).toBeUndefined()
  expect(recordAt('sep=;\na;b\n1;x\n', ';', 3)?.header.map(({ value }) => value)).toEqual(['a', 'b'])
})
