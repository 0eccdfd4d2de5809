import { fieldOf, offers } from './choices.ts'
import { chosen, entered } from './chosen.ts'
import { NO_EVIDENCE } from './evidence.ts'
import { type ChairCommand, chairCommand } from './keys.ts'
import {
  type MeetingEvent,
  type MeetingRoom,
  type MeetingState,
  type MeetingStep,
  MOST_DUE,
  MOST_GUESSES,
} from './meeting.ts'
import { highlight, meetingOf, moved, stayed, still, toPersonas } from './moves.ts'
import { told } from './told.ts'
import type { ChairSceneType } from './view.ts'

/** A chair that nobody speaks with. `now` in ms of a steady clock. */
export function startMeeting(now: number): MeetingState {
  return {
    step: 'still',
    serial: 1,
    isTyping: false,
    typed: {},
    due: [],
    asked: 0,
    isAnswering: false,
    requests: 0,
    found: NO_EVIDENCE,
    guesses: [],
    isRevealed: false,
    receipt: { isMaking: false, isPrinted: false },
    touchedAt: now,
  }
}

/** One step of a meeting. What it asks of the host comes beside the state; the host answers with further events. */
export function stepMeeting(
  state: MeetingState,
  event: MeetingEvent,
  now: number,
  room: MeetingRoom,
): MeetingStep {
  const present = whoIsThere(state, room, now)
  switch (event.type) {
    case 'look':
      return stayed(now - present.touchedAt >= room.idleMs ? still(present, now) : present)
    case 'key':
      return key({ ...present, touchedAt: now }, event.key, now, room)
    case 'choose':
    case 'guess':
    case 'type':
      // A tap on a scene that has just gone means nothing.
      return event.serial === present.serial
        ? touched({ ...present, touchedAt: now }, event, now, room)
        : stayed(present)
    case 'found':
    case 'answered':
    case 'saved':
    case 'receipt-made':
      return stayed(told(present, event, room))
  }
}

/** Whoever may be shown no longer leaves the chair, and with her the meeting that was about her. */
function whoIsThere(state: MeetingState, { personas }: MeetingRoom, now: number): MeetingState {
  const isThere = state.persona === undefined || personas.some(({ id }) => id === state.persona)
  return state.step === 'still' || (isThere && personas.length > 0) ? state : still(state, now)
}

function key(state: MeetingState, name: string, now: number, room: MeetingRoom): MeetingStep {
  const command = chairCommand(name, state.isTyping)
  if (state.step === 'still') return stayed(isBeginning(name, command) ? begin(state, room) : state)
  if (!command) return stayed(state)
  switch (command.type) {
    case 'end':
      return stayed(still(state, now))
    case 'back':
      return stayed(back(state, room))
    case 'on':
      return on(state, now, room)
    case 'add':
      return state.step === 'guess' && canGuess(state) && state.highlighted !== undefined
        ? stayed(guess(state, state.highlighted))
        : on(state, now, room)
    case 'next':
    case 'previous':
    case 'cycle':
      return stayed(highlight(state, command.type, room))
    case 'digit':
      return digit(state, command.digit, now, room)
    case 'take-back':
      return stayed(canGuess(state) ? { ...state, guesses: state.guesses.slice(0, -1) } : state)
    case 'start':
      return stayed(state)
  }
}

/** Any key begins, but for the one that asks for silence and those that type nothing by themselves. */
function isBeginning(name: string, command: ChairCommand | undefined): boolean {
  return command ? command.type !== 'end' : name.length === 1
}

function begin(state: MeetingState, room: MeetingRoom): MeetingState {
  if (room.personas.length === 0) return state
  const due = room.due.slice(0, MOST_DUE)
  return due.length > 0 ? moved({ ...state, due }, 'happened', room) : toPersonas(state, room)
}

type Touch = Extract<MeetingEvent, { readonly type: 'choose' | 'guess' | 'type' }>

function touched(state: MeetingState, touch: Touch, now: number, room: MeetingRoom): MeetingStep {
  switch (touch.type) {
    case 'choose':
      return offers(state, room).some(({ id }) => id === touch.choice)
        ? chosen(state, touch.choice, now, room)
        : stayed(state)
    case 'guess':
      return stayed(guess(state, touch.guess))
    case 'type': {
      const field = fieldOf(state)
      return stayed(
        state.isTyping && field ? { ...state, typed: { ...state.typed, [field]: touch.text } } : state,
      )
    }
  }
}

function canGuess({ step, isRevealed }: MeetingState): boolean {
  return step === 'guess' && !isRevealed
}

/** 0..10 and whole: anything else is no guess. */
function guess(state: MeetingState, number: number): MeetingState {
  const isGuess = Number.isInteger(number) && number >= 0 && number <= 10
  if (!canGuess(state) || !isGuess || state.guesses.length >= MOST_GUESSES) return state
  return { ...state, guesses: [...state.guesses, number] }
}

function digit(state: MeetingState, number: number, now: number, room: MeetingRoom): MeetingStep {
  if (state.step === 'guess') return stayed(guess(state, number))
  const offer = number >= 1 ? offers(state, room)[number - 1] : undefined
  return offer && number <= 9 ? chosen(state, offer.id, now, room) : stayed(state)
}

/** A meeting is a line: each step has one before it, but for the first, and what is written is not gone back behind. */
function back(state: MeetingState, room: MeetingRoom): MeetingState {
  if (state.looking) return { ...state, looking: undefined }
  if (state.isTyping) return { ...state, isTyping: false }
  const before = stepBefore(state, room)
  return before ? moved(state, before, room) : state
}

export function stepBefore(state: MeetingState, room: MeetingRoom): ChairSceneType | undefined {
  switch (state.step) {
    case 'still':
    case 'happened':
    case 'persona':
    case 'receipt':
      return undefined
    case 'topic':
      return room.personas.length > 1 ? 'persona' : undefined
    case 'guess':
      return 'topic'
    case 'reveal':
      return 'guess'
    case 'objection':
      return 'reveal'
    case 'promise':
      return 'objection'
    case 'owner':
      return 'promise'
    case 'date':
      return 'owner'
    case 'confirm':
      return state.promise?.type === 'made' ? 'date' : 'promise'
  }
}

function on(state: MeetingState, now: number, room: MeetingRoom): MeetingStep {
  if (state.isTyping) return entered(state, now, room)
  switch (state.step) {
    case 'still':
      return stayed(state)
    case 'guess':
      return stayed(reveal(state, room))
    case 'reveal':
      return stayed(moved(state, 'objection', room))
    case 'objection':
      return stayed(moved(state, 'promise', room))
    case 'happened':
    case 'persona':
    case 'topic':
    case 'promise':
    case 'owner':
    case 'date':
    case 'receipt': {
      const offer = offers(state, room)[state.highlighted ?? 0]
      return offer ? chosen(state, offer.id, now, room) : stayed(state)
    }
    case 'confirm':
      return save(state, room)
  }
}

/** Who has no digits moves the number and goes on: it is then the guess of the room. */
function reveal(state: MeetingState, room: MeetingRoom): MeetingState {
  const isRooms = state.guesses.length === 0 && state.highlighted !== undefined
  const guessed = isRooms ? guess(state, state.highlighted ?? 0) : state
  return moved({ ...guessed, isRevealed: true }, 'reveal', room)
}

/** The only way into the record and the folder. */
function save(state: MeetingState, room: MeetingRoom): MeetingStep {
  const meeting = meetingOf(state)
  if (!meeting) return stayed(state)
  const saved = moved({ ...state, saving: { isDone: false } }, 'receipt', room)
  return { state: saved, effects: [{ type: 'save', meeting }] }
}
