import { useEffect, useRef } from 'react'

/**
 * Who pressed a button that is gone now, since what it was for is done, goes on in the part of the window where it was, and
 * not at its top. `of`: what this part shows.
 */
export function useKeptFocus(part: string, of: string | undefined): void {
  const before = useRef(of)
  useEffect(() => {
    if (before.current === of) return
    before.current = of
    // A dialog that closes gives the focus back first.
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>(part)?.focus()
    })
  }, [part, of])
}
