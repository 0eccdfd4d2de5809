import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMonths, hasBegun, isOver, localMinute } from './local-time.ts'

const ZONES = [
  'Europe/London',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Africa/Casablanca',
  'UTC',
]
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })

describe('local time', () => {
  test.each([
    ['Europe/London', '2026-03-29T00:59:59Z', '2026-03-29T00:59'],
    ['Europe/London', '2026-03-29T01:00:00Z', '2026-03-29T02:00'],
    ['Europe/London', '2026-10-25T00:30:00Z', '2026-10-25T01:30'],
    ['Europe/London', '2026-10-25T01:30:00Z', '2026-10-25T01:30'],
    ['America/New_York', '2026-03-08T07:00:00Z', '2026-03-08T03:00'],
    // Lord Howe Island moves its clocks by half an hour.
    ['Australia/Lord_Howe', '2026-10-03T15:29:00Z', '2026-10-04T01:59'],
    ['Australia/Lord_Howe', '2026-10-03T15:30:00Z', '2026-10-04T02:30'],
    ['Asia/Kathmandu', '2026-01-01T00:00:00Z', '2026-01-01T05:45'],
    ['Pacific/Kiritimati', '2026-12-31T10:00:00Z', '2027-01-01T00:00'],
    ['UTC', '2028-02-29T23:59:59Z', '2028-02-29T23:59'],
    ['UTC', '2026-01-01T00:00:00Z', '2026-01-01T00:00'],
  ])('in %s %s is %s', (zone, at, local) => {
    expect(localMinute(Date.parse(at), zone)).toBe(local)
  })

  test('is always text that sorts, in every zone', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (now, zone) => {
        expect(localMinute(now, zone)).toMatch(/^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d$/)
      }),
    )
  })

  test('runs on by the hour but for the hours that are set back', () => {
    fc.assert(
      fc.property(instant, fc.constantFrom(...ZONES), (now, zone) => {
        expect(localMinute(now + 3_660_000, zone) >= localMinute(now, zone)).toBe(true)
      }),
    )
  })
})

describe('dates with less than a day', () => {
  test('begin with their first minute and end with their last', () => {
    expect([hasBegun('2026', '2025-12-31T23:59'), hasBegun('2026', '2026-01-01T00:00')]).toEqual([
      false,
      true,
    ])
    expect([isOver('2026-02', '2026-02-28T23:59'), isOver('2026-02', '2026-03-01T00:00')]).toEqual([
      false,
      true,
    ])
    expect([
      isOver('2026-02-03T10:30', '2026-02-03T10:30'),
      isOver('2026-02-03T10:30', '2026-02-03T10:31'),
    ]).toEqual([false, true])
  })

  test('nothing is over before it has begun', () => {
    const date = fc.constantFrom('2026', '2026-02', '2026-02-28', '2026-02-28T12:00')
    fc.assert(
      fc.property(date, instant, (written, now) => {
        const minute = localMinute(now, 'UTC')
        if (isOver(written, minute)) expect(hasBegun(written, minute)).toBe(true)
      }),
    )
  })
})

describe('months later', () => {
  test.each([
    ['2024-02-29', 24, '2026-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-04T18:30', 24, '2028-03-04'],
    ['2026-03', 24, '2028-03-01'],
    ['2026', 24, '2028-01-01'],
    ['2026-05-10', 0, '2026-05-10'],
  ])('%s and %i months is %s', (date, months, later) => {
    expect(addMonths(date, months)).toBe(later)
  })

  test('is a day of the calendar, and later dates are no earlier', () => {
    const day = fc
      .integer({ min: 0, max: 36_000 })
      .map((days) => new Date(Date.UTC(2000, 0, 1 + days)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, fc.nat(240), (a, b, months) => {
        const later = addMonths(a, months)
        expect(new Date(`${later}T00:00:00Z`).toISOString().slice(0, 10)).toBe(later)
        if (a <= b) expect(later <= addMonths(b, months)).toBe(true)
      }),
    )
  })
})
