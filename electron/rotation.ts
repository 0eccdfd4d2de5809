import type { PlayView } from '../renderer/core/contract.ts'
import type { Curation } from '../renderer/core/curation.ts'
import type { DeckChanges } from '../renderer/core/deck.ts'
import type { WallSize } from '../renderer/core/legibility.ts'
import { step } from '../renderer/core/player.ts'
import {
  dueAt,
  type Ended,
  memoryOf,
  newMemory,
  type Play,
  type PlayerEvent,
  type PlayerState,
  startPlayer,
} from '../renderer/core/player-state.ts'
import { type DeckWatch, type DeckWatchParts, makeDeckWatch } from './deck-watch.ts'
import { holdOf } from './hold.ts'
import { currentView, hasSameMedia, nextView, playerRules, type Sources } from './play-view.ts'
import type { Records } from './records/records.ts'
import { isSameAround } from './surroundings.ts'

export interface RotationParts extends DeckWatchParts {
  readonly records: Records
  readonly wall: (curation: Curation) => WallSize
  readonly newSeed: () => number
  /** What a window sees has changed. */
  readonly onNews: () => void
  /** False on a desk: what is on stays on, since nothing paints it. */
  readonly hasWall: boolean
  /** The wall has let several plays in a row pass without painting them, though it may still give signs of life. */
  readonly onUnpainted: () => void
}

/** The player on real time: it makes the deck, takes each step when it is due and keeps it in the record before it is seen. */
export interface Rotation {
  state(): PlayerState
  /** What slides are made from at this moment. */
  sources(): Sources
  play(): Play | undefined
  /** Who may play, as of the last look. */
  readonly watch: DeckWatch
  view(): PlayView | undefined
  next(): PlayView | undefined
  /** When what is on gives way, by the steady clock; undefined while it is held, and where nothing is on. */
  due(): number | undefined
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
/** Between two portions of a large room: whoever waits to be heard is heard. */
const PORTION_PAUSE_MS = 5
/** A wall that has painted none of so many plays in a row is as good as gone. */
const UNPAINTED_IN_A_ROW = 3

export function createRotation(parts: RotationParts): Rotation {
  const { index, records, clock, screen } = parts
  const kept = records.memory(screen)
  let player = startPlayer(
    kept?.memory ?? newMemory(parts.newSeed()),
    playerRules(index.state().curation, screen),
    kept?.turns,
  )
  const watch = makeDeckWatch(parts)
  /** A place to go on from is only kept among all who had theirs: until they are back, what is on stays on. */
  let isStarting = kept !== undefined
  let isWaitingForRoom = false
  let view: PlayView | undefined
  let lost = { itemId: '', times: 0, at: 0 }
  let unpainted = 0
  let renewedAt = clock.steady()
  let renewedOn = ''
  let isClosed = false
  let stopTurn = (): void => undefined
  let stopMinute = (): void => undefined
  let stopPortion = (): void => undefined

  const rules = () => playerRules(index.state().curation, screen)
  const sources = (): Sources => ({
    item: watch.shownItem,
    cast: watch.cast(),
    wall: parts.wall(index.state().curation),
    rules: rules(),
    patina: index.state().curation.patina,
    day: watch.today(),
  })

  function look(): DeckChanges {
    const { current, next, aside } = player.memory
    const changes = watch.look([current, next, aside].flatMap((each) => each?.itemId ?? []))
    stopPortion()
    if (watch.isBehind()) stopPortion = clock.after(PORTION_PAUSE_MS, goOn)
    else isStarting = false
    return changes
  }

  /** The next portion of a large room. The windows hear of it when it is the last, or when it brings something on. */
  function goOn(): void {
    const changes = watch.goOn()
    const isLast = !watch.isBehind()
    follow(changes, isLast)
    if (!isLast) stopPortion = clock.after(PORTION_PAUSE_MS, goOn)
    else if (isWaitingForRoom) {
      isWaitingForRoom = false
      turn({ type: 'tick' })
    }
    if (isLast) isStarting = false
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

  /** What is on stays on; what was not painted may still fail. */
  const isPaused = () => watch.around().now.order.type === 'pause' && player.play?.paintedAt !== undefined

  function schedule(): void {
    stopTurn()
    if (!parts.hasWall || isPaused()) return
    const due = view && dueAt(player)
    if (due !== undefined) {
      stopTurn = clock.after(Math.max(1, Math.ceil(due - clock.steady())), tick)
    } else if (player.deck.byId.size > 0) {
      stopTurn = clock.after(RETRY_MS, () => renew())
    }
  }

  function tick(): void {
    isWaitingForRoom = isStarting && watch.isBehind() && player.play?.paintedAt !== undefined
    if (!isWaitingForRoom) turn({ type: 'tick' })
  }

  function renew(changes = look()): void {
    renewedAt = clock.steady()
    renewedOn = watch.today()
    const before = view
    watch.renewCast()
    follow(changes)
    // What was just silenced or blurred must not play on from a file that is no longer the item's.
    if (before && view?.playId === before.playId && !hasSameMedia(view.item, before.item)) {
      turn({ type: 'redraw' })
    }
  }

  /** What the room and the orders are now. What was ordered plays without a trace in the rotation: this goes on where it was. */
  function follow(changes: DeckChanges, isNews = true): void {
    const { instead, now } = watch.around()
    const isSilent = instead !== undefined || rules().mode === 'chair'
    const event = { type: 'deck', deck: watch.deck(), changes } as const
    // Around the chair people talk: nothing turns, and it leaves no trace.
    if (isSilent) {
      advance({ type: 'suspend' })
      // Nothing is on, but everybody has their place when the wall goes on.
      advance({ ...event, isDark: true })
      stopTurn()
      view = undefined
      if (isNews) parts.onNews()
      return
    }
    // Held first: what was withdrawn must not be followed by something that was not ordered.
    advance({ type: 'hold', hold: holdOf(now.order, watch) })
    turn(event, isNews)
  }

  /** Standing can change with any minute: consent ends, a date begins. Age changes at midnight. */
  function everyMinute(): void {
    records.together(() => records.tick(clock.now()))
    const before = watch.around()
    const changes = look()
    const isSameDeck = changes.come.length + changes.gone.length === 0
    const isDue = player.setAside.size > 0 && clock.steady() - renewedAt >= SECOND_CHANCE_MS
    if (isDue || watch.today() !== renewedOn) renew(changes)
    else if (!isSameDeck || !isSameAround(before, watch.around())) follow(changes)
    waitForMinute()
  }

  function waitForMinute(): void {
    stopMinute = clock.after(MINUTE_MS - (clock.now() % MINUTE_MS), everyMinute)
  }

  function mayShow(itemId: string): boolean {
    const isHeld = player.hold?.cards.some(({ id }) => id === itemId)
    const isOurs = isHeld || player.deck.byId.has(itemId) || watch.cast().has(itemId)
    return isOurs && watch.shownItem(itemId) !== undefined
  }

  waitForMinute()
  renew()
  return {
    state: () => player,
    sources,
    play: () => player.play,
    watch,
    view: () => view,
    next: () => nextView(player, sources()),
    due: () => (isPaused() ? undefined : dueAt(player)),
    mayShow,
    report: turn,
    check() {
      const standing = view && watch.standingNow(view.item.id)
      if (standing && standing.state !== 'shown') renew()
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
      stopPortion()
      const { play } = player
      if (play) records.together(() => recordEnd({ play, reason: 'interrupted' }))
    },
  }
}
