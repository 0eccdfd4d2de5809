import type { Snapshot } from '../../core/contract.ts'
import { SlidePreview } from '../kit/SlidePreview.tsx'
import { useWords } from '../words/use-words.ts'
import type { LiveWall } from './use-live.ts'
import { WallPictureView } from './WallPictureView.tsx'

interface Props {
  readonly snapshot: Snapshot
  readonly wall: LiveWall
}

/** What is seen: the wall as it was painted; on a desk the slide that this folder would begin with. */
export function Sight({ snapshot, wall }: Props) {
  const { now: words } = useWords()
  const { wall: shown, room, screen, admin } = snapshot
  if (admin?.hasWall === false) {
    if (shown.type === 'play') return <SlidePreview play={shown.play} room={room} screen={screen} />
    return <p className="sight-empty">{words.nothing[shown.type]}</p>
  }
  if (wall.live?.picture.type === 'lost') return <p className="sight-empty">{words.lost}</p>
  if (!wall.picture) return <div className="sight-empty" />
  const title = wall.live?.on?.title
  return (
    <WallPictureView picture={wall.picture} label={title === undefined ? words.dark : words.picture(title)} />
  )
}
