import type { Card } from '../deck.ts'
import type { Lane } from './lanes.ts'
import type { Traits } from './traits.ts'

/**
 * Everything that may play, one seat an item, in columns: a room of a million items takes some sixty bytes of each here.
 * A seat is given to somebody else when its item leaves; nothing outside of the rotation ever knows its number.
 */
export class Seats {
  readonly cards: (Card | undefined)[] = []
  readonly traits: (Traits | undefined)[] = []
  readonly lanes: (Lane | undefined)[] = []
  /** When its next turn is meant to come, in rounds of its group. */
  due = new Float64Array(FIRST)
  /** Turns a round. */
  rate = new Float64Array(FIRST)
  /** Number of the slide that was its last turn; 0 before its first. */
  last = new Float64Array(FIRST)
  /** Time on the wall of one turn, all its slides, ms. */
  turnMs = new Float64Array(FIRST)
  /** Where it is in its lane's heap. */
  place = new Int32Array(FIRST)
  readonly #byId = new Map<string, number>()
  readonly #free: number[] = []
  /** Asked for last. */
  #latest = -1

  get size(): number {
    return this.#byId.size
  }

  /** The seat of an item, or undefined. Who was picked a moment ago is asked for again at once: then nothing is looked up. */
  of(id: string): number | undefined {
    if (this.cards[this.#latest]?.id === id) return this.#latest
    const seat = this.#byId.get(id)
    this.#latest = seat ?? -1
    return seat
  }

  /** It was picked, and will be asked for by its id. */
  picked(seat: number): string {
    this.#latest = seat
    return this.idOf(seat)
  }

  ids(): IterableIterator<string> {
    return this.#byId.keys()
  }

  take(card: Card): number {
    const seat = this.#free.pop() ?? this.cards.length
    if (seat >= this.due.length) this.#grow()
    this.cards[seat] = card
    this.last[seat] = 0
    this.#byId.set(card.id, seat)
    return seat
  }

  free(seat: number): void {
    this.#byId.delete(this.cards[seat]?.id ?? '')
    this.cards[seat] = undefined
    this.traits[seat] = undefined
    this.lanes[seat] = undefined
    this.#free.push(seat)
  }

  /** Whose turn is meant to come first; by id where two have drawn alike, so that it hangs on no order of files. */
  isBefore(a: number, b: number): boolean {
    const first = this.due[a] ?? 0
    const second = this.due[b] ?? 0
    return first < second || (first === second && this.idOf(a) < this.idOf(b))
  }

  idOf(seat: number): string {
    return this.cards[seat]?.id ?? ''
  }

  /** Number of the round, in its own pace, that its next turn belongs to. */
  windowOf(seat: number): number {
    return Math.floor((this.due[seat] ?? 0) * (this.rate[seat] ?? 1))
  }

  /** Whether the window of its next turn has begun when the group's clock is there. */
  isOpen(seat: number, clock: number): boolean {
    return (this.due[seat] ?? 0) <= clock || this.windowOf(seat) / (this.rate[seat] ?? 1) <= clock
  }

  #grow(): void {
    const room = this.due.length * 2
    this.due = grown(this.due, new Float64Array(room))
    this.rate = grown(this.rate, new Float64Array(room))
    this.last = grown(this.last, new Float64Array(room))
    this.turnMs = grown(this.turnMs, new Float64Array(room))
    this.place = grown(this.place, new Int32Array(room))
  }
}

const FIRST = 64

function grown<Column extends Float64Array | Int32Array>(before: Column, after: Column): Column {
  after.set(before)
  return after
}
