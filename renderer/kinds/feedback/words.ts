import { tableFor } from '../../ui/messages.ts'

/** The product's own words about a survey. */
export interface FeedbackWords {
  weAsked(people: string): string
  readonly ofHundred: string
  of(highest: string): string
  /** Below the strokes where each of them is one who answered. */
  readonly onePerson: string
  answered(share: string): string
}

const en: FeedbackWords = {
  weAsked: (people) => `We asked ${people}`,
  ofHundred: 'of 100',
  of: (highest) => `of ${highest}`,
  onePerson: 'Each stroke is one person.',
  answered: (share) => `${share} of 100 answered`,
}

/** English where there is no table for the language yet. */
export function feedbackWords(language: string): FeedbackWords {
  return tableFor({ en }, language)
}
