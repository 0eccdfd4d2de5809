import { Group } from './lanes.ts'
import type { RotationMemory } from './memory.ts'
import { groupKey, type Mix } from './mix.ts'
import type { Tone } from './traits.ts'

/** Shares of the turns by how they sound, in any unit. */
export type Sentiment = Readonly<Record<Exclude<Tone, 'none'>, number>>

export type GroupShare = readonly [group: Group, share: number]

/** The groups of a room, each with its clock and its share of the turns. */
export class Groups {
  readonly #byName = new Map<string, Group>()
  readonly #clocks: Map<string, number>
  readonly #sentiment: () => Sentiment | undefined
  #shares: readonly GroupShare[] | undefined
  #pass: RotationMemory['pass']

  constructor({ clocks, pass }: RotationMemory, sentiment: () => Sentiment | undefined) {
    this.#clocks = new Map(Object.entries(clocks))
    this.#pass = pass
    this.#sentiment = sentiment
  }

  /** The group of items that sound like this; it goes on where its clock stood. */
  of(tone: Tone): Group {
    const name = this.#sentiment() ? tone : 'all'
    const known = this.#byName.get(name)
    if (known) return known
    const made = new Group(name)
    made.clock = this.#clocks.get(name) ?? this.latestClock()
    this.#clocks.set(name, made.clock)
    this.#byName.set(name, made)
    return made
  }

  /** Somebody came to a group or left it; one that is empty goes. */
  changed(group: Group): void {
    this.#shares = undefined
    if (group.items === 0) this.#byName.delete(group.name)
  }

  latestClock(): number {
    return Math.max(0, ...this.#clocks.values())
  }

  memory(): Pick<RotationMemory, 'clocks' | 'pass'> {
    return { clocks: Object.fromEntries(this.#clocks), pass: this.#pass }
  }

  /** As it was when this memory was taken, with the same items. */
  restore({ clocks, pass }: Pick<RotationMemory, 'clocks' | 'pass'>): void {
    for (const [name, clock] of Object.entries(clocks)) {
      this.#clocks.set(name, clock)
      const group = this.#byName.get(name)
      if (group) group.clock = clock
    }
    this.#pass = pass
  }

  /** Who has a turn at `clock` or later; `slot` is the number of the turn before. */
  advance(group: Group, clock: number, slot: number): void {
    group.clock = Math.max(group.clock, clock)
    this.#clocks.set(group.name, group.clock)
    if (group !== this.#main()) return
    const passes = Math.floor((group.clock - this.#pass.clock) / passLength(group))
    if (passes !== 0) this.#pass = { clock: this.#pass.clock + passes * passLength(group), from: slot }
  }

  /** How far the pass is: index of its latest turn, from 0, and about how many turns it has. */
  position(slot: number): { readonly index: number; readonly count: number } {
    const turns = this.shares().reduce((sum, [group]) => sum + group.rate * passLength(group), 0)
    const count = Math.max(1, Math.round(turns))
    return { index: Math.min(count - 1, Math.max(0, slot - this.#pass.from - 1)), count }
  }

  shares(): readonly GroupShare[] {
    this.#shares ??= sharesOf([...this.#byName.values()], this.#sentiment())
    return this.#shares
  }

  /** The group whose turn is next: the furthest behind its share. */
  next(mix: Mix): Group | undefined {
    const all = this.shares()
    if (all.length < 2) return all[0]?.[0]
    let [best, most]: [Group | undefined, number] = [undefined, Number.NEGATIVE_INFINITY]
    for (const [group, share] of all) {
      const value = mix.credit(groupKey(group)) + share
      if (value < most || (value === most && best && best.name < group.name)) continue
      best = group
      most = value
    }
    return best
  }

  shareOf(group: Group): number {
    return this.shares().find(([each]) => each === group)?.[1] ?? 0
  }

  /** Time of one turn in the mean, ms. */
  meanTurnMs(): number {
    let sum = 0
    for (const [group, share] of this.shares()) sum += (share * group.roundMs) / group.rate
    return sum
  }

  #main(): Group | undefined {
    let main: Group | undefined
    for (const group of this.#byName.values())
      if (!main || group.rate > main.rate || (group.rate === main.rate && group.name > main.name))
        main = group
    return main
  }
}

/** Rounds in which each item has as many turns as its weight says, in the mean. */
function passLength({ items, plainRate }: Group): number {
  return plainRate > 0 ? items / plainRate : 1
}

/** Shares of the turns: the room's own by their rates, or those that were stated; what has no tone keeps its own. */
export function sharesOf<Some extends Pick<Group, 'name' | 'rate'>>(
  groups: readonly Some[],
  sentiment: Sentiment | undefined,
): readonly (readonly [Some, number])[] {
  const all = groups.reduce((sum, { rate }) => sum + rate, 0)
  if (!sentiment) return groups.map((group) => [group, group.rate / all])
  const plain = groups.filter(({ name }) => name === 'none').reduce((sum, { rate }) => sum + rate, 0) / all
  const stated = (name: string): number =>
    name === 'negative' || name === 'neutral' || name === 'positive' ? Math.max(LEAST, sentiment[name]) : 0
  const sum = groups.reduce((total, { name }) => total + stated(name), 0)
  return groups.map((group) => [
    group,
    group.name === 'none' ? plain : ((1 - plain) * stated(group.name)) / sum,
  ])
}

/** A tone that was stated as 0 waits, but not for ever: its items are in the room. */
const LEAST = 0.001
