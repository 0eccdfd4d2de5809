import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { isDeepStrictEqual } from 'node:util'
import type { Original } from '../renderer/core/admin/original.ts'
import type { Clock } from './clock.ts'
import type { FromLibrary, LibraryOptions, ToLibrary } from './library/protocol.ts'
import { makePeeks } from './peeks.ts'

/** The part of Electron's utility process that is used; it is handed in, so that this module needs no Electron. */
export interface Child {
  readonly stdout: NodeJS.ReadableStream | null
  readonly stderr: NodeJS.ReadableStream | null
  on(event: 'message', listener: (message: FromLibrary) => void): unknown
  on(event: 'exit', listener: (code: number) => void): unknown
  postMessage(message: ToLibrary): void
  kill(): boolean
}

export interface LibraryLinkParts {
  readonly fork: () => Child
  readonly options: LibraryOptions
  readonly clock: Clock
  readonly onMessage: (message: Exclude<FromLibrary, { type: 'peeked' }>) => void
  /** It died and a new one starts; what it held open is to be opened again. */
  readonly onRestart: (detail: string) => void
  /** A line that the process wrote to its terminal. */
  readonly onLine: (line: string) => void
}

export interface LibraryLink {
  /** Opens the folder anew, now and after each restart, where the options are other ones than before. */
  open(options: LibraryOptions): void
  /** A picture of the folder, small and in memory alone. */
  peek(path: string): Promise<Original>
  /** Reads no further, or goes on; a new process reads. */
  stop(): void
  goOn(): void
  /** Resolves when the process has ended, or was ended after a second. */
  close(): Promise<void>
}

/**
 * Young objects are most of what reading makes: a small nursery keeps a table of 100,000 rows under 370 MB, and half of it
 * took a tenth longer.
 */
export const LIBRARY_ARGUMENTS = ['--max-semi-space-size=8']

/** The first restart comes at once; each further one waits twice as long, up to half a minute. */
const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 30_000
/** A process that lived so long is healthy: the next death is a first one again. */
const HEALTHY_MS = 60_000
const CLOSE_LIMIT_MS = 1_000

/** Two copies of GLib in one process complain on Linux, and sharp warns of it; the library process alone holds both. */
const NOISE = /GLib-GObject-(CRITICAL|WARNING)|SharpElectronLinux|--trace-warnings|^\s*$/

/** Starts the library process and keeps one running. */
export function superviseLibrary(parts: LibraryLinkParts): LibraryLink {
  const { clock } = parts
  const peeks = makePeeks(clock)
  let child: Child | undefined
  let deaths = 0
  let startedAt = 0
  let options = parts.options
  let isClosing = false
  let onClosed = (): void => undefined
  let cancelRestart = (): void => undefined

  function start(): void {
    startedAt = clock.steady()
    const started = parts.fork()
    child = started
    for (const stream of [started.stdout, started.stderr]) if (stream) readLines(stream, parts.onLine)
    started.on('message', (message) => {
      if (message.type === 'peeked') peeks.answered(message.ask, message.answer)
      else parts.onMessage(message)
    })
    started.on('exit', died)
    started.postMessage({ type: 'open', options })
  }

  function died(code: number): void {
    child = undefined
    peeks.lost()
    if (isClosing) return onClosed()
    deaths = clock.steady() - startedAt >= HEALTHY_MS ? 1 : deaths + 1
    const waitMs = restartWait(deaths)
    parts.onRestart(
      `It ended with code ${code} and starts again${waitMs > 0 ? ` in ${waitMs / 1000} s` : ''}.`,
    )
    cancelRestart = clock.after(waitMs, start)
  }

  start()
  return {
    open(changed) {
      if (isDeepStrictEqual(changed, options)) return
      options = changed
      child?.postMessage({ type: 'open', options })
    },
    peek: (path) => peeks.ask(path, (message) => child?.postMessage(message)),
    stop: () => child?.postMessage({ type: 'stop' }),
    goOn: () => child?.postMessage({ type: 'go-on' }),
    close() {
      isClosing = true
      cancelRestart()
      const last = child
      if (!last) return Promise.resolve()
      return new Promise((resolve) => {
        const stopWaiting = clock.after(CLOSE_LIMIT_MS, () => {
          last.kill()
          resolve()
        })
        onClosed = () => {
          stopWaiting()
          resolve()
        }
        last.postMessage({ type: 'close' })
      })
    },
  }
}

/** ms before the restart after so many deaths in a row (1 or more): 0, 250, 500, ... 30,000. */
export function restartWait(deaths: number): number {
  return deaths <= 1 ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(deaths - 2, 20))
}

function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  createInterface({ input: stream as Readable }).on('line', (line) => {
    if (!NOISE.test(line)) onLine(line)
  })
}
