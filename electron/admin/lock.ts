import type { LockView } from '../../renderer/core/admin/lock.ts'
import type { Clock } from '../clock.ts'
import { pinState, tryPin } from './pin.ts'

/** Keeps the curator's window locked until the PIN was given, and locks it again when nobody has touched it for a while. */
export interface AdminLock {
  isLocked(): boolean
  view(): LockView
  unlock(attempt: { pin?: string | undefined }): Promise<LockView>
  lock(): LockView
  /** Somebody moved the mouse or pressed a key in the window. */
  touched(): void
  close(): void
}

export interface LockParts {
  readonly dataDir: string
  readonly clock: Clock
  /** Without being touched for so long it locks itself, ms. */
  readonly idleMs: () => number
  /** It has locked itself or was locked: what the window holds is to be forgotten. */
  readonly onLock: () => void
  readonly note: (what: string, detail: string) => void
}

/** On a curator's own desk there is no lock: who can start it there can read the folder as well. */
export const NO_LOCK: AdminLock = {
  isLocked: () => false,
  view: () => ({ state: 'open' }),
  unlock: async () => ({ state: 'open' }),
  lock: () => ({ state: 'open' }),
  touched: () => undefined,
  close: () => undefined,
}

export function makeLock({ dataDir, clock, idleMs, onLock, note }: LockParts): AdminLock {
  let isOpen = false
  let isChecking = false
  let touchedAt = clock.steady()
  let stopWatch = (): void => undefined

  function view(): LockView {
    if (isOpen) return { state: 'open' }
    const pin = pinState(dataDir, clock.now())
    return pin.type === 'set' ? { state: 'locked', waitMs: pin.waitMs } : { state: 'no-pin' }
  }

  async function attempt(pin: string): Promise<LockView> {
    const answer = await tryPin(dataDir, pin, clock.now)
    if (answer.type !== 'right') {
      if (answer.type === 'wrong') note('admin-refused', '')
      const locked: LockView = { state: 'locked', waitMs: answer.waitMs }
      return answer.type === 'wrong' ? { ...locked, answer: 'wrong' } : locked
    }
    isOpen = true
    note('admin-opened', '')
    touchedAt = clock.steady()
    watch()
    return { state: 'open' }
  }

  function watch(): void {
    const left = touchedAt + idleMs() - clock.steady()
    if (left <= 0) lock()
    else stopWatch = clock.after(left, watch)
  }

  function lock(): LockView {
    stopWatch()
    if (isOpen) {
      isOpen = false
      onLock()
    }
    return view()
  }

  return {
    isLocked: () => !isOpen,
    view,
    async unlock({ pin }) {
      const before = view()
      if (pin === undefined || before.state !== 'locked') return before
      // Two at once would share one count.
      if (isChecking) return { ...before, answer: 'busy' }
      isChecking = true
      try {
        return await attempt(pin)
      } finally {
        isChecking = false
      }
    },
    lock,
    touched() {
      touchedAt = clock.steady()
    },
    close() {
      stopWatch()
      isOpen = false
    },
  }
}
