import type { DateOrder } from '../../renderer/core/date-order.ts'
import { fieldKey, meantField } from '../../renderer/core/draft-fields.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import { type ColumnValues, columnValues } from './column-values.ts'
import { idHeader } from './item-id.ts'
import { definitionOf, knownFields } from './items.ts'
import { isPersonalColumn } from './personal-columns.ts'
import type { Columns, TableStart } from './readers/table.ts'
import { type DatedColumn, datedColumns } from './table-dates.ts'
import { exportOf, type TableExport, trialsOf } from './table-exports.ts'
import type { Mapping } from './table-mapping.ts'

/** Which column of a table is which: decided once for the table, so that no row is read in another way than the next. */

export interface TableQuestion {
  readonly kind: Kind
  readonly headers: readonly string[]
  readonly start: TableStart
  readonly mapping: Mapping
  /** Fields that the file beside the table gives to every row. */
  readonly given: readonly string[]
  /** Key of the header that was taken as the prose of such a table before, so that more rows do not change the choice. */
  readonly before: string | undefined
  /** The order of the numbers in its dates, where somebody said it. */
  readonly dates?: DateOrder | undefined
}

export interface TableColumns {
  /** Name under which each column is read; undefined where it is not. */
  readonly names: readonly (string | undefined)[]
  /** Name of the cell that tells one row from another. */
  readonly id: string | undefined
  /** Headers that tell who a person is; their cells are never read. */
  readonly personal: readonly string[]
  /** Headers that the author named and the table has not, with their fields. */
  readonly lacking: readonly { readonly field: string; readonly header: string }[]
  readonly prose: Prose
  /** Columns of dates that can only be read together. */
  readonly dates: readonly DatedColumn[]
  readonly trials: Columns['trials']
}

/** Where a customer's own words stand, for kinds that are made of them. */
export type Prose =
  /** The kind needs none, or a header says so. */
  | { readonly by: 'none' | 'name' }
  /** By the cells: `others` hold prose too, the one with the most of it first. */
  | { readonly by: 'values'; readonly header: string; readonly others: readonly string[] }
  /** No column is prose, or the one that was named is not there; `sorts` is what was seen instead. */
  | {
      readonly by: 'nobody'
      readonly rows: number
      readonly sorts: readonly (readonly [string, ColumnValues])[]
    }

interface Column {
  readonly place: number
  readonly header: string
  readonly key: string
  /** Our field that it means, by the author, the export or its header. */
  readonly field: string | undefined
  /** What its cells are called where they are read for that. */
  readonly as: string
  /** `no`: personal, or about the answer and no part of it. */
  readonly use: 'mapped' | 'meant' | 'open' | 'no'
  readonly personal: boolean
  /** True where it is a question that asks for the field, and no name of it. */
  readonly asked: boolean
  /** What its cells hold, in the sample; looked at when somebody asks. */
  readonly values: () => ColumnValues
}

/** Undefined where the rows at hand say too little and more of them may come. */
export function tableColumns(asked: TableQuestion): TableColumns | undefined {
  const keys = asked.headers.map((_, place) => keysAt(asked, place))
  const tool = exportOf(keys.flat())
  const columns = keys.map((own, place) => columnAt(asked, tool, own, place))
  const chosen = proseOf(asked, columns)
  if (chosen.prose.by === 'nobody' && !asked.start.last) return undefined
  const names = columns.map((each) =>
    each !== chosen.column && isAskedBefore(each, columns) ? undefined : nameOf(asked, each, chosen.column),
  )
  const dated = dateColumn(asked, columns, names, chosen.column)
  if (dated) names[dated.place] = CAPTURED
  const { kind, headers, start } = asked
  const dates = datedColumns({ kind, headers, names, rows: start.rows, order: asked.dates })
  if (dates.some((each) => each.dates.read === 'open') && !start.last) return undefined
  const found = new Set(keys.flat())
  return {
    names,
    id: nameId(columns, names, tool),
    personal: columns.filter(({ personal }) => personal).map(({ header }) => header),
    lacking: [...asked.mapping].filter(([key]) => !found.has(key)).map(([, named]) => named),
    prose: chosen.prose,
    dates,
    trials: trialsOf(keys, tool),
  }
}

/** Two questions for one thing: a row that leaves the first unanswered must not be read in another way than the next. */
function isAskedBefore({ asked, field, place }: Column, columns: readonly Column[]): boolean {
  const others = columns.filter((other) => other.field === field && other.use !== 'no')
  return asked && others.some((other) => !other.asked || other.place < place)
}

/** Names by which the author or a tool may call the column, the header first. */
function keysAt({ headers, start }: TableQuestion, place: number): string[] {
  const code = fieldKey(start.codes[place] ?? '')
  return [fieldKey(headers[place] ?? ''), ...(code === '' ? [] : [code])]
}

function columnAt(
  { mapping, kind, headers, start }: TableQuestion,
  tool: TableExport | undefined,
  keys: readonly string[],
  place: number,
): Column {
  const [header = '', key = ''] = [headers[place], keys[0]]
  let seen: ColumnValues | undefined
  const values = (): ColumnValues => {
    seen ??= columnValues(start.rows.map((row) => row[place] ?? ''))
    return seen
  }
  const base = { place, header, key, as: header, personal: false, asked: false, values }
  const mapped = keys.map((one) => mapping.get(one)).find((named) => named !== undefined)
  if (mapped) return { ...base, field: mapped.field, use: 'mapped' }
  const known = knownFields(kind)
  const personal = [header, start.codes[place] ?? ''].some((name) => isPersonalColumn(name, known))
  const about = proseField(kind) !== undefined && keys.some((one) => tool?.about.includes(one))
  if (personal || about) return { ...base, personal, field: undefined, use: 'no' }
  const told = known.find((field) => field === tool?.fields?.[key])
  const named = told ?? meantField(header, definitionOf(kind).aliases)
  const field = named ?? meantIn(kind, header)
  const asked = named === undefined && field !== undefined
  return { ...base, field, asked, as: told ?? header, use: field === undefined ? 'open' : 'meant' }
}

function proseField(kind: Kind): string | undefined {
  return definitionOf(kind).prose
}

function meantIn(kind: Kind, name: string): string | undefined {
  const { aliases, asks } = definitionOf(kind)
  return meantField(name, aliases) ?? asks?.(name)
}

interface Chosen {
  readonly prose: Prose
  readonly column: Column | undefined
}

function proseOf(asked: TableQuestion, columns: readonly Column[]): Chosen {
  const { kind, mapping } = asked
  const wanted = proseField(kind)
  if (wanted === undefined) return { prose: { by: 'none' }, column: undefined }
  const means = (field: string | undefined): boolean =>
    field !== undefined && (field === wanted || meantIn(kind, field) === wanted)
  const mapped = columns.find(({ use, field }) => use === 'mapped' && means(field))
  if (mapped) return { prose: { by: 'name' }, column: mapped }
  // The author meant a column that is not there: any other one would be a guess against a plain word.
  if ([...mapping.values()].some(({ field }) => means(field)))
    return { prose: { by: 'nobody', rows: 0, sorts: [] }, column: undefined }
  const meant = columns.filter(({ use, field }) => use === 'meant' && means(field))
  const named = namedColumn(kind, wanted, meant)
  if (named) return { prose: { by: 'name' }, column: named }
  const answered = askedColumn(asked, meant)
  if (answered) return answered
  const open = columns.filter(({ use }) => use === 'open')
  return byValues([...open, ...meant], asked)
}

/** Headers that can mean nothing but what somebody said or wrote, whatever the cells are. */
const SURELY_WORDS = /quote|verbatim|comment|text|said|statement/
/** From so many answers on, a column called `Response` that holds one of a few choices is taken for what it holds. */
const MANY_ANSWERS = 20

function namedColumn(kind: Kind, wanted: string, columns: readonly Column[]): Column | undefined {
  const order = [wanted, ...(definitionOf(kind).aliases[wanted] ?? [])].map(fieldKey)
  const rank = ({ key }: Column): number => (order.includes(key) ? order.indexOf(key) : -1)
  return columns
    .filter(({ key, asked, values }) => !asked && (SURELY_WORDS.test(key) || mayBeWords(values())))
    .toSorted((a, b) => rank(a) - rank(b) || alphabetical(a, b))[0]
}

/** Of several questions that ask for it the one that got the most words; what is answered in other ways is no such answer. */
function askedColumn(asked: TableQuestion, meant: readonly Column[]): Chosen | undefined {
  const columns = meant.filter((column) => column.asked && mayBeWords(column.values())).toSorted(alphabetical)
  const chosen = columns.length > 1 ? byValues(columns, asked) : undefined
  if (chosen?.column) return chosen
  return columns[0] && { prose: { by: 'name' }, column: columns[0] }
}

function mayBeWords({ sort, answers }: ColumnValues): boolean {
  if (sort === 'choices') return answers < MANY_ANSWERS
  return ['nothing', 'prose', 'short texts', 'names'].includes(sort)
}

/** A box for what no choice covered says less than a question. */
const WRITE_IN =
  /\bothers?\b.*(?:specify|write|:|\)|$)|please specify|write[- ]?in|sonstige|\bautres?\b|\botros?\b/i
/** A column that was chosen before is left only for one that holds more than so many times as much. */
const CLEARLY_MORE = 2

function byValues(columns: readonly Column[], { before, start }: TableQuestion): Chosen {
  const prose = columns
    .filter(({ values }) => values().sort === 'prose')
    .toSorted(
      (a, b) =>
        Number(WRITE_IN.test(a.header)) - Number(WRITE_IN.test(b.header)) ||
        b.values().said - a.values().said ||
        alphabetical(a, b),
    )
  const first = columns.find(({ key }) => key === before)
  const best = first && staysChosen(first, prose[0]) ? first : prose[0]
  if (!best) {
    const sorts = columns.map(({ header, values }) => [header, values()] as const)
    return { prose: { by: 'nobody', rows: start.rows.length, sorts }, column: undefined }
  }
  const others = prose.filter((column) => column !== best).map(({ header }) => header)
  return { prose: { by: 'values', header: best.header, others }, column: best }
}

/** The rows of today may look a little different; only what is no speech at all, or much more speech, changes the choice. */
function staysChosen(first: Column, most: Column | undefined): boolean {
  const values = first.values()
  const isSpeech = values.sort === 'choices' || mayBeWords(values)
  return isSpeech && (most === undefined || most.values().said <= CLEARLY_MORE * values.said)
}

const CAPTURED = 'captured'
/** Fields of words: a column `Note` of numbers holds marks, as French and German call them. */
const ARE_WORDS: readonly string[] = ['note', 'who', 'channel', 'title']
/** Fields that no cell without a digit can fill: a column `From` that holds towns is none of them. */
const HAVE_DIGITS: readonly string[] = [CAPTURED, 'from', 'until', 'n', 'weight', 'nps', 'sentiment']

function nameOf(
  { kind, mapping }: TableQuestion,
  { place, as, field, use, values }: Column,
  prose: Column | undefined,
): string | undefined {
  const wanted = proseField(kind)
  if (prose?.place === place) return wanted
  if (use === 'mapped') return field
  if (use === 'no') return undefined
  // Somebody has said what matters: of the rest only what means a field that was not mapped is read.
  if (field === undefined) return wanted === undefined && mapping.size === 0 ? as : undefined
  if ([...mapping.values()].some((named) => named.field === field)) return undefined
  if (wanted === undefined) return as
  const odd =
    (HAVE_DIGITS.includes(field) && !values().hasDigits) ||
    (ARE_WORDS.includes(field) && values().sort === 'numbers')
  return field === wanted || odd ? undefined : as
}

/** The first column that holds dates, where no header means one and the file beside the table gives none. */
function dateColumn(
  { kind, given }: TableQuestion,
  columns: readonly Column[],
  names: readonly (string | undefined)[],
  prose: Column | undefined,
): Column | undefined {
  if (!prose || given.some((name) => meantIn(kind, name) === CAPTURED)) return undefined
  const isNamed = names.some((name) => name !== undefined && meantIn(kind, name) === CAPTURED)
  if (isNamed) return undefined
  const dated = columns.filter(
    ({ use, header, place, values }) =>
      use === 'open' && place !== prose.place && !BIRTH.test(header) && values().sort === 'dates',
  )
  return dated.find(({ header }) => !NOT_SAID.test(header)) ?? dated[0]
}

/** When we wrote to them, or somebody touched the row, is not when they said it. */
const NOT_SAID = /\bsent\b|invit|updat|modif|versand|geändert/i
const BIRTH = /birth|born|geburt|naissance|nacimiento|nascita/i

/** Sees to it that the cell which tells rows apart is read, and returns its name. */
function nameId(
  columns: readonly Column[],
  names: (string | undefined)[],
  tool: TableExport | undefined,
): string | undefined {
  if (names.includes('id')) return 'id'
  const free = columns.filter(
    ({ place, personal }) => !personal && (names[place] === undefined || isOwn(columns, names, place)),
  )
  const header = idHeader(free.map((column) => column.header))
  const found = free.find(({ key }) => key === tool?.id) ?? free.find((column) => column.header === header)
  if (found) names[found.place] ??= found.header
  return found?.header
}

function isOwn(columns: readonly Column[], names: readonly (string | undefined)[], place: number): boolean {
  return names[place] === columns[place]?.header
}

function alphabetical(a: Column, b: Column): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : a.place - b.place
}
