import type { Meeting } from '../../renderer/core/chair/meeting.ts'
import type { Receipt } from '../../renderer/core/chair/receipt.ts'
import { questionOf } from '../../renderer/core/chair/words.ts'
import { type ChairSources, meanOf, shownFigure, shownVerbatims } from './chair-view.ts'

export type { Receipt } from '../../renderer/core/chair/receipt.ts'

/** What may be shown at the moment at which the page is made, and nothing else. */
export function receiptOf(meeting: Meeting, sources: ChairSources, names: string | undefined): Receipt {
  const { room } = sources
  const name = sources.member(meeting.persona)?.name ?? ''
  return {
    room: sources.roomName,
    language: room.language,
    day: room.today,
    persona: { name, n: sources.item(meeting.persona)?.envelope.n },
    topic: meeting.topic.words,
    question: questionOf(meeting.topic, meeting.found, name, room.language).question,
    guesses: meeting.guesses,
    guess: meanOf(meeting.guesses),
    figure: shownFigure(meeting, sources),
    verbatims: shownVerbatims(meeting, sources),
    commitment: meeting.commitment,
    names,
  }
}
