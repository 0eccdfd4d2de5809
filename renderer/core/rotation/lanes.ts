import type { Seats } from './seats.ts'
import type { Tone } from './traits.ts'
import { TurnHeap } from './turn-heap.ts'

/** Items of one kind about one persona, or a few: whoever looks for a mix looks at the first of each lane. */
export interface Lane {
  readonly group: Group
  readonly kind: KindCount
  readonly bucket: number
  readonly heap: TurnHeap
}

/** What one kind is due in its group. */
export interface KindCount {
  readonly kind: string
  /** Its name among all groups. */
  readonly key: string
  items: number
  /** Turns a round of all its items together. */
  rate: number
}

/**
 * Items that share one clock. A room has one group; where its curator states a balance of sentiment, one for each tone.
 * The clock counts rounds: in each an item of weight 1 has one turn. It stands at the earliest turn that still waits.
 */
export class Group {
  readonly name: string
  /** As of the last turn; it never runs backwards. */
  clock = 0
  rate = 0
  /** What the rate would be if all weights were 1. */
  plainRate = 0
  /** Time of one round on the wall, ms. */
  roundMs = 0
  items = 0
  readonly tones: Record<Tone, number> = { negative: 0, neutral: 0, positive: 0, none: 0 }
  readonly kinds = new Map<string, KindCount>()
  readonly #lanes = new Map<string, Lane>()

  constructor(name: string) {
    this.name = name
  }

  lanes(): IterableIterator<Lane> {
    return this.#lanes.values()
  }

  get laneCount(): number {
    return this.#lanes.size
  }

  lane(kind: string, bucket: number): Lane | undefined {
    return this.#lanes.get(`${kind} ${bucket}`)
  }

  add(seat: number, seats: Seats, bucket: number): Lane {
    const { kind, tone } = seats.traits[seat] ?? NOBODY
    const lane = this.lane(kind, bucket) ?? this.#open(kind, bucket, seats)
    this.#count(seat, seats, lane.kind, tone, 1)
    lane.heap.push(seat)
    return lane
  }

  remove(seat: number, seats: Seats, lane: Lane): void {
    lane.heap.remove(seat)
    this.#count(seat, seats, lane.kind, seats.traits[seat]?.tone ?? 'none', -1)
    if (lane.heap.size === 0) this.#lanes.delete(`${lane.kind.kind} ${lane.bucket}`)
    if (lane.kind.items === 0) this.kinds.delete(lane.kind.kind)
  }

  /** The turn that is meant to come first, or undefined. */
  first(seats: Seats): number | undefined {
    let first: number | undefined
    for (const { heap } of this.#lanes.values()) {
      const seat = heap.first
      if (seat !== undefined && (first === undefined || seats.isBefore(seat, first))) first = seat
    }
    return first
  }

  #open(kind: string, bucket: number, seats: Seats): Lane {
    const count = this.kinds.get(kind) ?? { kind, key: `${this.name} ${kind}`, items: 0, rate: 0 }
    this.kinds.set(kind, count)
    const lane: Lane = { group: this, kind: count, bucket, heap: new TurnHeap(seats) }
    this.#lanes.set(`${kind} ${bucket}`, lane)
    return lane
  }

  #count(seat: number, seats: Seats, kind: KindCount, tone: Tone, sign: 1 | -1): void {
    const rate = sign * (seats.rate[seat] ?? 0)
    const weight = seats.cards[seat]?.weight ?? 1
    kind.items += sign
    kind.rate += rate
    this.items += sign
    this.rate += rate
    this.plainRate += rate / (weight > 0 ? weight : 1)
    this.tones[tone] += rate
    this.roundMs += rate * (seats.turnMs[seat] ?? 0)
  }
}

const NOBODY = { kind: '', tone: 'none' as const }
