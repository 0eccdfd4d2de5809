import type { Seats } from './seats.ts'

/**
 * Seats by when their turn is meant to come, for whoever asks seldom: a seat that moved is put in once more and its old
 * entry thrown away when it is met, so that nobody has to know where it is. Twelve bytes an entry.
 */
export class DueHeap {
  readonly #seats: Seats
  #dues = new Float64Array(FIRST)
  #entries = new Int32Array(FIRST)
  #size = 0

  constructor(seats: Seats) {
    this.#seats = seats
  }

  /** Where it is due now; `held`: how many seats are meant to be in here. */
  push(seat: number, held: number, isLive: (seat: number) => boolean): void {
    if (this.#size > 2 * held + FIRST) this.#sweep(isLive)
    if (this.#size === this.#dues.length) this.#grow()
    this.#size += 1
    this.#rise(this.#size - 1, seat, this.#seats.due[seat] ?? 0)
  }

  /** The first of them in order, at most so many; the same for the same seats, whatever their history. */
  first(most: number, isLive: (seat: number) => boolean): readonly number[] {
    const found: number[] = []
    const dues: number[] = []
    while (this.#size > 0 && found.length < most) {
      const [seat, due] = [this.#entries[0] ?? -1, this.#dues[0] ?? 0]
      this.#pop()
      if (due !== this.#seats.due[seat] || seat === found.at(-1) || !isLive(seat)) continue
      found.push(seat)
      dues.push(due)
    }
    for (const [at, seat] of found.entries()) {
      this.#size += 1
      this.#rise(this.#size - 1, seat, dues[at] ?? 0)
    }
    return found
  }

  #sweep(isLive: (seat: number) => boolean): void {
    const kept = new Set<number>()
    for (let at = 0; at < this.#size; at += 1) {
      const seat = this.#entries[at] ?? -1
      if (this.#dues[at] === this.#seats.due[seat] && isLive(seat)) kept.add(seat)
    }
    this.#size = 0
    for (const seat of kept) {
      this.#size += 1
      this.#rise(this.#size - 1, seat, this.#seats.due[seat] ?? 0)
    }
  }

  #pop(): void {
    this.#size -= 1
    const [seat, due] = [this.#entries[this.#size] ?? -1, this.#dues[this.#size] ?? 0]
    let at = 0
    for (let below = 1; below < this.#size; below = 2 * at + 1) {
      if (below + 1 < this.#size && this.#isBefore(below + 1, below)) below += 1
      if (!this.#comes(below, seat, due)) break
      this.#put(at, this.#entries[below] ?? -1, this.#dues[below] ?? 0)
      at = below
    }
    if (this.#size > 0) this.#put(at, seat, due)
  }

  #rise(from: number, seat: number, due: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#comes(above, seat, due)) break
      this.#put(at, this.#entries[above] ?? -1, this.#dues[above] ?? 0)
      at = above
    }
    this.#put(at, seat, due)
  }

  #isBefore(one: number, other: number): boolean {
    return this.#comes(one, this.#entries[other] ?? -1, this.#dues[other] ?? 0)
  }

  /** Whether the entry comes no later than this one. */
  #comes(at: number, seat: number, due: number): boolean {
    const own = this.#dues[at] ?? 0
    if (own !== due) return own < due
    const { cards } = this.#seats
    return (cards[this.#entries[at] ?? -1]?.id ?? '') <= (cards[seat]?.id ?? '')
  }

  #put(at: number, seat: number, due: number): void {
    this.#entries[at] = seat
    this.#dues[at] = due
  }

  #grow(): void {
    const [dues, entries] = [new Float64Array(2 * this.#size), new Int32Array(2 * this.#size)]
    dues.set(this.#dues)
    entries.set(this.#entries)
    this.#dues = dues
    this.#entries = entries
  }
}

const FIRST = 8
