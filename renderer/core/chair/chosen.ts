import { LONGEST_TEXT } from './calls.ts'
import { DATES, dateIn, fieldOf, topicsFor, WRITE } from './choices.ts'
import { ANSWERS, type MeetingRoom, type MeetingState, type MeetingStep, type Topic } from './meeting.ts'
import { meetingOf, moved, stayed, still, toPersonas } from './moves.ts'

/** What comes of a choice. `id` is one of those that are offered; whatever else it were, nothing would come of it. */
export function chosen(state: MeetingState, id: string, now: number, room: MeetingRoom): MeetingStep {
  if (id === WRITE && fieldOf(state)) return stayed({ ...state, isTyping: true })
  switch (state.step) {
    case 'still':
    case 'guess':
    case 'reveal':
    case 'objection':
    case 'confirm':
      return stayed(state)
    case 'happened':
      return answered(state, id, room)
    case 'persona':
      return stayed(moved({ ...state, persona: id }, 'topic', room))
    case 'topic': {
      const topic = topicsFor(state, room).find((each) => each.id === id)
      return topic ? look(state, topic) : stayed(state)
    }
    case 'promise':
      return id === 'none'
        ? stayed(moved({ ...state, promise: { type: 'none' } }, 'confirm', room))
        : stayed(moved({ ...state, promise: { type: 'made', text: id } }, 'owner', room))
    case 'owner':
      return stayed(moved({ ...state, owner: id }, 'date', room))
    case 'date': {
      const date = DATES.find((each) => each === id)
      return stayed(date ? moved({ ...state, date: dateIn(date, room.today) }, 'confirm', room) : state)
    }
    case 'receipt':
      return receipt(state, id, now)
  }
}

/** The field is done with. An empty one waits. */
export function entered(state: MeetingState, _now: number, room: MeetingRoom): MeetingStep {
  const field = fieldOf(state)
  const text = field && tidied(state.typed[field] ?? '')
  if (!field || !text) return stayed(state)
  const written = { ...state, typed: { ...state.typed, [field]: text } }
  switch (field) {
    case 'topic':
      return look(written, { id: `typed ${text}`, type: 'typed', words: text })
    case 'promise':
      return stayed(moved({ ...written, promise: { type: 'made', text } }, 'owner', room))
    case 'owner':
      return stayed(moved({ ...written, owner: text }, 'date', room))
    case 'names':
      return stayed({ ...written, isTyping: false, highlighted: 0 })
  }
}

/** One line, without what no line has. */
export function tidied(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
}

function look(state: MeetingState, topic: Topic): MeetingStep {
  const { persona, looking, requests } = state
  if (persona === undefined || looking) return stayed(state)
  const request = requests + 1
  return {
    state: { ...state, requests: request, looking: { request, topic } },
    effects: [{ type: 'find', request, topic, persona }],
  }
}

function answered(state: MeetingState, id: string, room: MeetingRoom): MeetingStep {
  const itemId = state.due[state.asked]
  if (itemId === undefined || state.isAnswering) return stayed(state)
  const answer = ANSWERS.find((each) => each === id)
  if (!answer) return stayed(afterDue(state, room))
  return { state: { ...state, isAnswering: true }, effects: [{ type: 'answer', itemId, answer }] }
}

/** The next promise that is due, or the meeting itself. */
export function afterDue(state: MeetingState, room: MeetingRoom): MeetingState {
  const next = { ...state, isAnswering: false, asked: state.asked + 1 }
  return next.asked < next.due.length ? moved(next, 'happened', room) : toPersonas(next, room)
}

function receipt(state: MeetingState, id: string, now: number): MeetingStep {
  const meeting = meetingOf(state)
  if (id === 'done') return stayed(still(state, now))
  if (!meeting || state.receipt.isMaking || (id !== 'keep' && id !== 'print')) return stayed(state)
  const names = tidied(state.typed.names ?? '')
  return {
    state: { ...state, receipt: { ...state.receipt, isMaking: true }, refusal: undefined },
    effects: [
      {
        type: 'receipt',
        as: id === 'keep' ? 'file' : 'print',
        meeting,
        ...(names === '' ? {} : { names }),
      },
    ],
  }
}
