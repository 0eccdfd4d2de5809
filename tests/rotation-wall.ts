import fc from 'fast-check'
import type { Card } from '../renderer/core/deck.ts'
import { NEW_ROTATION, type Turn } from '../renderer/core/rotation/memory.ts'
import { type Pick, Rotation } from '../renderer/core/rotation/rotation.ts'
import type { RotationRules } from '../renderer/core/rotation/seating.ts'
import { rateOf, turnMs } from '../renderer/core/rotation/share.ts'
import { card, RULES } from './cards.ts'

/** Random rooms and a wall that turns by them, for properties of the rotation. */

const KINDS = ['persona', 'journey', 'quote', 'call', 'metric']
/** A weight is turns: rounds can be counted. */
export const TURNS: RotationRules = { ...RULES, share: 'turns' }

const some = (...names: string[]) => fc.subarray(names, { maxLength: 2 })
const anyCard: fc.Arbitrary<Card> = fc
  .record({
    number: fc.nat(60),
    kind: fc.constantFrom(...KINDS),
    personas: some('ruth', 'marek', 'samira'),
    themes: some('price', 'lift', 'staff'),
    stages: some('book', 'ride'),
    source: fc.constantFrom('survey', 'letter', undefined),
    sentiment: fc.constantFrom(-2, -1, 0, 1, undefined),
    weight: fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.constantFrom(0.25, 0.5, 2, 3, 7)),
    words: fc.nat(150),
    slides: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ number, words, slides, ...rest }) =>
    card(`${rest.kind}-${number}`, {
      ...rest,
      title: `${rest.kind} ${number}`,
      parts: Array.from({ length: slides }, () => ({ words, characters: 0, figures: 0, mediaMs: 0 })),
    }),
  )
export const room = (minLength: number, maxLength: number) =>
  fc.uniqueArray(anyCard, { selector: ({ id }) => id, minLength, maxLength })
export const even = (cards: readonly Card[]): Card[] => cards.map((each) => ({ ...each, weight: 1 }))
export const rules = fc
  .record({
    share: fc.constantFrom('turns' as const, 'time' as const),
    order: fc.constantFrom('shuffle' as const, 'story' as const),
  })
  .map((some): RotationRules => ({ ...TURNS, ...some }))

/** A rotation with the wall's own time, and what it has played. */
export class Wall {
  readonly rotation: Rotation
  readonly cards = new Map<string, Card>()
  readonly kept = new Map<string, Turn>()
  readonly seed: number
  now: number
  #lastSlideMs = 0

  constructor(seed: number, own: RotationRules, before?: Wall) {
    this.seed = seed
    const memory = before ? JSON.parse(JSON.stringify(before.rotation.memory())) : NEW_ROTATION
    this.rotation = new Rotation(seed, own, memory, before?.kept.values())
    this.kept = new Map(before?.kept)
    this.now = before?.now ?? 0
  }

  join(cards: readonly Card[]): this {
    for (const each of cards) {
      this.cards.set(each.id, each)
      this.rotation.join(each, this.now)
    }
    return this
  }

  leave(id: string): void {
    this.cards.delete(id)
    this.rotation.leave(id)
  }

  /** `early`: what follows is chosen when the last slide of the one before begins, as a player does. */
  next(early = false): Pick | undefined {
    const pick = this.rotation.pick(early ? this.now - this.#lastSlideMs : this.now)
    if (!pick) return undefined
    const shown = this.cards.get(pick.itemId)
    this.rotation.take(pick, this.now)
    this.now += shown ? turnMs(shown, this.rotation.rules) : 0
    this.#lastSlideMs =
      early && shown ? turnMs({ ...shown, parts: shown.parts.slice(-1) }, this.rotation.rules) : 0
    for (const turn of this.rotation.changes()) this.kept.set(turn.itemId, turn)
    return pick
  }

  show(turns: number): string[] {
    return Array.from({ length: turns }, () => this.next()?.itemId ?? 'nothing')
  }

  get clock(): number {
    return this.rotation.memory().clocks['all'] ?? 0
  }

  rate(each: Card): number {
    return rateOf(each.weight, turnMs(each, this.rotation.rules), this.rotation.rules.share)
  }
}

export function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** What happens to a room while it runs. */
export type Edit =
  | { readonly type: 'join'; readonly cards: readonly Card[] }
  | { readonly type: 'leave' | 'rejoin' | 'reweigh'; readonly nth: number }
  | { readonly type: 'show'; readonly turns: number }

export const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constant('join' as const), cards: room(1, 6) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constantFrom('leave' as const, 'rejoin' as const, 'reweigh' as const),
      nth: fc.nat(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('show' as const), turns: fc.nat(25) }) },
)
export const story = fc.array(edit, { maxLength: 20 })

export function happen(wall: Wall, each: Edit): readonly string[] {
  if (each.type === 'show') return wall.show(wall.rotation.size === 0 ? 0 : each.turns)
  if (each.type === 'join') {
    wall.join(each.cards)
    return []
  }
  const id = [...wall.cards.keys()].sort()[each.nth % Math.max(1, wall.cards.size)]
  const old = id === undefined ? undefined : wall.cards.get(id)
  if (!old) return []
  if (each.type === 'reweigh') wall.join([{ ...old, weight: 1 + (each.nth % 5) }])
  else {
    wall.leave(old.id)
    if (each.type === 'rejoin') wall.join([{ ...old }])
  }
  return []
}

/** With promises beside: they take turns beyond a share, so that shares are not judged by these. */
export const promisingRules = fc
  .record({
    own: rules,
    promises: fc.subarray([
      { every: 'persona' as const, withinMs: 120_000, text: 'every persona within 2 min' },
      { every: 'theme' as const, withinMs: 300_000, text: 'every theme within 5 min' },
      { every: 'kind' as const, withinMs: 60_000, text: 'every kind within 1 min' },
    ]),
    sentiment: fc.constantFrom(undefined, { negative: 3, neutral: 1, positive: 2 }),
  })
  .map(({ own, promises, sentiment }): RotationRules => ({ ...own, promises, sentiment }))
