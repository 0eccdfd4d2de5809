import { expect, test } from 'vitest'
import { NO_EVIDENCE } from './evidence.ts'
import type { MeetingRoom, MeetingState } from './meeting.ts'
import { startMeeting, stepMeeting } from './step.ts'

const ROOM: MeetingRoom = {
  language: 'en',
  today: '2026-11-23',
  personas: [
    { id: 'personas/ruth', name: 'Ruth' },
    { id: 'personas/tomas', name: 'Tomas' },
  ],
  personaOfDay: 'personas/tomas',
  due: ['commitments/tape'],
  topics: () => [
    { id: 'theme lifts', type: 'theme', words: 'lifts' },
    { id: 'theme tickets', type: 'theme', words: 'tickets' },
  ],
  owners: ['Lifts and Buildings', 'Timetabling'],
  canPrint: false,
  idleMs: 120_000,
}

/** The steps that a row of keys goes through; the host finds nothing and writes everything. */
function walk(keys: readonly string[]): { steps: string[]; state: MeetingState; effects: string[] } {
  let state = startMeeting(0)
  const steps: string[] = []
  const effects: string[] = []
  for (const key of keys) {
    const made = stepMeeting(state, { type: 'key', key }, 0, ROOM)
    state = made.state
    for (const effect of made.effects) {
      effects.push(effect.type)
      const event =
        effect.type === 'find'
          ? ({ type: 'found', request: effect.request, found: NO_EVIDENCE } as const)
          : effect.type === 'answer'
            ? ({ type: 'answered', itemId: effect.itemId } as const)
            : effect.type === 'save'
              ? ({ type: 'saved', path: 'commitments/a.yaml' } as const)
              : ({ type: 'receipt-made', as: effect.as, path: 'receipts/a.pdf' } as const)
      state = stepMeeting(state, event, 0, ROOM).state
    }
    steps.push(state.step)
  }
  return { steps, state, effects }
}

test('a whole meeting with the keys of a presenter remote', () => {
  const { steps, state, effects } = walk([
    ...['F5', 'PageDown', 'PageDown', '2', '7', '+', '0', 'PageDown', 'PageDown', 'PageDown'],
    ...['2', 'PageDown', '3', 'PageDown', 'PageDown'],
  ])
  expect(steps).toEqual([
    ...['happened', 'persona', 'topic', 'guess', 'guess', 'guess', 'guess', 'reveal', 'objection', 'promise'],
    ...['owner', 'date', 'confirm', 'receipt', 'receipt'],
  ])
  expect(state).toMatchObject({
    persona: 'personas/tomas',
    topic: { words: 'tickets' },
    guesses: [7, 10, 0],
    promise: { text: 'Watch customers deal with “tickets” for one morning.' },
    owner: 'Lifts and Buildings',
    date: '2026-12-21',
    saving: { isDone: true, path: 'commitments/a.yaml' },
    receipt: { kept: 'receipts/a.pdf' },
  })
  expect(effects).toEqual(['find', 'save', 'receipt'])
  expect(walk(['F5', '1']).effects).toEqual(['answer'])
})

test('without digits the number is moved, and going on makes it the guess of the room', () => {
  const begun = ['F5', 'PageDown', 'PageDown', 'PageDown']
  expect(walk([...begun, 'ArrowUp', 'ArrowUp', 'PageDown']).state.guesses).toEqual([6])
  expect(walk([...begun, 'Tab', 'Enter', 'Enter', 'Tab', 'Enter', 'PageDown']).state.guesses).toEqual([
    5, 5, 6,
  ])
  expect(walk([...begun, 'ArrowDown', 'ArrowDown', 'ArrowDown', 'PageDown']).state.guesses).toEqual([3])
  expect(walk([...begun, 'PageDown']).state).toMatchObject({ step: 'reveal', guesses: [] })
})

test('a modifier, a volume key and the keys for silence do not wake her', () => {
  for (const key of ['Shift', 'AudioVolumeUp', 'Escape', '.', 'b']) {
    expect(walk([key]).steps).toEqual(['still'])
  }
  for (const key of ['PageDown', '7', 'q', ' ', 'Tab']) expect(walk([key]).steps).toEqual(['happened'])
})

test('while somebody writes, letters and digits are letters and digits', () => {
  const { state } = walk(['F5', 'PageDown', 'PageDown', 'ArrowUp', 'Enter', 'b', '7', '.', ' '])
  expect(state).toMatchObject({ step: 'topic', isTyping: true })
  const typed = stepMeeting(
    state,
    { type: 'type', serial: state.serial, text: '  Close the\n office ' },
    0,
    ROOM,
  )
  const entered = stepMeeting(typed.state, { type: 'key', key: 'Enter' }, 0, ROOM)
  expect(entered.effects).toMatchObject([
    { type: 'find', topic: { type: 'typed', words: 'Close the office' } },
  ])
})
