import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localDate } from './item.ts'
import { ambiguousDate, isCalendarDate, readDate } from './written-date.ts'

describe('dates as people and exports write them', () => {
  test.each([
    ['2026', '2026'],
    [2026, '2026'],
    ['2026-03', '2026-03'],
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['2026-03-04T18:30', '2026-03-04T18:30'],
    ['2026-03-04 18:30:05', '2026-03-04T18:30'],
    ['2026-03-04T18:30:05.123Z', '2026-03-04T18:30'],
    ['2026-03-04T18:30:05+02:00', '2026-03-04T18:30'],
    ['2026-03-04 18:30:05 UTC', '2026-03-04T18:30'],
    ['4 March 2026', '2026-03-04'],
    ['4th of March, 2026', '2026-03-04'],
    ['Wed, 4 Mar 2026 18:30:05 GMT', '2026-03-04T18:30'],
    ['March 4, 2026', '2026-03-04'],
    ['Mar 4, 2026 6:30 pm', '2026-03-04T18:30'],
    ['Sept. 4, 2026', '2026-09-04'],
    ['March 2026', '2026-03'],
    ['04.03.2026', '2026-03-04'],
    ['4.3.2026 18:30', '2026-03-04T18:30'],
    ['25/03/2026', '2026-03-25'],
    ['03/25/2026', '2026-03-25'],
    ['3/25/2026 12:05:00 AM', '2026-03-25T00:05'],
    ['3/25/2026 12:05 PM', '2026-03-25T12:05'],
    ['05/05/2026', '2026-05-05'],
    ['29 February 2028', '2028-02-29'],
    ['2026/03/04 9:12:33 AM GMT+9', '2026-03-04T09:12'],
    ['2026/03/04 3:12:33 午後 GMT+9', '2026-03-04T15:12'],
    ['2026. 3. 4 오전 9:12:33', '2026-03-04T09:12'],
    ['2026/3/4 下午 3:05', '2026-03-04T15:05'],
    ['2026年3月4日', '2026-03-04'],
    ['2026년 3월 4일 15:12', '2026-03-04T15:12'],
  ])('%s', (written, date) => {
    expect(readDate(written)).toBe(date)
    expect(localDate.parse(written)).toBe(date)
  })

  test.each([
    '',
    'soon',
    'Thursday',
    '2026-13-01',
    '2026-02-30',
    '29 February 2026',
    '31.04.2026',
    '12',
    20260304,
    '4 Marchember 2026',
    '2026-03-04T25:00',
    '1 of 2 2026',
    null,
    {},
    true,
  ])('%s is none', (written) => {
    expect(readDate(written)).toBeUndefined()
    expect(localDate.safeParse(written).success).toBe(false)
  })

  test('what could be two days is neither, and both are named', () => {
    expect(readDate('03/04/2026')).toBeUndefined()
    expect(ambiguousDate('03/04/2026 10:15')).toEqual(['2026-04-03', '2026-03-04'])
    expect(ambiguousDate('25/03/2026')).toBeUndefined()
    expect(localDate.safeParse('03/04/2026').error?.issues[0]?.message).toBe(
      'could be two days: write 2026-04-03 or 2026-03-04',
    )
  })

  test('a day that the calendar does not have is told apart', () => {
    expect(localDate.safeParse('2026-02-30').error?.issues[0]?.message).toBe(
      'is a day that the calendar does not have',
    )
  })
})

test('every day of the calendar is read back from each way of writing it', () => {
  const day = fc.integer({ min: 0, max: 36_500 }).map((days) => new Date(Date.UTC(1970, 0, 1 + days)))
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10)
      const long = (options: Intl.DateTimeFormatOptions, lang: string) =>
        new Intl.DateTimeFormat(lang, { ...options, timeZone: 'UTC' }).format(date)
      expect(readDate(iso)).toBe(iso)
      expect(readDate(long({ dateStyle: 'long' }, 'en-GB'))).toBe(iso)
      expect(readDate(long({ dateStyle: 'long' }, 'en-US'))).toBe(iso)
      expect(readDate(long({ dateStyle: 'full' }, 'en-GB'))).toBe(iso)
      expect(readDate(long({ dateStyle: 'medium' }, 'de'))).toBe(iso)
    }),
  )
})

test('whatever is read is a date of ours and a day of the calendar, and reading it again changes nothing', () => {
  const digit = fc.constantFrom(...'0123456789/-.: TZ', 'Mar', 'May ', ' pm')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(digit, { maxLength: 18 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        const date = readDate(text)
        if (date === undefined) return
        expect(isCalendarDate(date)).toBe(true)
        expect(readDate(date)).toBe(date)
        expect(localDate.parse(date)).toBe(date)
      },
    ),
    { numRuns: 2000 },
  )
})

test.each([
  ['4. März 2026', '2026-03-04'],
  ['1er février 2026', '2026-02-01'],
  ['4 de marzo de 2026', '2026-03-04'],
  ['12 giugno 2026 14:30', '2026-06-12T14:30'],
  ['3 okt 2026', '2026-10-03'],
  ['maart 2026', '2026-03'],
  ['4 jui 2026', undefined],
  ['4 mar 2026', '2026-03-04'],
])('the month by its name in its own language: %s', (text, date) => {
  expect(readDate(text)).toBe(date)
})
