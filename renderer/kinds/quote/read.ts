import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  fieldKey,
  hasColumn,
  isTableRow,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import { isMap, numberOf, textOf, textsOf, withoutQuotationMarks } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { BLANK, redactText } from '../../core/redaction.ts'
import { proseColumn, quoteFromProse } from './find-text.ts'

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
  columns: ['mapping', 'column mapping'],
}

/** A verbatim out of the prose of a file or out of a table's row. A row in which nobody said anything is blank, not wrong. */
export function readQuote(draft: Draft): Reading {
  const mapped = withMapping(draft)
  const named = nameFields(mapped.fields, QUOTE_ALIASES)
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
    notes: [...consentNotes(draft, named), ...mapped.notes, ...spoken.notes, ...highlight.notes],
    ...(isTableRow(draft) && spoken.text === undefined ? { blank: true } : {}),
  }
}

/** `columns: {text: "What hinders you?"}` in the file beside a table says which column is which. */
function withMapping(draft: Draft): { fields: Readonly<Record<string, unknown>>; notes: Note[] } {
  const { columns, ...cells } = draft.fields
  if (!isMap(columns)) return { fields: cells, notes: [] }
  const headers = new Map(
    [...(draft.headers ?? []), ...Object.keys(cells)].map((name) => [fieldKey(name), name]),
  )
  const pairs = Object.entries(columns).map(
    ([ours, theirs]) => [ours, headers.get(fieldKey(textOf(theirs) ?? ''))] as const,
  )
  const taken = new Set(pairs.map(([, header]) => header))
  const others = Object.entries(cells).filter(([name]) => !taken.has(name))
  const mapped = pairs.flatMap(([ours, header]) =>
    header === undefined ? [] : [[ours, cells[header]] as const],
  )
  // An empty cell has no header among the fields: only a table that told all of its headers can lack one.
  const lacking = draft.headers === undefined ? [] : pairs.filter(([, header]) => header === undefined)
  return {
    fields: Object.fromEntries([...others, ...mapped]),
    notes: lacking.map(([ours]) => ({
      field: 'columns',
      severity: 'warning',
      message: `The table has no column “${textOf(columns[ours]) ?? ''}” for ${ours}.`,
      hint: 'Write the heading exactly as it stands in the first row of the table.',
    })),
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
  if (written !== undefined) return { text: withoutQuotationMarks(written), notes: [] }
  if (!isTableRow(draft)) return quoteFromProse(draft)
  // An empty answer is no reason to quote another column.
  if (saysWhichColumn(draft)) return { notes: [] }
  const column = proseColumn(named.rest)
  if (column === undefined) return { notes: [] }
  return {
    text: withoutQuotationMarks(redactText(column.text)),
    notes: [
      {
        field: column.name,
        severity: 'note',
        message: `We took the column “${column.name}” as what was said, because it holds the longest text of a row.`,
        hint: 'Write columns: with text: and the heading of the right column in the YAML file beside the table.',
      },
    ],
  }
}

function saysWhichColumn({ fields, headers }: Draft): boolean {
  const { columns } = fields
  return (isMap(columns) && 'text' in columns) || hasColumn(headers ?? [], QUOTE_ALIASES, 'text')
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
        message: `The words to be marked, “${wanted}”, are not in the quote.`,
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
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
