import { fieldKey, meantField } from '../../renderer/core/draft-fields.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import { defaultsUnder, type Fields, withDefaults } from './defaults.ts'
import { shortHash } from './item-id.ts'
import { definitionOf } from './items.ts'
import { stemOf } from './names.ts'
import { asFields } from './readers/yaml.ts'
import { type DatedColumn, dayOf, withDates } from './table-dates.ts'

/** Under this name a file beside a table says something of single rows, by what follows `#` in their ids. */
export const ROWS = 'rows'
/** What is said of the table and not of all of its rows. */
const OF_THE_TABLE = ['columns', 'mapping', 'columnmapping', 'dates', 'dateorder', ROWS]

/** The fields of a table's rows: what its cells say, over what is said beside it of all of them. */
export class RowFields {
  /** What is true of every row. */
  readonly general: Fields
  readonly #kind: Kind
  #dates: readonly DatedColumn[] = []
  #captured: readonly string[] = []
  /** Cells over what is true of every row. */
  #over: (cells: Fields) => Fields
  /** Fields of the file beside the table that a column means too, by another name. */
  #saidByRows: readonly (readonly [string, readonly string[]])[] = []

  constructor(kind: Kind, defaults: Fields) {
    const ofRows = Object.entries(defaults).filter(([name]) => name !== 'kind' && !isOfTheTable(name))
    this.#kind = kind
    this.general = Object.fromEntries(ofRows)
    this.#over = (cells) => withDefaults(this.general, cells)
  }

  /** `names` are those under which the columns are read. */
  decide(names: readonly string[], dates: readonly DatedColumn[]): void {
    const meant = (name: string): string | undefined => meantField(name, definitionOf(this.#kind).aliases)
    this.#dates = dates
    this.#over = defaultsUnder(this.general, names)
    this.#captured = names.filter((name) => meant(name) === 'captured')
    this.#saidByRows = Object.keys(this.general).flatMap((general) => {
      const same = names.filter((name) => name !== general && meant(name) === (meant(general) ?? ''))
      return same.length === 0 ? [] : [[general, same] as const]
    })
  }

  of(cells: Fields): Fields {
    // A row that says `Date` speaks for itself where the file beside it says `captured`.
    const said = this.#saidByRows.filter(([, names]) => names.some((name) => cells[name] !== undefined))
    const own = withDates(cells, this.#dates)
    return said.length === 0 ? this.#over(own) : withDefaults(without(this.general, said), own)
  }

  /** Two people who said the same on different days are told apart by the day, whichever a later export has first. */
  dayOf(cells: Fields): readonly string[] {
    return this.#captured.length === 0 ? [] : [dayOf(cells, this.#captured)]
  }
}

/** What the file beside a table says of single rows. It is about just that row, so it comes before the row's own cells. */
export class SaidOfRows {
  readonly #path: string
  readonly #kind: Kind
  readonly #rows: Readonly<Record<string, unknown>>
  /** Of all of it; empty where nothing is said. */
  readonly print: string

  constructor(path: string, kind: Kind, beside: Fields) {
    this.#path = path
    this.#kind = kind
    this.#rows = asFields(saidOfTable(beside, [ROWS])) ?? {}
    this.print = Object.keys(this.#rows).length === 0 ? '' : shortHash(JSON.stringify(this.#rows))
  }

  /** Undefined where nothing is said of the row of this id. */
  of(id: string): Fields | undefined {
    if (this.print === '') return undefined
    const key = rowKey(this.#path, id)
    return key !== undefined && Object.hasOwn(this.#rows, key) ? asFields(this.#rows[key]) : undefined
  }

  /** These fields, with what is said of the row instead of what they say of the same, whatever they call it. */
  over(fields: Fields, id: string): Fields {
    const said = this.of(id)
    if (!said) return fields
    const { aliases } = definitionOf(this.#kind)
    const meant = (name: string): string => meantField(name, aliases) ?? fieldKey(name)
    const names = new Set(Object.keys(said).map(meant))
    const others = Object.entries(fields).filter(([name]) => !names.has(meant(name)))
    return withDefaults(Object.fromEntries(others), said)
  }
}

/** What `rows:` beside a table calls the row of this id; undefined where it is no row of this table. */
export function rowKey(path: string, id: string): string | undefined {
  const before = `${stemOf(path)}#`
  return id.startsWith(before) ? id.slice(before.length) : undefined
}

/** What the file beside a table says of the table itself, such as `columns`. */
export function saidOfTable(defaults: Fields, names: readonly string[]): unknown {
  return Object.entries(defaults).find(([name]) => names.includes(fieldKey(name)))?.[1]
}

function isOfTheTable(name: string): boolean {
  return OF_THE_TABLE.includes(fieldKey(name))
}

function without(fields: Fields, said: readonly (readonly [string, unknown])[]): Fields {
  const names = new Set(said.map(([name]) => name))
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.has(name)))
}
