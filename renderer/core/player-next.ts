import type { Card } from './deck.ts'
import { boundsOf, dwellMs } from './dwell.ts'
import {
  type Ended,
  MEDIA_GRACE_MS,
  type Play,
  type PlayEnd,
  type PlayerState,
  type Step,
  type Target,
} from './player-state.ts'
import type { Reason } from './rotation/reasons.ts'

/** What follows, and the way from one play to the next. */

const CONTINUED: readonly Reason[] = [{ type: 'continued' }]

/** Ends the play, and on to `target`: what was said to follow where absent, if that still holds. */
export function advance(state: PlayerState, reason: PlayEnd, now: number, target = following(state)): Step {
  const { play } = state
  const ended: Ended | undefined = play && { play, reason }
  return { state: choose(state, target, now), ended }
}

/** What follows the current play: the item's next part, else what was said to follow, else the rotation's next. */
export function following(state: PlayerState): Target | undefined {
  const { play } = state
  const card = play && !state.setAside.has(play.itemId) ? cardOf(state, play.itemId) : undefined
  if (play && card && play.part + 1 < card.parts.length)
    return { itemId: play.itemId, part: play.part + 1, reasons: CONTINUED }
  return nextItem(state)
}

export function nextItem(state: PlayerState): Target | undefined {
  const { rotation, next, memory } = state
  const held = heldNext(state)
  if (held) return held
  if (next?.pick && next.part === 0 && rotation.has(next.itemId)) return next
  const pick = rotation.pick(memory.age)
  return pick && { itemId: pick.itemId, part: 0, reasons: pick.reasons, pick }
}

/** An item that may be on now: of the deck, or held whatever its weight. */
export function cardOf({ deck, hold }: PlayerState, id: string): Card | undefined {
  return deck.byId.get(id) ?? hold?.cards.find((card) => card.id === id)
}

export function heldNext({ hold, play, setAside }: PlayerState): Target | undefined {
  const ids = hold?.cards.flatMap(({ id }) => (setAside.has(id) ? [] : id)) ?? []
  const itemId = ids[(play ? ids.indexOf(play.itemId) + 1 : 0) % Math.max(1, ids.length)]
  if (!hold || itemId === undefined) return undefined
  const reason: Reason = hold.type === 'pinned' ? { type: 'pinned' } : { type: 'takeover', until: hold.until }
  return { itemId, part: 0, reasons: [reason] }
}

/** `next` stays what follows where it is given; else it is chosen anew. */
export function choose(
  state: PlayerState,
  target: Target | undefined,
  now: number,
  next?: Target,
): PlayerState {
  const { rotation, memory, play: before } = state
  const card = target && cardOf(state, target.itemId)
  const measure = target && card?.parts[target.part]
  if (!target || !card || !measure) return { ...state, play: undefined, next: undefined }
  const age = memory.age + (before ? turnedFor(before, now) : 0)
  if (target.pick) rotation.take(target.pick, age)
  const { mode } = rotation.rules
  const wanted = dwellMs(measure, mode, boundsOf(rotation.rules, card.kind))
  const serial = memory.serial + 1
  const play: Play = {
    playId: `${memory.seed}-${serial}`,
    itemId: target.itemId,
    part: target.part,
    reasons: target.reasons,
    chosenAt: now,
    dwellMs: measure.mediaMs > 0 ? wanted + MEDIA_GRACE_MS : wanted,
  }
  const current = { itemId: target.itemId, part: target.part }
  const chosen: PlayerState = {
    ...state,
    play,
    memory: { seed: memory.seed, serial, current, age, ...(memory.aside && { aside: memory.aside }) },
  }
  return next === undefined ? withNext(chosen) : withFollowing(chosen, next)
}

/** Time in which the wall was turning, ms: neither a pause nor a night with the screen off brings a promise nearer. */
function turnedFor({ paintedAt, dwellMs: due }: Play, now: number): number {
  return paintedAt === undefined ? 0 : Math.min(due, Math.max(0, now - paintedAt))
}

export function withNext(state: PlayerState): PlayerState {
  return withFollowing(state, following({ ...state, next: undefined }))
}

export function withFollowing(state: PlayerState, next: Target | undefined): PlayerState {
  return { ...state, next, memory: { ...state.memory, next: next?.pick } }
}
