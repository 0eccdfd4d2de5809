import type { BrowserWindow } from 'electron'
import type { Clock } from '../clock.ts'
import type { Records } from '../records/records.ts'
import {
  type RecoveryAction,
  type RecoveryEvent,
  recover,
  startRecovery,
  TICK_MS,
} from './recovery-policy.ts'
import { nextRelaunch } from './relaunch.ts'
import { loadWall } from './wall-window.ts'

export interface RecoveryParts {
  readonly clock: Clock
  readonly records: Records
  /** When this boot of the machine began, ms since 1970 UTC: new starts of the app are counted from then. */
  readonly bootedAt: number
  /** How often the app has started itself anew, as its own arguments say: a full disk cannot keep the record of it. */
  readonly relaunches: number
  /** Opens a fresh wall window in place of the lost one. */
  readonly open: () => BrowserWindow
  readonly relaunch: (relaunches: number) => void
  /** The window lost what it had drawn; called before it is filled again. */
  readonly onLost: () => void
  readonly say: (line: string) => void
}

export interface Recovery {
  window(): BrowserWindow
  /** The wall said that it runs. */
  alive(): void
  /** It has painted what it was given. */
  painted(): void
  /** It lives, but nothing of what it was given has been painted. */
  unpainted(): void
  close(): void
}

/** What each action is called in the record. */
const TOLD: Readonly<Record<RecoveryAction['type'], string>> = {
  kill: 'wall-hung',
  reload: 'wall-reloaded',
  recreate: 'wall-recreated',
  relaunch: 'wall-relaunch',
  wait: 'wall-waits',
}

/** Opens the wall and keeps it open, by the policy; each action is told in the record. */
export function keepWallOpen(parts: RecoveryParts): Recovery {
  const { clock, records } = parts
  const noted = records.noted(TOLD.relaunch, parts.bootedAt)
  const startedAt = clock.steady()
  let state = startRecovery(startedAt, Math.max(noted, parts.relaunches))
  let window = watched(parts.open())
  let stopTick = clock.after(TICK_MS, tick)
  let isClosed = false

  function tick(): void {
    stopTick = clock.after(TICK_MS, tick)
    take({ type: 'tick' })
  }

  function take(event: RecoveryEvent): void {
    // Whoever ends a service ends all its processes at once: what dies then is not to come back.
    if (isClosed) return
    const { state: next, action } = recover(state, event, clock.steady())
    state = next
    if (!action) return
    records.note(clock.now(), TOLD[action.type], `The wall's window: ${action.because}.`)
    parts.say(`The wall's window: ${action.because}. ${SAID[action.type]}`)
    act(action)
  }

  function act(action: RecoveryAction): void {
    switch (action.type) {
      case 'kill':
        return killRenderer(window)
      case 'reload':
        parts.onLost()
        return loadWall(window)
      case 'recreate': {
        const old = window
        parts.onLost()
        // The new one first: without any window the app would end, and the desktop would show.
        window = watched(parts.open())
        return old.destroy()
      }
      case 'relaunch':
        return parts.relaunch(nextRelaunch(parts.relaunches, clock.steady() - startedAt))
      case 'wait':
        return undefined
    }
  }

  /** Only what happens to the present window counts; one that was replaced may still report its end. */
  function watched(opened: BrowserWindow): BrowserWindow {
    const gone = (reason: string): void => {
      if (opened === window) take({ type: 'gone', reason })
    }
    opened.webContents.on('render-process-gone', (_event, { reason }) =>
      gone(`its process ended (${reason})`),
    )
    opened.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
      // -3 is a load that was replaced by another one.
      if (isMainFrame && code !== -3) gone(`its page could not be loaded (${description})`)
    })
    return opened
  }

  return {
    window: () => window,
    alive: () => take({ type: 'alive' }),
    painted: () => take({ type: 'painted' }),
    unpainted: () => take({ type: 'gone', reason: 'nothing was painted' }),
    close() {
      isClosed = true
      stopTick()
    },
  }
}

const SAID: Readonly<Record<RecoveryAction['type'], string>> = {
  kill: 'It is ended.',
  reload: 'It is loaded again.',
  recreate: 'A new window takes its place.',
  relaunch: 'The app starts again.',
  wait: 'It failed too often; the next try is in five minutes.',
}

/** A stopped or spinning process does not answer a request to crash, but the operating system ends it all the same. */
function killRenderer(window: BrowserWindow): void {
  const pid = window.webContents.getOSProcessId()
  try {
    if (pid > 0) process.kill(pid, 'SIGKILL')
    else window.webContents.forcefullyCrashRenderer()
  } catch {
    window.webContents.forcefullyCrashRenderer()
  }
}
