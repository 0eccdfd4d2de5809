import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** When slides of a list are drawn: one after the other, in what a frame has left, and none while the list moves. */

/** Of a frame, ms; one slide is drawn however long it takes. */
const BUDGET_MS = 8
/** A list rests when it has not moved for so long, ms: longer than between two clicks of a wheel that turns. */
const REST_MS = 120

const turns: (() => void)[] = []
let movedAt = Number.NEGATIVE_INFINITY
let isWaiting = false

document.addEventListener(
  'scroll',
  () => {
    movedAt = performance.now()
  },
  // Of whatever box it is: this event does not bubble.
  { capture: true, passive: true },
)

/** Calls `work` once no list moves; at once where none does. */
export function atRest(work: () => void): void {
  const left = movedAt + REST_MS - performance.now()
  if (left <= 0) work()
  else setTimeout(() => atRest(work), left)
}

/** True once this slide's turn has come. It waits from the time that `isReady` is true. */
export function useTurn(isReady: boolean): boolean {
  const [isOn, setOn] = useState(false)
  useEffect(() => {
    if (isOn || !isReady) return
    const turn = (): void => setOn(true)
    turns.push(turn)
    takeTurns()
    return () => {
      const at = turns.indexOf(turn)
      if (at >= 0) turns.splice(at, 1)
    }
  }, [isOn, isReady])
  return isOn
}

function takeTurns(): void {
  if (isWaiting || turns.length === 0) return
  isWaiting = true
  atRest(() => requestAnimationFrame(() => afterFrame(drawSome)))
}

/** Drawn at once, so that its cost is known before the next one begins. */
function drawSome(): void {
  isWaiting = false
  const begun = performance.now()
  do {
    const turn = turns.shift()
    if (turn) flushSync(turn)
  } while (turns.length > 0 && performance.now() - begun < BUDGET_MS)
  takeTurns()
}

/** Behind what this frame shows, and behind keys and clicks that wait. */
function afterFrame(work: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => work()
  port2.postMessage(undefined)
}
