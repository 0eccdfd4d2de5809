/** Cells of delimited text with their places, so that one of them can be changed and every other byte stays. */

export interface Cell {
  /** Offsets into the text, quotes included. */
  readonly from: number
  readonly to: number
  /** What it says, without its quotes. */
  readonly value: string
  readonly isQuoted: boolean
}

/**
 * The record that begins on this line (1-based), and the first one of the text. Undefined where there is none, or where a quote
 * before it is not written by RFC 4180: then nobody can say which cell is which.
 */
export function recordAt(
  text: string,
  delimiter: string,
  line: number,
): { readonly header: readonly Cell[]; readonly cells: readonly Cell[] } | undefined {
  let header: readonly Cell[] | undefined
  let [at, now] = [0, 1]
  while (at < text.length && now <= line) {
    const record = readRecord(text, delimiter, at)
    if (!record) return undefined
    header ??= isDeclaration(record.cells, text, at) ? undefined : record.cells
    if (now === line) return header && { header, cells: record.cells }
    now += linesIn(text.slice(at, record.end))
    at = record.end
  }
  return undefined
}

/** `sep=;`, which Excel writes into the first line. */
function isDeclaration(cells: readonly Cell[], text: string, at: number): boolean {
  return at === 0 && /^\uFEFF?"?sep=/i.test(text.slice(0, cells.at(-1)?.to ?? 0))
}

function linesIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}

/** `end` is behind its line end. */
function readRecord(
  text: string,
  delimiter: string,
  from: number,
): { readonly cells: readonly Cell[]; readonly end: number } | undefined {
  const cells: Cell[] = []
  let at = from
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, delimiter, at)
    if (!cell) return undefined
    cells.push(cell)
    const next = text[cell.to]
    if (next === delimiter) {
      at = cell.to + 1
      continue
    }
    if (next === undefined) return { cells, end: cell.to }
    if (next === '\r') return { cells, end: cell.to + (text[cell.to + 1] === '\n' ? 2 : 1) }
    if (next === '\n') return { cells, end: cell.to + 1 }
    return undefined
  }
}

function quotedCell(text: string, from: number): Cell | undefined {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') {
      at += 1
      continue
    }
    const value = text.slice(from + 1, at).replaceAll('""', '"')
    return { from, to: at + 1, value, isQuoted: true }
  }
  return undefined
}

/** A quote in the midst of it is broken writing, which readers take in several ways. */
function plainCell(text: string, delimiter: string, from: number): Cell | undefined {
  let to = from
  while (to < text.length && text[to] !== delimiter && text[to] !== '\n' && text[to] !== '\r') {
    if (text[to] === '"') return undefined
    to += 1
  }
  return { from, to, value: text.slice(from, to), isQuoted: false }
}

/** The text with another value in this cell; in quotes where it has to be, or was. */
export function withCell(text: string, delimiter: string, cell: Cell, value: string): string {
  const needsQuotes =
    cell.isQuoted || value.includes(delimiter) || /["\r\n]|^\s|\s$/.test(value) || value === ''
  const written = needsQuotes && value !== '' ? `"${value.replaceAll('"', '""')}"` : value
  return text.slice(0, cell.from) + written + text.slice(cell.to)
}
