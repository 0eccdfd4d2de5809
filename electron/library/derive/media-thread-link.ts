import { Worker } from 'node:worker_threads'
import type { Derived } from './derived.ts'
import type { FromMediaThread, MediaTask } from './media-thread.ts'

/** When nothing was derived for so long, the thread ends and gives back what its decoders hold, ms. */
const IDLE_MS = 5_000

/** The thread ended while it read a file, which would have ended the library. */
export class ThreadEnded extends Error {}

/**
 * The thread that decodes pictures, recordings and films, as the library's own thread sees it: one file at a time, in
 * the order in which they are given. Decoders in WASM never give memory back but by ending (some 130 MB after pictures).
 */
export class MediaThread {
  readonly #file: URL
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #last: Promise<unknown> = Promise.resolve()
  #onStep = (): void => {}
  #resolve = (_: Derived): void => {}
  #reject = (_: unknown): void => {}

  constructor(file = threadFile()) {
    this.#file = file
  }

  /** Takes the bytes away. `onStep` is called while a long file gets on. Rejects with ThreadEnded where the thread does not survive it. */
  derive(task: MediaTask, onStep: () => void): Promise<Derived> {
    const turn = this.#last.then(() => this.#derive(task, onStep))
    this.#last = turn.catch(() => {})
    return turn
  }

  /** Ends the thread after what it was given; the next file starts it again. */
  async rest(): Promise<void> {
    await this.#last
    clearTimeout(this.#idle)
    const ending = this.#worker
    this.#worker = undefined
    await ending?.terminate()
  }

  async #derive(task: MediaTask, onStep: () => void): Promise<Derived> {
    clearTimeout(this.#idle)
    this.#worker ??= this.#start()
    const worker = this.#worker
    // Whoever waits for a file keeps the process; a thread with nothing to do does not.
    worker.ref()
    this.#onStep = onStep
    try {
      return await new Promise((resolve, reject) => {
        this.#resolve = resolve
        this.#reject = reject
        worker.postMessage(task, ownBuffers(task.bytes))
      })
    } finally {
      worker.unref()
      this.#idle = setTimeout(() => void this.rest(), IDLE_MS).unref()
    }
  }

  #start(): Worker {
    const worker = new Worker(this.#file)
    const ended = (why: string): void => {
      // It was told to rest, and another one may be at work by now.
      if (this.#worker !== worker) return
      this.#worker = undefined
      this.#reject(new ThreadEnded(why))
    }
    worker.on('message', (said: FromMediaThread) => this.#hear(said))
    worker.on('error', (thrown) => ended(String(thrown)))
    worker.on('exit', (code) => ended(`code ${code}`))
    return worker
  }

  #hear(said: FromMediaThread): void {
    switch (said.type) {
      case 'step':
        return this.#onStep()
      case 'derived':
        return this.#resolve(said.derived)
      case 'failed':
        return this.#reject(said.thrown)
    }
  }
}

/** One for a process, however many rooms it reads: a decoder takes a while to load. */
export const mediaThread = new MediaThread()

/** A file that has a buffer of its own is handed over without a copy: afterwards it is nobody's but the thread's. */
function ownBuffers({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

/** Beside this module: as it was written, or bundled as the library is. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './media-thread.ts' : './media.cjs', import.meta.url)
}
