import type { FirstSlide } from '../../renderer/core/admin/look.ts'
import type { Handlers } from '../../renderer/core/contract.ts'
import { mayPreview, type RoomNow } from './room-now.ts'

export type LookHandlers = Pick<Handlers, 'slides'>

export function lookHandlers(room: RoomNow): LookHandlers {
  return {
    slides({ ids }) {
      const placed = new Map(room.index.items(ids).map((each) => [each.item.id, each.item]))
      return ids.map((id): FirstSlide => {
        const item = placed.get(id)
        const standing = room.find(id)?.standing
        const [play] = item && standing && mayPreview(standing) ? room.views(item, undefined) : []
        return play ? { id, play: { ...play, playId: `preview ${id}` } } : { id }
      })
    },
  }
}
