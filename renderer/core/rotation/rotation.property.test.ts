import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { counted, even, room, rules, TURNS, Wall } from '../../../tests/rotation-wall.ts'
import type { Card } from '../deck.ts'
import { turnMs } from './share.ts'

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
          let [sinceStart, inWindow] = [0, 0]
          for (const each of cards) {
            const rate = wall.rate(each)
            sinceStart = Math.max(sinceStart, Math.abs((before.get(each.id) ?? 0) - opened * rate))
            const due = (wall.clock - opened) * rate
            inWindow = Math.max(inWindow, Math.abs((window.get(each.id) ?? 0) - due))
          }
          expect(sinceStart).toBeLessThanOrEqual(1 + 1e-6)
          expect(inWindow).toBeLessThan(2)
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
        let [worst, misjudged] = [0, 0]
        for (const each of cards) {
          const given = (had.get(each.id) ?? 0) * ms(each)
          const share = (wall.rate(each) * ms(each)) / roundMs
          misjudged = Math.max(misjudged, Math.abs(wall.rotation.dueShare(each.id).time - share))
          const bound = ms(each) * (1 + (wall.rate(each) * onceMs) / roundMs)
          worst = Math.max(worst, Math.abs(given - share * wall.now) - bound)
        }
        expect(misjudged).toBeLessThan(1e-9)
        expect(worst).toBeLessThanOrEqual(1e-3)
      }),
      RUNS,
    )
  })

  test('by time, which is the usual way, a weight is a share of the time whatever the length of a turn', () => {
    fc.assert(
      fc.property(room(1, 25), fc.integer(), fc.nat(300), (cards, seed, turns) => {
        const own = { ...TURNS, share: 'time' as const }
        const wall = new Wall(seed, own).join(cards)
        const had = counted(wall.show(turns))
        const weights = cards.reduce((sum, { weight }) => sum + weight, 0)
        const onceMs = cards.reduce((sum, each) => sum + turnMs(each, own), 0)
        let [worst, misjudged] = [0, 0]
        for (const each of cards) {
          const [ms, share] = [turnMs(each, own), each.weight / weights]
          misjudged = Math.max(misjudged, Math.abs(wall.rotation.dueShare(each.id).time - share))
          // One turn of its own, and a mean turn of the room for each unit of its weight.
          const bound = ms + (each.weight * onceMs) / weights
          worst = Math.max(worst, Math.abs((had.get(each.id) ?? 0) * ms - share * wall.now) - bound)
        }
        // Rates are rounded so that their sums are exact.
        expect(misjudged).toBeLessThan(1e-3)
        expect(worst).toBeLessThanOrEqual(1e-3 * wall.now)
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
          const wall = new Wall(seed, { ...TURNS, order }).join(even(cards))
          const shown = wall.show(4 * cards.length)
          for (let round = 0; round < 4; round += 1) {
            const played = shown.slice(round * cards.length, (round + 1) * cards.length)
            expect([...played].sort()).toEqual(cards.map(({ id }) => id).sort())
          }
          expect(shown.filter((id, at) => shown[at + 1] === id)).toEqual([])
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
        const wall = new Wall(seed, { ...TURNS, sentiment }).join(toned)
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
