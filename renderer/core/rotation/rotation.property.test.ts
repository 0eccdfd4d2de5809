import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card } from '../deck.ts'
import { NEW_ROTATION, type Pick, Rotation, type RotationRules, type Turn } from './rotation.ts'
import { rateOf, turnMs } from './share.ts'

const KINDS = ['persona', 'journey', 'quote', 'call', 'metric']
const RULES: RotationRules = {
  mode: 'corridor',
  bounds: { minMs: 8_000, maxMs: 60_000 },
  share: 'turns',
  order: 'shuffle',
  promises: [],
}

const some = (...names: string[]) => fc.subarray(names, { maxLength: 2 })
const card: fc.Arbitrary<Card> = fc
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
  .map(({ number, words, slides, ...rest }) => ({
    ...rest,
    id: `${rest.kind}-${number}`,
    title: `${rest.kind} ${number}`,
    facts: { basis: 'none', personalData: [] },
    parts: Array.from({ length: slides }, () => ({ words, characters: 0, figures: 0, mediaMs: 0 })),
  }))
const room = (minLength: number, maxLength: number) =>
  fc.uniqueArray(card, { selector: ({ id }) => id, minLength, maxLength })
const even = (cards: readonly Card[]): Card[] => cards.map((each) => ({ ...each, weight: 1 }))
const rules = fc
  .record({
    share: fc.constantFrom('turns' as const, 'time' as const),
    order: fc.constantFrom('shuffle' as const, 'story' as const),
  })
  .map((some): RotationRules => ({ ...RULES, ...some }))

/** A rotation with the wall's own time, and what it has played. */
class Wall {
  readonly rotation: Rotation
  readonly cards = new Map<string, Card>()
  readonly kept = new Map<string, Turn>()
  readonly seed: number
  now: number

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

  next(): Pick | undefined {
    const pick = this.rotation.pick(this.now)
    if (!pick) return undefined
    const shown = this.cards.get(pick.itemId)
    this.rotation.take(pick, this.now)
    this.now += shown ? turnMs(shown, this.rotation.rules) : 0
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

function counted(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

const RUNS = { numRuns: 600 }

describe('fair share', () => {
  test('in any window an item has had its turns, give or take two, and each moment since the start give or take one', () => {
    fc.assert(
      fc.property(
        room(1, 30),
        rules,
        fc.integer(),
        fc.nat(150),
        fc.nat(150),
        (cards, own, seed, first, more) => {
          const wall = new Wall(seed, own).join(cards)
          const before = counted(wall.show(first))
          const opened = wall.clock
          const window = counted(wall.show(more))
          for (const each of cards) {
            const rate = wall.rate(each)
            expect(Math.abs((before.get(each.id) ?? 0) - opened * rate)).toBeLessThanOrEqual(1 + 1e-6)
            const due = (wall.clock - opened) * rate
            expect(Math.abs((window.get(each.id) ?? 0) - due)).toBeLessThan(2)
          }
        },
      ),
      RUNS,
    )
  })

  test('its time on the wall stays within the stated bound of what is due to it', () => {
    fc.assert(
      fc.property(room(1, 25), rules, fc.integer(), fc.nat(300), (cards, own, seed, turns) => {
        const wall = new Wall(seed, own).join(cards)
        const had = counted(wall.show(turns))
        const ms = (each: Card): number => turnMs(each, own)
        const roundMs = cards.reduce((sum, each) => sum + wall.rate(each) * ms(each), 0)
        const onceMs = cards.reduce((sum, each) => sum + ms(each), 0)
        for (const each of cards) {
          const given = (had.get(each.id) ?? 0) * ms(each)
          const share = (wall.rate(each) * ms(each)) / roundMs
          expect(wall.rotation.dueShare(each.id).time).toBeCloseTo(share, 9)
          const bound = ms(each) * (1 + (wall.rate(each) * onceMs) / roundMs)
          expect(Math.abs(given - share * wall.now)).toBeLessThanOrEqual(bound + 1e-3)
        }
      }),
      RUNS,
    )
  })

  test('nothing of one weight repeats before all others of it had their turn, at the edge of a round either', () => {
    fc.assert(
      fc.property(
        room(2, 30),
        fc.constantFrom('shuffle' as const, 'story' as const),
        fc.integer(),
        (cards, order, seed) => {
          const wall = new Wall(seed, { ...RULES, order }).join(even(cards))
          const shown = wall.show(4 * cards.length)
          for (let round = 0; round < 4; round += 1) {
            const played = shown.slice(round * cards.length, (round + 1) * cards.length)
            expect([...played].sort()).toEqual(cards.map(({ id }) => id).sort())
          }
          for (const [at, id] of shown.entries()) expect(shown[at + 1]).not.toBe(id)
        },
      ),
      RUNS,
    )
  })

  test('a stated balance of sentiment is kept, and each tone is fair in itself', () => {
    fc.assert(
      fc.property(room(4, 30), fc.integer(), fc.nat(9), (cards, seed, negative) => {
        const sentiment = { negative, neutral: 2, positive: 9 - negative }
        const toned = even(cards).map((each, at) => ({ ...each, sentiment: [-1, 0, 1][at % 3] }))
        const wall = new Wall(seed, { ...RULES, sentiment }).join(toned)
        const shown = wall.show(220)
        const tones = counted(shown.map((id) => `${wall.cards.get(id)?.sentiment}`))
        expect(Math.abs((tones.get('-1') ?? 0) - (220 * negative) / 11)).toBeLessThanOrEqual(2.1)
        for (const tone of [-1, 0, 1]) {
          const ids = toned.filter(({ sentiment: own }) => own === tone).map(({ id }) => id)
          const turns = ids.map((id) => shown.filter((each) => each === id).length)
          expect(Math.max(...turns) - Math.min(...turns)).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 200 },
    )
  })
})

/** What happens to a room while it runs. */
type Edit =
  | { readonly type: 'join'; readonly cards: readonly Card[] }
  | { readonly type: 'leave' | 'rejoin' | 'reweigh'; readonly nth: number }
  | { readonly type: 'show'; readonly turns: number }

const edit: fc.Arbitrary<Edit> = fc.oneof(
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
const story = fc.array(edit, { maxLength: 20 })

function happen(wall: Wall, each: Edit): readonly string[] {
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

describe('while the room is edited', () => {
  test('something is on while anything may play, and only what may', () => {
    fc.assert(
      fc.property(room(0, 12), rules, story, fc.integer(), (cards, own, edits, seed) => {
        const wall = new Wall(seed, own).join(cards)
        for (const each of edits) {
          happen(wall, each)
          const pick = wall.rotation.pick(wall.now)
          expect(wall.rotation.size).toBe(wall.cards.size)
          expect(pick === undefined).toBe(wall.cards.size === 0)
          if (pick) expect(wall.cards.has(pick.itemId)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  test('nobody starves and nothing floods: who stays has had what was due since, give or take two turns', () => {
    fc.assert(
      fc.property(room(1, 12), rules, story, fc.integer(), (cards, own, edits, seed) => {
        const wall = new Wall(seed, own).join(cards)
        /** Since when each item has been here as it is, and what it has had. */
        const since = new Map<Card, { clock: number; turns: number }>()
        for (const each of [...edits, { type: 'show' as const, turns: 40 }]) {
          for (const known of since.keys()) if (wall.cards.get(known.id) !== known) since.delete(known)
          for (const known of wall.cards.values())
            if (!since.has(known)) since.set(known, { clock: wall.clock, turns: 0 })
          const shown = counted(happen(wall, each))
          for (const [known, account] of since) {
            if (wall.cards.get(known.id) !== known) continue
            account.turns += shown.get(known.id) ?? 0
            const due = (wall.clock - account.clock) * wall.rate(known)
            expect(Math.abs(account.turns - due)).toBeLessThanOrEqual(2 + 1e-6)
          }
        }
      }),
      RUNS,
    )
  })

  test('the place is neither lost nor repeated: who leaves and comes back, or is saved again, goes on where it was', () => {
    fc.assert(
      fc.property(room(2, 20), rules, fc.nat(60), fc.nat(), fc.integer(), (cards, own, turns, nth, seed) => {
        const wall = new Wall(seed, own).join(cards)
        const other = new Wall(seed, own).join(cards)
        expect(other.show(turns)).toEqual(wall.show(turns))
        const edited = cards[nth % cards.length]
        if (!edited) return
        wall.leave(edited.id)
        wall.join([{ ...edited }])
        wall.join(cards.map((each) => ({ ...each })))
        expect(wall.show(2 * cards.length)).toEqual(other.show(2 * cards.length))
      }),
      RUNS,
    )
  })

  test('with an item gone, who had a turn in this round waits until all who had none had theirs', () => {
    fc.assert(
      fc.property(room(3, 20), fc.nat(), fc.nat(), fc.integer(), (cards, turns, nth, seed) => {
        const wall = new Wall(seed, RULES).join(even(cards))
        const had = wall.show(turns % cards.length)
        const gone = cards[nth % cards.length]?.id ?? ''
        wall.leave(gone)
        const left = cards.map(({ id }) => id).filter((id) => id !== gone && !had.includes(id))
        expect(wall.show(left.length).sort()).toEqual(left.sort())
      }),
      RUNS,
    )
  })
})

describe('the same for the same', () => {
  test('room and seed, in whatever order its files are listed: it knows ids, never places in a list', () => {
    fc.assert(
      fc.property(room(1, 25), rules, fc.integer(), (cards, own, seed) => {
        const one = new Wall(seed, own).join(cards)
        const personas = cards.filter(({ kind }) => kind === 'persona')
        const rest = cards.filter(({ kind }) => kind !== 'persona')
        const other = new Wall(seed, own).join([...personas.toReversed(), ...rest.toReversed()])
        expect(other.show(3 * cards.length)).toEqual(one.show(3 * cards.length))
      }),
      RUNS,
    )
  })

  test('stopped anywhere and started again, it goes on the same way', () => {
    fc.assert(
      fc.property(room(1, 12), rules, story, fc.integer(), (cards, own, edits, seed) => {
        const wall = new Wall(seed, own).join(cards)
        for (const each of edits) happen(wall, each)
        for (const turn of wall.rotation.changes()) wall.kept.set(turn.itemId, turn)
        const again = new Wall(seed, own, wall).join([...wall.cards.values()].toReversed())
        const more = wall.cards.size === 0 ? 0 : 60
        expect(again.show(more)).toEqual(wall.show(more))
      }),
      RUNS,
    )
  })

  test('other seeds, other orders', () => {
    const cards = fc.sample(room(12, 12), { numRuns: 1, seed: 5 })[0] ?? []
    const orders = Array.from({ length: 20 }, (_, seed) =>
      new Wall(seed, RULES).join(even(cards)).show(12).join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(15)
  })
})
