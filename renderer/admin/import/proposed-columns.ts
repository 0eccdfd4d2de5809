import type { PlannedTable } from '../../core/admin/import.ts'
import type { TableSettings } from '../../core/curation.ts'

/** Which column is which, while it is asked: by header, for whoever looks at columns; by field, as room.yaml has it. */

/** What is proposed: what the table says of itself. */
export function proposedColumns({ columns }: PlannedTable): TableSettings {
  return { columns: { ...columns } }
}

/** The field that a header was given, empty where it has none. */
export function fieldOf(header: string, { columns = {} }: TableSettings): string {
  return Object.entries(columns).find(([, named]) => String(named) === header)?.[0] ?? ''
}

/** The header means this field from now on, and no other column does; an empty field takes its meaning away. */
export function withMeaning(table: TableSettings, header: string, field: string): TableSettings {
  const others = Object.entries(table.columns ?? {}).filter(
    ([name, named]) => name !== field && String(named) !== header,
  )
  const columns = Object.fromEntries(field === '' ? others : [...others, [field, header] as const])
  return { ...table, columns }
}

/** It is said once for all that is brought in, where no column says it. */
export const SOURCE = 'source'

/** Whether a curator has to say something before such a table can be read well. */
export function asksColumns(table: PlannedTable): boolean {
  return !table.known || table.asksDates || table.lacking.some((field) => field !== SOURCE)
}

/** Fields that have to be somewhere and that no column has been given. */
export function stillLacking(
  { lacking }: PlannedTable,
  settings: TableSettings,
  source: string,
): readonly string[] {
  const isSaid = source.trim() !== ''
  return lacking.filter((field) => settings.columns?.[field] === undefined && !(field === SOURCE && isSaid))
}
