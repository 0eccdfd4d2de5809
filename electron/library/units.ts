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
export function planUnits(paths: Iterable<string>): ReadonlyMap<string, Unit> {
  const groups = new Map<string, string[]>()
  for (const path of paths) if (isOfUnit(path)) add(groups, stemOf(path), path)
  return inOrder([...groups.values()].flatMap((group) => unitsOf(group.toSorted())))
}

/** The units of a folder that is walked again and again: only where files have come or gone they are found out anew. */
export class UnitPlan {
  #paths: ReadonlyMap<string, unknown> = new Map()
  /** Files of one name in one folder, by that name. */
  readonly #groups = new Map<string, string[]>()
  readonly #unitsOf = new Map<string, readonly Unit[]>()
  #units: ReadonlyMap<string, Unit> = new Map()

  of(files: ReadonlyMap<string, unknown>): ReadonlyMap<string, Unit> {
    const names = this.#follow(files)
    if (names.size === 0) return this.#units
    const stale = new Set<Unit>()
    const made: Unit[] = []
    for (const name of names) {
      for (const unit of this.#unitsOf.get(name) ?? []) stale.add(unit)
      const units = unitsOf((this.#groups.get(name) ?? []).toSorted())
      made.push(...units)
      if (units.length > 0) this.#unitsOf.set(name, units)
      else this.#unitsOf.delete(name)
    }
    this.#units = inOrder([...[...this.#units.values()].filter((unit) => !stale.has(unit)), ...made])
    return this.#units
  }

  /** Brings the groups to what is there now; returns the names of those that are others than before. */
  #follow(files: ReadonlyMap<string, unknown>): ReadonlySet<string> {
    const before = this.#paths
    this.#paths = files
    const come = [...files.keys()].filter((path) => !before.has(path))
    // As many as before and none new: then none is gone either.
    const isFewer = files.size - come.length < before.size
    const gone = isFewer ? [...before.keys()].filter((path) => !files.has(path)) : []
    const names = new Set<string>()
    for (const path of [...gone, ...come].filter(isOfUnit)) names.add(stemOf(path))
    for (const path of gone) this.#remove(path)
    for (const path of come) if (isOfUnit(path)) add(this.#groups, stemOf(path), path)
    return names
  }

  #remove(path: string): void {
    const name = stemOf(path)
    const left = this.#groups.get(name)?.filter((other) => other !== path) ?? []
    if (left.length > 0) this.#groups.set(name, left)
    else this.#groups.delete(name)
  }
}

function isOfUnit(path: string): boolean {
  return !isRoomFile(path) && fileRole(path) !== 'other' && !isForeignXml(path)
}

function add(groups: Map<string, string[]>, name: string, path: string): void {
  const group = groups.get(name)
  if (group) group.push(path)
  else groups.set(name, [path])
}

/** Sorting what is nearly in order already costs hardly more than looking at it. */
function inOrder(units: readonly Unit[]): ReadonlyMap<string, Unit> {
  return new Map(units.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map((unit) => [unit.path, unit]))
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
