import type { Draft } from '../../core/draft.ts'
import { type Aliases, fieldKey, hasColumn, meantField, type Note, nameMap } from '../../core/draft-fields.ts'
import { isMap, textOf, textsOf } from '../../core/draft-values.ts'
import { readNumber } from '../../core/written-number.ts'

/** How the answers to a question are spread, in the forms that people keep them in. */

export interface Answer {
  readonly answer: string
  /** Per cent of those who answered. */
  readonly share: number
}

interface Counted {
  readonly answer: string
  /** Per cent, people or a part of one: their sum tells which. */
  readonly amount: number
}

const ANSWER_ALIASES: Aliases = {
  answer: ['option', 'response', 'choice', 'label', 'rating', 'stars', 'category'],
  amount: [
    'share',
    'percent',
    'per cent',
    'percentage',
    '%',
    'count',
    'n',
    'number',
    'votes',
    'responses',
    'respondents',
    'people',
    'frequency',
  ],
}
const A_QUESTION_EACH: Aliases = { question: ['question text', 'item', 'title', 'asked'] }

/** True for a table of answers and how many gave them: its rows are one question's result. */
export function isAnswerTable(headers: readonly string[]): boolean {
  const meant = headers.map((header) => meantField(header, ANSWER_ALIASES))
  return (
    meant.includes('answer') && meant.includes('amount') && !hasColumn(headers, A_QUESTION_EACH, 'question')
  )
}

export interface DistributionReading {
  readonly answers: readonly Answer[]
  readonly notes: readonly Omit<Note, 'path'>[]
}

/** `written` is the field, `columns` the other cells of a row, where a table has one column an answer. */
export function readDistribution(
  draft: Draft,
  written: unknown,
  columns: Readonly<Record<string, unknown>>,
  options: readonly string[],
  n: number | undefined,
): DistributionReading {
  const rows = draft.table?.map(({ cells }) => cells)
  const entries = rows ?? (written === undefined ? columnsOf(columns, options) : entriesOf(written))
  const counted = entries.flatMap((entry) => countedOf(entry) ?? [])
  if (counted.length < 2) return { answers: [], notes: entries.length > counted.length ? [UNREADABLE] : [] }
  const total = counted.reduce((sum, { amount }) => sum + amount, 0)
  if (counted.some(({ amount }) => amount < 0) || total <= 0) return { answers: [], notes: [UNREADABLE] }
  const perCent = isPerCent(entries, total, n)
  // Shares that add up to more than a hundred are of people who could give several answers: they cannot be grouped.
  if (perCent && total > 102) return { answers: [], notes: [several(total)] }
  // Rounded shares are made to add up; shares of which some are not told stay as they are.
  const whole = perCent && total < 98 ? 100 : total
  const answers = counted.map(({ answer, amount }) => ({ answer, share: (amount / whole) * 100 }))
  return { answers, notes: entries.length > counted.length ? [UNREADABLE] : [] }
}

const UNREADABLE: Note = {
  field: 'distribution',
  severity: 'warning',
  message: 'Not every answer has a number that we can read, so some or all of them are left out.',
  hint: 'Write one answer a line with its share or its count: Yes: 61 %.',
}

function several(total: number): Note {
  return {
    field: 'distribution',
    severity: 'warning',
    message: `The shares add up to ${Math.round(total)} %, so people could give several answers, and they are left out.`,
    hint: 'Write one result an answer, each as a question of its own.',
  }
}

/** Where it is not written, the sum tells: as many as were asked are people, a hundred or less are per cent. */
function isPerCent(entries: readonly unknown[], total: number, n: number | undefined): boolean {
  if (entries.some((entry) => JSON.stringify(entry)?.includes('%'))) return true
  const arePeople = n !== undefined && Math.abs(total - n) <= n * 0.02
  // About one in all are parts of one.
  return !arePeople && total > 1.02 && total <= 102 && n !== undefined && total < n
}

/** `{Yes: 61}`, `[{answer, share}]`, `[{Yes: 61}]`, `[[Yes, 61]]` and `Yes: 61 %; No: 39 %` are one distribution. */
function entriesOf(written: unknown): readonly unknown[] {
  if (Array.isArray(written)) {
    return written.map((entry: unknown) => (typeof entry === 'string' ? pairIn(entry) : entry))
  }
  if (isMap(written)) return Object.entries(written)
  return textsOf(written).map(pairIn)
}

function pairIn(text: string): unknown {
  return /^(.+?)\s*[:=]\s*(\S.*)$/.exec(text)?.slice(1) ?? text
}

function columnsOf(
  columns: Readonly<Record<string, unknown>>,
  options: readonly string[],
): readonly unknown[] {
  const wanted = options.map(fieldKey)
  return Object.entries(columns)
    .filter(([header]) => wanted.includes(fieldKey(header.replace(/[(%)]/g, ''))))
    .toSorted(([a], [b]) => wanted.indexOf(fieldKey(a)) - wanted.indexOf(fieldKey(b)))
}

function countedOf(entry: unknown): Counted | undefined {
  const [answer, amount] = pairOf(entry)
  const text = textOf(answer)?.replace(/\s*\(%\)$|\s*%$/, '')
  const number = readNumber(amount)
  return text === undefined || number === undefined ? undefined : { answer: text, amount: number }
}

function pairOf(entry: unknown): readonly unknown[] {
  if (Array.isArray(entry)) return entry
  const named = nameMap(entry, ANSWER_ALIASES)
  if ('answer' in named) return [named['answer'], named['amount']]
  return isMap(entry) ? (Object.entries(entry)[0] ?? []) : []
}
