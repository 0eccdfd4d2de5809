import type { AdminView } from '../../renderer/core/contract.ts'
import type { Curation } from '../../renderer/core/curation.ts'
import { pinned } from '../../renderer/core/now-orders.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { visitsAt } from '../../renderer/core/visitors.ts'
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
  readonly titleOf: (itemId: string) => string | undefined
}

/** What the snapshot tells the curator's window alone. */
export function adminView({ curation, screen, now, around, titleOf, ...rest }: AdminViewParts): AdminView {
  const { order } = around.now
  const timezone = roomZone(curation, now)
  const [visitors] = visitsAt(curation, screen, timezone, now, !around.clock.isTrusted)
  return {
    hasWall: rest.hasWall,
    screens: Object.keys(curation.screens),
    timezone,
    hours: { isOn: around.screen.isOn, until: around.screen.nextChange },
    order: { type: order.type, until: 'until' in order ? order.until : undefined },
    pinned: pinned(curation, screen).map((id) => ({ id, title: titleOf(id) ?? id })),
    visitors: visitors && { audience: visitors.audience, until: visitors.until },
    counts: rest.counts,
  }
}
