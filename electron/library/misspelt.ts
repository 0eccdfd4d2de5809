import type { Draft } from '../../renderer/core/draft.ts'
import { ENVELOPE_ALIASES, fieldKey, isTableRow, meantField } from '../../renderer/core/draft-fields.ts'
import { isMap } from '../../renderer/core/draft-values.ts'
import { editDistance, likelyName } from '../../renderer/core/likely-name.ts'
import type { Finding } from '../../renderer/core/schema-findings.ts'

/** A field that keeps something from somebody must not fail by a slip of the pen: until it is corrected, the item waits. */

const KEEPS_FROM = ['audience', 'consent', 'until', 'withdrawn', 'expires', 'redact', 'mute', 'blur'] as const
const OF_CONSENT = [
  'who',
  'given',
  'collected',
  'controller',
  'purposes',
  'audience',
  'expires',
  'withdrawn',
  'public_source',
] as const
/** One letter off and a word of its own, as front matter has it. */
const WORDS: readonly string[] = ['content', 'contents', 'react', 'expired', 'date', 'note', 'unit']

/** Nearer than a guess at a name elsewhere: here it takes an item off the wall. */
function isNearly(key: string, field: string): boolean {
  return editDistance(key, field) <= (field.length >= 8 ? 2 : 1)
}

/** Of these alone a misspelt one would show more than was agreed to. */
const LIMITS: readonly string[] = ['expires', 'withdrawn']

/**
 * Fields nearly named like one of those.
 * @param unknown tells the names of the draft's fields that its kind does not know
 */
export function misspeltLimits(draft: Draft, unknown: () => readonly string[], consent: unknown): Finding[] {
  return [...ownNames(draft, unknown).flatMap(misspelt), ...misspeltInConsent(consent)]
}

/** Columns of a table have any names; what somebody wrote of one row does not. */
function ownNames(draft: Draft, unknown: () => readonly string[]): readonly string[] {
  return isTableRow(draft) ? (draft.beside ?? []) : unknown()
}

function misspelt(name: string): Finding[] {
  const known = meantField(name, ENVELOPE_ALIASES) !== undefined
  const key = fieldKey(name)
  const likely = WORDS.includes(key) ? undefined : KEEPS_FROM.find((field) => isNearly(key, field))
  if (known || likely === undefined) return []
  const isConsents = LIMITS.includes(likely)
  const hint = isConsents
    ? `Write ${likely} inside consent:, beside who and given.`
    : `Did you mean ${likely}? Correct the name, or take the line out.`
  return [{ field: name, message: NOT_SHOWN, hint }]
}

/** The rows of a table share one consent. */
const consentsBefore = new WeakMap<object, Finding[]>()

function misspeltInConsent(consent: unknown): Finding[] {
  if (!isMap(consent)) return []
  const found = consentsBefore.get(consent) ?? misspeltInMap(consent)
  consentsBefore.set(consent, found)
  return found
}

function misspeltInMap(consent: Readonly<Record<string, unknown>>): Finding[] {
  const names = Object.keys(consent).filter((name) => !OF_CONSENT.some((field) => field === name))
  return names.flatMap((name) => {
    const likely = likelyName(name.toLowerCase(), OF_CONSENT)
    if (likely === undefined || (consent[likely] !== undefined && !LIMITS.includes(likely))) return []
    return [
      { field: `consent.${name}`, message: NOT_SHOWN, hint: `Did you mean ${likely}? Correct the name.` },
    ]
  })
}

const NOT_SHOWN = 'There is no field of this name, but it may say who is not to see this, so it is not shown.'
