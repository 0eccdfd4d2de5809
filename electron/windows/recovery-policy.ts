/**
 * What to do when the wall's window dies or hangs, as a pure step `(state, event, now) => state and action`.
 * `unresponsive` of Electron never comes without input, so the wall's own `alive` is the heartbeat. Times in ms, steady.
 */

export interface RecoveryState {
  /**
   * `starting` from a load until the first `alive`; `running` after it; `ending` while a hung renderer is being killed;
   * `waiting` until a calm wait is over; `over` once the app is to be started again.
   */
  readonly phase: 'starting' | 'running' | 'ending' | 'waiting' | 'over'
  /** When the phase began. */
  readonly since: number
  readonly aliveAt: number
  /** Silence since then, ms, as far as we were awake to hear it. */
  readonly silence: number
  /** Whether anything was painted since the load. */
  readonly hasPainted: boolean
  readonly tickAt: number
  /** Losses in a row, without a healthy stretch between them. */
  readonly losses: number
  /** How often this boot has already started the app anew; it is kept in the record. */
  readonly relaunches: number
}

export type RecoveryEvent =
  | { readonly type: 'tick' | 'alive' | 'painted' }
  /** The page is gone, could not be loaded, or its process was killed. */
  | { readonly type: 'gone'; readonly reason: string }

export type RecoveryAction =
  /** Kill the renderer, which hangs; `gone` is to follow. */
  | { readonly type: 'kill'; readonly because: string }
  | { readonly type: 'reload' | 'recreate' | 'relaunch'; readonly because: string }
  /** Too often: do nothing for this long; a `recreate` follows by itself. */
  | { readonly type: 'wait'; readonly ms: number; readonly because: string }

export interface RecoveryStep {
  readonly state: RecoveryState
  readonly action?: RecoveryAction | undefined
}

/** How often `tick` is to be called. */
export const TICK_MS = 200
/** A wall that is silent for so long hangs: with the kill and a reload, content is back within 2 s. */
export const SILENCE_MS = 1_200
/** When it keeps hanging, or has not painted yet, the machine may just be slow: then it is given more time. */
export const PATIENT_SILENCE_MS = 5_000
/** With a cold disk a window takes up to 15 s to its first sign of life. */
export const START_MS = 20_000
/** A renderer that is killed but not gone by then is given up with its window. */
export const ENDING_MS = 1_000
/**
 * Of the time between two ticks no more counts as silence: on a machine that is too busy to tick in time the wall is too
 * busy to answer.
 */
const HEARD_MS = TICK_MS + 50
/** A tick so late means that we ourselves slept (a laptop's lid, a stopped process). */
export const OWN_STALL_MS = 800
/** A wall that ran for so long is healthy: what it lost before is forgotten. */
export const HEALTHY_MS = 60_000
export const RELOADS = 3
export const RECREATES = 2
export const RELAUNCHES = 3
export const CALM_MS = 300_000

export function startRecovery(now: number, relaunches: number): RecoveryState {
  return {
    phase: 'starting',
    since: now,
    aliveAt: now,
    silence: 0,
    hasPainted: false,
    tickAt: now,
    losses: 0,
    relaunches,
  }
}

export function recover(state: RecoveryState, event: RecoveryEvent, now: number): RecoveryStep {
  switch (event.type) {
    case 'alive':
      return { state: alive(state, now) }
    case 'painted':
      return { state: { ...alive(state, now), hasPainted: true } }
    case 'gone':
      return lose(state, event.reason, now)
    case 'tick':
      return tick(state, now)
  }
}

/** A late sign of life of a renderer that is being killed means nothing. */
function alive(state: RecoveryState, now: number): RecoveryState {
  if (state.phase === 'starting') return { ...state, phase: 'running', since: now, aliveAt: now, silence: 0 }
  return state.phase === 'running' ? { ...state, aliveAt: now, silence: 0 } : state
}

function tick(before: RecoveryState, now: number): RecoveryStep {
  const state = { ...before, tickAt: now }
  switch (state.phase) {
    case 'starting':
      if (now - before.tickAt > OWN_STALL_MS) return { state: { ...state, since: now } }
      return now - state.since >= START_MS ? kill(state, 'it did not start', now) : { state }
    case 'running': {
      const unheard = now - Math.max(before.tickAt, before.aliveAt)
      return listen({ ...state, silence: state.silence + Math.min(unheard, HEARD_MS) }, now)
    }
    case 'ending':
      return now - state.since >= ENDING_MS
        ? lose(beyondReload(state), 'it could not be ended', now)
        : { state }
    case 'waiting':
      return now - state.since >= CALM_MS ? recreate(state, 'the calm wait is over', now) : { state }
    case 'over':
      return { state }
  }
}

function listen(state: RecoveryState, now: number): RecoveryStep {
  // The first slide takes longest: fonts are unpacked and code runs for the first time.
  const mayBeSlow = !state.hasPainted || state.losses >= RELOADS - 1
  const limit = mayBeSlow ? PATIENT_SILENCE_MS : SILENCE_MS
  if (state.silence >= limit)
    return kill(state, `it gave no sign of life for ${(state.silence / 1000).toFixed(1)} s`, now)
  return { state: now - state.since >= HEALTHY_MS ? { ...state, losses: 0 } : state }
}

function kill(state: RecoveryState, because: string, now: number): RecoveryStep {
  return { state: { ...state, phase: 'ending', since: now }, action: { type: 'kill', because } }
}

/** Reload, then a new window, then a new start of the app, then a calm wait: never an endless loop. */
function lose(state: RecoveryState, because: string, now: number): RecoveryStep {
  if (state.phase === 'waiting' || state.phase === 'over') return { state }
  const lost = { ...state, losses: state.losses + 1 }
  if (lost.losses <= RELOADS) return { state: starting(lost, now), action: { type: 'reload', because } }
  if (lost.losses <= RELOADS + RECREATES) return recreate(lost, because, now)
  if (state.relaunches < RELAUNCHES) {
    return { state: { ...lost, phase: 'over', since: now }, action: { type: 'relaunch', because } }
  }
  return { state: { ...lost, phase: 'waiting', since: now }, action: { type: 'wait', ms: CALM_MS, because } }
}

function recreate(state: RecoveryState, because: string, now: number): RecoveryStep {
  return { state: starting(state, now), action: { type: 'recreate', because } }
}

function starting(state: RecoveryState, now: number): RecoveryState {
  return { ...state, phase: 'starting', since: now, aliveAt: now, silence: 0, hasPainted: false, tickAt: now }
}

/** A reload needs a process that obeys. */
function beyondReload(state: RecoveryState): RecoveryState {
  return { ...state, losses: Math.max(state.losses, RELOADS) }
}
