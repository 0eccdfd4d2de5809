import Papa from 'papaparse'

/** A longer record is for the careful reader: it may be a quote that was never closed. */
const MAX_RECORD = 1_000_000
/** A return that ends no line, but for one whose other half is still to come. */
const LONE_RETURN = /\r(?!\n|$)/

export interface RegularRow {
  readonly record: readonly string[]
  /** Line on which it begins. */
  readonly line: number
}

/**
 * The quick reader of delimited text that is written as RFC 4180 has it, as most tables are from end to end. It stops
 * before the first piece of any other, and the careful reader goes on from there.
 */
export class RegularCsv {
  /** Text that has not been read yet, and the line on which it begins. */
  rest = ''
  line = 1
  readonly #gap: RegExp
  readonly #parser: Papa.Parser
  readonly #isBroken: (record: readonly string[], line: number) => boolean

  /** `isBroken` looks at a record of several lines, which may hold what was to be another row. */
  constructor(delimiter: string, isBroken: (record: readonly string[], line: number) => boolean) {
    // Behind a quote that closes the library reads over spaces; whether they belong to the cell is not for it to say.
    this.#gap = delimiter === '\t' ? /"[^\S\t\r\n]/ : /"[^\S\r\n]/
    // A return before a feed is such a space too, or is left at the end of a row, and taken off there.
    this.#parser = new Papa.Parser({ delimiter, newline: '\n' })
    this.#isBroken = isBroken
  }

  /** Rows that end with this piece, or all that are left where it is the last; undefined where it is not regular. */
  take(piece: string, isLast: boolean): readonly RegularRow[] | undefined {
    const text = this.rest + piece
    this.rest = text
    const isOdd =
      text.length > piece.length + MAX_RECORD || LONE_RETURN.test(text) || (isLast && text.endsWith('\r'))
    if (isOdd || this.#gap.test(text)) return undefined
    const { data, errors, meta } = this.#parser.parse(text, 0, !isLast)
    const rows = errors.length > 0 ? undefined : this.#rows(data)
    if (rows) this.rest = isLast ? '' : text.slice(meta.cursor)
    return rows
  }

  #rows(records: readonly string[][]): readonly RegularRow[] | undefined {
    const rows: RegularRow[] = []
    let line = this.line
    for (const record of records) {
      const last = record.at(-1)
      if (last?.endsWith('\r')) record[record.length - 1] = last.slice(0, -1)
      const feeds = record.reduce((sum, cell) => sum + feedsIn(cell), 0)
      if (feeds > 0 && this.#isBroken(record, line)) return undefined
      if (record.length > 1 || record[0] !== '') rows.push({ record, line })
      line += 1 + feeds
    }
    this.line = line
    return rows
  }
}

function feedsIn(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}
