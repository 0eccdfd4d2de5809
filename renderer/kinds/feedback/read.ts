import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  isTableRow,
  nameFields,
} from '../../core/draft-fields.ts'
import { isMap, textOf, textsOf, withoutQuotationMarks } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { redactText } from '../../core/redaction.ts'
import { readDate } from '../../core/written-date.ts'
import { readNumber } from '../../core/written-number.ts'
import { type Answer, readDistribution } from './distribution.ts'

export const FEEDBACK_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  n: ['sample size', 'participants', 'respondents', 'people', 'base', 'responses', 'sample', 'answered by'],
  question: ['question text', 'we asked', 'asked', 'item', 'q'],
  scale: ['answer scale', 'response scale', 'options', 'possible answers'],
  period: ['fieldwork', 'survey period', 'wave', 'month', 'quarter', 'year', 'as of'],
  result: ['score', 'mean', 'average', 'value', 'nps', 'csat', 'ces', 'finding', 'top answer', 'headline'],
  distribution: ['answers', 'breakdown', 'spread', 'by answer', 'counts', 'shares', 'results'],
  response_rate: ['rate of response', 'participation', 'returned'],
}

/** A survey result out of a file's fields, a table's row, or a table of answers with a file beside it. */
export function readFeedback(draft: Draft): Reading {
  const named = nameFields(draft.fields, FEEDBACK_ALIASES)
  const { values } = named
  const scale = scaleOf(values['scale'])
  const spread = readDistribution(
    draft,
    values['distribution'],
    named.rest,
    scale?.options ?? [],
    readNumber(values['n']),
  )
  const result = resultOf(values['result'], spread.answers, scale?.words)
  const question = textOf(values['question']) ?? textOf(values['title']) ?? headingOf(draft)
  const fields = present({
    ...(isTableRow(draft) ? {} : named.rest),
    ...envelopeFields(named),
    question: question === undefined ? undefined : withoutQuotationMarks(question),
    scale:
      scale === undefined ? scaleFromAnswers(spread.answers) : present({ words: scale.words, ...scale.ends }),
    period: periodOf(values['period'] ?? values['captured']),
    ...result,
    distribution: spread.answers,
    response_rate: readNumber(values['response_rate']) ?? values['response_rate'],
  })
  const isRow = isTableRow(draft) && draft.table === undefined
  return {
    fields,
    media: {},
    notes: [...consentNotes(draft, named), ...spread.notes],
    ...(isRow && question === undefined && values['result'] === undefined ? { blank: true } : {}),
  }
}

function headingOf({ sections }: Draft): string | undefined {
  const heading = sections.find((section) => section.heading !== '')?.heading
  return heading === undefined ? undefined : redactText(heading)
}

function periodOf(value: unknown): string | undefined {
  return readDate(value) ?? textOf(value)
}

interface Scale {
  readonly words: string
  readonly ends: { readonly low?: number; readonly high?: number }
  /** What may be answered, one by one, where that is known. */
  readonly options: readonly string[]
}

const RANGE = /(-?\d+)\s*(?:-|–|to|\.{2,3}|bis)\s*(-?\d+)/i
const MOST_OPTIONS = 12

/** `1-5`, `[1, 5]`, `{min: 0, max: 10}`, `Yes / No`, `[Yes, No, Do not know]`. */
function scaleOf(value: unknown): Scale | undefined {
  const ends = isMap(value) ? [value['min'] ?? value['low'], value['max'] ?? value['high']] : value
  if (Array.isArray(ends) && ends.length === 2) {
    const [low, high] = ends.map(readNumber)
    if (low !== undefined && high !== undefined) return range(`${low} to ${high}`, low, high)
  }
  const words = Array.isArray(value) ? textsOf(value).join(' / ') : textOf(value)
  if (words === undefined) return undefined
  const match = RANGE.exec(words.replace(/−/g, '-'))
  if (match) return range(words, Number(match[1]), Number(match[2]))
  const options = Array.isArray(value) ? textsOf(value) : words.split(/\s*[/|;,]\s*/)
  return { words, ends: {}, options }
}

function range(words: string, low: number, high: number): Scale {
  const count = Math.abs(high - low) + 1
  const options =
    count > MOST_OPTIONS ? [] : Array.from({ length: count }, (_, index) => `${Math.min(low, high) + index}`)
  return { words, ends: { low, high }, options }
}

function scaleFromAnswers(answers: readonly Answer[]): { words: string } | undefined {
  return answers.length === 0 ? undefined : { words: answers.map(({ answer }) => answer).join(' / ') }
}

const FIGURE_ALONE = /^[-+−–]?\s*\d[\d.,\s]*(%|per ?cent)?$/i

/** A figure, per cent where it says so; else the words. Without a result the answer that most people gave is it. */
function resultOf(
  value: unknown,
  answers: readonly Answer[],
  scale: string | undefined,
): Record<string, unknown> {
  const text = textOf(value)
  if (text === undefined) {
    const most = answers.toSorted((a, b) => b.share - a.share)[0]
    return most === undefined ? {} : { result: most.answer }
  }
  const alone = FIGURE_ALONE.exec(text)
  const figure = alone ? readNumber(value) : undefined
  if (figure === undefined) return { result: withoutQuotationMarks(text) }
  const share = alone?.[1] !== undefined || /^(?:%|per ?cent|share)/i.test(scale ?? '')
  return { result: text, figure, share: share && figure >= 0 && figure <= 100 }
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
