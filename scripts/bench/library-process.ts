import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FromLibrary, LibraryOptions } from '../../electron/library/protocol.ts'
import { indexFile } from '../../electron/library/store.ts'
import { LIBRARY_ARGUMENTS } from '../../electron/library-link.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { chromiumFlags, electronBinary, ROOT } from '../../tests/e2e/room.ts'
import { until } from './figures.ts'

/** What the process said, and when, ms since 1970. */
export type Said = (FromLibrary | { readonly type: 'started'; readonly pid: number }) & {
  readonly at: number
}

/** The real library: the built bundle in a utility process of Electron. */
export class LibraryProcess {
  readonly said: Said[] = []
  readonly #dataDir: string
  readonly #child: ReturnType<typeof spawn>

  constructor(open: LibraryOptions) {
    this.#dataDir = open.dataDir
    const library = join(ROOT, 'dist/electron/library.cjs')
    const app = join(import.meta.dirname, 'library-host')
    this.#child = spawn(electronBinary(), [...chromiumFlags(), app], {
      env: {
        ...process.env,
        LIBRARY_HOST: JSON.stringify({ library, execArgv: LIBRARY_ARGUMENTS, open }),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    })
    if (this.#child.stdout)
      createInterface({ input: this.#child.stdout }).on('line', (line) => {
        if (line.startsWith('{')) this.said.push(JSON.parse(line) as Said)
      })
  }

  /** Waits for a message; returns when it was said, ms since 1970. */
  async when(what: (said: Said) => boolean, limitMs = 60_000): Promise<number> {
    return (await until(() => this.said.find(what), limitMs)).at
  }

  started(): Promise<number> {
    return this.when(({ type }) => type === 'started')
  }

  /** When the folder was first walked and compared with the index. */
  reached(): Promise<number> {
    return this.when((said) => said.type === 'folder' && said.reachable)
  }

  /** Waits until all that is there has been read for the first time; returns when the last of it was told. */
  async read(limitMs: number): Promise<number> {
    await this.reached()
    await until(() => (unread(this.#dataDir) === 0 ? true : undefined), limitMs)
    await this.when(({ type }) => type === 'revision')
    // What was committed is told a moment later.
    await new Promise((resolve) => setTimeout(resolve, 500))
    return this.said.findLast(({ type }) => type === 'revision' || type === 'folder')?.at ?? 0
  }

  /** CPU time so far, s, and the most memory that it held at once, MB. Linux tells; elsewhere NaN. */
  async cost(): Promise<Cost> {
    const started = this.said.find((said) => said.type === 'started')
    return started?.type === 'started' ? costOf(started.pid) : { cpuSeconds: Number.NaN, peakMb: Number.NaN }
  }

  async close(): Promise<void> {
    const ended = new Promise((resolve) => this.#child.once('close', resolve))
    this.#child.stdin?.write('close\n')
    await ended
  }
}

/** Units that are still to be read; undefined until the first commit. */
export function unread(dataDir: string): number | undefined {
  try {
    const db = openDatabase(indexFile(dataDir), { readonly: true, fileMustExist: true })
    try {
      return db
        .prepare<[], number>(
          "SELECT (SELECT count(*) FROM dirty) + (SELECT count(*) = 0 FROM meta WHERE key = 'revision')",
        )
        .pluck()
        .get()
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}

export interface Cost {
  readonly cpuSeconds: number
  readonly peakMb: number
}

/** Clock ticks in /proc are hundredths of a second everywhere (proc(5)). */
const TICKS = 100

export function costOf(pid: number): Cost {
  try {
    const peak = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS, peakMb: Number(peak) / 1_024 }
  } catch {
    return { cpuSeconds: Number.NaN, peakMb: Number.NaN }
  }
}
