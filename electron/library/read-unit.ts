import type { Draft } from '../../renderer/core/draft.ts'
import type { Media } from '../../renderer/core/item.ts'
import type { MediaRequest } from '../../renderer/core/kind.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { mayNeverBeShown } from '../../renderer/core/standing.ts'
import { KINDS, type Kind } from '../../renderer/kinds/index.ts'
import type { Fields } from './defaults.ts'
import { type DeriverParts, derive } from './derive/deriver.ts'
import { readDrafts } from './drafts.ts'
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
import { keepUnreadable, rawText } from './keep.ts'
import { likelyName } from './likely.ts'
import { hiddenIn } from './listed-redactions.ts'
import { mayBeReadAs } from './names.ts'
import { isPhotoOfSomebody } from './photos-of-people.ts'
import { error, note, warning } from './problems.ts'
import { type Sources, Unreadable } from './sources.ts'
import type { UnitWriter } from './unit-writer.ts'
import { ownKind, type Unit } from './units.ts'

export interface ReadContext {
  readonly sources: Sources
  readonly deriver: DeriverParts
  readonly wall: WallSize
  /** What room.yaml says of all files at this place. */
  defaultsOf(path: string): Fields
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
    for (const draft of read.drafts) {
      const kind = kindOf(draft, unit.folderKind)
      if ('problem' in kind) {
        writes.push((writer) => writer.tell(kind.problem))
        continue
      }
      const outcome = await readDraft(draft, kind.kind, context, deps)
      writes.push((writer) =>
        writeDraft(writer, draft, kind.kind, outcome, { listed: read.listed, wall: context.wall }),
      )
    }
    const write = (writer: UnitWriter): void => {
      for (const one of writes) one(writer)
    }
    return { deps: [...deps], write }
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    const raw = await rawText(unit.members, context.sources)
    return { deps: unit.members, write: (writer) => writer.keepAll(thrown.problem, keepUnreadable(raw)) }
  }
}

/** What a draft is: its own word wins over its folder's. */
export function kindOf(
  draft: Pick<Draft, 'path' | 'fields' | 'lines'>,
  byFolder: Kind | undefined,
): { kind: Kind } | { problem: Problem } {
  const own = ownKind(draft.fields)
  if (own.kind !== undefined) return { kind: own.kind }
  if (own.unknown !== undefined) {
    const likely = likelyName(own.unknown, KINDS)
    const hint = likely === undefined ? `Kinds are ${KINDS.join(', ')}.` : `Did you mean ${likely}?`
    const place = { path: draft.path, line: draft.lines['kind'] ?? 1, field: 'kind' }
    return { problem: error(place, `“${own.unknown}” is no kind of item.`, hint) }
  }
  if (byFolder !== undefined) return { kind: byFolder }
  const folders = KINDS.map((kind) => `${definitionOf(kind).folders[0]}/`).join(', ')
  const hint = `Move it into a folder such as ${folders} or write kind: at its top.`
  return {
    problem: note({ path: draft.path }, 'This file is in no folder of a kind, so it is not shown.', hint),
  }
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
    if (standsForComposite(made, request, context)) {
      problems.push(photoOfSomebody(request.path))
      continue
    }
    const found = isPrivate ? unmade(request, context) : await deriveFor(request, context)
    if (found === undefined) continue
    if ('problem' in found) {
      problems.push({ ...found.problem, severity: role in required ? 'error' : 'warning' })
      if (context.sources.has(request.path)) broken.push(role)
    } else {
      media[role] = found.media
      keys.push(...found.keys)
    }
  }
  const lacking = Object.entries(required).filter(([role]) => !(role in made.requests))
  problems.push(
    ...lacking.map(([role, { message, hint }]) =>
      error({ path: made.draft.path, line: made.draft.line, field: role }, message, hint),
    ),
  )
  if (problems.some(({ severity }) => severity === 'error'))
    return { ok: false, refused: refusal(made, problems) }
  return { ok: true, made, media, keys, problems, broken }
}

/** A persona is made of many people: the face of one of them, who agreed to something else, cannot be hers. */
function standsForComposite(
  made: Interpreted,
  request: MediaRequest,
  { sources, deriver }: ReadContext,
): boolean {
  if (made.kind !== 'persona' || definitionOf('persona').basis(made.body) !== 'none') return false
  return request.as === 'picture' && isPhotoOfSomebody(request.path, sources, deriver.store)
}

function photoOfSomebody(path: string): Problem {
  return warning(
    { path },
    'This photograph shows a customer, who cannot stand for a persona made of many; it was left out.',
    'Take a drawing, or leave the picture out: she is then drawn as a silhouette.',
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
  return made.ok ? made : { problem: warning({ path: request.path }, made.message, made.hint) }
}

function unusable(request: MediaRequest, sources: Sources): Problem | undefined {
  const place = { path: request.path }
  if (!sources.has(request.path)) {
    return warning(
      place,
      'This file is named but is not in the folder.',
      'Copy it here, or correct its name.',
    )
  }
  if (!mayBeReadAs(request.path, request.as)) {
    const { what, example } = READABLE[request.as]
    return warning(
      place,
      `This file is not ${what} that can be read here.`,
      `Convert it, e.g. to ${example}.`,
    )
  }
  return undefined
}

const READABLE = {
  picture: { what: 'a picture', example: 'JPEG or PNG' },
  audio: { what: 'a recording', example: 'WAV or MP3' },
  video: { what: 'a film', example: 'MP4 (H.264)' },
} as const

function located(request: MediaRequest, draft: Draft, sources: Sources): MediaRequest {
  if (sources.has(request.path)) return request
  const path = sources.resolve(draft.path, `/${request.path}`)
  return { ...request, path }
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
  writer.tell(...unknownFields(draft, kind))
  if (!outcome.ok) return writer.refuse(id, outcome.refused, draft.line)
  writeItem(writer, id, outcome, wall)
}
