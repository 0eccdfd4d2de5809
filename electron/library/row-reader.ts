import type { Draft } from '../../renderer/core/draft.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import type { Fields } from './defaults.ts'
import { rowId } from './item-id.ts'
import { definitionOf, finishItem, type Interpreted, interpret, type Refused } from './items.ts'
import type { Json } from './query-items.ts'
import type { Row } from './readers/table.ts'
import { RowFields, SaidOfRows } from './row-fields.ts'
import type { DatedColumn } from './table-dates.ts'

/** All that decides what a row of one table means: plain data, so that another thread can be given it. */
export interface RowPlan {
  readonly path: string
  readonly kind: Kind
  /** What is said of the table beside it. */
  readonly beside: Fields
  /** Names under which the columns are read. */
  readonly headers: readonly string[]
  readonly dates: readonly DatedColumn[]
  /** The column of the rows' ids, if it has one. */
  readonly idName: string | undefined
  /** The field of what somebody said, where a column holds it. */
  readonly spoken: string | undefined
  /** Fields that somebody mapped to columns of prose: a row with none of them is an unanswered question. */
  readonly mapped: readonly string[]
  readonly wall: WallSize
}

/** What a row came to. `wanted` is the id that it should have, if no other row has it. */
export type RowMade<Text extends Json = Json> =
  | { readonly is: 'blank' }
  /** Item and card as JSON, as the index holds them. */
  | {
      readonly is: 'item'
      readonly wanted: string
      readonly item: Text
      readonly card: Text
      readonly problems: readonly Problem[]
    }
  | { readonly is: 'refused'; readonly wanted: string; readonly refused: Refused }
  /** It has pictures or recordings of its own, which only whoever has the folder can read. */
  | { readonly is: 'media'; readonly wanted: string }

/** Makes items of a table's rows, from their cells alone: no folder and no index is asked. */
export class RowReader {
  readonly plan: RowPlan
  readonly #fields: RowFields
  readonly #needsMedia: boolean
  /** What is said of single rows beside the table. */
  readonly said: SaidOfRows

  constructor(plan: RowPlan) {
    this.plan = plan
    this.said = new SaidOfRows(plan.path, plan.kind, plan.beside)
    this.#fields = new RowFields(plan.kind, plan.beside)
    this.#fields.decide(plan.headers, plan.dates)
    this.#needsMedia = Object.keys(definitionOf(plan.kind).requiredMedia).length > 0
  }

  /** `as`: the id that it has where another row has the one that it wanted. */
  read(row: Row, as?: string): RowMade<string> {
    const draft = this.draftOf(row)
    const plain = interpret(draft, this.plan.kind)
    if (!plain.ok && (isSummary(row) || definitionOf(this.plan.kind).read(draft).blank)) return BLANK
    // By its own words, whatever is said of it beside: so that nothing said there makes another item of it.
    const wanted = as ?? this.#idOf(row, plain)
    const isSaidOf = this.said.of(wanted) !== undefined
    const made = isSaidOf ? interpret(this.draftOf(row, wanted), this.plan.kind) : plain
    if (!made.ok) return { is: 'refused', wanted, refused: made }
    if (this.#needsMedia || Object.keys(made.requests).length > 0) return { is: 'media', wanted }
    const { item, card } = finishItem(made, wanted, {}, this.plan.wall)
    return {
      is: 'item',
      wanted,
      item: JSON.stringify(item),
      card: JSON.stringify(card),
      problems: made.problems,
    }
  }

  #idOf({ cells }: Row, made: Interpreted | Refused): string {
    const { path, idName } = this.plan
    const cell = idName === undefined ? undefined : cells[idName]
    if (cell !== undefined) return rowId(path, cell, [])
    const texts = made.ok ? [...made.texts, ...this.#fields.dayOf(cells)] : [JSON.stringify(cells)]
    return rowId(path, undefined, texts)
  }

  /** Nobody has answered: no item, and no problem either. */
  isBlank(row: Row): boolean {
    const { kind, spoken, mapped } = this.plan
    if (spoken === undefined)
      return mapped.length > 0 && mapped.every((field) => row.cells[field] === undefined)
    if (row.cells[spoken] !== undefined) return false
    const { asks, read } = definitionOf(kind)
    // Somebody who saw nothing may still have heard something, which is then told as what it lacks.
    return asks === undefined || (read(this.draftOf(row)).blank ?? false)
  }

  /** With what is said beside the table of the row of this id, where one is given. */
  draftOf({ line, cells }: Row, id?: string): Draft {
    const fields = this.#fields.of(cells)
    return {
      path: this.plan.path,
      line,
      fields: id === undefined ? fields : this.said.over(fields, id),
      beside: id === undefined ? undefined : Object.keys(this.said.of(id) ?? {}),
      headers: this.plan.headers,
      lines: {},
      sections: [],
      pictures: [],
      siblings: [],
    }
  }
}

const BLANK: RowMade<string> = { is: 'blank' }

const SUMMARY =
  /^(?:(?:grand |sub)?total|sum|average|mean|median|count|gesamt|summe|durchschnitt|mittelwert|moyenne|somme|promedio|media)\s*[:.]?$/i

/** A line under the table that adds its rows up is about no one. */
function isSummary({ cells }: Row): boolean {
  const [first] = Object.values(cells)
  return first !== undefined && SUMMARY.test(first)
}
