import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tickIndex } from './Frame.tsx'

test('up to 40 items have a tick each', () => {
  expect(tickIndex(0, 24)).toBe(0)
  expect(tickIndex(23, 24)).toBe(23)
})

test('longer passes are told proportionally, never outside the line and never backwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(6000), (count, index) => {
      const here = tickIndex(index, count)
      expect(here).toBeGreaterThanOrEqual(0)
      expect(here).toBeLessThan(Math.min(count, 40))
      expect(tickIndex(index + 1, count)).toBeGreaterThanOrEqual(here)
    }),
  )
})
