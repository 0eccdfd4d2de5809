import type { AdminView } from '../../renderer/core/contract.ts'
import { type Curation, screenAudience } from '../../renderer/core/curation.ts'
import { pinned } from '../../renderer/core/now-orders.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import type { RoomCounts } from '../host.ts'
import type { Surroundings } from '../surroundings.ts'

export interface AdminViewParts {
  readonly curation: Curation
  readonly screen: string
  readonly hasWall: boolean
  /** ms since 1970 UTC */
  readonly now: number
  readonly around: Surroundings
  readonly counts: RoomCounts
}

/** What the snapshot tells the curator's window alone. */
export function adminView({ curation, screen, hasWall, now, around, counts }: AdminViewParts): AdminView {
  const { order } = around.now
  return {
    hasWall,
    screens: Object.keys(curation.screens),
    timezone: roomZone(curation, now),
    hours: { isOn: around.screen.isOn, until: around.screen.nextChange },
    order: { type: order.type, until: 'until' in order ? order.until : undefined },
    pinned: pinned(curation, screen),
    audience: screenAudience(curation, screen),
    counts,
  }
}
