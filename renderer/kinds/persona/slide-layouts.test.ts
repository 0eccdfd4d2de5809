import { expect, test } from 'vitest'
import { personaSchema } from './schema.ts'
import { personaFacts, personaLayouts } from './slide-layouts.ts'

const ruth = personaSchema.parse({
  name: 'Ruth',
  quote: 'I need the lift to work.',
  needs: ['To know at home which lifts are working.'],
  frustrations: ['Someone says “try the next station”.'],
  goals: ['To be home by noon.'],
  unknown: ['What she does on Sundays.'],
})

test('facts give way before her sentence does, and she is never set under c 1', () => {
  const groups = personaLayouts('I need the lift to work.', 'en')
  expect(groups.slice(0, 3).map((group) => group[0]?.facts)).toEqual([2, 1, 0])
  expect(Math.min(...groups.flat().map((layout) => layout.c))).toBe(1)
})

test('two facts at most: what she needs and what makes her give up', () => {
  expect(personaFacts(ruth, false, 'en').map((fact) => fact.label)).toEqual(['Needs', 'Gives up when'])
})

test('of an assumption, what we guess and what we do not know', () => {
  expect(personaFacts(ruth, true, 'en').map((fact) => fact.label)).toEqual([
    'Needs, we guess',
    'We do not know',
  ])
})

test('a fact is a glance: long ones give way to short ones, and to nothing', () => {
  const long = 'word '.repeat(40).trim()
  const body = { ...ruth, needs: [long, 'A seat.'], frustrations: [long] }
  expect(personaFacts(body, false, 'en').map((fact) => fact.text)).toEqual(['A seat.', 'To be home by noon.'])
})
