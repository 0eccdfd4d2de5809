import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Card, Deck } from './deck.ts'
import { AFTER_CLIP_MS, DWELL_BOUNDS } from './dwell.ts'
import {
  dueAt,
  MEDIA_GRACE_MS,
  memoryOf,
  newMemory,
  PAINT_LIMIT_MS,
  type PlayerEvent,
  type PlayerMemory,
  type PlayerRules,
  type PlayerState,
  passPosition,
  startPlayer,
  step,
} from './player.ts'
import type { Turn } from './rotation/rotation.ts'

const rules: PlayerRules = {
  mode: 'corridor',
  bounds: DWELL_BOUNDS,
  order: 'shuffle',
  share: 'turns',
  promises: [],
}
const KINDS = ['persona', 'journey', 'quote', 'call']

function card(id: string, parts = 1, mediaMs = 0): Card {
  const kind = KINDS.find((name) => id.startsWith(name)) ?? 'quote'
  const measure = { words: 20, characters: 0, figures: 0, mediaMs }
  const facts = { basis: 'none' as const, personalData: [] }
  return {
    id,
    kind,
    title: id,
    personas: [],
    weight: 1,
    facts,
    parts: Array.from({ length: parts }, () => measure),
  }
}

function deckOf(cards: readonly Card[]): Deck {
  return { byId: new Map(cards.map((each) => [each.id, each])), total: cards.length }
}

const deck = (...ids: string[]): Deck => deckOf(ids.map((id) => card(id)))
const memory = (seed = 1): PlayerMemory => newMemory(seed)

/** A player with its own clock, driven as a wall drives it. */
function drive(start: PlayerMemory, first: Deck, kept: ReadonlyMap<string, Turn> = new Map()) {
  let now = 1_000
  const turns = new Map(kept)
  let state: PlayerState = startPlayer(start, rules, turns.values())
  const send = (event: PlayerEvent) => {
    const result = step(state, event, now, rules)
    state = result.state
    for (const turn of state.rotation.changes()) turns.set(turn.itemId, turn)
    return result.ended
  }
  send({ type: 'deck', deck: first })
  return {
    /** The places as a record would have them. */
    turns,
    state: () => state,
    play: () => state.play,
    now: () => now,
    send,
    wait: (ms: number) => {
      now += ms
    },
    /** Painted at once and shown for its time; returns what was shown. */
    next() {
      const shown = state.play
      if (shown) send({ type: 'painted', playId: shown.playId })
      now = Math.max(now, dueAt(state) ?? now)
      send({ type: 'tick' })
      return shown?.itemId
    },
  }
}

const ids = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...KINDS), fc.nat(30)).map(([kind, number]) => `${kind}-${number}`),
  { minLength: 1, maxLength: 24 },
)

describe('a pass', () => {
  test('shows the range first, also in a room that grows while it is read', () => {
    fc.assert(
      fc.property(ids, ids, fc.integer(), fc.nat(3), (early, late, seed, after) => {
        const wall = drive(memory(seed), deck(...early))
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
      fc.property(ids, fc.integer(), (list, seed) => {
        const wall = drive(memory(seed), deck(...list))
        const shown = Array.from({ length: list.length * 3 }, () => wall.next() ?? '')
        const kindsHere = new Set(list.map((id) => card(id).kind))
        for (let pass = 0; pass < 3; pass += 1) {
          const played = shown.slice(pass * list.length, (pass + 1) * list.length)
          expect([...played].sort()).toEqual([...list].sort())
        }
        const opening = ['persona', 'journey', 'quote', 'call'].filter((kind) => kindsHere.has(kind))
        expect(shown.slice(0, opening.length).map((id) => card(id).kind)).toEqual(opening)
        if (list.length === 1) return
        for (const [index, id] of shown.entries()) expect(id).not.toBe(shown[index + 1])
      }),
    )
  })

  test('tells what comes next, truly', () => {
    fc.assert(
      fc.property(ids, fc.integer(), (list, seed) => {
        const wall = drive(memory(seed), deck(...list))
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
      fc.property(ids, fc.integer(), (list, seed) => {
        const wall = drive(memory(seed), deck(...list))
        for (let turn = 0; turn < list.length * 2; turn += 1) {
          expect(passPosition(wall.state())).toEqual({ index: turn % list.length, count: list.length })
          wall.next()
        }
      }),
    )
  })

  test('plays the parts of an item in order before anything else', () => {
    const wall = drive(memory(), deckOf([card('journey-1', 3), card('quote-1')]))
    const shown = Array.from({ length: 8 }, () => {
      const play = wall.play()
      wall.next()
      return `${play?.itemId} ${play?.part}`
    })
    expect(shown.join().split('journey-1 0,journey-1 1,journey-1 2').length - 1).toBeGreaterThanOrEqual(2)
  })
})

/** Edits of a room while it runs: each is a set of ids, some items with several parts. */
const edits = fc.array(ids, { minLength: 1, maxLength: 8 })
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
          ...rooms.map((list) => deckOf(list.map((id, index) => card(id, 1 + (index % 3))))),
          deckOf([]),
        ]
        const wall = drive(memory(seed), decks[0] ?? deckOf([]))
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
      fc.property(ids, ids, fc.nat(20), fc.integer(), (before, after, turns, seed) => {
        const wall = drive(memory(seed), deck(...before))
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
      fc.property(ids, fc.nat(60), fc.integer(), (list, turns, seed) => {
        const wall = drive(memory(seed), deck(...list))
        for (let turn = 0; turn < turns; turn += 1) wall.next()
        const before = [wall.play(), wall.state().next]
        wall.send({ type: 'deck', deck: deck(...list) })
        expect([wall.play(), wall.state().next]).toEqual(before)
      }),
    )
  })

  test('stopped anywhere and started again, it shows the same item and goes on the same way', () => {
    fc.assert(
      fc.property(ids, fc.nat(60), fc.integer(), (list, turns, seed) => {
        const wall = drive(memory(seed), deckOf(list.map((id, index) => card(id, 1 + (index % 2)))))
        for (let turn = 0; turn < turns; turn += 1) wall.next()
        const kept: PlayerMemory = JSON.parse(JSON.stringify(memoryOf(wall.state())))
        const again = drive(kept, wall.state().deck, wall.turns)
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

describe('time', () => {
  test('begins with the paint', () => {
    const wall = drive(memory(), deck('quote-1', 'quote-2'))
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
    const wall = drive(memory(), deck('quote-1', 'quote-2'))
    const first = wall.play()?.itemId
    wall.wait(PAINT_LIMIT_MS - 1)
    wall.send({ type: 'tick' })
    expect(wall.play()?.itemId).toBe(first)
    wall.wait(1)
    expect(wall.send({ type: 'tick' })?.reason).toBe('failed')
    expect(wall.play()?.itemId).not.toBe(first)
  })

  test('a recording leaves when it has ended, and soon after it should have', () => {
    const make = () => drive(memory(), deckOf([card('call-1', 1, 30_000), card('quote-1')]))
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
    const wall = drive(memory(), deck('quote-1', 'quote-2'))
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
    const wall = drive(memory(), deck('quote-1', 'quote-2', 'quote-3'))
    const bad = wall.play()?.itemId
    expect(wall.send({ type: 'failed', playId: wall.play()?.playId ?? '' })?.reason).toBe('failed')
    expect(Array.from({ length: 9 }, () => wall.next())).not.toContain(bad)
    wall.send({ type: 'deck', deck: deck('quote-1', 'quote-2', 'quote-3') })
    expect(Array.from({ length: 6 }, () => wall.next())).toContain(bad)
  })

  test('all of them: tried again after a pause, not at once and not never', () => {
    const wall = drive(memory(), deck('quote-1', 'quote-2'))
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
  const wall = drive(memory(), deck('quote-1', 'quote-2'))
  const gone = wall.play()
  const rest = deck(...['quote-1', 'quote-2'].filter((id) => id !== gone?.itemId))
  expect(wall.send({ type: 'deck', deck: rest })).toEqual({ play: gone, reason: 'withdrawn' })
  expect(wall.send({ type: 'deck', deck: deckOf([]) })?.reason).toBe('withdrawn')
  expect(wall.play()).toBeUndefined()
  wall.send({ type: 'deck', deck: rest })
  expect(wall.play()).toBeDefined()
})

test('drawn anew, it is the same item as a new play', () => {
  const wall = drive(memory(), deckOf([card('journey-1', 3)]))
  wall.next()
  const before = wall.play()
  expect(wall.send({ type: 'redraw' })).toEqual({ play: before, reason: 'interrupted' })
  expect(wall.play()).toMatchObject({ itemId: before?.itemId, part: before?.part })
  expect(wall.play()?.playId).not.toBe(before?.playId)
})

describe('what somebody asks for', () => {
  const four = () =>
    drive(memory(3), deckOf(['quote-1', 'quote-2', 'quote-3', 'call-1'].map((id) => card(id, 2))))

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
      fc.property(ids, fc.integer(), fc.nat(40), fc.nat(9), fc.boolean(), (list, seed, turns, held, dies) => {
        const wall = drive(memory(seed), deck(...list))
        const other = drive(memory(seed), deck(...list))
        for (let turn = 0; turn < turns; turn += 1) expect(other.next()).toBe(wall.next())
        const cards = [card('prompt-7'), card('prompt-8')]
        wall.send({ type: 'hold', hold: { type: 'pinned', cards } })
        expect(Array.from({ length: held + 2 }, () => wall.next()).slice(0, 2)).toEqual([
          'prompt-7',
          'prompt-8',
        ])
        const after = dies
          ? drive(JSON.parse(JSON.stringify(memoryOf(wall.state()))), deckOf([]), wall.turns)
          : wall
        if (dies) after.send({ type: 'hold', hold: { type: 'pinned', cards } })
        expect(after.play()?.itemId).toMatch('prompt')
        if (dies) after.send({ type: 'deck', deck: wall.state().deck })
        after.send({ type: 'hold' })
        const follow = (which: typeof wall) => Array.from({ length: 2 * list.length }, () => which.next())
        expect(follow(after)).toEqual(follow(other))
      }),
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

test('a turn of a large room costs next to nothing', () => {
  const large = deckOf(Array.from({ length: 20_000 }, (_, index) => card(`${KINDS[index % 4]}-${index}`)))
  const wall = drive(memory(), large)
  const start = performance.now()
  for (let turn = 0; turn < 2_000; turn += 1) wall.next()
  // 2,000 turns that each looked through all items would be 40 million looks; the bound is generous for a busy machine.
  expect(performance.now() - start).toBeLessThan(2_000)
})
