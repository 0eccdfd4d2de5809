import { z } from 'zod'
import type { Card } from '../../renderer/core/deck.ts'
import type { Draft } from '../../renderer/core/draft.ts'
import {
  ENVELOPE_FIELDS,
  type Envelope,
  envelopeSchema,
  type Item,
  type Media,
} from '../../renderer/core/item.ts'
import type { KindDefinition, MediaRequest } from '../../renderer/core/kind.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import { findPersonalData } from '../../renderer/core/pii.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { standingFacts } from '../../renderer/core/standing.ts'
import { type Kind, kinds } from '../../renderer/kinds/index.ts'
import { withReadableDates } from './dates.ts'
import { likelyName } from './likely.ts'
import type { Finding } from './messages.ts'
import { parseFields } from './parse-fields.ts'
import { error, reasonOf, warning } from './problems.ts'

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
}

export type Privacy = Pick<Envelope, 'consent' | 'audience' | 'from' | 'until'>

/** Loose in the body, which only its own kind understands; every body that gets here has passed that kind's schema. */
type AnyKind = KindDefinition<string, z.ZodType>

const privacySchema = envelopeSchema.pick({ consent: true, audience: true, from: true, until: true })

export function definitionOf(kind: Kind): AnyKind {
  return kinds[kind]
}

/** Names that a kind's files may use, for the likely meaning of one that they may not. */
export function knownFields(kind: Kind): string[] {
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

function interpretUnguarded(draft: Draft, kind: Kind): Interpreted | Refused {
  const definition = definitionOf(kind)
  const reading = definition.read(draft)
  const notes = reading.notes.map((found) => ({ ...found, path: draft.path }))
  const dated = withReadableDates(reading.fields)
  const envelope = parseFields(envelopeSchema, dated.fields)
  const body = parseFields(definition.schema, dated.fields)
  const wrong = [
    ...dated.findings,
    ...(envelope.ok
      ? missing(definition, envelope.value)
      : envelope.findings.filter((found) => !isNamed(dated.findings, found))),
    ...(body.ok ? [] : body.findings),
  ].map((found) => toProblem(draft, found))
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
  const privacy = privacySchema.safeParse(dated.fields)
  return {
    ok: false,
    problems: [...notes, ...unique(wrong)],
    privacy: privacy.success ? privacy.data : undefined,
  }
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
  return error({ path: draft.path, line, ...(field === '' ? {} : { field }) }, message, hint)
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
  return Object.keys(draft.fields)
    .filter((name) => name in fields && !known.includes(name) && !isOurs(name))
    .map((name) => {
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

/** Fields of the file itself, whatever its kind. */
function isOurs(name: string): boolean {
  return ['id', 'kind', 'columns'].includes(name.toLowerCase())
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
  const withheld = definition.withheldBecause?.(body)
  const card: Card = {
    id,
    kind: made.kind,
    title,
    personas: envelope.persona ?? [],
    weight: envelope.weight ?? 1,
    facts: standingFacts(
      envelope,
      definition.basis(body),
      findPersonalData([...made.texts, title]),
      withheld,
    ),
    parts: definition.parts(body, wall).map((part) => definition.measure(part, media)),
  }
  return { item, card }
}

/** May the last good version stay on the wall while its file is broken? Not if the broken one changes who may see it. */
export function samePrivacy(refused: Refused, before: Item): boolean {
  if (!refused.privacy) return false
  const { consent, audience, from, until } = before.envelope
  return (
    JSON.stringify(normal(refused.privacy)) === JSON.stringify(normal({ consent, audience, from, until }))
  )
}

function normal({ consent, audience, from, until }: Privacy): unknown {
  return [consent ?? null, audience ?? null, from ?? null, until ?? null]
}
