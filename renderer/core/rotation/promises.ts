import type { CoveragePromise, PromiseCount, PromiseMemory, PromiseTally } from './promise.ts'
import { type Promised, PromiseKeeper } from './promise-keeper.ts'
import type { Seats } from './seats.ts'
import type { Traits } from './traits.ts'

/** What is to come for a promise. */
export interface PromisedPick extends Promised {
  readonly promise: string
  readonly value: string
}

/** When values were last on and how promises fared, whether they are asked for at the moment or not. */
export interface PromisesMemory {
  readonly promises: PromiseMemory
  readonly tallies: Readonly<Record<string, PromiseTally>>
}

/** The promises of a room. */
export class Promises {
  readonly #seats: Seats
  #keepers: readonly PromiseKeeper[] = []
  #before: PromisesMemory

  constructor(seats: Seats, promises: readonly CoveragePromise[], before: PromisesMemory) {
    this.#seats = seats
    this.#before = before
    this.ask(promises, before)
  }

  /** Others from now on. Nobody must sit in the room meanwhile: each is added again. `before`: as it was with everybody. */
  ask(promises: readonly CoveragePromise[], before: PromisesMemory): void {
    this.#before = before
    const { promises: values, tallies } = this.#before
    this.#keepers = promises.map(
      (each) => new PromiseKeeper(each, this.#seats, values[each.text], tallies[each.text]),
    )
  }

  add(seat: number, traits: Traits, now: number): void {
    for (const keeper of this.#keepers) keeper.add(seat, traits, now)
  }

  remove(traits: Traits): void {
    for (const keeper of this.#keepers) keeper.remove(traits)
  }

  /** It is on. */
  shown(traits: Traits, now: number): void {
    for (const keeper of this.#keepers) keeper.shown(traits, now)
  }

  /** Its next turn is elsewhere now. */
  moved(seat: number, traits: Traits): void {
    for (const keeper of this.#keepers) keeper.moved(seat, traits)
  }

  /** The first promise that would be broken otherwise and can be kept by somebody; `allows` refuses a turn beyond its share. */
  pressing(
    now: number,
    meanTurnMs: number,
    isOpen: (seat: number) => boolean,
    allows: (found: Promised) => boolean,
  ): PromisedPick | undefined {
    for (const keeper of this.#keepers) {
      const value = keeper.pressing(now, meanTurnMs)
      const found = value && keeper.choose(value, isOpen)
      if (value && found && allows(found))
        return { ...found, promise: keeper.promise.text, value: value.name }
    }
    return undefined
  }

  /** `mostValues` of one promise; of one that has more nothing is kept. */
  memory(mostValues?: number): PromisesMemory {
    const promises: Record<string, Readonly<Record<string, number>>> = { ...this.#before.promises }
    const tallies: Record<string, PromiseTally> = { ...this.#before.tallies }
    for (const keeper of this.#keepers) {
      promises[keeper.promise.text] = keeper.memory(mostValues)
      tallies[keeper.promise.text] = keeper.tally()
    }
    return { promises, tallies }
  }

  /** As they were when this memory was taken, with the same items. */
  restore({ promises, tallies }: PromisesMemory): void {
    for (const keeper of this.#keepers) {
      const { text } = keeper.promise
      keeper.restore(promises[text] ?? {}, tallies[text])
    }
  }

  counts(now: number): readonly PromiseCount[] {
    return this.#keepers.map((each) => each.count(now))
  }
}
