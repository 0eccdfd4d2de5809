import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card } from '../../../tests/cards.ts'
import { even, room, TURNS, Wall } from '../../../tests/rotation-wall.ts'
import type { Card } from '../deck.ts'
import { hash } from '../hash.ts'

/** Every kind about every persona, equally often: whoever keeps them apart can. */
const balanced = fc
  .record({
    kinds: fc.integer({ min: 3, max: 6 }),
    personas: fc.integer({ min: 4, max: 6 }),
    each: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ kinds, personas, each }) =>
    Array.from({ length: kinds * personas * each }, (_, at): Card => {
      const [kind, persona] = [at % kinds, Math.floor(at / kinds) % personas]
      return card(`item-${at}`, {
        kind: `kind-${kind}`,
        personas: [`persona-${persona}`],
        source: `source-${at % 5}`,
      })
    }),
  )

/** How many of these follow one of their like within so many slides. */
function repeats(values: readonly string[], within: number): number {
  return values.filter((value, at) => values.slice(Math.max(0, at - within), at).includes(value)).length
}

describe('spacing', () => {
  test('where a room allows it, few kinds, personas and sources come back at once: a sixth of what a shuffle gives', () => {
    const ours = { kinds: 0, personas: 0, sources: 0 }
    const shuffled = { kinds: 0, personas: 0, sources: 0 }
    const add = (sums: typeof ours, shown: readonly Card[]): void => {
      sums.kinds += repeats(
        shown.map(({ kind }) => kind),
        1,
      )
      sums.personas += repeats(
        shown.map(({ personas: [name = ''] }) => name),
        2,
      )
      sums.sources += repeats(
        shown.map(({ source = '' }) => source),
        1,
      )
    }
    fc.assert(
      fc.property(balanced, fc.integer(), (cards, seed) => {
        const wall = new Wall(seed, TURNS).join(cards)
        for (let round = 0; round < 5; round += 1) {
          add(
            ours,
            wall.show(cards.length).flatMap((id) => wall.cards.get(id) ?? []),
          )
          add(
            shuffled,
            cards.toSorted((a, b) => hash(`${seed} ${round} ${a.id}`) - hash(`${seed} ${round} ${b.id}`)),
          )
        }
      }),
      { numRuns: 150 },
    )
    expect(ours.kinds).toBeLessThan(shuffled.kinds / 6)
    expect(ours.personas).toBeLessThan(shuffled.personas / 6)
    expect(ours.sources).toBeLessThan(shuffled.sources / 6)
  })

  test('an item keeps its distance from itself: two fifths of the room at least, however mixed', () => {
    fc.assert(
      fc.property(
        room(6, 40),
        fc.constantFrom('shuffle' as const, 'story' as const),
        fc.integer(),
        (cards, order, seed) => {
          const wall = new Wall(seed, { ...TURNS, order }).join(even(cards))
          const last = new Map<string, number>()
          let least = Number.POSITIVE_INFINITY
          for (const [at, id] of wall.show(6 * cards.length).entries()) {
            least = Math.min(least, at - (last.get(id) ?? Number.NEGATIVE_INFINITY))
            last.set(id, at)
          }
          expect(least / cards.length).toBeGreaterThanOrEqual(0.4)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('what could not be kept apart is said, each time', () => {
    fc.assert(
      fc.property(room(2, 20), fc.integer(), (cards, seed) => {
        const wall = new Wall(seed, TURNS).join(even(cards))
        let before: Card | undefined
        let unsaid = 0
        for (let turn = 0; turn < 3 * cards.length; turn += 1) {
          const pick = wall.next()
          const now = wall.cards.get(pick?.itemId ?? '')
          const reasons = pick?.reasons ?? []
          const isPlain = reasons.some(({ type }) => type === 'due')
          const isSaid = reasons.some((reason) => reason.type === 'relaxed' && reason.rule === 'kind')
          if (isPlain && before && (before.kind === now?.kind) !== isSaid) unsaid += 1
          before = now
        }
        expect(unsaid).toBe(0)
      }),
      { numRuns: 400 },
    )
  })
})
