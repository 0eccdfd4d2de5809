import type { Seats } from './seats.ts'

/**
 * Seats by when their turn is meant to come, the first one on top. Every change costs log n; each seat is in one heap.
 * Four below each, with their times beside them: in a room of a million a change waits for memory a few times only.
 */
export class TurnHeap {
  readonly #seats: Seats
  #heap = new Int32Array(4)
  /** When each is due, as it was when it was put here. */
  #dues = new Float64Array(4)
  #size = 0

  constructor(seats: Seats) {
    this.#seats = seats
  }

  get size(): number {
    return this.#size
  }

  /** The seat whose turn comes first, or undefined. */
  get first(): number | undefined {
    return this.#size === 0 ? undefined : this.#heap[0]
  }

  push(seat: number): void {
    if (this.#size === this.#heap.length) this.#grow()
    this.#size += 1
    this.#rise(this.#size - 1, seat, this.#seats.due[seat] ?? 0)
  }

  remove(seat: number): void {
    const at = this.#seats.place[seat] ?? -1
    this.#size -= 1
    const [last, due] = [this.#heap[this.#size] ?? -1, this.#dues[this.#size] ?? 0]
    if (at !== this.#size) this.#settle(at, last, due)
  }

  /** After a change of when its turn is meant to come. */
  moved(seat: number): void {
    this.#settle(this.#seats.place[seat] ?? -1, seat, this.#seats.due[seat] ?? 0)
  }

  /** Calls `visit` with the seats that come first, in order, at most so many. The same for the same seats, whatever their history. */
  nearest(most: number, visit: (seat: number) => void): void {
    const front = this.#size > 0 ? [0] : []
    for (let count = 0; count < most && front.length > 0; count += 1) {
      const best = this.#bestOf(front)
      const at = front[best] ?? 0
      visit(this.#heap[at] ?? -1)
      front[best] = front.at(-1) ?? 0
      front.pop()
      for (let below = 4 * at + 1; below <= 4 * at + 4 && below < this.#size; below += 1) front.push(below)
    }
  }

  #bestOf(front: readonly number[]): number {
    let best = 0
    for (let each = 1; each < front.length; each += 1) {
      const one = front[each] ?? 0
      if (this.#comesBefore(front[best] ?? 0, this.#heap[one] ?? -1, this.#dues[one] ?? 0)) continue
      best = each
    }
    return best
  }

  #settle(at: number, seat: number, due: number): void {
    const isLater = at === 0 || this.#comesBefore((at - 1) >> 2, seat, due)
    if (isLater) this.#sink(at, seat, due)
    else this.#rise(at, seat, due)
  }

  #rise(from: number, seat: number, due: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 2
      if (this.#comesBefore(above, seat, due)) break
      this.#put(at, this.#heap[above] ?? -1, this.#dues[above] ?? 0)
      at = above
    }
    this.#put(at, seat, due)
  }

  #sink(from: number, seat: number, due: number): void {
    let at = from
    for (let first = 4 * at + 1; first < this.#size; first = 4 * at + 1) {
      const below = this.#firstOf(first, Math.min(first + 4, this.#size))
      if (!this.#comesBefore(below, seat, due)) break
      this.#put(at, this.#heap[below] ?? -1, this.#dues[below] ?? 0)
      at = below
    }
    this.#put(at, seat, due)
  }

  #firstOf(from: number, to: number): number {
    let first = from
    for (let at = from + 1; at < to; at += 1)
      if (!this.#comesBefore(first, this.#heap[at] ?? -1, this.#dues[at] ?? 0)) first = at
    return first
  }

  /** Whether who is at this place comes before a seat that is due then. */
  #comesBefore(at: number, seat: number, due: number): boolean {
    const own = this.#dues[at] ?? 0
    return own < due || (own === due && this.#seats.idOf(this.#heap[at] ?? -1) < this.#seats.idOf(seat))
  }

  #put(at: number, seat: number, due: number): void {
    this.#heap[at] = seat
    this.#dues[at] = due
    this.#seats.place[seat] = at
  }

  #grow(): void {
    const [heap, dues] = [new Int32Array(this.#size * 2), new Float64Array(this.#size * 2)]
    heap.set(this.#heap)
    dues.set(this.#dues)
    this.#heap = heap
    this.#dues = dues
  }
}
