import { expect, it } from 'vitest'
import { PROBLEM_CODES } from '../../renderer/core/problem.ts'
import { problemRemedy } from './remedies.ts'

const CLOCKS = { clock: 1, latest: 2 }
const told = { path: 'a.md', severity: 'warning', message: 'Words.', hint: '' } as const

it.each(PROBLEM_CODES)('%s has a remedy, whatever its words and its field', (code) => {
  const remedy = problemRemedy({ ...told, code, field: 'quote' }, CLOCKS)
  expect(['look', 'correct-field']).not.toContain(remedy.type)
  expect(problemRemedy({ ...told, code, message: 'Consent is larger than a column.' }, CLOCKS)).toEqual(
    remedy,
  )
})

it('without a code a field is to be corrected; an order and what was inferred are to be looked at', () => {
  expect(problemRemedy({ ...told, field: 'source' }, CLOCKS)).toEqual({
    type: 'correct-field',
    field: 'source',
  })
  expect(problemRemedy({ ...told, field: 'now' }, CLOCKS)).toEqual({ type: 'look' })
  expect(problemRemedy({ ...told, severity: 'note', field: 'focal' }, CLOCKS)).toEqual({ type: 'look' })
  // Its words alone say nothing: they may be said in another language.
  expect(problemRemedy({ ...told, message: 'No consent. Convert it. A column.' }, CLOCKS)).toEqual({
    type: 'look',
  })
})
