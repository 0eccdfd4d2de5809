import { changeDeck, overdue, resume, setAside } from './player-deck.ts'
import { changeHold } from './player-hold.ts'
import { advance, choose, nextItem } from './player-next.ts'
import { dueAt, type PlayerEvent, type PlayerRules, type PlayerState, type Step } from './player-state.ts'
import type { Reason } from './rotation/reasons.ts'

/**
 * What plays and what comes next: `(state, event, now) => state`. Who comes next is the rotation's, which the player
 * holds and which changes in place; nothing here reads a clock, a disk or a screen. The position is remembered by ids,
 * never by an index, so that edits neither lose nor repeat it. Times in ms of any steady clock.
 */

/** One step. An event about a play that is no longer on is ignored: reports may arrive late or twice. */
export function step(state: PlayerState, event: PlayerEvent, now: number, rules: PlayerRules): Step {
  state.rotation.setRules(rules, state.memory.age)
  const { play } = state
  switch (event.type) {
    case 'deck':
      return changeDeck(state, event, now)
    case 'tick':
      return play && isDue(state, now) ? overdue(state, play, now) : { state }
    case 'painted':
      return { state: mark(state, event.playId, 'paintedAt', now) }
    case 'media-ended':
      return { state: mark(state, event.playId, 'mediaEndedAt', now) }
    case 'failed':
      return play?.playId === event.playId ? setAside(state, play.itemId, now) : { state }
    case 'redraw':
      return again(state, now)
    case 'hold':
      return changeHold(state, event.hold, now)
    case 'suspend':
      return { state: { ...state, play: undefined }, ended: play && { play, reason: 'interrupted' } }
    case 'skip':
      return play ? advance(state, 'interrupted', now, nextItem(state)) : { state }
    case 'replay':
      return play
        ? advance(state, 'interrupted', now, { itemId: play.itemId, part: 0, reasons: REPLAYED })
        : { state }
    case 'pause':
      return { state: { ...state, pausedUntil: event.until } }
    case 'resume':
      return { state: { ...state, pausedUntil: undefined } }
  }
}

const REPLAYED: readonly Reason[] = [{ type: 'replayed' }]
function isDue(state: PlayerState, now: number): boolean {
  const due = dueAt(state)
  return due !== undefined && now >= due
}

function mark(
  state: PlayerState,
  playId: string,
  field: 'paintedAt' | 'mediaEndedAt',
  now: number,
): PlayerState {
  const { play } = state
  if (play?.playId !== playId || play[field] !== undefined) return state
  return { ...state, play: { ...play, [field]: now } }
}

function again(state: PlayerState, now: number): Step {
  const { play } = state
  if (!play) return { state: resume(state, now) }
  const { itemId, part, reasons } = play
  return {
    state: choose(state, { itemId, part, reasons }, now, state.next),
    ended: { play, reason: 'interrupted' },
  }
}
