/** Where a table's header ends: most have one row of it, two of the large survey tools write two or three. */

/** The header of a table, one name a column. */
export interface TableHead {
  /** A header that comes twice has ` (2)` after it; one that is empty is called by its place. */
  readonly headers: readonly string[]
  /** What another row of the header calls the column, such as `Q4`; undefined where there is no other row. */
  readonly codes: readonly (string | undefined)[]
  /** Records that the header takes up: 1 to 3. */
  readonly depth: number
}

type Records = readonly (readonly string[])[]

/** Reads the header off the first records; there has to be one at least. */
export function headOf(records: Records): TableHead {
  const [first = [], second, third] = records
  const made = qualtrics(first, second, third) ?? surveyMonkey(first, second) ?? { names: first, depth: 1 }
  const headers = withoutDoubles(made.names)
  const codes = headers.map((_, place) => ('codes' in made ? made.codes[place] : undefined))
  return { headers, codes, depth: made.depth }
}

interface Made {
  readonly names: readonly string[]
  readonly codes?: readonly (string | undefined)[]
  readonly depth: number
}

const IMPORT_ID = /^\s*\{\s*"ImportId"\s*:/

/** Qualtrics: code, question, import id. What describes the response keeps its code, a question its words. */
function qualtrics(
  first: readonly string[],
  questions: readonly string[] | undefined,
  imports: readonly string[] | undefined,
): Made | undefined {
  if (!questions || !imports) return undefined
  const told = imports.filter((cell) => cell.trim() !== '')
  if (told.length === 0 || !told.every((cell) => IMPORT_ID.test(cell))) return undefined
  const isQuestion = first.map((_, place) => /"QID/.test(imports[place] ?? ''))
  const names = first.map((code, place) => (isQuestion[place] && oneLine(questions[place])) || code)
  return { names, codes: first, depth: 3 }
}

const OPEN_ANSWER = /^(?:open-ended response|response)$/i

/** SurveyMonkey: question, then what each of its columns holds; a question is written over the first of them only. */
function surveyMonkey(first: readonly string[], parts: readonly string[] | undefined): Made | undefined {
  const keys = first.map(plain)
  const id = keys.indexOf('respondentid')
  if (!parts || id === -1 || !keys.includes('collectorid') || parts[id]?.trim() !== '') return undefined
  const width = Math.max(first.length, parts.length)
  let question = ''
  const names = Array.from({ length: width }, (_, place) => {
    question = oneLine(first[place]) || question
    const part = oneLine(parts[place])
    return part === '' || OPEN_ANSWER.test(part) ? question : `${question}: ${part}`
  })
  return { names, depth: 2 }
}

function withoutDoubles(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((cell, place) => {
    const name = cell.trim() || `column ${place + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim()
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '')
}
