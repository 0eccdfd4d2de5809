import {
  type ColumnDates,
  columnDates,
  type DateOrder,
  dateKey,
  readCount,
  readDateInOrder,
  yearOf,
} from '../../renderer/core/date-order.ts'
import { meantField } from '../../renderer/core/draft-fields.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import type { Fields } from './defaults.ts'
import { definitionOf } from './items.ts'
import { coded, note, warning } from './problems.ts'

/** Dates of a table: how each column of them is written is found out once, from all its values together. */

/** A column of dates that cannot be read one by one. */
export interface DatedColumn {
  readonly header: string
  /** What its cells are called; see `TableColumns.names`. */
  readonly name: string
  readonly dates: Exclude<ColumnDates, { readonly read: 'alone' }>
}

const DATES = ['captured', 'from', 'until']

export interface DatedTable {
  readonly kind: Kind
  readonly headers: readonly string[]
  readonly names: readonly (string | undefined)[]
  readonly rows: readonly (readonly string[])[]
  /** What somebody said of the dates in this table. */
  readonly order: DateOrder | undefined
}

export function datedColumns({ kind, headers, names, rows, order }: DatedTable): DatedColumn[] {
  return headers.flatMap((header, place) => {
    const name = names[place]
    const meant = name === undefined ? undefined : meantField(name, definitionOf(kind).aliases)
    if (name === undefined || meant === undefined || !DATES.includes(meant)) return []
    const found = columnDates(rows.map((row) => row[place] ?? ''))
    if (found.read === 'alone') return []
    const dates = found.read !== 'count' && order ? ({ read: 'order', order, by: found.by } as const) : found
    return [{ header, name, dates }]
  })
}

/** The cells of a row with their dates as text that sorts; what cannot be known is left as it was written. */
export function withDates(cells: Fields, columns: readonly DatedColumn[]): Fields {
  if (columns.length === 0) return cells
  const read = columns.flatMap(({ name, dates }) => {
    const cell = cells[name]
    const date = typeof cell === 'string' ? readAs(cell, dates, name) : undefined
    return date === undefined ? [] : [[name, date] as const]
  })
  return read.length === 0 ? cells : { ...cells, ...Object.fromEntries(read) }
}

function readAs(cell: string, dates: DatedColumn['dates'], name: string): string | undefined {
  switch (dates.read) {
    case 'order':
      return readDateInOrder(cell, dates.order)
    case 'count':
      return readCount(cell, dates.unit)
    case 'open':
      // Until when something may be shown is nothing to be content with a year for.
      return dates.sure && !/from|until/i.test(name) ? yearOf(cell) : undefined
  }
}

/** What tells two answers of the same words apart, whichever way their dates are read. */
export function dayOf(row: Fields, names: readonly string[]): string {
  const cell = names.map((name) => row[name]).find((value) => typeof value === 'string')
  return cell === undefined ? '' : dateKey(cell)
}

/** How the dates were read, for the curator: it was not said but found out. `change` makes a line of YAML. */
export function dateNotes(
  columns: readonly DatedColumn[],
  path: string,
  told: DateOrder | undefined,
  change: (setting: string) => string,
): Problem[] {
  return columns.flatMap((column) => dateNote(column, path, told, change)).map((told) => coded('dates', told))
}

function dateNote(
  { header, dates }: DatedColumn,
  path: string,
  told: DateOrder | undefined,
  change: (setting: string) => string,
): Problem[] {
  const place = { path, line: 1, field: header }
  switch (dates.read) {
    case 'order': {
      if (told) return []
      const why = dates.byYears
        ? 'the number that changes least is the year'
        : 'for all of them together no other order makes days'
      const message = `These dates are read ${dates.order}: ${why}, as in “${dates.by}”.`
      const other = dates.order === 'day first' ? 'month first' : 'day first'
      return [note(place, message, `If that is wrong, write into ${change(`dates: ${other}`)}`)]
    }
    case 'count': {
      const message = `These dates are numbers of ${dates.unit}; “${dates.by}” was read as ${readCount(dates.by, dates.unit)}.`
      return [note(place, message, 'Export them as dates if that is not what they are.')]
    }
    case 'open': {
      const only = dates.sure ? 'so only their year is used' : 'so they are not used'
      const message = `These dates can be read in several ways, such as “${dates.by}”, ${only}.`
      const [first = 'day first', ...others] = dates.orders
      return [warning(place, message, `Write into ${change(`dates: ${first}`)} (or ${others.join(', or ')})`)]
    }
  }
}
