import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf } from '../../ui/stage.ts'
import { besideOthersC, callShape, captionSizes, SMALLEST_C } from './slide-layouts.ts'

const grid = (widthPx: number, heightPx: number, u: number) =>
  gridOf({ widthPx, heightPx, u, shape: heightPx > widthPx ? 'portrait' : 'landscape' })
const usual = callShape(grid(1920, 1080, 30.28), false)
const page = (widthU: number, lines = 2) => ({ widthU, lines, script: 'latin' as const })

test('on every wall the paper, the bars, the words and the frame keep their order', () => {
  const walls = fc.record({
    long: fc.integer({ min: 38, max: 90 }),
    aspect: fc.constantFrom(16 / 9, 4 / 3, 21 / 9),
  })
  fc.assert(
    fc.property(walls, fc.boolean(), ({ long, aspect }, portrait) => {
      const short = long / aspect
      fc.pre(short > 20)
      const sides = portrait ? ([short, long] as const) : ([long, short] as const)
      const shape = callShape(grid(sides[0] * 30, sides[1] * 30, 30), portrait)
      expect(shape.barU).toBeGreaterThan(0)
      expect(shape.axisU).toBeGreaterThan(shape.barU)
      expect(shape.mainU).toBeGreaterThan(shape.axisU + 0.45 * shape.barU)
      expect(shape.mainU + shape.mainHeightU).toBeLessThan(sides[1])
      expect(shape.page.columns).toBeLessThanOrEqual(portrait ? 21 : 42)
    }),
  )
})

test('captions keep one size, the one that the widest line needs', () => {
  expect(captionSizes(usual, [page(40), page(50)], 56)).toEqual([2.4, 2.4])
  expect(captionSizes(usual, [page(40), page(62)], 56)).toEqual([2.1, 2.1])
})

test('a word that is too long makes its own page smaller, not the call', () => {
  const [first, second] = captionSizes(usual, [page(40), page(80)], 56)
  expect(first).toBe(SMALLEST_C)
  expect(second).toBeLessThan(SMALLEST_C)
  expect(second).toBeGreaterThanOrEqual(1.41)
})

test('scripts with high lines are set so that two of them fit', () => {
  const [c = 0] = captionSizes(usual, [{ widthU: 40, lines: 2, script: 'arabic' }], 56)
  expect(c).toBeLessThan(2.4)
  expect(2.1 + (2 * c * 1.1 * 1.42) / 0.7).toBeLessThanOrEqual(usual.mainHeightU + 1e-6)
})

test('voices at once share the room between axis and frame: the large one keeps its size or takes what is left', () => {
  const extent = fc.record({
    lines: fc.integer({ min: 1, max: 4 }),
    script: fc.constantFrom('latin', 'arabic', 'cjk'),
  })
  fc.assert(
    fc.property(extent, fc.double({ min: 0, max: 14, noNaN: true }), ({ lines, script }, othersU) => {
      const c = besideOthersC(usual, 2.4, { lines, script }, othersU)
      expect(c).toBeLessThanOrEqual(2.4)
      expect(c).toBeGreaterThanOrEqual(1)
      const highU = (lines * c * { latin: 1.18, cjk: 1.4, arabic: 1.562 }[script]) / 0.7
      const room = usual.mainU + usual.mainHeightU - usual.asideU
      if (c > 1) expect(othersU + 0.7 + 2.1 + highU).toBeLessThanOrEqual(room + 1e-6)
    }),
  )
  expect(besideOthersC(usual, 2.4, { lines: 2, script: 'latin' }, 1.7)).toBe(2.4)
})
