import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deckOf, drive, kindCard, kindIds } from '../../tests/cards.ts'
import { dueAt, newMemory, passPosition } from './player-state.ts'

const deck = (...list: string[]) => deckOf(list.map((id) => kindCard(id)))

describe('a pass', () => {
  test('shows the range first, also in a room that grows while it is read', () => {
    fc.assert(
      fc.property(kindIds, kindIds, fc.integer(), fc.nat(3), (early, late, seed, after) => {
        const wall = drive(newMemory(seed), deck(...early))
        const kindOf = (id: string | undefined): string => id?.split('-')[0] ?? ''
        const kinds = [...Array(after)].map(() => kindOf(wall.next()))
        fc.pre(after < new Set(early.map(kindOf)).size)
        const all = [...new Set([...early, ...late])]
        wall.send({ type: 'deck', deck: deck(...all) })
        const wanted = new Set(all.map(kindOf))
        kinds.push(kindOf(wall.play()?.itemId))
        const missing = [...wanted].filter((kind) => !kinds.includes(kind))
        wall.next()
        const follow = missing.map(() => kindOf(wall.next()))
        expect(new Set(follow)).toEqual(new Set(missing))
      }),
    )
  })

  test('plays every item once, the first one opens with the range, and none repeats at its edge', () => {
    fc.assert(
      fc.property(kindIds, fc.integer(), (list, seed) => {
        const wall = drive(newMemory(seed), deck(...list))
        const shown = Array.from({ length: list.length * 3 }, () => wall.next() ?? '')
        const kindsHere = new Set(list.map((id) => kindCard(id).kind))
        for (let pass = 0; pass < 3; pass += 1) {
          const played = shown.slice(pass * list.length, (pass + 1) * list.length)
          expect([...played].sort()).toEqual([...list].sort())
        }
        const opening = ['persona', 'journey', 'quote', 'call'].filter((kind) => kindsHere.has(kind))
        expect(shown.slice(0, opening.length).map((id) => kindCard(id).kind)).toEqual(opening)
        if (list.length === 1) return
        for (const [index, id] of shown.entries()) expect(id).not.toBe(shown[index + 1])
      }),
    )
  })

  test('tells what comes next, truly', () => {
    fc.assert(
      fc.property(kindIds, fc.integer(), (list, seed) => {
        const wall = drive(newMemory(seed), deck(...list))
        for (let turn = 0; turn < list.length * 2 + 1; turn += 1) {
          const promised = wall.state().next
          wall.next()
          expect(promised).toMatchObject({ itemId: wall.play()?.itemId, part: wall.play()?.part })
        }
      }),
    )
  })

  test('tells how far it is', () => {
    fc.assert(
      fc.property(kindIds, fc.integer(), (list, seed) => {
        const wall = drive(newMemory(seed), deck(...list))
        for (let turn = 0; turn < list.length * 2; turn += 1) {
          expect(passPosition(wall.state())).toEqual({ index: turn % list.length, count: list.length })
          wall.next()
        }
      }),
    )
  })

  test('plays the parts of an item in order before anything else', () => {
    const wall = drive(newMemory(1), deckOf([kindCard('journey-1', 3), kindCard('quote-1')]))
    const shown = Array.from({ length: 16 }, () => {
      const play = wall.play()
      wall.next()
      return `${play?.itemId} ${play?.part}`
    })
    expect(shown.join().split('journey-1 0,journey-1 1,journey-1 2').length - 1).toBeGreaterThanOrEqual(2)
  })
})

/** Edits of a room while it runs: each is a set of kindIds, some items with several parts. */
const edits = fc.array(kindIds, { minLength: 1, maxLength: 8 })
const event = fc.oneof(
  { weight: 4, arbitrary: fc.constant('paint' as const) },
  { weight: 6, arbitrary: fc.constant('due' as const) },
  { weight: 2, arbitrary: fc.constant('tick' as const) },
  { weight: 2, arbitrary: fc.constant('fail' as const) },
  { weight: 1, arbitrary: fc.constant('redraw' as const) },
  { weight: 1, arbitrary: fc.constant('media' as const) },
  { weight: 1, arbitrary: fc.constant('late' as const) },
  { weight: 3, arbitrary: fc.nat(7) },
)

describe('whatever happens', () => {
  test('something eligible is on while anything is, and what is on is eligible', () => {
    fc.assert(
      fc.property(edits, fc.array(event, { maxLength: 60 }), fc.integer(), (rooms, events, seed) => {
        const decks = [
          ...rooms.map((list) => deckOf(list.map((id, index) => kindCard(id, 1 + (index % 3))))),
          deckOf([]),
        ]
        const wall = drive(newMemory(seed), decks[0] ?? deckOf([]))
        let serial = wall.state().memory.serial
        for (const each of events) {
          const playId = wall.play()?.playId ?? 'none'
          if (each === 'paint') wall.send({ type: 'painted', playId })
          else if (each === 'fail') wall.send({ type: 'failed', playId })
          else if (each === 'media') wall.send({ type: 'media-ended', playId })
          else if (each === 'late') wall.send({ type: 'failed', playId: 'another-0' })
          else if (each === 'redraw') wall.send({ type: 'redraw' })
          else if (each === 'tick') wall.send({ type: 'tick' })
          else if (each === 'due') {
            wall.wait(Math.max(0, (dueAt(wall.state()) ?? 0) - wall.now()))
            wall.send({ type: 'tick' })
          } else wall.send({ type: 'deck', deck: decks[each % decks.length] ?? deckOf([]) })
          const state = wall.state()
          const current = state.play && state.deck.byId.get(state.play.itemId)
          if (state.deck.byId.size > 0) expect(state.play).toBeDefined()
          if (state.play) {
            expect(current?.parts[state.play.part]).toBeDefined()
            expect(state.memory.current).toEqual({ itemId: state.play.itemId, part: state.play.part })
            expect(dueAt(state)).toBeGreaterThan(state.play.chosenAt)
          }
          if (state.next) expect(state.deck.byId.get(state.next.itemId)?.parts[state.next.part]).toBeDefined()
          expect(state.memory.serial).toBeGreaterThanOrEqual(serial)
          serial = state.memory.serial
        }
      }),
    )
  })

  test('an edit neither loses the place nor repeats it', () => {
    fc.assert(
      fc.property(kindIds, kindIds, fc.nat(20), fc.integer(), (before, after, turns, seed) => {
        const wall = drive(newMemory(seed), deck(...before))
        const shown = Array.from({ length: turns % before.length }, () => wall.next() ?? '')
        const current = wall.play()?.itemId ?? ''
        const had = new Set([...shown, current])
        wall.send({ type: 'deck', deck: deck(...after) })
        if (after.includes(current)) expect(wall.play()?.itemId).toBe(current)
        // Who was here before and had no turn has it before any of those that had theirs.
        const left = new Set(before.filter((id) => after.includes(id) && !had.has(id)))
        if (after.includes(current)) wall.next()
        for (let turn = 0; left.size > 0; turn += 1) {
          const id = wall.next() ?? ''
          expect(had.has(id)).toBe(false)
          expect(turn).toBeLessThan(left.size + after.length)
          left.delete(id)
        }
      }),
    )
  })

  test('the same deck again changes nothing', () => {
    fc.assert(
      fc.property(kindIds, fc.nat(60), fc.integer(), (list, turns, seed) => {
        const wall = drive(newMemory(seed), deck(...list))
        for (let turn = 0; turn < turns; turn += 1) wall.next()
        const before = [wall.play(), wall.state().next]
        wall.send({ type: 'deck', deck: deck(...list) })
        expect([wall.play(), wall.state().next]).toEqual(before)
      }),
    )
  })

  test('stopped anywhere and started again, it shows the same item and goes on the same way', () => {
    fc.assert(
      fc.property(kindIds, fc.nat(60), fc.integer(), (list, turns, seed) => {
        const wall = drive(newMemory(seed), deckOf(list.map((id, index) => kindCard(id, 1 + (index % 2)))))
        for (let turn = 0; turn < turns; turn += 1) wall.next()
        const again = drive(wall.memory(), wall.state().deck, { kept: wall.turns })
        const follow = (which: typeof wall) =>
          Array.from({ length: 2 * list.length }, () => {
            const play = which.play()
            which.next()
            return `${play?.itemId} ${play?.part}`
          })
        expect(again.play()?.playId).not.toBe(wall.play()?.playId)
        expect(follow(again)).toEqual(follow(wall))
      }),
    )
  })
})
