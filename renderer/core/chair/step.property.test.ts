import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FoundEvidence } from './evidence.ts'
import {
  IDLE_MS,
  type MeetingEffect,
  type MeetingEvent,
  type MeetingRoom,
  type MeetingState,
} from './meeting.ts'
import { startMeeting, stepMeeting } from './step.ts'

/** Any sequence of keys and touches, in any room, with whatever the host answers. */

const FOUND: FoundEvidence = {
  verbatims: [],
  ideas: [{ itemId: 'journeys/a', kind: 'journey', title: 'A', text: 'Put a bench there.' }],
}

const KEYS = [
  ...['PageDown', 'PageUp', 'Enter', ' ', 'Tab', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'],
  ...['0', '1', '2', '3', '4', '5', '7', '9', '+', 't', 'x', 'F5', 'F1', 'Shift', 'Backspace', 'MediaPlay'],
]

const rooms: fc.Arbitrary<MeetingRoom> = fc
  .record({
    personas: fc.integer({ min: 1, max: 11 }),
    due: fc.integer({ min: 0, max: 5 }),
    topics: fc.integer({ min: 0, max: 12 }),
    owners: fc.integer({ min: 0, max: 12 }),
    canPrint: fc.boolean(),
  })
  .map(({ personas, due, topics, owners, canPrint }) => ({
    language: 'en',
    today: '2026-11-23',
    personas: many(personas, (n) => ({ id: `personas/${n}`, name: `P${n}` })),
    personaOfDay: 'personas/0',
    due: many(due, (n) => `commitments/${n}`),
    topics: () => many(topics, (n) => ({ id: `theme ${n}`, type: 'theme' as const, words: `t${n}` })),
    owners: many(owners, (n) => `Department ${n}`),
    canPrint,
    idleMs: IDLE_MS,
  }))

function many<Each>(count: number, make: (n: number) => Each): Each[] {
  return Array.from({ length: count }, (_, n) => make(n))
}

type Act =
  | { readonly type: 'key'; readonly key: string }
  | { readonly type: 'touch'; readonly choice: string }
  | { readonly type: 'guess'; readonly guess: number }
  | { readonly type: 'write'; readonly text: string }
  | { readonly type: 'host'; readonly isRefused: boolean }
  | { readonly type: 'late'; readonly request: number }

const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...KEYS).map((key) => ({ type: 'key' as const, key })) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('write', 'none', 'kept', 'theme 1', 'w2', 'Department 1', 'keep', 'done')
      .map((choice) => ({ type: 'touch' as const, choice })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: -3, max: 14 }).map((guess) => ({ type: 'guess' as const, guess })),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }).map((text) => ({ type: 'write' as const, text })) },
  { weight: 4, arbitrary: fc.boolean().map((isRefused) => ({ type: 'host' as const, isRefused })) },
  { weight: 1, arbitrary: fc.nat(20).map((request) => ({ type: 'late' as const, request })) },
)

/** A host that does what it is asked for when it is its turn. */
class Table {
  state: MeetingState
  now = 1_000
  readonly room: MeetingRoom
  readonly asked: MeetingEffect[] = []
  readonly waiting: MeetingEffect[] = []

  constructor(room: MeetingRoom) {
    this.room = room
    this.state = startMeeting(this.now)
  }

  send(event: MeetingEvent): void {
    const { state, effects } = stepMeeting(this.state, event, this.now, this.room)
    this.state = state
    this.asked.push(...effects)
    this.waiting.push(...effects)
  }

  act(act: Act): void {
    this.now += 1_000
    const { serial } = this.state
    switch (act.type) {
      case 'key':
        return this.send({ type: 'key', key: act.key })
      case 'touch':
        return this.send({ type: 'choose', serial, choice: act.choice })
      case 'guess':
        return this.send({ type: 'guess', serial, guess: act.guess })
      case 'write':
        return this.send({ type: 'type', serial, text: act.text })
      case 'late':
        return this.send({ type: 'found', request: act.request, found: FOUND })
      case 'host':
        return this.answer(act.isRefused)
    }
  }

  answer(isRefused: boolean): void {
    const effect = this.waiting.shift()
    if (!effect) return
    const refusal = isRefused ? { message: 'The disk is full.', hint: 'Make room.' } : undefined
    switch (effect.type) {
      case 'find':
        return this.send({ type: 'found', request: effect.request, found: FOUND })
      case 'answer':
        return this.send({ type: 'answered', itemId: effect.itemId, refusal })
      case 'save':
        return this.send({ type: 'saved', path: isRefused ? undefined : 'commitments/a.yaml', refusal })
      case 'receipt':
        return this.send({
          type: 'receipt-made',
          as: effect.as,
          path: isRefused ? undefined : 'r.pdf',
          refusal,
        })
    }
  }
}

const plays = fc.tuple(rooms, fc.array(acts, { maxLength: 60 }))

function played([room, sequence]: readonly [MeetingRoom, readonly Act[]]): Table {
  const table = new Table(room)
  for (const act of sequence) table.act(act)
  return table
}

test('Escape, the blanking key and two minutes without a key make the chair still, wherever a meeting is', () => {
  fc.assert(
    fc.property(plays, (play) => {
      for (const key of ['Escape', '.']) {
        const table = played(play)
        if (key === '.' && table.state.isTyping) continue
        table.send({ type: 'key', key })
        expect(table.state.step).toBe('still')
      }
      const table = played(play)
      table.now = table.state.touchedAt + IDLE_MS - 1
      table.send({ type: 'look' })
      const isStill = table.state.step === 'still'
      table.now += 1
      table.send({ type: 'look' })
      expect(table.state).toMatchObject({ step: 'still', guesses: [], typed: {} })
      expect(table.state.promise).toBeUndefined()
      // And not a moment sooner: what has been touched waits.
      expect(isStill).toBe(played(play).state.step === 'still')
    }),
  )
})

test('nothing is stuck: from anywhere, going on and a host that answers end in a receipt or in silence', () => {
  fc.assert(
    fc.property(plays, (play) => {
      const table = played(play)
      const seen = new Set<string>()
      for (let tries = 0; tries < 60 && !seen.has('still'); tries += 1) {
        while (table.waiting.length > 0) table.answer(false)
        // An empty field waits to be written in, or to be left.
        if (table.state.isTyping) table.act({ type: 'write', text: 'words' })
        table.act({ type: 'key', key: 'PageDown' })
        seen.add(table.state.step)
      }
      expect(seen).toContain('still')
    }),
  )
})

test('nothing is written without its own step, and a meeting once at most', () => {
  fc.assert(
    fc.property(plays, ([room, sequence]) => {
      const table = new Table(room)
      for (const act of sequence) {
        const before = table.state
        const count = table.asked.length
        table.act(act)
        for (const effect of table.asked.slice(count)) {
          const from = { find: 'topic', answer: 'happened', save: 'confirm', receipt: 'receipt' }[effect.type]
          expect(before.step).toBe(from)
          if (effect.type === 'save')
            expect(table.state).toMatchObject({ step: 'receipt', saving: { isDone: false } })
        }
      }
    }),
  )
})

test('guesses are whole numbers from 0 to 10, and none comes after the answer', () => {
  fc.assert(
    fc.property(plays, ([room, sequence]) => {
      const table = new Table(room)
      for (const act of sequence) {
        const before = table.state
        table.act(act)
        const { guesses, isRevealed, about } = table.state
        for (const guess of guesses) {
          expect(Number.isInteger(guess) && guess >= 0 && guess <= 10).toBe(true)
        }
        if (before.isRevealed && isRevealed && before.about === about) expect(guesses).toEqual(before.guesses)
      }
    }),
  )
})

test('going back loses nothing that was entered, and going on brings it back', () => {
  fc.assert(
    fc.property(plays, fc.integer({ min: 1, max: 9 }), (play, steps) => {
      const table = played(play)
      while (table.waiting.length > 0) table.answer(false)
      const before = table.state
      if (['still', 'receipt', 'happened'].includes(before.step) || before.isTyping) return
      for (let n = 0; n < steps; n += 1) table.act({ type: 'key', key: 'PageUp' })
      const { persona, topic, guesses, promise, owner, date, typed } = table.state
      expect({ persona, topic, guesses, promise, owner, date, typed }).toEqual({
        persona: before.persona,
        topic: before.topic,
        guesses: before.guesses,
        promise: before.promise,
        owner: before.owner,
        date: before.date,
        typed: before.typed,
      })
    }),
  )
})

test('a touch on a scene that is gone, and an answer to an earlier search, change nothing', () => {
  fc.assert(
    fc.property(plays, fc.integer({ min: 1, max: 5 }), (play, ago) => {
      const table = played(play)
      const { state } = table
      table.send({ type: 'choose', serial: state.serial - ago, choice: 'none' })
      expect(table.state).toEqual(state)
      table.send({ type: 'found', request: state.requests - ago, found: FOUND })
      expect(table.state).toEqual(state)
    }),
  )
})

test('who may be shown no longer leaves the chair at once', () => {
  fc.assert(
    fc.property(plays, (play) => {
      const table = played(play)
      const { persona, step } = table.state
      const others = table.room.personas.filter(({ id }) => id !== persona)
      const room = { ...table.room, personas: others }
      const { state } = stepMeeting(table.state, { type: 'look' }, table.now, room)
      if (persona !== undefined || others.length === 0) expect(state.step).toBe('still')
      else expect(state.step).toBe(step)
    }),
  )
})
