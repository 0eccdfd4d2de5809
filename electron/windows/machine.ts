import os from 'node:os'
import { app, screen } from 'electron'
import type { MachineFacts } from '../../renderer/core/admin/health.ts'

const STARTED_AT = Date.now() - process.uptime() * 1_000

/** What only Electron knows of the machine and of this process. */
export function machineFacts(): MachineFacts {
  const primary = screen.getPrimaryDisplay().id
  const memoryKb = app.getAppMetrics().reduce((sum, { memory }) => sum + memory.workingSetSize, 0)
  return {
    versions: {
      'Customer Room': app.getVersion(),
      Electron: process.versions.electron,
      Chromium: process.versions.chrome,
      Node: process.versions.node,
    },
    platform: `${os.platform()} ${os.release()} ${os.arch()}`,
    displays: screen.getAllDisplays().map(({ id, label, size, scaleFactor }) => ({
      name: label,
      widthPx: Math.round(size.width * scaleFactor),
      heightPx: Math.round(size.height * scaleFactor),
      scale: scaleFactor,
      isWall: id === primary,
    })),
    startedAt: Math.round(STARTED_AT),
    memoryMb: Math.round(memoryKb / 1_024),
  }
}
