import type { Draft, TableRow } from '../../renderer/core/draft.ts'
import { fieldKey, meantField } from '../../renderer/core/draft-fields.ts'
import { ENVELOPE_FIELDS } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import { columnNotes, roomLine } from './column-notes.ts'
import { withDefaults } from './defaults.ts'
import { readSidecars, settled } from './drafts.ts'
import { explicitId, fileItemId, rowId, shortHash } from './item-id.ts'
import { definitionOf, finishItem, type Interpreted, interpret, unknownFields } from './items.ts'
import { type Keep, keepIfSame, keepNothing } from './keep.ts'
import { kindOf } from './kind-of.ts'
import { stemOf } from './names.ts'
import { note, warning } from './problems.ts'
import { type ReadContext, withMedia, writeItem } from './read-unit.ts'
import { type Columns, type Row, readTable, type TableStart } from './readers/table.ts'
import { asFields } from './readers/yaml.ts'
import { RowFields } from './row-fields.ts'
import { Unreadable } from './sources.ts'
import { type TableColumns, tableColumns } from './table-columns.ts'
import { dateNotes } from './table-dates.ts'
import { headerSignature } from './table-mapping.ts'
import { type Told, tableKey, toldOfTable } from './table-settings.ts'
import type { UnitWriter } from './unit-writer.ts'
import type { Unit } from './units.ts'

/** Mapped columns that say something about an answer, but are none. */
const ABOUT_THE_ROW: readonly string[] = ENVELOPE_FIELDS
/** Rows of a table that is one item: more than any series or answer scale has. */
const MOST_WHOLE_ROWS = 100_000
/** Rows that are looked at for columns that nothing is made of. */
const SAMPLE_ROWS = 20

/**
 * Reads a table row by row straight into the index, so that 100,000 rows are never held at once. Rows that were read
 * before are recognised and kept. Rejects with StillComing; the caller then takes back what was written.
 */
export async function readTableUnit(
  unit: Unit,
  context: ReadContext,
  writer: UnitWriter,
  settings: string,
): Promise<readonly string[]> {
  let keep: Keep = keepNothing
  try {
    const problems: Problem[] = []
    const sidecar = asFields((await readSidecars(unit, context.sources, problems))?.value) ?? {}
    const defaults = withDefaults(context.defaultsOf(unit.path), sidecar)
    keep = keepIfSame(defaults)
    const { bytes } = await context.sources.read(unit.path)
    const kind = kindOf({ path: unit.path, fields: defaults, lines: {} }, unit.folderKind)
    if ('problem' in kind) {
      writer.tell(kind.problem)
      return unit.members
    }
    writer.tell(...kind.told)
    const table = new TableReader(unit, kind.kind, kind.fields, context, writer, settings)
    settled(await readTable(unit.path, bytes, table), context.sources, problems)
    await table.finish()
    writer.tell(...problems)
    return [...unit.members, ...table.deps]
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    throw new TableUnreadable(thrown.problem, keep)
  }
}

/** The table broke off: the rows written so far must be taken back before its last good state is kept. */
export class TableUnreadable extends Error {
  readonly problem: Problem
  readonly keep: Keep
  constructor(problem: Problem, keep: Keep) {
    super(problem.message)
    this.problem = problem
    this.keep = keep
  }
}

class TableReader {
  readonly deps = new Set<string>()
  readonly #unit: Unit
  readonly #kind: Kind
  /** What is said of the table beside it, the mapping of its columns among it. */
  readonly #beside: Readonly<Record<string, unknown>>
  readonly #fields: RowFields
  readonly #context: ReadContext
  readonly #writer: UnitWriter
  #printSeed: string
  readonly #prints = new Map<string, number>()
  readonly #waiting: { made: Interpreted; id: string }[] = []
  readonly #unused = new Map<string, Problem>()
  readonly #needsMedia: boolean
  /** Fields that somebody mapped to columns of prose: a row with none of them is an unanswered question. */
  #mapped: readonly string[] = []
  /** The field of what somebody said, and true where no column of the table holds it. */
  #spoken: string | undefined
  #silent = false
  #blank = 0
  #idName: string | undefined
  #headers: readonly string[] = []
  #rows = 0
  /** The rows of a table that is one item as a whole. */
  #whole: TableRow[] | undefined

  constructor(
    unit: Unit,
    kind: Kind,
    defaults: Readonly<Record<string, unknown>>,
    context: ReadContext,
    writer: UnitWriter,
    settings: string,
  ) {
    this.#unit = unit
    this.#kind = kind
    this.#needsMedia = Object.keys(definitionOf(kind).requiredMedia).length > 0
    this.#beside = defaults
    this.#fields = new RowFields(kind, defaults)
    this.#context = context
    this.#writer = writer
    this.#printSeed = shortHash(JSON.stringify([settings, unit.path, kind, this.#fields.general]))
  }

  onHeaders(headers: readonly string[], start: TableStart): Columns | undefined {
    const kind = this.#kind
    const [signature, key] = [headerSignature(kind, headers), tableKey(kind, headers)]
    const told = toldOfTable(this.#beside, this.#context.tableOf(key), this.#unit.path)
    const given = Object.keys(this.#fields.general)
    const before = this.#writer.recall(signature)
    const columns = tableColumns({ kind, headers, start, ...told, given, before })
    if (columns === undefined) return undefined
    this.#decide(columns, told)
    const { prose, dates } = columns
    if (prose.by === 'values') this.#writer.remember(signature, fieldKey(prose.header))
    const { path, sidecars } = this.#unit
    const place = { path, key, sidecar: sidecars[0], prose: this.#spoken }
    this.#writer.tell(...told.problems, ...columnNotes(columns, headers, place))
    this.#writer.tell(...dateNotes(dates, path, told.dates, (setting) => roomLine(key, setting)))
    return columns
  }

  #decide(columns: TableColumns, told: Told): void {
    const { prose } = columns
    const { wholeTable, prose: spoken } = definitionOf(this.#kind)
    this.#spoken = prose.by === 'none' ? undefined : spoken
    this.#silent = prose.by === 'nobody'
    this.#idName = columns.id
    this.#mapped = [...told.mapping.values()]
      .map(({ field }) => field)
      .filter((field) => !ABOUT_THE_ROW.includes(field))
    this.#headers = columns.names.filter((name) => name !== undefined)
    this.#fields.decide(this.#headers, columns.dates)
    if (wholeTable?.(this.#headers)) this.#whole = []
    const orders = columns.dates.map(({ name, dates }) => [
      name,
      dates.read === 'order' ? dates.order : dates.read,
    ])
    if (orders.length > 0) this.#printSeed = shortHash(this.#printSeed + JSON.stringify(orders))
  }

  onRow(row: Row): void {
    this.#rows += 1
    if (this.#rows % 1_000 === 0) this.#context.deriver.mark.goesOn()
    if (this.#silent) return
    if (this.#whole) {
      if (this.#whole.length < MOST_WHOLE_ROWS && Object.keys(row.cells).length > 0) this.#whole.push(row)
      return
    }
    if (this.#isBlank(row)) {
      this.#blank += 1
      return
    }
    const print = this.#printOf(row)
    if (this.#writer.keepPrint(print, row.line)) return
    const draft = this.#draftOf(row)
    if (this.#rows <= SAMPLE_ROWS) this.#noteUnused(draft)
    const made = interpret(draft, this.#kind)
    if (!made.ok && (isSummary(row) || definitionOf(this.#kind).read(draft).blank)) {
      this.#blank += 1
      return
    }
    const cell = this.#idName === undefined ? undefined : row.cells[this.#idName]
    const wanted = rowId(
      this.#unit.path,
      cell,
      made.ok ? [...made.texts, ...this.#fields.dayOf(row.cells)] : [JSON.stringify(row.cells)],
    )
    const id = this.#writer.claim(cell === undefined ? this.#writer.claimCounted(wanted) : wanted, draft)
    if (id === undefined) return
    if (!made.ok) return this.#writer.refuse(id, made, row.line)
    if (Object.keys(made.requests).length > 0 || this.#needsMedia) {
      this.#waiting.push({ made, id })
      return
    }
    const { item, card } = finishItem(made, id, {}, this.#context.wall)
    this.#writer.tell(...made.problems)
    this.#writer.put(item, card, [], print)
  }

  /** Nobody has answered: no item, and no problem either. */
  #isBlank(row: Row): boolean {
    const { cells } = row
    if (this.#spoken !== undefined && cells[this.#spoken] !== undefined) return false
    const { asks, read } = definitionOf(this.#kind)
    // Somebody who saw nothing may still have heard something, which is then told as what it lacks.
    if (this.#spoken !== undefined) return asks === undefined || (read(this.#draftOf(row)).blank ?? false)
    return this.#mapped.length > 0 && this.#mapped.every((field) => cells[field] === undefined)
  }

  /** Rows with pictures or recordings of their own, and what is told of the table as a whole. */
  async finish(): Promise<void> {
    if (this.#whole) return this.#finishWhole(this.#whole)
    for (const { made, id } of this.#waiting) {
      const outcome = await withMedia(made, this.#context, this.deps)
      if (outcome.ok) writeItem(this.#writer, id, outcome, this.#context.wall)
      else this.#writer.refuse(id, outcome.refused, made.draft.line)
    }
    if (this.#blank > 0) {
      const rows = this.#blank === 1 ? 'One row has' : `${this.#blank} rows have`
      const message = `${rows} nothing in the columns that were chosen, and ${this.#blank === 1 ? 'was' : 'were'} left out.`
      this.#writer.tell(
        note({ path: this.#unit.path }, message, 'Nothing is to be done if these people gave no answer.'),
      )
    }
    this.#tellUnused()
  }

  #tellUnused(): void {
    if (this.#unused.size === 0) return
    const names = [...this.#unused.keys()].join(', ')
    const message = `Columns that nothing was made of: ${names}.`
    this.#writer.tell(
      note(
        { path: this.#unit.path, line: 1 },
        message,
        'If one of them matters, name it under columns: in the YAML file beside the table.',
      ),
    )
  }

  /** One item of all rows, with the file's own id as a file of fields has; or several, where the kind divides them. */
  async #finishWhole(table: readonly TableRow[]): Promise<void> {
    const { path } = this.#unit
    const draft: Draft = { ...this.#draftOf({ line: 1, cells: {} }), table }
    if (this.#rows > MOST_WHOLE_ROWS) {
      const message = `This table has ${this.#rows} rows; the first ${MOST_WHOLE_ROWS} were read.`
      this.#writer.tell(warning({ path }, message, 'Sum them up: the wall shows them as one figure.'))
    }
    for (const part of definitionOf(this.#kind).divideTable?.(draft) ?? [draft])
      await this.#finishPart(part, draft)
    this.#tellUnused()
  }

  async #finishPart(draft: Draft, whole: Draft): Promise<void> {
    const { path, sidecars } = this.#unit
    const own = explicitId(draft.fields)
    const isPart = own !== explicitId(whole.fields)
    const id = this.#writer.claim(isPart ? rowId(path, own, []) : fileItemId(path, draft.fields), draft)
    if (id === undefined) return
    for (const found of unknownFields(draft, this.#kind)) {
      if (found.field === undefined || found.field === this.#idName) continue
      if (Object.hasOwn(this.#fields.general, found.field))
        this.#writer.tell({ ...found, path: sidecars[0] ?? path })
      else this.#unused.set(found.field, found)
    }
    const made = interpret(draft, this.#kind)
    if (!made.ok && sidecars.length === 0 && draft.told === undefined) {
      const message = `The rows of this table are one ${this.#kind}; what they are about is to be said beside it.`
      this.#writer.tell(note({ path, line: 1 }, message, `Write it into ${stemOf(path)}.yaml.`))
    }
    if (!made.ok)
      return this.#writer.refuse(
        id,
        { ...made, problems: made.problems.map((found) => this.#placed(found)) },
        draft.line,
      )
    const outcome = await withMedia(made, this.#context, this.deps)
    if (outcome.ok) writeItem(this.#writer, id, outcome, this.#context.wall)
    else this.#writer.refuse(id, outcome.refused, draft.line)
  }

  /** What no column says has to be said in the file beside the table, so the problem is told there. */
  #placed(found: Problem): Problem {
    const [sidecar] = this.#unit.sidecars
    const { aliases } = definitionOf(this.#kind)
    const isColumn = this.#headers.some((header) => meantField(header, aliases) === found.field)
    if (sidecar === undefined || isColumn || found.severity !== 'error') return found
    const { line: _, ...placeless } = found
    return { ...placeless, path: sidecar }
  }

  #printOf(row: Row): string {
    const own = shortHash(this.#printSeed + JSON.stringify(row.cells))
    const count = (this.#prints.get(own) ?? 0) + 1
    this.#prints.set(own, count)
    return count === 1 ? own : `${own}-${count}`
  }

  #draftOf({ line, cells }: Row): Draft {
    return {
      path: this.#unit.path,
      line,
      fields: this.#fields.of(cells),
      headers: this.#headers,
      lines: {},
      sections: [],
      pictures: [],
      siblings: [],
    }
  }

  #noteUnused(draft: Draft): void {
    for (const found of unknownFields(draft, this.#kind)) {
      if (found.field !== undefined && found.field !== this.#idName) this.#unused.set(found.field, found)
    }
  }
}

const SUMMARY =
  /^(?:(?:grand |sub)?total|sum|average|mean|median|count|gesamt|summe|durchschnitt|mittelwert|moyenne|somme|promedio|media)\s*[:.]?$/i

/** A line under the table that adds its rows up is about no one. */
function isSummary({ cells }: Row): boolean {
  const [first] = Object.values(cells)
  return first !== undefined && SUMMARY.test(first)
}
