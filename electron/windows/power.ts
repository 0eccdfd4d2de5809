import { type BrowserWindow, powerSaveBlocker, screen } from 'electron'
import { wallBounds } from './wall-window.ts'

/** The display of a wall does not sleep while the app runs. */
export function keepDisplayAwake(): void {
  powerSaveBlocker.start('prevent-display-sleep')
}

/** A kiosk window does not follow a display that changes its size, is unplugged or comes back: its bounds are set again. */
export function followDisplays(window: () => BrowserWindow): void {
  const follow = (): void => {
    const wall = window()
    if (wall.isDestroyed() || !wall.isKiosk()) return
    wall.setBounds(wallBounds())
    wall.setKiosk(true)
  }
  screen.on('display-added', follow)
  screen.on('display-removed', follow)
  screen.on('display-metrics-changed', follow)
}
