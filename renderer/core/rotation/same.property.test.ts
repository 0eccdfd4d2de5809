import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { even, happen, promisingRules, room, story, TURNS, Wall } from '../../../tests/rotation-wall.ts'

const RUNS = { numRuns: 600 }

describe('the same for the same', () => {
  test('room and seed, in whatever order its files are listed: it knows ids, never places in a list', () => {
    fc.assert(
      fc.property(room(1, 25), promisingRules, fc.integer(), (cards, own, seed) => {
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
      fc.property(room(1, 12), promisingRules, story, fc.integer(), (cards, own, edits, seed) => {
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
      new Wall(seed, TURNS).join(even(cards)).show(12).join(),
    )
    expect(new Set(orders).size).toBeGreaterThan(15)
  })
})

describe('what is foreseen', () => {
  test('comes, and asking leaves no trace, however long the room has been running', () => {
    fc.assert(
      fc.property(
        room(1, 14),
        promisingRules,
        story,
        fc.integer(),
        fc.nat(12),
        (cards, own, edits, seed, turns) => {
          const wall = new Wall(seed, own).join(cards)
          const other = new Wall(seed, own).join(cards)
          for (const each of edits) expect(happen(wall, each)).toEqual(happen(other, each))
          wall.rotation.changes()
          const before = JSON.stringify(wall.rotation.memory())
          const foreseen = wall.rotation.ahead(turns, wall.now).map(({ itemId, isExtra, reasons }) => {
            return { itemId, isExtra, reasons }
          })
          expect(JSON.stringify(wall.rotation.memory())).toBe(before)
          expect(wall.rotation.changes()).toEqual([])
          expect(foreseen).toEqual(Array.from({ length: foreseen.length }, () => wall.next(true)))
          expect(foreseen).toHaveLength(wall.cards.size === 0 ? 0 : turns)
          for (let turn = 0; turn < foreseen.length; turn += 1) other.next(true)
          expect(wall.show(20)).toEqual(other.show(20))
        },
      ),
      RUNS,
    )
  })
})
