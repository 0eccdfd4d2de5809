import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  isTableRow,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import { textOf, textsOf, withoutQuotationMarks } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { redactText, redactValue } from '../../core/redaction.ts'
import { type Asked, activityIn, answered, askedFor, emotionIn } from './questions.ts'

export const OBSERVATION_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  id: ['response id', 'note id', '#'],
  captured: [
    'date',
    'date of visit',
    'visit date',
    'day',
    'captured on',
    'when',
    'timestamp',
    'submitted at',
  ],
  department: ['departments', 'for department', 'concerns'],
  who: ['who saw it', 'seen by', 'observed by', 'department of the observer', 'your department', 'team'],
  where: ['place', 'location', 'where was it', 'where were you', 'site'],
  what: [
    'observation',
    'what happened',
    'what we saw',
    'what did you see',
    'statement',
    'note',
    'notes',
    'text',
  ],
  activity: ['customer connect activity', 'activity type', 'occasion'],
  emotion: ['feeling', 'emotions', 'mood', 'how did the customer feel'],
  verbatim: ['quote', 'in her words', 'in his words', 'in their words', 'what did the customer say', 'said'],
  followUp: ['follow up', 'follow-up', 'next step', 'next steps', 'action'],
}

/** What a colleague saw of a customer, out of a note or out of a form's answers. A row in which nobody saw anything is blank. */
export function readObservation(draft: Draft): Reading {
  const named = nameFields(draft.fields, OBSERVATION_ALIASES)
  const answers = answersOf(draft, named)
  const text = (field: Asked): string | undefined => textOf(named.values[field]) ?? answers[field]
  const [what, said] = [text('what'), text('verbatim')]
  const emotion = wordOf(draft, named, 'emotion', text('emotion'), emotionIn)
  const activity = wordOf(draft, named, 'activity', text('activity'), activityIn)
  const envelope = envelopeFields(named)
  return {
    fields: {
      ...(isTableRow(draft) ? {} : named.rest),
      ...envelope,
      ...present({
        captured: envelope['captured'] ?? answers.captured,
        who: text('who') ?? (textsOf(named.values['department']).join(', ') || undefined),
        where: text('where'),
        what,
        verbatim: said === undefined ? undefined : withoutQuotationMarks(said),
        emotion: emotion.word,
        activity: activity.word,
        followUp: text('followUp'),
        title: textOf(named.values['title']) ?? titleOf(draft),
        named: 'consent' in envelope,
        shows: 'all',
      }),
    },
    media: {},
    notes: [...consentNotes(draft, named), ...emotion.notes, ...activity.notes],
    ...(isTableRow(draft) && what === undefined && said === undefined ? { blank: true } : {}),
  }
}

/** A form's questions, or a note's headings and prose: what was seen is the text, what was said is the quotation. */
function answersOf(draft: Draft, named: NamedFields): Partial<Record<Asked, string>> {
  const rest = Object.entries(answered(named.rest)).map(([field, value]) => [
    field,
    textOf(redactValue(value)),
  ])
  const told: Record<string, string> = Object.fromEntries(rest.filter(([, value]) => value !== undefined))
  for (const section of draft.sections) {
    const field = askedFor(section.heading) ?? 'what'
    const words = [...section.paragraphs, ...section.lists.flat()].map(redactText).join(' ').trim()
    if (words !== '') told[field] ??= words
    const quotation = section.quotes[0]
    if (quotation !== undefined) told['verbatim'] ??= redactText(quotation).replace(/\s+/g, ' ')
  }
  return told
}

/** A heading that asks nothing is the note's title. */
function titleOf({ sections }: Draft): string | undefined {
  const heading = sections.find(({ heading }) => heading !== '' && askedFor(heading) === undefined)?.heading
  return heading === undefined ? undefined : redactText(heading)
}

/** Words that mean none of ours are told and left out: what was seen is not lost for them. */
function wordOf(
  draft: Draft,
  named: NamedFields,
  name: 'emotion' | 'activity',
  written: string | undefined,
  meaning: (words: string) => string | undefined,
): { word?: string; notes: Note[] } {
  if (written === undefined) return { notes: [] }
  const word = meaning(written)
  if (word !== undefined) return { word, notes: [] }
  return {
    notes: [
      {
        ...lineOf(draft, named, name),
        field: named.writtenAs[name] ?? name,
        severity: 'note',
        message: `“${written.slice(0, 60)}” is no ${name} that the wall can draw, so none is shown.`,
        hint: HINTS[name],
      },
    ],
  }
}

const HINTS = {
  emotion: 'Write frustration, joy, irritation, surprise or exasperation.',
  activity: 'Write store, van, call or sales visit.',
} as const

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
