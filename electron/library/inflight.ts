import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The file that is being read right now, by content. */
export interface InFlight {
  readonly path: string
  readonly hash: string
  /** Its size, by which its time is measured. */
  readonly bytes?: number | undefined
}

/** A file that ended the process so often is left alone until it changes. */
export const MAX_DEATHS = 2

/**
 * Remembers on disk which file is being read, so that the next process knows what ended this one. It is no part of
 * index.db, whose open transaction dies with the process.
 */
export class InFlightMark {
  readonly #descriptor: number
  readonly #open: InFlight[] = []
  readonly #boot = bootId()
  #isForgiven = false
  #isClosed = false
  /** What the last process was reading when it ended, if it did not end by itself. */
  readonly left: InFlight | undefined
  /** Told of each beginning and end, for a watchdog. */
  onChange: (busy: boolean, bytes?: number) => void = () => {}

  constructor(dataDir: string) {
    mkdirSync(dataDir, { recursive: true })
    const file = join(dataDir, 'in-flight.json')
    this.left = readMark(file, this.#boot)
    this.#descriptor = openSync(file, 'w')
  }

  /** Marks may lie in each other: a document, and in it a picture. What is read last is to blame. */
  async during<Result>(mark: InFlight, work: () => Promise<Result>): Promise<Result> {
    this.#open.push(mark)
    this.#write()
    try {
      return await work()
    } finally {
      this.#open.pop()
      this.#write()
    }
  }

  /** A long file gets on: its time begins anew. */
  goesOn(): void {
    this.onChange(true, this.#open.at(-1)?.bytes)
  }

  /** This process is told to end: whatever it is reading is not to blame. */
  forgive(): void {
    this.#isForgiven = true
    if (!this.#isClosed) ftruncateSync(this.#descriptor)
  }

  #write(): void {
    const mark = this.#open.at(-1)
    ftruncateSync(this.#descriptor)
    if (mark && !this.#isForgiven)
      writeSync(this.#descriptor, JSON.stringify({ ...mark, boot: this.#boot }), 0)
    this.onChange(mark !== undefined, mark?.bytes)
  }

  /** May be called twice: a rebuilding that failed on a full disk is tried again. */
  close(): void {
    if (!this.#isClosed) closeSync(this.#descriptor)
    this.#isClosed = true
  }
}

/** Changes when the computer starts anew; the same for ever where the system does not tell. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    // Not Linux: there a power cut counts as one death, and a file is left alone after two only.
    return ''
  }
}

function readMark(file: string, boot: string): InFlight | undefined {
  try {
    const mark: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof mark !== 'object' || mark === null || !('path' in mark) || !('hash' in mark)) return undefined
    // The power was cut, and no file does that.
    if ('boot' in mark && mark.boot !== boot) return undefined
    return { path: String(mark.path), hash: String(mark.hash) }
  } catch {
    // No file, or an empty one: the last process ended by itself.
    return undefined
  }
}
