import type { Draft, TableRow } from '../../core/draft.ts'
import { fieldKey, hasColumn, meantField, type Note } from '../../core/draft-fields.ts'
import { textOf } from '../../core/draft-values.ts'
import { plainText } from '../../core/plain-text.ts'
import { readDate } from '../../core/written-date.ts'
import { readNumber } from '../../core/written-number.ts'
import { type Codes, codesIn } from './codes.ts'
import { isAnswerTable } from './distribution.ts'
import { inScaleOrder } from './ladders.ts'
import { FEEDBACK_ALIASES } from './read.ts'

/** A survey as its tool exported it, a row for each person: every closed question becomes a result, counted and no more. */

/** A slide holds so many answers. */
const MOST_ANSWERS = 12
/** An answer that was picked is short; what is longer was written. */
const LONGEST_ANSWER = 90
const FEWEST_PEOPLE = 3
/** Points of a scale are answers to choose from, however few people have answered yet. */
const ON_A_SCALE = /^(?:10|\d)$/
/** Words of a header that asks something though it has no question mark. */
const QUESTION_WORDS = 5
const RATING =
  /satisf|recommend|likel(?:y|ihood)|\b(?:nps|csat|ces|rating|score|stars|ease|effort|agree|quality|zufrieden|empfehl)/i
/** About the answer or whoever gave it, and no opinion of hers. */
const ABOUT_THE_PERSON =
  /^(?:gender|sex|age|age group|birth.*|education.*|(?:household )?income.*|ethnicity|race|marital.*|location.*|region|country|city|state|occupation|language|geschlecht|alter|status|finished|progress|response type|collector.*|distribution ?channel|user ?language|channel|device|browser|tags?|.*\bid)$|height|how old are you|what is your (?:age|gender|sex|income)/i

/** True for a table in which no column is a question, its result or how many answered: then the columns are the questions. */
export function isRawTable(headers: readonly string[]): boolean {
  const has = (field: string): boolean => hasColumn(headers, FEEDBACK_ALIASES, field)
  return !has('question') && !has('title') && !has('n') && !isAnswerTable(headers)
}

interface Question {
  readonly header: string
  readonly counts: readonly (readonly [string, number])[]
  readonly n: number
}

/** A draft for each closed question. The draft itself where the table holds answers and their counts. */
export function divideAnswers(draft: Draft): readonly Draft[] {
  const { table, headers = [], ...rest } = draft
  if (!table || !isRawTable(headers)) return [draft]
  const asked = headers.filter((header) => !isAboutTheRow(header))
  const closed = asked.flatMap((header) => closedQuestion(header, table) ?? [])
  const questions = closed.filter(({ header }) => isQuestion(header))
  if (questions.length === 0) {
    const codes = codesIn(headers, table)
    return [{ ...rest, told: [codes ? coded(codes) : nothingAsked(table, closed)] }]
  }
  const period = draft.fields['period'] ?? draft.fields['captured'] ?? periodOf(headers, table)
  if (period === undefined) return [{ ...rest, told: [undated(draft, table, questions)] }]
  const told = toldOf(table, questions, asked)
  return questions.map(({ header, counts, n }, index) => ({
    ...rest,
    fields: {
      ...draft.fields,
      id: idOf(header),
      question: plainText(header).replace(/\s+/g, ' '),
      period,
      n,
      distribution: counts.map(([answer, count]) => ({ answer, count })),
    },
    ...(index === 0 ? { told } : {}),
  }))
}

/** The header is what stays when the next answers are exported. */
function idOf(header: string): string {
  return header.replace(/\s+/g, ' ').trim().slice(0, 100)
}

function isAboutTheRow(header: string): boolean {
  const meant = meantField(header, FEEDBACK_ALIASES)
  if (meant !== undefined && !['result', 'scale', 'distribution'].includes(meant)) return true
  return fieldKey(header) === ''
}

function isQuestion(header: string): boolean {
  if (ABOUT_THE_PERSON.test(header.trim())) return false
  return /[?？]/.test(header) || RATING.test(header) || header.trim().split(/\s+/).length >= QUESTION_WORDS
}

/** Undefined where people wrote what they liked, or hardly anybody answered. */
function closedQuestion(header: string, rows: readonly TableRow[]): Question | undefined {
  const counts = new Map<string, number>()
  let n = 0
  for (const { cells } of rows) {
    const answer = textOf(cells[header])?.replace(/\s+/g, ' ')
    if (answer === undefined) continue
    if (answer.length > LONGEST_ANSWER || counts.size > MOST_ANSWERS) return undefined
    counts.set(answer, (counts.get(answer) ?? 0) + 1)
    n += 1
  }
  const comesBack = counts.size * 2 <= n || [...counts.keys()].every((answer) => ON_A_SCALE.test(answer))
  const isClosed = counts.size >= 2 && counts.size <= MOST_ANSWERS && comesBack
  return isClosed && n >= FEWEST_PEOPLE ? { header, counts: inScaleOrder([...counts]), n } : undefined
}

/** From the first to the last month in which somebody answered. */
function periodOf(headers: readonly string[], rows: readonly TableRow[]): string | undefined {
  const dated = headers.filter((header) => {
    const meant = meantField(header, FEEDBACK_ALIASES)
    return (
      meant === 'captured' ||
      meant === 'period' ||
      /^(?:timestamp|(?:start|end|submit|recorded) ?date.*|date.*)$/i.test(header)
    )
  })
  const months = rows
    .flatMap(({ cells }) => dated.slice(0, 1).flatMap((header) => readDate(cells[header])?.slice(0, 7) ?? []))
    .toSorted()
  const [first, last] = [months[0], months.at(-1)]
  return first === undefined || first === last ? first : `${first} to ${last}`
}

function toldOf(rows: readonly TableRow[], questions: readonly Question[], asked: readonly string[]): Note[] {
  const taken = new Set(questions.map(({ header }) => header))
  const left = asked.filter((header) => !taken.has(header)).map((header) => `“${short(header)}”`)
  const without =
    left.length === 0
      ? ''
      : ` Left out, as no closed questions: ${left.slice(0, 6).join(', ')}${left.length > 6 ? ` and ${left.length - 6} more` : ''}.`
  const message = `This table holds the answers of ${rows.length} people: the ${count(questions, 'question')} with a few answers to choose from ${questions.length === 1 ? 'is' : 'are'} counted.${without}`
  const hint =
    'A column counts where its header asks something, such as “How satisfied are you?”. What people wrote belongs into quotes/.'
  return [{ line: 1, severity: 'note', message, hint }]
}

function undated({ path }: Draft, rows: readonly TableRow[], questions: readonly Question[]): Note {
  return {
    line: 1,
    field: 'period',
    severity: 'error',
    message: `This table holds the answers of ${rows.length} people to ${count(questions, 'closed question')}; when they were asked stands nowhere.`,
    hint: `Write the month or the year in which they were asked into ${path.replace(/\.[^./]*$/, '')}.yaml, such as period: 2026-02`,
  }
}

function coded({ header, of, counts }: Codes): Note {
  const most = counts.slice(0, 3).map(([code, rows]) => `${code} (${rows})`)
  return {
    line: 1,
    severity: 'error',
    message: `“${short(header)}” holds codes that somebody gave to what people wrote, several to an answer; of ${of} the most frequent are ${most.join(', ')}. They are no result of a question.`,
    hint: 'Put the answers themselves into quotes/, with the codes in a column “theme”; or write how many had a code as a metric.',
  }
}

function nothingAsked(rows: readonly TableRow[], closed: readonly Question[]): Note {
  const figures =
    rows.length > 0 && Object.values(rows[0]?.cells ?? {}).some((cell) => readNumber(cell) !== undefined)
  const few = closed.slice(0, 4).map(({ header }) => `“${short(header)}”`)
  const seen = few.length === 0 ? '' : ` ${few.join(', ')} hold a few answers each, but do not ask anything.`
  return {
    line: 1,
    severity: 'error',
    message: `No column of this table is a question with a few answers, nor the result of one.${seen}`,
    hint: `Give a column the question as its header, such as “How satisfied are you?”, or write columns: {question: …, result: …, n: …} into the YAML file beside it. What people wrote belongs into quotes/${figures ? ', figures into metrics/' : ''}.`,
  }
}

function count(list: readonly unknown[], word: string): string {
  return list.length === 1 ? `one ${word}` : `${list.length} ${word}s`
}

function short(header: string): string {
  return header.length > 50 ? `${header.slice(0, 49).trimEnd()}…` : header
}
