import { describe, expect, test } from 'vitest'
import { deckOf, drive, kindCard } from '../../tests/cards.ts'
import { AFTER_CLIP_MS } from './dwell.ts'
import { dueAt, MEDIA_GRACE_MS, newMemory, PAINT_LIMIT_MS } from './player-state.ts'

const deck = (...list: string[]) => deckOf(list.map((id) => kindCard(id)))

describe('time', () => {
  test('begins with the paint', () => {
    const wall = drive(newMemory(1), deck('quote-1', 'quote-2'))
    wall.wait(5_000)
    wall.send({ type: 'painted', playId: wall.play()?.playId ?? '' })
    expect(dueAt(wall.state())).toBe(wall.now() + (wall.play()?.dwellMs ?? 0))
    wall.wait((wall.play()?.dwellMs ?? 0) - 1)
    const before = wall.play()
    expect(wall.send({ type: 'tick' })).toBeUndefined()
    wall.wait(1)
    expect(wall.send({ type: 'tick' })).toEqual({ play: before, reason: 'shown' })
    expect(wall.play()?.itemId).not.toBe(before?.itemId)
  })

  test('a slide that is never painted gives way', () => {
    const wall = drive(newMemory(1), deck('quote-1', 'quote-2'))
    const first = wall.play()?.itemId
    wall.wait(PAINT_LIMIT_MS - 1)
    wall.send({ type: 'tick' })
    expect(wall.play()?.itemId).toBe(first)
    wall.wait(1)
    expect(wall.send({ type: 'tick' })?.reason).toBe('failed')
    expect(wall.play()?.itemId).not.toBe(first)
  })

  test('a recording leaves when it has ended, and soon after it should have', () => {
    const make = () => drive(newMemory(1), deckOf([kindCard('call-1', 1, 30_000), kindCard('quote-1')]))
    const wall = make()
    if (wall.play()?.itemId !== 'call-1') wall.next()
    const playId = wall.play()?.playId ?? ''
    wall.send({ type: 'painted', playId })
    const late = dueAt(wall.state())
    expect(late).toBe(wall.now() + 30_000 + AFTER_CLIP_MS + MEDIA_GRACE_MS)
    wall.wait(29_000)
    wall.send({ type: 'media-ended', playId })
    expect(dueAt(wall.state())).toBe(wall.now() + AFTER_CLIP_MS)
  })

  test('reports that come twice, late or about another play change nothing', () => {
    const wall = drive(newMemory(1), deck('quote-1', 'quote-2'))
    const old = wall.play()?.playId ?? ''
    wall.send({ type: 'painted', playId: old })
    const painted = wall.play()
    wall.wait(100)
    wall.send({ type: 'painted', playId: old })
    expect(wall.play()).toEqual(painted)
    wall.next()
    const now = wall.state()
    for (const type of ['painted', 'media-ended', 'failed'] as const) wall.send({ type, playId: old })
    expect(wall.state()).toBe(now)
  })
})

describe('items that cannot be drawn', () => {
  test('wait until the deck changes, and the others go on', () => {
    const wall = drive(newMemory(1), deck('quote-1', 'quote-2', 'quote-3'))
    const bad = wall.play()?.itemId
    expect(wall.send({ type: 'failed', playId: wall.play()?.playId ?? '' })?.reason).toBe('failed')
    expect(Array.from({ length: 9 }, () => wall.next())).not.toContain(bad)
    wall.send({ type: 'deck', deck: deck('quote-1', 'quote-2', 'quote-3') })
    expect(Array.from({ length: 6 }, () => wall.next())).toContain(bad)
  })

  test('all of them: tried again after a pause, not at once and not never', () => {
    const wall = drive(newMemory(1), deck('quote-1', 'quote-2'))
    const fail = () => wall.send({ type: 'failed', playId: wall.play()?.playId ?? '' })
    fail()
    const last = wall.play()
    for (let tries = 0; tries < 5; tries += 1) expect(fail()).toBeUndefined()
    expect(wall.play()).toBe(last)
    wall.wait(PAINT_LIMIT_MS)
    expect(wall.send({ type: 'tick' })?.reason).toBe('failed')
    expect(wall.play()?.itemId).not.toBe(last?.itemId)
  })
})

test('an item that may no longer be shown leaves at once', () => {
  const wall = drive(newMemory(1), deck('quote-1', 'quote-2'))
  const gone = wall.play()
  const rest = deck(...['quote-1', 'quote-2'].filter((id) => id !== gone?.itemId))
  expect(wall.send({ type: 'deck', deck: rest })).toEqual({ play: gone, reason: 'withdrawn' })
  expect(wall.send({ type: 'deck', deck: deckOf([]) })?.reason).toBe('withdrawn')
  expect(wall.play()).toBeUndefined()
  wall.send({ type: 'deck', deck: rest })
  expect(wall.play()).toBeDefined()
})

test('drawn anew, it is the same item as a new play', () => {
  const wall = drive(newMemory(1), deckOf([kindCard('journey-1', 3)]))
  wall.next()
  const before = wall.play()
  expect(wall.send({ type: 'redraw' })).toEqual({ play: before, reason: 'interrupted' })
  expect(wall.play()).toMatchObject({ itemId: before?.itemId, part: before?.part })
  expect(wall.play()?.playId).not.toBe(before?.playId)
})
