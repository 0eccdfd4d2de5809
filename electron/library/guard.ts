import { Worker } from 'node:worker_threads'

/** What one file may cost: time in ms, memory of the whole process in MB. */
export interface Limits {
  /** For the smallest file. */
  readonly fileMs: number
  /** More for each megabyte of it, up to `mostMs`. */
  readonly msPerMb: number
  readonly mostMs: number
  readonly memoryMb: number
}

/** The slowest small files, photographs of telephones, take a tenth of this on a slow computer. */
export const LIMITS: Limits = { fileMs: 20_000, msPerMb: 4_000, mostMs: 60_000, memoryMb: 1_500 }

/** The time that a file of so many bytes may take, ms; one of unknown size the most. */
export function limitFor(bytes: number | undefined, { fileMs, msPerMb, mostMs }: Limits): number {
  return bytes === undefined ? mostMs : Math.min(mostMs, fileMs + (bytes / 1_048_576) * msPerMb)
}

/**
 * Runs in a thread of its own, because what hangs is the thread that reads the file. It knows no mercy: the mark on
 * disk says which file it was, and the process is started again.
 */
const WATCH = `
  const { workerData } = process.getBuiltinModule('node:worker_threads')
  const since = new BigInt64Array(workerData.since)
  // It sleeps until a file is read: a room that stands still costs nothing.
  for (;;) {
    const reading = Atomics.load(since, 0)
    Atomics.wait(since, 0, reading, reading === 0n ? Infinity : 250)
    const began = Number(Atomics.load(since, 0))
    if (began === 0) continue
    const late = Date.now() - began > Number(Atomics.load(since, 1))
    const large = process.memoryUsage.rss() / 1048576 > workerData.memoryMb
    if (late || large) process.kill(process.pid, 'SIGKILL')
  }
`

/** Ends this process when one file takes too long or too much. For a process of its own only. */
export function startGuard(limits: Limits = LIMITS): { busy(reading: boolean, bytes?: number): void } {
  const shared = new SharedArrayBuffer(16)
  const since = new BigInt64Array(shared)
  const worker = new Worker(WATCH, { eval: true, workerData: { since: shared, memoryMb: limits.memoryMb } })
  worker.unref()
  // Without its guard the library still works; ending it for that would be the greater harm.
  worker.on('error', () => {})
  return {
    busy: (reading, bytes) => {
      Atomics.store(since, 1, BigInt(Math.round(limitFor(bytes, limits))))
      const before = Atomics.exchange(since, 0, reading ? BigInt(Date.now()) : 0n)
      if (before === 0n && reading) Atomics.notify(since, 0)
    },
  }
}
