import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gridOf } from '../../ui/stage.ts'
import { footLayouts, hillShape, levelOf, overviewLayouts, topLayouts, walkerShape } from './slide-layouts.ts'

const grid = (widthU: number, heightU: number) =>
  gridOf({ widthPx: widthU * 30, heightPx: heightU * 30, u: 30, shape: 'landscape' })
const walls = fc.constantFrom(grid(63.4, 35.67), grid(47.6, 35.67), grid(38, 21.4), grid(84.5, 35.67))
const stocks = fc.record({ time: fc.boolean(), quote: fc.boolean(), breaks: fc.boolean() })

test('whatever gives way, the best stands over the worst, the pin under it, and the names under the pin', () => {
  fc.assert(
    fc.property(walls, stocks, fc.boolean(), (wall, stock, overview) => {
      const feet = (overview ? overviewLayouts(wall) : footLayouts(wall, true)).flat()
      // An overview says no more above its hill than a title and a time.
      const tops = topLayouts(wall, overview ? { ...stock, quote: false, breaks: false } : stock)
      for (const top of overview ? [tops.flat()[0]] : tops.flat()) {
        for (const foot of feet) {
          if (!top) continue
          const shape = hillShape(wall, top, foot)
          expect(shape.bestU).toBeGreaterThanOrEqual(shape.topU + shape.topHeightU)
          expect(shape.worstU - shape.bestU).toBeGreaterThan(1.9)
          expect(shape.pinU).toBeGreaterThan(shape.worstU)
          expect(shape.phasesU).toBeGreaterThan(shape.pinU)
          expect(shape.bottomU).toBeGreaterThan(shape.phasesU)
        }
      }
    }),
  )
})

test('within a group each layout is as tight as the one before, or tighter', () => {
  fc.assert(
    fc.property(walls, stocks, (wall, stock) => {
      for (const group of topLayouts(wall, stock)) {
        group.slice(1).forEach((layout, index) => {
          const before = group[index] ?? layout
          expect(layout.quoteC).toBeLessThanOrEqual(before.quoteC)
          expect(layout.extraU).toBeGreaterThanOrEqual(before.extraU)
        })
      }
    }),
  )
})

test('what gives way goes in this order: steps; planned and real time; her words', () => {
  const wall = grid(63.4, 35.67)
  expect(footLayouts(wall, true).map((group) => group[0]?.steps)).toEqual([true, false, false])
  const tops = topLayouts(wall, { time: true, quote: true, breaks: true }).map((group) => group[0])
  expect(tops.map((top) => [top?.time, top?.quote])).toEqual([
    [true, true],
    [true, true],
    [false, true],
    [false, false],
  ])
})

test('emotions lie between the best and the worst, neutral half way', () => {
  expect(levelOf(1, 10, 20)).toBe(10)
  expect(levelOf(0, 10, 20)).toBe(15)
  expect(levelOf(-1, 10, 20)).toBe(20)
})

test('she never walks into the words above her', () => {
  const wall = grid(63.4, 35.67)
  const [top] = topLayouts(wall, { time: true, quote: true, breaks: true }).flat()
  const [foot] = footLayouts(wall, true).flat()
  if (!top || !foot) throw new Error('no layout')
  const shape = hillShape(wall, top, foot)
  fc.assert(
    fc.property(fc.option(fc.double({ min: -1, max: 1, noNaN: true }), { nil: undefined }), (emotion) => {
      const { heightU, bestU } = walkerShape(shape, emotion)
      const feet = emotion === undefined ? shape.flatU : levelOf(emotion, bestU, shape.worstU)
      expect(feet - heightU).toBeGreaterThanOrEqual(shape.topU + shape.topHeightU)
      expect(heightU === 0 || heightU >= 4.4).toBe(true)
    }),
  )
})
