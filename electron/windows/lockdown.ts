import { app, Menu, type Session, session, type WebContents } from 'electron'
import { APP_ORIGIN, SERVED } from '../media.ts'

/** A wall hangs where strangers touch it: no window leads anywhere, asks for anything or fetches anything. */

/** Locks every session and window that will ever be; to be called before the app is ready. */
export function lockDown(): void {
  app.on('session-created', lockSession)
  app.on('web-contents-created', (_event, contents) => lockContents(contents))
  // In the very step that makes the app ready: a step later Chromium would already fetch a dictionary.
  app.once('ready', () => {
    lockSession(session.defaultSession)
    Menu.setApplicationMenu(null)
  })
}

function lockSession(each: Session): void {
  each.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  each.setPermissionCheckHandler(() => false)
  each.setDevicePermissionHandler(() => false)
  each.on('will-download', (event) => event.preventDefault())
  each.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isServed(url) }))
  each.setSpellCheckerLanguages([])
  each.setSpellCheckerEnabled(false)
  // Chromium looks for a proxy by itself otherwise, which is traffic.
  void each.setProxy({ mode: 'direct' })
}

function isServed(url: string): boolean {
  const isDevtools = !app.isPackaged && url.startsWith('devtools:')
  return isDevtools || SERVED.some((scheme) => url.startsWith(scheme))
}

function lockContents(contents: WebContents): void {
  const stayHere = (event: Electron.Event<{ url: string }>): void => {
    // A reload of our own page is no navigation away from it.
    if (!event.url.startsWith(`${APP_ORIGIN}/`)) event.preventDefault()
  }
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', stayHere)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('did-finish-load', () => {
    contents.setZoomFactor(1)
    void contents.setVisualZoomLevelLimits(1, 1)
  })
}
