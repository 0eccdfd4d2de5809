import { type ClockTrust, isAlwaysOn } from '../renderer/core/clock-trust.ts'
import { decisionFor } from '../renderer/core/curation.ts'
import { cardStanding, type Deck, type DeckChanges } from '../renderer/core/deck.ts'
import { DeckKeeper, type DeckNews, type JudgedCard } from '../renderer/core/deck-keeper.ts'
import type { Item } from '../renderer/core/item.ts'
import { localMinute } from '../renderer/core/local-time.ts'
import type { Standing } from '../renderer/core/standing.ts'
import { type Cast, makeCast } from './cast.ts'
import type { Clock } from './clock.ts'
import { itemStanding } from './item-standing.ts'
import type { RoomIndex } from './room-index.ts'
import { lookAround, type Surroundings } from './surroundings.ts'

/** Who may play at this moment, by the index, the time, the hours and the orders: looked at, never guessed. */

export interface DeckWatchParts {
  readonly standingTime: () => number
  readonly clockTrust: () => ClockTrust
  /** Some cards were judged anew. */
  readonly onJudged: (news: DeckNews, keeper: DeckKeeper) => void
  readonly index: RoomIndex
  readonly clock: Clock
  readonly screen: string
  /** Somebody explores this screen. */
  readonly isVisited?: (() => boolean) | undefined
}

export interface DeckWatch {
  deck(): Deck
  cast(): Cast
  /** The hours of the screen, the orders and the clock, as of the last look. */
  around(): Surroundings
  find(id: string): JudgedCard | undefined
  notShown(): Iterable<JudgedCard>
  /**
   * What is otherwise by the time, by the orders and by what is in the index. Of a large room only a portion is judged at
   * once, these items first; `goOn` makes the rest, portion by portion, while `isBehind`.
   */
  look(first: readonly string[]): DeckChanges
  goOn(): DeckChanges
  isBehind(): boolean
  /** Judged once more by its own words just before it is drawn: a card may be older than the item, or tampered with. */
  shownItem(id: string): Item | undefined
  /** Of this very moment, not of the last look. */
  standingNow(id: string): Standing | undefined
  /** Today in the room, `YYYY-MM-DD`, by the time that consent is judged by: a clock that ran backwards makes nothing younger. */
  today(): string
  renewCast(): void
}

/** Judgements in one go, with their places in the rotation: some 15 ms, which no slide and no sign of life has to wait for. */
export const PORTION = 1_500

export function makeDeckWatch(parts: DeckWatchParts): DeckWatch {
  const { index, clock, screen, standingTime } = parts
  const keeper = new DeckKeeper()
  const context = () => ({ screen, now: standingTime() })
  let cast = makeCast([], () => undefined)
  let around = lookAtOrders()

  /** Hours and orders as they are now. */
  function lookAtOrders(): Surroundings {
    const { curation } = index.state()
    const standingOf = (id: string) => {
      const item = index.item(id)
      return item && itemStanding(item, curation, context())
    }
    return lookAround({
      ...{ curation, screen, standingOf },
      now: clock.now(),
      clock: parts.clockTrust(),
      isVisited: parts.isVisited?.(),
    })
  }

  function shownItem(id: string): Item | undefined {
    const item = index.item(id)
    const { curation } = index.state()
    if (!item || itemStanding(item, curation, context())?.state !== 'shown') return undefined
    return around.clock.isTrusted || isAlwaysOn(item.envelope, decisionFor(curation, id)) ? item : undefined
  }

  function renewCast(): void {
    cast = makeCast(keeper.shownPersonas(), shownItem)
  }

  function told(news: DeckNews): DeckChanges {
    if (news.judged.length + news.gone.length > 0) {
      parts.onJudged(news, keeper)
      renewCast()
    }
    return news
  }

  return {
    deck: () => keeper.deck,
    cast: () => cast,
    around: () => around,
    find: keeper.find,
    notShown: () => keeper.notShown(),
    look(first) {
      const { cards, curation } = index.state()
      around = lookAtOrders()
      const isClockWrong = !around.clock.isTrusted
      const portion = { most: PORTION, first: [...first, ...orderedBy(around)] }
      return told(keeper.update(cards, curation, { ...context(), isClockWrong }, portion))
    },
    goOn: () => told(keeper.goOn(PORTION)),
    isBehind: () => keeper.isBehind,
    shownItem,
    standingNow(id) {
      const card = keeper.find(id)?.card
      return card && cardStanding(card, index.state().curation, context())
    },
    today: () => localMinute(standingTime(), index.state().curation.timezone).slice(0, 10),
    renewCast,
  }
}

/** Items that somebody ordered to be on. */
function orderedBy({ now: { order } }: Surroundings): readonly string[] {
  switch (order.type) {
    case 'takeover':
      return [order.itemId]
    case 'pin':
      return order.itemIds
    case 'none':
    case 'message':
    case 'pause':
      return []
  }
}
