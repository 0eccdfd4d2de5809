import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { pipeline } from 'node:stream/promises'
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
import type { Incoming } from './import-files.ts'
import { headOf, kindOfTable, plannedTable } from './import-table.ts'

/** Where incoming files would go: files of one name stay together, in the folder of the kind of the one that leads them. */

export interface PlannedGroup {
  readonly files: readonly (PlannedFile & { readonly file: string; readonly hash: string })[]
  readonly table: PlannedTable | undefined
  readonly kind: Kind | undefined
}

type By = PlannedFile['kindBy']

/** `taken` grows with what is planned, so that no two go to one place. */
export async function planGroup(
  group: readonly (Incoming & { readonly id: number })[],
  { folder, into, curation, taken, kind: said }: Where,
): Promise<PlannedGroup> {
  const lead = leadOf(group)
  const found =
    said === undefined
      ? await kindOf(lead, group, curation)
      : { kind: said, by: 'said' as const, table: undefined }
  const head = fileRole(lead.name) === 'table' || found.table ? await headOfFile(lead) : undefined
  const kind = found.kind
  const table = head && kind ? plannedTable(lead.id, kind, head, curation) : undefined
  const target = into ?? (await targetFolder(folder, lead.name, kind))
  const hashes = await Promise.all(group.map(({ file }) => hashOfFile(file)))
  const { stem, state } = await freeStem(folder, target, group, hashes, taken)
  const files = group.map((each, at) => {
    const name = posix.basename(each.name)
    const to = posix.join(target, stem + name.slice(posix.basename(stemOf(each.name)).length))
    taken.set(to.toLowerCase(), hashes[at] ?? '')
    const own: PlannedFile & { file: string; hash: string } = {
      id: each.id,
      name: each.name,
      to,
      ...(each === lead && kind ? { kind } : {}),
      kindBy: each === lead ? found.by : 'beside',
      bytes: each.bytes,
      state: state[at] === 'identical' ? 'identical' : state.includes('numbered') ? 'numbered' : 'new',
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
  /** By path in lower case: what is planned to go there. */
  readonly taken: Map<string, string>
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
): Promise<{ kind: Kind | undefined; by: By; table: boolean | undefined }> {
  const drafts = await draftOf(lead)
  const own = ownKind(drafts?.fields ?? {}).kind
  if (own) return { kind: own, by: 'said', table: undefined }
  const byFolder = folderKind(lead.name)
  if (byFolder) return { kind: byFolder, by: 'folder', table: undefined }
  const byContent = await kindByContent(lead, group, drafts, curation)
  return { kind: byContent, by: byContent ? 'content' : 'unknown', table: undefined }
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

/** The first name under which none of the group would stand in the way of another file. */
async function freeStem(
  folder: string,
  target: string,
  group: readonly Incoming[],
  hashes: readonly string[],
  taken: ReadonlyMap<string, string>,
): Promise<{ stem: string; state: readonly State[] }> {
  const stem = posix.basename(stemOf(group[0]?.name ?? ''))
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem}-${number}`
    const states = await Promise.all(
      group.map(async ({ name: own }, at): Promise<State | 'taken'> => {
        const to = posix.join(target, name + posix.basename(own).slice(stem.length))
        const there = taken.get(to.toLowerCase()) ?? (await hashIfThere(join(folder, ...to.split('/'))))
        if (there === undefined) return number === 1 ? 'new' : 'numbered'
        return there === hashes[at] ? 'identical' : 'taken'
      }),
    )
    const free = states.filter((state) => state !== 'taken')
    if (free.length === states.length) return { stem: name, state: free }
  }
}

async function hashIfThere(file: string): Promise<string | undefined> {
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? hashOfFile(file) : undefined
}

export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Files of one name in one folder. */
export function groupsOf<Each extends Incoming>(files: readonly Each[]): Each[][] {
  return [...Map.groupBy(files, ({ name }) => stemOf(name)).values()]
}

export function isShown({ name }: Incoming): boolean {
  return fileRole(name) !== 'other' || isMedia(name)
}
