import { parentPort, workerData } from 'node:worker_threads'
import { type RowMade, type RowPlan, RowReader } from './row-reader.ts'

/** Entry of the thread that makes items of a long table's rows, while the library's own parses and writes. */

/** Rows that are sent together: their lines, and a JSON list of their cells. */
export interface RowBlock {
  readonly lines: readonly number[]
  readonly cells: string
}

const reader = new RowReader(workerData as RowPlan)

parentPort?.on('message', ({ lines, cells }: RowBlock) => {
  const rows = JSON.parse(cells) as Readonly<Record<string, string>>[]
  parentPort?.postMessage(rows.map((row, at): RowMade => reader.read({ line: lines[at] ?? 1, cells: row })))
})
