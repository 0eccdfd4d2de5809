import { type Deck, EMPTY_DECK } from './deck.ts'
import { AFTER_CLIP_MS, type DwellBounds, dwellMs, type Mode } from './dwell.ts'
import { orderOf, type PassLanes, passLanes } from './order.ts'

/**
 * What plays and what comes next: `(state, event, now) => state`, and nothing else. The position is remembered as the
 * ids already played, never as an index, so that edits neither lose nor repeat it. Times in ms of
 * any steady clock.
 */

/** What survives a restart; the record keeps it as JSON. */
export interface PlayerMemory {
  readonly seed: number
  readonly pass: number
  /** Ids that had their turn in this pass, in order; the current one is the last. */
  readonly played: readonly string[]
  /** The item that closed the pass before; this one does not open with it. */
  readonly closing?: string | undefined
  /** Number of the latest play, from which play ids are made. */
  readonly serial: number
  readonly current?: { readonly itemId: string; readonly part: number } | undefined
}

export interface Play {
  readonly playId: string
  readonly itemId: string
  readonly part: number
  /** When it was chosen. */
  readonly chosenAt: number
  /** When the wall reported its paint; only then does its time begin. */
  readonly paintedAt?: number | undefined
  /** When its recording was heard to the end. */
  readonly mediaEndedAt?: number | undefined
  /** Time on the wall from its paint. */
  readonly dwellMs: number
}

export interface PlayerState {
  readonly memory: PlayerMemory
  readonly deck: Deck
  /** The order of this pass over this deck, and what it was made from. */
  readonly order: readonly string[]
  readonly lanes?: PassLanes | undefined
  /** What of that order had had no turn when it was made, and how much of this has been taken since. */
  readonly left: readonly string[]
  readonly taken: number
  readonly play?: Play | undefined
  /** What follows, so that it can be decoded ahead. */
  readonly next?: { readonly itemId: string; readonly part: number } | undefined
  /** Items that could not be drawn; they wait until the deck changes. */
  readonly setAside: ReadonlySet<string>
}

export interface PlayerRules {
  readonly mode: Mode
  readonly bounds: DwellBounds
}

export type PlayerEvent =
  | { readonly type: 'deck'; readonly deck: Deck }
  | { readonly type: 'tick' }
  | { readonly type: 'painted'; readonly playId: string }
  | { readonly type: 'media-ended'; readonly playId: string }
  | { readonly type: 'failed'; readonly playId: string }
  /** The wall has to be drawn anew: the same item again, as a new play. */
  | { readonly type: 'redraw' }

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

export function startPlayer(memory: PlayerMemory): PlayerState {
  return { memory, deck: EMPTY_DECK, order: [], left: [], taken: 0, setAside: new Set() }
}

export interface Step {
  readonly state: PlayerState
  readonly ended?: Ended | undefined
}

/** One step. An event about a play that is no longer on is ignored: reports may arrive late or twice. */
export function step(state: PlayerState, event: PlayerEvent, now: number, rules: PlayerRules): Step {
  switch (event.type) {
    case 'deck':
      return changeDeck(state, event.deck, now, rules)
    case 'tick':
      return state.play && isDue(state, now) ? overdue(state, state.play, now, rules) : { state }
    case 'painted':
      return { state: mark(state, event.playId, 'paintedAt', now) }
    case 'media-ended':
      return { state: mark(state, event.playId, 'mediaEndedAt', now) }
    case 'failed':
      return state.play?.playId === event.playId ? setAside(state, state.play.itemId, now, rules) : { state }
    case 'redraw':
      return redraw(state, now, rules)
  }
}

/** When the next tick can change anything, or undefined while nothing plays. */
export function dueAt({ play }: PlayerState): number | undefined {
  if (!play) return undefined
  if (play.paintedAt === undefined) return play.chosenAt + PAINT_LIMIT_MS
  if (play.mediaEndedAt !== undefined) return Math.max(play.mediaEndedAt + AFTER_CLIP_MS, play.paintedAt)
  return play.paintedAt + play.dwellMs
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

function changeDeck(before: PlayerState, deck: Deck, now: number, rules: PlayerRules): Step {
  const state = withOrder({ ...before, deck, setAside: new Set() })
  const { play } = state
  if (play === undefined) return { state: resume(state, now, rules) }
  const card = deck.byId.get(play.itemId)
  if (card && play.part < card.parts.length) return { state: withNext(state) }
  return advance(state, 'withdrawn', now, rules)
}

/** After a restart: the item that was on the wall, if it may still be shown. */
function resume(state: PlayerState, now: number, rules: PlayerRules): PlayerState {
  const { current } = state.memory
  const card = current && state.deck.byId.get(current.itemId)
  if (!current || !card) return choose(state, following(state), now, rules)
  return choose(
    state,
    { itemId: current.itemId, part: Math.min(current.part, card.parts.length - 1) },
    now,
    rules,
  )
}

function redraw(state: PlayerState, now: number, rules: PlayerRules): Step {
  const { play } = state
  if (!play) return { state: resume(state, now, rules) }
  return { state: choose(state, play, now, rules), ended: { play, reason: 'interrupted' } }
}

/**
 * An item that cannot be drawn waits until the deck changes. If that leaves nothing, the wall has trouble rather than
 * the items: the play stays on until its paint limit, which is the pause before all of them are tried again.
 */
function setAside(before: PlayerState, failedId: string, now: number, rules: PlayerRules): Step {
  const state = withOrder({ ...before, setAside: new Set([...before.setAside, failedId]) })
  return state.order.length > 0 ? advance(state, 'failed', now, rules) : { state: before }
}

function overdue(state: PlayerState, play: Play, now: number, rules: PlayerRules): Step {
  if (play.paintedAt !== undefined) return advance(state, 'shown', now, rules)
  const isAlone = state.setAside.size > 0 && state.order.every((id) => id === play.itemId)
  return advance(isAlone ? withOrder({ ...state, setAside: new Set() }) : state, 'failed', now, rules)
}

function advance(state: PlayerState, reason: PlayEnd, now: number, rules: PlayerRules): Step {
  const { play } = state
  const ended: Ended | undefined = play && { play, reason }
  return { state: choose(state, following(state), now, rules), ended }
}

type Target = { readonly itemId: string; readonly part: number; readonly newPass?: boolean }

/** What follows the current play: the item's next part, else the first item of this pass that had no turn, else a new pass. */
function following(state: PlayerState): Target | undefined {
  const { play, deck, memory } = state
  const card = play && !state.setAside.has(play.itemId) ? deck.byId.get(play.itemId) : undefined
  if (play && card && play.part + 1 < card.parts.length) return { itemId: play.itemId, part: play.part + 1 }
  const left = state.left[state.taken]
  if (left !== undefined) return { itemId: left, part: 0 }
  const first = orderOf(lanesOf(state, memory.pass + 1), memory.played.at(-1))[0]
  return first === undefined ? undefined : { itemId: first, part: 0, newPass: true }
}

function choose(
  state: PlayerState,
  target: Target | undefined,
  now: number,
  rules: PlayerRules,
): PlayerState {
  const measure = target && state.deck.byId.get(target.itemId)?.parts[target.part]
  if (!target || !measure) return { ...state, play: undefined, next: undefined }
  const memory = remember(state.memory, target)
  const wanted = dwellMs(measure, rules.mode, rules.bounds)
  const play: Play = {
    playId: `${memory.seed}-${memory.serial}`,
    itemId: target.itemId,
    part: target.part,
    chosenAt: now,
    dwellMs: measure.mediaMs > 0 ? wanted + MEDIA_GRACE_MS : wanted,
  }
  const chosen = { ...state, memory, play }
  if (target.newPass) return withNext(withOrder(chosen))
  return withNext(state.left[state.taken] === target.itemId ? { ...chosen, taken: state.taken + 1 } : chosen)
}

function remember(memory: PlayerMemory, target: Target): PlayerMemory {
  const played = target.newPass ? [] : memory.played
  return {
    seed: memory.seed,
    pass: target.newPass ? memory.pass + 1 : memory.pass,
    played: played.at(-1) === target.itemId ? played : [...played, target.itemId],
    closing: target.newPass ? memory.played.at(-1) : memory.closing,
    serial: memory.serial + 1,
    current: { itemId: target.itemId, part: target.part },
  }
}

/** The order anew, and what is left of it: after a change of the deck, and at the start of a pass. */
function withOrder(state: PlayerState): PlayerState {
  const lanes = lanesOf(state, state.memory.pass)
  const order = orderOf(lanes, state.memory.closing)
  const played = new Set(state.memory.played)
  const left = played.size === 0 ? order : order.filter((id) => !played.has(id))
  return { ...state, order, lanes, left: rangeFirst(left, state.memory.played, state.deck), taken: 0 }
}

/** One of each kind that had no turn in this pass comes before the rest: a room that grew meanwhile shows its range all the same. */
function rangeFirst(left: readonly string[], played: readonly string[], { byId, cards }: Deck): string[] {
  const missing = new Set<string | undefined>()
  for (const { kind } of cards) missing.add(kind)
  for (const id of played) missing.delete(byId.get(id)?.kind)
  const first: string[] = []
  const rest: string[] = []
  let at = 0
  for (; at < left.length && missing.size > 0; at += 1) {
    const id = left[at] ?? ''
    const place = missing.delete(byId.get(id)?.kind) ? first : rest
    place.push(id)
  }
  const place = (id: string): number => OPENING.indexOf(byId.get(id)?.kind ?? '') + 1 || OPENING.length + 1
  return [...first.toSorted((a, b) => place(a) - place(b)), ...rest, ...left.slice(at)]
}

/** Whoever stops in the first minute meets a person, her way, her words and her voice; figures and questions follow. */
const OPENING: readonly string[] = ['persona', 'journey', 'quote', 'call']

function lanesOf({ deck, setAside, memory, lanes }: PlayerState, pass: number): PassLanes {
  const cards = setAside.size === 0 ? deck.cards : deck.cards.filter((card) => !setAside.has(card.id))
  return passLanes(cards, memory.seed, pass, lanes)
}

function withNext(state: PlayerState): PlayerState {
  const next = following(state)
  return { ...state, next: next && { itemId: next.itemId, part: next.part } }
}

/** How far the pass is: index of the current item, from 0, and how many items the pass has. */
export function passPosition({ memory, left, taken, deck }: PlayerState): { index: number; count: number } {
  const had = memory.played.filter((id) => deck.byId.has(id)).length
  return { index: Math.max(0, had - 1), count: had + left.length - taken }
}
