import { type Card, type Deck, type DeckChanges, EMPTY_DECK } from './deck.ts'
import { AFTER_CLIP_MS } from './dwell.ts'
import { NEW_ROTATION, type RotationMemory, type Turn } from './rotation/memory.ts'
import type { Reason } from './rotation/reasons.ts'
import { type Pick, Rotation } from './rotation/rotation.ts'
import type { RotationRules } from './rotation/seating.ts'

/** What the player knows, what may happen to it and what comes of that. Times in ms of any steady clock. */

/** What survives a restart beside the items' own turns; small, however large the room. The record keeps it as JSON. */
export interface PlayerMemory {
  readonly seed: number
  /** Number of the latest play, from which play ids are made. */
  readonly serial: number
  readonly current?: { readonly itemId: string; readonly part: number } | undefined
  /** What was said to follow. */
  readonly next?: Pick | undefined
  /** What was on when something else was held: it is back after that. */
  readonly aside?: { readonly itemId: string; readonly part: number } | undefined
  /** Time on the wall so far, ms: what promises are measured by. */
  readonly age: number
  readonly rotation: RotationMemory
}

export function newMemory(seed: number): PlayerMemory {
  return { seed, serial: 0, age: 0, rotation: NEW_ROTATION }
}

export interface Play {
  readonly playId: string
  readonly itemId: string
  readonly part: number
  readonly reasons: readonly Reason[]
  /** When it was chosen. */
  readonly chosenAt: number
  /** When the wall reported its paint; only then does its time begin. */
  readonly paintedAt?: number | undefined
  /** When its recording was heard to the end. */
  readonly mediaEndedAt?: number | undefined
  /** Time on the wall from its paint. */
  readonly dwellMs: number
}

/** What somebody holds on the wall, in turn and outside of the rotation: nobody's share is used up by it. */
export interface Hold {
  readonly type: 'pinned' | 'takeover'
  /** Whatever their weight. */
  readonly cards: readonly Card[]
  /** When it ends, ms since 1970 UTC. */
  readonly until?: number | undefined
}

export interface PlayerState {
  /** But for the rotation's, which is asked for where it is kept. */
  readonly memory: Omit<PlayerMemory, 'rotation'>
  readonly deck: Deck
  readonly rotation: Rotation
  readonly play?: Play | undefined
  /** What follows, so that it can be decoded ahead. */
  readonly next?: Target | undefined
  readonly hold?: Hold | undefined
  /** Nothing follows before this time; then all goes on by itself. */
  readonly pausedUntil?: number | undefined
  /** Items that could not be drawn; they wait until the deck changes. */
  readonly setAside: ReadonlySet<string>
}

/** What is to be on, and why. */
export interface Target {
  readonly itemId: string
  readonly part: number
  readonly reasons: readonly Reason[]
  /** The turn that it takes, if it takes one. */
  readonly pick?: Pick | undefined
}

export type PlayerRules = RotationRules

export type PlayerEvent =
  /** `changes`: what is otherwise since the deck before; looked for where absent. `isDark`: nothing is to begin. */
  | {
      readonly type: 'deck'
      readonly deck: Deck
      readonly changes?: DeckChanges | undefined
      readonly isDark?: boolean | undefined
    }
  | { readonly type: 'tick' }
  | { readonly type: 'painted'; readonly playId: string }
  | { readonly type: 'media-ended'; readonly playId: string }
  | { readonly type: 'failed'; readonly playId: string }
  /** The wall has to be drawn anew: the same item again, as a new play. */
  | { readonly type: 'redraw' }
  | { readonly type: 'hold'; readonly hold?: Hold | undefined }
  /** The wall shows something else, or nothing, for a while: what is on ends, and a deck begins it again. */
  | { readonly type: 'suspend' }
  /** On to the next item. */
  | { readonly type: 'skip' }
  /** This item again, from its first slide. */
  | { readonly type: 'replay' }
  | { readonly type: 'pause'; readonly until: number }
  | { readonly type: 'resume' }

export type PlayEnd = 'shown' | 'interrupted' | 'withdrawn' | 'failed'

/** What became of a play that ends with this step. */
export interface Ended {
  readonly play: Play
  readonly reason: PlayEnd
}

/** A wall that has not painted a slide after so long cannot; the next one gets its turn. */
export const PAINT_LIMIT_MS = 12_000
/** A recording that has not reported its end so long after its due time is taken as ended. */
export const MEDIA_GRACE_MS = 4_000

/** `turns`: the items' places as they were kept. */
export function startPlayer(memory: PlayerMemory, rules: PlayerRules, turns?: Iterable<Turn>): PlayerState {
  const { rotation: kept, ...own } = memory
  const rotation = new Rotation(memory.seed, rules, kept, turns)
  return { memory: own, deck: EMPTY_DECK, rotation, setAside: new Set() }
}

/** What is to be kept now, beside the turns that changed. */
export function memoryOf({ memory, rotation }: PlayerState): PlayerMemory {
  return { ...memory, rotation: rotation.memory() }
}

export interface Step {
  readonly state: PlayerState
  readonly ended?: Ended | undefined
}

/** When the next tick can change anything, or undefined while nothing plays. */
export function dueAt({ play, pausedUntil }: PlayerState): number | undefined {
  if (!play) return undefined
  // A wall that paints nothing is not spared by a pause.
  if (play.paintedAt === undefined) return play.chosenAt + PAINT_LIMIT_MS
  const due =
    play.mediaEndedAt === undefined
      ? play.paintedAt + play.dwellMs
      : Math.max(play.mediaEndedAt + AFTER_CLIP_MS, play.paintedAt)
  return Math.max(due, pausedUntil ?? due)
}

/** How far the round is: index of the current item, from 0, and how many turns the round has; of what is held, among that. */
export function passPosition({ rotation, hold, play }: PlayerState): { index: number; count: number } {
  const index = play ? (hold?.cards.findIndex(({ id }) => id === play.itemId) ?? -1) : -1
  return hold && index >= 0 ? { index, count: hold.cards.length } : rotation.position()
}
