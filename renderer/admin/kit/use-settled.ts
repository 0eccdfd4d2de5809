import { useEffect, useEffectEvent, useRef } from 'react'

/** Whoever presses an arrow again within this time goes on with the same change. */
const PAUSE_MS = 700

export interface Settled<Value> {
  /** Written when nothing follows for a moment. */
  readonly set: (value: Value) => void
  /** For the box around what is changed: leaving it, or another key than those that change it, is the end of the change. */
  readonly box: { readonly onBlur: () => void; readonly onKeyDownCapture: (event: { key: string }) => void }
}

/** Keys come one by one: what a run of them comes to is written as one change, which one Undo takes back. */
export function useSettled<Value>(write: (value: Value) => void): Settled<Value> {
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly value: Value }>(undefined)
  function end(): void {
    const { current } = waiting
    waiting.current = undefined
    clearTimeout(current?.timer)
    if (current) write(current.value)
  }
  // Whoever goes to another place, or closes the window, has changed it all the same.
  const leave = useEffectEvent(end)
  useEffect(() => {
    const close = (): void => leave()
    window.addEventListener('beforeunload', close)
    return () => {
      window.removeEventListener('beforeunload', close)
      leave()
    }
  }, [])

  return {
    set(value) {
      clearTimeout(waiting.current?.timer)
      waiting.current = { value, timer: setTimeout(end, PAUSE_MS) }
    },
    box: {
      onBlur: end,
      onKeyDownCapture({ key }) {
        if (!/^(Arrow.*|Page.*|Home|End|Shift|Control|Meta|Alt)$/.test(key)) end()
      },
    },
  }
}
