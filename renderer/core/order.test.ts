import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Card } from './deck.ts'
import { hash, orderOf, passLanes, passOrder } from './order.ts'

const card = (id: string): Card => ({
  id,
  kind: id.split('-')[0] ?? '',
  title: id,
  personas: [],
  weight: 1,
  facts: { basis: 'none', personalData: [] },
  parts: [{ words: 1, characters: 0, figures: 0, mediaMs: 0 }],
})
const cards = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('persona', 'quote', 'call'), fc.nat(50))
    .map(([kind, number]) => card(`${kind}-${number}`)),
  { selector: ({ id }) => id, maxLength: 40 },
)

test('every item once, whatever the seed and the pass', () => {
  fc.assert(
    fc.property(cards, fc.integer(), fc.nat(), (deck, seed, pass) => {
      expect(passOrder(deck, seed, pass).sort()).toEqual(deck.map(({ id }) => id).sort())
    }),
  )
})

test('the same for the same room, in whatever order its files are listed', () => {
  fc.assert(
    fc.property(cards, fc.integer(), fc.nat(), (deck, seed, pass) => {
      expect(passOrder(deck.toReversed(), seed, pass)).toEqual(passOrder(deck, seed, pass))
    }),
  )
})

test('never opens with what closed the pass before, and still shows each kind first', () => {
  fc.assert(
    fc.property(cards, fc.integer(), fc.nat(), (deck, seed, pass) => {
      const avoid = passOrder(deck, seed, pass)[0]
      const order = passOrder(deck, seed, pass, avoid)
      if (deck.length > 1) expect(order[0]).not.toBe(avoid)
      const kindOf = new Map(deck.map(({ id, kind }) => [id, kind]))
      const kinds = new Set(kindOf.values())
      expect(new Set(order.slice(0, kinds.size).map((id) => kindOf.get(id)))).toEqual(kinds)
    }),
  )
})

test('kinds are spread: two of a rare kind do not stand side by side among many', () => {
  const deck = [
    ...Array.from({ length: 30 }, (_, index) => card(`quote-${index}`)),
    card('call-1'),
    card('call-2'),
    card('call-3'),
  ]
  for (let pass = 0; pass < 50; pass += 1) {
    const order = passOrder(deck, 7, pass)
    const rare = order.slice(2).map((id) => id.startsWith('call'))
    expect(rare.some((isCall, index) => isCall && rare[index + 1])).toBe(false)
  }
})

test('passes differ, and each item opens its kind now and then', () => {
  const deck = Array.from({ length: 6 }, (_, index) => card(`quote-${index}`))
  const openers = new Set(Array.from({ length: 60 }, (_, pass) => passOrder(deck, 3, pass)[0]))
  expect(openers.size).toBe(6)
})

/** The order as it is meant: every item gets a place, and all places are sorted. */
function slowly(deck: readonly Card[], seed: number, pass: number): string[] {
  const slots = [...new Set(deck.map(({ kind }) => kind))].flatMap((kind) => {
    const drawn = deck
      .filter((each) => each.kind === kind)
      .map(({ id }) => ({ id, tie: hash(`${seed}/${pass}/${id}`) }))
      .sort((a, b) => a.tie - b.tie || (a.id < b.id ? -1 : 1))
    const offset = hash(`${seed}/${pass}/${kind}`) / 2 ** 32
    return drawn.map((slot, index) => ({
      ...slot,
      opens: index === 0 ? 0 : 1,
      at: index === 0 ? offset : (index - 1 + offset) / Math.max(1, drawn.length - 1),
    }))
  })
  slots.sort((a, b) => a.opens - b.opens || a.at - b.at || a.tie - b.tie || (a.id < b.id ? -1 : 1))
  return slots.map(({ id }) => id)
}

test('the lanes merged are all places sorted', () => {
  fc.assert(
    fc.property(cards, fc.integer(), fc.nat(), (deck, seed, pass) => {
      expect(passOrder(deck, seed, pass)).toEqual(slowly(deck, seed, pass))
    }),
  )
  const many = Array.from({ length: 3_000 }, (_, index) =>
    card(`${index % 7 === 0 ? 'call' : 'quote'}-${index}`),
  )
  expect(passOrder(many, 5, 9)).toEqual(slowly(many, 5, 9))
})

test('lanes that follow their room are those made anew', () => {
  fc.assert(
    fc.property(fc.array(cards, { maxLength: 5 }), fc.integer(), fc.nat(), (rooms, seed, pass) => {
      const all = new Map(rooms.flat().map((each) => [each.id, each]))
      let lanes = passLanes([], seed, pass)
      for (const room of rooms) {
        // The same objects, as the index gives them.
        const same = room.flatMap(({ id }) => all.get(id) ?? [])
        lanes = passLanes(same, seed, pass, lanes)
        expect(orderOf(lanes)).toEqual(passOrder(same, seed, pass))
        expect(orderOf(passLanes(same, seed, pass + 1, lanes))).toEqual(passOrder(same, seed, pass + 1))
      }
    }),
  )
})

test('the hash is spread evenly and stable over releases', () => {
  expect([hash(''), hash('a'), hash('ruth')]).toEqual([hash(''), hash('a'), hash('ruth')])
  const buckets = new Map<number, number>()
  for (let index = 0; index < 16_000; index += 1) {
    const bucket = hash(`1/2/item-${index}`) >>> 28
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1)
  }
  for (const count of buckets.values()) expect(Math.abs(count - 1000)).toBeLessThan(200)
})
