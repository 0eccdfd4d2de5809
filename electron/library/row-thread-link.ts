import { Worker } from 'node:worker_threads'
import type { Row } from './readers/table.ts'
import { type RowMade, type RowPlan, RowReader } from './row-reader.ts'
import type { RowAnswer, RowBlock } from './row-thread.ts'

/**
 * Blocks that wait for the thread. While it has so many, the library's own does not wait for it, but makes a block itself.
 * More of them would outlive a sweep of the young space, and to carry them on costs more than a moment without work.
 */
export const MOST_WAITING = 3

/** The thread that makes items of rows, as the library's own thread sees it. Where there is none, rows are made here. */
export class RowThread {
  readonly #reader: RowReader
  #worker: Worker | undefined
  #waiting: { readonly rows: readonly Row[]; readonly resolve: (made: readonly RowMade[]) => void }[] = []

  constructor(plan: RowPlan) {
    this.#reader = new RowReader(plan)
    const worker = new Worker(threadFile(), { workerData: plan, resourceLimits: LIMITS })
    worker.on('message', (answer: RowAnswer) => this.#waiting.shift()?.resolve(rowsMade(answer)))
    // What a thread trips over, this one may read; and if it cannot, its mark on disk says which file it was.
    worker.on('error', () => this.#goOnHere())
    worker.on('exit', () => this.#goOnHere())
    this.#worker = worker
  }

  /** Blocks are answered in the order in which they are given. `cells` are those of `rows`, each as JSON. */
  read(rows: readonly Row[], cells: readonly string[]): Promise<readonly RowMade[]> {
    const worker = this.#worker
    const isBusy = this.#waiting.length >= MOST_WAITING
    if (!worker || isBusy) return Promise.resolve(rows.map((row) => this.#reader.read(row)))
    const block: RowBlock = { lines: rows.map(({ line }) => line), cells: `[${cells.join(',')}]` }
    return new Promise((resolve) => {
      this.#waiting.push({ rows, resolve })
      worker.postMessage(block)
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = undefined
    this.#waiting = []
    await worker?.terminate()
  }

  #goOnHere(): void {
    this.#worker = undefined
    for (const { rows, resolve } of this.#waiting.splice(0))
      resolve(rows.map((row) => this.#reader.read(row)))
  }
}

function rowsMade({ made, ends, bytes }: RowAnswer): RowMade[] {
  let end = 0
  const next = (at: number): Buffer => {
    const start = end
    end = ends[at] ?? start
    return Buffer.from(bytes, start, end - start)
  }
  return made.map((row, at) => {
    const [item, card] = [next(2 * at), next(2 * at + 1)]
    return typeof row === 'string' ? { is: 'item', wanted: row, item, card, problems: [] } : row
  })
}

/** MB. Rows come and go: a small young space is swept often, and little of it is ever kept. */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 192 }

/** Beside this module: as it was written, or bundled as the library is. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './row-thread.ts' : './rows.cjs', import.meta.url)
}
