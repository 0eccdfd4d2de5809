import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import { booleanOf, extensionOf, numberOf, pathBeside, textOf, textsOf } from '../../core/draft-values.ts'
import type { MediaRequest, Reading } from '../../core/kind.ts'
import { PICTURE_FILES } from '../../core/media-files.ts'
import { inferPersona } from './infer.ts'

/** What people call the parts of a persona. */
export const PERSONA_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  name: ['persona name', 'first name'],
  quote: ['verbatim', 'in her words', 'in his words', 'in their words', 'says', 'sentence'],
  need: ['main need', 'key need', 'need statement'],
  age: ['years'],
  occupation: ['role', 'job title', 'profession', 'work', 'position'],
  description: ['bio', 'biography', 'about', 'background', 'summary', 'short description', 'tagline'],
  goals: ['goal', 'aims', 'objectives', 'wants', 'motivations and goals'],
  needs: ['user needs'],
  frustrations: [
    'frustration',
    'pains',
    'pain',
    'pain points',
    'painpoints',
    'challenges',
    'barriers',
    'problems',
    'obstacles',
  ],
  values: ['value', 'motivations', 'motivation', 'what they value'],
  job: ['jtbd', 'job to be done', 'jobs to be done', 'jobs'],
  channels: ['channel', 'touchpoints', 'preferred channels', 'technology', 'tools', 'devices'],
  access: [
    'access needs',
    'accessibility',
    'accessibility needs',
    'disability',
    'disabilities',
    'assistive technology',
  ],
  unknown: ['unknowns', 'open questions', 'what we do not know'],
  share: ['segment share', 'share of customers', 'percentage'],
  composite: ['is composite'],
  height: ['height mm', 'body height', 'height in mm'],
  portrait: ['picture', 'image', 'photo', 'avatar', 'illustration'],
  walk: ['walking', 'walk picture'],
  cutout: ['cut out', 'seated', 'full figure'],
}

const TEXTS = ['name', 'quote', 'need', 'occupation', 'description', 'job'] as const
const LISTS = ['goals', 'needs', 'frustrations', 'values', 'channels', 'access', 'unknown'] as const
const PICTURES = ['portrait', 'walk', 'cutout'] as const

/** What was written counts; what was not is inferred from the prose of the file, and told in a few notes. */
export function readPersona(draft: Draft): Reading {
  const named = nameFields(draft.fields, PERSONA_ALIASES)
  const written = writtenFields(named)
  const inferred = inferPersona(draft, written)
  const pictures = readPictures(draft, named)
  const alt = named.values['alt'] === undefined && pictures.fromProse ? pictures.fromProse.alt : undefined
  return {
    fields: { ...named.rest, ...inferred.fields, ...written, ...(alt ? { alt } : {}) },
    media: pictures.media,
    notes: [...consentNotes(draft, named), ...pictures.notes, ...inferred.notes],
  }
}

function writtenFields(named: NamedFields): Record<string, unknown> {
  const { values } = named
  const fields = envelopeFields(named)
  for (const name of TEXTS) setIfKnown(fields, name, textOf(values[name]))
  for (const name of LISTS) if (name in values) fields[name] = textsOf(values[name])
  for (const name of ['age', 'share'] as const)
    setIfKnown(fields, name, numberOf(values[name]) ?? values[name])
  setIfKnown(fields, 'height', heightMm(values['height']))
  setIfKnown(fields, 'composite', booleanOf(values['composite']) ?? values['composite'])
  return fields
}

function setIfKnown(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (value !== undefined) fields[name] = value
}

/** `1720`, `172 cm` and `1.72 m` are one height. */
function heightMm(value: unknown): unknown {
  const number = numberOf(value)
  if (number === undefined) return value
  if (typeof value === 'string' && /\dm?\s*cm$/i.test(value.trim())) return Math.round(number * 10)
  return number < 3 ? Math.round(number * 1000) : number
}

interface Pictures {
  readonly media: Readonly<Record<string, MediaRequest>>
  readonly fromProse?: { readonly alt: string } | undefined
  readonly notes: readonly Note[]
}

function readPictures(draft: Draft, named: NamedFields): Pictures {
  const media: Record<string, MediaRequest> = {}
  const notes: Note[] = []
  for (const role of PICTURES) {
    const name = textOf(named.values[role])
    const path = name === undefined ? undefined : pathBeside(draft.path, name)
    if (path !== undefined) media[role] = { as: 'picture', path }
    else if (name !== undefined) notes.push(outside(draft, named, role))
  }
  if ('portrait' in named.values) return { media, notes }
  const sibling = draft.siblings.find((path) => PICTURE_FILES.includes(extensionOf(path)))
  if (sibling !== undefined) return { media: { ...media, portrait: { as: 'picture', path: sibling } }, notes }
  const fromProse = draft.pictures[0]
  if (!fromProse) return { media, notes }
  return { media: { ...media, portrait: { as: 'picture', path: fromProse.path } }, fromProse, notes }
}

function outside(draft: Draft, named: NamedFields, role: string): Note {
  return {
    ...lineOf(draft, named, role),
    field: named.writtenAs[role] ?? role,
    severity: 'warning',
    message: 'This picture lies outside the content folder and is not used.',
    hint: 'Copy the picture into the folder, beside this file, and write its name here.',
  }
}
