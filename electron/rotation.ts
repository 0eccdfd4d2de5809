import { type ClockTrust, isAlwaysOn } from '../renderer/core/clock-trust.ts'
import type { PlayView } from '../renderer/core/contract.ts'
import { type Curation, decisionFor } from '../renderer/core/curation.ts'
import { cardStanding, type Deck, type DeckChanges } from '../renderer/core/deck.ts'
import { DeckKeeper, type DeckNews } from '../renderer/core/deck-keeper.ts'
import type { Item } from '../renderer/core/item.ts'
import type { WallSize } from '../renderer/core/legibility.ts'
import { localMinute } from '../renderer/core/local-time.ts'
import {
  dueAt,
  type Ended,
  memoryOf,
  newMemory,
  type Play,
  type PlayerEvent,
  type PlayerState,
  startPlayer,
  step,
} from '../renderer/core/player.ts'
import { type Cast, makeCast } from './cast.ts'
import type { Clock } from './clock.ts'
import { holdOf } from './hold.ts'
import { itemStanding } from './item-standing.ts'
import { currentView, hasSameMedia, nextView, playerRules, type Sources } from './play-view.ts'
import type { Records } from './records/records.ts'
import type { RoomIndex } from './room-index.ts'
import { isSameAround, lookAround, type Surroundings } from './surroundings.ts'

export interface RotationParts {
  readonly standingTime: () => number
  readonly clockTrust: () => ClockTrust
  /** Some cards were judged anew. */
  readonly onJudged: (news: DeckNews, keeper: DeckKeeper) => void
  readonly index: RoomIndex
  readonly records: Records
  readonly clock: Clock
  readonly screen: string
  readonly wall: (curation: Curation) => WallSize
  readonly newSeed: () => number
  /** What a window sees has changed. */
  readonly onNews: () => void
  /** The wall has let several plays in a row pass without painting them, though it may still give signs of life. */
  readonly onUnpainted: () => void
}

/** The player on real time: it makes the deck, takes each step when it is due and keeps it in the record before it is seen. */
export interface Rotation {
  /** How every item stands here. */
  readonly keeper: DeckKeeper
  state(): PlayerState
  /** What slides are made from at this moment. */
  sources(): Sources
  play(): Play | undefined
  deck(): Deck
  /** The hours of the screen, the orders and the clock, as of the last look. */
  around(): Surroundings
  cast(): Cast
  view(): PlayView | undefined
  next(): PlayView | undefined
  /** Whether this item may be shown at this very moment, in the deck or as somebody that a slide speaks of. */
  mayShow(itemId: string): boolean
  report(event: PlayerEvent): void
  /** Takes off the wall what may be shown no longer, where nobody has looked since: a machine that slept. */
  check(): void
  /** The index has a new state. */
  renew(): void
  /** The wall lost what it had drawn: the same item again, unless it is the one that kills it. */
  redraw(): void
  close(): void
}

const MINUTE_MS = 60_000
/** What could not be drawn gets another chance so often. */
const SECOND_CHANCE_MS = 3_600_000
/** While nothing at all can be drawn, it is tried again after this time. */
const RETRY_MS = 5_000
/** Items that are skipped in one go because they cannot be read; then the wall takes a breath. */
const SKIPS_IN_A_ROW = 5
/** An item that was on so many times when the wall died, within this time, is set aside. */
const LOSSES_OF_AN_ITEM = 2
const LOSSES_WITHIN_MS = 300_000
/** A wall that has painted none of so many plays in a row is as good as gone. */
const UNPAINTED_IN_A_ROW = 3

export function createRotation(parts: RotationParts): Rotation {
  const { index, records, clock, screen, standingTime } = parts
  const kept = records.memory(screen)
  let player = startPlayer(
    kept?.memory ?? newMemory(parts.newSeed()),
    playerRules(index.state().curation, screen),
    kept?.turns,
  )
  const keeper = new DeckKeeper()
  let cast = makeCast([], () => undefined)
  /** The player has not been told of changes to the deck meanwhile. */
  let isSuspended = false
  let view: PlayView | undefined
  let lost = { itemId: '', times: 0, at: 0 }
  let unpainted = 0
  let renewedAt = clock.steady()
  let renewedOn = ''
  let isClosed = false
  let stopTurn = (): void => undefined
  let stopMinute = (): void => undefined

  const context = () => ({ screen, now: standingTime() })
  const rules = () => playerRules(index.state().curation, screen)
  const sources = (): Sources => ({
    item: shownItem,
    cast,
    wall: parts.wall(index.state().curation),
    rules: rules(),
    patina: index.state().curation.patina,
    day: today(),
  })
  /** Of the same time that consent is judged by: a clock that ran backwards makes nothing younger. */
  const today = () => localMinute(standingTime(), index.state().curation.timezone).slice(0, 10)

  let around = lookAtOrders()

  /** Hours and orders as they are now. */
  function lookAtOrders(): Surroundings {
    const { curation } = index.state()
    const standingOf = (id: string) => {
      const item = index.item(id)
      return item && itemStanding(item, curation, context())
    }
    return lookAround({ curation, screen, now: clock.now(), clock: parts.clockTrust(), standingOf })
  }

  /** Judged once more by its own words just before it is drawn: a card may be older than the item, or tampered with. */
  function shownItem(id: string): Item | undefined {
    const item = index.item(id)
    const { curation } = index.state()
    if (!item || itemStanding(item, curation, context())?.state !== 'shown') return undefined
    return around.clock.isTrusted || isAlwaysOn(item.envelope, decisionFor(curation, id)) ? item : undefined
  }

  /** What is otherwise by the time, by the orders and by what is in the index. */
  function look(): DeckChanges {
    const { cards, curation } = index.state()
    around = lookAtOrders()
    const news = keeper.update(cards, curation, { ...context(), isClockWrong: !around.clock.isTrusted })
    if (news.judged.length + news.gone.length > 0) {
      parts.onJudged(news, keeper)
      makeOurCast()
    }
    return news
  }

  function makeOurCast(): void {
    cast = makeCast(keeper.shownPersonas(), shownItem)
  }

  /** One step of the player. Its place is kept before anybody sees it, so that a kill at any moment repeats at most this play. */
  function advance(event: PlayerEvent): void {
    const { state, ended } = step(player, event, clock.steady(), rules())
    const isMoved = state.memory !== player.memory
    if (event.type === 'painted') unpainted = 0
    if (event.type === 'tick' && ended && ended.play.paintedAt === undefined) unpainted += 1
    player = state
    if (!isMoved && !ended) return
    records.together(() => {
      records.tick(clock.now())
      recordEnd(ended)
      if (isMoved) records.remember(screen, memoryOf(state), state.rotation.changes())
    })
  }

  function recordEnd(ended: Ended | undefined): void {
    if (ended?.play.paintedAt !== undefined) records.ended(ended.play.playId, clock.now(), ended.reason)
  }

  /** A step that ends with something that can be drawn, and the news of it. */
  function turn(event: PlayerEvent, isNews = false): void {
    if (isClosed) return
    const before = player.play?.playId
    advance(event)
    view = currentView(player, sources())
    for (let skips = 0; !view && player.play && skips < SKIPS_IN_A_ROW; skips += 1) {
      advance({ type: 'failed', playId: player.play.playId })
      view = currentView(player, sources())
    }
    schedule()
    if (isNews || player.play?.playId !== before) parts.onNews()
    if (unpainted < UNPAINTED_IN_A_ROW) return
    unpainted = 0
    parts.onUnpainted()
  }

  function schedule(): void {
    stopTurn()
    // What is on stays on; what was not painted may still fail.
    if (around.now.order.type === 'pause' && player.play?.paintedAt !== undefined) return
    const due = view && dueAt(player)
    if (due !== undefined) {
      stopTurn = clock.after(Math.max(1, Math.ceil(due - clock.steady())), () => turn({ type: 'tick' }))
    } else if (player.deck.byId.size > 0) {
      stopTurn = clock.after(RETRY_MS, () => renew())
    }
  }

  function renew(changes = look()): void {
    renewedAt = clock.steady()
    renewedOn = today()
    const before = view
    makeOurCast()
    follow(changes)
    // What was just silenced or blurred must not play on from a file that is no longer the item's.
    if (before && view?.playId === before.playId && !hasSameMedia(view.item, before.item)) {
      turn({ type: 'redraw' })
    }
  }

  /** What the room and the orders are now. What was ordered plays without a trace in the rotation: this goes on where it was. */
  function follow(changes: DeckChanges): void {
    const { instead, now } = around
    if (instead) {
      advance({ type: 'suspend' })
      stopTurn()
      isSuspended = true
      view = undefined
      return parts.onNews()
    }
    // Held first: what was withdrawn must not be followed by something that was not ordered.
    advance({ type: 'hold', hold: holdOf(now.order, keeper) })
    turn({ type: 'deck', deck: keeper.deck, changes: isSuspended ? undefined : changes }, true)
    isSuspended = false
  }

  /** Standing can change with any minute: consent ends, a date begins. Age changes at midnight. */
  function everyMinute(): void {
    records.together(() => records.tick(clock.now()))
    const before = around
    const changes = look()
    const isSameDeck = changes.come.length + changes.gone.length === 0
    const isDue = player.setAside.size > 0 && clock.steady() - renewedAt >= SECOND_CHANCE_MS
    if (isDue || today() !== renewedOn) renew(changes)
    else if (!isSameDeck || !isSameAround(before, around)) follow(changes)
    waitForMinute()
  }

  function waitForMinute(): void {
    stopMinute = clock.after(MINUTE_MS - (clock.now() % MINUTE_MS), everyMinute)
  }

  function mayShow(itemId: string): boolean {
    const isHeld = player.hold?.cards.some(({ id }) => id === itemId)
    const isOurs = isHeld || player.deck.byId.has(itemId) || cast.has(itemId)
    return isOurs && shownItem(itemId) !== undefined
  }

  waitForMinute()
  renew()
  return {
    keeper,
    state: () => player,
    sources,
    play: () => player.play,
    deck: () => keeper.deck,
    around: () => around,
    cast: () => cast,
    view: () => view,
    next: () => nextView(player, sources()),
    mayShow,
    report: turn,
    check() {
      const card = view && player.deck.byId.get(view.item.id)
      if (card && cardStanding(card, index.state().curation, context()).state !== 'shown') renew()
    },
    renew: () => {
      if (!isClosed) renew()
    },
    redraw() {
      const { play } = player
      if (!play || isClosed) return
      const at = clock.steady()
      const isAgain = lost.itemId === play.itemId && at - lost.at < LOSSES_WITHIN_MS
      lost = { itemId: play.itemId, times: isAgain ? lost.times + 1 : 1, at }
      const isDeadly = lost.times >= LOSSES_OF_AN_ITEM && player.rotation.size > 1
      if (isDeadly)
        records.note(
          clock.now(),
          'item-set-aside',
          `The wall died ${lost.times} times while ${play.itemId} was on.`,
        )
      turn(isDeadly ? { type: 'failed', playId: play.playId } : { type: 'redraw' })
    },
    close() {
      if (isClosed) return
      isClosed = true
      stopTurn()
      stopMinute()
      const { play } = player
      if (play) records.together(() => recordEnd({ play, reason: 'interrupted' }))
    },
  }
}
