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
import { numberOf, textOf, textsOf, withoutQuotationMarks } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { plainText } from '../../core/plain-text.ts'
import { BLANK, redactText } from '../../core/redaction.ts'
import { quoteFromProse } from './find-text.ts'

export const QUOTE_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  id: ['response id', 'respondent id', 'review id', 'ticket id', 'quote id', '#'],
  captured: [
    'date',
    'captured on',
    'collected on',
    'timestamp',
    'date submitted',
    'submit date (utc)',
    'submit date',
    'submitted at',
    'submitted',
    'recorded date',
    'end date',
    'review created (utc)',
    'review submit date and time',
    'created at',
    'created',
    'when',
    'start date',
    'start date (utc)',
    'time started',
  ],
  lang: ['language', 'locale', 'user language', 'reviewer language'],
  text: [
    'quote',
    'verbatim',
    'comment',
    'comments',
    'feedback',
    'answer',
    'review text',
    'review content',
    'review',
    'response',
    'free text',
    'statement',
    'what they said',
  ],
  who: ['speaker', 'said by', 'pseudonym', 'descriptor', 'attribution', 'respondent type'],
  note: ['notes', 'context', 'remark'],
  channel: ['channels', 'source of review', 'distribution channel', 'medium'],
  nps: ['nps score', 'net promoter score', 'score', 'likelihood to recommend'],
  stars: ['star rating', 'review stars', 'rating', 'stars given'],
  highlight: ['key sentence', 'marked', 'bold'],
}

/** A verbatim out of the prose of a file or out of a table's row. A row in which nobody said anything is blank, not wrong. */
export function readQuote(draft: Draft): Reading {
  const named = nameFields(draft.fields, QUOTE_ALIASES)
  const spoken = findText(draft, named)
  const highlight = findHighlight(draft, named, spoken.text)
  const ratings = readRatings(named)
  const fields = present({
    ...(isTableRow(draft) ? {} : named.rest),
    ...envelopeFields(named),
    text: spoken.text,
    who: textOf(named.values['who']) ?? spoken.who,
    note: textOf(named.values['note']),
    channel: textOf(named.values['channel']),
    highlight: highlight.text,
    title: textOf(named.values['title']) ?? spoken.title,
    ...ratings,
  })
  return {
    fields,
    media: {},
    notes: [...consentNotes(draft, named), ...spoken.notes, ...highlight.notes],
    ...(isTableRow(draft) && spoken.text === undefined ? { blank: true } : {}),
  }
}

interface Spoken {
  readonly text?: string | undefined
  readonly who?: string | undefined
  readonly title?: string | undefined
  readonly notes: readonly Note[]
}

function findText(draft: Draft, named: NamedFields): Spoken {
  const written = textOf(named.values['text'])
  if (written !== undefined) return { text: withoutQuotationMarks(plainText(written)), notes: [] }
  // Which column of a table holds the words is decided for the table, not for a row of it.
  return isTableRow(draft) ? { notes: [] } : quoteFromProse(draft)
}

function findHighlight(
  draft: Draft,
  named: NamedFields,
  text: string | undefined,
): { text?: string; notes: Note[] } {
  if (text === undefined) return { notes: [] }
  const written = textOf(named.values['highlight'])
  const strong = draft.sections.flatMap((section) => section.strong).map(redactText)
  const wanted = written ?? strong.find((stretch) => stretch !== BLANK)
  if (wanted === undefined) return { notes: [] }
  const found = stretchOf(text, wanted)
  if (found !== undefined) return { text: found, notes: [] }
  if (written === undefined) return { notes: [] }
  return {
    notes: [
      {
        ...lineOf(draft, named, 'highlight'),
        field: 'highlight',
        severity: 'warning',
        message: `The ${wanted.trim().split(/\s+/).length} words to be marked are not in the quote.`,
        hint: 'Copy them from the quote, letter by letter.',
      },
    ],
  }
}

/** `wanted` as it stands in `text`, where line breaks and spaces may differ. */
function stretchOf(text: string, wanted: string): string | undefined {
  if (text.includes(wanted)) return wanted
  const pattern = wanted.trim().split(/\s+/).map(escapePattern).join(String.raw`\s+`)
  return new RegExp(pattern, 'u').exec(text)?.[0]
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
}

/** Scores out of their scale or in words are left out: the words of a customer are not lost for them. */
function readRatings({ values }: NamedFields): { nps?: number; stars?: number } {
  const nps = numberOf(textsOf(values['nps'])[0])
  const stars = starsOf(textOf(values['stars']))
  return {
    ...(nps !== undefined && Number.isInteger(nps) && nps >= 0 && nps <= 10 ? { nps } : {}),
    ...(stars !== undefined && stars >= 0 && stars <= 5 ? { stars } : {}),
  }
}

function starsOf(text: string | undefined): number | undefined {
  const drawn = text?.match(/[★⭐]/gu)?.length
  if (drawn !== undefined) return drawn
  const outOf = /^\s*(\d(?:[.,]\d+)?)\s*(?:\/|out of|von|of)\s*5\b/i.exec(text ?? '')
  return numberOf(outOf?.[1] ?? text)
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const left: Record<string, unknown> = {}
  for (const name in fields) if (fields[name] !== undefined) left[name] = fields[name]
  return left
}
