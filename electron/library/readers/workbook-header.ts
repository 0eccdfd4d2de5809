import { headStart } from './table-head.ts'
import type { Merge } from './workbook-package.ts'

/** Rows that a header of merged cells takes up at most. */
const MAX_DEPTH = 4
/** Rows from which the header is found. */
const LOOKED_AT = 300

export interface SheetRow {
  readonly record: readonly string[]
  /** Number of the row in the sheet, from 1. */
  readonly line: number
}

/**
 * The rows of a sheet with a header of one row: where its cells are merged, each column is called by all that stands
 * above it, as in `Delivery: How was it?`. Rows without any content are left out.
 */
export function foldHeader(sheet: readonly (readonly string[])[], merges: readonly Merge[]): SheetRow[] {
  const rows = sheet
    .map((record, index) => ({ record, line: index + 1 }))
    .filter(({ record }) => record.some((cell) => cell.trim() !== ''))
  const start = headStart(rows.slice(0, LOOKED_AT).map(({ record }) => record))
  const top = rows[start]
  if (!top) return rows
  const row = top.line - 1
  const head = merges.filter(({ from }) => from[0] === row)
  const depth = depthOf(head, row)
  if (depth === 1) return rows
  const levels = sheet.slice(row, row + depth).map((record, level) => filled(record, head, row + level))
  const width = Math.max(...levels.map((level) => level.length))
  const record = Array.from({ length: width }, (_, place) => nameOf(levels, place))
  const below = rows.filter(({ line }) => line > row + depth)
  return [...rows.slice(0, start), { record, line: top.line }, ...below]
}

/** A cell over several columns has the columns' own names below it; one over several rows reaches down to them. */
function depthOf(head: readonly Merge[], row: number): number {
  const wide = head.filter(({ from, to }) => to[1] > from[1]).map(({ to }) => to[0] - row + 2)
  const high = head.filter(({ from, to }) => to[1] === from[1]).map(({ to }) => to[0] - row + 1)
  return Math.min(MAX_DEPTH, Math.max(1, ...wide, ...high))
}

/** Every cell of a merged one says what its first says. */
function filled(record: readonly string[], head: readonly Merge[], row: number): readonly string[] {
  const cells = [...record]
  for (const { from, to } of head) {
    if (from[0] !== row) continue
    for (let place = from[1]; place <= Math.min(to[1], record.length - 1); place += 1) {
      cells[place] = record[from[1]] ?? ''
    }
  }
  return cells
}

const OPEN_ANSWER = /^(?:open-ended response|response)$/i

function nameOf(levels: readonly (readonly string[])[], place: number): string {
  const names = levels.map((level) => (level[place] ?? '').replace(/\s+/g, ' ').trim())
  const told = names.filter((name, index) => name !== '' && names.indexOf(name) === index)
  return told.filter((name, index) => index === 0 || !OPEN_ANSWER.test(name)).join(': ')
}
