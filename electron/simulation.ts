import type { Curation } from '../renderer/core/curation.ts'
import type { Card } from '../renderer/core/deck.ts'
import { DeckKeeper } from '../renderer/core/deck-keeper.ts'
import { earlier } from '../renderer/core/local-rule.ts'
import { nowOrder, type Order } from '../renderer/core/now-orders.ts'
import { step } from '../renderer/core/player.ts'
import {
  dueAt,
  newMemory,
  type Play,
  type PlayerEvent,
  type PlayerState,
  startPlayer,
} from '../renderer/core/player-state.ts'
import { type PromiseReport, reportPromises } from '../renderer/core/rotation/promise-words.ts'
import { screenState } from '../renderer/core/screen-state.ts'
import { holdOf } from './hold.ts'
import { playerRules } from './play-view.ts'
import { type SimulationCount, SimulationCounter } from './simulation-count.ts'

/** A wall without a wall: the rules of the real one, a clock that leaps from one change to the next. */

export interface SimulationOptions {
  readonly cards: readonly Card[]
  readonly curation: Curation
  readonly screen: string
  readonly seed: number
  /** ms since 1970 UTC, `from` until just before `to`. */
  readonly from: number
  readonly to: number
  readonly onPlay?: ((play: SimulatedPlay) => void) | undefined
  /** 0..1 */
  readonly onProgress?: ((done: number) => void) | undefined
}

/** A slide and how long it was on. */
export interface SimulatedPlay {
  readonly play: Play
  readonly kind: string
  /** ms since 1970 UTC */
  readonly from: number
  readonly to: number
}

/** What the wall does at an instant, and until when nothing but slides changes. */
interface Moment {
  readonly isOn: boolean
  readonly order: Order
  readonly until: number
}

export function simulate(options: SimulationOptions): SimulationCount {
  return new Simulation(options).run()
}

class Simulation {
  readonly #options: SimulationOptions
  readonly #keeper = new DeckKeeper()
  readonly #counter: SimulationCounter
  #player: PlayerState
  /** Since when the play that is on has been on in one piece; undefined while the screen is off or tells a message. */
  #shownFrom: number | undefined
  #now: number

  constructor(options: SimulationOptions) {
    this.#options = options
    this.#now = options.from
    this.#player = startPlayer(newMemory(options.seed), playerRules(options.curation, options.screen))
    this.#counter = new SimulationCounter()
  }

  run(): SimulationCount {
    const { from, to, onProgress } = this.#options
    while (this.#now < to) {
      this.#playUntil(this.#look())
      onProgress?.((this.#now - from) / (to - from))
    }
    this.#stopShowing()
    this.#counter.settle(this.#player)
    return this.#counter.result(this.#promises(), to - from)
  }

  #promises(): readonly PromiseReport[] {
    const { rotation, memory } = this.#player
    const away = [...this.#keeper.notShown()].map(({ card }) => card)
    const counts = rotation.promiseCounts(memory.age)
    return reportPromises(counts, rotation.meanTurnMs, this.#keeper.deck.byId.values(), away)
  }

  /** What the clock and the curator say now, told to the player as the host would tell it. */
  #look(): Moment {
    const { cards, curation, screen, to } = this.#options
    const context = { screen, now: this.#now }
    // Before anybody comes or goes: shares are of who was there.
    this.#counter.settle(this.#player)
    const changes = this.#keeper.update(cards, curation, context)
    if (changes.come.length + changes.gone.length > 0 || !this.#player.play) {
      this.#send({ type: 'deck', deck: this.#keeper.deck, changes })
    }
    const { isOn, nextChange } = screenState(curation, screen, this.#now)
    const found = nowOrder(curation, screen, this.#now, (id) => this.#keeper.find(id)?.standing)
    const { order } = found
    this.#send({ type: 'hold', hold: holdOf(order, this.#keeper) })
    this.#send(order.type === 'pause' ? { type: 'pause', until: order.until } : { type: 'resume' })
    const until = earlier(earlier(nextChange, found.nextChange), this.#keeper.nextChange)
    return { isOn, order, until: Math.min(to, Math.max(this.#now + 1, until ?? to)) }
  }

  #playUntil({ isOn, order, until }: Moment): void {
    if (!isOn || order.type === 'message') {
      this.#stopShowing()
      this.#now = until
      return
    }
    if (!this.#player.play) {
      this.#counter.nothing(until - this.#now, this.#player.deck.byId.size > 0)
      this.#now = until
      return
    }
    // What was on before the screen went off is on again, as a new play.
    if (this.#shownFrom === undefined) this.#send({ type: 'redraw' })
    for (;;) {
      this.#paint()
      const [due, heardAt] = [dueAt(this.#player) ?? until, this.#heardAt()]
      if (Math.min(due, heardAt) >= until) break
      this.#now = Math.min(due, heardAt)
      if (heardAt < due) this.#send({ type: 'media-ended', playId: this.#player.play?.playId ?? '' })
      else this.#send({ type: 'tick' })
    }
    this.#now = until
    const due = dueAt(this.#player)
    if (due !== undefined && due <= until) this.#send({ type: 'tick' })
  }

  #paint(): void {
    const { play } = this.#player
    if (!play || play.paintedAt !== undefined) return
    this.#shownFrom = this.#now
    this.#send({ type: 'painted', playId: play.playId })
  }

  /** When the recording that is on will have been heard to its end; never where there is none. */
  #heardAt(): number {
    const { play, deck } = this.#player
    const measure = play && deck.byId.get(play.itemId)?.parts[play.part]
    if (!play || !measure || measure.mediaMs <= 0 || play.mediaEndedAt !== undefined)
      return Number.POSITIVE_INFINITY
    return (play.paintedAt ?? play.chosenAt) + measure.mediaMs
  }

  #send(event: PlayerEvent): void {
    const before = this.#player.play
    const rules = playerRules(this.#options.curation, this.#options.screen)
    const { state, ended } = step(this.#player, event, this.#now, rules)
    if (ended) this.#count(ended.play)
    this.#player = state
    if (state.play?.playId !== before?.playId && this.#shownFrom !== undefined) this.#shownFrom = this.#now
  }

  #stopShowing(): void {
    const { play } = this.#player
    if (play) this.#count(play)
    this.#shownFrom = undefined
  }

  #count(play: Play): void {
    if (this.#shownFrom === undefined || play.paintedAt === undefined) return
    const kind = this.#keeper.find(play.itemId)?.card.kind ?? ''
    const shown: SimulatedPlay = { play, kind, from: this.#shownFrom, to: this.#now }
    if (shown.to > shown.from) this.#counter.shown(shown)
    if (shown.to > shown.from) this.#options.onPlay?.(shown)
  }
}
