import type { Draft } from './draft.ts'
import { isBlank, isMap, textOf } from './draft-values.ts'
import type { Reading } from './kind.ts'
import { redactValue } from './redaction.ts'

/** Fields by the names that people give them. A kind says which names mean what; the rest is passed on as it was written. */

/** Our name of a field, and other names that mean it. Case, spaces, hyphens and underscores do not matter. */
export type Aliases = Readonly<Record<string, readonly string[]>>

export type Note = Reading['notes'][number]

export interface NamedFields {
  /** By our names, redacted. Blank values are missing. */
  readonly values: Readonly<Record<string, unknown>>
  /** What the author called each of them. */
  readonly writtenAs: Readonly<Record<string, string>>
  /** Fields that mean nothing to us, under the author's names. */
  readonly rest: Readonly<Record<string, unknown>>
}

/** Names that every kind understands for the fields of the envelope. */
export const ENVELOPE_ALIASES: Aliases = {
  id: [],
  kind: ['type'],
  title: [],
  source: ['research source', 'where from', 'origin'],
  captured: ['date', 'captured on', 'collected on', 'recorded', 'when'],
  evidence: ['evidence level', 'confidence'],
  n: ['sample size', 'participants', 'respondents', 'people'],
  persona: ['personas'],
  stage: ['stages', 'phase', 'journey stage'],
  segment: ['segments'],
  department: ['departments', 'team'],
  theme: ['themes', 'topic', 'topics', 'tag', 'tags'],
  sentiment: [],
  lang: ['language', 'locale'],
  audience: ['audiences'],
  consent: [],
  public_source: ['published at', 'public source url'],
  cleared: [],
  from: ['show from', 'valid from'],
  until: ['show until', 'valid until'],
  weight: [],
  alt: ['alt text', 'alternative text', 'image alt'],
  credit: ['credits', 'photo credit'],
}

/** All but those that consent is made of. */
const ENVELOPE_NAMES = Object.keys(ENVELOPE_ALIASES).filter(
  (name) => name !== 'consent' && name !== 'public_source',
)

/** A name as it is compared: letters and digits only, lower case, accents kept. */
export function fieldKey(name: string): string {
  const known = keysBefore.get(name)
  if (known !== undefined) return known
  const key = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}#]+/gu, '')
  if (keysBefore.size >= MOST_KEYS) keysBefore.clear()
  keysBefore.set(name, key)
  return key
}

/** All rows of a table have the same headers: each is made a key once. */
const keysBefore = new Map<string, string>()
const MOST_KEYS = 1_000

/** Sorts a draft's fields. Our own name wins over another name for the same thing; what lost is part of the rest. */
export function nameFields(fields: Readonly<Record<string, unknown>>, aliases: Aliases): NamedFields {
  const values: Record<string, unknown> = {}
  const writtenAs: Record<string, string> = {}
  const rest: Record<string, unknown> = {}
  for (const { name, meant } of ranked(Object.keys(fields), aliases)) {
    const value = fields[name]
    if (meant === undefined) rest[name] = value
    else if (isBlank(value)) continue
    else if (meant in values) rest[name] = value
    else {
      values[meant] = redactValue(value)
      writtenAs[meant] = name
    }
  }
  return { values, writtenAs, rest }
}

interface Ranked {
  readonly name: string
  readonly meant: string | undefined
}

/** Names in the order in which they count. The rows of a table have few sets of names: each is put in order once. */
function ranked(names: readonly string[], aliases: Aliases): readonly Ranked[] {
  const last = lastRanked.get(aliases)
  if (last && isSameList(last.names, names)) return last.made
  const made = rankedOnce(names, aliases)
  lastRanked.set(aliases, { names, made })
  return made
}

/** What came last, most rows of a table are like: their names need not even be put together. */
const lastRanked = new Map<Aliases, { readonly names: readonly string[]; readonly made: readonly Ranked[] }>()

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at])
}

function rankedOnce(names: readonly string[], aliases: Aliases): readonly Ranked[] {
  const known = orders.get(aliases) ?? new Map<string, readonly Ranked[]>()
  orders.set(aliases, known)
  const key = names.join('\n')
  const before = known.get(key)
  if (before) return before
  const meaning = meaningOf(aliases)
  const made = names
    .map((name) => ({ name, meant: meaning.get(fieldKey(name)) }))
    .sort((a, b) => (a.meant?.rank ?? 0) - (b.meant?.rank ?? 0))
    .map(({ name, meant }) => ({ name, meant: meant?.name }))
  if (known.size >= MOST_ORDERS) known.clear()
  known.set(key, made)
  return made
}

const orders = new Map<Aliases, Map<string, readonly Ranked[]>>()
const MOST_ORDERS = 500

/** Names are remembered over a reading, and people write names into them. Returns how many they were. */
export function forgetNames(): number {
  const count = keysBefore.size + orders.size + lastRanked.size
  keysBefore.clear()
  orders.clear()
  lastRanked.clear()
  return count
}

/** The envelope's part of named fields, tidied: consent out of `public_source`, evidence out of its other words. */
export function envelopeFields({ values }: Pick<NamedFields, 'values'>): Record<string, unknown> {
  // Nothing is put in to be taken out again: an object that lost a field is slow ever after, and there are many rows.
  const fields: Record<string, unknown> = {}
  for (const name of ENVELOPE_NAMES) if (name in values) fields[name] = tidied(name, values[name])
  const { consent } = values
  if (isMap(consent)) return { ...fields, consent }
  const source = textOf(values['public_source'])
  return source === undefined ? fields : { ...fields, consent: { public_source: source } }
}

function tidied(name: string, value: unknown): unknown {
  if (name === 'evidence') return evidenceWord(value)
  return PLAIN_TEXTS.has(name) ? (textOf(value) ?? value) : value
}

const PLAIN_TEXTS: ReadonlySet<string> = new Set(['title', 'source', 'lang', 'alt', 'credit', 'id'])

/** A word such as "yes" is no record of consent: it counts for nothing, and the curator is told. */
export function consentNotes(draft: Draft, named: NamedFields): Note[] {
  const consent = named.values['consent']
  if (consent === undefined || isMap(consent)) return []
  return [
    {
      ...(isTableRow(draft) ? {} : lineOf(draft, named, 'consent')),
      field: 'consent',
      severity: 'warning',
      code: 'consent',
      message:
        'Consent is given in a word here, which says neither who gave it nor what for, so it counts for nothing.',
      hint: 'Write who, given, purposes and audience under consent: (for a table, in the YAML file beside it).',
    },
  ]
}

const EVIDENCE_WORDS: Readonly<Record<string, string>> = {
  assumed: 'assumption',
  assumptions: 'assumption',
  hypothesis: 'assumption',
  guess: 'assumption',
  proto: 'assumption',
  partly: 'partial',
  partially: 'partial',
  mixed: 'partial',
  researched: 'research',
  validated: 'research',
  confirmed: 'research',
}

function evidenceWord(value: unknown): unknown {
  const word = typeof value === 'string' ? fieldKey(value) : ''
  return EVIDENCE_WORDS[word] ?? (word === '' ? value : word)
}

/** 1-based line of a field under our name, for a note that points at it. */
export function lineOf(draft: Draft, named: NamedFields, name: string): { line?: number } {
  const line = draft.lines[named.writtenAs[name] ?? name]
  return line === undefined ? {} : { line }
}

/** A table's row: its author named columns for many items, so a column that we do not know is no mistake. */
export function isTableRow(draft: Draft): boolean {
  return draft.headers !== undefined || /\.(?:csv|tsv|tab|xlsx|xls|ods)$/i.test(draft.path)
}

/** Our name of the field that a header means, if it means one. */
export function meantField(header: string, aliases: Aliases): string | undefined {
  return meaningOf(aliases).get(fieldKey(header))?.name
}

/** True where one of these headers means the field `name`, whether or not its cell holds anything. */
export function hasColumn(headers: readonly string[], aliases: Aliases, name: string): boolean {
  return headers.some((header) => meantField(header, aliases) === name)
}

/** A map inside a field, by our names: a step of a journey, a speaker of a call. */
export function nameMap(value: unknown, aliases: Aliases): Readonly<Record<string, unknown>> {
  return isMap(value) ? nameFields(value, aliases).values : {}
}

function meaningOf(aliases: Aliases): ReadonlyMap<string, { name: string; rank: number }> {
  const known = meanings.get(aliases)
  if (known) return known
  const made = new Map<string, { name: string; rank: number }>()
  const names = Object.entries(aliases)
  for (const [name] of names) made.set(fieldKey(name), { name, rank: 0 })
  for (const [name, others] of names) {
    others.forEach((other, index) => {
      const key = fieldKey(other)
      if (!made.has(key)) made.set(key, { name, rank: index + 1 })
    })
  }
  meanings.set(aliases, made)
  return made
}

const meanings = new WeakMap<Aliases, ReadonlyMap<string, { name: string; rank: number }>>()
