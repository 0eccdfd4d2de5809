import type { PromiseHistory, PromiseValue } from '../../renderer/core/admin/history.ts'
import type { Card } from '../../renderer/core/deck.ts'
import {
  type CoveragePromise,
  MOST_VALUES,
  type PromiseField,
  promisedValues,
} from '../../renderer/core/rotation/promise.ts'
import { TraitsPool } from '../../renderer/core/rotation/traits.ts'
import { coveragePromises } from '../../renderer/core/rotation-schema.ts'
import type { KeptPlay } from '../records/history-records.ts'
import type { RoomNow } from './room-now.ts'
import { eachInSlices } from './slices.ts'

/** Whether what was promised was shown in time, by the record: the time that counts is the wall's own, as it was for the rotation. */

interface Value {
  plays: number
  kept: number
  missed: number
  longestGapMs: number
  /** Time on the wall at which it was on last, by screen; the range begins with 0. */
  readonly lastAt: Map<string, number>
}

interface Promised {
  readonly promise: CoveragePromise
  readonly values: Map<string, Value>
}

export class PromiseTally {
  readonly #room: RoomNow
  readonly #promised: readonly Promised[]
  /** Time on the wall so far, by screen, ms. */
  readonly #clocks = new Map<string, number>()

  readonly #traits = new TraitsPool()

  private constructor(room: RoomNow) {
    this.#room = room
    this.#promised = coveragePromises(room.index.state().curation.rotation).map((promise) => ({
      promise,
      values: new Map(),
    }))
  }

  /** Promised is what the room could show now: whatever was never on is told too. */
  static async of(room: RoomNow): Promise<PromiseTally> {
    const tally = new PromiseTally(room)
    const { cards } = room.index.state()
    if (tally.#promised.length === 0) return tally
    // Names of a persona are learnt from her own card.
    for (const card of cards) if (card.kind === 'persona') tally.#traits.of(card)
    await eachInSlices(cards.length, (at) => {
      const card = cards[at]
      if (!card || room.find(card.id)?.standing.state !== 'shown') return
      for (const { promise, values } of tally.#promised)
        for (const name of tally.#namesOf(card, promise.every))
          if (!values.has(name)) values.set(name, newValue())
    })
    return tally
  }

  #namesOf(card: Card, every: PromiseField): readonly string[] {
    return promisedValues(this.#traits.of(card), every)
  }

  add({ itemId, screen, part }: KeptPlay, shownMs: number): void {
    if (this.#promised.length === 0) return
    const clock = this.#clocks.get(screen) ?? 0
    this.#clocks.set(screen, clock + shownMs)
    const card = this.#room.find(itemId)?.card
    // Its slides in a row are one showing.
    if (!card || part > 0) return
    for (const { promise, values } of this.#promised)
      for (const name of this.#namesOf(card, promise.every)) {
        const value = values.get(name)
        if (value) showing(value, screen, clock, promise.withinMs)
      }
  }

  promises(): PromiseHistory[] {
    return this.#promised
      .filter(({ values }) => values.size <= MOST_VALUES)
      .map(({ promise, values }) => {
        for (const value of values.values()) this.#end(value, promise.withinMs)
        const told = [...values].map(
          ([value, { lastAt: _, ...counted }]): PromiseValue => ({ value, ...counted }),
        )
        return {
          promise: promise.text,
          values: told.sort((a, b) => b.longestGapMs - a.longestGapMs || (a.value < b.value ? -1 : 1)),
          kept: told.reduce((sum, { kept }) => sum + kept, 0),
          missed: told.reduce((sum, { missed }) => sum + missed, 0),
        }
      })
  }

  /** What is still waited for when the range ends is missed only where its time is over. */
  #end(value: Value, withinMs: number): void {
    for (const [screen, clock] of this.#clocks) {
      const gap = clock - (value.lastAt.get(screen) ?? 0)
      value.longestGapMs = Math.max(value.longestGapMs, gap)
      if (gap > withinMs) value.missed += Math.ceil(gap / withinMs) - 1
    }
  }
}

function newValue(): Value {
  return { plays: 0, kept: 0, missed: 0, longestGapMs: 0, lastAt: new Map() }
}

function showing(value: Value, screen: string, clock: number, withinMs: number): void {
  const gap = clock - (value.lastAt.get(screen) ?? 0)
  value.plays += 1
  value.longestGapMs = Math.max(value.longestGapMs, gap)
  // As the rotation counts it: each time that went by in vain is one.
  if (gap <= withinMs) value.kept += 1
  else value.missed += Math.ceil(gap / withinMs) - 1
  value.lastAt.set(screen, clock)
}
