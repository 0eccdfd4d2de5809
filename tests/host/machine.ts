import type { MachineFacts } from '../../renderer/core/admin/health.ts'

/** A machine as Electron would tell of it. */
export function machine(): MachineFacts {
  return {
    versions: { 'Customer Room': '0.0.0', Electron: '0' },
    platform: 'test',
    displays: [{ name: 'Lobby by Ruth', widthPx: 1_920, heightPx: 1_080, scale: 1, isWall: true }],
    startedAt: 0,
  }
}
