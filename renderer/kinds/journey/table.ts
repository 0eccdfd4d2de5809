import type { Draft, TableRow } from '../../core/draft.ts'
import { ENVELOPE_ALIASES, fieldKey, meantField } from '../../core/draft-fields.ts'
import { isBlank, textOf } from '../../core/draft-values.ts'
import { type RowField, rowField, scaleInHeader } from './columns.ts'
import { type PhaseLines, phasesOfLanes, phasesOfRows } from './table-phases.ts'

/** A journey, or several, out of the rows of a table. */

/** One row by our names; what stands in several columns of one meaning is all there. */
export interface NamedRow {
  readonly line: number
  readonly cells: Readonly<Partial<Record<RowField, readonly string[]>>>
  /** Columns that are about the journey as a whole, or mean nothing to us, under the author's names. */
  readonly rest: Readonly<Record<string, string>>
}

/** Cells that are left empty below the first of a run, as merged cells are exported. */
const FILLED_DOWN: readonly RowField[] = ['journey', 'scenario', 'persona', 'actor', 'phase']
/** Fields that decide who may see it: rows that differ in them cannot be one journey. */
const PRIVACY: readonly string[] = ['consent', 'public_source', 'audience', 'from', 'until', 'cleared']
const LISTS: readonly string[] = ['theme', 'segment', 'department']
/** A column `People` that holds the staff behind the scenes is no number of people. */
const HAVE_DIGITS: readonly string[] = ['captured', 'from', 'until', 'n', 'weight']

/** One draft for each journey of a table, with phases as a YAML file would have them; any other draft as it is. */
export function divideJourneys(draft: Draft): readonly Draft[] {
  const { table, ...plain } = draft
  if (table === undefined) return [draft]
  const headers = draft.headers ?? []
  const lanes = lanesOf(headers, table)
  if (lanes !== undefined) return [withPhases(plain, phasesOfLanes(headers.slice(1), lanes), lanes)]
  const rows = filledDown(table.map(namedRow))
  const journeys = groups(rows)
  return journeys.map(({ key, rows: own }) => {
    const made = withPhases({ ...plain, line: own[0]?.line ?? 1 }, phasesOfRows(inOrder(own)), own)
    return key === '' ? made : { ...made, fields: { ...made.fields, id: idOf(draft, key) } }
  })
}

/** An id that the file beside the table gives is that of them all, so each gets its own name after it. */
function idOf({ fields }: Draft, key: string): string {
  const shared = textOf(Object.entries(fields).find(([name]) => fieldKey(name) === 'id')?.[1])
  return shared === undefined ? key : `${shared}, ${key}`
}

function namedRow({ line, cells }: TableRow): NamedRow {
  const named: Partial<Record<RowField, string[]>> = {}
  const rest: Record<string, string> = {}
  for (const [header, value] of Object.entries(cells)) {
    const text = textOf(value)
    if (text === undefined) continue
    const field = rowField(header)
    if (field === undefined) rest[header] = text
    else named[field] = [...(named[field] ?? []), text]
  }
  const scale = Object.keys(cells).find((header) => rowField(header) === 'emotion' && scaleInHeader(header))
  return {
    line,
    cells: named,
    rest: scale === undefined ? rest : { ...rest, emotion_scale: scaleInHeader(scale) ?? '' },
  }
}

const HEADS: readonly RowField[] = ['journey', 'scenario', 'persona', 'actor']

function filledDown(rows: readonly NamedRow[]): NamedRow[] {
  let above: NamedRow['cells'] = {}
  return rows.map((row) => {
    // A new journey or persona begins with a phase of its own.
    const isNew = HEADS.some((field) => row.cells[field] && row.cells[field].join() !== above[field]?.join())
    const carried = FILLED_DOWN.flatMap((field) => {
      const cells = row.cells[field] === undefined && !(field === 'phase' && isNew) ? above[field] : undefined
      return cells === undefined ? [] : [[field, cells] as const]
    })
    above = { ...row.cells, ...Object.fromEntries(carried) }
    return { ...row, cells: above }
  })
}

interface Group {
  /** Empty where no column tells one journey from another. */
  readonly key: string
  readonly rows: readonly NamedRow[]
}

/** By the column that names the journey, and by the persona; a touchpoint of several personas belongs to each of them. */
function groups(rows: readonly NamedRow[]): Group[] {
  const found = new Map<string, NamedRow[]>()
  for (const row of rows) {
    for (const { key, row: own } of copies(row)) {
      const group = found.get(key)
      if (group) group.push(own)
      else found.set(key, [own])
    }
  }
  return [...found].map(([key, own]) => ({ key, rows: own }))
}

function copies(row: NamedRow): { key: string; row: NamedRow }[] {
  const journey = (row.cells.journey ?? row.cells.scenario)?.[0]
  const field = row.cells.persona ? 'persona' : 'actor'
  const people = (row.cells[field] ?? []).flatMap((cell) => cell.split(/[;,\n]/)).map((name) => name.trim())
  const named = [...new Set(people.filter((name) => name !== ''))]
  const key = (person?: string): string => [journey, person].filter((part) => part !== undefined).join(' / ')
  if (named.length === 0) return [{ key: key(), row }]
  return named.map((person) => ({
    key: key(person),
    row: { ...row, cells: { ...row.cells, [field]: [person] } },
  }))
}

/** By the column that numbers the rows, where each has a number of its own. */
function inOrder(rows: readonly NamedRow[]): readonly NamedRow[] {
  const places = rows.map(({ cells }) => Number(cells.order?.[0]?.replace(/^\D+/, '') ?? NaN))
  if (!places.every(Number.isFinite) || new Set(places).size < rows.length) return rows
  return rows
    .map((row, index) => ({ row, place: places[index] ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ row }) => row)
}

/**
 * The rows of a map that was drawn as a map: phases from left to right, and in the first column what each row is about.
 * Undefined for a table that has a row for each touchpoint.
 */
function lanesOf(headers: readonly string[], table: readonly TableRow[]): NamedRow[] | undefined {
  const [first, ...phases] = headers
  if (first === undefined || phases.length === 0) return undefined
  const labels = table.map(({ cells }) => textOf(cells[first]))
  const meant = new Set(labels.flatMap((label) => (label === undefined ? [] : (rowField(label) ?? []))))
  const known = phases.filter((header) => rowField(header) !== undefined).length
  if (meant.size < 2 || known > phases.length / 2) return undefined
  let label = ''
  return table.map(({ line, cells }) => {
    label = textOf(cells[first]) ?? label
    const field = rowField(label)
    const own = phases.map((phase) => textOf(cells[phase]) ?? '')
    const scale = field === 'emotion' ? scaleInHeader(label) : undefined
    const rest: Record<string, string> =
      field === undefined && label !== '' ? { [label]: own.find((cell) => cell !== '') ?? '' } : {}
    if (scale !== undefined) rest['emotion_scale'] = scale
    return { line, cells: field === undefined ? {} : { [field]: own }, rest }
  })
}

/** What the columns say stands over what the file beside the table says of everything in it. */
function withPhases(draft: Draft, { phases, lines }: PhaseLines, rows: readonly NamedRow[]): Draft {
  const about = aboutTheJourney(rows)
  const meaning = (name: string): string => meantField(name, ENVELOPE_ALIASES) ?? fieldKey(name)
  const said = new Set(Object.keys(about).map(meaning))
  const general = Object.entries(draft.fields).filter(([name]) => !said.has(meaning(name)))
  const fields = { ...Object.fromEntries(general), ...about, ...(phases.length === 0 ? {} : { phases }) }
  return { ...draft, fields, lines: { ...draft.lines, ...lines } }
}

/** What the columns say of the journey as a whole: where all rows agree, and for lists all that they say. */
function aboutTheJourney(rows: readonly NamedRow[]): Record<string, unknown> {
  const about: Record<string, unknown> = {}
  for (const field of ['actor', 'persona', 'state', 'owner'] as const) {
    const cells = distinct(rows.flatMap(({ cells: own }) => own[field] ?? []))
    if (cells.length > 0) about[field] = field === 'persona' ? cells : cells.join(', ')
  }
  const scenario = rows
    .map(({ cells }) => cells.scenario ?? cells.journey)
    .find((cell) => cell !== undefined)?.[0]
  const title = rows.map(({ cells }) => cells.journey).find((cell) => cell !== undefined)?.[0]
  if (scenario !== undefined) about['scenario'] = scenario
  // Where it is also the scenario, the slide says whose journey it is, too.
  if (title !== undefined && title !== scenario) about['title'] = title
  for (const header of distinct(rows.flatMap(({ rest }) => Object.keys(rest)))) {
    const value = sharedValue(
      header,
      rows.map(({ rest }) => (Object.hasOwn(rest, header) ? rest[header] : undefined)),
    )
    if (!isBlank(value)) about[meantField(header, ENVELOPE_ALIASES) ?? header] = value
  }
  return about
}

/** What all rows say in a column that is about the journey; undefined where they say different things. */
function sharedValue(header: string, cells: readonly (string | undefined)[]): unknown {
  const field = meantField(header, ENVELOPE_ALIASES)
  const given = distinct(cells.flatMap((cell) => cell ?? []))
  // Nothing is made of it; its header is kept, so that a misspelt limit is found and the rest is told.
  if (field === undefined) return given[0]
  if (field === 'id' || field === 'kind') return undefined
  if (LISTS.includes(field))
    return distinct(given.flatMap((cell) => cell.split(/[;,\n]/).map((part) => part.trim())))
  if (HAVE_DIGITS.includes(field) && !given.every((cell) => /\d/.test(cell))) return undefined
  if (PRIVACY.includes(field) && cells.some((cell) => cell !== given[0])) return 'differs from row to row'
  return given.length === 1 ? given[0] : undefined
}

function distinct(cells: readonly string[]): string[] {
  return [...new Set(cells)].filter((cell) => cell !== '')
}
