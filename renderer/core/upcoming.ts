import { boundsOf, dwellMs } from './dwell.ts'
import { cardOf } from './player-next.ts'
import { dueAt, type PlayerState } from './player-state.ts'
import type { Reason } from './rotation/reasons.ts'
import { turnMs } from './rotation/share.ts'

/** An item that is to come, if nothing happens meanwhile. */
export interface Upcoming {
  readonly itemId: string
  readonly reasons: readonly Reason[]
  /** About when it begins: ms of the player's steady clock. */
  readonly at: number
  readonly slides: number
  /** Time on the wall, all slides, ms. */
  readonly ms: number
}

/**
 * The items that follow the one that is on, at most so many, and why: what the player will choose, asked of the very same
 * rules. Changes nothing. Hours, dayparts and dates that come in between are not foreseen.
 */
export function upcoming(state: PlayerState, count: number, now: number): readonly Upcoming[] {
  const { play, rotation, memory, next } = state
  const { rules } = rotation
  const restMs = play ? msLeft(state) : 0
  const begin = play ? currentEnd(state, now) + restMs : now
  const ids = heldAfter(state)
  if (ids.length > 0) return heldUpcoming(state, ids, count, begin)
  const age = memory.age + (play?.dwellMs ?? 0) + restMs
  const said = memory.next ?? next?.pick
  return rotation.ahead(count, age, said).flatMap(({ itemId, reasons, at }) => {
    const card = cardOf(state, itemId)
    if (!card) return []
    return { itemId, reasons, at: begin + at - age, slides: card.parts.length, ms: turnMs(card, rules) }
  })
}

/** When the slide that is on gives way. */
function currentEnd(state: PlayerState, now: number): number {
  const { play, pausedUntil = 0 } = state
  if (!play) return now
  const due = play.paintedAt === undefined ? now + play.dwellMs : (dueAt(state) ?? now)
  return Math.max(now, due, pausedUntil)
}

/** Time of the slides that the current item still has, ms. */
function msLeft(state: PlayerState): number {
  const { play, rotation } = state
  const card = play && cardOf(state, play.itemId)
  if (!play || !card) return 0
  const bounds = boundsOf(rotation.rules, card.kind)
  const rest = card.parts.slice(play.part + 1)
  return rest.reduce((sum, part) => sum + dwellMs(part, rotation.rules.mode, bounds), 0)
}

/** What is held, in its order from the one after what is on; empty where nothing is. */
function heldAfter({ hold, play, setAside }: PlayerState): readonly string[] {
  const ids = hold?.cards.flatMap(({ id }) => (setAside.has(id) ? [] : id)) ?? []
  const at = play ? ids.indexOf(play.itemId) + 1 : 0
  return [...ids.slice(at), ...ids.slice(0, at)]
}

function heldUpcoming(
  state: PlayerState,
  ids: readonly string[],
  count: number,
  begin: number,
): readonly Upcoming[] {
  const { hold, rotation } = state
  const reason: Reason =
    hold?.type === 'takeover' ? { type: 'takeover', until: hold.until } : { type: 'pinned' }
  let at = begin
  return Array.from({ length: count }, (_, index) => ids[index % ids.length] ?? '').map((itemId) => {
    const card = cardOf(state, itemId)
    const ms = card ? turnMs(card, rotation.rules) : 0
    const found: Upcoming = { itemId, reasons: [reason], at, slides: card?.parts.length ?? 0, ms }
    at += ms
    return found
  })
}
