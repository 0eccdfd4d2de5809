import type { Clock } from '../../electron/clock.ts'

/** A clock that a test moves. The machine's time can be set apart from the steady one. */
export interface FakeClock extends Clock {
  /** Lets so many ms pass, running each timer at its time. */
  pass(ms: number): void
  /** Somebody sets the machine's clock; no time passes. */
  setNow(ms: number): void
}

export const START = Date.UTC(2026, 10, 2, 9, 0, 0)

export function fakeClock(start = START): FakeClock {
  let steady = 0
  let offset = start
  let timers: { at: number; work: () => void }[] = []
  return {
    now: () => offset + steady,
    steady: () => steady,
    after(ms, work) {
      const timer = { at: steady + Math.max(0, ms), work }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
    pass(ms) {
      const end = steady + ms
      for (;;) {
        const next = timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0]
        if (!next) break
        timers = timers.filter((timer) => timer !== next)
        steady = Math.max(steady, next.at)
        next.work()
      }
      steady = end
    },
    setNow(ms) {
      offset = ms - steady
    },
  }
}
