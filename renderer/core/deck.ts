import { type Curation, decisionFor, screenAudience } from './curation.ts'
import { difference } from './difference.ts'
import type { Measure } from './item.ts'
import { localMinute } from './local-time.ts'
import { type Standing, type StandingFacts, standing } from './standing.ts'

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
  /** -2..2 */
  readonly sentiment?: number | undefined
  readonly weight: number
  readonly facts: StandingFacts
  /** One measure a slide; most items have one. */
  readonly parts: readonly Measure[]
}

/** Asked for one card or another; never listed. */
export type CardsById = Pick<ReadonlyMap<string, Card>, 'get' | 'has'>

export interface Deck {
  /** What may play now, in the order of the index. */
  readonly cards: readonly Card[]
  readonly byId: CardsById
  /** Items in the room in any standing: tells an empty room from one where all is withheld. */
  readonly total: number
}

export const EMPTY_DECK: Deck = { cards: [], byId: new Map(), total: 0 }

/** Where and when a deck is for. */
export interface DeckContext {
  readonly screen: string
  /** ms since 1970 UTC; never earlier than any time already seen. */
  readonly now: number
}

/** What is eligible, with weights: the only door to the wall. While something is pinned, nothing else plays. */
export function makeDeck(cards: readonly Card[], curation: Curation, context: DeckContext): Deck {
  return deckOf(judgeAll(cards, curation, context), curation)
}

/** Every card of a room with its standing at one moment on one screen. */
export interface JudgedCards {
  readonly shown: readonly Card[]
  readonly notShown: readonly { readonly card: Card; readonly standing: Standing }[]
}

/** One walk over the room: whoever asks for the standing of all its cards shares it. */
export function judgeAll(cards: readonly Card[], curation: Curation, context: DeckContext): JudgedCards {
  const standingOf = judge(curation, context)
  const shown: Card[] = []
  const notShown: { card: Card; standing: Standing }[] = []
  for (const card of cards) {
    const standing = standingOf(card)
    if (standing.state === 'shown') shown.push(card)
    else notShown.push({ card, standing })
  }
  return { shown, notShown }
}

/** The deck of cards that were judged by this curation. `before`, any other deck, spares work for what is in both. */
export function deckOf({ shown, notShown }: JudgedCards, curation: Curation, before?: Deck): Deck {
  const isDecided = Object.keys(curation.items).length > 0
  const weighed = isDecided ? shown.map((card) => withDecision(card, curation)) : shown
  const eligible = weighed.filter((card) => card.weight > 0 && card.parts.length > 0)
  const pinned = isDecided ? eligible.filter((card) => decisionFor(curation, card.id)?.pinned) : []
  const cards = pinned.length > 0 ? pinned : eligible
  return { cards, byId: byIdOf(cards, before), total: shown.length + notShown.length }
}

/** More changes than this, and a new map is made. */
const MOST_CHANGES = 500

function byIdOf(cards: readonly Card[], before: Deck | undefined): CardsById {
  const known = before?.byId
  if (before === undefined || !(known instanceof ChangedMap))
    return new ChangedMap(new Map(cards.map((card) => [card.id, card])))
  const { gone, come } = difference(before.cards, cards)
  const changed = new Map<string, Card | undefined>(known.changed)
  if (gone.length + come.length + changed.size > MOST_CHANGES) return byIdOf(cards, undefined)
  for (const { id } of gone) changed.set(id, undefined)
  for (const card of come) changed.set(card.id, card)
  return new ChangedMap(known.base, changed)
}

/** A long map and the little that is otherwise since it was made. */
class ChangedMap implements CardsById {
  readonly base: ReadonlyMap<string, Card>
  readonly changed: ReadonlyMap<string, Card | undefined>

  constructor(base: ReadonlyMap<string, Card>, changed: ReadonlyMap<string, Card | undefined> = new Map()) {
    this.base = base
    this.changed = changed
  }

  get(id: string): Card | undefined {
    return this.changed.has(id) ? this.changed.get(id) : this.base.get(id)
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }
}

/** Tells each card's standing at one moment on one screen. */
export function judge(curation: Curation, context: DeckContext): (card: Card) => Standing {
  const audience = screenAudience(curation, context.screen)
  const minute = localMinute(context.now, curation.timezone)
  const standings = standingsAt(curation, `${audience} ${minute}`)
  return (card) => {
    const known = standings.get(card)
    if (known) return known
    const found = standing(card.facts, decisionFor(curation, card.id), { audience, minute })
    standings.set(card, found)
    return found
  }
}

interface Judged {
  readonly at: string
  readonly standings: WeakMap<Card, Standing>
}

/** What a curation says is asked several times a minute of each card of a large room. Cards and curations never change. */
const judged = new WeakMap<Curation, Judged>()

function standingsAt(curation: Curation, at: string): Judged['standings'] {
  const before = judged.get(curation)
  if (before?.at === at) return before.standings
  const standings = new WeakMap<Card, Standing>()
  judged.set(curation, { at, standings })
  return standings
}

/** Why something with these facts is, or is not, to be shown here and now. */
export function standingOf(
  id: string,
  facts: StandingFacts,
  curation: Curation,
  context: DeckContext,
): Standing {
  return standing(facts, decisionFor(curation, id), {
    audience: screenAudience(curation, context.screen),
    minute: localMinute(context.now, curation.timezone),
  })
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
