import { isAlwaysOn, WAITS_FOR_CLOCK } from './clock-trust.ts'
import { type Curation, decisionFor } from './curation.ts'
import { type Card, type Deck, type DeckChanges, type DeckContext, playableCard } from './deck.ts'
import { difference } from './difference.ts'
import type { Audience } from './item.ts'
import { localMinute } from './local-time.ts'
import { roomZone } from './screen-state.ts'
import { type Standing, standing } from './standing.ts'
import { standingChange } from './standing-change.ts'
import { audienceAt, nextVisit } from './visitors.ts'

/** A card and how it stands. */
export interface JudgedCard {
  readonly card: Card
  readonly standing: Standing
}

/** What came of a look at a room: what of the deck is otherwise, and every card that was judged anew. */
export interface DeckNews extends DeckChanges {
  readonly judged: readonly JudgedCard[]
}

/**
 * The deck of a room that is edited and whose time goes on. One changed item is one judgement: who is not touched by an
 * edit, and whose dates and dayparts do not turn, is not looked at. The same deck as `makeDeck` would make.
 */
export class DeckKeeper {
  #cards: readonly Card[] = []
  readonly #byId = new Map<string, Card>()
  readonly #playable = new Map<string, Card>()
  readonly #notShown = new Map<string, JudgedCard>()
  readonly #personas = new Map<string, Card>()
  /** Items whose standing may be otherwise at an instant, and that instant of each. */
  readonly #turning = new Map<number, Set<string>>()
  readonly #turnsAt = new Map<string, number>()
  #curation: Curation | undefined
  #setting: Setting | undefined

  get deck(): Deck {
    return { byId: this.#playable, total: this.#byId.size }
  }

  /** In no order that means anything. */
  notShown(): Iterable<JudgedCard> {
    return this.#notShown.values()
  }

  /** Those of whom other slides may speak. */
  shownPersonas(): readonly Card[] {
    return [...this.#personas.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }

  readonly find = (id: string): JudgedCard | undefined => {
    const card = this.#byId.get(id)
    return card && (this.#notShown.get(id) ?? { card, standing: SHOWN })
  }

  /** The room as it is now. Cards that did not change have to be the same objects as before, as the index gives them. */
  update(cards: readonly Card[], curation: Curation, context: DeckContext): DeckNews {
    const setting = settingOf(curation, context)
    const isOther = !this.#setting || isOtherSetting(this.#setting, setting)
    const { gone, come } = difference(this.#cards, cards)
    const stays = new Map(come.map((card) => [card.id, card]))
    const removed = gone.filter(({ id }) => !stays.has(id))
    const changed = come.filter((card) => this.#byId.get(card.id) !== card)
    const decided = isOther ? [] : decidedOtherwise(this.#curation, curation)
    this.#cards = cards
    this.#curation = curation
    this.#setting = setting
    const left = removed.flatMap(({ id }) => this.#forget(id))
    for (const card of changed) this.#byId.set(card.id, card)
    const ids = isOther
      ? [...this.#byId.keys()]
      : new Set([...changed.map(({ id }) => id), ...decided, ...this.#due(setting.now)])
    return this.#judgeAll(ids, left)
  }

  /** Time has gone on, and nothing else has happened. */
  atTime(context: DeckContext): DeckNews {
    return this.#curation ? this.update(this.#cards, this.#curation, context) : NO_NEWS
  }

  /** The first instant at which time alone may make the deck another; undefined where it never will. */
  get nextChange(): number | undefined {
    let next = this.#nextVisit()
    for (const at of this.#turning.keys()) if (next === undefined || at < next) next = at
    return next
  }

  /** Visitors who come or leave make another room of it. */
  #nextVisit(): number | undefined {
    const [curation, setting] = [this.#curation, this.#setting]
    return curation && setting && nextVisit(curation, setting.screen, setting.zone, setting.now)
  }

  #due(now: number): string[] {
    const instants = [...this.#turning.keys()].filter((at) => at <= now)
    return instants.flatMap((at) => [...(this.#turning.get(at) ?? [])])
  }

  #judgeAll(ids: Iterable<string>, left: readonly string[]): DeckNews {
    const come: Card[] = []
    const gone = [...left]
    const judged: JudgedCard[] = []
    for (const id of ids) {
      const card = this.#byId.get(id)
      if (!card) continue
      const found = this.#judge(card)
      judged.push({ card, standing: found })
      const before = this.#playable.get(id)
      const playable =
        found.state === 'shown' && this.#curation ? playableCard(card, this.#curation) : undefined
      if (playable === before) continue
      if (playable) {
        this.#playable.set(id, playable)
        come.push(playable)
      } else {
        this.#playable.delete(id)
        gone.push(id)
      }
    }
    return { come, gone, judged }
  }

  #judge(card: Card): Standing {
    const { audience, zone, minute, now, isClockWrong } = this.#setting ?? NOWHERE
    const decision = this.#curation && decisionFor(this.#curation, card.id)
    const isUndated = !isClockWrong || isAlwaysOn(card.facts, decision)
    const judged = standing(card.facts, decision, { audience, minute })
    const found = judged.state === 'shown' && !isUndated ? WAITS : judged
    if (found.state === 'shown') this.#notShown.delete(card.id)
    else this.#notShown.set(card.id, { card, standing: found })
    if (card.kind === 'persona' && found.state === 'shown') this.#personas.set(card.id, card)
    else this.#personas.delete(card.id)
    this.#turnAt(card.id, standingChange(card.facts, decision, { audience, zone, now }))
    return found
  }

  #forget(id: string): string[] {
    this.#byId.delete(id)
    this.#notShown.delete(id)
    this.#personas.delete(id)
    this.#turnAt(id, undefined)
    return this.#playable.delete(id) ? [id] : []
  }

  #turnAt(id: string, at: number | undefined): void {
    const before = this.#turnsAt.get(id)
    if (before === at) return
    if (before !== undefined) {
      const others = this.#turning.get(before)
      others?.delete(id)
      if (others?.size === 0) this.#turning.delete(before)
    }
    if (at === undefined) return void this.#turnsAt.delete(id)
    this.#turnsAt.set(id, at)
    const together = this.#turning.get(at) ?? new Set()
    this.#turning.set(at, together.add(id))
  }
}

const SHOWN: Standing = { state: 'shown' }
const WAITS: Standing = { state: 'closed', reasons: [WAITS_FOR_CLOCK] }
const NO_NEWS: DeckNews = { come: [], gone: [], judged: [] }

/** What every item's standing hangs on. */
interface Setting {
  readonly audience: Audience
  readonly screen: string
  readonly zone: string
  readonly minute: string
  readonly now: number
  readonly isClockWrong: boolean
}

const NOWHERE: Setting = {
  audience: 'public',
  screen: '',
  zone: 'UTC',
  minute: '1970-01-01T00:00',
  now: 0,
  isClockWrong: true,
}

function settingOf(curation: Curation, { screen, now, isClockWrong = false }: DeckContext): Setting {
  const zone = roomZone(curation, now)
  return {
    audience: audienceAt(curation, screen, zone, now, isClockWrong),
    screen,
    zone,
    minute: localMinute(now, zone),
    now,
    isClockWrong,
  }
}

/** Time that went backwards, since somebody vouched for the clock, opens what was over. */
function isOtherSetting(before: Setting, after: Setting): boolean {
  const isOtherPlace = before.audience !== after.audience || before.zone !== after.zone
  return isOtherPlace || before.isClockWrong !== after.isClockWrong || after.now < before.now
}

/** Items about which a curator has decided otherwise. */
function decidedOtherwise(before: Curation | undefined, after: Curation): string[] {
  if (!before || before === after) return []
  const ids = new Set([...Object.keys(before.items), ...Object.keys(after.items)])
  const text = (curation: Curation, id: string): string | undefined =>
    JSON.stringify(decisionFor(curation, id))
  return [...ids].filter((id) => text(before, id) !== text(after, id))
}
