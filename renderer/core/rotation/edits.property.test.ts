import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  counted,
  even,
  happen,
  promisingRules,
  room,
  rules,
  story,
  TURNS,
  Wall,
} from '../../../tests/rotation-wall.ts'
import type { Card } from '../deck.ts'

const RUNS = { numRuns: 600 }

describe('while the room is edited', () => {
  test('something is on while anything may play, and only what may', () => {
    fc.assert(
      fc.property(room(0, 12), promisingRules, story, fc.integer(), (cards, own, edits, seed) => {
        const wall = new Wall(seed, own).join(cards)
        for (const each of edits) {
          happen(wall, each)
          const pick = wall.rotation.pick(wall.now)
          const isSound = pick === undefined ? wall.cards.size === 0 : wall.cards.has(pick.itemId)
          expect([wall.rotation.size, isSound]).toEqual([wall.cards.size, true])
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
        let worst = 0
        for (const each of [...edits, { type: 'show' as const, turns: 40 }]) {
          for (const known of since.keys()) if (wall.cards.get(known.id) !== known) since.delete(known)
          for (const known of wall.cards.values())
            if (!since.has(known)) since.set(known, { clock: wall.clock, turns: 0 })
          const shown = counted(happen(wall, each))
          for (const [known, account] of since) {
            if (wall.cards.get(known.id) !== known) continue
            account.turns += shown.get(known.id) ?? 0
            const due = (wall.clock - account.clock) * wall.rate(known)
            worst = Math.max(worst, Math.abs(account.turns - due))
          }
        }
        expect(worst).toBeLessThanOrEqual(2 + 1e-6)
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
        const wall = new Wall(seed, TURNS).join(even(cards))
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
