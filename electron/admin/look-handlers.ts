import type { FirstSlide } from '../../renderer/core/admin/look.ts'
import type { Handlers, PlayView } from '../../renderer/core/contract.ts'
import type { Media } from '../../renderer/core/item.ts'
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
        return play ? { id, play: { ...inSmall(play), playId: `preview ${id}` } } : { id }
      })
    },
  }
}

/** With the small copy of each picture, which is decoded in a fraction of the time; laid out as the large one is. */
function inSmall(play: PlayView): PlayView {
  const { item } = play
  const media = Object.fromEntries(Object.entries(item.media).map(([role, each]) => [role, smallOf(each)]))
  const cast = play.cast.map((member) => ({
    ...member,
    portrait: member.portrait && smallOf(member.portrait),
    walk: member.walk && smallOf(member.walk),
  }))
  return { ...play, item: { ...item, media }, cast }
}

function smallOf(media: Media): Media {
  return media.thumbnail ? { ...media, hash: media.thumbnail.hash } : media
}
