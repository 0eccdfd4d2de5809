import { type Card, type Deck, type DeckChanges, EMPTY_DECK } from './deck.ts'
import { AFTER_CLIP_MS, boundsOf, dwellMs } from './dwell.ts'
import type { Reason } from './rotation/reasons.ts'
import {
  NEW_ROTATION,
  type Pick,
  Rotation,
  type RotationMemory,
  type RotationRules,
  type Turn,
} from './rotation/rotation.ts'

/**
 * What plays and what comes next: `(state, event, now) => state`. Who comes next is the rotation's, which the player
 * holds and which changes in place; nothing here reads a clock, a disk or a screen. The position is remembered by ids,
 * never by an index, so that edits neither lose nor repeat it. Times in ms of any steady clock.
 */

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

interface Target {
  readonly itemId: string
  readonly part: number
  readonly reasons: readonly Reason[]
  /** The turn that it takes, if it takes one. */
  readonly pick?: Pick | undefined
}

export type PlayerRules = RotationRules

export type PlayerEvent =
  /** `changes`: what is otherwise since the deck before; looked for where absent. */
  | { readonly type: 'deck'; readonly deck: Deck; readonly changes?: DeckChanges | undefined }
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

/** One step. An event about a play that is no longer on is ignored: reports may arrive late or twice. */
export function step(state: PlayerState, event: PlayerEvent, now: number, rules: PlayerRules): Step {
  state.rotation.setRules(rules, state.memory.age)
  const { play } = state
  switch (event.type) {
    case 'deck':
      return changeDeck(state, event.deck, event.changes, now)
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
const RESUMED: readonly Reason[] = [{ type: 'resumed' }]
const CONTINUED: readonly Reason[] = [{ type: 'continued' }]

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

function changeDeck(before: PlayerState, deck: Deck, given: DeckChanges | undefined, now: number): Step {
  const { rotation, memory, play } = before
  const { come, gone } = given ?? changesTo(rotation, deck)
  const isSame = come.length + gone.length + before.setAside.size === 0
  for (const id of gone) rotation.leave(id)
  const back = [...before.setAside].flatMap((id) => deck.byId.get(id) ?? [])
  for (const card of personasFirst([...come, ...back])) rotation.join(card, memory.age)
  const state: PlayerState = { ...before, deck, setAside: new Set() }
  if (play === undefined) return { state: resume(state, now) }
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
function resume(state: PlayerState, now: number): PlayerState {
  const { current, next } = state.memory
  const card = current && cardOf(state, current.itemId)
  if (!current || !card) return choose(state, following(state), now)
  const part = Math.min(current.part, card.parts.length - 1)
  const resumed = choose(state, { itemId: current.itemId, part, reasons: RESUMED }, now)
  if (!next || resumed.next?.pick === undefined || !state.rotation.has(next.itemId)) return resumed
  return withFollowing(resumed, { itemId: next.itemId, part: 0, reasons: next.reasons, pick: next })
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

function changeHold(before: PlayerState, hold: Hold | undefined, now: number): Step {
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

/**
 * An item that cannot be drawn waits until the deck changes. If that leaves nothing, the wall has trouble rather than
 * the items: the play stays on until its paint limit, which is the pause before all of them are tried again.
 */
function setAside(before: PlayerState, failedId: string, now: number): Step {
  const { rotation, memory } = before
  const failed = before.deck.byId.get(failedId)
  rotation.leave(failedId)
  if (rotation.size > 0)
    return advance({ ...before, setAside: new Set([...before.setAside, failedId]) }, 'failed', now)
  if (failed) rotation.join(failed, memory.age)
  return { state: before }
}

function overdue(before: PlayerState, play: Play, now: number): Step {
  if (play.paintedAt !== undefined) return advance(before, 'shown', now)
  const { rotation, setAside: waiting, deck, memory } = before
  const isAlone = waiting.size > 0 && rotation.size === 1 && rotation.has(play.itemId)
  if (!isAlone) return advance(before, 'failed', now)
  for (const card of personasFirst([...waiting].flatMap((id) => deck.byId.get(id) ?? [])))
    rotation.join(card, memory.age)
  return advance(withNext({ ...before, setAside: new Set() }), 'failed', now)
}

/** Ends the play, and on to `target`: what was said to follow where absent, if that still holds. */
function advance(state: PlayerState, reason: PlayEnd, now: number, target = following(state)): Step {
  const { play } = state
  const ended: Ended | undefined = play && { play, reason }
  return { state: choose(state, target, now), ended }
}

/** What follows the current play: the item's next part, else what was said to follow, else the rotation's next. */
function following(state: PlayerState): Target | undefined {
  const { play } = state
  const card = play && !state.setAside.has(play.itemId) ? cardOf(state, play.itemId) : undefined
  if (play && card && play.part + 1 < card.parts.length)
    return { itemId: play.itemId, part: play.part + 1, reasons: CONTINUED }
  return nextItem(state)
}

function nextItem(state: PlayerState): Target | undefined {
  const { rotation, next, memory } = state
  const held = heldNext(state)
  if (held) return held
  if (next?.pick && next.part === 0 && rotation.has(next.itemId)) return next
  const pick = rotation.pick(memory.age)
  return pick && { itemId: pick.itemId, part: 0, reasons: pick.reasons, pick }
}

/** An item that may be on now: of the deck, or held whatever its weight. */
function cardOf({ deck, hold }: PlayerState, id: string): Card | undefined {
  return deck.byId.get(id) ?? hold?.cards.find((card) => card.id === id)
}

function heldNext({ hold, play, setAside }: PlayerState): Target | undefined {
  const ids = hold?.cards.flatMap(({ id }) => (setAside.has(id) ? [] : id)) ?? []
  const itemId = ids[(play ? ids.indexOf(play.itemId) + 1 : 0) % Math.max(1, ids.length)]
  if (!hold || itemId === undefined) return undefined
  const reason: Reason = hold.type === 'pinned' ? { type: 'pinned' } : { type: 'takeover', until: hold.until }
  return { itemId, part: 0, reasons: [reason] }
}

/** `next` stays what follows where it is given; else it is chosen anew. */
function choose(state: PlayerState, target: Target | undefined, now: number, next?: Target): PlayerState {
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

function withNext(state: PlayerState): PlayerState {
  return withFollowing(state, following({ ...state, next: undefined }))
}

function withFollowing(state: PlayerState, next: Target | undefined): PlayerState {
  return { ...state, next, memory: { ...state.memory, next: next?.pick } }
}

/** How far the round is: index of the current item, from 0, and how many turns the round has; of what is held, among that. */
export function passPosition({ rotation, hold, play }: PlayerState): { index: number; count: number } {
  const index = play ? (hold?.cards.findIndex(({ id }) => id === play.itemId) ?? -1) : -1
  return hold && index >= 0 ? { index, count: hold.cards.length } : rotation.position()
}
