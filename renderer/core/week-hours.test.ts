import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hoursOn, isConstant, isWithin, nextEdge, readHours, type WeekHours, weekOf } from './week-hours.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

function told(text: string): string {
  const read = readHours(text)
  if (!read.ok) return read.error
  return read.week
    .flatMap((hours, day) => hours.map(({ from, to }) => `${DAYS[day]} ${clock(from)}-${clock(to)}`))
    .join(', ')
}

describe('times of the week, as curators write them', () => {
  test.each([
    ['mon-tue 08:00-18:00', 'Mon 08:00-18:00, Tue 08:00-18:00'],
    ['Monday 8-18', 'Mon 08:00-18:00'],
    ['sat, sun 10:00–14:00', 'Sun 10:00-14:00, Sat 10:00-14:00'],
    ['weekends 9am - 5:30pm', 'Sun 09:00-17:30, Sat 09:00-17:30'],
    ['sat-mon 12:00-13:00', 'Sun 12:00-13:00, Mon 12:00-13:00, Sat 12:00-13:00'],
    ['thurs 08.30-12.00, 13.00-17.00', 'Thu 08:30-12:00, Thu 13:00-17:00'],
    ['fri 22:00-02:00', 'Fri 22:00-26:00'],
    ['wed', 'Wed 00:00-24:00'],
    ['tue 00:00-24:00', 'Tue 00:00-24:00'],
    ['fri 8-18, sat 9-13', 'Fri 08:00-18:00, Sat 09:00-13:00'],
    ['fri 12am-12pm', 'Fri 00:00-12:00'],
    ['sundays and tu 7-8', 'Sun 07:00-08:00, Tue 07:00-08:00'],
  ])('%s', (text, expected) => {
    expect(told(text)).toBe(expected)
  })

  test('without a day it is every day, and “daily” says so', () => {
    expect(told('08:00-09:00')).toBe(told('daily 08:00-09:00'))
    expect(told('8-9').split(', ')).toHaveLength(7)
  })

  test.each([
    ['', 'is empty: write it as mon-fri 08:00-18:00'],
    ['m-f 8-18', 'names a day that we do not know (“m-f”): write mon, tue, wed, thu, fri, sat or sun'],
    [
      'mon-fry 8-18',
      'names a day that we do not know (“mon-fry”): write mon, tue, wed, thu, fri, sat or sun',
    ],
    ['mon 8:00-25:00', 'has a time that we cannot read (“8:00-25:00”): write it as mon-fri 08:00-18:00'],
    ['mon 8:60-9', 'has a time that we cannot read (“8:60-9”): write it as mon-fri 08:00-18:00'],
    ['mon 24:00-02:00', 'has a time that we cannot read (“24:00-02:00”): write it as mon-fri 08:00-18:00'],
    ['mon 08:00', 'has a time that we cannot read (“08:00”): write it as mon-fri 08:00-18:00'],
    ['mon 8-8', 'begins and ends at the same time (“8-8”): write 00:00-24:00 for a whole day'],
  ])('“%s” is refused', (text, error) => {
    expect(told(text)).toBe(error)
  })

  test('anything at all is read or refused in a sentence', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z ,-]{0,9}[0-9:., apm-]{0,12}$/)), (text) => {
        const read = readHours(text)
        if (!read.ok) expect(read.error).toMatch(/^[a-z]/)
        else expect(read.week).toHaveLength(7)
      }),
    )
  })
})

const minute = fc.integer({ min: 0, max: 1439 })
const line = fc
  .tuple(fc.subarray(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], { minLength: 1 }), minute, minute)
  .filter(([, from, to]) => from !== to)
  .map(([days, from, to]) => `${days.join(', ')} ${clock(from)}-${clock(to)}`)
const week: fc.Arbitrary<WeekHours> = fc.array(line, { maxLength: 4 }).map(weekOf)
// A week in November 2026, in minutes.
const shown = fc.integer({ min: 0, max: 7 * 1440 }).map((at) => Date.UTC(2026, 10, 16) + at * 60_000)

describe('edges', () => {
  test('between one and the next nothing changes', () => {
    fc.assert(
      fc.property(week, shown, (hours, local) => {
        const on = hoursOn(hours)
        const next = nextEdge(on, local)
        expect(next).toBeGreaterThan(local)
        for (let at = local; at < next; at += 60_000) expect(isWithin(on, at)).toBe(isWithin(on, local))
      }),
    )
  })

  test('a week is constant only if none of its minutes differs', () => {
    const constant = fc.constantFrom(['daily'], [], ['mon-sun 06:00-22:00', '22:00-06:00'], ['06:00-05:59'])
    fc.assert(
      fc.property(fc.oneof(week, constant.map(weekOf)), (hours) => {
        const on = hoursOn(hours)
        const start = Date.UTC(2026, 10, 16)
        const minutes = Array.from({ length: 7 * 1440 }, (_, at) => isWithin(on, start + at * 60_000))
        expect(isConstant(hours)).toBe(new Set(minutes).size === 1)
      }),
    )
  })
})
