import type { Card } from './deck.ts'
import { difference } from './difference.ts'

/** A card to be judged, or the id of one that has left. */
export type Asked = Card | string

/** What waits to be judged, in the order in which it was asked for; what was asked last about an item holds. */
export class Backlog {
  #asked: readonly Asked[] = []
  #at = 0
  /** Items that were judged before their turn here came. */
  readonly #overtaken = new Set<string>()

  get isEmpty(): boolean {
    return this.#at >= this.#asked.length
  }

  /** Each item waits once: what is asked now about one takes the place of what was asked before. */
  add(asked: readonly Asked[]): void {
    if (!this.isEmpty) for (const each of asked) this.#overtaken.add(idOf(each))
    const waiting = this.isEmpty ? [] : this.#asked.slice(this.#at).filter((each) => !this.#isOvertaken(each))
    this.#asked = waiting.length === 0 ? asked : [...waiting, ...asked]
    this.#at = 0
    this.#overtaken.clear()
  }

  overtake(judged: readonly Asked[]): void {
    if (this.isEmpty) return
    for (const each of judged) this.#overtaken.add(idOf(each))
  }

  next(most: number): readonly Asked[] {
    const next: Asked[] = []
    for (; this.#at < this.#asked.length && next.length < most; this.#at += 1) {
      const each = this.#asked[this.#at]
      if (each !== undefined && !this.#isOvertaken(each)) next.push(each)
    }
    if (this.isEmpty) this.#drop()
    return next
  }

  /** What was asked last about these. */
  newest(ids: ReadonlySet<string>): ReadonlyMap<string, Asked> {
    const found = new Map<string, Asked>()
    if (ids.size === 0) return found
    for (let at = this.#at; at < this.#asked.length; at += 1) {
      const each = this.#asked[at]
      if (each !== undefined && ids.has(idOf(each)) && !this.#isOvertaken(each)) found.set(idOf(each), each)
    }
    return found
  }

  #isOvertaken(each: Asked): boolean {
    return this.#overtaken.size > 0 && this.#overtaken.has(idOf(each))
  }

  #drop(): void {
    this.#asked = []
    this.#at = 0
    this.#overtaken.clear()
  }
}

export function idOf(each: Asked): string {
  return typeof each === 'string' ? each : each.id
}

/** Those that left, and then those that came or are others than before. */
export function changesOf(before: readonly Card[], after: readonly Card[]): Asked[] {
  const { gone, come } = difference(before, after)
  if (gone.length === 0) return come as Asked[]
  const stays = new Set(come.map(({ id }) => id))
  return [...gone.flatMap(({ id }) => (stays.has(id) ? [] : id)), ...come]
}
