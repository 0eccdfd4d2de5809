import { RESUMED } from './player-deck.ts'
import { advance, cardOf, choose, heldNext, nextItem, withNext } from './player-next.ts'
import type { Hold, PlayerState, Step } from './player-state.ts'

/** What somebody holds on the wall, and what was on before it. */

export function changeHold(before: PlayerState, hold: Hold | undefined, now: number): Step {
  if (JSON.stringify(before.hold) === JSON.stringify(hold)) return { state: before }
  const state = { ...before, hold }
  const { play } = before
  if (hold) return startHold(state, hold, now)
  const { aside, ...memory } = state.memory
  const free = { ...state, memory }
  const isBack =
    aside !== undefined && aside.itemId !== play?.itemId && cardOf(free, aside.itemId) !== undefined
  if (!play || (!isBack && cardOf(free, play.itemId))) return { state: play ? withNext(free) : free }
  return advance(free, 'interrupted', now, isBack ? { ...aside, reasons: RESUMED } : nextItem(free))
}

/** What is held begins at once; what was on, and what was said to follow it, are kept for afterwards. */
function startHold(before: PlayerState, hold: Hold, now: number): Step {
  const { memory, play } = before
  const aside = memory.aside ?? memory.current
  const state = { ...before, memory: { ...memory, ...(aside && { aside }) } }
  const first = heldNext(state)
  const goesOn = hold.cards.some(({ id }) => id === play?.itemId)
  if (goesOn || !first) return { state: play ? withNext(state) : state }
  return play ? advance(state, 'interrupted', now, first) : { state: choose(state, first, now) }
}
