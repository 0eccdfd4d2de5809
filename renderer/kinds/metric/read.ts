import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  fieldKey,
  isTableRow,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
  nameMap,
} from '../../core/draft-fields.ts'
import { booleanOf, isMap, sentenceCase, stemOf, textOf } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { redactText } from '../../core/redaction.ts'
import { periodOf, readSeries, type SeriesPoint } from './series.ts'

export const METRIC_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  phrase: [
    'statement',
    'sentence',
    'noun phrase',
    'what it counts',
    'metric',
    'kpi',
    'indicator',
    'measure',
    'name',
    'label',
    'description',
    'kennzahl',
    'indicateur',
    'indicador',
  ],
  value: [
    'current',
    'current value',
    'actual',
    'result',
    'score',
    'latest',
    'ist',
    'ist-wert',
    'wert',
    'valeur',
    'valor',
  ],
  unit: ['units', 'uom', 'unit of measure', 'measured in', 'einheit', 'unité', 'unidad'],
  target: [
    'target value',
    'goal',
    'promise',
    'promised',
    'we promised',
    'aim',
    'soll',
    'soll-wert',
    'ziel',
    'zielwert',
    'objectif',
    'objetivo',
  ],
  period: ['reporting period', 'month', 'quarter', 'year', 'week', 'as of', 'measured'],
  direction: [
    'better',
    'good is',
    'desired direction',
    'polarity',
    'higher is better',
    'more is better',
    'lower is better',
    'less is better',
  ],
  series: ['trend', 'trend series', 'history', 'values', 'time series'],
  owner: ['responsible', 'metric owner', 'kpi owner', 'accountable'],
  money: ['money per point', 'worth', 'value of a point', 'financial impact', 'in money'],
  money_assumption: ['assumption of the money', 'assumption', 'money basis'],
  money_estimated: ['estimated', 'estimate'],
  verdict: ['customer verdict', 'customer-centric or customer-toxic', 'centric or toxic', 'reviewed'],
}

const MONEY_ALIASES: Aliases = {
  text: ['sentence', 'statement', 'says'],
  per_point: ['amount', 'sum', 'value', 'a point', 'each'],
  currency: ['unit'],
  per: ['a', 'every', 'period'],
  assumption: ['assumptions', 'basis', 'because', 'how we know'],
  estimated: ['estimate', 'is estimate'],
}

/** A metric out of a file's fields, a table's row, or a series in a table with a file beside it. */
export function readMetric(draft: Draft): Reading {
  const named = nameFields(draft.fields, METRIC_ALIASES)
  const series = readSeries(draft, named)
  const last = series.points.at(-1)
  const phrase = readPhrase(draft, named)
  const money = readMoney(draft, named)
  const fields = present({
    ...(isTableRow(draft) ? {} : named.rest),
    ...envelopeFields(named),
    phrase: phrase.text,
    value: named.values['value'] ?? last?.value,
    unit: unitOf(named.values['unit']),
    target: named.values['target'],
    period: readPeriod(named, last),
    direction: directionOf(named),
    series: series.points,
    owner: textOf(named.values['owner']),
    money: money.fields,
    verdict: verdictOf(named.values['verdict']),
  })
  return {
    fields,
    media: {},
    notes: [...consentNotes(draft, named), ...phrase.notes, ...series.notes, ...money.notes],
    ...(isNoMetric(draft, named) ? { blank: true } : {}),
  }
}

/** A row with neither a value nor a target is an observation about somebody, not a figure: such a table has none. */
function isNoMetric(draft: Draft, { values }: NamedFields): boolean {
  return isTableRow(draft) && draft.table === undefined && !('value' in values) && !('target' in values)
}

/** The phrase as written, else the title, the page's heading, or the file's name. */
function readPhrase(draft: Draft, { values }: NamedFields): { text: string | undefined; notes: Note[] } {
  const written = textOf(values['phrase'])
  if (written !== undefined) return { text: written, notes: [] }
  const heading = draft.sections.find((section) => section.heading !== '')?.heading
  const title = textOf(values['title']) ?? (heading === undefined ? undefined : redactText(heading))
  if (title !== undefined || isTableRow(draft)) return { text: title, notes: [] }
  const text = sentenceCase(stemOf(draft.path).replace(/[-_]+/g, ' '))
  return {
    text,
    notes: [
      {
        field: 'phrase',
        severity: 'note',
        message: `We took “${text}”, from the name of the file, as what the figure counts.`,
        hint: 'Write phrase: with the rest of the sentence, such as “people who booked a ramp found someone there”.',
      },
    ],
  }
}

function readPeriod({ values }: NamedFields, last: SeriesPoint | undefined): string | undefined {
  return periodOf(values['period']) ?? last?.period ?? periodOf(values['captured'])
}

const SHARE = /^(?:%|percent|per cent|pct|(?:people |customers )?(?:of|in|out of|per) (?:100|a hundred))$/i

/** Every way to write a share is `%`. */
function unitOf(value: unknown): string | undefined {
  const text = textOf(value)
  return text !== undefined && SHARE.test(text) ? '%' : text
}

const UP = new Set([
  'up',
  'higher',
  'high',
  'more',
  'increase',
  'increasing',
  'rising',
  'maximize',
  'maximise',
  '+',
  '↑',
])
const DOWN = new Set([
  'down',
  'lower',
  'low',
  'less',
  'fewer',
  'decrease',
  'decreasing',
  'falling',
  'minimize',
  'minimise',
  '-',
  '−',
  '↓',
])

/** `up`, `higher is better`, `more`, or `lower is better: yes`. What it cannot tell it gives back for the schema to refuse. */
function directionOf({ values, writtenAs }: NamedFields): unknown {
  const value = values['direction']
  const text = textOf(value)
  if (text === undefined) return undefined
  const word = text.toLowerCase().replace(/\s+(?:is|are)\s+(?:better|good)\.?$/, '')
  if (UP.has(word)) return 'up'
  if (DOWN.has(word)) return 'down'
  const asked = fieldKey(writtenAs['direction'] ?? '')
  const answer = booleanOf(value)
  if (answer === undefined || !asked.endsWith('isbetter')) return text
  return answer === /^(?:higher|more)/.test(asked) ? 'up' : 'down'
}

function verdictOf(value: unknown): unknown {
  const text = textOf(value)?.toLowerCase()
  if (text === undefined) return undefined
  if (/^(?:no|none|false|not|un|open|pending|\?)/.test(text)) return 'not reviewed'
  if (/\btoxic\b/.test(text)) return 'customer-toxic'
  return /\bcentric\b/.test(text) ? 'customer-centric' : text
}

function readMoney(
  draft: Draft,
  named: NamedFields,
): { fields: Record<string, unknown> | undefined; notes: Note[] } {
  const { values } = named
  const written = values['money']
  if (written === undefined) return { fields: undefined, notes: [] }
  const map = nameMap(written, MONEY_ALIASES)
  const number = typeof written === 'number'
  const assumption = textOf(map['assumption'] ?? values['money_assumption'])
  const estimated = map['estimated'] ?? values['money_estimated']
  const fields = present({
    text: isMap(written) ? textOf(map['text']) : number ? undefined : textOf(written),
    per_point: number ? written : map['per_point'],
    currency: textOf(map['currency']),
    per: textOf(map['per']),
    assumption,
    estimated: booleanOf(estimated) ?? estimated,
  })
  const asserted = booleanOf(estimated) === false
  return { fields, notes: assumption !== undefined || asserted ? [] : [withoutAssumption(draft, named)] }
}

function withoutAssumption(draft: Draft, named: NamedFields): Note {
  return {
    ...lineOf(draft, named, 'money'),
    field: 'money',
    severity: 'warning',
    message: 'The money does not say what was assumed, so nobody can check it.',
    hint: 'Write money_assumption: with how it was worked out, or money_estimated: no if it was measured.',
  }
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
