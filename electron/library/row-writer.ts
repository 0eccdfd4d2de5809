import type { Kind } from '../../renderer/kinds/index.ts'
import { rowId, shortHash } from './item-id.ts'
import { interpret } from './items.ts'
import type { Json } from './query-items.ts'
import { type ReadContext, withMedia, writeItem } from './read-unit.ts'
import type { Row } from './readers/table.ts'
import type { RowMade, RowReader } from './row-reader.ts'
import { RowThread } from './row-thread-link.ts'
import type { UnitWriter } from './unit-writer.ts'

/** With fewer new rows in a part of it, as where it was exported again with some more, a long table needs no thread. */
const FEW_ROWS = 20
/** Blocks of rows that may be on their way: with more, most would outlive a sweep of the young space, and be carried on. */
const MOST_BLOCKS = 8

/** A thread takes up to 100 MB. Where as much is held already, of pictures that were read before, rows are made here. */
const MOST_HELD = 190_000_000

export interface RowWriterOptions {
  readonly reader: RowReader
  readonly writer: UnitWriter
  readonly context: ReadContext
  /** Of everything that a row's item is made from besides its cells. */
  readonly printSeed: string
  /** Its parts are told (`endPart`), and are worth a thread. */
  readonly isLong: boolean
}

/** A row that is to be written: its cells as JSON, of which its print is made. */
interface Entry {
  readonly row: Row
  readonly cells: string
  readonly print: string
}

interface Block {
  readonly entries: readonly Entry[]
  /** Those of them that were not known. */
  readonly fresh: readonly Entry[]
  readonly made: Promise<readonly RowMade[]> | readonly RowMade[]
}

/** Brings the rows of one table into the index, in their order; those of a long one by blocks, which a thread makes items of. */
export class RowWriter {
  /** Rows in which nobody answered. */
  blank = 0
  /** Files that rows asked for. */
  readonly deps = new Set<string>()
  readonly #options: RowWriterOptions
  readonly #prints = new Map<string, number>()
  readonly #waiting: { readonly row: Row; readonly id: string }[] = []
  #thread: RowThread | undefined
  #block: Entry[] = []
  readonly #blocks: Block[] = []

  constructor(options: RowWriterOptions) {
    this.#options = options
    if (options.isLong && options.writer.isNew) this.#startThread()
  }

  take(row: Row): void {
    if (this.#options.reader.isBlank(row)) {
      this.blank += 1
      return
    }
    const cells = JSON.stringify(row.cells)
    const entry = { row, cells, print: this.#printOf(row, cells) }
    if (this.#options.isLong) this.#block.push(entry)
    else this.#write(entry, undefined)
  }

  /** A part of the table was read; its rows are on their way while the next part is. */
  async endPart(): Promise<void> {
    this.#send()
    while (this.#blocks.length > MOST_BLOCKS) await this.#receive()
  }

  /** The rows that are still on their way, and those with pictures or recordings of their own. */
  async finish(): Promise<void> {
    this.#send()
    while (this.#blocks.length > 0) await this.#receive()
    for (const { row, id } of this.#waiting) await this.#finishRow(row, id)
  }

  /** Whatever was not written yet is not going to be. */
  async close(): Promise<void> {
    await this.#thread?.close()
  }

  #startThread(): void {
    if (this.#thread || process.memoryUsage.rss() > MOST_HELD) return
    this.#thread = new RowThread(this.#options.reader.plan)
  }

  #printOf(row: Row, cells: string): string {
    const own = shortHash(this.#options.printSeed + cells + this.#saidOf(row))
    const count = (this.#prints.get(own) ?? 0) + 1
    this.#prints.set(own, count)
    return count === 1 ? own : `${own}-${count}`
  }

  /** What is said of it beside the table. A row that is known by its words has no name before it is read: any of it may be its own. */
  #saidOf({ cells }: Row): string {
    const { said, plan } = this.#options.reader
    if (said.print === '') return ''
    const cell = plan.idName === undefined ? undefined : cells[plan.idName]
    return cell === undefined ? said.print : JSON.stringify(said.of(rowId(plan.path, cell, [])) ?? '')
  }

  #send(): void {
    if (this.#block.length === 0) return
    const entries = this.#block
    this.#block = []
    const fresh = entries.filter(({ print }) => !this.#options.writer.knows(print))
    if (fresh.length > FEW_ROWS) this.#startThread()
    const made = this.#thread?.read(
      fresh.map(({ row }) => row),
      fresh.map(({ cells }) => cells),
    )
    this.#blocks.push(made ? { entries, fresh, made } : { entries, fresh: [], made: [] })
  }

  /** Writes the block that was sent first. Its rows keep their order, whether they were known or not. */
  async #receive(): Promise<void> {
    const block = this.#blocks.shift()
    if (!block) return
    const made = await block.made
    this.#options.context.deriver.mark.goesOn()
    let next = 0
    for (const entry of block.entries) {
      const isFresh = entry === block.fresh[next]
      this.#write(entry, isFresh ? made[next] : undefined)
      if (isFresh) next += 1
    }
  }

  #write({ row, print }: Entry, before: RowMade | undefined): void {
    const { reader, writer } = this.#options
    if (writer.keepPrint(print, row.line)) return
    const read = before ?? reader.read(row)
    if (read.is === 'blank') {
      this.blank += 1
      return
    }
    const { path, idName, kind } = reader.plan
    const isCounted = idName === undefined || row.cells[idName] === undefined
    const wanted = isCounted ? writer.claimCounted(read.wanted) : read.wanted
    const isOther = wanted !== read.wanted && (reader.said.of(wanted) ?? reader.said.of(read.wanted))
    const made = isOther ? reader.read(row, wanted) : read
    if (made.is === 'blank') return
    const id = writer.claim(wanted, { path, line: row.line })
    if (id === undefined) return
    switch (made.is) {
      case 'refused':
        return writer.refuse(id, made.refused, row.line)
      case 'media':
        this.#waiting.push({ row, id })
        return
      case 'item':
        writer.tell(...made.problems)
        return writer.putRow({ ...withId(made, id), line: row.line, id, kind }, print)
    }
  }

  async #finishRow(row: Row, id: string): Promise<void> {
    const { reader, writer, context } = this.#options
    const kind: Kind = reader.plan.kind
    const made = interpret(reader.draftOf(row, id), kind)
    if (!made.ok) return
    const outcome = await withMedia(made, context, this.deps)
    if (outcome.ok) writeItem(writer, id, outcome, context.wall)
    else writer.refuse(id, outcome.refused, row.line)
  }
}

/** Two people may have said the same: then the second one's id is counted. */
function withId(made: RowMade & { is: 'item' }, id: string): { item: Json; card: Json } {
  if (made.wanted === id) return made
  const renamed = (json: Json): string => JSON.stringify({ ...JSON.parse(json.toString()), id })
  return { item: renamed(made.item), card: renamed(made.card) }
}
