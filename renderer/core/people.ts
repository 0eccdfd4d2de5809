import { z } from 'zod'
import type { Draft } from './draft.ts'
import { lineOf, type NamedFields, type Note } from './draft-fields.ts'
import { isMap, textsOf } from './draft-values.ts'
import { AUDIENCES, type Consent, consentSchema } from './item.ts'
import { addMonths } from './local-time.ts'
import { CONSENT_MONTHS, DISPLAY } from './standing.ts'

/** Who can be recognised in a picture or a film. Each of them has to agree, so several consents hold only together. */

/** `none` is said, never assumed. Consents are checked here and not kept: the envelope has what follows from all of them. */
export const peopleSchema = z
  .union(
    [
      z.enum(['none', 'consented']),
      z
        .array(consentSchema)
        .min(1)
        .transform(() => 'consented' as const),
    ],
    {
      error: 'has to be none, or a list with the consent of each person: who, given, purposes and audience',
    },
  )
  .default('consented')

export interface ReadPeople {
  /** For the schema: `none`, the list as it was written, or undefined. */
  readonly people: unknown
  /** For the envelope, instead of the author's own. */
  readonly consent?: Consent | undefined
  /** Why nobody may see it, whatever each single consent says. */
  readonly doubts: readonly string[]
  readonly notes: readonly Note[]
}

const NOBODY = new Set(['none', 'nobody', 'noone', 'no', 'false', '0', 'noneidentifiable'])

/** The field `people`: the word none, or the consents of all who are seen. A consent beside it is one more of them. */
export function readPeople(draft: Draft, named: NamedFields): ReadPeople {
  const written = named.values['people']
  const own = named.values['consent']
  if (written === undefined) return { people: undefined, doubts: [], notes: [] }
  if (saysNobody(written)) {
    return own === undefined
      ? { people: 'none', doubts: [], notes: [] }
      : { people: undefined, doubts: [], notes: [nobodyAgrees(draft, named)] }
  }
  const list: readonly unknown[] = Array.isArray(written) ? written : [written]
  if (!list.every(isMap)) {
    const note = noConsent(draft, named)
    return { people: undefined, doubts: [note.message], notes: [note] }
  }
  const consents = [...list, ...(own === undefined ? [] : [own])].map((each) => consentSchema.safeParse(each))
  const valid = consents.flatMap((each) => (each.success ? [each.data] : []))
  // What is wrong with one of them is told by the schema; until then no consent is made out of the others.
  if (valid.length < consents.length) return { people: list, doubts: [], notes: [] }
  const consent = jointConsent(valid)
  return { people: list, consent, doubts: consent ? [] : [NO_COMMON_AUDIENCE], notes: [] }
}

const NO_COMMON_AUDIENCE = 'Those who are seen agreed to different audiences, so that no audience may see it.'

/**
 * The consent that holds exactly while each of these holds: from the latest on, to the earliest end, for audiences that all
 * agreed to. Undefined where there is no such audience, or no consent.
 */
export function jointConsent(consents: readonly Consent[]): Consent | undefined {
  const [first] = consents
  const audience = AUDIENCES.filter((each) => consents.every((consent) => consent.audience.includes(each)))
  if (!first || audience.length === 0) return undefined
  const withdrawn = consents.find((consent) => consent.withdrawn !== undefined)?.withdrawn
  return {
    who: consents.map(({ who }) => who).join(', '),
    given: consents.reduce((latest, { given }) => (given > latest ? given : latest), first.given),
    purposes: (consents.find((consent) => !isForDisplay(consent)) ?? { purposes: [DISPLAY] }).purposes,
    audience,
    expires: consents.map(endOf).reduce((earliest, end) => (endKey(end) < endKey(earliest) ? end : earliest)),
    ...(withdrawn === undefined ? {} : { withdrawn }),
  }
}

function isForDisplay({ purposes }: Consent): boolean {
  return purposes.some((purpose) => purpose.trim().toLowerCase() === DISPLAY)
}

function endOf({ given, expires }: Consent): string {
  return expires ?? addMonths(given, CONSENT_MONTHS)
}

/** Sorts ends: a month is over after each of its days. */
function endKey(date: string): string {
  return `${date}\uffff`
}

function saysNobody(value: unknown): boolean {
  const words = textsOf(value).map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''))
  return words.length === 1 && NOBODY.has(words[0] ?? '')
}

function nobodyAgrees(draft: Draft, named: NamedFields): Note {
  return {
    ...lineOf(draft, named, 'people'),
    field: named.writtenAs['people'] ?? 'people',
    severity: 'warning',
    message: 'Nobody can be recognised, it says, and yet somebody’s consent is named; the consent counts.',
    hint: 'Take one of the two lines out.',
  }
}

function noConsent(draft: Draft, named: NamedFields): Note {
  return {
    ...lineOf(draft, named, 'people'),
    field: named.writtenAs['people'] ?? 'people',
    severity: 'warning',
    code: 'consent',
    message: 'It is written who is seen, but not that they agreed.',
    hint: 'List each person’s consent under people:, with who, given, purposes and audience; or leave people: out where consent: speaks for all.',
  }
}
