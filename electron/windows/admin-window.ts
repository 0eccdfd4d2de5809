import { app, BrowserWindow, type Rectangle, screen, session } from 'electron'
import { APP_ORIGIN } from '../media.ts'

/** The curator's window: above the wall, on a second display, or alone on a desk. */

/**
 * A session of its own: Chromium keeps the zoom for a session and an origin, and what is magnified for the curator's eyes
 * must not be magnified on the wall.
 */
const PARTITION = 'persist:admin'
const WANTED = { width: 1280, height: 860 }
const LEAST = { width: 480, height: 420 }
/** Of the display, where the window lies above the wall: what is on stays in sight around it. */
const SHARE_ABOVE = 0.88
const PAPER = '#F7F1E5'
const ZOOMS = [0.5, 0.67, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const

export function adminSession(): Electron.Session {
  return session.fromPartition(PARTITION)
}

export interface AdminWindowOptions {
  readonly preload: string
  readonly title: string
  /** The wall on this machine, where there is one. */
  readonly wall: BrowserWindow | undefined
}

/** Makes the window, not yet loaded: whoever opens it must be able to trust it first. */
export function makeAdminWindow({ preload, title, wall }: AdminWindowOptions): BrowserWindow {
  const isAbove = wall?.isKiosk() === true && screen.getAllDisplays().length < 2
  const window = new BrowserWindow({
    ...(wall ? besideWall(wall) : WANTED),
    minWidth: LEAST.width,
    minHeight: LEAST.height,
    show: false,
    title,
    alwaysOnTop: isAbove,
    autoHideMenuBar: true,
    backgroundColor: PAPER,
    webPreferences: {
      preload,
      partition: PARTITION,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  })
  // A kiosk window is above all others but these.
  if (isAbove) window.setAlwaysOnTop(true, 'screen-saver')
  window.once('ready-to-show', () => {
    window.show()
    window.focus()
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

export function loadAdmin(window: BrowserWindow): void {
  // A failure is heard as `did-fail-load`.
  window.loadURL(`${APP_ORIGIN}/admin/index.html`).catch(() => undefined)
}

/** Ctrl with plus, minus and zero, as in any browser; the lock of all windows puts each page back to 1 as it loads. */
export function keepZoom(window: BrowserWindow): (key: string) => boolean {
  const { webContents } = window
  let zoom: number = 1
  webContents.on('did-finish-load', () => webContents.setZoomFactor(zoom))
  return (key) => {
    const at = ZOOMS.findIndex((each) => each >= zoom)
    const next = key === '0' ? 1 : ZOOMS[at + (/^[+=]$/.test(key) ? 1 : -1)]
    if (!/^[+=\-0]$/.test(key)) return false
    zoom = next ?? zoom
    webContents.setZoomFactor(zoom)
    return true
  }
}

/** A second display if there is one, else the middle of the wall's own. */
function besideWall(wall: BrowserWindow): Rectangle {
  const own = screen.getDisplayMatching(wall.getBounds())
  const other = screen.getAllDisplays().find(({ id }) => id !== own.id)
  const { x, y, width, height } = (other ?? own).workArea
  const size = {
    width: Math.min(WANTED.width, Math.round(width * SHARE_ABOVE)),
    height: Math.min(WANTED.height, Math.round(height * SHARE_ABOVE)),
  }
  return {
    ...size,
    x: x + Math.round((width - size.width) / 2),
    y: y + Math.round((height - size.height) / 2),
  }
}
