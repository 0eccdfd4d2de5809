import type { Seats } from './seats.ts'
import type { Traits } from './traits.ts'

/** What a curator promises to show in time: each value of a field, within so long. */
export interface CoveragePromise {
  readonly every: PromiseField
  /** ms of time on the wall */
  readonly withinMs: number
  /** As it is told: `every persona within 1 h`. */
  readonly text: string
}

export const PROMISE_FIELDS = ['persona', 'segment', 'stage', 'theme', 'department', 'kind'] as const
export type PromiseField = (typeof PROMISE_FIELDS)[number]

/** When each value was last on, ms of the wall's own time, by promise and value. */
export type PromiseMemory = Readonly<Record<string, Readonly<Record<string, number>>>>

/** How one promise fares: spans between two showings that were short enough, and those that were not. */
export interface PromiseCount {
  readonly promise: string
  readonly kept: number
  readonly missed: number
  /** Values whose time is over at the moment. */
  readonly open: readonly string[]
}

interface Value {
  readonly name: string
  /** Seats that bring it. */
  readonly seats: Set<number>
  lastAt: number
}

/** More values than this are not pursued: no wall could keep such a promise, and looking after them costs time with each slide. */
export const MOST_VALUES = 200

/** One promise's values, with what brings each. */
export class PromiseKeeper {
  readonly promise: CoveragePromise
  readonly #values = new Map<string, Value>()
  readonly #before: Map<string, number>
  #kept = 0
  #missed = 0

  constructor(promise: CoveragePromise, before: Readonly<Record<string, number>> = {}) {
    this.promise = promise
    this.#before = new Map(Object.entries(before))
  }

  add(seat: number, traits: Traits, now: number): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name) ?? {
        name,
        seats: new Set(),
        lastAt: this.#before.get(name) ?? now,
      }
      this.#values.set(name, value)
      value.seats.add(seat)
    }
  }

  remove(seat: number, traits: Traits): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name)
      if (!value) continue
      value.seats.delete(seat)
      if (value.seats.size > 0) continue
      this.#before.set(name, value.lastAt)
      this.#values.delete(name)
    }
  }

  /** It is on: the values that it brings are kept once more. */
  shown(traits: Traits, now: number): void {
    for (const name of promisedValues(traits, this.promise.every)) {
      const value = this.#values.get(name)
      if (!value) continue
      const spans = (now - value.lastAt) / this.promise.withinMs
      if (spans <= 1) this.#kept += 1
      else this.#missed += Math.ceil(spans) - 1
      value.lastAt = now
    }
  }

  /** The value that is to be shown next if it is not to be late; undefined while there is time for all. */
  pressing(
    now: number,
    turnMs: number,
  ): { readonly value: string; readonly seats: ReadonlySet<number> } | undefined {
    if (this.#values.size > MOST_VALUES) return undefined
    const lead = Math.min(this.promise.withinMs / 2, (2 * this.#values.size + 2) * turnMs)
    let first: Value | undefined
    for (const value of this.#values.values()) {
      if (now - value.lastAt < this.promise.withinMs - lead) continue
      if (!first || value.lastAt < first.lastAt || (value.lastAt === first.lastAt && value.name < first.name))
        first = value
    }
    return first && { value: first.name, seats: first.seats }
  }

  memory(): Readonly<Record<string, number>> {
    if (this.#values.size > MOST_VALUES) return {}
    return Object.fromEntries([...this.#values.values()].map(({ name, lastAt }) => [name, lastAt]))
  }

  /** Undefined where there are more values than are pursued. */
  count(now: number): PromiseCount | undefined {
    if (this.#values.size > MOST_VALUES) return undefined
    const open = [...this.#values.values()].filter(({ lastAt }) => now - lastAt > this.promise.withinMs)
    return {
      promise: this.promise.text,
      kept: this.#kept,
      missed: this.#missed,
      open: open.map(({ name }) => name),
    }
  }
}

/** Of several that bring a value the one that was on longest ago, if possible one that has its turn anyway. */
export function promised(
  seats: ReadonlySet<number>,
  all: Seats,
  isOpen: (seat: number) => boolean,
): { readonly seat: number; readonly isExtra: boolean } | undefined {
  let open: number | undefined
  let other: number | undefined
  let looked = 0
  for (const seat of seats) {
    if (isOpen(seat)) {
      if (open === undefined || isEarlier(seat, open, all)) open = seat
    } else if (other === undefined || isEarlier(seat, other, all)) other = seat
    looked += 1
    if (looked === LOOKED_AT) break
  }
  if (open !== undefined) return { seat: open, isExtra: false }
  return other === undefined ? undefined : { seat: other, isExtra: true }
}

/** A value with more items than this comes up by itself. */
const LOOKED_AT = 500

function isEarlier(one: number, other: number, { last, cards }: Seats): boolean {
  const [a = 0, b = 0] = [last[one], last[other]]
  return a < b || (a === b && (cards[one]?.id ?? '') < (cards[other]?.id ?? ''))
}

/** What of an item counts for a promise, by the names under which values are one. */
export function promisedValues(traits: Traits, field: PromiseField): readonly string[] {
  switch (field) {
    case 'persona':
      return traits.personas
    case 'segment':
      return traits.segments
    case 'stage':
      return traits.stages
    case 'theme':
      return traits.themes
    case 'department':
      return traits.departments
    case 'kind':
      return [traits.kind]
  }
}
