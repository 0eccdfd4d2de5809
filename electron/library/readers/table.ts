import { type CsvError, type Parser, parse } from 'csv-parse'
import { parse as parseSync } from 'csv-parse/sync'
import type { Problem } from '../../../renderer/core/problem.ts'
import { error, warning } from '../problems.ts'
import { decodePieces, decodeText, encodingOf } from '../text.ts'
import { type Read, readable, unreadable } from './reading.ts'
import { headOf } from './table-head.ts'
import { damagedText } from './text-file.ts'

/** One record of a table. Empty cells are absent. */
export interface Row {
  /** 1-based line on which it begins. */
  readonly line: number
  /** By header, as the file spells it; a header that comes twice has ` (2)` after it. */
  readonly cells: Readonly<Record<string, string>>
}

export interface TableFacts {
  readonly headers: readonly string[]
  readonly rows: number
}

/** How the columns are to be read, decided once from the headers and the first rows. */
export interface Columns {
  /** New name of each column by its place; undefined where the column is not read at all. */
  readonly names: readonly (string | undefined)[]
}

/** The beginning of a table, for whoever decides what its columns are. */
export interface TableStart {
  /** What another row of the header calls each column; see `headOf`. */
  readonly codes: readonly (string | undefined)[]
  readonly rows: readonly (readonly string[])[]
  /** True where no more rows will be shown. */
  readonly last: boolean
}

export interface TableListener {
  /** Asked once more, with more rows, where it returns undefined and these are not the last. */
  onHeaders(headers: readonly string[], start: TableStart): Columns | undefined
  /** Called synchronously, in order. */
  onRow(row: Row): void
}

const SNIFF_BYTES = 65_536
const DELIMITERS = [',', ';', '\t', '|'] as const
/** A record longer than this is a quote that was never closed. */
const MAX_RECORD = 1_000_000
/** Odd rows told one by one; the rest as a number. */
const MAX_TOLD = 20
/** Records from which the columns are decided; the second number for a table that says little at its beginning. */
const START_RECORDS = [300, 3_000] as const

/**
 * Reads a table of any size piece by piece: encoding, delimiter, `sep=` line and line ends are found out, quotes may
 * hold line breaks. The listener decides from the headers which columns are read.
 */
export async function readTable(
  path: string,
  bytes: Uint8Array,
  listener: TableListener,
): Promise<Read<TableFacts>> {
  const encoding = encodingOf(bytes)
  if ('damaged' in encoding) return unreadable(damagedText(path, encoding.damaged))
  const sample = decodeText(bytes.subarray(0, SNIFF_BYTES), encoding.name)
  const declared = /^\uFEFF?sep=(.)\r?\n/i.exec(sample)
  const delimiter = declared?.[1] ?? sniffDelimiter(path, sample)
  const rows = new RowMaker(path, listener, declared ? 1 : 0)
  const failed = await run(rows, bytes, encoding.name, delimiter)
  if (failed) return unreadable(failedProblem(path, failed))
  rows.end()
  if (!rows.headers)
    return unreadable(error({ path }, 'There is nothing in this table.', 'Its first line names the columns.'))
  return readable({ headers: rows.headers, rows: rows.count }, rows.problems())
}

interface Waiting {
  readonly record: readonly string[]
  readonly endLine: number
}

class RowMaker {
  headers: readonly string[] | undefined
  count = 0
  #names: readonly (string | undefined)[] = []
  #waiting: Waiting[] = []
  #looks = 0
  #odd: Problem[] = []
  #oddCount = 0

  readonly #path: string
  readonly #listener: TableListener
  /** Records before the header: a `sep=` line. */
  readonly #skip: number

  constructor(path: string, listener: TableListener, skip: number) {
    this.#path = path
    this.#listener = listener
    this.#skip = skip
  }

  /** `endLine` is the line on which the record ends. */
  take(record: readonly string[], endLine: number, ordinal: number): void {
    if (ordinal < this.#skip) return
    if (this.headers) return this.#row(record, endLine)
    this.#waiting.push({ record, endLine })
    if (this.#waiting.length === START_RECORDS[this.#looks]) this.#look(false)
  }

  /** The table is at its end, perhaps before the columns were decided. */
  end(): void {
    if (!this.headers && this.#waiting.length > 0) this.#look(true)
  }

  #look(ended: boolean): void {
    const { headers, codes, depth } = headOf(this.#waiting.map(({ record }) => record))
    const rows = this.#waiting.slice(depth)
    this.#looks += 1
    const last = ended || this.#looks === START_RECORDS.length
    const columns = this.#listener.onHeaders(headers, { codes, rows: rows.map(({ record }) => record), last })
    if (columns === undefined && !last) return
    this.#names = columns?.names ?? []
    this.headers = headers
    this.#waiting = []
    for (const { record, endLine } of rows) this.#row(record, endLine)
  }

  #row(record: readonly string[], endLine: number): void {
    const names = this.#names
    const cells: Record<string, string> = {}
    let breaks = 0
    for (let place = 0; place < record.length; place += 1) {
      const cell = record[place] ?? ''
      if (cell.includes('\n')) breaks += cell.split('\n').length - 1
      const name = names[place]
      if (name === undefined) continue
      const text = cell.trim()
      if (text !== '') cells[name] = text
    }
    const line = endLine - breaks
    if (record.length > (this.headers?.length ?? 0)) this.#tooLong(record.length, line)
    this.count += 1
    this.#listener.onRow({ line, cells })
  }

  #tooLong(length: number, line: number): void {
    this.#oddCount += 1
    if (this.#oddCount > MAX_TOLD) return
    const message = `This row has ${length} cells, the header has ${this.headers?.length}.`
    this.#odd.push(
      warning(
        { path: this.#path, line },
        message,
        'Put a cell that holds the delimiter between double quotes.',
      ),
    )
  }

  problems(): Problem[] {
    if (this.#oddCount <= MAX_TOLD) return this.#odd
    const rest = `${this.#oddCount - MAX_TOLD} more rows have more cells than the header.`
    return [...this.#odd, warning({ path: this.#path }, rest, 'Check how the table was exported.')]
  }
}

async function run(
  rows: RowMaker,
  bytes: Uint8Array,
  encoding: string,
  delimiter: string,
): Promise<CsvError | undefined> {
  const parser = makeParser(delimiter)
  let failed: CsvError | undefined
  parser.on('error', (thrown: CsvError) => {
    failed = thrown
  })
  const state = { ordinal: 0 }
  for (const piece of decodePieces(bytes, encoding)) {
    if (failed) return failed
    parser.write(piece)
    drain(parser, rows, state)
    // A large table must not keep the bell, the clock and the watchdog from being heard.
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (failed) return failed
  const ended = new Promise<void>((resolve) =>
    parser
      .on('end', resolve)
      .on('error', () => resolve())
      .on('close', resolve),
  )
  parser.end()
  parser.on('readable', () => drain(parser, rows, state))
  await ended
  return failed
}

interface Entry {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

function drain(parser: Parser, rows: RowMaker, state: { ordinal: number }): void {
  for (let entry: Entry | null = parser.read(); entry !== null; entry = parser.read()) {
    rows.take(entry.record, entry.info.lines, state.ordinal)
    state.ordinal += 1
  }
}

function makeParser(delimiter: string): Parser {
  return parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: MAX_RECORD,
  })
}

/** The delimiter that cuts the first rows into the same number of cells, and into the most of them. */
function sniffDelimiter(path: string, sample: string): string {
  if (/\.(tsv|tab)$/i.test(path)) return '\t'
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: consistency(sample, delimiter) }))
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter
}

function consistency(sample: string, delimiter: string): number {
  try {
    const rows: string[][] = parseSync(sample, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: 20,
    })
    const width = rows[0]?.length ?? 0
    const alike = rows.filter((row) => row.length === width).length
    return width < 2 ? 0 : (alike / rows.length) * 1_000 + Math.min(width, 99)
  } catch {
    return 0
  }
}

function failedProblem(path: string, thrown: CsvError): Problem {
  const line = typeof thrown['lines'] === 'number' ? thrown['lines'] : undefined
  const open = thrown.code === 'CSV_QUOTE_NOT_CLOSED' || thrown.code === 'CSV_MAX_RECORD_SIZE'
  const message = open
    ? 'A double quote is opened and never closed.'
    : `This table cannot be read: ${thrown.message}.`
  return error({ path, line }, message, 'Close it, or export the table again as CSV.')
}
