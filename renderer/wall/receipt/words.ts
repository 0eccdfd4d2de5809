import { tableFor } from '../../ui/messages.ts'

/** What a receipt says beside what was said. */
export interface ReceiptWords {
  sat(name: string): string
  composite(name: string, n: number): string
  readonly asked: string
  readonly guessed: string
  readonly noGuess: string
  readonly measured: string
  readonly notMeasured: string
  readonly heard: string
  readonly nothingHeard: string
  readonly against: string
  readonly promised: string
  readonly nothingPromised: string
  by(owner: string, date: string): string
  readonly there: string
  guesses(count: number): string
}

const en: ReceiptWords = {
  sat: (name) => `${name} sat in the customer chair.`,
  composite: (name, n) => `${name} sat in the customer chair: a composite of ${n} people.`,
  asked: 'We asked',
  guessed: 'We guessed',
  noGuess: 'Nobody guessed.',
  measured: 'Measured',
  notMeasured: 'Nobody has measured it.',
  heard: 'Customers said',
  nothingHeard: 'This room holds nothing that a customer said about it.',
  against: 'Against the majority',
  promised: 'We promised',
  nothingPromised: 'We promised nothing.',
  by: (owner, date) => `${owner}, by ${date}`,
  there: 'Who was there',
  guesses: (count) => (count === 1 ? 'one guess' : `the mean of ${count} guesses`),
}

/** English where there is no table for the language yet. */
export function receiptWords(language: string): ReceiptWords {
  return tableFor({ en }, language)
}
