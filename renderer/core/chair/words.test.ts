import { expect, test } from 'vitest'
import { type FoundFigure, NO_EVIDENCE } from './evidence.ts'
import type { Topic } from './meeting.ts'
import { questionOf } from './words.ts'

const THEME: Topic = { id: 'theme lifts', type: 'theme', words: 'lifts' }
const FIGURE: Omit<FoundFigure, 'asks'> = {
  ...{ itemId: 'metrics/a', kind: 'metric', title: 'Ramps', value: 6.1, written: '61 %' },
}

test.each<[string, Topic, FoundFigure['asks'] | undefined, string]>([
  ['a theme', THEME, undefined, 'Lifts: how well do we serve Ruth today?'],
  [
    'what was typed',
    { ...THEME, type: 'typed', words: 'Close the office' },
    undefined,
    'Close the office. Will Ruth say yes?',
  ],
  [
    'a prompt',
    { ...THEME, type: 'prompt', question: 'Does she come back?' },
    undefined,
    'Does she come back?',
  ],
  [
    'a share',
    THEME,
    { type: 'of-ten', phrase: 'people were met by a ramp.' },
    'How many of 10 people were met by a ramp?',
  ],
  [
    'an answer',
    THEME,
    { type: 'answer', question: 'Did it help?', answer: 'Yes' },
    'Did it help? How many of ten said “Yes”?',
  ],
  ['a scale', THEME, { type: 'answer', question: 'How was it?' }, 'How was it?'],
])('%s is asked about as a customer sees it', (_, topic, asks, question) => {
  const found = asks === undefined ? NO_EVIDENCE : { ...NO_EVIDENCE, figure: { ...FIGURE, asks } }
  const made = questionOf(topic, found, 'Ruth', 'en')
  expect(made.question).toBe(question)
  // Asked to imagine to be a customer, people think of themselves.
  expect(made.question).not.toMatch(/imagine|you are|your shoes/i)
})
