import { posix } from 'node:path'
import { isKind, KINDS, type Kind, kinds } from '../../renderer/kinds/index.ts'
import { type FileRole, fileRole, isMedia, isRoomFile, mayBe, stemOf } from './names.ts'

/** Files of one name in one folder belong together: one of them leads, the others are read with it. */
export interface Unit {
  /** The file that leads; the unit is known by its path. */
  readonly path: string
  readonly role: FileRole
  /** All files of the unit, the leading one first. */
  readonly members: readonly string[]
  /** YAML or JSON beside a leading Markdown file or table: what is true of everything in it. */
  readonly sidecars: readonly string[]
  /** By the nearest folder that is named like a kind. */
  readonly folderKind: Kind | undefined
}

const KIND_OF_FOLDER: ReadonlyMap<string, Kind> = new Map(
  KINDS.flatMap((kind) => kinds[kind].folders.map((name) => [name.toLowerCase(), kind] as const)),
)

/** The kind that a file's folders mean, the nearest first. */
export function folderKind(path: string): Kind | undefined {
  const folders = posix.dirname(path).toLowerCase().split('/')
  const named = folders.findLast((name) => KIND_OF_FOLDER.has(name))
  return named === undefined ? undefined : KIND_OF_FOLDER.get(named)
}

/** What a file says of its own kind: a known one, an unknown word, or nothing. */
export function ownKind(fields: Readonly<Record<string, unknown>>): { kind?: Kind; unknown?: string } {
  const value = Object.entries(fields).find(([name]) => name.toLowerCase() === 'kind')?.[1]
  if (typeof value !== 'string' || value.trim() === '') return {}
  const name = value.trim().toLowerCase()
  return isKind(name) ? { kind: name } : { unknown: value.trim() }
}

/** All units of a folder, in the order of their paths. Files that lead nothing are pictures and recordings for others. */
export function planUnits(paths: Iterable<string>): Map<string, Unit> {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    if (isRoomFile(path) || fileRole(path) === 'other' || isForeignXml(path)) continue
    const stem = stemOf(path)
    const group = groups.get(stem)
    if (group) group.push(path)
    else groups.set(stem, [path])
  }
  const units = [...groups.values()].flatMap((group) => unitsOf(group.toSorted()))
  return new Map(units.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((unit) => [unit.path, unit]))
}

/** The units of a folder that is walked again and again: found out anew where a file has come or gone. */
export class UnitPlan {
  #paths: { has(path: string): boolean; readonly size: number } = new Map()
  #units: ReadonlyMap<string, Unit> = new Map()

  of(files: ReadonlyMap<string, unknown>): ReadonlyMap<string, Unit> {
    const isSame = files.size === this.#paths.size && [...files.keys()].every((path) => this.#paths.has(path))
    if (!isSame) this.#units = planUnits(files.keys())
    this.#paths = files
    return this.#units
  }
}

/** XML is read for journeys; elsewhere it lies beside pictures and recordings, as other programs left it. */
function isForeignXml(path: string): boolean {
  return fileRole(path) === 'xml' && folderKind(path) !== 'journey'
}

function unitsOf(group: readonly string[]): Unit[] {
  const having = (role: FileRole): string[] => group.filter((path) => fileRole(path) === role)
  const [documents, data] = [having('markdown'), having('data')]
  // A table and a CJML file hold items of their own, and what YAML beside them says is true of all of these.
  const tables = [...having('table'), ...having('xml')]
  const media = group.filter(isMedia)
  const kind = group[0] === undefined ? undefined : folderKind(group[0])
  const make = (path: string, sidecars: readonly string[], others: readonly string[]): Unit => ({
    path,
    role: fileRole(path),
    members: [path, ...sidecars, ...others],
    sidecars,
    folderKind: kind,
  })
  const tableUnits = tables.map((path) => make(path, data, []))
  if (documents.length > 0)
    return [...documents.map((path) => make(path, tables.length > 0 ? [] : data, media)), ...tableUnits]
  if (tables.length > 0) return tableUnits
  const exported = data.filter((path) => /\.(json|jsonl|ndjson)$/i.test(path))
  const beside = data.filter((path) => !exported.includes(path))
  // What a tool has exported leads; what somebody wrote beside it is true of all of it.
  if (exported.length > 0) return exported.map((path) => make(path, beside, media))
  if (data.length > 0) return data.map((path) => make(path, [], media))
  return mediaUnits(kind, media, make)
}

/** A recording or a film that nobody has written about is an item that lacks something; a picture alone is just a picture. */
function mediaUnits(
  kind: Kind | undefined,
  media: readonly string[],
  make: (path: string, sidecars: readonly string[], others: readonly string[]) => Unit,
): Unit[] {
  const required = kind === undefined ? [] : Object.keys(kinds[kind].requiredMedia)
  const heard = (['audio', 'video'] as const).find((role) => required.includes(role))
  if (heard === undefined) return []
  const transcript = media.find((path) => fileRole(path) === 'transcript')
  const byName = media.find((path) => fileRole(path) === heard)
  const lead = byName ?? media.find((path) => mayBe(path, heard)) ?? transcript
  if (lead === undefined) return []
  const others = media.filter((path) => path !== lead)
  return [make(lead, [], others)]
}
