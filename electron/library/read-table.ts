import type { Draft, TableRow } from '../../renderer/core/draft.ts'
import { fieldKey, meantField } from '../../renderer/core/draft-fields.ts'
import { ENVELOPE_FIELDS } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import type { Kind } from '../../renderer/kinds/index.ts'
import { columnNotes, roomLine } from './column-notes.ts'
import { type Fields, withDefaults } from './defaults.ts'
import { readSidecars, settled } from './drafts.ts'
import { explicitId, fileItemId, rowId, shortHash } from './item-id.ts'
import { definitionOf, interpret, unknownFields } from './items.ts'
import { type Keep, keepIfSame, keepNothing } from './keep.ts'
import { kindOf } from './kind-of.ts'
import { stemOf } from './names.ts'
import { note, warning } from './problems.ts'
import { type ReadContext, withMedia, writeItem } from './read-unit.ts'
import { type Columns, type Row, readTable, type TableStart } from './readers/table.ts'
import { isWorkbook } from './readers/workbook.ts'
import { asFields } from './readers/yaml.ts'
import { RowFields } from './row-fields.ts'
import { RowReader } from './row-reader.ts'
import { RowWriter } from './row-writer.ts'
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
/** A table in text of so many bytes has a thread of its own make its items: shorter ones are read before one has started. */
const LONG_BYTES = 500_000

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
  let table: TableReader | undefined
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
    const isLong = bytes.length > LONG_BYTES && unit.role === 'table' && !isWorkbook(bytes)
    // What decoders hold of the pictures before it would stand beside all that a long table takes.
    if (isLong) await context.deriver.media.rest()
    const said = Object.keys(sidecar)
    table = new TableReader({ unit, ...kind, said, context, writer, settings, isLong })
    settled(await readTable(unit.path, bytes, table), context.sources, problems)
    await table.finish()
    writer.tell(...problems)
    return [...unit.members, ...table.deps]
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown
    throw new TableUnreadable(thrown.problem, keep)
  } finally {
    await table?.close()
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

interface TableOptions {
  readonly unit: Unit
  readonly kind: Kind
  readonly fields: Fields
  /** Names of the fields beside it: what room.yaml says of all files says less than a column does. */
  readonly said: readonly string[]
  readonly context: ReadContext
  readonly writer: UnitWriter
  readonly settings: string
  /** Its parts are told (`onPart`), and are worth a thread. */
  readonly isLong: boolean
}

class TableReader {
  readonly deps = new Set<string>()
  readonly #unit: Unit
  readonly #kind: Kind
  /** What is said of the table beside it, the mapping of its columns among it. */
  readonly #beside: Readonly<Record<string, unknown>>
  /** What is true of every row. */
  readonly #general: Fields
  readonly #said: readonly string[]
  readonly #context: ReadContext
  readonly #writer: UnitWriter
  readonly #isLong: boolean
  readonly #printSeed: string
  #reader: RowReader | undefined
  /** Of rows that are items of their own. */
  #rowWriter: RowWriter | undefined
  readonly #unused = new Map<string, Problem>()
  #silent = false
  #rows = 0
  /** The rows of a table that is one item as a whole. */
  #whole: TableRow[] | undefined

  constructor({ unit, kind, fields, said, context, writer, settings, isLong }: TableOptions) {
    this.#unit = unit
    this.#kind = kind
    this.#beside = fields
    this.#general = new RowFields(kind, fields).general
    this.#said = said
    this.#context = context
    this.#writer = writer
    this.#isLong = isLong
    this.#printSeed = shortHash(JSON.stringify([settings, unit.path, kind, this.#general]))
  }

  onHeaders(headers: readonly string[], start: TableStart): Columns | undefined {
    const kind = this.#kind
    const [signature, key] = [headerSignature(kind, headers), tableKey(kind, headers)]
    const told = toldOfTable(this.#beside, this.#context.tableOf(key), this.#unit.path)
    const given = this.#said
    const before = this.#writer.recall(signature)
    const columns = tableColumns({ kind, headers, start, ...told, given, before })
    if (columns === undefined) return undefined
    const reader = this.#decide(columns, told)
    const { prose, dates } = columns
    if (prose.by === 'values') this.#writer.remember(signature, fieldKey(prose.header))
    const { path, sidecars } = this.#unit
    const place = { path, key, sidecar: sidecars[0], prose: reader.plan.spoken }
    this.#writer.tell(...told.problems, ...columnNotes(columns, headers, place))
    this.#writer.tell(...dateNotes(dates, path, told.dates, (setting) => roomLine(key, setting)))
    return columns
  }

  #decide(columns: TableColumns, told: Told): RowReader {
    const { prose, dates } = columns
    const { wholeTable, prose: spoken } = definitionOf(this.#kind)
    const headers = columns.names.filter((name) => name !== undefined)
    const mapped = [...told.mapping.values()].map(({ field }) => field)
    const reader = new RowReader({
      path: this.#unit.path,
      kind: this.#kind,
      beside: this.#beside,
      headers,
      dates,
      idName: columns.id,
      spoken: prose.by === 'none' ? undefined : spoken,
      mapped: mapped.filter((field) => !ABOUT_THE_ROW.includes(field)),
      wall: this.#context.wall,
    })
    this.#reader = reader
    this.#silent = prose.by === 'nobody'
    if (wholeTable?.(headers)) this.#whole = []
    const orders = dates.map(({ name, dates: read }) => [
      name,
      read.read === 'order' ? read.order : read.read,
    ])
    const [writer, context, isLong] = [this.#writer, this.#context, this.#isLong]
    const printSeed =
      orders.length > 0 ? shortHash(this.#printSeed + JSON.stringify(orders)) : this.#printSeed
    if (!this.#whole && !this.#silent)
      this.#rowWriter = new RowWriter({ reader, writer, context, printSeed, isLong })
    return reader
  }

  onRow(row: Row): void {
    this.#rows += 1
    if (this.#rows % 1_000 === 0) this.#context.deriver.mark.goesOn()
    const reader = this.#reader
    if (this.#silent || !reader) return
    if (this.#whole) {
      if (this.#whole.length < MOST_WHOLE_ROWS && Object.keys(row.cells).length > 0) this.#whole.push(row)
      return
    }
    if (this.#rows <= SAMPLE_ROWS && !reader.isBlank(row)) this.#noteUnused(reader.draftOf(row))
    this.#rowWriter?.take(row)
  }

  async onPart(): Promise<void> {
    await this.#rowWriter?.endPart()
  }

  /** Rows with pictures or recordings of their own, and what is told of the table as a whole. */
  async finish(): Promise<void> {
    if (this.#whole) return this.#finishWhole(this.#whole)
    await this.#rowWriter?.finish()
    for (const path of this.#rowWriter?.deps ?? []) this.deps.add(path)
    const blank = this.#rowWriter?.blank ?? 0
    if (blank > 0) {
      const rows = blank === 1 ? 'One row has' : `${blank} rows have`
      const message = `${rows} nothing in the columns that were chosen, and ${blank === 1 ? 'was' : 'were'} left out.`
      this.#writer.tell(
        note({ path: this.#unit.path }, message, 'Nothing is to be done if these people gave no answer.'),
      )
    }
    this.#tellUnused()
  }

  async close(): Promise<void> {
    await this.#rowWriter?.close()
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
    const reader = this.#reader
    if (!reader) return
    const draft: Draft = { ...reader.draftOf({ line: 1, cells: {} }), table }
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
      if (found.field === undefined || found.field === this.#reader?.plan.idName) continue
      if (Object.hasOwn(this.#general, found.field))
        this.#writer.tell({ ...found, path: sidecars[0] ?? path })
      else this.#unused.set(found.field, found)
    }
    const said = this.#reader?.said.over(draft.fields, id) ?? draft.fields
    const made = interpret(said === draft.fields ? draft : { ...draft, fields: said }, this.#kind)
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
    const isColumn = (this.#reader?.plan.headers ?? []).some(
      (header) => meantField(header, aliases) === found.field,
    )
    if (sidecar === undefined || isColumn || found.severity !== 'error') return found
    const { line: _, ...placeless } = found
    return { ...placeless, path: sidecar }
  }

  #noteUnused(draft: Draft): void {
    for (const found of unknownFields(draft, this.#kind)) {
      if (found.field !== undefined && found.field !== this.#reader?.plan.idName)
        this.#unused.set(found.field, found)
    }
  }
}
