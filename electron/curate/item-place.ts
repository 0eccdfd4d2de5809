import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { fieldKey, meantField, nameFields } from '../../renderer/core/draft-fields.ts'
import type { Item } from '../../renderer/core/item.ts'
import { isKind } from '../../renderer/kinds/index.ts'
import { definitionOf } from '../library/items.ts'
import { isLitter, normalName, stemOf } from '../library/names.ts'
import { readMarkdown } from '../library/readers/markdown.ts'
import { asFields, readJson, readYaml } from '../library/readers/yaml.ts'
import { ROWS, rowKey } from '../library/row-fields.ts'
import { planUnits, type Unit } from '../library/units.ts'
import { refuse } from './refusal.ts'
import type { Workspace } from './workspace.ts'
import type { YamlPath } from './yaml-values.ts'

/** Where an item's fields are written, by the library's own rules for which files belong together. */
export interface ItemPlace {
  readonly item: Item
  readonly unit: Unit
  /** The file that its own fields stand in, or would; undefined for one of several in a document, or a row of a table. */
  readonly own: OwnFields | undefined
  /** Why it has none. */
  readonly shared: 'row' | 'part' | undefined
  /** Of a table's row: where the file beside the table says something of this row alone, or would. */
  readonly row?: OwnFields | undefined
}

export interface OwnFields {
  readonly path: string
  /** The item's map within the file. */
  readonly at: YamlPath
  /** As they are written there. */
  readonly fields: Readonly<Record<string, unknown>>
}

export async function placeOf(workspace: Workspace, item: Item): Promise<ItemPlace> {
  const unit = await unitOf(workspace.folder, item.path)
  if (!unit)
    throw refuse(
      'not-found',
      'The file of this item is not in the folder any more.',
      'Wait until the library has looked again.',
      {
        path: item.path,
        items: [item.id],
      },
    )
  // A table that is one item as a whole says its fields in the YAML beside it.
  if (unit.role === 'table')
    return isOfTable(item.id, unit.path)
      ? { item, unit, own: undefined, shared: 'row', row: await rowBeside(workspace, item, unit) }
      : { item, unit, ...(await beside(workspace, unit)) }
  if (unit.role === 'markdown' || unit.role === 'data') return inFile(workspace, item, unit)
  // A recording or CJML holds no fields of ours: the YAML file beside it does.
  return { item, unit, ...(await beside(workspace, unit)) }
}

/** True of a row, and of one of several items in a table. */
export function isOfTable(id: string, path: string): boolean {
  return id.startsWith(`${stemOf(path)}#`)
}

async function inFile(workspace: Workspace, item: Item, unit: Unit): Promise<ItemPlace> {
  const text = (await workspace.text(unit.path)) ?? ''
  if (unit.role === 'markdown') {
    const isPart = item.line > 1 || item.id.startsWith(`${stemOf(unit.path)}#`)
    const read = readMarkdown(unit.path, text.replace(/\r\n?/g, '\n'))
    const fields = read.ok ? read.value.fields : {}
    return isPart
      ? { item, unit, own: undefined, shared: 'part' }
      : { item, unit, own: { path: unit.path, at: [], fields }, shared: undefined }
  }
  if (/\.(jsonl|ndjson)$/i.test(unit.path)) return { item, unit, own: undefined, shared: 'row' }
  const read = /\.json$/i.test(unit.path) ? readJson(unit.path, text) : readYaml(unit.path, text)
  if (!read.ok)
    throw refuse('broken', read.unreadable.message, read.unreadable.hint, {
      path: unit.path,
      line: read.unreadable.line,
    })
  const { value, lines } = read.value
  if (!Array.isArray(value))
    return { item, unit, own: { path: unit.path, at: [], fields: asFields(value) ?? {} }, shared: undefined }
  const at = value.findIndex((_, index) => lines[`[${index}]`] === item.line)
  const fields = asFields(value[at])
  return fields
    ? { item, unit, own: { path: unit.path, at: [at], fields }, shared: undefined }
    : { item, unit, own: undefined, shared: 'part' }
}

async function beside(workspace: Workspace, unit: Unit): Promise<Pick<ItemPlace, 'own' | 'shared'>> {
  const path = sidecarOf(unit)
  return { own: { path, at: [], fields: await fieldsOf(workspace, path) }, shared: undefined }
}

/** What stands beside a table, read once for all rows of a change. */
const readBeside = new WeakMap<Workspace, { readonly text: string; readonly fields: OwnFields['fields'] }>()

async function fieldsBeside(workspace: Workspace, path: string): Promise<OwnFields['fields']> {
  const text = `${path}\n${await workspace.text(path)}`
  const known = readBeside.get(workspace)
  if (known?.text === text) return known.fields
  const fields = await fieldsOf(workspace, path)
  readBeside.set(workspace, { text, fields })
  return fields
}

async function rowBeside(workspace: Workspace, { id }: Item, unit: Unit): Promise<OwnFields> {
  const path = sidecarOf(unit)
  const fields = await fieldsBeside(workspace, path)
  const name = Object.keys(fields).find((each) => fieldKey(each) === ROWS) ?? ROWS
  const key = rowKey(unit.path, id) ?? id
  const rows = asFields(fields[name]) ?? {}
  return { path, at: [name, key], fields: asFields(rows[key]) ?? {} }
}

/** The YAML beside a file, for what is true of everything in it; the name that a new one would have. */
export function sidecarOf(unit: Unit): string {
  const beside = [...unit.sidecars, ...unit.members.slice(1)].find((path) => /\.ya?ml$/i.test(path))
  return beside ?? `${stemOf(unit.path)}.yaml`
}

export async function fieldsOf(
  workspace: Workspace,
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  const text = (await workspace.text(path)) ?? ''
  if (text.trim() === '') return {}
  const read = readYaml(path, text)
  if (!read.ok)
    throw refuse('broken', read.unreadable.message, read.unreadable.hint, {
      path,
      line: read.unreadable.line,
    })
  return asFields(read.value.value) ?? {}
}

/** What the author called a field; our own name where he did not write it. */
export function writtenName(item: Item, fields: Readonly<Record<string, unknown>>, name: string): string {
  if (!isKind(item.kind)) return name
  const { aliases } = definitionOf(item.kind)
  const { writtenAs } = nameFields(fields, aliases)
  // A field that was left blank has a name too.
  return (
    writtenAs[name] ?? Object.keys(fields).find((written) => meantField(written, aliases) === name) ?? name
  )
}

export async function unitOf(folder: string, path: string): Promise<Unit | undefined> {
  const dir = posix.dirname(path)
  const names = await readdir(join(folder, ...dir.split('/'))).catch(() => [])
  const paths = names
    .filter((name) => !isLitter(name))
    .map((name) => (dir === '.' ? normalName(name) : `${dir}/${normalName(name)}`))
  return planUnits(paths).get(path)
}
