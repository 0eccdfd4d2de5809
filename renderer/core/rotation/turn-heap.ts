import type { Seats } from './seats.ts'

/** Seats by when their turn is meant to come, the first one on top. Every change costs log n; each seat is in one heap. */
export class TurnHeap {
  readonly #seats: Seats
  #heap = new Int32Array(4)
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
    if (this.#size === this.#heap.length) {
      const longer = new Int32Array(this.#size * 2)
      longer.set(this.#heap)
      this.#heap = longer
    }
    this.#size += 1
    this.#rise(this.#size - 1, seat)
  }

  remove(seat: number): void {
    const at = this.#seats.place[seat] ?? -1
    this.#size -= 1
    const last = this.#heap[this.#size] ?? -1
    if (at === this.#size) return
    this.#settle(at, last)
  }

  /** After a change of when its turn is meant to come. */
  moved(seat: number): void {
    this.#settle(this.#seats.place[seat] ?? -1, seat)
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
      if (2 * at + 1 < this.#size) front.push(2 * at + 1)
      if (2 * at + 2 < this.#size) front.push(2 * at + 2)
    }
  }

  #bestOf(front: readonly number[]): number {
    let best = 0
    for (let each = 1; each < front.length; each += 1) {
      const [one, other] = [this.#heap[front[each] ?? 0] ?? -1, this.#heap[front[best] ?? 0] ?? -1]
      if (this.#seats.isBefore(one, other)) best = each
    }
    return best
  }

  #settle(at: number, seat: number): void {
    const parent = this.#heap[(at - 1) >> 1] ?? -1
    if (at > 0 && this.#seats.isBefore(seat, parent)) this.#rise(at, seat)
    else this.#sink(at, seat)
  }

  #rise(from: number, seat: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      const parent = this.#heap[above] ?? -1
      if (!this.#seats.isBefore(seat, parent)) break
      this.#put(at, parent)
      at = above
    }
    this.#put(at, seat)
  }

  #sink(from: number, seat: number): void {
    let at = from
    for (;;) {
      let below = 2 * at + 1
      if (below >= this.#size) break
      const [left, right] = [this.#heap[below] ?? -1, this.#heap[below + 1] ?? -1]
      if (below + 1 < this.#size && this.#seats.isBefore(right, left)) below += 1
      const child = this.#heap[below] ?? -1
      if (!this.#seats.isBefore(child, seat)) break
      this.#put(at, child)
      at = below
    }
    this.#put(at, seat)
  }

  #put(at: number, seat: number): void {
    this.#heap[at] = seat
    this.#seats.place[seat] = at
  }
}
