import { readdir, readFile } from 'node:fs/promises'
import { posix } from 'node:path'
import type { PlannedFile, PlannedTable } from '../../renderer/core/admin/import.ts'
import type { Curation } from '../../renderer/core/curation.ts'
import type { Draft } from '../../renderer/core/draft.ts'
import { KINDS, type Kind } from '../../renderer/kinds/index.ts'
import { definitionOf, interpret, unknownFields } from '../library/items.ts'
import { fileRole, isMedia, stemOf } from '../library/names.ts'
import { readMarkdown } from '../library/readers/markdown.ts'
import { readText } from '../library/readers/text-file.ts'
import { asFields, readJson, readYaml } from '../library/readers/yaml.ts'
import { folderKind, ownKind } from '../library/units.ts'
import { hashOfFile } from './file-hash.ts'
import type { Incoming } from './import-files.ts'
import { isWords, type Places } from './import-places.ts'
import { headOf, kindOfTable, plannedTable } from './import-table.ts'

/** Where incoming files would go: files of one name stay together, in the folder of the kind of the one that leads them. */

export interface PlannedGroup {
  readonly files: readonly (PlannedFile & { readonly file: string; readonly hash: string })[]
  readonly table: PlannedTable | undefined
  readonly kind: Kind | undefined
}

type By = PlannedFile['kindBy']

type Known = Incoming & { readonly id: number }

/** What a group is, by its own words alone: it stays so, whatever else the curator answers. */
export interface Looked {
  readonly lead: Known
  readonly kind: Kind | undefined
  readonly by: By
  readonly head: Awaited<ReturnType<typeof headOf>>
  readonly hashes: readonly string[]
}

export async function lookAtGroup(group: readonly Known[], curation: Curation): Promise<Looked> {
  const lead = leadOf(group)
  const hashes = await Promise.all(group.map(({ file }) => hashOfFile(file)))
  const head = fileRole(lead.name) === 'table' ? await headOfFile(lead) : undefined
  return { lead, hashes, head, ...(await kindOf(lead, group, curation)) }
}

/** `places` grows with what is planned, so that no two go to one place. */
export async function planGroup(
  group: readonly Known[],
  { lead, hashes, head, kind: own, by }: Looked,
  { folder, into, curation, places, kind: said }: Where,
): Promise<PlannedGroup> {
  // A folder that was named says what its files are, as it does of those that lie there already.
  const byInto = into === undefined || by === 'said' ? undefined : folderKind(posix.join(into, lead.name))
  const kind = said ?? byInto ?? own
  const kindBy = said !== undefined ? 'said' : byInto === undefined ? by : 'folder'
  const table = head && kind ? plannedTable(lead.id, kind, head, curation) : undefined
  const target = into ?? (await targetFolder(folder, lead.name, kind))
  const free = await freeStem(places, target, group, hashes)
  const isNumbered = free.places.some(({ state }) => state === 'numbered')
  for (const [at, { name }] of free.places.entries()) await places.take(target, name, hashes[at] ?? '')
  const files = group.map((each, at) => {
    const place = free.places[at]
    const to = posix.join(target, place?.name ?? '')
    const own: PlannedFile & { file: string; hash: string } = {
      id: each.id,
      name: each.name,
      to,
      ...(each === lead && kind ? { kind } : {}),
      kindBy: each === lead ? kindBy : 'beside',
      bytes: each.bytes,
      state: place?.state === 'identical' ? 'identical' : isNumbered ? 'numbered' : 'new',
      file: each.file,
      hash: hashes[at] ?? '',
    }
    return own
  })
  return { files, table, kind }
}

interface Where {
  readonly folder: string
  readonly into: string | undefined
  readonly curation: Curation
  readonly places: Places
  readonly kind?: Kind | undefined
}

const LEADS = ['markdown', 'table', 'data', 'xml', 'audio', 'video', 'transcript', 'picture', 'other']

function leadOf<Each extends Incoming>(group: readonly Each[]): Each {
  const [first] = group.toSorted((a, b) => LEADS.indexOf(fileRole(a.name)) - LEADS.indexOf(fileRole(b.name)))
  if (!first) throw new Error('A group of files holds none.')
  return first
}

async function kindOf(
  lead: Incoming,
  group: readonly Incoming[],
  curation: Curation,
): Promise<{ kind: Kind | undefined; by: By }> {
  const drafts = await draftOf(lead)
  const own = ownKind(drafts?.fields ?? {}).kind
  if (own) return { kind: own, by: 'said' }
  const byFolder = folderKind(lead.name)
  if (byFolder) return { kind: byFolder, by: 'folder' }
  const byContent = await kindByContent(lead, group, drafts, curation)
  return { kind: byContent, by: byContent ? 'content' : 'unknown' }
}

async function kindByContent(
  lead: Incoming,
  group: readonly Incoming[],
  draft: Draft | undefined,
  curation: Curation,
): Promise<Kind | undefined> {
  const roles = group.map(({ name }) => fileRole(name))
  if (fileRole(lead.name) === 'table') {
    const head = await headOfFile(lead)
    return head && kindOfTable(head, curation)
  }
  if (fileRole(lead.name) === 'xml') return 'journey'
  if (roles.includes('video')) return 'clip'
  if (roles.includes('audio')) return 'call'
  if (draft) return kindOfDraft(draft)
  return fileRole(lead.name) === 'picture' && !/\.pdf$/i.test(lead.name) ? 'photo' : undefined
}

/** What the curator is asked for: its lack says nothing about the kind. */
const ASKED = { source: 'x', captured: '2026-01-01', evidence: 'research', consent: { public_source: 'x' } }

/** The kind that can be made of it with fewest fields left over. Of two alike, nobody knows. */
function kindOfDraft(draft: Draft): Kind | undefined {
  const scored = KINDS.flatMap((kind) => {
    const whole = { ...draft, fields: { ...ASKED, ...draft.fields } }
    const made = (definitionOf(kind).divide?.(whole) ?? [whole]).some((each) => interpret(each, kind).ok)
    return made ? [{ kind, over: unknownFields(draft, kind).length }] : []
  }).toSorted((a, b) => a.over - b.over)
  const [first, second] = scored
  return first && (second === undefined || second.over > first.over) ? first.kind : undefined
}

async function draftOf({ name, file, bytes }: Incoming): Promise<Draft | undefined> {
  const role = fileRole(name)
  if ((role !== 'markdown' && role !== 'data') || bytes > LARGEST_TEXT) return undefined
  const text = readText(name, await readFile(file))
  if (!text.ok) return undefined
  const base = { path: name, line: 1, pictures: [], siblings: [] }
  if (role === 'markdown') {
    const read = readMarkdown(name, text.value)
    return read.ok ? { ...base, ...read.value, pictures: [] } : undefined
  }
  const read = /\.json/i.test(name) ? readJson(name, text.value) : readYaml(name, text.value)
  const fields = read.ok ? (asFields(read.value.value) ?? asFields(firstOf(read.value.value))) : undefined
  return fields && { ...base, fields, lines: {}, sections: [] }
}

const LARGEST_TEXT = 5_000_000

function firstOf(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined
}

async function headOfFile({ name, file }: Incoming) {
  return headOf(name, await readFile(file))
}

/** The room's own folder of this kind; within it, what came below such a folder keeps its place. */
async function targetFolder(folder: string, name: string, kind: Kind | undefined): Promise<string> {
  if (kind === undefined) return ''
  const parts = posix.dirname(name).split('/')
  const at = parts.findLastIndex((part) => folderKind(`${part}/x`) === kind)
  const below = at === -1 ? [] : parts.slice(at + 1)
  const names = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const there = names.find((each) => each.isDirectory() && folderKind(`${each.name}/x`) === kind)?.name
  return [there ?? definitionOf(kind).folders[0] ?? kind, ...below].join('/')
}

type State = PlannedFile['state']

interface Free {
  readonly places: readonly { readonly name: string; readonly state: State }[]
}

/** The first name under which none of the group would stand in the way of another file, or be taken for a part of it. */
async function freeStem(
  places: Places,
  target: string,
  group: readonly Incoming[],
  hashes: readonly string[],
): Promise<Free> {
  const stem = posix.basename(stemOf(group[0]?.name ?? ''))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`
    const wanted = group.map(({ name: own }) => name + posix.basename(own).slice(stem.length))
    const found = await Promise.all(wanted.map((each) => places.at(target, each)))
    if (found.some((there, at) => there !== undefined && there.hash !== hashes[at])) continue
    const isThere = found.some((there) => there !== undefined)
    if (!isThere && (await isTakenForAnother(places, target, name, wanted))) continue
    const fresh = number === 1 ? 'new' : 'numbered'
    return {
      places: wanted.map((each, at) => {
        const there = found[at]
        return there ? { name: there.name, state: 'identical' } : { name: each, state: fresh }
      }),
    }
  }
}

/** A description beside a picture that lies there is welcome; beside other words it would change what they say. */
async function isTakenForAnother(
  places: Places,
  target: string,
  stem: string,
  names: readonly string[],
): Promise<boolean> {
  if (!names.some(isWords)) return false
  const others = await places.namesakes(target, stem)
  return others.some((other) => !names.includes(other))
}

/** Files of one name in one folder. */
export function groupsOf<Each extends Incoming>(files: readonly Each[]): Each[][] {
  return [...Map.groupBy(files, ({ name }) => stemOf(name)).values()]
}

export function isShown({ name }: Incoming): boolean {
  return fileRole(name) !== 'other' || isMedia(name)
}
