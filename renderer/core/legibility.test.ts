import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fontPx, LABEL_C, mmPerPixel, unitPx, wallSize } from './legibility.ts'

const standard = { diagonalInches: 55, distanceM: 3, widthPx: 1920, heightPx: 1080 }

test('the standard panel: 0.634 mm a pixel, u is 30.28 px', () => {
  expect(mmPerPixel(standard)).toBeCloseTo(0.634, 3)
  expect(unitPx(standard)).toBeCloseTo(30.28, 2)
})

test.each([
  [LABEL_C, 32],
  [1, 43],
  [1.41, 61],
  [2, 87],
])('c %f is %i px from 3 m', (c, px) => {
  expect(Math.round(fontPx(c, unitPx(standard)))).toBe(px)
})

test('labels are no smaller than ISO 9241-3 allows: a cap height of 4.7 mm per metre', () => {
  const panel = fc.record({
    diagonalInches: fc.double({ min: 5, max: 400, noNaN: true }),
    distanceM: fc.double({ min: 0.3, max: 30, noNaN: true }),
    widthPx: fc.integer({ min: 640, max: 15_360 }),
    heightPx: fc.integer({ min: 480, max: 8_640 }),
  })
  fc.assert(
    fc.property(panel, (each) => {
      const capMm = fontPx(LABEL_C, unitPx(each)) * 0.7 * mmPerPixel(each)
      expect(capMm / each.distanceM).toBeGreaterThan(4.7)
    }),
  )
})

test('turning the panel changes neither u nor what it holds', () => {
  const portrait = { ...standard, widthPx: 1080, heightPx: 1920 }
  expect(unitPx(portrait)).toBeCloseTo(unitPx(standard), 9)
  const { widthU, heightU } = wallSize(standard)
  expect(wallSize(portrait)).toEqual({ widthU: heightU, heightU: widthU })
  expect(widthU).toBeGreaterThan(56)
})
