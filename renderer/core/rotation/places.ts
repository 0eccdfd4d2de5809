import { evenly } from '../hash.ts'
import type { Group } from './lanes.ts'
import type { Turn } from './memory.ts'
import type { Seats } from './seats.ts'

/** Where in its rounds an item has its turns: drawn from the seed, its id and the number of its round, and nothing else. */
export class Places {
  readonly #seed: number
  readonly #seats: Seats

  constructor(seed: number, seats: Seats) {
    this.#seed = seed
    this.#seats = seats
  }

  /** Where an item that the record does not know has its first turn, in a room that begins. */
  first(seat: number): number {
    return this.#drawn(this.#seats.idOf(seat), 0) / this.#rate(seat)
  }

  /**
   * Where an item begins. In the first round of a room its place is drawn; later it is drawn from the round that begins
   * now, so that a hundred new ones come at the pace of all others. `atOnce`: the first of a kind that was never on.
   */
  entry(seat: number, { clock }: Group, before: Turn | undefined, atOnce: boolean): number {
    if (before && before.due >= clock && before.due <= this.latest(seat, clock)) return before.due
    const first = this.first(seat)
    if (first >= clock) return first
    return atOnce ? clock : clock + first
  }

  /** Place in its next round. Near the one that it had, so that two turns of an item never lie closer than half a round. */
  next(seat: number, { clock }: Group): number {
    const rate = this.#rate(seat)
    const window = this.#seats.windowOf(seat)
    const had = Math.min(1, Math.max(0, clock * rate - window))
    const drift = this.#drawn(this.#seats.idOf(seat), window + 1) - 0.5
    const place = Math.abs(had + drift)
    return (window + 1 + within(place > 1 ? 2 - place : place)) / rate
  }

  /** The end of the round after this one: nobody waits longer, whatever was changed. */
  latest(seat: number, clock: number): number {
    const rate = this.#rate(seat)
    return (Math.floor(clock * rate) + 1 + within(1)) / rate
  }

  #drawn(id: string, window: number): number {
    return within(evenly(`${this.#seed}/${window}/${id}`))
  }

  #rate(seat: number): number {
    return this.#seats.rate[seat] ?? 1
  }
}

/** Clear of both ends of the round, where rounding could move it into another. */
function within(place: number): number {
  return 0.01 + 0.98 * Math.min(1, Math.max(0, place))
}
