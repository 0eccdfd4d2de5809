import { afterDue } from './chosen.ts'
import type { MeetingEvent, MeetingRoom, MeetingState } from './meeting.ts'
import { moved } from './moves.ts'

type Told = Extract<MeetingEvent, { readonly type: 'found' | 'answered' | 'saved' | 'receipt-made' }>

/** What the host has done. Of a meeting that has ended meanwhile, nobody wants to hear. */
export function told(state: MeetingState, event: Told, room: MeetingRoom): MeetingState {
  switch (event.type) {
    case 'found':
      return found(state, event, room)
    case 'answered':
      if (!state.isAnswering || state.due[state.asked] !== event.itemId) return state
      return event.refusal ? { ...state, isAnswering: false, refusal: event.refusal } : afterDue(state, room)
    case 'saved':
      if (state.step !== 'receipt' || state.saving?.isDone !== false) return state
      return { ...state, saving: { isDone: true, path: event.path }, refusal: event.refusal }
    case 'receipt-made': {
      if (state.step !== 'receipt' || !state.receipt.isMaking) return state
      const isPrinted = state.receipt.isPrinted || (event.as === 'print' && !event.refusal)
      const kept = event.path ?? state.receipt.kept
      return {
        ...state,
        receipt: { isMaking: false, isPrinted, kept },
        refusal: event.refusal,
        highlighted: 0,
        isTyping: false,
      }
    }
  }
}

/** What was guessed about this very question stays; of another one it would mean nothing. */
function found(
  state: MeetingState,
  event: Extract<Told, { readonly type: 'found' }>,
  room: MeetingRoom,
): MeetingState {
  const { looking, persona } = state
  if (!looking || looking.request !== event.request || state.step !== 'topic') return state
  const about = `${persona} ${looking.topic.id}`
  const begun = { ...state, topic: looking.topic, found: event.found, about }
  const isSame = state.about === about
  return moved(
    isSame ? begun : { ...begun, guesses: [], isRevealed: false, highlighted: undefined },
    'guess',
    room,
  )
}
