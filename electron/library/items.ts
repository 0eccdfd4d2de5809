import { z } from 'zod'
import type { Card } from '../../renderer/core/deck.ts'
import type { Draft } from '../../renderer/core/draft.ts'
import { isTableRow } from '../../renderer/core/draft-fields.ts'
import {
  consentSchema,
  ENVELOPE_FIELDS,
  type Envelope,
  envelopeSchema,
  type Item,
  type Media,
} from '../../renderer/core/item.ts'
import { itemFacts } from '../../renderer/core/item-facts.ts'
import type { KindDefinition, MediaRequest } from '../../renderer/core/kind.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import { likelyName } from '../../renderer/core/likely-name.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Finding } from '../../renderer/core/schema-findings.ts'
import type { StandingFacts } from '../../renderer/core/standing.ts'
import { type Kind, kinds } from '../../renderer/kinds/index.ts'
import { withReadableDates } from './dates.ts'
import { type Hidden, hiddenIn, isStillThere, withoutListed } from './listed-redactions.ts'
import { misspeltLimits } from './misspelt.ts'
import { parseFields } from './parse-fields.ts'
import { coded, error, reasonOf, warning } from './problems.ts'
import { asFields } from './readers/yaml.ts'

/** A draft that a kind has understood; only its media are still to be derived. */
export interface Interpreted {
  readonly ok: true
  readonly kind: Kind
  readonly draft: Draft
  readonly envelope: Envelope
  readonly body: unknown
  readonly requests: Readonly<Record<string, MediaRequest>>
  readonly texts: readonly string[]
  readonly problems: readonly Problem[]
}

/** A draft that cannot be shown. `envelope` is what could be read of the fields that privacy hangs on. */
export interface Refused {
  readonly ok: false
  readonly problems: readonly Problem[]
  /** Undefined where one of these fields is itself wrong: then no older version may go on being shown. */
  readonly privacy: Privacy | undefined
  /** The fields as they are written, for what can be read of a consent that is itself wrong. */
  readonly written?: Readonly<Record<string, unknown>> | undefined
  /** What nobody may read any more, though an older version may still say it. */
  readonly hidden?: Hidden | undefined
}

export type Privacy = Pick<Envelope, 'consent' | 'audience' | 'cleared' | 'from' | 'until'>

/** Loose in the body, which only its own kind understands; every body that gets here has passed that kind's schema. */
type AnyKind = KindDefinition<string, z.ZodType>

const privacySchema = envelopeSchema.pick({
  consent: true,
  audience: true,
  cleared: true,
  from: true,
  until: true,
})

export function definitionOf(kind: Kind): AnyKind {
  return kinds[kind]
}

const fieldsOfKinds = new Map<Kind, readonly string[]>()

/** Names that a kind's files may use, for the likely meaning of one that they may not. */
export function knownFields(kind: Kind): readonly string[] {
  const fields = fieldsOfKinds.get(kind) ?? namesOf(kind)
  fieldsOfKinds.set(kind, fields)
  return fields
}

function namesOf(kind: Kind): string[] {
  const { schema } = definitionOf(kind)
  const own =
    'shape' in schema && typeof schema.shape === 'object' && schema.shape !== null
      ? Object.keys(schema.shape)
      : []
  return [...new Set([...own, ...ENVELOPE_FIELDS])]
}

/** The field of a kind that takes one of a few words, this one among them; undefined where there is none. */
export function closedField(kind: Kind, word: string): { name: string; value: string } | undefined {
  const { schema } = definitionOf(kind)
  if (!(schema instanceof z.ZodObject)) return undefined
  const value = word.toLowerCase()
  for (const [name, field] of Object.entries(schema.shape)) {
    const inner = field instanceof z.ZodOptional ? field.unwrap() : field
    if (inner instanceof z.ZodEnum && inner.safeParse(value).success) return { name, value }
  }
  return undefined
}

/** What a kind makes of a draft, checked. Never throws: a kind that trips over a file makes it a problem of that file. */
export function interpret(draft: Draft, kind: Kind): Interpreted | Refused {
  try {
    return interpretUnguarded(draft, kind)
  } catch (thrown) {
    const message = `This ${kind} could not be read: ${reasonOf(thrown)}.`
    return {
      ok: false,
      problems: [error(draft, message, 'Compare it with an example of its kind in the sample room.')],
      privacy: undefined,
    }
  }
}

function interpretUnguarded(written: Draft, kind: Kind): Interpreted | Refused {
  const definition = definitionOf(kind)
  const { draft, notes: listed } = withoutListed(written)
  const reading = definition.read(draft)
  const notes = [...listed, ...(draft.told ?? []), ...reading.notes].map(
    (found): Problem => ({ ...found, path: draft.path }),
  )
  // Whoever divided the file has said why nothing was made of it; what it lacks besides is no news.
  const isSilent = definition.prose !== undefined && reading.fields[definition.prose] === undefined
  if (draft.told && (isSilent || draft.told.some(({ severity }) => severity === 'error')))
    return { ok: false, problems: notes, privacy: privacyOf(reading.fields), hidden: hiddenIn(written) }
  const dated = withReadableDates(reading.fields)
  const envelope = parseFields(envelopeSchema, dated.fields)
  const body = parseFields(definition.schema, dated.fields)
  const wrong = dated.findings.concat(
    clearedRow(draft, dated.fields),
    misspeltLimits(draft, () => unknownNames(draft, kind, reading.fields), dated.fields['consent']),
    envelope.ok
      ? missing(definition, envelope.value)
      : envelope.findings.filter((found) => !isNamed(dated.findings, found)),
    body.ok ? [] : body.findings,
  )
  if (envelope.ok && body.ok && wrong.length === 0) {
    const texts = [
      ...definition.texts(body.value),
      envelope.value.title ?? '',
      envelope.value.credit ?? '',
      envelope.value.alt ?? '',
      envelope.value.source ?? '',
    ]
    return {
      ok: true,
      kind,
      draft,
      envelope: envelope.value,
      body: body.value,
      requests: reading.media,
      texts,
      problems: notes,
    }
  }
  return {
    ok: false,
    problems: [...notes, ...unique(wrong.map((found) => toProblem(draft, found)))],
    privacy: privacyOf(dated.fields),
    written: dated.fields,
    hidden: hiddenIn(written),
  }
}

/** A table's sidecar speaks for rows that are not written yet: what is in them, nobody has looked at. */
function clearedRow(draft: Draft, fields: Readonly<Record<string, unknown>>): Finding[] {
  if (!isTableRow(draft) || fields['cleared'] === undefined) return []
  const hint = 'Clear each row by its id in room.yaml, under items:.'
  return [{ field: 'cleared', message: 'Nobody can clear all rows of a table at once.', hint }]
}

function isNamed(findings: readonly Finding[], { field }: Finding): boolean {
  return findings.some((found) => found.field === field)
}

function missing(definition: AnyKind, envelope: Envelope): Finding[] {
  return definition.requires
    .filter((field) => envelope[field] === undefined)
    .map((field) => ({
      field,
      message: 'It is missing.',
      hint: REMEDIES[field] ?? `Add a line ${field}: to the file.`,
    }))
}

const REMEDIES: Partial<Record<keyof Envelope, string>> = {
  evidence: 'Add evidence: assumption, partial or research, so that nobody takes a guess for a finding.',
  source: 'Add source: and where it is from.',
  captured: 'Add captured: and the date on which it was said, such as 2026-03-04.',
  alt: 'Add alt: and a sentence that says what is to be seen, for whoever cannot see it.',
  n: 'Add n: and how many people it stands for.',
  consent: 'Add consent: with who, given, purposes and audience, or public_source: where it was published.',
}

function toProblem(draft: Draft, { field, message, hint }: Finding): Problem {
  const top = field.split(/[.[]/)[0] ?? field
  const line = draft.lines[field] ?? draft.lines[top] ?? draft.line
  const remedy = isTableRow(draft) && /^Add a line /.test(hint) ? columnHint(field) : hint
  const found = error({ path: draft.path, line, ...(field === '' ? {} : { field }) }, message, remedy)
  return top === 'consent' ? coded('consent', found) : found
}

function columnHint(field: string): string {
  return `Give the table a column “${field}”, or write ${field}: into the YAML file beside it where it is the same for all.`
}

function unique(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>()
  return problems.filter(({ line, field }) => {
    const key = `${line} ${field}`
    return !seen.has(key) && seen.add(key)
  })
}

/** Fields that mean nothing to the kind, each with the name that was probably meant. For a file's own fields, not a table's columns. */
export function unknownFields(draft: Draft, kind: Kind): Problem[] {
  const known = knownFields(kind)
  const { fields } = definitionOf(kind).read(draft)
  return unknownNames(draft, kind, fields).map((name) => {
    const likely = likelyName(
      name,
      known.filter((field) => !(field in fields)),
    )
    const hint =
      likely === undefined
        ? 'It was kept and has no effect.'
        : `Did you mean ${likely}? It was kept and has no effect.`
    return warning(
      { path: draft.path, line: draft.lines[name] ?? draft.line, field: name },
      `A ${kind} has no field of this name.`,
      hint,
    )
  })
}

function unknownNames(draft: Draft, kind: Kind, read: Readonly<Record<string, unknown>>): string[] {
  const known = knownFields(kind)
  return Object.keys(draft.fields).filter((name) => name in read && !known.includes(name) && !isOurs(name))
}

/** Fields of the file itself, whatever its kind. */
function isOurs(name: string): boolean {
  return ['id', 'kind', 'columns', 'redact'].includes(name.toLowerCase())
}

/** The item and its card, once its media are there. `id` is decided by the caller. */
export function finishItem(
  made: Interpreted,
  id: string,
  media: Readonly<Record<string, Media>>,
  wall: WallSize,
): { item: Item; card: Card } {
  const definition = definitionOf(made.kind)
  const { envelope, body, draft } = made
  const title = envelope.title ?? definition.title(body, envelope)
  const item: Item = { id, kind: made.kind, title, envelope, body, media, path: draft.path, line: draft.line }
  const card: Card = {
    id,
    kind: made.kind,
    title,
    personas: envelope.persona ?? [],
    ...linksOf(envelope),
    weight: envelope.weight ?? 1,
    facts: itemFacts(definition, item),
    parts: definition.parts(body, wall, media).map((part) => definition.measure(part, media)),
  }
  return { item, card }
}

/** Only what was said: a card of a large room is light. */
function linksOf({
  stage,
  theme,
  segment,
  department,
  source,
  captured,
  sentiment,
}: Envelope): Partial<Card> {
  const links: { -readonly [Name in keyof Card]?: Card[Name] } = {}
  if (stage?.length) links.stages = stage
  if (theme?.length) links.themes = theme
  if (segment?.length) links.segments = segment
  if (department?.length) links.departments = department
  if (source !== undefined) links.source = source
  if (captured !== undefined) links.captured = captured
  if (sentiment !== undefined) links.sentiment = sentiment
  return links
}

/** May the last good version stay on the wall while its file is broken? Not if the broken one changes who may see it. */
export function samePrivacy(
  { privacy: whole, hidden, written }: Pick<Refused, 'privacy' | 'hidden' | 'written'>,
  before: Item,
): boolean {
  const privacy = whole ?? (written && privacyOf(withConsentOf(before, written)))
  if (!privacy || (hidden && isStillThere(hidden, before))) return false
  return JSON.stringify(normal(privacy)) === JSON.stringify(normal(before.envelope))
}

/** A consent of which only a part is written, filled up from the one before: what is written still has to agree. */
function withConsentOf(
  { envelope }: Item,
  written: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const consent = asFields(written['consent'])
  const names = Object.keys(consent ?? {})
  // A name that means nothing may be a limit that is misspelt.
  if (names.length === 0 || !names.every((name) => name in consentSchema.shape)) return written
  return { ...written, consent: { ...envelope.consent, ...consent } }
}

/** Who may see it, and when; by what name its speaker is called changes nothing. */
function normal({ consent: whole, audience, cleared, from, until }: Privacy): unknown {
  const consent = whole && 'who' in whole ? { ...whole, who: '' } : whole
  return [consent ?? null, audience ?? null, cleared ?? null, from ?? null, until ?? null]
}

/** The fields that privacy hangs on; undefined where one of them is wrong. */
export function privacyOf(fields: Readonly<Record<string, unknown>>): Privacy | undefined {
  const parsed = parseFields(privacySchema, fields)
  return parsed.ok ? parsed.value : undefined
}

/** The facts of a draft whose media are not there yet: enough to say whether they are to be derived at all. */
export function factsBefore(made: Interpreted): StandingFacts {
  const { kind, envelope, body, draft } = made
  const definition = definitionOf(kind)
  const title = envelope.title ?? definition.title(body, envelope)
  return itemFacts(definition, { id: '', kind, title, envelope, body, media: {}, path: draft.path, line: 1 })
}
