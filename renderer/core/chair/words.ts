import type { FoundEvidence } from './evidence.ts'
import type { Topic } from './meeting.ts'

/** What the chair says that also goes into records and files: questions, suggestions and answers, in the language of the room. */
export interface ChairWords {
  /** About a measured figure: `phrase` goes on after the number. */
  ofTen(phrase: string): string
  countOfTen(question: string, answer: string): string
  serves(theme: string, name: string): string
  saysYes(decision: string, name: string): string
  readonly ends: {
    readonly count: Ends
    readonly scale: Ends
    readonly served: Ends
    readonly yes: Ends
  }
  /** What anybody can do about anything, where the room has no idea of its own. */
  suggestions(topic: string): readonly string[]
  readonly write: {
    readonly topic: string
    readonly promise: string
    readonly owner: string
    readonly names: string
  }
  readonly nothingToday: string
  readonly happened: Readonly<Record<'kept' | 'not-yet' | 'dropped' | 'later', string>>
  readonly date: Readonly<Record<'w1' | 'w2' | 'w4' | 'q1', string>>
  readonly receipt: Readonly<Record<'keep' | 'print' | 'done', string>>
  readonly somebody: string
  /** A share of people, 0..100, with what it counts. */
  fact(share: number, phrase: string): string
  answered(share: number, answer: string, question: string): string
}

export interface Ends {
  readonly low: string
  readonly high: string
}

const en: ChairWords = {
  ofTen: (phrase) => `How many of 10 ${phrase.trim().replace(/[.?!…]+$/, '')}?`,
  countOfTen: (question, answer) => `${ended(question)} How many of ten said “${answer}”?`,
  serves: (theme, name) => `${capital(theme)}: how well do we serve ${name} today?`,
  saysYes: (decision, name) => `${ended(decision)} Will ${name} say yes?`,
  ends: {
    count: { low: 'none of ten', high: 'all ten' },
    scale: { low: 'the worst answer', high: 'the best' },
    served: { low: 'not at all', high: 'as it should be' },
    yes: { low: 'certainly not', high: 'certainly' },
  },
  suggestions: (topic) => [
    `Ask five customers about “${topic}” and tell this room what they said.`,
    `Watch customers deal with “${topic}” for one morning.`,
    `Mend the first thing in “${topic}” that makes customers give up.`,
  ],
  write: {
    topic: 'Write another topic',
    promise: 'Write what we will do',
    owner: 'Write another role',
    names: 'Write who was there',
  },
  nothingToday: 'Promise nothing today',
  happened: { kept: 'It is kept', 'not-yet': 'Not yet', dropped: 'We dropped it', later: 'Ask us next time' },
  date: { w1: 'In a week', w2: 'In two weeks', w4: 'In four weeks', q1: 'In a quarter' },
  receipt: { keep: 'Keep one page in the folder', print: 'Print one page', done: 'Done' },
  somebody: 'Everybody',
  fact: (share, phrase) => `${share} of 100 ${ended(phrase)}`,
  answered: (share, answer, question) => `“${question}” ${share} of 100 said: “${answer}”.`,
}

function ended(sentence: string): string {
  return /[.?!…。？！]$/.test(sentence.trim()) ? sentence.trim() : `${sentence.trim()}.`
}

function capital(word: string): string {
  const [first = '', ...rest] = word
  return first.toUpperCase() + rest.join('')
}

const TABLES: Readonly<Record<string, ChairWords>> = { en }

/** The table for a language tag; English where there is none yet. */
export function chairWords(language: string): ChairWords {
  return TABLES[language] ?? TABLES[language.split('-')[0] ?? ''] ?? en
}

/** The question, worded about the customer and never as "imagine that you are". */
export function questionOf(
  { type, words, question }: Topic,
  { figure }: FoundEvidence,
  name: string,
  language: string,
): { readonly question: string; readonly ends: Ends } {
  const table = chairWords(language)
  if (figure?.asks.type === 'of-ten')
    return { question: table.ofTen(figure.asks.phrase), ends: table.ends.count }
  if (figure?.asks.type === 'answer') {
    const { question: asked, answer } = figure.asks
    return answer === undefined
      ? { question: asked, ends: table.ends.scale }
      : { question: table.countOfTen(asked, answer), ends: table.ends.count }
  }
  switch (type) {
    case 'prompt':
      return { question: question ?? words, ends: table.ends.yes }
    case 'theme':
      return { question: table.serves(words, name), ends: table.ends.served }
    case 'typed':
      return { question: table.saysYes(words, name), ends: table.ends.yes }
  }
}
