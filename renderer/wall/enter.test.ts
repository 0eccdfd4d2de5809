import { expect, test } from 'vitest'
import { riseDelay } from './enter.ts'
import { ORBIT_PX, orbitAt } from './orbit.ts'

test('text groups come 80 ms apart from 300 ms on, the frame last, all of it within 900 ms', () => {
  expect(['1', '2', '3', '4', 'last'].map(riseDelay)).toEqual([300, 380, 460, 540, 620])
  expect(riseDelay('7')).toBe(540)
  expect(riseDelay('')).toBe(300)
  expect(riseDelay('last') + 280).toBe(900)
})

test('the orbit never leaves its few pixels and is back after a round', () => {
  for (let minute = 0; minute < 32; minute += 1) {
    const { x, y } = orbitAt(minute * 60_000)
    expect(Math.max(Math.abs(x), Math.abs(y))).toBeLessThanOrEqual(ORBIT_PX)
  }
  expect(orbitAt(0)).toEqual(orbitAt(16 * 60_000))
})
