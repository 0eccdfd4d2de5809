import { Worker } from 'node:worker_threads'
import type { Progress } from '../admin/tasks.ts'
import type { CurateCalls, CurateName, CuratePlan, FromCurate, ToCurate } from './curate-calls.ts'

/** The thread that writes for the curator, as its process sees it. It is begun by the first call. */
export interface CurateThread {
  /** Rejects where the thread fails or ends; a refusal is an answer. */
  call<Name extends CurateName>(
    name: Name,
    args: Parameters<CurateCalls[Name]>,
    progress?: Progress,
  ): Promise<ReturnType<CurateCalls[Name]>>
  /** Resolves when what was begun is on disk, after a few seconds at the latest. */
  close(): Promise<void>
}

interface Waiting {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly tell: Progress['tell'] | undefined
}

/** Who quits waits no longer for a folder that does not answer. */
const CLOSE_MS = 5_000

export function makeCurateThread(plan: CuratePlan, now: () => number): CurateThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let isClosed = false
  let last = 0

  function open(): Worker {
    const made = new Worker(threadFile(), { workerData: plan })
    made.on('message', hear)
    const fail = (error: Error): void => {
      if (worker === made) worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    made.on('error', (error) => fail(error instanceof Error ? error : new Error(String(error))))
    made.on('exit', () => fail(new Error('The thread that writes for the curator has ended.')))
    return made
  }

  function hear(message: FromCurate): void {
    const call = waiting.get(message.id)
    if (!call) return
    if (message.type === 'progress') return call.tell?.(message.doing, message.done, message.total)
    waiting.delete(message.id)
    if (message.type === 'answer') call.resolve(message.answer)
    else call.reject(new Error(message.message))
  }

  async function call<Name extends CurateName>(
    name: Name,
    args: Parameters<CurateCalls[Name]>,
    progress?: Progress,
  ): Promise<ReturnType<CurateCalls[Name]>> {
    if (isClosed) throw new Error('Nothing is written any more: the app is closing.')
    worker ??= open()
    const to = worker
    last += 1
    const id = last
    const cancel = (): void => to.postMessage({ type: 'cancel', id } satisfies ToCurate)
    const { promise, resolve, reject } = Promise.withResolvers<unknown>()
    waiting.set(id, { resolve, reject, tell: progress?.tell })
    to.postMessage({ type: 'call', id, now: now(), name, args })
    progress?.signal.addEventListener('abort', cancel, { once: true })
    // The thread answers each call by its own name.
    return (await promise.finally(() => progress?.signal.removeEventListener('abort', cancel))) as ReturnType<
      CurateCalls[Name]
    >
  }

  return {
    call,
    async close() {
      isClosed = true
      const ending = worker
      if (!ending) return
      const end = setTimeout(() => void ending.terminate(), CLOSE_MS)
      const exit = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage({ type: 'close' } satisfies ToCurate)
      await exit
      clearTimeout(end)
    },
  }
}

/** Beside this module: as it was written, or bundled as the host is. */
function threadFile(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './curate-thread.ts' : './curate.cjs', import.meta.url)
}
