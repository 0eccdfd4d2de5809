import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayClock } from './day-clock.ts'
import { DAY_MS, hoursOn, isWithin, readHours, type WeekHours, weekOf } from './week-hours.ts'
import { linesOf, tidyWeek } from './week-lines.ts'
import { localMs } from './zoned.ts'

const MINUTE_MS = 60_000
const hours = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 95 }))
  .map(([from, length]) => ({ from: from * 15, to: (from + length) * 15 }))
const day = fc.oneof(fc.array(hours, { maxLength: 3 }), fc.constant([{ from: 0, to: 1_440 }]))
const week: fc.Arbitrary<WeekHours> = fc.array(day, { minLength: 7, maxLength: 7 })

/** Every quarter of an hour of a week, as it is open or not. */
function open(each: WeekHours): string {
  const on = hoursOn(each)
  return Array.from({ length: 7 * 96 }, (_, at) =>
    isWithin(on, 70 * DAY_MS + at * 15 * MINUTE_MS) ? '#' : '.',
  ).join('')
}

describe('times of the week as lines', () => {
  it('say the same minutes as the week that they are made of', () => {
    fc.assert(
      fc.property(week, (each) => {
        const lines = linesOf(each)
        for (const line of lines) expect(readHours(line).ok, line).toBe(true)
        expect(open(weekOf(lines))).toBe(open(each))
      }),
    )
  })

  it('keep no two hours of a day that overlap, and none longer than a day', () => {
    fc.assert(
      fc.property(week, (each) => {
        for (const tidy of tidyWeek(each))
          for (const [at, { from, to }] of tidy.entries()) {
            expect(to - from).toBeLessThanOrEqual(1_440)
            expect(from).toBeGreaterThanOrEqual(tidy[at - 1]?.to ?? 0)
          }
      }),
    )
  })

  it('are as few as a person would write', () => {
    expect(linesOf(weekOf(['mon-fri 07:00-11:00']))).toEqual(['mon-fri 07:00-11:00'])
    expect(linesOf(weekOf(['daily 8-12, 13-17']))).toEqual(['daily 08:00-12:00, 13:00-17:00'])
    expect(linesOf(weekOf(['sat, sun 10-14', 'fri 22:00-02:00', 'mon']))).toEqual([
      'mon 00:00-24:00',
      'fri 22:00-02:00',
      'sat, sun 10:00-14:00',
    ])
    expect(linesOf(weekOf(['tue-thu 9-10', 'sat 9-10']))).toEqual(['tue-thu, sat 09:00-10:00'])
    expect(linesOf([[], [], [], [], [], [], []])).toEqual([])
  })
})

const dayOf = (date: string): number => Date.parse(`${date}T00:00Z`) / DAY_MS

describe('a day by the clock', () => {
  it('leaves an hour out in spring and has one twice in autumn', () => {
    const spring = dayClock('Europe/London', dayOf('2026-03-29'))
    expect(spring).toMatchObject({ hours: 23, skipped: [{ from: 60, to: 120 }], twice: [] })
    const autumn = dayClock('Europe/Berlin', dayOf('2026-10-25'))
    expect(autumn).toMatchObject({ hours: 25, skipped: [], twice: [{ from: 120, to: 180 }] })
    expect(dayClock('Europe/Berlin', dayOf('2026-10-26'))).toMatchObject({
      hours: 24,
      skipped: [],
      twice: [],
    })
  })

  it('also where clocks are set at midnight, or by half an hour', () => {
    expect(dayClock('America/Santiago', dayOf('2026-09-06'))).toMatchObject({
      hours: 23,
      skipped: [{ from: 0, to: 60 }],
    })
    expect(dayClock('America/Santiago', dayOf('2026-04-04'))).toMatchObject({
      hours: 25,
      twice: [{ from: 1_380, to: 1_440 }],
    })
    expect(dayClock('Australia/Lord_Howe', dayOf('2026-10-04'))).toMatchObject({
      hours: 23.5,
      skipped: [{ from: 120, to: 150 }],
    })
  })

  it('lasts as long as the clock takes, and days follow each other without a gap', () => {
    const zones = fc.constantFrom(
      'Europe/London',
      'America/Santiago',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'UTC',
    )
    fc.assert(
      fc.property(zones, fc.integer({ min: 18_000, max: 22_000 }), (zone, at) => {
        const found = dayClock(zone, at)
        const sum = (list: readonly { from: number; to: number }[]): number =>
          list.reduce((all, { from, to }) => all + to - from, 0)
        expect(found.hours * 60).toBe(1_440 - sum(found.skipped) + sum(found.twice))
        expect(dayClock(zone, at + 1).from).toBe(found.to)
        expect(Math.floor(localMs(zone, found.from) / DAY_MS)).toBe(at)
      }),
    )
  })
})
