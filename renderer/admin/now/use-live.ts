import { useEffect, useRef, useState } from 'react'
import type { Live, WallPicture } from '../../core/admin/now.ts'
import { bridge } from '../bridge.ts'

/** About as often as somebody looks up; the wall itself is not slowed down by it. */
const LOOK_MS = 1_000
/** Enough for the box that it is shown in, on a display of twice the density. */
const WIDTH_PX = 1_280

export interface LiveWall {
  readonly live: Live | undefined
  /** The latest picture that there was, as long as there is a wall to be seen. */
  readonly picture: WallPicture | undefined
  /** How far the wall's clock is ahead of this window's, ms. */
  readonly aheadMs: number
}

/** Looks at the wall again and again while this window is seen; a picture is sent only when it is another one. */
export function useLive(): LiveWall {
  const [wall, setWall] = useState<LiveWall>({ live: undefined, picture: undefined, aheadMs: 0 })
  const known = useRef<string>(undefined)
  useEffect(() => {
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look(): Promise<void> {
      if (!document.hidden) await take()
      if (!isGone) timer = setTimeout(() => void look(), LOOK_MS)
    }
    async function take(): Promise<void> {
      const live = await bridge
        .call('live', { known: known.current, width: WIDTH_PX })
        .catch((error: unknown) => console.error(error))
      if (!live || isGone) return
      const { picture } = live
      known.current = picture.type === 'picture' ? picture.picture.id : known.current
      setWall((before) => ({
        live,
        picture:
          picture.type === 'picture' ? picture.picture : picture.type === 'same' ? before.picture : undefined,
        aheadMs: live.now - Date.now(),
      }))
      if (picture.type === 'lost') known.current = undefined
    }
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [])
  return wall
}
