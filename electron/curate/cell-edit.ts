import { meantField } from '../../renderer/core/draft-fields.ts'
import type { Item } from '../../renderer/core/item.ts'
import { itemTexts } from '../../renderer/core/item-facts.ts'
import { definitionFor } from '../item-standing.ts'
import { sniffDelimiter } from '../library/readers/delimiter.ts'
import { refuse } from './refusal.ts'
import { type Cell, recordAt, withCell } from './table-cells.ts'
import type { Workspace } from './workspace.ts'

/** Fields of a table's row, written into its cells. */

/** A longer table is searched in its own program. */
const MOST_LETTERS = 20_000_000
const SAMPLE = 65_536
const IN_TEXT = /\.(?:csv|tsv|tab|txt)$/i

/** Throws a refusal where nobody can say for certain which cell it is. */
export async function writeCell(
  workspace: Workspace,
  item: Item,
  name: string,
  value: unknown,
): Promise<void> {
  if (!IN_TEXT.test(item.path)) throw noCell(item, name, 'It is no table in text.')
  const written = cellText(value)
  const text = await workspace.text(item.path)
  if (written === undefined || text === undefined || text.length > MOST_LETTERS)
    throw noCell(item, name, 'A cell cannot hold it, or the table is too long.')
  const delimiter = delimiterOf(item.path, text)
  const record = recordAt(text, delimiter, item.line)
  const cell = record && cellOf(item, name, record.header, record.cells)
  if (!cell) throw noCell(item, name, 'Which cell it stands in cannot be said for certain.')
  if (isNamedByItsWords(item, name)) throw noId(item, name)
  if (cell.value.trim() === written) return
  await workspace.setText(item.path, withCell(text, delimiter, cell, written))
}

/** Headers of a table that many rows of are edited. */
const headers = new WeakMap<Workspace, Map<string, readonly string[]>>()

/** Whether a table in text has a column of this name; of a workbook nobody can write one. */
export async function hasColumn(workspace: Workspace, item: Item, name: string): Promise<boolean> {
  if (!IN_TEXT.test(item.path)) return false
  const known = headers.get(workspace) ?? new Map<string, readonly string[]>()
  headers.set(workspace, known)
  const titles = known.get(item.path) ?? (await headerOf(workspace, item.path))
  known.set(item.path, titles)
  const aliases = definitionFor(item.kind)?.aliases ?? {}
  return titles.some((title) => meantField(title, aliases) === name)
}

async function headerOf(workspace: Workspace, path: string): Promise<readonly string[]> {
  const text = (await workspace.text(path)) ?? ''
  const record = recordAt(text, delimiterOf(path, text), /^\uFEFF?"?sep=/i.test(text) ? 2 : 1)
  return (record?.header ?? []).map(({ value }) => value.replace(/^\uFEFF/, ''))
}

function delimiterOf(path: string, text: string): string {
  const declared = /^\uFEFF?"?sep=(.)/i.exec(text)?.[1]
  return declared ?? sniffDelimiter(path, text.slice(0, SAMPLE).replace(/^\uFEFF/, ''))
}

function cellText(value: unknown): string | undefined {
  if (value === null) return ''
  if (Array.isArray(value))
    return value.every((each) => typeof each === 'string') ? value.join('; ') : undefined
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

/** By its header where that names the field; else the only cell that says just what the field says. */
function cellOf(item: Item, name: string, header: readonly Cell[], cells: readonly Cell[]): Cell | undefined {
  const aliases = definitionFor(item.kind)?.aliases ?? {}
  const before = fieldOf(item, name)
  const named = cells.filter((_, at) => {
    const title = header[at]?.value.replace(/^\uFEFF/, '') ?? ''
    return title !== '' && meantField(title, aliases) === name
  })
  const [own] = named
  if (named.length === 1 && own && (says(own, before) || own.value.trim() === '')) return own
  const same = before === undefined ? [] : cells.filter((cell) => says(cell, before))
  return same.length === 1 ? same[0] : undefined
}

function fieldOf({ envelope, body }: Item, name: string): unknown {
  const fields = { ...(body as Readonly<Record<string, unknown>>), ...envelope }
  return fields[name as keyof typeof fields]
}

function says({ value }: Cell, before: unknown): boolean {
  const cell = value.trim()
  if (before === undefined || before === null) return cell === ''
  if (Array.isArray(before))
    return (
      cell
        .split(/\s*[;,\n]\s*/)
        .filter(Boolean)
        .join() === before.map(String).join()
    )
  return cell !== '' && cell.replace(/\s+/g, ' ') === String(before).trim().replace(/\s+/g, ' ')
}

/** A row without an id of its own is known by its words: with others it would be another item. */
function isNamedByItsWords(item: Item, name: string): boolean {
  if (!/#[0-9a-f]{12}$/.test(item.id)) return false
  const definition = definitionFor(item.kind)
  const before = fieldOf(item, name)
  return (
    name === 'captured' || (definition !== undefined && itemTexts(definition, item).includes(String(before)))
  )
}

function noId(item: Item, field: string) {
  return refuse(
    'no-place',
    'This row has no id, and is known by its words: with other words it would be another item, without its plays and decisions.',
    'Give the table a column “id”, or change the cell in the table.',
    { path: item.path, line: item.line, field, items: [item.id] },
  )
}

function noCell(item: Item, field: string, why: string) {
  return refuse(
    'no-place',
    `${why} So ${field} is not written from here.`,
    'Change the cell in the table, or say it for the whole table.',
    { path: item.path, line: item.line, field, items: [item.id] },
  )
}
