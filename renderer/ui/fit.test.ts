import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sizesDown, startFit, stepFit } from './fit.ts'

/** Runs a search in which, in every group, candidates from `first[group]` on fit; -1 where none does. */
function search(sizes: readonly number[], first: readonly number[]) {
  let state = startFit(sizes)
  let steps = 0
  while (!state.done) {
    const from = first[state.group] ?? -1
    state = stepFit(state, from >= 0 && state.probe >= from, sizes)
    steps += 1
  }
  return { ...state, steps }
}

test('the first layout of the first group that fits is chosen', () => {
  expect(search([20], [0])).toMatchObject({ group: 0, probe: 0, misfit: false })
  expect(search([20, 20], [-1, 7])).toMatchObject({ group: 1, probe: 7, misfit: false })
  expect(search([1, 1, 1], [-1, -1, 0])).toMatchObject({ group: 2, probe: 0, misfit: false })
})

test('where nothing fits, the tightest layout of all stays and is called a misfit', () => {
  expect(search([20, 5], [-1, -1])).toMatchObject({ group: 1, probe: 4, misfit: true })
})

test('any search ends, on the most generous layout that fits, within 49 steps (React allows 50 in one frame)', () => {
  const room = fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 60 }), fits: fc.double({ min: 0, max: 1.5, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  fc.assert(
    fc.property(room, (groups) => {
      const sizes = groups.map(({ size }) => size)
      const first = groups.map(({ size, fits }) =>
        fits > 1 ? -1 : Math.min(size - 1, Math.floor(fits * size)),
      )
      const found = search(sizes, first)
      const expected = first.findIndex((each) => each >= 0)
      expect(found.misfit).toBe(expected < 0)
      if (expected >= 0) expect([found.group, found.probe]).toEqual([expected, first[expected]])
      expect(found.steps).toBeLessThan(49)
    }),
  )
})

test('sizes go down by 0.05 and hold both ends', () => {
  expect(sizesDown(1.2, 1)).toEqual([1.2, 1.15, 1.1, 1.05, 1])
  expect(sizesDown(1, 1)).toEqual([1])
})
