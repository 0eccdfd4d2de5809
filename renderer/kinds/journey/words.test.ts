import { expect, test } from 'vitest'
import { type JourneyBody, journeySchema } from './schema.ts'
import {
  inShortSentences,
  journeySource,
  momentOf,
  placeText,
  sentence,
  stepsText,
  timeSentence,
  wordsOf,
} from './words.ts'

const journey = (fields: object): JourneyBody =>
  journeySchema.parse({ actor: 'Ruth', scenario: 'A Tuesday', phases: [{ name: 'Home' }], ...fields })
const time = (planned_minutes?: number, real_minutes?: number) =>
  timeSentence(journey({ planned_minutes, real_minutes }), 'en')

test('planned and real time make one sentence, or less where less is known', () => {
  expect(time(62, 105)).toBe('62 minutes planned. 105 in truth.')
  expect(time(62)).toBe('62 minutes planned.')
  expect(time(undefined, 105)).toBe('105 minutes in truth.')
  expect(time(60, 60)).toBe('60 minutes, as planned.')
  expect(time()).toBeUndefined()
})

test('long times are told in hours and days', () => {
  expect(time(60, 270)).toBe('1 hour planned. 4.5 in truth.')
  expect(time(2 * 1440, 21 * 1440)).toBe('2 days planned. 21 in truth.')
})

test('of several moments of truth the one felt most carries the pin', () => {
  const { phases } = journey({
    phases: [
      { name: 'a', emotion: -0.2, moment_of_truth: true },
      { name: 'b', emotion: -1 },
      { name: 'c', emotion: 0.9, moment_of_truth: true },
    ],
  })
  expect(momentOf(phases)).toBe(2)
  expect(momentOf(phases.slice(1, 2))).toBeUndefined()
})

test('the large words are those of the moment of truth, else the first there are', () => {
  const { phases } = journey({
    phases: [
      { name: 'a', quote: 'First.' },
      { name: 'b', quote: 'Second.', moment_of_truth: true },
    ],
  })
  expect(wordsOf(phases, 1)).toEqual({ text: 'Second.', phase: 1 })
  expect(wordsOf(phases, undefined)).toEqual({ text: 'First.', phase: 0 })
  expect(wordsOf(journey({}).phases, undefined)).toBeUndefined()
})

test('steps are read as sentences', () => {
  const { phases } = journey({ phases: [{ name: 'a', steps: [{ text: 'Rings' }, { text: 'Waits.' }] }] })
  expect(phases.map(stepsText)).toEqual(['Rings. Waits.'])
  expect(sentence('The page says “normal”.')).toBe('The page says “normal”.')
  expect(sentence('電話をかける')).toBe('電話をかける')
})

test('where a step happens is one label', () => {
  expect(placeText({ text: 'x', touchpoint: 'Lift page', channel: 'web' })).toBe('Lift page. Web')
  expect(placeText({ text: 'x', channel: 'on foot' })).toBe('On foot')
  expect(placeText({ text: 'x' })).toBeUndefined()
})

test('the source says how sure we are, and whether this is today', () => {
  const envelope = { evidence: 'research', source: '9 shadowed trips', n: 9, captured: '2025-10' } as const
  expect(journeySource(envelope, journey({}), 'en')).toEqual({
    lead: 'Research.',
    rest: '9 shadowed trips, October\u00a02025. As it is today',
  })
  expect(journeySource({ n: 3 }, journey({ state: 'to-be' }), 'en').rest).toBe('3 people. As it could be')
})

test('a few short sentences may each have a line', () => {
  expect(inShortSentences('Tape across it. Not one person.', 'en')).toBe(true)
  expect(inShortSentences('Late.', 'en')).toBe(false)
  expect(inShortSentences('I signed because I was tired, not because I wanted to. They knew.', 'en')).toBe(
    false,
  )
})
