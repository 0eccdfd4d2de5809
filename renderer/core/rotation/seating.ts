import type { Card } from '../deck.ts'
import { Groups, type Sentiment } from './groups.ts'
import type { Group } from './lanes.ts'
import type { RotationMemory, Turn } from './memory.ts'
import type { Mix } from './mix.ts'
import { Places } from './places.ts'
import type { CoveragePromise } from './promise.ts'
import { Promises } from './promises.ts'
import { Seats } from './seats.ts'
import { rateOf, type ShareRules, turnMs } from './share.ts'
import { bucketOf, type Traits, TraitsPool } from './traits.ts'

export interface RotationRules extends ShareRules {
  readonly order: 'shuffle' | 'story'
  /** Shares of the turns by how they sound; the room's own balance where absent. */
  readonly sentiment?: Sentiment | undefined
  readonly promises: readonly CoveragePromise[]
}

/** `isKept`: the record has it; otherwise it is what is drawn for an item that the record does not know. */
type Away = Turn & { readonly isKept: boolean }

/** Who is in the rotation and where each waits: items come, go and change here, one by one, and keep their places. */
export class Seating {
  readonly seats = new Seats()
  readonly groups: Groups
  readonly promises: Promises
  readonly places: Places
  readonly #traits = new TraitsPool()
  readonly #mix: Mix
  /** Places of items that are away, or have not come yet. */
  readonly #away: Map<string, Away>
  readonly #changed = new Map<string, Turn>()
  #rules: RotationRules

  constructor(seed: number, rules: RotationRules, memory: RotationMemory, mix: Mix, turns: Iterable<Turn>) {
    this.#rules = rules
    this.#mix = mix
    this.places = new Places(seed, this.seats)
    this.groups = new Groups(memory, () => this.#rules.sentiment)
    this.promises = new Promises(this.seats, rules.promises, memory)
    this.#away = new Map([...turns].map((turn) => [turn.itemId, { ...turn, isKept: true }]))
  }

  get rules(): RotationRules {
    return this.#rules
  }

  /** An item may play from now on. One that was here before has its place again, if that is still to come. */
  join(card: Card, now: number): void {
    if (this.seats.of(card.id) !== undefined) return this.change(card, now)
    const seat = this.seats.take(card)
    const before = this.#away.get(card.id)
    this.#away.delete(card.id)
    const { kind, tone } = this.#describe(seat, card)
    const group = this.groups.of(tone)
    const isNews = !this.#mix.hasSeen(kind) && !group.kinds.has(kind)
    const due = this.places.entry(seat, group, before, isNews)
    this.seats.last[seat] = before?.last ?? 0
    this.seats.due[seat] = due
    this.#sit(seat, group, now)
    const isKnown = before?.isKept ? before.due === due : due === this.places.first(seat)
    if (!isKnown) this.note(seat)
  }

  /** It may play no longer. Its place is kept while it is still to come, so that it comes back to it. */
  leave(id: string): void {
    const seat = this.seats.of(id)
    if (seat === undefined) return
    const clock = this.seats.lanes[seat]?.group.clock ?? 0
    const [due = 0, last = 0] = [this.seats.due[seat], this.seats.last[seat]]
    const isKept = last > 0 || due !== this.places.first(seat)
    this.#rise(seat)
    this.seats.free(seat)
    if (due >= clock || isKept) this.#away.set(id, { itemId: id, due, last, isKept })
    if (this.#away.size > MOST_AWAY + 2 * this.seats.size) this.#forgetAway()
  }

  /** Its words, weight or links are others now; its place in the round is the same. */
  change(card: Card, now: number): void {
    const seat = this.seats.of(card.id)
    if (seat === undefined || this.seats.cards[seat] === card) return
    const [rate, clock] = [this.#rate(seat), this.seats.lanes[seat]?.group.clock ?? 0]
    this.#rise(seat)
    this.seats.cards[seat] = card
    this.#replace(seat, card, rate, clock, now)
  }

  /** Other rules from now on: everybody keeps their place in the round. */
  setRules(rules: RotationRules, now: number): void {
    const before = this.#rules
    if (before === rules || JSON.stringify(before) === JSON.stringify(rules)) return
    const seats = [...this.seats.ids()].map((id) => this.seats.of(id) ?? -1)
    const was = seats.map((seat) => [this.#rate(seat), this.seats.lanes[seat]?.group.clock ?? 0] as const)
    const memory = this.promises.memory()
    for (const seat of seats) this.#rise(seat)
    this.#rules = rules
    this.promises.ask(rules.promises, memory)
    for (const [at, seat] of seats.entries()) {
      const card = this.seats.cards[seat]
      const [rate, clock] = was[at] ?? [1, 0]
      if (card) this.#replace(seat, card, rate, clock, now)
    }
  }

  /** Its place is another now, to be kept in the record. */
  note(seat: number): void {
    const itemId = this.seats.cards[seat]?.id ?? ''
    const [due = 0, last = 0] = [this.seats.due[seat], this.seats.last[seat]]
    this.#changed.set(itemId, { itemId, due, last })
  }

  /** Places that have changed since this was asked last. */
  changes(): readonly Turn[] {
    const changed = [...this.#changed.values()]
    this.#changed.clear()
    return changed
  }

  /** As the changes were when this was asked. */
  keepChanges(): () => void {
    const changed = [...this.#changed]
    return () => {
      this.#changed.clear()
      for (const [id, turn] of changed) this.#changed.set(id, turn)
    }
  }

  #rate(seat: number): number {
    return this.seats.rate[seat] ?? 1
  }

  #describe(seat: number, card: Card): Traits {
    const seats = this.seats
    const ms = turnMs(card, this.#rules)
    const traits = this.#traits.of(card)
    seats.turnMs[seat] = ms
    seats.rate[seat] = rateOf(card.weight, ms, this.#rules.share)
    seats.traits[seat] = traits
    return traits
  }

  #sit(seat: number, group: Group, now: number): void {
    const traits = this.seats.traits[seat]
    this.seats.lanes[seat] = group.add(seat, this.seats, bucketOf(traits?.personas ?? []))
    this.groups.changed(group)
    if (traits) this.promises.add(seat, traits, now)
  }

  #rise(seat: number): void {
    const [lane, traits] = [this.seats.lanes[seat], this.seats.traits[seat]]
    if (lane) {
      lane.group.remove(seat, this.seats, lane)
      this.groups.changed(lane.group)
    }
    this.seats.lanes[seat] = undefined
    if (traits) this.promises.remove(traits)
  }

  /** Sits down again where it was: as far from its turn, in rounds of its own. */
  #replace(seat: number, card: Card, rate: number, clock: number, now: number): void {
    const { tone } = this.#describe(seat, card)
    const group = this.groups.of(tone)
    const due = this.seats.due[seat] ?? 0
    if (rate !== this.#rate(seat) || clock !== group.clock) {
      const wait = (Math.max(0, due - clock) * rate) / this.#rate(seat)
      this.seats.due[seat] = Math.min(group.clock + wait, this.places.latest(seat, group.clock))
      this.note(seat)
    }
    this.#sit(seat, group, now)
  }

  #forgetAway(): void {
    const clock = this.groups.latestClock()
    for (const [id, { due }] of this.#away) if (due < clock) this.#away.delete(id)
  }
}

const MOST_AWAY = 10_000
