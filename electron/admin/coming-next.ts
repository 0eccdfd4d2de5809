import type { Upcoming } from '../../renderer/core/admin/now.ts'
import type { Clock } from '../clock.ts'
import type { Rotation } from '../rotation.ts'

/** What the player has said to follow, and why; empty where nothing does. */
export function comingNext(
  rotation: Pick<Rotation, 'next' | 'follows' | 'due'>,
  clock: Clock,
): readonly Upcoming[] {
  const next = rotation.next()
  const follows = rotation.follows()
  if (!next || !follows) return []
  const inMs = (rotation.due() ?? clock.steady()) - clock.steady()
  const { id: itemId, kind, title } = next.item
  return [{ itemId, kind, title, at: Math.round(clock.now() + inMs), reasons: follows.reasons }]
}
