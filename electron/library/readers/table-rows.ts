import type { Problem } from '../../../renderer/core/problem.ts'
import { isDay } from '../column-values.ts'
import { coded, note, warning } from '../problems.ts'
import { headOf } from './table-head.ts'

/** One record of a table. Empty cells are absent. */
export interface Row {
  /** 1-based line on which it begins; of a workbook, the row's own number. */
  readonly line: number
  /** By header, as the file spells it; a header that comes twice has ` (2)` after it. */
  readonly cells: Readonly<Record<string, string>>
}

/** How the columns are to be read, decided once from the headers and the first rows. */
export interface Columns {
  /** New name of each column by its place; undefined where the column is not read at all. */
  readonly names: readonly (string | undefined)[]
  /** Place of a column and what it says of a row that nobody is to see; such rows are counted. */
  readonly trials?: { readonly place: number; readonly cell: RegExp } | undefined
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
  /** A part of a table in text was read; the next one is begun when this is done. */
  onPart?(): Promise<void>
}

/** Odd rows told one by one; the rest as a number. */
const MAX_TOLD = 20
/** Records from which the columns are decided; the second number for a table that says little at its beginning. */
const START_RECORDS = [300, 3_000] as const

interface Waiting {
  readonly record: readonly string[]
  readonly line: number
}

/** Makes rows of records, whatever file they come from: finds the header, asks the listener about it, then hands the rows on. */
export class RowMaker {
  headers: readonly string[] | undefined
  count = 0
  #names: readonly (string | undefined)[] = []
  #trials: Columns['trials']
  #trialCount = 0
  #last: Waiting | undefined
  #isAtEnd = false
  #waiting: Waiting[] = []
  #looks = 0
  #odd: Problem[] = []
  #oddCount = 0
  readonly #notes: Problem[] = []

  readonly #path: string
  readonly #listener: TableListener

  constructor(path: string, listener: TableListener) {
    this.#path = path
    this.#listener = listener
  }

  /** Takes a record that begins on `line`. One without any content is passed over. */
  take(record: readonly string[], line: number): void {
    if (!record.some((cell) => cell !== '' && cell.trim() !== '')) return
    if (this.headers) return this.#row(record, line)
    this.#waiting.push({ record, line })
    if (this.#waiting.length === START_RECORDS[this.#looks]) this.#look(false)
  }

  /** A table whose header is known and whose rows are all there. */
  takeAll(headers: readonly string[], rows: readonly { record: readonly string[]; line: number }[]): void {
    const last = { codes: [], rows: rows.map(({ record }) => record), last: true }
    this.headers = headers
    this.#names = this.#listener.onHeaders(headers, last)?.names ?? []
    for (const { record, line } of rows) this.take(record, line)
  }

  async endPart(): Promise<void> {
    await this.#listener.onPart?.()
  }

  /** Cells of a whole row, as far as that is known yet. */
  get width(): number {
    return this.headers?.length ?? Math.max(0, ...this.#waiting.map(({ record }) => record.length))
  }

  /** The table is at its end, perhaps before the columns were decided. */
  end(): void {
    if (!this.headers && this.#waiting.length > 0) this.#look(true)
  }

  #look(ended: boolean): void {
    const { headers, codes, depth, start } = headOf(this.#waiting.map(({ record }) => record))
    const rows = this.#waiting.slice(start + depth)
    this.#looks += 1
    const last = ended || this.#looks === START_RECORDS.length
    const columns = this.#listener.onHeaders(headers, { codes, rows: rows.map(({ record }) => record), last })
    if (columns === undefined && !last) return
    this.#names = columns?.names ?? []
    this.#trials = columns?.trials
    this.headers = headers
    if (start > 0) this.#tellStart(start)
    if (depth === 1 && headers.some(isDay)) this.#tellNoHeader()
    this.#waiting = []
    for (const { record, line } of rows) this.#row(record, line)
  }

  #tellNoHeader(): void {
    const message =
      'The first line holds a date, so it seems to be an answer; we took it for the names of the columns.'
    const hint = 'Put a line above it that names the columns, such as Date,Comment.'
    const place = { path: this.#path, line: this.#waiting[0]?.line ?? 1 }
    this.#notes.push(coded('columns', warning(place, message, hint)))
  }

  #tellStart(start: number): void {
    const line = this.#waiting[start]?.line ?? 1
    const message = `The header was found on line ${line}; the ${start === 1 ? 'line' : `${start} lines`} above it ${start === 1 ? 'is' : 'are'} about the table and not read.`
    this.#notes.push(
      note({ path: this.#path, line }, message, 'If that is not the header, delete the lines above it.'),
    )
  }

  #row(record: readonly string[], line: number): void {
    if (this.#isAtEnd) return
    if (record.length > (this.headers?.length ?? 0) && this.#beginsAnother(record, line)) return
    this.#last = { record, line }
    if (this.#trials?.cell.test(record[this.#trials.place]?.trim() ?? '')) {
      this.#trialCount += 1
      return
    }
    const names = this.#names
    const cells: Record<string, string> = {}
    for (let place = 0; place < record.length; place += 1) {
      const name = names[place]
      if (name === undefined) continue
      const text = (record[place] ?? '').trim()
      if (text !== '') cells[name] = text
    }
    if (record.length > (this.headers?.length ?? 0)) this.#tooLong(record, line)
    this.count += 1
    this.#listener.onRow({ line, cells })
  }

  /** A wider line of words below an empty one is the header of a second table on the sheet. */
  #beginsAnother(record: readonly string[], line: number): boolean {
    if (!this.#last || record.findLastIndex((cell) => cell.trim() !== '') < (this.headers?.length ?? 0))
      return false
    const lines = this.#last.record.reduce((sum, cell) => sum + cell.split('\n').length - 1, 1)
    const isNamed = record.every((cell) => cell.trim() !== '' && cell.length < 60 && !/\d/.test(cell))
    if (line <= this.#last.line + lines || !isNamed) return false
    this.#isAtEnd = true
    const message = `Another table begins here, with ${record.length} columns instead of ${this.headers?.length}; what is above it was read.`
    this.#notes.push(warning({ path: this.#path, line }, message, 'Put it into a file of its own.'))
    return true
  }

  #tooLong(record: readonly string[], line: number): void {
    // Spreadsheets write the same number of delimiters on every line, used or not.
    const length = record.findLastIndex((cell) => cell.trim() !== '') + 1
    if (length <= (this.headers?.length ?? 0)) return
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

  #trialNotes(): Problem[] {
    if (this.#trialCount === 0) return []
    const rows = this.#trialCount === 1 ? 'One row is a test' : `${this.#trialCount} rows are tests`
    const message = `${rows} of the survey by those who made it, and ${this.#trialCount === 1 ? 'was' : 'were'} left out.`
    return [note({ path: this.#path }, message, 'Nothing is to be done.')]
  }

  problems(): Problem[] {
    const notes = [...this.#notes, ...this.#trialNotes()]
    if (this.#oddCount <= MAX_TOLD) return [...notes, ...this.#odd]
    const rest = `${this.#oddCount - MAX_TOLD} more rows have more cells than the header.`
    const more = warning({ path: this.#path }, rest, 'Check how the table was exported.')
    return [...notes, ...this.#odd, more]
  }
}
