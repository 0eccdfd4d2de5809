import fc from 'fast-check'
import { expect, test } from 'vitest'
import { riseDelay, wholePixels } from './enter.ts'
import { ORBIT_PX, orbitAt } from './orbit.ts'

test('text groups come 80 ms apart from 300 ms on, the frame last, all of it within 900 ms', () => {
  expect(['1', '2', '3', '4', 'last'].map(riseDelay)).toEqual([300, 380, 460, 540, 620])
  expect(riseDelay('7')).toBe(540)
  expect(riseDelay('')).toBe(300)
  expect(riseDelay('last') + 280).toBe(900)
})

test('what comes in moves by one whole pixel at a time, ever nearer, from its first to its place', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 200, noNaN: true }), (distance) => {
      const steps = wholePixels(distance)
      expect(steps.at(0)).toEqual({ px: Math.round(distance), time: 0 })
      expect(steps.at(-1)).toEqual({ px: 0, time: 1 })
      for (const [index, { px, time }] of steps.slice(1).entries()) {
        const before = steps[index] ?? { px: 0, time: 0 }
        expect(time).toBeGreaterThanOrEqual(before.time)
        // It stands on a pixel, or is on the next one in no time.
        expect(before.px - px).toBe(time === before.time ? 1 : 0)
      }
    }),
  )
})

test('the orbit never leaves its few pixels and is back after a round', () => {
  for (let minute = 0; minute < 32; minute += 1) {
    const { x, y } = orbitAt(minute * 60_000)
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(ORBIT_PX)
  }
  expect(orbitAt(0)).toEqual(orbitAt(16 * 60_000))
})
