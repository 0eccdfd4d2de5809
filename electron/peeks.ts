import type { Original } from '../renderer/core/admin/original.ts'
import type { Clock } from './clock.ts'
import type { ToLibrary } from './library/protocol.ts'

/** Questions for a picture that are on their way to the library process. */
export interface Peeks {
  ask(path: string, send: (message: ToLibrary) => void): Promise<Original>
  answered(ask: number, answer: Original): void
  /** The process is gone, and with it every answer. */
  lost(): void
}

/** A picture of 100 megapixels takes some seconds. */
const PATIENCE_MS = 30_000

export function makePeeks(clock: Clock): Peeks {
  const open = new Map<number, (answer: Original) => void>()
  let asked = 0
  function answered(ask: number, answer: Original): void {
    open.get(ask)?.(answer)
    open.delete(ask)
  }
  return {
    ask(path, send) {
      asked += 1
      const ask = asked
      return new Promise((resolve) => {
        const stop = clock.after(PATIENCE_MS, () => answered(ask, LOST))
        open.set(ask, (answer) => {
          stop()
          resolve(answer)
        })
        send({ type: 'peek', ask, path })
      })
    },
    answered,
    lost() {
      for (const ask of [...open.keys()]) answered(ask, LOST)
    },
  }
}

const LOST: Original = {
  ok: false,
  message: 'The library did not answer.',
  hint: 'Ask for the picture again in a moment.',
}
