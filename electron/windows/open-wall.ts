import os from 'node:os'
import { app, type BrowserWindow } from 'electron'
import type { Clock } from '../clock.ts'
import type { Host } from '../host-parts.ts'
import type { ContractServer } from '../ipc.ts'
import type { Records } from '../records/records.ts'
import { takeShots } from '../shots.ts'
import { followDisplays, keepDisplayAwake } from './power.ts'
import { keepWallOpen, type Recovery } from './recovery.ts'
import { takeRelaunches } from './relaunch.ts'
import { loadWall, makeWallWindow, PAPER, pictureOf } from './wall-window.ts'

export interface WallParts {
  readonly windowed: boolean
  readonly preload: string
  readonly title: string
  readonly clock: Clock
  readonly records: Records
  readonly host: Host
  readonly server: ContractServer
  readonly say: (line: string) => void
  readonly relaunch: (relaunches: number) => void
  /** Somebody closed a window that may be closed. */
  readonly onClose: () => void
  /** Somebody pressed the keys that ask for the curator's window. */
  readonly onAdminKeys: () => void
}

const DAY_MS = 24 * 3_600_000

/** Opens the wall and keeps it open. */
export function openWall(parts: WallParts): Recovery {
  const { clock, records, host } = parts
  const recovery = keepWallOpen({
    clock,
    records,
    // A machine that is never switched off forgives after a day.
    bootedAt: clock.now() - Math.min(os.uptime() * 1000, DAY_MS),
    open: () => openWindow(parts),
    onLost: host.wallLost,
    say: parts.say,
    relaunches: takeRelaunches(process.argv).relaunches,
    relaunch: parts.relaunch,
  })
  keepDisplayAwake()
  followDisplays(recovery.window)
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (type === 'GPU')
      records.note(clock.now(), 'gpu-gone', `It ended (${reason}); Chromium starts it again.`)
  })
  return recovery
}

function openWindow({
  windowed,
  preload,
  title,
  host,
  server,
  onClose,
  onAdminKeys,
}: WallParts): BrowserWindow {
  const { theme } = host.handlers.snapshot().screen
  const onStartKey = (): void => host.handlers.chairKey({ key: 'F5' })
  const window = makeWallWindow({ windowed, preload, paper: PAPER[theme], title, onAdminKeys, onStartKey })
  server.trust(window.webContents, 'wall')
  // A window on a desk may be closed, and that ends the app; a wall may not be.
  window.on('close', (event) => {
    event.preventDefault()
    if (windowed) onClose()
  })
  loadWall(window)
  return window
}

/** A picture of each slide as it was painted, in a folder. */
export function takeWallShots(
  dir: string,
  host: Host,
  recovery: Recovery,
  say: (line: string) => void,
): ReturnType<typeof takeShots> {
  return takeShots({
    dir,
    capture: () => pictureOf(recovery.window()),
    current() {
      const { wall } = host.handlers.snapshot()
      return wall.type === 'play' ? wall.play.playId : undefined
    },
    say,
  })
}
