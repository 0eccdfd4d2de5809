import { app, BrowserWindow, type Rectangle, screen } from 'electron'
import { APP_ORIGIN } from '../media.ts'

export interface WallWindowOptions {
  /** A window of 1280 x 720 instead of the whole display. */
  readonly windowed: boolean
  readonly preload: string
  /** Colour behind everything, so that no moment is white or black. */
  readonly paper: string
  readonly title: string
  /** Called for the keys that ask for the curator's window. */
  readonly onAdminKeys: () => void
  /** The key of a presenter remote that starts a show, which is the browser's for loading a page anew. */
  readonly onStartKey: () => void
}

/** Colours of the wall's paper (look, "Tokens"). */
export const PAPER = { day: '#EFE7D8', evening: '#211B19' } as const

/** Content size of `--windowed`, px. */
export const WINDOWED = { width: 1280, height: 720 }
/** It is shown once it has painted; a window that is late is shown all the same, on its paper. */
const SHOW_LIMIT_MS = 3_000

/** Makes the wall's window, not yet loaded: whoever opens it must be able to trust it first. */
export function makeWallWindow(options: WallWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...(options.windowed ? { ...WINDOWED, useContentSize: true } : wallBounds()),
    show: false,
    title: options.title,
    kiosk: !options.windowed,
    frame: options.windowed,
    resizable: options.windowed,
    fullscreenable: true,
    autoHideMenuBar: true,
    backgroundColor: options.paper,
    webPreferences: {
      preload: options.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      // A wall that the window system takes for hidden goes on all the same.
      backgroundThrottling: false,
      devTools: !app.isPackaged,
    },
  })
  showWhenPainted(window)
  window.webContents.on(
    'before-input-event',
    (event, { type, control, meta, alt, shift, key, isAutoRepeat }) => {
      const isAdmin = (control || meta) && shift && !alt && key.toLowerCase() === 'a'
      if (isAdmin && type === 'keyDown' && !isAutoRepeat) options.onAdminKeys()
      if (key === 'F5' && type === 'keyDown' && !isAutoRepeat) options.onStartKey()
      // Zoom, reload, print, back and the like are Chromium's own keys, with or without a menu.
      if (control || meta || alt || /^(F\d+|Browser.*)$/.test(key)) event.preventDefault()
    },
  )
  // The page's own title would replace the name that a window manager finds it by.
  window.on('page-title-updated', (event) => event.preventDefault())
  return window
}

/**
 * Where the wall stands, in DIP. Chromium on X11 takes a pixel off a window that is exactly as large as the display, and
 * without a window manager nobody gives it back: so one row more is asked for, which nobody sees.
 */
export function wallBounds(): Rectangle {
  const { bounds } = screen.getPrimaryDisplay()
  return process.platform === 'linux' ? { ...bounds, height: bounds.height + 1 } : bounds
}

/** A PNG of what is seen of the wall now. */
export async function pictureOf(window: BrowserWindow): Promise<Buffer> {
  return (await window.webContents.capturePage(seenOf(window))).toPNG()
}

/** The part of the window that a display shows. */
export function seenOf(window: BrowserWindow): Rectangle {
  const [width = 0, height = 0] = window.getContentSize()
  const { bounds } = screen.getPrimaryDisplay()
  return { x: 0, y: 0, width: Math.min(width, bounds.width), height: Math.min(height, bounds.height) }
}

export function loadWall(window: BrowserWindow): void {
  // A failure is heard as `did-fail-load` by the recovery.
  window.loadURL(`${APP_ORIGIN}/wall/index.html`).catch(() => undefined)
}

function showWhenPainted(window: BrowserWindow): void {
  const show = (): void => {
    if (!window.isDestroyed() && !window.isVisible()) window.show()
  }
  window.once('ready-to-show', show)
  setTimeout(show, SHOW_LIMIT_MS)
}
