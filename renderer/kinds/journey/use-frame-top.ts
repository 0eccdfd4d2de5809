import { type RefObject, useLayoutEffect, useState } from 'react'

/** The frame of a portrait wall with one line of source, u. */
const USUAL_U = 4.63

/** How far the frame reaches up from the foot of the slide, u: on a portrait wall its source may take two lines. `unit` is px per u. */
export function useFrameTop(root: RefObject<HTMLDivElement | null>, unit: number): number {
  const [top, setTop] = useState(USUAL_U)
  useLayoutEffect(() => {
    const frame = root.current?.querySelector<HTMLElement>('.frame')
    if (!frame || !root.current) return
    const next = (root.current.offsetHeight - frame.offsetTop) / unit
    if (Math.abs(next - top) > 0.05) setTop(next)
  })
  return top
}
