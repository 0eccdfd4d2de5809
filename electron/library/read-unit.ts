import type { TableSettings } from '../../renderer/core/curation.ts'
import type { Draft } from '../../renderer/core/draft.ts'
import type { Media } from '../../renderer/core/item.ts'
import type { MediaRequest } from '../../renderer/core/kind.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { mayNeverBeShown } from '../../renderer/core/standing.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import type { Fields } from './defaults.ts'
import { type DeriverParts, derive } from './derive/deriver.ts'
import { readDrafts } from './drafts.ts'
import { inShort } from './foreign-file.ts'
import { explicitId, fileItemId, rowId } from './item-id.ts'
import {
  definitionOf,
  factsBefore,
  finishItem,
  type Interpreted,
  interpret,
  type Refused,
  unknownFields,
} from './items.ts'
import { type Keep, keepEmpty, keepUnreadable, rawText } from './keep.ts'
import { kindOf } from './kind-of.ts'
import { hiddenIn } from './listed-redactions.ts'
import { mayBe } from './names.ts'
import { isLastPage, leftOut, pagesOf } from './pages.ts'
import { isPhotoOfSomebody } from './photos-of-people.ts'
import { coded, error, warning } from './problems.ts'
import { type Sources, Unreadable } from './sources.ts'
import type { UnitWriter } from './unit-writer.ts'
import type { Unit } from './units.ts'

export interface ReadContext {
  readonly sources: Sources
  readonly deriver: DeriverParts
  readonly wall: WallSize
  /** What room.yaml says of all files at this place. */
  defaultsOf(path: string): Fields
  /** What room.yaml says of tables with this header; see `tableKey`. */
  tableOf(key: string): TableSettings | undefined
  /** SHA-256 of a file as it is, where it has been read since it changed. */
  hashOf(path: string): string | undefined
}

/** A unit read and derived; what is left is to write it, at once and without waiting. */
export interface ReadUnit {
  readonly deps: readonly string[]
  write(writer: UnitWriter): void
}

/** One draft with its media, or why there is none. */
type Outcome = WithMedia | { readonly ok: false; readonly refused: Refused }

interface WithMedia {
  readonly ok: true
  readonly made: Interpreted
  readonly media: Readonly<Record<string, Media>>
  /** What it was derived for, so that it is kept as long as the item is. */
  readonly keys: readonly string[]
  readonly problems: readonly Problem[]
  /** Roles whose file is there and cannot be read. */
  readonly broken: readonly string[]
}

/** Reads any unit but a table. Rejects with StillComing while one of its files is being written. */
export async function readUnit(unit: Unit, context: ReadContext): Promise<ReadUnit> {
  try {
    const read = await readDrafts(unit, context.sources, context.defaultsOf(unit.path))
    const deps = new Set([...unit.members, ...read.looked])
    const writes: ((writer: UnitWriter) => void)[] = [(writer) => writer.tell(...read.problems)]
    for (const found of read.drafts) {
      const kind = kindOf(found, unit.folderKind)
      if ('problem' in kind) {
        writes.push((writer) => writer.tell(kind.problem))
        continue
      }
      writes.push((writer) => writer.tell(...kind.told))
      const parts = divided({ ...found, fields: kind.fields }, kind.kind)
      const options = { listed: read.listed || parts.listed, wall: context.wall }
      for (const draft of parts.drafts) {
        const outcome = await readDraft(draft, kind.kind, context, deps)
        writes.push((writer) => writeDraft(writer, draft, kind.kind, outcome, options))
      }
    }
    const write = (writer: UnitWriter): void => {
      for (const one of writes) one(writer)
    }
    return { deps: [...deps], write }
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    const keep = await keepOf(unit, thrown.problem.path, context)
    return { deps: unit.members, write: (writer) => writer.keepAll(thrown.problem, keep) }
  }
}

/** A file that holds several items of its kind, one draft each. They inherit what it says, but not its name. */
export function divided(draft: Draft, kind: Kind): { drafts: readonly Draft[]; listed: boolean } {
  const drafts = definitionOf(kind).divide?.(draft) ?? [draft]
  const [first] = drafts
  if (drafts.length === 1 && first === draft) return { drafts, listed: false }
  const shared = explicitId(draft.fields)
  const own = drafts.map((each) => (explicitId(each.fields) === shared ? withoutId(each) : each))
  return { drafts: shared === undefined ? drafts : own, listed: true }
}

function withoutId(draft: Draft): Draft {
  const fields = Object.entries(draft.fields).filter(([name]) => name.toLowerCase() !== 'id')
  return { ...draft, fields: Object.fromEntries(fields) }
}

async function keepOf(unit: Unit, broken: string, { sources, defaultsOf }: ReadContext): Promise<Keep> {
  const isEmpty = (await rawText([broken], sources))?.trim() === ''
  // What a file beside it says of consent now is part of the item; then the stricter rule holds.
  if (isEmpty && unit.sidecars.length === 0) return keepEmpty(defaultsOf(unit.path))
  return keepUnreadable(await rawText(unit.members, sources))
}

async function readDraft(
  draft: Draft,
  kind: Kind,
  context: ReadContext,
  deps: Set<string>,
): Promise<Outcome> {
  const made = interpret(draft, kind)
  return made.ok ? withMedia(made, context, deps) : { ok: false, refused: made }
}

/** Derives what the item asked for. A medium that it can do without is a warning, any other one a reason to refuse it. */
export async function withMedia(
  made: Interpreted,
  context: ReadContext,
  deps: Set<string>,
): Promise<Outcome> {
  const required = definitionOf(made.kind).requiredMedia
  const media: Record<string, Media> = {}
  const keys: string[] = []
  const problems: Problem[] = []
  const broken: string[] = []
  // What nobody may see is not even made: no thumbnail, no clip, no waveform.
  const isPrivate = mayNeverBeShown(factsBefore(made))
  for (const [role, wanted] of Object.entries(made.requests)) {
    const request = located(wanted, made.draft, context.sources)
    deps.add(request.path)
    const isNeeded = role in required || (request.as === 'picture' && request.needed === true)
    const tell = (problem: Problem): void => {
      problems.push({ ...problem, severity: isNeeded ? 'error' : 'warning' })
    }
    if (standsForComposite(made, request, context)) {
      tell(photoOfSomebody(request.path, made.kind))
      continue
    }
    for (const [name, page] of pagesOf(role, request)) {
      const found = isPrivate ? unmade(page, context) : await deriveFor(page, context)
      if (found === undefined) break
      if ('problem' in found) {
        tell(found.problem)
        if (context.sources.has(request.path)) broken.push(name)
        break
      }
      media[name] = found.media
      keys.push(...found.keys)
      if (isLastPage(page, found.media)) break
    }
    problems.push(...leftOut(request, media[role]))
  }
  const lacking = Object.entries(required).filter(([role]) => !(role in made.requests))
  problems.push(
    ...lacking.map(([role, { message, hint }]) =>
      coded(
        'missing-file',
        error({ path: made.draft.path, line: made.draft.line, field: role }, message, hint),
      ),
    ),
  )
  if (problems.some(({ severity }) => severity === 'error'))
    return { ok: false, refused: refusal(made, problems) }
  const { path, line } = made.draft
  for (const told of definitionOf(made.kind).tellOfMedia?.(made.body, media) ?? [])
    problems.push({ path, line, ...told })
  return { ok: true, made, media, keys, problems, broken }
}

/**
 * A persona is made of many people: the face of one of them, who agreed to something else, cannot be hers. Nor is it a
 * map of their journey, which asks nobody for consent.
 */
function standsForComposite(
  made: Interpreted,
  request: MediaRequest,
  { sources, deriver }: ReadContext,
): boolean {
  if (made.kind !== 'persona' && made.kind !== 'journey') return false
  if (definitionOf(made.kind).basis(made.body) !== 'none') return false
  return request.as === 'picture' && isPhotoOfSomebody(request.path, sources, deriver.store)
}

function photoOfSomebody(path: string, kind: Kind): Problem {
  if (kind === 'persona') {
    return warning(
      { path },
      'This photograph shows a customer, who cannot stand for a persona made of many; it was left out.',
      'Take a drawing, or leave the picture out: she is then drawn as a silhouette.',
    )
  }
  return warning(
    { path },
    'This lies among the photographs of customers, and a map asks nobody for consent; it was left out.',
    'Copy the map into the folder of the journeys.',
  )
}

/** What is wrong with a medium that is not to be made; undefined where nothing is. */
function unmade(request: MediaRequest, { sources }: ReadContext): { problem: Problem } | undefined {
  const problem = unusable(request, sources)
  return problem && { problem }
}

function refusal(made: Interpreted, problems: readonly Problem[]): Refused {
  const { consent, audience, cleared, from, until } = made.envelope
  return {
    ok: false,
    problems: [...made.problems, ...problems],
    privacy: { consent, audience, cleared, from, until },
    hidden: hiddenIn(made.draft),
  }
}

/** Writes an item with its media; one that would lose a picture to a damaged file stays as it was. */
export function writeItem(writer: UnitWriter, id: string, outcome: WithMedia, wall: WallSize): void {
  const { made, media, keys, problems, broken } = outcome
  if (writer.hadMedia(id, broken)) return writer.refuse(id, refusal(made, problems), made.draft.line)
  const { item, card } = finishItem(made, id, media, wall)
  writer.tell(...made.problems, ...problems)
  writer.put(item, card, keys)
}

async function deriveFor(request: MediaRequest, context: ReadContext) {
  const { sources, deriver } = context
  const problem = unusable(request, sources)
  if (problem) return { problem }
  const made = await derive(deriver, sources, request, context.hashOf(request.path))
  return made.ok
    ? made
    : { problem: coded(made.code, warning({ path: request.path }, made.message, made.hint)) }
}

function unusable(request: MediaRequest, sources: Sources): Problem | undefined {
  const place = { path: request.path }
  if (!sources.has(request.path)) {
    return coded(
      'missing-file',
      warning(place, 'This file is named but is not in the folder.', 'Copy it here, or correct its name.'),
    )
  }
  if (!mayBe(request.path, request.as)) {
    const { what, formats } = WORDS[request.as]
    return coded(
      'format',
      warning(place, `This file is not ${what} that can be read here.`, `Convert it, e.g. to ${formats}.`),
    )
  }
  return undefined
}

const WORDS: Readonly<Record<MediaRequest['as'], { what: string; formats: string }>> = {
  picture: { what: 'a picture', formats: 'JPEG or PNG' },
  audio: { what: 'a recording', formats: 'WAV or MP3' },
  video: { what: 'a film', formats: 'MP4 (H.264) or WebM' },
}

function located(request: MediaRequest, draft: Draft, sources: Sources): MediaRequest {
  if (sources.has(request.path)) return request
  const path = sources.resolve(draft.path, `/${request.path}`)
  return sources.has(path) ? { ...request, path } : request
}

function writeDraft(
  writer: UnitWriter,
  draft: Draft,
  kind: Kind,
  outcome: Outcome,
  { listed, wall }: { listed: boolean; wall: WallSize },
): void {
  const texts = outcome.ok ? outcome.made.texts : [JSON.stringify(draft.fields)]
  const wanted = listed
    ? rowId(draft.path, explicitId(draft.fields), texts)
    : fileItemId(draft.path, draft.fields)
  const id = writer.claim(
    listed && explicitId(draft.fields) === undefined ? writer.claimCounted(wanted) : wanted,
    draft,
  )
  if (id === undefined) return
  const unknown = unknownFields(draft, kind)
  if (!outcome.ok) return writer.refuse(id, inShort(outcome.refused, draft, kind, unknown), draft.line)
  writer.tell(...unknown)
  writeItem(writer, id, outcome, wall)
}
