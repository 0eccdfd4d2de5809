import { type CsvError, type Parser, parse } from 'csv-parse'
import type { Problem } from '../../../renderer/core/problem.ts'
import { error } from '../problems.ts'
import { decodePieces, decodeText } from '../text.ts'
import { BrokenLines } from './broken-quotes.ts'
import { sniffDelimiter } from './delimiter.ts'
import { RegularCsv } from './regular-csv.ts'
import type { RowMaker } from './table-rows.ts'

const SNIFF_BYTES = 65_536
/** A record longer than this is a quote that was never closed. */
const MAX_RECORD = 1_000_000
const LONG =
  'Close it, or shorten a cell of more than a million characters; else export the table again as CSV.'
/** More broken lines than this are another format, or another file. */
const MAX_BROKEN = 200
/** A text larger than this is not held whole in order to go on after a broken line. */
const MAX_REPAIRED = 200_000_000

/** What a table in text came to. */
export interface CsvRead {
  /** Lines whose quotes are broken; the rows after them were read. */
  readonly broken: readonly Problem[]
  /** Why the rest could not be read at all. */
  readonly failed?: Problem
}

/**
 * Reads delimited text of any size piece by piece: delimiter, `sep=` line and line ends are found out, quotes may hold
 * line breaks. A line whose quote never closes is left out, and the rows after it are read.
 */
export async function readCsv(
  path: string,
  bytes: Uint8Array,
  encoding: string,
  rows: RowMaker,
): Promise<CsvRead> {
  const sample = clean(decodeText(bytes.subarray(0, SNIFF_BYTES), encoding))
  const declared = /^\uFEFF?"?sep=(.)"?\r?\n/i.exec(sample)
  const delimiter = declared?.[1] ?? sniffDelimiter(path, sample)
  const lines = new BrokenLines(delimiter, () => clean(decodeText(bytes, encoding)))
  const run = new Run(rows, delimiter, lines, declared ? 1 : 0)
  const broken: Problem[] = []
  const left = await run.takeRegular(pieces(bytes, encoding))
  for (let stop = left && (await run.take(left)); stop !== undefined; ) {
    if (stop.otherwise !== undefined) return { broken, failed: unreadableTable(path, stop) }
    // In a table of one column nothing tells the next row from the rest of the broken cell.
    const isOver = rows.width < 2 || bytes.length > MAX_REPAIRED || broken.length >= MAX_BROKEN
    if (isOver) {
      return { broken, failed: unclosed(path, stop.line, LONG) }
    }
    const hint = 'Close the quote, or write it twice where it belongs to the text. The other rows were read.'
    broken.push(unclosed(path, stop.line, hint))
    const rest = lines.after(stop.line, rows.width)
    run.line = rest.line
    stop = await run.take(chunks(rest.text))
  }
  return { broken }
}

interface Stop {
  readonly line: number
  /** What is wrong, where it is no quote. */
  readonly otherwise?: string | undefined
}

/** One parser after the other over the same text: a new one begins behind each broken line. */
class Run {
  /** Line on which the text begins that is taken next. */
  line = 1
  #skip: number
  readonly #rows: RowMaker
  readonly #delimiter: string
  readonly #lines: BrokenLines

  constructor(rows: RowMaker, delimiter: string, lines: BrokenLines, skip: number) {
    this.#rows = rows
    this.#delimiter = delimiter
    this.#lines = lines
    this.#skip = skip
  }

  /** Reads as long as the text is regular; what is left of it where it is not. */
  async takeRegular(text: Iterator<string>): Promise<Iterable<string> | undefined> {
    const regular = new RegularCsv(this.#delimiter, (record, line) => this.#lines.isBroken(record, line))
    let next = text.next()
    while (next.done !== true) {
      const { value } = next
      next = text.next()
      const rows = regular.take(value, next.done === true)
      if (rows === undefined) {
        this.line = regular.line
        return rest(regular.rest, next, text)
      }
      for (const { record, line } of rows) this.#give(record, line)
      await this.#rows.endPart()
      // A large table must not keep the bell, the clock and the watchdog from being heard.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return undefined
  }

  #give(record: readonly string[], line: number): void {
    if (this.#skip > 0) this.#skip -= 1
    else this.#rows.take(record, line)
  }

  /** Where it had to stop; undefined at the end of the text. */
  async take(text: Iterable<string>): Promise<Stop | undefined> {
    const parser = makeParser(this.#delimiter)
    let failed: CsvError | undefined
    parser.on('error', (thrown: CsvError) => {
      failed = thrown
    })
    const state: State = { before: 0, twice: 0, stopped: undefined }
    for (const piece of text) {
      parser.write(piece)
      this.#drain(parser, state)
      if (failed || state.stopped !== undefined) break
      await this.#rows.endPart()
      // A large table must not keep the bell, the clock and the watchdog from being heard.
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (!failed && state.stopped === undefined) await this.#finish(parser, state)
    parser.destroy()
    if (state.stopped !== undefined) return { line: state.stopped }
    if (!failed) return undefined
    const isQuote = failed.code === 'CSV_QUOTE_NOT_CLOSED' || failed.code === 'CSV_MAX_RECORD_SIZE'
    return {
      line: this.#lines.firstAfter(this.line + state.before - state.twice),
      otherwise: isQuote ? undefined : failed.message,
    }
  }

  async #finish(parser: Parser, state: State): Promise<void> {
    const ended = new Promise<void>((resolve) => {
      parser.on('end', resolve).on('error', () => resolve())
      parser.on('readable', () => {
        this.#drain(parser, state)
        // What is not read any further never ends.
        if (state.stopped !== undefined) resolve()
      })
    })
    parser.end()
    this.#drain(parser, state)
    if (state.stopped === undefined) await ended
  }

  #drain(parser: Parser, state: State): void {
    if (state.stopped !== undefined) return
    for (let entry: Entry | null = parser.read(); entry !== null; entry = parser.read()) {
      const { record, info } = entry
      const breaks = info.lines - state.before > 1 ? breaksIn(record) : []
      // The parser counts a break of two characters inside a cell twice.
      state.twice += breaks.filter((each) => each === '\r\n').length
      const line = this.line + info.lines - 1 - state.twice - breaks.length
      if (breaks.length > 0 && this.#lines.isBroken(record, line)) {
        state.stopped = line
        return
      }
      state.before = info.lines
      this.#give(record, line)
    }
  }
}

function* rest(begin: string, next: IteratorResult<string>, text: Iterator<string>): Generator<string> {
  yield begin
  for (let piece = next; piece.done !== true; piece = text.next()) yield piece.value
}

interface State {
  /** Lines of the parser's count up to the end of the last record. */
  before: number
  /** Of these, counted twice. */
  twice: number
  stopped: number | undefined
}

interface Entry {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

/** Line breaks inside the cells: a row begins so many lines above the one on which it ends. */
function breaksIn(record: readonly string[]): string[] {
  return record.flatMap((cell) => cell.match(/\r\n?|\n/g) ?? [])
}

function makeParser(delimiter: string): Parser {
  return parse({
    delimiter,
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    // All of them: tables that were put together from others have several.
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_RECORD,
  })
}

function* pieces(bytes: Uint8Array, encoding: string): Generator<string> {
  for (const piece of decodePieces(bytes, encoding)) yield clean(piece)
}

const CHUNK = 262_144

function* chunks(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += CHUNK) yield text.slice(start, start + CHUNK)
}

/** `="0012"`: how programs keep Excel from taking a text for a number. */
const AS_TEXT = /(^|[,;|\t\r\n])=("[^"\r\n]*")(?=[,;|\t\r\n]|$)/g

/** Databases fill fixed fields with zero characters; they are no text. */
function clean(text: string): string {
  const plain = text.includes('\0') ? text.replaceAll('\0', '') : text
  return plain.includes('="') ? plain.replace(AS_TEXT, '$1$2') : plain
}

function unclosed(path: string, line: number, hint: string): Problem {
  return error({ path, line }, 'A double quote is opened and never closed.', hint)
}

function unreadableTable(path: string, { line, otherwise }: Stop): Problem {
  return error({ path, line }, `This table cannot be read: ${otherwise}.`, 'Export it again as CSV.')
}
