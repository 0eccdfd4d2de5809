import type { Mode } from '../../core/dwell.ts'
import { tableFor } from '../../ui/messages.ts'
import type { Ask } from './asks.ts'

/** The product's own words beside a question. */
export interface PromptWords {
  readonly instruction: Readonly<Record<Ask, string>>
  /** Where an item answers it. */
  readonly answered: string
  readonly to: Readonly<Record<Mode, string>>
}

const en: PromptWords = {
  instruction: {
    guess: 'Write your guess down first. Then compare.',
    'pre-mortem': 'Imagine that it has failed. Write down why.',
    tomorrow: 'Name one thing that you can do tomorrow.',
    decision: 'Write down what would make a customer say no.',
  },
  answered: 'What really happened hangs in this room.',
  to: {
    corridor: 'A question to this corridor',
    chair: 'A question to this meeting',
    booth: 'A question to you',
  },
}

/** English where there is no table for the language yet. */
export function promptWords(language: string): PromptWords {
  return tableFor({ en }, language)
}
