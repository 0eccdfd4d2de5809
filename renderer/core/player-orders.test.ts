import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deckOf, drive, kindCard, kindIds } from '../../tests/cards.ts'
import { dueAt, newMemory } from './player-state.ts'

const deck = (...list: string[]) => deckOf(list.map((id) => kindCard(id)))

describe('what somebody asks for', () => {
  const four = () =>
    drive(newMemory(3), deckOf(['quote-1', 'quote-2', 'quote-3', 'call-1'].map((id) => kindCard(id, 2))))

  test('skip goes on to the next item, replay to its own first slide', () => {
    const wall = four()
    const [first, next] = [wall.play(), wall.state().next]
    wall.next()
    expect(wall.play()).toMatchObject({ itemId: first?.itemId, part: 1 })
    expect(next).toMatchObject({ itemId: first?.itemId, part: 1 })
    expect(wall.send({ type: 'replay' })?.reason).toBe('interrupted')
    expect(wall.play()).toMatchObject({ itemId: first?.itemId, part: 0, reasons: [{ type: 'replayed' }] })
    wall.send({ type: 'skip' })
    expect(wall.play()?.itemId).not.toBe(first?.itemId)
  })

  test('a pause keeps what is on, and ends by itself', () => {
    const wall = four()
    const id = wall.play()?.playId
    wall.send({ type: 'painted', playId: id ?? '' })
    wall.send({ type: 'pause', until: wall.now() + 600_000 })
    expect(dueAt(wall.state())).toBe(wall.now() + 600_000)
    wall.wait(599_999)
    wall.send({ type: 'tick' })
    expect(wall.play()?.playId).toBe(id)
    wall.wait(1)
    wall.send({ type: 'tick' })
    expect(wall.play()?.playId).not.toBe(id)
    wall.send({ type: 'pause', until: wall.now() + 600_000 })
    wall.send({ type: 'resume' })
    expect(dueAt(wall.state())).toBeLessThan(wall.now() + 60_000)
  })

  test('what is held plays alone, costs nobody a turn, and leaves the room where it was, over a restart too', () => {
    fc.assert(
      fc.property(
        kindIds,
        fc.integer(),
        fc.nat(40),
        fc.nat(9),
        fc.boolean(),
        (list, seed, turns, held, dies) => {
          const wall = drive(newMemory(seed), deck(...list))
          const other = drive(newMemory(seed), deck(...list))
          for (let turn = 0; turn < turns; turn += 1) expect(other.next()).toBe(wall.next())
          const cards = [kindCard('prompt-7'), kindCard('prompt-8')]
          wall.send({ type: 'hold', hold: { type: 'pinned', cards } })
          expect(Array.from({ length: held + 2 }, () => wall.next()).slice(0, 2)).toEqual([
            'prompt-7',
            'prompt-8',
          ])
          const after = dies ? drive(wall.memory(), deckOf([]), { kept: wall.turns }) : wall
          if (dies) after.send({ type: 'hold', hold: { type: 'pinned', cards } })
          expect(after.play()?.itemId).toMatch('prompt')
          if (dies) after.send({ type: 'deck', deck: wall.state().deck })
          after.send({ type: 'hold' })
          const follow = (which: typeof wall) => Array.from({ length: 2 * list.length }, () => which.next())
          expect(follow(after)).toEqual(follow(other))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('after the screen was off, the same item is on again', () => {
    const wall = four()
    wall.next()
    const before = wall.play()
    expect(wall.send({ type: 'suspend' })?.reason).toBe('interrupted')
    expect(wall.play()).toBeUndefined()
    wall.wait(36_000_000)
    wall.send({ type: 'deck', deck: wall.state().deck })
    expect(wall.play()).toMatchObject({
      itemId: before?.itemId,
      part: before?.part,
      reasons: [{ type: 'resumed' }],
    })
  })
})
