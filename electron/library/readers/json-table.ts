import { dialogueIn } from '../../../renderer/core/dialogue.ts'
import { readJson } from './yaml.ts'

/** A list of records in JSON, as review and help-desk tools export them: a table by another name. */

export interface JsonTable {
  readonly headers: readonly string[]
  readonly rows: readonly { readonly record: readonly string[]; readonly line: number }[]
}

/** Fields that somebody wrote for the wall: then each record is an item with a word of its own. */
const WRITTEN = ['consent', 'public_source', 'kind', 'redact', 'cleared', 'audience', 'title']

/**
 * Undefined where the text is no list of flat records: of another shape, or of items that were written for the wall. The
 * list may be the one list of an object, as in `{"satisfaction_ratings": [...], "count": 2}`.
 * @param own names of fields that the object itself would have, were it an item
 */
export function jsonTable(path: string, text: string, own: readonly string[]): JsonTable | undefined {
  const read = readJson(path, text)
  if (!read.ok) return undefined
  const found = listOf(read.value.value, own)
  // A table would take what we said for what a customer said.
  if (dialogueIn(read.value.value)) return undefined
  if (!found) return undefined
  const records = found.list.map(flat)
  if (!records.every((record) => record !== undefined)) return undefined
  const headers = [...new Set(records.flatMap((record) => [...record.keys()]))]
  if (headers.length === 0 || headers.some(isWritten)) return undefined
  const rows = records.map((record, index) => ({
    record: headers.map((header) => record.get(header) ?? ''),
    line: read.value.lines[`${found.name}[${index}]`] ?? 1,
  }))
  return { headers, rows }
}

function isWritten(header: string): boolean {
  return WRITTEN.includes(header.replace(/\..*$/s, '').toLowerCase())
}

function listOf(
  value: unknown,
  own: readonly string[],
): { list: readonly unknown[]; name: string } | undefined {
  if (Array.isArray(value)) return value.length === 0 ? undefined : { list: value, name: '' }
  if (!isObject(value)) return undefined
  const lists = Object.entries(value).filter(([, inner]) => Array.isArray(inner))
  const [name, list] = lists[0] ?? []
  const others = Object.entries(value).filter(([key]) => key !== name)
  const isWrapped =
    lists.length === 1 && others.every(([key, each]) => !isObject(each) && !own.includes(key.toLowerCase()))
  return isWrapped && name !== undefined && Array.isArray(list) && list.length > 0
    ? { list, name }
    : undefined
}

/** A record's cells by header; `user: {name}` is `user.name`. Undefined where it goes deeper. */
function flat(entry: unknown): Map<string, string> | undefined {
  if (!isObject(entry)) return undefined
  const cells = new Map<string, string>()
  for (const [name, value] of Object.entries(entry)) {
    const inner = isObject(value)
      ? Object.entries(value).map(([key, each]) => [`${name}.${key}`, each] as const)
      : [[name, value] as const]
    for (const [header, each] of inner) {
      const cell = cellOf(each)
      if (cell === undefined) return undefined
      cells.set(header, cell)
    }
  }
  return cells
}

function cellOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value))
    return value.every((each) => !isObject(each) && !Array.isArray(each)) ? value.join('; ') : undefined
  return isObject(value) ? undefined : `${value}`
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
