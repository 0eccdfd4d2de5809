import type { Problem } from '../../renderer/core/problem.ts'
import type { ColumnSort } from './column-values.ts'
import { nearestHeader } from './nearest-header.ts'
import { coded, error, note } from './problems.ts'
import type { TableColumns } from './table-columns.ts'

/** What the curator is told of the columns of a table: once for the table, with the line that would change it. */

export interface TablePlace {
  readonly path: string
  /** Names tables of this header in room.yaml. */
  readonly key: string
  /** YAML beside the table, if there is any. */
  readonly sidecar: string | undefined
  /** The field that holds what somebody said or saw; see `prose` of a kind. */
  readonly prose: string | undefined
}

export function columnNotes(columns: TableColumns, headers: readonly string[], place: TablePlace): Problem[] {
  return [
    ...personalNote(columns, place),
    ...lackingErrors(columns, headers, place),
    ...proseNotes(columns, place).map((told) => coded('columns', told)),
  ]
}

function personalNote({ personal }: TableColumns, { path }: TablePlace): Problem[] {
  if (personal.length === 0) return []
  const message = `Columns that tell who a person is were not read: ${personal.join(', ')}.`
  return [note({ path, line: 1 }, message, 'Leave them out of the export: the wall has no use for them.')]
}

function lackingErrors(
  { lacking }: TableColumns,
  headers: readonly string[],
  { path, key, sidecar }: TablePlace,
): Problem[] {
  return lacking.map(({ field, header }) => {
    const likely = nearestHeader(header, headers)
    const hint =
      likely === undefined
        ? 'Write the header as the table has it.'
        : `Did you mean ${field}: ${yamlText(likely)}?`
    return error(
      sidecar === undefined
        ? { path: 'room.yaml', field: `tables.${key}.columns.${field}` }
        : { path: sidecar, field: `columns.${field}` },
      `${path} has no column “${short(header)}”.`,
      hint,
    )
  })
}

/** Other columns of prose that are named; the rest as a number. */
const MOST_NAMED = 5

function proseNotes({ prose }: TableColumns, place: TablePlace): Problem[] {
  switch (prose.by) {
    case 'none':
    case 'name':
      return []
    case 'values':
      return [chosenNote(prose.header, prose.others, place)]
    case 'nobody':
      return prose.sorts.length === 0 ? [] : [nobodyError(prose, place)]
  }
}

function chosenNote(header: string, others: readonly string[], { path, key, prose }: TablePlace): Problem {
  const named = others.slice(0, MOST_NAMED).map((other) => `“${short(other)}”`)
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : ''
  const holding = others.length === 1 ? 'Another column holds' : `${others.length} other columns hold`
  const rest = others.length === 0 ? '' : ` ${holding} prose too: ${named.join(', ')}${more}.`
  const example = yamlText(others[0] ?? 'the header of another column')
  return note(
    { path, line: 1 },
    `We took the column “${short(header)}” as ${wordsFor(prose).was}, because people wrote the most in it.${rest}`,
    `To show another one, write into ${roomLine(key, `columns: {${prose}: ${example}}`)}`,
  )
}

interface Words {
  readonly was: string
  readonly people: string
  readonly it: string
  readonly item: string
}

function wordsFor(prose: string | undefined): Words {
  if (prose === 'what')
    return { was: 'what was seen', people: 'what somebody saw', it: 'it', item: 'observation' }
  return { was: 'what was said', people: 'what people said', it: 'their words', item: 'quote' }
}

type Nobody = Extract<TableColumns['prose'], { by: 'nobody' }>

function nobodyError({ rows, sorts }: Nobody, { path, key, prose }: TablePlace): Problem {
  const counts = new Map<ColumnSort, number>()
  for (const [, { sort }] of sorts) counts.set(sort, (counts.get(sort) ?? 0) + 1)
  const seen = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([sort, count]) => `${count} ${SORTS[sort](count)}`)
  const wordiest = sorts
    .toSorted(([, a], [, b]) => b.said - a.said)
    .find(([, { sort }]) => WORDY.includes(sort))
  const mapping = `columns: {${prose}: ${yamlText(wordiest?.[0] ?? 'the header of that column')}}`
  const words = wordsFor(prose)
  const looked =
    rows === 0
      ? ''
      : ` We looked at ${rows === 1 ? 'one row' : `${rows} rows`}; of the columns, ${seen.join(', ')}.`
  return error(
    { path, line: 1 },
    `No column of this table reads like ${words.people}, so no ${words.item} was made of it.${looked}`,
    `If a column holds ${words.it} all the same, write into ${roomLine(key, mapping)} Results of a survey belong into feedback/, figures into metrics/.`,
  )
}

const WORDY: readonly ColumnSort[] = ['choices', 'short texts', 'names']

function verb(count: number, rest: string): string {
  return `${count === 1 ? 'holds' : 'hold'} ${rest}`
}

const SORTS: Readonly<Record<ColumnSort, (count: number) => string>> = {
  nothing: (count) => (count === 1 ? 'is empty' : 'are empty'),
  dates: (count) => verb(count, 'dates'),
  numbers: (count) => verb(count, 'numbers'),
  'e-mail addresses': (count) => verb(count, 'e-mail addresses'),
  'links or code': (count) => verb(count, 'links or code'),
  ids: (count) => verb(count, 'ids'),
  choices: (count) => verb(count, 'one of a few choices'),
  names: (count) => verb(count, 'names'),
  'short texts': (count) => verb(count, 'a word or two'),
  prose: (count) => verb(count, 'prose'),
}

function short(header: string): string {
  const line = header.replace(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 69).trimEnd()}…` : line
}

/** The line of room.yaml that says something of all tables with this header. */
export function roomLine(key: string, setting: string): string {
  return `room.yaml: tables: {${key}: {${setting}}}`
}

/** As YAML reads it, whatever is in it. */
function yamlText(header: string): string {
  return JSON.stringify(header)
}
