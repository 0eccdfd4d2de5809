import { Worker } from 'node:worker_threads'

/** What one file may cost: time in ms, memory of the whole process in MB. */
export interface Limits {
  readonly fileMs: number
  readonly memoryMb: number
}

export const LIMITS: Limits = { fileMs: 60_000, memoryMb: 1_500 }

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
    const late = Date.now() - began > workerData.fileMs
    const large = process.memoryUsage.rss() / 1048576 > workerData.memoryMb
    if (late || large) process.kill(process.pid, 'SIGKILL')
  }
`

/** Ends this process when one file takes too long or too much. For a process of its own only. */
export function startGuard({ fileMs, memoryMb }: Limits = LIMITS): { busy(reading: boolean): void } {
  const shared = new SharedArrayBuffer(8)
  const since = new BigInt64Array(shared)
  const worker = new Worker(WATCH, { eval: true, workerData: { since: shared, fileMs, memoryMb } })
  worker.unref()
  // Without its guard the library still works; ending it for that would be the greater harm.
  worker.on('error', () => {})
  return {
    busy: (reading) => {
      const before = Atomics.exchange(since, 0, reading ? BigInt(Date.now()) : 0n)
      if (before === 0n && reading) Atomics.notify(since, 0)
    },
  }
}
