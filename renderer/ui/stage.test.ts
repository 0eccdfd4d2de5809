import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unitPx } from '../core/legibility.ts'
import { cutOffset, gridOf, opticalSize, stageFor } from './stage.ts'

const usual = { diagonalInches: 55, distanceM: 3 }

test('the usual wall: u is 30.28 px and 56 u are live', () => {
  const stage = stageFor({ ...usual, widthPx: 1920, heightPx: 1080 })
  expect(stage.u).toBeCloseTo(30.28, 1)
  const grid = gridOf(stage)
  expect(grid.liveU).toBeCloseTo(56, 1)
  expect(grid.startU).toBeCloseTo(grid.endU)
})

test('the same wall upright has 30 live u, 4:3 has 46, and on an ultra-wide one the text stays at its beginning', () => {
  expect(gridOf(stageFor({ ...usual, widthPx: 1080, heightPx: 1920 })).liveU).toBeCloseTo(30, 1)
  expect(gridOf(stageFor({ ...usual, widthPx: 1280, heightPx: 960 })).liveU).toBeCloseTo(46, 1)
  const wide = gridOf(stageFor({ ...usual, widthPx: 2560, heightPx: 1080 }))
  expect(wide.startU).toBeLessThan(wide.endU)
})

test('on any panel u is at least what the eyes need, and the margins at least 5 %', () => {
  const panel = fc.record({
    diagonalInches: fc.double({ min: 5, max: 400, noNaN: true }),
    distanceM: fc.double({ min: 0.3, max: 30, noNaN: true }),
    widthPx: fc.integer({ min: 320, max: 7680 }),
    heightPx: fc.integer({ min: 320, max: 7680 }),
  })
  fc.assert(
    fc.property(panel, (each) => {
      const stage = stageFor(each)
      const grid = gridOf(stage)
      expect(stage.u).toBeGreaterThanOrEqual(unitPx(each))
      expect(Math.min(grid.startU, grid.endU)).toBeGreaterThanOrEqual(grid.widthU * 0.0499)
      expect(grid.startU + grid.liveU + grid.endU).toBeCloseTo(grid.widthU, 6)
    }),
  )
})

test('optical size and cut edge follow the look', () => {
  expect(opticalSize(0.75)).toBe(8)
  expect(opticalSize(2.6)).toBe(27)
  expect(opticalSize(8)).toBe(72)
  expect(cutOffset(35.66)).toBeCloseTo(0.934, 2)
})
