import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  isTableRow,
  nameFields,
} from '../../core/draft-fields.ts'
import { booleanOf, itemIdOf, textOf, withoutQuotationMarks } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { readDate } from '../../core/written-date.ts'

export const STATES = ['kept', 'due', 'late', 'dropped'] as const
export type State = (typeof STATES)[number]

export const COMMITMENT_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  captured: ['promised on', 'date', 'captured on', 'committed on', 'when'],
  said: ['you said', 'what was said', 'what they said', 'quote', 'verbatim', 'feedback', 'heard'],
  reference: ['refers to', 'said in', 'quote id', 'item', 'evidence item'],
  promise: [
    'we did',
    'we promise',
    'we promised',
    'what we promised',
    'our promise',
    'commitment',
    'promised',
    'action',
    'what we did',
    'what we do',
  ],
  about: ['decision', 'decided about'],
  owner: ['promised by', 'responsible', 'who', 'accountable', 'role'],
  due: ['due date', 'by', 'until when', 'deadline', 'by when'],
  state: ['status'],
  done: ['done on', 'done date', 'kept on', 'completed', 'completed on', 'finished', 'date done'],
  effect: ['what changed', 'result', 'outcome', 'impact'],
  proof: ['evidence of it', 'proven by', 'how you can see it'],
}

/** A commitment out of a file's fields or a table's row. */
export function readCommitment(draft: Draft): Reading {
  const named = nameFields(draft.fields, COMMITMENT_ALIASES)
  const { values } = named
  const said = textOf(values['said'])
  // `said: quotes/egg-box` refers to what was said there.
  const inSaid = said === undefined ? undefined : itemIdOf(said)
  const done =
    readDate(values['done']) ?? (booleanOf(values['done']) === undefined ? values['done'] : undefined)
  const fields = present({
    ...(isTableRow(draft) ? {} : named.rest),
    ...envelopeFields(named),
    said: said === undefined || inSaid !== undefined ? undefined : withoutQuotationMarks(said),
    reference: itemIdOf(values['reference']) ?? inSaid,
    promise: textOf(values['promise']),
    about: textOf(values['about']),
    owner: textOf(values['owner']),
    due: values['due'],
    state: stateOf(textOf(values['state']), values['done']),
    done,
    effect: textOf(values['effect']),
    proof: textOf(values['proof']),
  })
  const blank = isTableRow(draft) && fields['promise'] === undefined && said === undefined
  return { fields, media: {}, notes: consentNotes(draft, named), ...(blank ? { blank } : {}) }
}

const KEPT = /^(?:kept|done|complete[d]?|delivered|closed|finished|fulfilled|yes)\b/i
const DROPPED = /^(?:dropped|withdrawn|cancell?ed|given up|abandoned|won.t do)\b/i
const LATE = /^(?:late|overdue|missed|delayed|broken|behind|slipped)\b/i
const DUE =
  /^(?:due|open|promised|planned|in progress|ongoing|started|not (?:yet|done|started)|to ?do|pending|no)\b/i

/** The words that trackers use for it. What is done is kept, whether or not anybody wrote so. */
function stateOf(word: string | undefined, done: unknown): string | undefined {
  if (word === undefined) return done === undefined || booleanOf(done) === false ? undefined : 'kept'
  if (DROPPED.test(word)) return 'dropped'
  if (LATE.test(word)) return 'late'
  if (KEPT.test(word)) return 'kept'
  return DUE.test(word) ? 'due' : word
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
