import { DueHeap } from './due-heap.ts'
import {
  type CoveragePromise,
  MOST_VALUES,
  type PromiseCount,
  type PromiseTally,
  promisedValues,
} from './promise.ts'
import type { Seats } from './seats.ts'
import type { Traits } from './traits.ts'

/** Who is to come for a value. */
export interface Promised {
  readonly seat: number
  /** Its own round has not begun: a turn beyond its share. */
  readonly isExtra: boolean
}

export interface Value {
  readonly name: string
  /** Seats that bring it. */
  readonly seats: DueHeap
  held: number
  lastAt: number
}

const NEVER: PromiseTally = { kept: 0, missed: 0 }

/** One promise's values, with what brings each. */
export class PromiseKeeper {
  readonly promise: CoveragePromise
  readonly #seats: Seats
  readonly #values = new Map<string, Value>()
  readonly #before: Map<string, number>
  #kept: number
  #missed: number

  constructor(
    promise: CoveragePromise,
    seats: Seats,
    before: Readonly<Record<string, number>> = {},
    { kept, missed } = NEVER,
  ) {
    this.promise = promise
    this.#seats = seats
    this.#before = new Map(Object.entries(before))
    this.#kept = kept
    this.#missed = missed
  }

  add(seat: number, traits: Traits, now: number): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name) ?? this.#open(name, now)
      value.held += 1
      value.seats.push(seat, value.held, (other) => this.#brings(other, name))
    }
  }

  remove(traits: Traits): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name)
      if (!value) continue
      value.held -= 1
      if (value.held > 0) continue
      this.#before.set(name, value.lastAt)
      this.#values.delete(name)
    }
  }

  moved(seat: number, traits: Traits): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name)
      value?.seats.push(seat, value.held, (other) => this.#brings(other, name))
    }
  }

  /** It is on: the values that it brings are kept once more. */
  shown(traits: Traits, now: number): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name)
      if (!value) continue
      const spans = (now - value.lastAt) / this.promise.withinMs
      if (spans <= 1) this.#kept += 1
      else this.#missed += spansMissed(spans)
      value.lastAt = now
    }
  }

  /** The value that is to be shown next if it is not to be late; undefined while there is time for all. */
  pressing(now: number, turnMs: number): Value | undefined {
    if (this.#values.size > MOST_VALUES) return undefined
    const lead = Math.min(this.promise.withinMs / 2, (2 * this.#values.size + 2) * turnMs)
    let first: Value | undefined
    for (const value of this.#values.values()) {
      if (now - value.lastAt < this.promise.withinMs - lead) continue
      if (!first || value.lastAt < first.lastAt || (value.lastAt === first.lastAt && value.name < first.name))
        first = value
    }
    return first
  }

  /** Of those that bring a value the first that has its turn anyway; else, of a few, the one that was on longest ago. */
  choose({ name, seats }: Value, isOpen: (seat: number) => boolean): Promised | undefined {
    const brings = (seat: number): boolean => this.#brings(seat, name)
    const [soonest] = seats.first(1, brings)
    if (soonest === undefined) return undefined
    if (isOpen(soonest)) return { seat: soonest, isExtra: false }
    const first = seats.first(LOOKED_AT, brings)
    const open = first.find(isOpen)
    return open === undefined
      ? { seat: this.#longestAgo(first, soonest), isExtra: true }
      : { seat: open, isExtra: false }
  }

  /** When each was last on; nothing of more than `most`. */
  memory(most = MOST_VALUES): Readonly<Record<string, number>> {
    if (this.#values.size > most) return {}
    return Object.fromEntries([...this.#values.values()].map(({ name, lastAt }) => [name, lastAt]))
  }

  tally(): PromiseTally {
    return { kept: this.#kept, missed: this.#missed }
  }

  restore(lastAt: Readonly<Record<string, number>>, { kept, missed } = NEVER): void {
    for (const value of this.#values.values()) value.lastAt = lastAt[value.name] ?? value.lastAt
    this.#kept = kept
    this.#missed = missed
  }

  /** With what is late at the moment. */
  count(now: number): PromiseCount {
    const { text, every, withinMs } = this.promise
    const late = [...this.#values.values()].filter(({ lastAt }) => now - lastAt > withinMs)
    const { kept, missed } = this.tally()
    return {
      promise: text,
      every,
      withinMs,
      values: this.#values.size,
      kept,
      missed: late.reduce((sum, { lastAt }) => sum + spansMissed((now - lastAt) / withinMs), missed),
      open: late.map(({ name }) => name).sort(),
    }
  }

  #open(name: string, now: number): Value {
    const made = {
      name,
      seats: new DueHeap(this.#seats),
      held: 0,
      lastAt: this.#before.get(name) ?? now,
    }
    this.#values.set(name, made)
    return made
  }

  #brings(seat: number, name: string): boolean {
    const traits = this.#seats.lanes[seat] && this.#seats.traits[seat]
    return traits !== undefined && promisedValues(traits, this.promise.every).includes(name)
  }

  #longestAgo(found: readonly number[], soonest: number): number {
    const { last } = this.#seats
    let longest = soonest
    for (const seat of found) if ((last[seat] ?? 0) < (last[longest] ?? 0)) longest = seat
    return longest
  }
}

/** Of those that bring a value so many are looked at, the first that are due. */
const LOOKED_AT = 8

/** Of so many spans in which a value was not on, all but the one in which it comes were promised. */
function spansMissed(spans: number): number {
  return Math.ceil(spans) - 1
}
