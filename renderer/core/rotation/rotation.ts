import type { Card } from '../deck.ts'
import { best, type Scene } from './choice.ts'
import type { Groups } from './groups.ts'
import type { Group } from './lanes.ts'
import { NEW_ROTATION, type RotationMemory, type Turn } from './memory.ts'
import { Mix } from './mix.ts'
import type { PromiseCount } from './promise.ts'
import type { Promises } from './promises.ts'
import type { Reason } from './reasons.ts'
import { type RotationRules, Seating } from './seating.ts'
import type { Seats } from './seats.ts'
import { turnMs } from './share.ts'
import { told } from './story.ts'

/**
 * Who comes next. Each item has a place in each of its rounds; whoever's round has begun may come, the earliest place
 * first, or whoever keeps the mix. Nobody's round begins before all earlier places were taken, so that at any time an
 * item has had what its weight says, give or take one turn (docs/design.md, "Who comes next").
 *
 * Deterministic: the same seed, items and calls give the same order. It knows items by their ids alone. It is changed
 * in place, since a copy of a million places a slide would be no rule of anything.
 */

export interface Pick {
  readonly itemId: string
  readonly reasons: readonly Reason[]
  /** A turn beyond its share, for a promise. */
  readonly isExtra: boolean
}

/** A turn to come. */
export interface Ahead extends Pick {
  /** The wall's own time at which it would begin, ms. */
  readonly at: number
}

export class Rotation {
  readonly #mix: Mix
  readonly #seating: Seating
  readonly #seats: Seats
  readonly #groups: Groups
  readonly #promises: Promises
  #story: RotationMemory['story']
  #extraAt: number

  constructor(seed: number, rules: RotationRules, memory = NEW_ROTATION, turns: Iterable<Turn> = []) {
    this.#mix = new Mix(memory.mix)
    this.#seating = new Seating(seed, rules, memory, this.#mix, turns)
    const { seats, groups, promises } = this.#seating
    this.#seats = seats
    this.#groups = groups
    this.#promises = promises
    this.#story = memory.story
    this.#extraAt = memory.extraAt
  }

  get size(): number {
    return this.#seats.size
  }

  get rules(): RotationRules {
    return this.#seating.rules
  }

  has(id: string): boolean {
    return this.#seats.of(id) !== undefined
  }

  /** Whether this very card has a place, not only one of its id. */
  holds(card: Card): boolean {
    const seat = this.#seats.of(card.id)
    return seat !== undefined && this.#seats.cards[seat] === card
  }

  ids(): IterableIterator<string> {
    return this.#seats.ids()
  }

  /** An item may play from now on. One that was here before has its place again, if that is still to come. */
  join(card: Card, now: number): void {
    this.#seating.join(card, now)
  }

  /** It may play no longer. Its place is kept while it is still to come, so that it comes back to it. */
  leave(id: string): void {
    this.#seating.leave(id)
  }

  /** Other rules from now on: everybody keeps their place in the round. */
  setRules(rules: RotationRules, now: number): void {
    this.#seating.setRules(rules, now)
  }

  /** What comes next, and why; undefined only where nothing may play. Changes nothing. `now`: ms of the wall's own time. */
  pick(now: number): Pick | undefined {
    const group = this.#groups.next(this.#mix)
    const first = group?.first(this.#seats)
    if (!group || first === undefined) return undefined
    const pressing = this.#pressing(now)
    if (pressing) return pressing
    const choice = best(this.#scene(), group, this.#seats.due[first] ?? 0)
    return choice && { itemId: this.#seats.picked(choice.seat), reasons: choice.reasons, isExtra: false }
  }

  /** It is on: its turn is taken. An item that has left meanwhile takes nothing. */
  take(pick: Omit<Pick, 'reasons'>, now: number): void {
    const seat = this.#seats.of(pick.itemId)
    const lane = seat === undefined ? undefined : this.#seats.lanes[seat]
    const traits = seat === undefined ? undefined : this.#seats.traits[seat]
    if (seat === undefined || !lane || !traits) return
    const { group } = lane
    const first = group.first(this.#seats) ?? seat
    this.#groups.advance(group, this.#seats.due[first] ?? 0, this.#mix.slot)
    this.#mix.taken(traits, group, this.#groups.shares(), pick.isExtra)
    this.#seats.last[seat] = this.#mix.slot
    this.#story = told(this.#story, traits)
    this.#promises.shown(traits, now)
    if (pick.isExtra) this.#extraAt = this.#mix.slot
    else {
      this.#seats.due[seat] = this.#seating.places.next(seat, group)
      lane.heap.moved(seat)
      this.#promises.moved(seat, traits)
    }
    this.#seating.note(seat)
  }

  /**
   * The turns that follow if nothing happens, from `now` on. Each is taken and given back, so that afterwards nothing is
   * otherwise. `first` is what was said to come first.
   */
  ahead(turns: number, now: number, first?: Pick): readonly Ahead[] {
    const undo = this.#mark()
    const before = new Map<number, readonly [due: number, last: number]>()
    const found: Ahead[] = []
    let [at, chosenAt] = [now, now]
    while (found.length < turns) {
      const isSaid = found.length === 0 && first !== undefined && this.has(first.itemId)
      const pick = isSaid ? first : this.pick(chosenAt)
      const seat = pick && this.#seats.of(pick.itemId)
      if (!pick || seat === undefined) break
      found.push({ ...pick, at })
      if (!before.has(seat)) before.set(seat, [this.#seats.due[seat] ?? 0, this.#seats.last[seat] ?? 0])
      this.take(pick, at)
      // What follows is said when the last slide of a turn begins.
      at += this.#seats.turnMs[seat] ?? 0
      chosenAt = at - this.#lastSlideMs(seat)
    }
    for (const [seat, [due, last]] of before) this.#putBack(seat, due, last)
    undo()
    return found
  }

  memory(): RotationMemory {
    return {
      mix: this.#mix.memory(),
      story: this.#story,
      ...this.#groups.memory(),
      ...this.#promises.memory(),
      extraAt: this.#extraAt,
    }
  }

  /** Places that have changed since this was asked last. */
  changes(): readonly Turn[] {
    return this.#seating.changes()
  }

  /** How far the pass is: index of its latest turn, from 0, and about how many turns it has. */
  position(): { readonly index: number; readonly count: number } {
    return this.#groups.position(this.#mix.slot)
  }

  /** An item's share of the turns and of the time on the wall, 0..1; 0 where it may not play. */
  dueShare(id: string): { readonly turns: number; readonly time: number } {
    const seat = this.#seats.of(id)
    const group = seat === undefined ? undefined : this.#seats.lanes[seat]?.group
    if (seat === undefined || !group) return { turns: 0, time: 0 }
    const turns = (this.#groups.shareOf(group) * this.#rate(seat)) / group.rate
    return { turns, time: (turns * (this.#seats.turnMs[seat] ?? 0)) / this.#groups.meanTurnMs() }
  }

  /** About when an item has its next turn: turns before it, and how long they take, ms. Undefined where it may not play. */
  wait(id: string): { readonly turns: number; readonly ms: number } | undefined {
    const seat = this.#seats.of(id)
    const group = seat === undefined ? undefined : this.#seats.lanes[seat]?.group
    if (seat === undefined || !group) return undefined
    const rounds = Math.max(0, (this.#seats.due[seat] ?? 0) - group.clock)
    const turns = Math.round((rounds * group.rate) / this.#groups.shareOf(group))
    return { turns, ms: turns * this.#groups.meanTurnMs() }
  }

  /** Time of one turn in the mean, ms; 0 where nothing may play. */
  get meanTurnMs(): number {
    return this.#groups.meanTurnMs()
  }

  promiseCounts(now: number): readonly PromiseCount[] {
    return this.#promises.counts(now)
  }

  #scene(): Scene {
    const story = this.#seating.rules.order === 'story' ? this.#story : undefined
    return { seats: this.#seats, mix: this.#mix, story }
  }

  #rate(seat: number): number {
    return this.#seats.rate[seat] ?? 1
  }

  #lastSlideMs(seat: number): number {
    const card = this.#seats.cards[seat]
    return card ? turnMs({ ...card, parts: card.parts.slice(-1) }, this.rules) : 0
  }

  /** A promise that would be broken; at most every second turn beyond a share, so that the others have theirs. */
  #pressing(now: number): Pick | undefined {
    if (this.#seating.rules.promises.length === 0) return undefined
    const { slot } = this.#mix
    const isOpen = this.#openings()
    const found = this.#promises.pressing(now, this.#groups.meanTurnMs(), isOpen, ({ seat, isExtra }) => {
      const isBack = this.#seats.last[seat] === slot && this.size > 1
      return !isExtra || (!isBack && this.#extraAt < slot)
    })
    if (!found) return undefined
    const { seat, promise, value, isExtra } = found
    return {
      itemId: this.#seats.picked(seat),
      reasons: [{ type: 'promise', promise, value, isExtra }],
      isExtra,
    }
  }

  /** Tells whether an item's next round has begun, with the clock of its group at the first turn that waits. */
  #openings(): (seat: number) => boolean {
    let clocks: Map<Group, number> | undefined
    return (seat) => {
      const group = this.#seats.lanes[seat]?.group
      clocks ??= new Map(
        this.#groups.shares().map(([each]) => [each, this.#seats.due[each.first(this.#seats) ?? 0] ?? 0]),
      )
      return group !== undefined && this.#seats.isOpen(seat, clocks.get(group) ?? 0)
    }
  }

  /** Everything that a turn changes but the places of items; to be put back by calling what this returns. */
  #mark(): () => void {
    const [mix, story, extraAt] = [this.#mix.memory(), this.#story, this.#extraAt]
    const [groups, promises] = [this.#groups.memory(), this.#promises.memory(Number.POSITIVE_INFINITY)]
    const giveBackChanges = this.#seating.keepChanges()
    return () => {
      this.#mix.restore(mix)
      this.#groups.restore(groups)
      this.#promises.restore(promises)
      this.#story = story
      this.#extraAt = extraAt
      giveBackChanges()
    }
  }

  #putBack(seat: number, due: number, last: number): void {
    const [lane, traits] = [this.#seats.lanes[seat], this.#seats.traits[seat]]
    this.#seats.last[seat] = last
    if (due === this.#seats.due[seat]) return
    this.#seats.due[seat] = due
    lane?.heap.moved(seat)
    if (traits) this.#promises.moved(seat, traits)
  }
}
