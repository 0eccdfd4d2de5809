import type { Way } from '../../core/booth/calls.ts'
import { tableFor } from '../../ui/messages.ts'

/** What a booth says to its visitors. Another language is another table; the compiler names what it lacks. */
interface BoothWords {
  readonly invite: string
  readonly what: string
  readonly way: Readonly<Record<Way, string>>
  /** Asks for one of them. */
  readonly choose: Readonly<Record<Way, string>>
  count(way: Way, count: number): string
  readonly back: string
  readonly next: string
  readonly more: string
  readonly done: string
  readonly meToo: string
  youToo(others: number): string
  readonly feelAsk: string
  /** On a button of the strip, where there is little room. */
  readonly feelHere: string
  /** From -2 to 2. */
  readonly feelings: readonly [string, string, string, string, string]
  visitors(count: number): string
  readonly listen: string
  readonly silence: string
}

const en: BoothWords = {
  invite: 'Touch to meet our customers',
  what: 'What would you like to see?',
  way: { persona: 'A person', stage: 'A moment on the way', theme: 'A theme' },
  choose: { persona: 'Whom would you like to meet?', stage: 'At which moment?', theme: 'What about?' },
  count: (way, count) => {
    const [one, many] = {
      persona: ['person', 'people'],
      stage: ['moment', 'moments'],
      theme: ['theme', 'themes'],
    }[way]
    return `${count} ${count === 1 ? one : many}`
  },
  back: 'Back',
  next: 'Next',
  more: 'More',
  done: 'Done',
  meToo: 'Me too',
  youToo: (others) => (others === 0 ? 'You are the first to say so' : `You and ${others} more`),
  feelAsk: 'How would you feel here?',
  feelHere: 'How would you feel?',
  feelings: ['Awful', 'Bad', 'All right', 'Good', 'Great'],
  visitors: (count) => (count === 1 ? '1 visitor so far: you' : `${count} visitors so far`),
  listen: 'Listen',
  silence: 'Sound off',
}

const TABLES = { en }

/** The words for a language tag; English where there is no table yet. */
export function boothWords(language: string): BoothWords {
  return tableFor<BoothWords>(TABLES, language)
}
