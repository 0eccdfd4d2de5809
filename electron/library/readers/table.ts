import type { Problem } from '../../../renderer/core/problem.ts'
import { error, note } from '../problems.ts'
import { decodeText, encodingOf } from '../text.ts'
import { readCsv } from './csv.ts'
import { jsonTable } from './json-table.ts'
import { type Read, readable, unreadable } from './reading.ts'
import { RowMaker, type TableListener } from './table-rows.ts'
import { damagedText } from './text-file.ts'
import { isWorkbook, readWorkbook, refusedWorkbook } from './workbook.ts'

export type { Columns, Row, TableListener, TableStart } from './table-rows.ts'

export interface TableFacts {
  readonly headers: readonly string[]
  readonly rows: number
}

/**
 * Reads a table of any size: a workbook, a list in JSON, or delimited text in whatever encoding. Its bytes say whether it
 * is a workbook, not its name. The
 * listener decides from the headers which columns are read.
 */
export async function readTable(
  path: string,
  bytes: Uint8Array,
  listener: TableListener,
): Promise<Read<TableFacts>> {
  const rows = new RowMaker(path, listener)
  const refused = refusedWorkbook(path, bytes)
  if (refused) return unreadable(refused)
  if (isWorkbook(bytes)) {
    const read = await readWorkbook(path, bytes, rows)
    return read.ok ? ended(path, rows, read.problems) : read
  }
  const encoding = encodingOf(bytes)
  if ('damaged' in encoding) return unreadable(damagedText(path, encoding.damaged))
  if (/\.(json|jsonl|ndjson)$/i.test(path)) {
    const table = jsonTable(path, decodeText(bytes, encoding.name), [])
    if (!table) return unreadable(error({ path }, 'This file holds no list of records.', 'Export it again.'))
    rows.takeAll(table.headers, table.rows)
    return ended(path, rows, [])
  }
  const { broken, failed } = await readCsv(path, bytes, encoding.name, rows)
  if (failed) return unreadable(failed)
  const read = ended(path, rows, broken)
  // A file that is still being written ends like this too.
  return read.ok && broken[0] ? { ...read, suspect: broken[0] } : read
}

function ended(path: string, rows: RowMaker, problems: readonly Problem[]): Read<TableFacts> {
  rows.end()
  if (!rows.headers)
    return unreadable(error({ path }, 'There is nothing in this table.', 'Its first line names the columns.'))
  const empty =
    rows.count === 0
      ? [
          note(
            { path },
            'There is no row below the header of this table.',
            'Nothing is to be done if nobody has answered yet.',
          ),
        ]
      : []
  return readable({ headers: rows.headers, rows: rows.count }, [...problems, ...rows.problems(), ...empty])
}
