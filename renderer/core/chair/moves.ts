import { DATES, dateIn, offers, topicsFor, WRITE } from './choices.ts'
import { NO_EVIDENCE } from './evidence.ts'
import type { Meeting, MeetingRoom, MeetingState, MeetingStep } from './meeting.ts'
import type { ChairSceneType } from './view.ts'

/** From one scene to another. */

export function stayed(state: MeetingState): MeetingStep {
  return { state, effects: [] }
}

/** Nothing of the meeting is left; what was written is in the record. `now` in ms of a steady clock. */
export function still({ step, serial, requests }: MeetingState, now: number): MeetingState {
  return {
    step: 'still',
    // A chair that is still already is not painted anew.
    serial: step === 'still' ? serial : serial + 1,
    isTyping: false,
    typed: {},
    due: [],
    asked: 0,
    isAnswering: false,
    requests,
    found: NO_EVIDENCE,
    guesses: [],
    isRevealed: false,
    receipt: { isMaking: false, isPrinted: false },
    touchedAt: now,
  }
}

/** The scene after this one, with what was entered there before highlighted. */
export function moved(state: MeetingState, step: ChairSceneType, room: MeetingRoom): MeetingState {
  const there: MeetingState = {
    ...state,
    step,
    serial: state.serial + 1,
    isTyping: false,
    looking: undefined,
    refusal: undefined,
  }
  return { ...there, highlighted: usual(there, room) }
}

/** Where there is one persona only, nobody has to choose her. */
export function toPersonas(state: MeetingState, room: MeetingRoom): MeetingState {
  const [only, ...others] = room.personas
  if (only && others.length === 0) return moved({ ...state, persona: only.id }, 'topic', room)
  return moved(state, 'persona', room)
}

/** What was entered there before; else what does no harm. */
function usual(state: MeetingState, room: MeetingRoom): number | undefined {
  const found = offers(state, room)
  const at = (id: string | undefined): number =>
    Math.max(
      0,
      found.findIndex((offer) => offer.id === id),
    )
  switch (state.step) {
    case 'still':
    case 'guess':
    case 'reveal':
    case 'objection':
    case 'confirm':
      return undefined
    case 'happened':
      return at('later')
    case 'persona':
      return at(state.persona ?? room.personaOfDay)
    case 'topic': {
      const isTyped =
        state.topic !== undefined && !topicsFor(state, room).some(({ id }) => id === state.topic?.id)
      return at(isTyped ? WRITE : state.topic?.id)
    }
    case 'promise':
      return at(state.promise?.type === 'made' ? writtenOr(found, state.promise.text) : state.promise?.type)
    case 'owner':
      return at(state.owner === undefined ? undefined : writtenOr(found, state.owner))
    case 'date':
      return at(DATES.find((id) => dateIn(id, room.today) === state.date))
    case 'receipt':
      return 0
  }
}

/** What is not among the offers was written. */
function writtenOr(found: readonly { readonly id: string }[], id: string): string {
  return found.some((offer) => offer.id === id) ? id : WRITE
}

/** Moves what Enter chooses, round and round; on the line of guesses up is more. */
export function highlight(
  state: MeetingState,
  way: 'next' | 'previous' | 'cycle',
  room: MeetingRoom,
): MeetingState {
  if (state.step === 'guess') return { ...state, highlighted: nextGuess(state, way) }
  const count = offers(state, room).length
  if (count === 0) return state
  const from = state.highlighted ?? 0
  return { ...state, highlighted: (from + (way === 'previous' ? count - 1 : 1)) % count }
}

const MIDDLE = 5
const NUMBERS = 11

function nextGuess({ highlighted }: MeetingState, way: 'next' | 'previous' | 'cycle'): number {
  if (highlighted === undefined) return MIDDLE
  return (highlighted + (way === 'next' ? NUMBERS - 1 : 1)) % NUMBERS
}

/** The decision as it stands; undefined while nothing can be recorded of it. */
export function meetingOf({
  persona,
  topic,
  found,
  guesses,
  promise,
  owner,
  date,
}: MeetingState): Meeting | undefined {
  if (persona === undefined || !topic || !promise) return undefined
  if (promise.type === 'none') return { persona, topic, found, guesses }
  if (owner === undefined || date === undefined) return undefined
  return { persona, topic, found, guesses, commitment: { promise: promise.text, owner, due: date } }
}
