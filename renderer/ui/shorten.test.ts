import { expect, test } from 'vitest'
import { wordCount } from '../core/text.ts'
import { OMITTED, shortened } from './shorten.ts'

test('each step keeps less, says so, and keeps the words in order', () => {
  const text = 'I paid. I would have paid anything. But your man opened the gate.'
  const steps = shortened(text, 'en')
  expect(steps[0]?.text).toBe(`I paid. I would have paid anything. ${OMITTED}`)
  for (const [index, step] of steps.entries()) {
    expect(step.text.endsWith(OMITTED)).toBe(true)
    expect(text.startsWith(step.text.slice(0, -OMITTED.length - 1))).toBe(true)
    expect(step.keptWords).toBeLessThan(wordCount(text))
    expect(step.keptWords).toBeLessThanOrEqual(steps[index - 1]?.keptWords ?? Number.POSITIVE_INFINITY)
  }
})
