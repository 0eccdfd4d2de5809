import { type Curation, decisionFor } from './curation.ts'
import type { Audience, Measure } from './item.ts'
import { localMinute } from './local-time.ts'
import { roomZone } from './screen-state.ts'
import { type Standing, type StandingFacts, standing } from './standing.ts'
import { audienceAt } from './visitors.ts'

/** An item as the rotation knows it: light, so that a room may hold very many. */
export interface Card {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly personas: readonly string[]
  /** What ties it to others, as far as its author said so. */
  readonly stages?: readonly string[] | undefined
  readonly themes?: readonly string[] | undefined
  readonly segments?: readonly string[] | undefined
  readonly departments?: readonly string[] | undefined
  readonly source?: string | undefined
  /** As precise as it was written. */
  readonly captured?: string | undefined
  /** -2..2 */
  readonly sentiment?: number | undefined
  readonly weight: number
  readonly facts: StandingFacts
  /** One measure a slide; most items have one. */
  readonly parts: readonly Measure[]
}

export interface Deck {
  /** What may play now. It follows the room: whoever holds a deck holds its present state. */
  readonly byId: ReadonlyMap<string, Card>
  /** Items in the room in any standing: tells an empty room from one where all is withheld. */
  readonly total: number
}

export const EMPTY_DECK: Deck = { byId: new Map(), total: 0 }

/** What is otherwise than before. */
export interface DeckChanges {
  /** New ones, and those that are other than they were. */
  readonly come: readonly Card[]
  readonly gone: readonly string[]
}

/** Where and when a deck is for. */
export interface DeckContext {
  readonly screen: string
  /** ms since 1970 UTC; never earlier than any time already seen. */
  readonly now: number
  /** Nobody knows the day: what hangs on a date waits. */
  readonly isClockWrong?: boolean | undefined
}

/** What is eligible, with weights: the only door to the wall. A deck keeper has the same without looking at every card. */
export function makeDeck(cards: readonly Card[], curation: Curation, context: DeckContext): Deck {
  const standingOf = judge(curation, context)
  const shown = cards.filter((card) => standingOf(card).state === 'shown')
  const playable = shown.flatMap((card) => playableCard(card, curation) ?? [])
  return { byId: new Map(playable.map((card) => [card.id, card])), total: cards.length }
}

/** The card with its curator's weight; undefined where it has no time or no slide. */
export function playableCard(card: Card, curation: Curation): Card | undefined {
  const weighed = withDecision(card, curation)
  return weighed.weight > 0 && weighed.parts.length > 0 ? weighed : undefined
}

/** Tells each card's standing at one moment on one screen. */
export function judge(curation: Curation, context: DeckContext): (card: Card) => Standing {
  const audience = audienceOf(curation, context)
  const minute = localMinute(context.now, curation.timezone)
  return (card) => standing(card.facts, decisionFor(curation, card.id), { audience, minute })
}

/** Why something with these facts is, or is not, to be shown here and now. */
export function standingOf(
  id: string,
  facts: StandingFacts,
  curation: Curation,
  context: DeckContext,
): Standing {
  return standing(facts, decisionFor(curation, id), {
    audience: audienceOf(curation, context),
    minute: localMinute(context.now, curation.timezone),
  })
}

function audienceOf(curation: Curation, { screen, now, isClockWrong }: DeckContext): Audience {
  return audienceAt(curation, screen, roomZone(curation, now), now, isClockWrong)
}

/** Why one card is, or is not, in the deck. */
export function cardStanding(card: Card, curation: Curation, context: DeckContext): Standing {
  return standingOf(card.id, card.facts, curation, context)
}

/** The same object while it is the same weight, so that a deck can be compared with the one before. */
const weighed = new WeakMap<Card, Card>()

function withDecision(card: Card, curation: Curation): Card {
  const weight = decisionFor(curation, card.id)?.weight
  if (weight === undefined) return card
  const known = weighed.get(card)
  if (known?.weight === weight) return known
  const made = { ...card, weight }
  weighed.set(card, made)
  return made
}
