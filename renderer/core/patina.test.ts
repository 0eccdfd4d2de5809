import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMonths } from './local-time.ts'
import { ageOf, patinaSchema, tellsAge } from './patina.ts'

const DATES = { fades: '2026-01', faded: '2024-01' }
const TODAY = '2026-11-22'

test('fresh from the first date on, palest at the second, half way between them half', () => {
  const fade = (captured: string) => ageOf(captured, DATES, TODAY)?.fade
  expect(fade('2026-11-01')).toBe(0)
  expect(fade('2026-01-01')).toBe(0)
  expect(fade('2024-12-31')).toBeCloseTo(0.5, 2)
  expect(fade('2024-01-01')).toBe(1)
  expect(fade('1999')).toBe(1)
})

test('a bare year or month counts as its last day', () => {
  expect(ageOf('2025-04', DATES, TODAY)).toEqual(ageOf('2025-04-30', DATES, TODAY))
  expect(ageOf('2024-02', DATES, TODAY)).toEqual(ageOf('2024-02-29', DATES, TODAY))
  expect(ageOf('2025', DATES, TODAY)).toEqual(ageOf('2025-12-31', DATES, TODAY))
  expect(ageOf('2026', DATES, TODAY)).toEqual({ fade: 0, months: 0 })
  expect(ageOf('2025-04-03T18:30', DATES, TODAY)).toEqual(ageOf('2025-04-03', DATES, TODAY))
})

test('months are counted as the calendar does, and the night changes them', () => {
  expect(ageOf('2025-04-22', DATES, '2026-11-21')?.months).toBe(18)
  expect(ageOf('2025-04-22', DATES, '2026-11-22')?.months).toBe(19)
  expect(ageOf('2025-01-31', DATES, '2025-02-28')?.months).toBe(1)
  expect(ageOf('2025-01-31', DATES, '2025-02-27')?.months).toBe(0)
})

test('without dates in the room, or without one of its own, nothing ages', () => {
  expect(ageOf('2020', undefined, TODAY)).toBeUndefined()
  expect(ageOf(undefined, DATES, TODAY)).toBeUndefined()
  expect(tellsAge(undefined)).toBe(false)
})

test('dates the wrong way round are refused in words', () => {
  const { error } = patinaSchema.safeParse({ fades: '2023-06', faded: '2026-01' })
  expect(error?.issues[0]?.message).toContain('from a later date to an earlier one')
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

test('the older, the paler; never outside 0 and 1; an age never runs backwards', () => {
  fc.assert(
    fc.property(day, day, day, fc.integer({ min: 0, max: 600 }), (one, other, today, later) => {
      const [older, younger] = [one, other].sort()
      const old = ageOf(older, DATES, today)
      const young = ageOf(younger, DATES, today)
      expect(old?.fade).toBeGreaterThanOrEqual(young?.fade ?? 0)
      expect(young?.fade).toBeGreaterThanOrEqual(0)
      expect(old?.fade).toBeLessThanOrEqual(1)
      expect(old?.months).toBeGreaterThanOrEqual(young?.months ?? 0)
      expect(ageOf(older, DATES, addMonths(today, later))?.months).toBeGreaterThanOrEqual(old?.months ?? 0)
    }),
  )
})

test('so many months after a day it is so many months old', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 400 }), (captured, months) => {
      expect(ageOf(captured, DATES, addMonths(captured, months))?.months).toBe(months)
    }),
  )
})
