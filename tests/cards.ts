import fc from 'fast-check'
import type { Card, Deck } from '../renderer/core/deck.ts'
import { step } from '../renderer/core/player.ts'
import {
  dueAt,
  memoryOf,
  type PlayerEvent,
  type PlayerMemory,
  type PlayerRules,
  type PlayerState,
  startPlayer,
} from '../renderer/core/player-state.ts'
import type { Turn } from '../renderer/core/rotation/memory.ts'

/** Cards and a player for whoever tests what plays. */

export const RULES: PlayerRules = {
  mode: 'corridor',
  bounds: { minMs: 8_000, maxMs: 60_000 },
  order: 'shuffle',
  share: 'time',
  promises: [],
}

/** A card that hangs on nothing; one slide of a few words. */
export function card(id: string, more: Partial<Card> = {}): Card {
  return {
    id,
    kind: 'quote',
    title: id,
    personas: [],
    weight: 1,
    facts: { basis: 'none', personalData: [] },
    parts: [{ words: 9, characters: 0, figures: 0, mediaMs: 0 }],
    ...more,
  }
}

export function deckOf(cards: readonly Card[]): Deck {
  return { byId: new Map(cards.map((each) => [each.id, each])), total: cards.length }
}

/** A player with its own clock, driven as a wall drives it. */
export function drive(
  start: PlayerMemory,
  first: Deck,
  { rules = RULES, kept = new Map() }: { rules?: PlayerRules; kept?: ReadonlyMap<string, Turn> } = {},
) {
  let now = 1_000
  const turns = new Map(kept)
  let state: PlayerState = startPlayer(start, rules, turns.values())
  const send = (event: PlayerEvent) => {
    const result = step(state, event, now, rules)
    state = result.state
    for (const turn of state.rotation.changes()) turns.set(turn.itemId, turn)
    return result.ended
  }
  send({ type: 'deck', deck: first })
  return {
    /** The places as a record would have them. */
    turns,
    state: () => state,
    play: () => state.play,
    now: () => now,
    send,
    memory: (): PlayerMemory => JSON.parse(JSON.stringify(memoryOf(state))),
    wait: (ms: number) => {
      now += ms
    },
    /** Painted at once and shown for its time; returns what was shown. */
    next() {
      const shown = state.play
      if (shown) send({ type: 'painted', playId: shown.playId })
      now = Math.max(now, dueAt(state) ?? now)
      send({ type: 'tick' })
      return shown?.itemId
    },
  }
}

export const KINDS = ['persona', 'journey', 'quote', 'call'] as const

/** Of the kind that its id begins with. */
export function kindCard(id: string, parts = 1, mediaMs = 0): Card {
  const measure = { words: 20, characters: 0, figures: 0, mediaMs }
  const kind = KINDS.find((name) => id.startsWith(name)) ?? 'quote'
  return card(id, { kind, parts: Array.from({ length: parts }, () => measure) })
}

export const kindIds = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...KINDS), fc.nat(30)).map(([kind, number]) => `${kind}-${number}`),
  { minLength: 1, maxLength: 24 },
)
