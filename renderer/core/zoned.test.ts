import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { minuteText } from './local-time.ts'
import { firstInstant, localMs, machineZone, spanAt } from './zoned.ts'

const ZONES = [
  'Europe/London',
  'America/New_York',
  'America/Havana',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Australia/Sydney',
  'Asia/Kolkata',
  'Africa/Casablanca',
  'Pacific/Apia',
  'UTC',
]
const zone = fc.constantFrom(...ZONES)
const instant = fc
  .integer({ min: Date.UTC(2005, 0, 1) / 60_000, max: Date.UTC(2045, 0, 1) / 60_000 })
  .map((minutes) => minutes * 60_000)
const utc = (text: string): number => Date.parse(`${text}Z`)
const iso = (at: number): string => new Date(at).toISOString().slice(0, 16)

describe('what a clock shows', () => {
  test('is what the platform says, in every zone', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, at) => {
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
        expect(minuteText(localMs(timeZone, at)).replace('T', ' ')).toBe(shown.format(at))
      }),
      { numRuns: 2_000 },
    )
  })

  test.each([
    ['Europe/London', '2026-06-01T00:00', '2026-03-29T01:00', '2026-10-25T01:00', 60],
    ['Europe/London', '2026-10-25T01:00', '2026-10-25T01:00', '2027-03-28T01:00', 0],
    ['Australia/Lord_Howe', '2026-06-01T00:00', '2026-04-04T15:00', '2026-10-03T15:30', 630],
    ['Pacific/Apia', '2011-12-30T10:00', '2011-12-30T10:00', '2012-03-31T14:00', 840],
  ])('in %s at %s is a span from %s to %s', (timeZone, at, from, to, minutes) => {
    const span = spanAt(timeZone, utc(at))
    expect([iso(span.from), iso(span.to), span.offset / 60_000]).toEqual([from, to, minutes])
  })

  test('never changes where a zone knows no change any more', () => {
    expect(spanAt('Asia/Kolkata', utc('2026-01-01T00:00')).to).toBe(Number.POSITIVE_INFINITY)
    expect(spanAt('UTC', utc('2026-01-01T00:00')).from).toBe(Number.NEGATIVE_INFINITY)
  })

  test('is not to be asked of what is no zone', () => {
    expect(() => spanAt('Europe/Atlantis', 0)).toThrow(RangeError)
  })
})

describe('the first instant at which a clock shows a time', () => {
  test.each([
    ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:00'],
    ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:30'],
    ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45'],
    // The day that Samoa never had begins when the next one does.
    ['Pacific/Apia', '2011-12-30T00:00', '2011-12-30T10:00'],
    ['Pacific/Apia', '2011-12-31T00:00', '2011-12-30T10:00'],
    // Clocks went forward at midnight: this day began at one o'clock.
    ['America/Sao_Paulo', '2018-11-04T00:00', '2018-11-04T03:00'],
    ['Pacific/Kiritimati', '2027-01-01T00:00', '2026-12-31T10:00'],
    ['UTC', '2028-02-29T23:59', '2028-02-29T23:59'],
  ])('in %s %s comes at %s', (timeZone, local, at) => {
    expect(iso(firstInstant(timeZone, utc(local)))).toBe(at)
  })

  test('shows it or a later one, and no minute before it does', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, local) => {
        const at = firstInstant(timeZone, local)
        expect(localMs(timeZone, at)).toBeGreaterThanOrEqual(local)
        for (let back = 1; back <= 180; back += 1)
          expect(localMs(timeZone, at - back * 60_000)).toBeLessThan(local)
      }),
    )
  })
})

describe('the zone of the machine', () => {
  const before = process.env['TZ']
  afterEach(() => {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  })

  test('is followed while it changes', () => {
    const at = utc('2026-06-01T12:00')
    const seen = ['Europe/Berlin', 'Asia/Kolkata', 'Europe/Berlin', 'Australia/Lord_Howe'].map((name) => {
      process.env['TZ'] = name
      return minuteText(localMs(machineZone(at), at)).slice(11)
    })
    expect(seen).toEqual(['14:00', '17:30', '14:00', '22:30'])
  })
})
