import type { FieldPlace } from '../../renderer/core/admin/find.ts'
import type { Curation } from '../../renderer/core/curation.ts'
import { ENVELOPE_ALIASES, fieldKey, meantField } from '../../renderer/core/draft-fields.ts'
import { isOfTable } from '../curate/item-place.ts'
import { definitionFor } from '../item-standing.ts'
import { isBelow } from '../library/defaults.ts'
import { fileRole, stemOf } from '../library/names.ts'
import { asFields, readYaml } from '../library/readers/yaml.ts'
import { ROWS, rowKey } from '../library/row-fields.ts'
import { filesBeside, textOfFile } from './beside.ts'

/** Where each field of an item was said, as far as a look at its text files tells. A table is not read for it: its row is its place. */

export interface PlacesAsked {
  readonly id: string
  readonly folder: string
  readonly path: string
  readonly line: number
  readonly kind: string
  readonly curation: Curation
}

/** Where a field was said, and how it is written in the item's own file. */
export interface Said {
  readonly place: FieldPlace
  readonly written?: unknown
}

/** By our names of the fields. The item's own word comes before that of a file beside it, and that before room.yaml's. */
export function fieldPlaces(asked: PlacesAsked): ReadonlyMap<string, Said> {
  const places = new Map<string, Said>()
  const own = filesBeside(asked.folder, asked.path)
  for (const path of own) {
    const by = path === asked.path ? 'file' : 'sidecar'
    for (const [name, said] of placesIn(path, by, asked)) if (!places.has(name)) places.set(name, said)
  }
  for (const [name, said] of defaultPlaces(asked)) if (!places.has(name)) places.set(name, said)
  return places
}

/** Where the fields of an item can be written; see `placeOf`, which has the last word. */
export function keptIn(id: string, path: string, line: number): 'file' | 'row' | 'part' {
  const role = fileRole(path)
  if (role === 'table' && !isOfTable(id, path)) return 'file'
  if (role === 'table' || /\.(?:jsonl|ndjson)$/i.test(path)) return 'row'
  const isPart = role === 'markdown' && (line > 1 || id.startsWith(`${stemOf(path)}#`))
  return isPart ? 'part' : 'file'
}

type Named = readonly (readonly [string, Said])[]

function placesIn(path: string, by: FieldPlace['by'], asked: PlacesAsked): Named {
  const role = fileRole(path)
  if (role === 'markdown') return markdownPlaces(path, by, asked)
  if (role === 'data') return dataPlaces(path, textOfFile(asked.folder, path) ?? '', 0, by, asked)
  return []
}

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

function markdownPlaces(path: string, by: FieldPlace['by'], asked: PlacesAsked): Named {
  const text = textOfFile(asked.folder, path) ?? ''
  const [head = '', front = ''] = FRONT_MATTER.exec(text) ?? []
  const fields = dataPlaces(path, front, 1, by, asked)
  const prose = definitionFor(asked.kind)?.prose
  const rest = text.slice(head.length)
  const blank = /^\s*/.exec(rest)?.[0] ?? ''
  if (prose === undefined || blank.length === rest.length) return fields
  const line = (head + blank).split('\n').length
  return [...fields, [prose, { place: { path, line, by } }]]
}

/** `[2].title` is a field of the third entry of a list: of those only the item's own count. */
function dataPlaces(
  path: string,
  text: string,
  lineOffset: number,
  by: FieldPlace['by'],
  { kind, line, id, path: own }: PlacesAsked,
): Named {
  const read = readYaml(path, text, lineOffset)
  if (!read.ok) return []
  const { value, lines } = read.value
  const entry = Array.isArray(value) ? value.findIndex((_, at) => lines[`[${at}]`] === line) : -1
  const prefix = entry < 0 ? '' : `[${entry}].`
  const fields = asFields(entry < 0 ? value : (value as readonly unknown[])[entry]) ?? {}
  const ofRow = by === 'sidecar' ? rowPlaces(path, fields, lines, { kind, id, path: own }) : []
  const ofAll = Object.keys(fields).flatMap((name) => {
    const meant = meaning(name, kind)
    const at = lines[prefix + name]
    if (meant === undefined) return []
    // Beside a table that is one item as a whole stand its own fields.
    const isOwn = by === 'file' || (fileRole(own) === 'table' && !isOfTable(id, own))
    const written = isOwn ? { written: fields[name] } : {}
    return [[meant, { place: place(path, at, by, name, meant), ...written }] as const]
  })
  return [...ofRow, ...ofAll]
}

/** What is said of one row of a table beside it. */
function rowPlaces(
  path: string,
  fields: Readonly<Record<string, unknown>>,
  lines: Readonly<Record<string, number>>,
  { kind, id, path: own }: Pick<PlacesAsked, 'kind' | 'id' | 'path'>,
): Named {
  const key = fileRole(own) === 'table' ? rowKey(own, id) : undefined
  const rows = Object.keys(fields).find((name) => fieldKey(name) === ROWS)
  if (key === undefined || rows === undefined) return []
  const said = asFields(asFields(fields[rows])?.[key]) ?? {}
  return Object.keys(said).flatMap((name) => {
    const meant = meaning(name, kind)
    const line = lines[`${rows}.${key}.${name}`]
    if (meant === undefined) return []
    return [[meant, { place: place(path, line, 'sidecar', name, meant), written: said[name] }] as const]
  })
}

function defaultPlaces({ folder, path, kind, curation }: PlacesAsked): Named {
  const said = Object.keys(curation.defaults)
    .filter((prefix) => isBelow(path, prefix))
    .toSorted((a, b) => b.length - a.length)
  if (said.length === 0) return []
  const file = textOfFile(folder, 'room.yaml') === undefined ? 'room.yml' : 'room.yaml'
  const read = readYaml(file, textOfFile(folder, file) ?? '')
  const lines = read.ok ? read.value.lines : {}
  return said.flatMap((prefix) =>
    Object.keys(curation.defaults[prefix] ?? {}).flatMap((name) => {
      const meant = meaning(name, kind)
      if (meant === undefined) return []
      const line = lines[`defaults.${prefix}.${name}`]
      return [[meant, { place: place(file, line, 'defaults', name, meant) }] as const]
    }),
  )
}

function meaning(name: string, kind: string): string | undefined {
  const aliases = definitionFor(kind)?.aliases
  const meant = (aliases && meantField(name, aliases)) ?? meantField(name, ENVELOPE_ALIASES)
  return meant === 'public_source' ? 'consent' : meant
}

function place(
  path: string,
  line: number | undefined,
  by: FieldPlace['by'],
  name: string,
  meant: string,
): FieldPlace {
  return {
    path,
    ...(line === undefined ? {} : { line }),
    ...(name === meant ? {} : { writtenAs: name }),
    by,
  }
}
