/** Where a table's header is and where it ends: most have one row of it, two of the large survey tools write two or three. */

/** The header of a table, one name a column. */
export interface TableHead {
  /** A header that comes twice has ` (2)` after it; one that is empty is called by its place. */
  readonly headers: readonly string[]
  /** What another row of the header calls the column, such as `Q4`; undefined where there is no other row. */
  readonly codes: readonly (string | undefined)[]
  /** Records that the header takes up: 1 to 3. */
  readonly depth: number
  /** Records before it, which are about the table: its name, who exported it and when. */
  readonly start: number
}

type Records = readonly (readonly string[])[]

/** Reads the header off the first records; there has to be one at least. */
export function headOf(records: Records): TableHead {
  const start = headStart(records)
  const [first = [], second, third] = records.slice(start)
  const made = qualtrics(first, second, third) ?? surveyMonkey(first, second) ?? { names: first, depth: 1 }
  const headers = withoutDoubles(withoutTail(made.names, records.slice(start)))
  const codes = headers.map((_, place) => ('codes' in made ? made.codes[place] : undefined))
  return { headers, codes, depth: made.depth, start }
}

/** Lines about a table before its header. */
const MOST_BEFORE = 20
/** Cells that such a line fills: `Export date;2026-03-04`. */
const MOST_CELLS_BEFORE = 2

/** Records before the header: each fills hardly any of the columns that the rows below it fill. */
export function headStart(records: Records): number {
  const filled = records.map((record) => record.filter((cell) => cell.trim() !== '').length)
  const width = mostCommon(records.map((record) => record.length))
  const usual = filled.toSorted((a, b) => a - b)[filled.length >> 1] ?? 0
  let start = 0
  while (start < Math.min(MOST_BEFORE, records.length - 1)) {
    const cells = filled[start] ?? 0
    const isShort = cells <= MOST_CELLS_BEFORE && cells * 2 <= usual && usual > 2
    // Of a table of two columns only a line without any delimiter is surely none of its own.
    if (!isShort && !(records[start]?.length === 1 && width > 1)) return start
    start += 1
  }
  return start < records.length - 1 ? start : 0
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1)
  return [...counts].toSorted(([a, times], [b, others]) => others - times || b - a)[0]?.[0] ?? 0
}

/** Spreadsheets write delimiters for columns that are not used: those have neither a name nor a cell. */
function withoutTail(names: readonly string[], records: Records): readonly string[] {
  let width = names.length
  while (width > 1 && records.every((record) => (record[width - 1] ?? '').trim() === '')) width -= 1
  return names.slice(0, width)
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
  const seen = new Set<string>()
  return names.map((cell, place) => {
    const name = cell.trim() || `column ${place + 1}`
    let own = name
    for (let times = 2; seen.has(own); times += 1) own = `${name} (${times})`
    seen.add(own)
    return own
  })
}

function oneLine(text = ''): string {
  return text.replace(/\s+/g, ' ').trim()
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z]+/g, '')
}
