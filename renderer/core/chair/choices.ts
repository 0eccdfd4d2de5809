import { addMonths } from '../local-time.ts'
import { ANSWERS, type MeetingRoom, type MeetingState, type Topic } from './meeting.ts'
import type { Choice, Typing } from './view.ts'
import { chairWords } from './words.ts'

/** What is offered at each step, in its order: the first nine have a digit. */

export type Offer = Pick<Choice, 'id' | 'label' | 'note' | 'lang' | 'does'>

/** Beside the field for another. */
const MOST_TOPICS = 8
const MOST_OWNERS = 8
const MOST_PERSONAS = 9
const MOST_IDEAS = 3

export function offers(state: MeetingState, room: MeetingRoom): readonly Offer[] {
  const words = chairWords(room.language)
  switch (state.step) {
    case 'still':
    case 'guess':
    case 'reveal':
    case 'objection':
    case 'confirm':
      return []
    case 'happened':
      return [...ANSWERS.map((id) => choose(id, words.happened[id])), none('later', words.happened.later)]
    case 'persona':
      return room.personas.slice(0, MOST_PERSONAS).map(({ id, name }) => choose(id, name))
    case 'topic':
      return [
        ...topicsFor(state, room).map(({ id, words: label, lang }) => ({ ...choose(id, label), lang })),
        write(words.write.topic),
      ]
    case 'promise':
      return [...ideas(state, room), write(words.write.promise), none('none', words.nothingToday)]
    case 'owner':
      return [...ownersOf(room).map((name) => choose(name, name)), write(words.write.owner)]
    case 'date':
      return DATES.map((id) => ({ ...choose(id, words.date[id]), note: dateIn(id, room.today) }))
    case 'receipt':
      return receiptOffers(state, room)
  }
}

export const WRITE = 'write'

function choose(id: string, label: string): Offer {
  return { id, label, does: 'choose' }
}

function none(id: string, label: string): Offer {
  return { id, label, does: 'none' }
}

function write(label: string): Offer {
  return { id: WRITE, label, does: 'write' }
}

/** The topics of whoever is in the chair; none before somebody is. */
export function topicsFor({ persona }: MeetingState, room: MeetingRoom): readonly Topic[] {
  return persona === undefined ? [] : room.topics(persona).slice(0, MOST_TOPICS)
}

/** What somebody has thought of already comes before what anybody can do about anything. */
function ideas({ found, topic }: MeetingState, { language }: MeetingRoom): readonly Offer[] {
  const own = found.ideas
    .slice(0, MOST_IDEAS)
    .map(({ text, title }) => ({ ...choose(text, text), note: title === text ? undefined : title }))
  const anybodys = chairWords(language).suggestions(topic?.words ?? '')
  const known = new Set(own.map(({ id }) => id))
  return [...own, ...anybodys.filter((text) => !known.has(text)).map((text) => choose(text, text))]
}

function ownersOf({ owners, language }: MeetingRoom): readonly string[] {
  return owners.length === 0 ? [chairWords(language).somebody] : owners.slice(0, MOST_OWNERS)
}

export const DATES = ['w1', 'w2', 'w4', 'q1'] as const
const WEEKS = { w1: 1, w2: 2, w4: 4 } as const

/** The day that is meant, `YYYY-MM-DD`: weeks from today, or three months. */
export function dateIn(id: (typeof DATES)[number], today: string): string {
  if (id === 'q1') return addMonths(today, 3)
  const day = new Date(`${today}T00:00Z`)
  day.setUTCDate(day.getUTCDate() + 7 * WEEKS[id])
  return day.toISOString().slice(0, 10)
}

function receiptOffers({ receipt }: MeetingState, { canPrint, language }: MeetingRoom): readonly Offer[] {
  const words = chairWords(language)
  const { keep, print, done } = words.receipt
  return [
    ...(receipt.kept === undefined ? [choose('keep', keep)] : []),
    ...(canPrint && !receipt.isPrinted ? [choose('print', print)] : []),
    ...(receipt.kept === undefined ? [write(words.write.names)] : []),
    none('done', done),
  ]
}

/** The field that can be written in at a step, if there is one. */
export function fieldOf({ step }: MeetingState): Typing['what'] | undefined {
  switch (step) {
    case 'topic':
    case 'promise':
    case 'owner':
      return step
    case 'receipt':
      return 'names'
    case 'still':
    case 'happened':
    case 'persona':
    case 'guess':
    case 'reveal':
    case 'objection':
    case 'date':
    case 'confirm':
      return undefined
  }
}
