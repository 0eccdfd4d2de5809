import { isAlwaysOn, WAITS_FOR_CLOCK } from './clock-trust.ts'
import { type Curation, decisionFor } from './curation.ts'
import { type Card, type Deck, type DeckChanges, type DeckContext, playableCard } from './deck.ts'
import { decidedOtherwise, isOtherSetting, NOWHERE, type Setting, settingOf } from './deck-setting.ts'
import { type Asked, Backlog, changesOf, idOf } from './judgement-backlog.ts'
import { type Standing, standing } from './standing.ts'
import { standingChange } from './standing-change.ts'
import { nextVisit } from './visitors.ts'

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
  readonly #backlog = new Backlog()
  readonly #personas = new Map<string, Card>()
  /** Items whose standing may be otherwise at an instant, and that instant of each. */
  readonly #turning = new Map<number, Set<string>>()
  readonly #turnsAt = new Map<string, number>()
  #curation: Curation | undefined
  #setting: Setting | undefined

  get deck(): Deck {
    return { byId: this.#playable, total: this.#cards.length }
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

  /**
   * The room as it is now. Cards that did not change have to be the same objects as before, as the index gives them.
   * Where more than `portion` are to be judged, the rest waits for `goOn`: a large room must not hold up its wall.
   */
  update(cards: readonly Card[], curation: Curation, context: DeckContext, portion: Portion = ALL): DeckNews {
    const setting = settingOf(curation, context)
    const isOther = !this.#setting || isOtherSetting(this.#setting, setting)
    const decided = isOther ? [] : decidedOtherwise(this.#curation, curation, this.#byId.keys())
    const before = this.#cards
    this.#cards = cards
    this.#curation = curation
    this.#setting = setting
    const asked: Asked[] = changesOf(before, cards)
    const isNew = (each: Asked): boolean => typeof each === 'string' || this.#byId.get(each.id) !== each
    const changed = isOther || !this.#backlog.isEmpty ? asked : asked.filter(isNew)
    const turned = isOther ? [...this.#byId.keys()] : [...decided, ...this.#due(setting.now)]
    return this.#judgeFirst(
      turned.length === 0 ? changed : [...changed, ...this.#again(turned, changed)],
      portion,
    )
  }

  /** Some judgements are still to be made. */
  get isBehind(): boolean {
    return !this.#backlog.isEmpty
  }

  /** Makes so many of the judgements that wait. */
  goOn(most: number): DeckNews {
    return this.#judgeAll(this.#backlog.next(most))
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

  /** Those of these ids that are not asked for anyway, as they are by now. */
  #again(ids: readonly string[], asked: readonly Asked[]): readonly Asked[] {
    const others = new Set(ids)
    for (const each of asked) others.delete(idOf(each))
    const newest = this.#backlog.newest(others)
    return [...others].flatMap((id) => newest.get(id) ?? this.#byId.get(id) ?? [])
  }

  /** What this look is about comes before what waits from earlier ones; of that, what is on, and whoever is spoken of. */
  #judgeFirst(asked: readonly Asked[], { most, first }: Portion): DeckNews {
    if (asked.length <= most) {
      this.#backlog.overtake(asked)
      const news = this.#judgeAll(asked)
      return this.isBehind ? joined(news, this.goOn(most - asked.length)) : news
    }
    const isFirst = new Set(first)
    const ahead: Asked[] = []
    for (const each of asked) {
      const isSpokenOf = typeof each !== 'string' && each.kind === 'persona' && ahead.length < most
      if (isSpokenOf || isFirst.has(idOf(each))) ahead.push(each)
    }
    this.#backlog.add(asked)
    this.#backlog.overtake(ahead)
    return joined(this.#judgeAll(ahead), this.goOn(most - ahead.length))
  }

  #judgeAll(all: readonly Asked[]): DeckNews {
    const come: Card[] = []
    const gone: string[] = []
    const judged: JudgedCard[] = []
    for (const each of all) {
      if (typeof each === 'string') {
        if (this.#forget(each)) gone.push(each)
        continue
      }
      const { id } = each
      this.#byId.set(id, each)
      const found = this.#standingOf(each)
      judged.push({ card: each, standing: found })
      const before = this.#playable.get(id)
      const playable =
        found.state === 'shown' && this.#curation ? playableCard(each, this.#curation) : undefined
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

  #standingOf(card: Card): Standing {
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

  /** True where it was in the deck. */
  #forget(id: string): boolean {
    this.#byId.delete(id)
    this.#notShown.delete(id)
    this.#personas.delete(id)
    this.#turnAt(id, undefined)
    return this.#playable.delete(id)
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

/** How many judgements at once, and whose come first. */
export interface Portion {
  readonly most: number
  readonly first: readonly string[]
}

const ALL: Portion = { most: Number.POSITIVE_INFINITY, first: [] }

const SHOWN: Standing = { state: 'shown' }
const WAITS: Standing = { state: 'closed', reasons: [WAITS_FOR_CLOCK] }
const NO_NEWS: DeckNews = { come: [], gone: [], judged: [] }

function joined(one: DeckNews, other: DeckNews): DeckNews {
  return {
    come: [...one.come, ...other.come],
    gone: [...one.gone, ...other.gone],
    judged: [...one.judged, ...other.judged],
  }
}
