import type { RowPreview, RowPreviewCalls } from '../../renderer/core/admin/row-preview.ts'
import type { PlayView } from '../../renderer/core/contract.ts'
import type { Item } from '../../renderer/core/item.ts'
import { isKind } from '../../renderer/kinds/index.ts'
import { definitionOf } from '../library/items.ts'
import type { Row } from '../library/readers/table.ts'
import { RowReader } from '../library/row-reader.ts'
import { tableColumns } from '../library/table-columns.ts'
import { mappingOf } from '../library/table-mapping.ts'
import { previewViews, type Sources } from '../play-view.ts'

type Question = Parameters<RowPreviewCalls['previewRows']>[0]

/** The first rows of a table by the library's own reader, so that what is seen here is what the wall will show. */
export function previewRows(question: Question, sources: Sources): readonly RowPreview[] {
  const { kind, headers } = question
  const cells = question.rows.map((row) => headers.map((header) => row[header] ?? ''))
  if (!isKind(kind)) return cells.map(() => REFUSED)
  const columns = tableColumns({
    kind,
    headers,
    start: { codes: headers.map(() => undefined), rows: cells, last: true },
    mapping: mappingOf(question.table.columns),
    given: [],
    before: undefined,
    dates: question.table.dates,
  })
  if (!columns) return cells.map(() => REFUSED)
  const reader = new RowReader({
    path: `${definitionOf(kind).folders[0] ?? kind}/preview.csv`,
    kind,
    beside: question.source === undefined ? {} : { source: question.source },
    headers: columns.names.filter((name) => name !== undefined),
    dates: columns.dates,
    idName: columns.id,
    spoken: columns.prose.by === 'none' ? undefined : definitionOf(kind).prose,
    mapped: Object.keys(question.table.columns ?? {}),
    wall: sources.wall,
  })
  return cells.map((row, at) => previewOf(reader, rowOf(columns.names, row, at), sources))
}

const REFUSED: RowPreview = { is: 'refused', reasons: [] }

function rowOf(names: readonly (string | undefined)[], cells: readonly string[], at: number): Row {
  const named = names.flatMap((name, place) => {
    const cell = cells[place]?.trim() ?? ''
    return name === undefined || cell === '' ? [] : [[name, cell] as const]
  })
  return { line: at + 2, cells: Object.fromEntries(named) }
}

function previewOf(reader: RowReader, row: Row, sources: Sources): RowPreview {
  const read = reader.isBlank(row) ? ({ is: 'blank' } as const) : reader.read(row)
  switch (read.is) {
    case 'blank':
      return { is: 'blank' }
    case 'item':
      return { is: 'slides', views: viewsOf(JSON.parse(read.item) as Item, sources) }
    case 'refused':
      return { is: 'refused', reasons: [...new Set(read.refused.problems.map(reasonOf))] }
    case 'media':
      return { is: 'refused', reasons: [] }
  }
}

let made = 0

/** What is drawn anew has a name of its own, so that a window draws it anew. */
function viewsOf(item: Item, sources: Sources): readonly PlayView[] {
  made += 1
  return previewViews(item, sources.wall, sources).map((view) => ({
    ...view,
    playId: `row-${made}-${view.playId}`,
  }))
}

function reasonOf({
  message,
  field,
}: {
  readonly message: string
  readonly field?: string | undefined
}): string {
  return field === undefined ? message : `${field}: ${message}`
}
