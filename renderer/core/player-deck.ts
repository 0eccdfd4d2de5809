import type { Deck, DeckChanges } from './deck.ts'
import { advance, cardOf, choose, following, withFollowing, withNext } from './player-next.ts'
import type { Play, PlayerEvent, PlayerState, Step } from './player-state.ts'
import type { Reason } from './rotation/reasons.ts'
import type { Rotation } from './rotation/rotation.ts'

/** What the room's coming and going does to what is on: edits, a start, and items that cannot be drawn. */

export const RESUMED: readonly Reason[] = [{ type: 'resumed' }]
type DeckEvent = Extract<PlayerEvent, { readonly type: 'deck' }>

export function changeDeck(before: PlayerState, event: DeckEvent, now: number): Step {
  const { deck, isDark } = event
  const { rotation, memory, play } = before
  const { come, gone } = event.changes ?? changesTo(rotation, deck)
  const isSame = come.length + gone.length + before.setAside.size === 0
  for (const id of gone) rotation.leave(id)
  const back = [...before.setAside].flatMap((id) => deck.byId.get(id) ?? [])
  for (const card of personasFirst([...come, ...back])) rotation.join(card, memory.age)
  const state: PlayerState = { ...before, deck, setAside: new Set() }
  if (play === undefined) return { state: isDark ? state : resume(state, now) }
  const card = cardOf(state, play.itemId)
  if (!card || play.part >= card.parts.length) return advance(state, 'withdrawn', now)
  return { state: isSame && before.next ? state : withNext(state) }
}

/** What is otherwise in the deck than in the rotation, by looking at all of it. */
function changesTo(rotation: Rotation, { byId }: Deck): DeckChanges {
  const gone = [...rotation.ids()].filter((id) => !byId.has(id))
  return { come: [...byId.values()].filter((card) => !rotation.holds(card)), gone }
}

/** Their names say who is meant in all others. */
function personasFirst<Entry extends { readonly kind: string }>(cards: readonly Entry[]): readonly Entry[] {
  const personas = cards.filter(({ kind }) => kind === 'persona')
  return personas.length === 0 ? cards : [...personas, ...cards.filter(({ kind }) => kind !== 'persona')]
}

/** After a restart: the item that was on the wall, if it may still be shown, and then what was said to follow. */
export function resume(state: PlayerState, now: number): PlayerState {
  const { current, next } = state.memory
  const card = current && cardOf(state, current.itemId)
  if (!current || !card) return choose(state, following(state), now)
  const part = Math.min(current.part, card.parts.length - 1)
  const resumed = choose(state, { itemId: current.itemId, part, reasons: RESUMED }, now)
  if (!next || resumed.next?.pick === undefined || !state.rotation.has(next.itemId)) return resumed
  return withFollowing(resumed, { itemId: next.itemId, part: 0, reasons: next.reasons, pick: next })
}

/**
 * An item that cannot be drawn waits until the deck changes. If that leaves nothing, the wall has trouble rather than
 * the items: the play stays on until its paint limit, which is the pause before all of them are tried again.
 */
export function setAside(before: PlayerState, failedId: string, now: number): Step {
  const { rotation, memory } = before
  const failed = before.deck.byId.get(failedId)
  rotation.leave(failedId)
  if (rotation.size > 0)
    return advance({ ...before, setAside: new Set([...before.setAside, failedId]) }, 'failed', now)
  if (failed) rotation.join(failed, memory.age)
  return { state: before }
}

export function overdue(before: PlayerState, play: Play, now: number): Step {
  if (play.paintedAt !== undefined) return advance(before, 'shown', now)
  const { rotation, setAside: waiting, deck, memory } = before
  const isAlone = waiting.size > 0 && rotation.size === 1 && rotation.has(play.itemId)
  if (!isAlone) return advance(before, 'failed', now)
  for (const card of personasFirst([...waiting].flatMap((id) => deck.byId.get(id) ?? [])))
    rotation.join(card, memory.age)
  return advance(withNext({ ...before, setAside: new Set() }), 'failed', now)
}
