import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Live, WallPicture } from '../../core/admin/now.ts'
import { bridge } from '../bridge.ts'
import { useMirror } from '../mirror.ts'

/** About as often as somebody looks up; the wall itself is not slowed down by it. */
const LOOK_MS = 1_000
/** Of a slide that stands still there is nothing new to be seen: so many looks that see the same, then fewer of them. */
const QUICK_LOOKS = 4
const STILL_MS = 4_000
/** Enough for the box that it is shown in, on a display of twice the density. */
const WIDTH_PX = 1_280

export interface LiveWall {
  readonly live: Live | undefined
  /** The latest picture that there was, as long as there is a wall to be seen. */
  readonly picture: WallPicture | undefined
  /** How far the wall's clock is ahead of this window's, ms. */
  readonly aheadMs: number
}

/**
 * Looks at the wall again and again while this window is seen, and at once when another play is on: a word to the wall is
 * meant for what is seen. Less often while nothing moves there and nobody has news; a picture is sent only when it is
 * another one.
 */
export function useLive(): LiveWall {
  const [wall, setWall] = useState<LiveWall>({ live: undefined, picture: undefined, aheadMs: 0 })
  const known = useRef<string>(undefined)
  const looks = useRef(0)
  const quick = useRef(QUICK_LOOKS)
  const on = useMirror(({ snapshot }) =>
    snapshot?.wall.type === 'play' ? snapshot.wall.play.playId : snapshot?.wall.type,
  )

  const look = useEffectEvent(async (): Promise<void> => {
    looks.current += 1
    const own = looks.current
    const live = await bridge
      .call('live', { known: known.current, width: WIDTH_PX })
      .catch((error: unknown) => console.error(error))
    // Answers may overtake each other: only that to the latest look counts.
    if (!live || own !== looks.current) return
    const { picture } = live
    quick.current = picture.type === 'same' ? Math.max(0, quick.current - 1) : QUICK_LOOKS
    known.current = picture.type === 'picture' ? picture.picture.id : known.current
    if (picture.type === 'lost') known.current = undefined
    setWall((before) => ({
      live,
      picture:
        picture.type === 'picture' ? picture.picture : picture.type === 'same' ? before.picture : undefined,
      aheadMs: live.now - Date.now(),
    }))
  })

  useEffect(() => {
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    function later(): void {
      clearTimeout(timer)
      timer = setTimeout(() => void lookAgain(), quick.current > 0 ? LOOK_MS : STILL_MS)
    }
    async function lookAgain(): Promise<void> {
      if (!document.hidden) await look()
      if (!isGone) later()
    }
    /** Another slide comes, or something was ordered. */
    function hear(): void {
      const isResting = quick.current === 0
      quick.current = QUICK_LOOKS
      if (isResting) later()
    }
    void lookAgain()
    const deaf = useMirror.subscribe(hear)
    return () => {
      isGone = true
      deaf()
      clearTimeout(timer)
    }
  }, [])
  useEffect(() => {
    if (on !== undefined) void look()
  }, [on])
  return wall
}
