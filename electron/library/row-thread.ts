import { parentPort, workerData } from 'node:worker_threads'
import { type RowMade, type RowPlan, RowReader } from './row-reader.ts'

/** Entry of the thread that makes items of a long table's rows, while the library's own parses and writes. */

/** Rows that are sent together: their lines, and a JSON list of their cells. */
export interface RowBlock {
  readonly lines: readonly number[]
  readonly cells: string
}

/** What they came to. Items and cards are bytes: to make texts of them again would take as long as to write them. */
export interface RowAnswer {
  /** Of an item its id alone; anything else whole. */
  readonly made: readonly (string | RowMade)[]
  /** Where each row's item and each row's card ends in `bytes`, one after the other. */
  readonly ends: Uint32Array
  /** UTF-8. */
  readonly bytes: ArrayBuffer
}

const reader = new RowReader(workerData as RowPlan)
/** UTF-8 takes up to three bytes for a UTF-16 unit. */
const MOST_BYTES = 3
let room = Buffer.allocUnsafeSlow(262_144)

parentPort?.on('message', ({ lines, cells }: RowBlock) => {
  const rows = JSON.parse(cells) as Readonly<Record<string, string>>[]
  const ends = new Uint32Array(rows.length * 2)
  let end = 0
  const put = (text: string): number => {
    if (end + text.length * MOST_BYTES > room.length) room = larger(room, end + text.length * MOST_BYTES)
    end += room.write(text, end)
    return end
  }
  const made = rows.map((row, at) => {
    const read = reader.read({ line: lines[at] ?? 1, cells: row })
    const isPlain = read.is === 'item' && read.problems.length === 0
    ends[2 * at] = isPlain ? put(read.item) : end
    ends[2 * at + 1] = isPlain ? put(read.card) : end
    return isPlain ? read.wanted : read
  })
  const bytes = room.buffer.slice(0, end)
  const answer: RowAnswer = { made, ends, bytes }
  parentPort?.postMessage(answer, [bytes, ends.buffer])
})

function larger(before: typeof room, least: number): typeof room {
  const after = Buffer.allocUnsafeSlow(2 * least)
  before.copy(after)
  return after
}
