import type { ScreenShape } from '../../renderer/core/admin/find.ts'
import { screenSettings } from '../../renderer/core/curation.ts'
import { screenView } from '../play-view.ts'
import type { RoomNow } from './room-now.ts'

const LONG = 1_920
const SHORT = 1_080

/** The screens that slides can be looked at for: the machine's own first, then all that room.yaml describes. */
export function screenShapes(room: RoomNow): readonly ScreenShape[] {
  const { curation } = room.index.state()
  const names = [...new Set([room.screen, ...Object.keys(curation.screens)])]
  return names.map((name) => ({ view: screenView(curation, name), shape: shapeOf(room, name) }))
}

/** The wall of this machine is as it stands; of all others room.yaml says how they hang. */
function shapeOf(room: RoomNow, name: string): ScreenShape['shape'] {
  if (room.hasWall && name === room.screen) {
    const { widthU, heightU } = room.wall()
    const scale = LONG / Math.max(widthU, heightU)
    return { widthPx: Math.round(widthU * scale), heightPx: Math.round(heightU * scale) }
  }
  const { orientation } = screenSettings(room.index.state().curation, name)
  return orientation === 'portrait' ? { widthPx: SHORT, heightPx: LONG } : { widthPx: LONG, heightPx: SHORT }
}
