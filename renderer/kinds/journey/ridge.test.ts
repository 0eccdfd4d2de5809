import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Knot, levelAt, ridgePath, ridgePoints, stretches } from './ridge.ts'

const knots = fc
  .array(fc.record({ step: fc.integer({ min: 20, max: 600 }), level: fc.integer({ min: 0, max: 900 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list): Knot[] => {
    let at = 0
    return list.map(({ step, level }) => {
      at += step
      return { at, level }
    })
  })

test('the ridge passes through every phase and is level there', () => {
  fc.assert(
    fc.property(knots, (line) => {
      for (const knot of line) {
        expect(levelAt(line, knot.at)).toBeCloseTo(knot.level, 3)
        // Half a px to either side it has hardly moved: the slope at a phase is nought.
        expect(Math.abs(levelAt(line, knot.at + 0.5) - knot.level)).toBeLessThan(2)
      }
    }),
  )
})

test('between two phases the ridge never leaves their levels and never turns back', () => {
  fc.assert(
    fc.property(knots, fc.double({ min: 0, max: 1, noNaN: true }), (line, share) => {
      line.slice(1).forEach((to, index) => {
        const from = line[index] ?? to
        const at = from.at + (to.at - from.at) * share
        const level = levelAt(line, at)
        expect(level).toBeGreaterThanOrEqual(Math.min(from.level, to.level) - 1e-6)
        expect(level).toBeLessThanOrEqual(Math.max(from.level, to.level) + 1e-6)
        const later = levelAt(line, Math.min(to.at, at + 5))
        expect((later - level) * Math.sign(to.level - from.level)).toBeGreaterThanOrEqual(-1e-6)
      })
    }),
  )
})

test('the ridge runs level to both edges', () => {
  const line = [
    { at: 100, level: 40 },
    { at: 300, level: 90 },
  ]
  expect(levelAt(line, 0)).toBe(40)
  expect(levelAt(line, 999)).toBe(90)
  expect(ridgePath(line, 0, 400, 'along')).toBe('M0 40L100 40C192 40 208 90 300 90L400 90')
})

test('the hill turned has the same ridge, with the axes exchanged', () => {
  const line = [
    { at: 100, level: 40 },
    { at: 300, level: 90 },
  ]
  expect(ridgePath(line, 0, 400, 'down')).toBe('M40 0L40 100C40 192 90 208 90 300L90 400')
})

test('without knots there is no ridge', () => {
  expect(ridgePath([], 0, 100, 'along')).toBe('')
  expect(ridgePoints([], { from: 0, to: 100, pencil: true }, 'along')).toEqual([])
})

test('stretches cover the whole time without gap or overlap, and neighbours differ', () => {
  const pencilled = knots.chain((line) =>
    fc.tuple(fc.constant(line), fc.array(fc.boolean(), { minLength: line.length, maxLength: line.length })),
  )
  fc.assert(
    fc.property(pencilled, ([line, pencil]) => {
      const end = (line.at(-1)?.at ?? 0) + 50
      const parts = stretches(
        line.map((knot) => knot.at),
        pencil,
        0,
        end,
      )
      expect(parts[0]?.from).toBe(0)
      expect(parts.at(-1)?.to).toBe(end)
      parts.slice(1).forEach((part, index) => {
        expect(part.from).toBe(parts[index]?.to)
        expect(part.pencil).not.toBe(parts[index]?.pencil)
      })
    }),
  )
})

test('the points that the pencil follows lie on the ridge, from one end of the stretch to the other', () => {
  fc.assert(
    fc.property(knots, (line) => {
      const end = (line.at(-1)?.at ?? 0) + 50
      const points = ridgePoints(line, { from: 10, to: end, pencil: true }, 'along')
      expect([points[0]?.x, points.at(-1)?.x]).toEqual([10, end])
      for (const { x, y } of points) expect(y).toBeCloseTo(levelAt(line, x), 6)
    }),
  )
})
