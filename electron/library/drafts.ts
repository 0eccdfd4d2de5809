import { dialogueIn } from '../../renderer/core/dialogue.ts'
import type { Cue, Draft, Section } from '../../renderer/core/draft.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { type Fields, withDefaults } from './defaults.ts'
import { definitionOf } from './items.ts'
import { fileRole, isMedia } from './names.ts'
import { coded, error, note } from './problems.ts'
import { readCjml } from './readers/cjml.ts'
import { readMarkdown } from './readers/markdown.ts'
import type { Read } from './readers/reading.ts'
import { readText } from './readers/text-file.ts'
import { readTranscript } from './readers/transcript.ts'
import { cuesOfJson } from './readers/transcript-json.ts'
import { asFields, type Data, readJson, readYaml } from './readers/yaml.ts'
import { type ReadableSources, StillComing, Unreadable } from './sources.ts'
import type { Unit } from './units.ts'

/** What a unit's files say, before any kind has read them. */
export interface Drafts {
  readonly drafts: readonly Draft[]
  /** True for the entries of a list: their ids are made like those of a table's rows. */
  readonly listed: boolean
  readonly problems: readonly Problem[]
  /** Files that were looked for besides the unit's own, whether they were there or not. */
  readonly looked: readonly string[]
}

/** A broken file looked at again after this long, ms. */
const RETRY_MS = 200

/** Takes a reading apart: a file that may still be on its way is waited for, any other broken one is thrown as a problem. */
export function settled<Result>(read: Read<Result>, sources: ReadableSources, problems: Problem[]): Result {
  const odd = read.ok ? read.suspect : read.unreadable
  if (odd && sources.mayStillCome(odd.path)) throw new StillComing(odd.path, RETRY_MS)
  if (read.ok) {
    problems.push(...read.problems)
    return read.value
  }
  throw new Unreadable(read.unreadable)
}

/** Drafts of any unit but a table. Rejects with StillComing or Unreadable. */
export async function readDrafts(whole: Unit, sources: ReadableSources, general: Fields): Promise<Drafts> {
  const problems: Problem[] = []
  const spoken = await spokenInJson(whole, sources)
  const unit = spoken ? { ...whole, sidecars: whole.sidecars.filter((path) => path !== spoken.path) } : whole
  const sidecar = await readSidecars(unit, sources, problems)
  const defaults = withDefaults(general, asFields(sidecar?.value) ?? {})
  const transcript = spoken?.cues ?? (await readTranscriptOf(unit, sources, problems))
  const siblings = unit.members.filter((path) => path !== unit.path || isMedia(path))
  const base = { path: unit.path, siblings, ...(transcript ? { transcript } : {}) }
  if (unit.role === 'markdown') return documentDraft(unit, sources, problems, defaults, base)
  if (unit.role === 'xml') return cjmlDrafts(unit, sources, problems, defaults, base)
  if (unit.path === spoken?.path)
    return {
      drafts: [{ ...EMPTY, ...base, fields: defaults, lines: {} }],
      listed: false,
      problems,
      looked: [],
    }
  if (unit.role === 'data') return dataDrafts(unit, sources, problems, base, defaults)
  refuseEmpty(unit, sources)
  return { drafts: [{ ...EMPTY, ...base, fields: general, lines: {} }], listed: false, problems, looked: [] }
}

/** Beside a recording, JSON that a speech service wrote is its transcript, by whatever name. */
async function spokenInJson(
  { folderKind, members }: Unit,
  sources: ReadableSources,
): Promise<{ readonly path: string; readonly cues: readonly Cue[] } | undefined> {
  const isHeard = folderKind === 'call' || folderKind === 'clip'
  if (!isHeard || members.some((path) => fileRole(path) === 'transcript')) return undefined
  for (const path of members.filter((member) => /\.json$/i.test(member))) {
    const read = readText(path, (await sources.read(path)).bytes)
    const cues = read.ok ? cuesOfJson(read.value) : undefined
    if (cues) return { path, cues }
  }
  return undefined
}

/** A recording of no bytes: what it lacks besides is no news. */
function refuseEmpty({ path }: Unit, sources: ReadableSources): void {
  if (sources.sizeOf(path) !== 0) return
  if (sources.mayStillCome(path)) throw new StillComing(path, RETRY_MS)
  throw new Unreadable(
    coded('damaged', error({ path }, 'This file is empty.', 'Copy it here again, or delete it.')),
  )
}

const EMPTY = { line: 1, sections: [], pictures: [] } satisfies {
  line: number
  sections: readonly Section[]
  pictures: readonly []
}

type Base = Pick<Draft, 'path' | 'siblings' | 'transcript'>

async function documentDraft(
  unit: Unit,
  sources: ReadableSources,
  problems: Problem[],
  defaults: Fields,
  base: Base,
): Promise<Drafts> {
  const text = settled(readText(unit.path, (await sources.read(unit.path)).bytes), sources, problems)
  const document = settled(readMarkdown(unit.path, text), sources, problems)
  const local = document.pictures.filter(({ src }) => !isRemote(src, unit.path, problems))
  const pictures = local.map(({ src, alt }) => ({ path: sources.resolve(unit.path, src), alt }))
  const draft: Draft = {
    ...base,
    line: 1,
    fields: withDefaults(defaults, document.fields),
    lines: document.lines,
    sections: document.sections,
    pictures,
  }
  return { drafts: [draft], listed: false, problems, looked: pictures.map(({ path }) => path) }
}

/** A picture on the web is never fetched: the room is what is in the folder. */
function isRemote(src: string, path: string, problems: Problem[]): boolean {
  if (!/^[a-z][a-z\d+.-]+:|^\/\//i.test(src)) return false
  problems.push(
    note(
      { path },
      'A picture in the text lies on the web and is not fetched.',
      'Save it beside this file and name it here.',
    ),
  )
  return true
}

async function dataDrafts(
  unit: Unit,
  sources: ReadableSources,
  problems: Problem[],
  base: Base,
  general: Fields,
): Promise<Drafts> {
  const data = await readData(unit.path, sources, problems)
  const isTalk = Array.isArray(data.value) && unit.folderKind === 'quote' && dialogueIn(data.value)
  const fields = isTalk ? { turns: data.value } : asFields(data.value)
  if (fields) {
    const whole = { ...EMPTY, ...base, fields: withDefaults(general, fields), lines: data.lines }
    return { drafts: [whole], listed: false, problems, looked: [] }
  }
  if (!Array.isArray(data.value)) {
    throw new Unreadable(
      error(
        { path: unit.path },
        'This file holds no fields.',
        'Write one field a line, such as title: Late again.',
      ),
    )
  }
  const drafts = data.value.flatMap((entry, index) => {
    const own = asFields(entry) ?? textEntry(entry, unit)
    const line = data.lines[`[${index}]`] ?? 1
    const entryLines = linesOfEntry(data.lines, index)
    return own ? [{ ...EMPTY, ...base, line, fields: withDefaults(general, own), lines: entryLines }] : []
  })
  if (drafts.length === 0) {
    problems.push(
      note(
        { path: unit.path },
        'This list holds nothing that has fields.',
        'Each entry of it needs fields of its own.',
      ),
    )
  }
  return { drafts, listed: true, problems, looked: [] }
}

/** Each journey of a CJML file; their ids are the file's, and stay when another journey is added to it. */
async function cjmlDrafts(
  unit: Unit,
  sources: ReadableSources,
  problems: Problem[],
  defaults: Fields,
  base: Base,
): Promise<Drafts> {
  const { bytes } = await sources.read(unit.path)
  const journeys = settled(readCjml(unit.path, bytes), sources, problems)
  const drafts = journeys.map(({ fields, line, lines }) => ({
    ...EMPTY,
    ...base,
    line,
    fields: withDefaults(withoutId(defaults), sayingMore(fields, defaults, journeys.length)),
    lines,
  }))
  return { drafts, listed: true, problems, looked: [] }
}

/** CJML calls its actors by ids; who they are, and what a single journey is about, the file beside it knows better. */
function sayingMore(fields: Fields, beside: Fields, journeys: number): Fields {
  const better = journeys === 1 ? ['actor', 'scenario', 'title'] : ['actor']
  const given = Object.keys(beside).map((name) => name.toLowerCase())
  return Object.fromEntries(
    Object.entries(fields).filter(([name]) => !(better.includes(name) && given.includes(name))),
  )
}

/** An id beside a file of several journeys is none of theirs. */
function withoutId(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => name.toLowerCase() !== 'id'))
}

/** A list of plain texts: each is what somebody said or saw, or, to a kind that divides files, a list of one. */
function textEntry(entry: unknown, { folderKind }: Unit): Record<string, unknown> | undefined {
  if (folderKind === undefined || typeof entry !== 'string' || entry.trim() === '') return undefined
  const { divide, prose } = definitionOf(folderKind)
  if (prose !== undefined) return { [prose]: entry }
  return divide === undefined ? undefined : { items: [entry] }
}

function linesOfEntry(lines: Readonly<Record<string, number>>, index: number): Record<string, number> {
  const prefix = `[${index}].`
  const own = Object.entries(lines).filter(([name]) => name.startsWith(prefix))
  return Object.fromEntries(own.map(([name, line]) => [name.slice(prefix.length), line]))
}

export async function readData(path: string, sources: ReadableSources, problems: Problem[]): Promise<Data> {
  const text = settled(readText(path, (await sources.read(path)).bytes), sources, problems)
  return settled(
    /\.(json|jsonl|ndjson)$/i.test(path) ? readJson(path, text) : readYaml(path, text),
    sources,
    problems,
  )
}

/** What the files beside a document or table say of everything in it; later files fill what earlier ones leave open. */
export async function readSidecars(
  unit: Unit,
  sources: ReadableSources,
  problems: Problem[],
): Promise<Data | undefined> {
  let merged: Data | undefined
  for (const path of unit.sidecars) {
    const data = await readData(path, sources, problems)
    const fields = data.value === null ? {} : asFields(data.value)
    if (!fields)
      throw new Unreadable(
        error({ path }, 'This file holds no fields.', 'Write one field a line, such as evidence: research.'),
      )
    merged = { value: { ...fields, ...asFields(merged?.value) }, lines: { ...data.lines, ...merged?.lines } }
  }
  return merged
}

async function readTranscriptOf(
  unit: Unit,
  sources: ReadableSources,
  problems: Problem[],
): Promise<readonly Cue[] | undefined> {
  const path = unit.members.find((member) => fileRole(member) === 'transcript')
  if (path === undefined) return undefined
  const text = settled(readText(path, (await sources.read(path)).bytes), sources, problems)
  return settled(await readTranscript(path, text), sources, problems)
}
