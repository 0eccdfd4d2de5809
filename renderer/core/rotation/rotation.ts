import type { Card } from '../deck.ts'
import { evenly } from '../hash.ts'
import { Group, type Lane } from './lanes.ts'
import { EMPTY_MIX, groupKey, Mix, type MixMemory } from './mix.ts'
import {
  type CoveragePromise,
  type PromiseCount,
  PromiseKeeper,
  type PromiseMemory,
  promised,
} from './promises.ts'
import type { Reason } from './reasons.ts'
import { Seats } from './seats.ts'
import { rateOf, type ShareRules, turnMs } from './share.ts'
import { fits, NO_STORY, type StoryMemory, storyReason, storyWorth, told } from './story.ts'
import { bucketOf, type Tone, TraitsPool } from './traits.ts'

/**
 * Who comes next. Each item has a place in each of its rounds; whoever's round has begun may come, the earliest place
 * first, or whoever keeps the mix. Nobody's round begins before all earlier places were taken, so that at any time an
 * item has had what its weight says, give or take one turn (docs/design.md, "Who comes next").
 *
 * Deterministic: the same seed, items and calls give the same order. It knows items by their ids alone. It is changed
 * in place, since a copy of a million places a slide would be no rule of anything.
 */

export interface RotationRules extends ShareRules {
  readonly order: 'shuffle' | 'story'
  /** Shares of the turns by how they sound, in any unit; the room's own balance where absent. */
  readonly sentiment?: Readonly<Record<Exclude<Tone, 'none'>, number>> | undefined
  readonly promises: readonly CoveragePromise[]
}

/** What survives a restart beside the items' own turns: a few hundred bytes, however large the room. */
export interface RotationMemory {
  readonly mix: MixMemory
  readonly story: StoryMemory
  /** By group, in rounds. */
  readonly clocks: Readonly<Record<string, number>>
  readonly promises: PromiseMemory
  /** Number of the round, and of its first turn. */
  readonly round: { readonly number: number; readonly from: number }
  /** The latest turn that a promise took beyond an item's share. */
  readonly extraAt: number
}

export const NEW_ROTATION: RotationMemory = {
  mix: EMPTY_MIX,
  story: NO_STORY,
  clocks: {},
  promises: {},
  round: { number: 0, from: 0 },
  extraAt: 0,
}

/** An item's place, kept in the record whenever it changes. */
export interface Turn {
  readonly itemId: string
  /** When its next turn is meant to come, in rounds. */
  readonly due: number
  /** Number of its last turn; 0 before its first. */
  readonly last: number
}

/** `isKept`: the record has it; otherwise it is what is drawn for an item that the record does not know. */
type Away = Turn & { readonly isKept: boolean }

export interface Pick {
  readonly itemId: string
  readonly reasons: readonly Reason[]
  /** A turn beyond its share, for a promise. */
  readonly isExtra: boolean
}

export class Rotation {
  readonly #seed: number
  readonly #seats = new Seats()
  readonly #traits = new TraitsPool()
  readonly #groups = new Map<string, Group>()
  readonly #mix: Mix
  readonly #clocks: Map<string, number>
  /** Places of items that are away, or have not come yet. */
  readonly #away: Map<string, Away>
  readonly #changed = new Map<string, Turn>()
  #rules: RotationRules
  #promises: readonly PromiseKeeper[]
  /** When values were last on that no promise asks for at the moment. */
  #promised: PromiseMemory
  #story: StoryMemory
  #round: RotationMemory['round']
  #extraAt: number

  constructor(seed: number, rules: RotationRules, memory = NEW_ROTATION, turns: Iterable<Turn> = []) {
    this.#seed = seed
    this.#rules = rules
    this.#mix = new Mix(memory.mix)
    this.#story = memory.story
    this.#clocks = new Map(Object.entries(memory.clocks))
    this.#round = memory.round
    this.#extraAt = memory.extraAt
    this.#away = new Map([...turns].map((turn) => [turn.itemId, { ...turn, isKept: true }]))
    this.#promised = memory.promises
    this.#promises = rules.promises.map((each) => new PromiseKeeper(each, memory.promises[each.text]))
  }

  get size(): number {
    return this.#seats.size
  }

  get rules(): RotationRules {
    return this.#rules
  }

  has(id: string): boolean {
    return this.#seats.of(id) !== undefined
  }

  /** Whether this very card has a place, not only one of its id. */
  holds(card: Card): boolean {
    const seat = this.#seats.of(card.id)
    return seat !== undefined && this.#seats.cards[seat] === card
  }

  ids(): IterableIterator<string> {
    return this.#seats.ids()
  }

  /** An item may play from now on. One that was here before has its place again, if that is still to come. */
  join(card: Card, now: number): void {
    if (this.has(card.id)) return this.change(card, now)
    const seat = this.#seats.take(card)
    const before = this.#away.get(card.id)
    this.#away.delete(card.id)
    this.#describe(seat, card)
    const group = this.#groupOf(seat)
    this.#seats.last[seat] = before?.last ?? 0
    const due = this.#entry(seat, group, before)
    this.#seats.due[seat] = due
    this.#sit(seat, group, now)
    const isKnown = before?.isKept ? before.due === due : due === this.#drawn(card.id, 0) / this.#rate(seat)
    if (!isKnown) this.#note(seat)
  }

  /** It may play no longer. Its place is kept while it is still to come, so that it comes back to it. */
  leave(id: string): void {
    const seat = this.#seats.of(id)
    if (seat === undefined) return
    const lane = this.#seats.lanes[seat]
    const clock = lane?.group.clock ?? 0
    const [due = 0, last = 0] = [this.#seats.due[seat], this.#seats.last[seat]]
    const isKept = last > 0 || due !== this.#drawn(id, 0) / this.#rate(seat)
    this.#rise(seat)
    this.#seats.free(seat)
    if (due >= clock || isKept) this.#away.set(id, { itemId: id, due, last, isKept })
    if (this.#away.size > MOST_AWAY + 2 * this.size) this.#forgetAway()
  }

  /** Its words, weight or links are others now; its place in the round is the same. */
  change(card: Card, now: number): void {
    const seat = this.#seats.of(card.id)
    if (seat === undefined || this.#seats.cards[seat] === card) return
    const lane = this.#seats.lanes[seat]
    const [rate, clock] = [this.#rate(seat), lane?.group.clock ?? 0]
    this.#rise(seat)
    this.#seats.cards[seat] = card
    this.#replace(seat, card, rate, clock, now)
  }

  /** Other rules from now on: everybody keeps their place in the round. */
  setRules(rules: RotationRules, now: number): void {
    const before = this.#rules
    if (before === rules || JSON.stringify(before) === JSON.stringify(rules)) return
    this.#promised = this.memory().promises
    this.#rules = rules
    const seats = [...this.#seats.ids()].map((id) => this.#seats.of(id) ?? -1)
    const was = seats.map((seat) => [this.#rate(seat), this.#seats.lanes[seat]?.group.clock ?? 0] as const)
    for (const seat of seats) this.#rise(seat)
    this.#promises = rules.promises.map((each) => new PromiseKeeper(each, this.#promised[each.text]))
    for (const [at, seat] of seats.entries()) {
      const card = this.#seats.cards[seat]
      const [rate, clock] = was[at] ?? [1, 0]
      if (card) this.#replace(seat, card, rate, clock, now)
    }
  }

  /** What comes next, and why; undefined only where nothing may play. Changes nothing. `now`: ms of the wall's own time. */
  pick(now: number): Pick | undefined {
    const group = this.#groupOfNext()
    const first = group?.first(this.#seats)
    if (!group || first === undefined) return undefined
    return this.#pressing(now) ?? this.#best(group, this.#seats.due[first] ?? 0)
  }

  /** It is on: its turn is taken. An item that has left meanwhile takes nothing. */
  take(pick: { readonly itemId: string; readonly isExtra: boolean }, now: number): void {
    const seat = this.#seats.of(pick.itemId)
    const lane = seat === undefined ? undefined : this.#seats.lanes[seat]
    const traits = seat === undefined ? undefined : this.#seats.traits[seat]
    if (seat === undefined || !lane || !traits) return
    const { group } = lane
    const first = group.first(this.#seats) ?? seat
    group.clock = Math.max(group.clock, this.#seats.due[first] ?? 0)
    this.#clocks.set(group.name, group.clock)
    this.#countRound(group)
    this.#mix.taken(traits, group, this.#shares(), pick.isExtra)
    this.#seats.last[seat] = this.#mix.slot
    this.#story = told(this.#story, traits)
    for (const promise of this.#promises) promise.shown(traits, now)
    if (pick.isExtra) this.#extraAt = this.#mix.slot
    else {
      this.#seats.due[seat] = this.#nextDue(seat, group)
      lane.heap.moved(seat)
    }
    this.#note(seat)
  }

  memory(): RotationMemory {
    const promises = this.#promises.map((each) => [each.promise.text, each.memory()] as const)
    return {
      mix: this.#mix.memory(),
      story: this.#story,
      clocks: Object.fromEntries(this.#clocks),
      promises: { ...this.#promised, ...Object.fromEntries(promises) },
      round: this.#round,
      extraAt: this.#extraAt,
    }
  }

  /** Places that have changed since this was asked last. */
  changes(): readonly Turn[] {
    const changed = [...this.#changed.values()]
    this.#changed.clear()
    return changed
  }

  /** How far the round is: index of its latest turn, from 0, and about how many turns it has. */
  position(): { readonly index: number; readonly count: number } {
    const turns = [...this.#groups.values()].reduce((sum, { rate }) => sum + rate, 0)
    const count = Math.max(1, Math.round(turns))
    return { index: Math.min(count - 1, Math.max(0, this.#mix.slot - this.#round.from - 1)), count }
  }

  /** An item's share of the turns and of the time on the wall, 0..1; 0 where it may not play. */
  dueShare(id: string): { readonly turns: number; readonly time: number } {
    const seat = this.#seats.of(id)
    const group = seat === undefined ? undefined : this.#seats.lanes[seat]?.group
    if (seat === undefined || !group) return { turns: 0, time: 0 }
    const shares = this.#shares()
    const turnsOf = (each: Group): number => shares.find(([other]) => other === each)?.[1] ?? 0
    const meanMs = shares.reduce((sum, [each, share]) => sum + (share * each.roundMs) / each.rate, 0)
    const turns = (turnsOf(group) * this.#rate(seat)) / group.rate
    return { turns, time: (turns * (this.#seats.turnMs[seat] ?? 0)) / meanMs }
  }

  /** About when an item has its next turn: turns before it, and how long they take, ms. Undefined where it may not play. */
  wait(id: string): { readonly turns: number; readonly ms: number } | undefined {
    const seat = this.#seats.of(id)
    const group = seat === undefined ? undefined : this.#seats.lanes[seat]?.group
    if (seat === undefined || !group) return undefined
    const share = this.#shares().find(([each]) => each === group)?.[1] ?? 1
    const rounds = Math.max(0, (this.#seats.due[seat] ?? 0) - group.clock)
    const turns = Math.round((rounds * group.rate) / share)
    return { turns, ms: turns * (group.roundMs / group.rate) }
  }

  promiseCounts(now: number): readonly PromiseCount[] {
    return this.#promises.flatMap((each) => each.count(now) ?? [])
  }

  #rate(seat: number): number {
    return this.#seats.rate[seat] ?? 1
  }

  #describe(seat: number, card: Card): void {
    const seats = this.#seats
    const ms = turnMs(card, this.#rules)
    seats.turnMs[seat] = ms
    seats.rate[seat] = rateOf(card.weight, ms, this.#rules.share)
    seats.traits[seat] = this.#traits.of(card)
  }

  #groupOf(seat: number): Group {
    const name = this.#rules.sentiment ? (this.#seats.traits[seat]?.tone ?? 'none') : 'all'
    const known = this.#groups.get(name)
    if (known) return known
    const made = new Group(name)
    made.clock = this.#clocks.get(name) ?? Math.max(0, ...this.#clocks.values())
    this.#clocks.set(name, made.clock)
    this.#groups.set(name, made)
    return made
  }

  #sit(seat: number, group: Group, now: number): void {
    const traits = this.#seats.traits[seat]
    this.#seats.lanes[seat] = group.add(seat, this.#seats, bucketOf(traits?.personas ?? []))
    if (traits) for (const promise of this.#promises) promise.add(seat, traits, now)
  }

  #rise(seat: number): void {
    const [lane, traits] = [this.#seats.lanes[seat], this.#seats.traits[seat]]
    lane?.group.remove(seat, this.#seats, lane)
    this.#seats.lanes[seat] = undefined
    if (traits) for (const promise of this.#promises) promise.remove(seat, traits)
    if (lane?.group.items === 0) this.#groups.delete(lane.group.name)
  }

  /** Sits down again where it was: as far from its turn, in rounds of its own. */
  #replace(seat: number, card: Card, rate: number, clock: number, now: number): void {
    this.#describe(seat, card)
    const group = this.#groupOf(seat)
    const due = this.#seats.due[seat] ?? 0
    if (rate !== this.#rate(seat) || clock !== group.clock) {
      const wait = (Math.max(0, due - clock) * rate) / this.#rate(seat)
      this.#seats.due[seat] = Math.min(group.clock + wait, this.#latest(seat, group))
      this.#note(seat)
    }
    this.#sit(seat, group, now)
  }

  /**
   * Where an item begins. In the first round of a room its place is drawn; later it is drawn from the round that begins
   * now, so that a hundred new ones come at the pace of all others. The first of a kind that was never on comes at once.
   */
  #entry(seat: number, group: Group, before: Turn | undefined): number {
    const [rate, { clock }] = [this.#rate(seat), group]
    if (before && before.due >= clock && before.due <= this.#latest(seat, group)) return before.due
    const drawn = this.#drawn(this.#seats.cards[seat]?.id ?? '', 0) / rate
    if (drawn >= clock) return drawn
    const { kind } = this.#seats.traits[seat] ?? { kind: '' }
    return this.#mix.hasSeen(kind) || group.kinds.has(kind) ? clock + drawn : clock
  }

  /** Place in its next round. Near the one that it had, so that two turns of an item never lie closer than half a round. */
  #nextDue(seat: number, { clock }: Group): number {
    const rate = this.#rate(seat)
    const window = this.#seats.windowOf(seat)
    const had = Math.min(1, Math.max(0, clock * rate - window))
    const drift = this.#drawn(this.#seats.cards[seat]?.id ?? '', window + 1) - 0.5
    const place = Math.abs(had + drift)
    return (window + 1 + within(place > 1 ? 2 - place : place)) / rate
  }

  /** The end of the round after this one: nobody waits longer, whatever was changed. */
  #latest(seat: number, { clock }: Group): number {
    const rate = this.#rate(seat)
    return (Math.floor(clock * rate) + 1 + within(1)) / rate
  }

  #drawn(id: string, window: number): number {
    return within(evenly(`${this.#seed}/${window}/${id}`))
  }

  #shares(): readonly (readonly [Group, number])[] {
    const groups = [...this.#groups.values()]
    const { sentiment } = this.#rules
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

  #groupOfNext(): Group | undefined {
    let [best, most]: [Group | undefined, number] = [undefined, Number.NEGATIVE_INFINITY]
    for (const [group, share] of this.#shares()) {
      const value = this.#mix.credit(groupKey(group)) + share
      if (value < most || (value === most && best && best.name < group.name)) continue
      best = group
      most = value
    }
    return best
  }

  /** A promise that would be broken; at most every second turn, so that the others have theirs. */
  #pressing(now: number): Pick | undefined {
    if (this.#promises.length === 0) return undefined
    const meanMs = this.#meanTurnMs()
    let openings: ((seat: number) => boolean) | undefined
    for (const keeper of this.#promises) {
      const found = keeper.pressing(now, meanMs)
      if (!found) continue
      openings ??= this.#openings()
      const choice = promised(found.seats, this.#seats, openings)
      if (!choice) continue
      const isBack = this.#seats.last[choice.seat] === this.#mix.slot && this.size > 1
      if (choice.isExtra && (isBack || this.#extraAt >= this.#mix.slot)) continue
      const reason: Reason = {
        type: 'promise',
        promise: keeper.promise.text,
        value: found.value,
        isExtra: choice.isExtra,
      }
      const itemId = this.#seats.cards[choice.seat]?.id ?? ''
      return { itemId, reasons: [reason], isExtra: choice.isExtra }
    }
    return undefined
  }

  #meanTurnMs(): number {
    return this.#shares().reduce((sum, [each, share]) => sum + (share * each.roundMs) / each.rate, 0)
  }

  /** Tells whether an item's next round has begun. */
  #openings(): (seat: number) => boolean {
    const clocks = new Map(
      [...this.#groups.values()].map((group) => [group, this.#seats.due[group.first(this.#seats) ?? 0] ?? 0]),
    )
    return (seat) => {
      const group = this.#seats.lanes[seat]?.group
      return group !== undefined && this.#seats.isOpen(seat, clocks.get(group) ?? 0)
    }
  }

  /** The best of those that come first in each lane and whose round has begun at `clock`. */
  #best(group: Group, clock: number): Pick | undefined {
    const most = Math.ceil(LOOKED_AT / group.laneCount)
    let [best, least, open] = [-1, Number.POSITIVE_INFINITY, 0]
    const look = (seat: number, lane: Lane): void => {
      if (!this.#seats.isOpen(seat, clock)) return
      open += 1
      const cost = this.#cost(seat, lane, clock)
      if (cost > least || (cost === least && !this.#seats.isBefore(seat, best))) return
      least = cost
      best = seat
    }
    for (const lane of group.lanes()) {
      if (most > 1) lane.heap.nearest(most, (seat) => look(seat, lane))
      else if (lane.heap.first !== undefined) look(lane.heap.first, lane)
    }
    return best < 0 ? undefined : this.#explained(best, group, clock, open === 1)
  }

  #cost(seat: number, { group, kind }: Lane, clock: number): number {
    const traits = this.#seats.traits[seat]
    if (!traits) return Number.POSITIVE_INFINITY
    const opening = this.#mix.opening(kind.kind)
    const fit = this.#rules.order === 'story' ? fits(this.#story, traits) : undefined
    const own = this.#mix.cost(traits, group, kind, this.#seats.last[seat] ?? 0, this.#early(seat, clock))
    return own - (opening > 0 ? OPENING_WORTH / opening : 0) - (fit ? storyWorth(fit) : 0)
  }

  #early(seat: number, clock: number): number {
    return Math.max(0, ((this.#seats.due[seat] ?? 0) - clock) * this.#rate(seat))
  }

  #explained(seat: number, group: Group, clock: number, isAlone: boolean): Pick {
    const traits = this.#seats.traits[seat]
    const reasons: Reason[] = []
    const { kind } = traits ?? { kind: '' }
    if (this.#mix.opening(kind) > 0) {
      const itemId = this.#seats.cards[seat]?.id ?? ''
      return { itemId, reasons: [{ type: 'opening', kind }], isExtra: false }
    }
    const fit = traits && this.#rules.order === 'story' ? fits(this.#story, traits) : undefined
    if (fit) reasons.push(storyReason(fit))
    reasons.push(isAlone ? { type: 'alone' } : { type: 'due', early: this.#early(seat, clock) })
    const broken = traits ? this.#mix.broken(traits, group, this.#seats.last[seat] ?? 0) : []
    // A story keeps to its person on purpose.
    if (this.#rules.order === 'shuffle' && !isAlone)
      for (const rule of broken) reasons.push({ type: 'relaxed', rule })
    return { itemId: this.#seats.cards[seat]?.id ?? '', reasons, isExtra: false }
  }

  #countRound(group: Group): void {
    const { number } = this.#round
    const isMain = [...this.#groups.values()].every(
      ({ rate, name }) => rate < group.rate || (rate === group.rate && name >= group.name),
    )
    if (isMain && Math.floor(group.clock) !== number)
      this.#round = { number: Math.floor(group.clock), from: this.#mix.slot }
  }

  #note(seat: number): void {
    const itemId = this.#seats.cards[seat]?.id ?? ''
    this.#changed.set(itemId, {
      itemId,
      due: this.#seats.due[seat] ?? 0,
      last: this.#seats.last[seat] ?? 0,
    })
  }

  #forgetAway(): void {
    const clock = Math.max(0, ...this.#clocks.values())
    for (const [id, { due }] of this.#away) if (due < clock) this.#away.delete(id)
  }
}

/** Candidates that are looked at for one turn, shared by the lanes. */
const LOOKED_AT = 24
const OPENING_WORTH = 100_000
const MOST_AWAY = 10_000
/** A tone that was stated as 0 waits, but not for ever: its items are in the room. */
const LEAST = 0.001

/** Clear of both ends of the round, where rounding could move it into another. */
function within(place: number): number {
  return 0.01 + 0.98 * Math.min(1, Math.max(0, place))
}
