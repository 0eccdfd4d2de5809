/** The host's only sources of time, so that tests can own them. */
export interface Clock {
  /** What the machine's clock says, ms since 1970 UTC. It may jump either way. */
  now(): number
  /** Time that only grows, ms from an arbitrary start: slides are timed by it, so that a clock set back freezes nothing. */
  steady(): number
  /** Runs `work` once after `ms`; the returned function calls it off. */
  after(ms: number, work: () => void): () => void
}

/** Node runs a timer beyond this at once; a longer wait is made of several. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  after(ms, work) {
    const rest = ms - LONGEST_TIMER_MS
    const goOn = (): void => {
      if (rest > 0) timer = setTimeout(work, rest)
      else work()
    }
    let timer = setTimeout(goOn, Math.min(Math.max(0, ms), LONGEST_TIMER_MS))
    return () => clearTimeout(timer)
  },
}
