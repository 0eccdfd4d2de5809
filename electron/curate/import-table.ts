import type { PlannedTable } from '../../renderer/core/admin/import.ts'
import { type Curation, tableSettings } from '../../renderer/core/curation.ts'
import { fieldKey, meantField } from '../../renderer/core/draft-fields.ts'
import { ENVELOPE_FIELDS } from '../../renderer/core/item.ts'
import { KINDS, type Kind } from '../../renderer/kinds/index.ts'
import { definitionOf, interpret, knownFields } from '../library/items.ts'
import { readTable, type TableStart } from '../library/readers/table.ts'
import { type TableColumns, tableColumns } from '../library/table-columns.ts'
import { tableKey, toldOfTable } from '../library/table-settings.ts'

/** A table on its way in, looked at with the library's own eyes: what would be made of it, and what has to be asked. */

interface Head {
  readonly headers: readonly string[]
  readonly start: TableStart
}

/** Undefined where it is no table that can be read. */
export async function headOf(path: string, bytes: Uint8Array): Promise<Head | undefined> {
  let head: Head | undefined
  await readTable(path, bytes, {
    onHeaders(headers, start) {
      head = { headers, start }
      // More rows say more: the last offer counts. None of them is read any further.
      return start.last ? { names: headers.map(() => undefined) } : undefined
    },
    onRow: () => undefined,
  }).catch(() => undefined)
  return head
}

export function columnsOf(kind: Kind, head: Head, curation: Curation): TableColumns | undefined {
  const key = tableKey(kind, head.headers)
  const told = toldOfTable({}, tableSettings(curation, key), '')
  const start = { ...head.start, last: true }
  return tableColumns({ kind, headers: head.headers, start, ...told, given: [], before: undefined })
}

/** What these rows are best read as: the kind that makes items of most of them, and leaves fewest columns over. */
export function kindOfTable(head: Head, curation: Curation): Kind | undefined {
  const scored = KINDS.map((kind) => ({ kind, score: scoreOf(kind, head, curation) }))
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best && best.score > 0 ? best.kind : undefined
}

/** What the curator is asked for, or what is found elsewhere: its lack says nothing about the kind. */
const ASKED = { source: 'x', captured: '2026-01-01', evidence: 'research', consent: { public_source: 'x' } }

function scoreOf(kind: Kind, head: Head, curation: Curation): number {
  const columns = columnsOf(kind, head, curation)
  if (!columns || columns.prose.by === 'nobody') return 0
  const { aliases, wholeTable } = definitionOf(kind)
  const names = columns.names.flatMap((name) => name ?? [])
  const known = names.filter(
    (name) => meantField(name, aliases) !== undefined || columns.prose.by === 'values',
  ).length
  if (wholeTable?.(names)) return 1 + known
  const rows = rowsOf(head, columns)
  const made = rows.filter((cells) => {
    const draft = {
      path: `${kind}.csv`,
      line: 2,
      fields: { ...ASKED, ...cells },
      headers: names,
      lines: {},
      sections: [],
      pictures: [],
      siblings: [],
    }
    return interpret(draft, kind).ok
  }).length
  return made === 0 ? 0 : (10 * made) / rows.length + known / Math.max(1, head.headers.length)
}

const SAMPLE = 5

function rowsOf({ start }: Head, { names }: TableColumns): Record<string, string>[] {
  return start.rows
    .filter((row) => row.some((cell) => `${cell ?? ''}`.trim() !== ''))
    .slice(0, SAMPLE)
    .map((row) =>
      Object.fromEntries(
        names.flatMap((name, at) =>
          name === undefined || `${row[at] ?? ''}` === '' ? [] : [[name, `${row[at]}`]],
        ),
      ),
    )
}

const LONGEST_CELL = 300

export function plannedTable(id: number, kind: Kind, head: Head, curation: Curation): PlannedTable {
  const columns = columnsOf(kind, head, curation)
  const key = tableKey(kind, head.headers)
  const { aliases, prose, requires } = definitionOf(kind)
  const personal = new Set(columns?.personal ?? [])
  const headers = head.headers.filter((header) => !personal.has(header))
  const read: Record<string, string> = {}
  for (const [at, header] of head.headers.entries()) {
    const name = columns?.names[at]
    const field = name === undefined ? undefined : meantField(name, aliases)
    if (field !== undefined && !(field in read) && !personal.has(header)) read[field] = header
  }
  if (columns?.prose.by === 'values' && prose !== undefined) read[prose] = columns.prose.header
  const used = new Set(Object.values(read))
  const needed = [...(prose === undefined ? [] : [prose]), ...requires]
  return {
    id,
    kind,
    key,
    headers,
    columns: read,
    unknown: headers.filter((header) => !used.has(header) && fieldKey(header) !== ''),
    fields: [...new Set([...needed, ...knownFields(kind)])].filter((field) => !NOT_ASKED.includes(field)),
    lacking: needed.filter((field) => !(field in read)),
    known: tableSettings(curation, key) !== undefined || columns?.prose.by === 'name',
    rows: head.start.rows
      .slice(0, SAMPLE)
      .map((row) =>
        Object.fromEntries(
          head.headers.flatMap((header, at) =>
            personal.has(header) ? [] : [[header, `${row[at] ?? ''}`.slice(0, LONGEST_CELL)]],
          ),
        ),
      ),
    asksDates: (columns?.dates ?? []).some(({ dates }) => dates.read === 'open'),
  }
}

const NOT_ASKED: readonly string[] = ENVELOPE_FIELDS.filter((field) =>
  ['cleared', 'consent', 'kind', 'from', 'until', 'weight', 'audience'].includes(field),
)
