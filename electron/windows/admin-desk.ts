import type { BrowserWindow } from 'electron'
import type { AdminLock } from '../admin/lock.ts'
import type { Clock } from '../clock.ts'
import type { ContractServer } from '../ipc.ts'
import { keepZoom, loadAdmin, makeAdminWindow } from './admin-window.ts'

/** Opens the curator's window, keeps it alive while she works, and closes it again; the wall goes on meanwhile. */
export interface AdminDesk {
  /** Brings it to the front where it is open already. */
  open(): void
  /** Forgets what it shows, as when it was locked. */
  reload(): void
  window(): BrowserWindow | undefined
  close(): void
}

export interface DeskParts {
  readonly clock: Clock
  readonly lock: AdminLock
  readonly server: ContractServer
  readonly preload: string
  readonly title: string
  readonly wall: () => BrowserWindow | undefined
  readonly note: (what: string, detail: string) => void
  /** The window is gone: on a desk that is the end of the app, on a wall's machine nothing. */
  readonly onClosed: () => void
}

/** A renderer that dies so often within this time is not loaded again. */
const LOSSES = 4
const LOSSES_WITHIN_MS = 60_000
/** The PIN's page does not stay before the wall when whoever asked for it has gone. */
const LOCKED_MS = 60_000
const LEAVE_MS = 1_000

export function makeDesk(parts: DeskParts): AdminDesk {
  const { clock, lock, note } = parts
  let window: BrowserWindow | undefined
  let losses: readonly number[] = []
  let stopWaiting = (): void => undefined

  function open(): void {
    if (window) return window.focus()
    const opened = makeAdminWindow({ preload: parts.preload, title: parts.title, wall: parts.wall() })
    window = opened
    parts.server.trust(opened.webContents, 'admin')
    listen(opened)
    loadAdmin(opened)
    awaitPin()
  }

  function listen(opened: BrowserWindow): void {
    const { webContents } = opened
    const zoom = keepZoom(opened)
    webContents.on('input-event', touched)
    webContents.on('before-input-event', (event, { type, control, meta, key }) => {
      touched()
      if (type !== 'keyDown' || !(control || meta)) return
      if (key.toLowerCase() === 'w') leave()
      else if (!zoom(key)) return
      event.preventDefault()
    })
    webContents.on('render-process-gone', (_event, { reason }) =>
      lost(opened, `its process ended (${reason})`),
    )
    webContents.on('unresponsive', () => webContents.forcefullyCrashRenderer())
    opened.on('closed', () => closed(opened))
  }

  function touched(): void {
    lock.touched()
    awaitPin()
  }

  function awaitPin(): void {
    stopWaiting()
    if (lock.isLocked()) stopWaiting = clock.after(LOCKED_MS, () => lock.isLocked() && close())
  }

  /** What was changed is on disk already: loaded again, the window shows it where it was. */
  function lost(opened: BrowserWindow, because: string): void {
    if (opened !== window) return
    losses = [...losses, clock.steady()].filter((at) => clock.steady() - at < LOSSES_WITHIN_MS)
    const isHopeless = losses.length > LOSSES
    note(isHopeless ? 'admin-closed' : 'admin-reloaded', `The curator's window: ${because}.`)
    if (isHopeless) close()
    else opened.webContents.reload()
  }

  function closed(opened: BrowserWindow): void {
    if (opened !== window) return
    window = undefined
    stopWaiting()
    // Whoever opens it next gives the PIN anew.
    lock.lock()
    parts.onClosed()
  }

  function close(): void {
    window?.destroy()
  }

  /** What was moved a moment ago is still to be said; a page that does not answer goes all the same. */
  function leave(): void {
    const leaving = window
    if (!leaving) return
    leaving.close()
    clock.after(LEAVE_MS, () => leaving.isDestroyed() || leaving.destroy())
  }

  return {
    open,
    reload() {
      if (!window || window.isDestroyed()) return
      // At its beginning: the address may name what was looked at.
      loadAdmin(window)
      awaitPin()
    },
    window: () => window,
    close,
  }
}
