import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daypartsRule } from './dayparts.ts'
import { nextChange, pieces } from './local-rule.ts'
import { localMinute } from './local-time.ts'
import { type When, whenRule, whenState } from './when.ts'
import { localMs } from './zoned.ts'

const ZONES = ['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Australia/Sydney']
const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Around each of these clocks change somewhere. */
const CHANGES = [
  '2026-03-08T07',
  '2026-03-29T01',
  '2026-04-04T15',
  '2026-10-03T16',
  '2026-10-25T01',
  '2026-11-01T06',
]
const utc = (text: string): number => Date.parse(`${text}Z`)
const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16)

const zone = fc.constantFrom(...ZONES)
const instant = fc.oneof(
  fc
    .tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -30 * 60, max: 30 * 60 }))
    .map(([change, minutes]) => utc(`${change}:00`) + minutes * MINUTE),
  fc
    .integer({ min: utc('2024-01-01T00:00') / MINUTE, max: utc('2032-01-01T00:00') / MINUTE })
    .map((at) => at * MINUTE),
)
const clock = fc
  .integer({ min: 0, max: 1439 })
  .map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`)
const DAYS: readonly string[] = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
interface Window {
  readonly days: readonly string[]
  readonly from: string
  readonly to: string
}
const window: fc.Arbitrary<Window> = fc
  .record({ days: fc.subarray([...DAYS], { minLength: 1 }), from: clock, to: clock })
  .filter(({ from, to }) => from !== to)
const windows = fc.array(window, { minLength: 1, maxLength: 3 })
const lines = (all: readonly Window[]): string[] =>
  all.map(({ days, from, to }) => `${days.join(', ')} ${from}-${to}`)

/** The same question asked of the platform's own clock, minute by minute. */
function isOpen(all: readonly Window[], timeZone: string, at: number): boolean {
  const format =
    formats[timeZone] ??
    new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' })
  formats[timeZone] = format
  const [weekday = '', shown = ''] = format.format(at).split(/,? /)
  const today = DAYS.indexOf(weekday.toLowerCase())
  const has = ({ days }: Window, day: number): boolean => days.includes(DAYS[(day + 7) % 7] ?? 'sun')
  return all.some((each) => {
    const { from, to } = each
    if (from < to) return has(each, today) && from <= shown && shown < to
    return (has(each, today) && from <= shown) || (has(each, today - 1) && shown < to)
  })
}
const formats: Record<string, Intl.DateTimeFormat> = {}

describe('dayparts', () => {
  test('are open when the clock on the wall says so', () => {
    fc.assert(
      fc.property(windows, zone, instant, (all, timeZone, at) => {
        expect(daypartsRule(lines(all)).at(localMs(timeZone, at))).toBe(isOpen(all, timeZone, at))
      }),
      { numRuns: 3_000 },
    )
  })

  test('change at the instant that is named, and not a minute before', () => {
    fc.assert(
      fc.property(windows, zone, instant, (all, timeZone, now) => {
        const state = isOpen(all, timeZone, now)
        const next = nextChange(daypartsRule(lines(all)), timeZone, now) ?? now + 9 * 24 * HOUR
        let wrong = 0
        for (let at = now; at < Math.min(next, now + 30 * HOUR); at += MINUTE)
          if (isOpen(all, timeZone, at) !== state) wrong += 1
        expect(wrong).toBe(0)
        expect(next).toBeGreaterThan(now)
      }),
      { numRuns: 150 },
    )
  })

  test('name an instant at which something does change', () => {
    fc.assert(
      fc.property(windows, zone, instant, (all, timeZone, now) => {
        const next = nextChange(daypartsRule(lines(all)), timeZone, now)
        if (next !== undefined) expect(isOpen(all, timeZone, next)).toBe(!isOpen(all, timeZone, now))
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    [
      'one that would begin in the hour left out begins at its end',
      ['sun 01:30-04:00'],
      '2026-03-29T01:00 2026-03-29T03:00',
    ],
    ['one that lies within that hour is not that day', ['sun 01:15-01:45'], ''],
    [
      'one within the hour that comes twice comes twice',
      ['sun 01:15-01:45'],
      '2026-10-25T00:15 2026-10-25T00:45 2026-10-25T01:15 2026-10-25T01:45',
    ],
    ['one that spans it is open for both', ['sun 00:30-03:00'], '2026-10-24T23:30 2026-10-25T03:00'],
    [
      'one that ends within it is open until then each time',
      ['sun 00:00-01:30'],
      '2026-10-24T23:00 2026-10-25T00:30 2026-10-25T01:00 2026-10-25T01:30',
    ],
  ])('%s', (_, dayparts, expected) => {
    const day = expected.startsWith('2026-03') || expected === '' ? '2026-03-28T12:00' : '2026-10-24T12:00'
    const [from, to] = [utc(day), utc(day) + 30 * HOUR]
    const changes = [...pieces(daypartsRule(dayparts), 'Europe/London', from, to)]
      .slice(1)
      .map((piece) => iso(piece.from))
    expect(changes.join(' ')).toBe(expected)
  })

  test('Lord Howe Island leaves out half an hour, and so does a daypart', () => {
    const [night] = [
      ...pieces(
        daypartsRule(['sun 02:10-02:40']),
        'Australia/Lord_Howe',
        utc('2026-10-03T12:00'),
        utc('2026-10-04T12:00'),
      ),
    ].slice(1)
    expect([iso(night?.from), iso(night?.to)]).toEqual(['2026-10-03T15:30', '2026-10-03T15:40'])
  })
})

const day = fc
  .integer({ min: 0, max: 2_900 })
  .map((days) => new Date(utc('2024-01-01T00:00') + days * 24 * HOUR).toISOString().slice(0, 10))
const date = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => text.slice(0, 4)),
  fc.tuple(day, clock).map((parts) => parts.join('T')),
)
const when: fc.Arbitrary<When> = fc.record(
  { from: date, until: date, dayparts: windows.map(lines) },
  { requiredKeys: [] },
)

describe('when an item is to be shown', () => {
  test('nothing changes before the instant that is named, and something does then', () => {
    fc.assert(
      fc.property(fc.array(when, { minLength: 1, maxLength: 2 }), zone, instant, (whens, timeZone, now) => {
        const { state, nextChange: next } = whenState(whens, timeZone, now)
        const rule = whenRule(whens)
        const end = Math.min(next ?? Number.POSITIVE_INFINITY, now + 200 * HOUR)
        let wrong = 0
        for (let at = now; at < end; at += 7 * MINUTE)
          if (rule.at(localMs(timeZone, at)) !== state) wrong += 1
        expect(wrong).toBe(0)
        if (next === undefined) return
        expect(rule.at(localMs(timeZone, next - 1))).toBe(state)
        // Two windows that never meet: the search gives up years later, and asks again then.
        const isGivenUp = next - now > 2 * 365 * 24 * HOUR
        if (!isGivenUp) expect(rule.at(localMs(timeZone, next))).not.toBe(state)
      }),
      {
        numRuns: 150,
        examples: [
          [
            [{ dayparts: ['sat 00:01-00:00'] }, { dayparts: ['sat 00:00-00:01'] }],
            'Europe/London',
            utc('2026-03-08T07:00'),
          ],
        ],
      },
    )
  })

  test('from and until mean whole days, months and years of the room, whatever their length', () => {
    const state = (whens: When, timeZone: string, at: string) => whenState([whens], timeZone, utc(at))
    const leap = { from: '2028-02-29', until: '2028-02-29' }
    expect(state(leap, 'Australia/Lord_Howe', '2028-02-28T12:59')).toEqual({
      state: 'not-yet',
      nextChange: utc('2028-02-28T13:00'),
    })
    expect(state(leap, 'Australia/Lord_Howe', '2028-02-28T13:00')).toEqual({
      state: 'open',
      nextChange: utc('2028-02-29T13:00'),
    })
    expect(state(leap, 'Australia/Lord_Howe', '2028-02-29T13:00')).toEqual({
      state: 'over',
      nextChange: undefined,
    })
    expect(state({ from: '2027' }, 'Pacific/Kiritimati', '2026-06-01T00:00').nextChange).toBe(
      utc('2026-12-31T10:00'),
    )
    expect(state({ until: '2026-10-25' }, 'Europe/London', '2026-10-24T23:00')).toEqual({
      state: 'open',
      nextChange: utc('2026-10-26T00:00'),
    })
    expect(state({ until: '2011-12-30' }, 'Pacific/Apia', '2011-12-29T12:00').nextChange).toBe(
      utc('2011-12-30T10:00'),
    )
  })
})

describe('a year', () => {
  const YEARS = ZONES.map((timeZone) => [timeZone] as const)
  const [from, to] = [utc('2026-01-01T00:00'), utc('2027-01-02T00:00')]

  test.each(YEARS)('in %s has no blank or doubled minute between dayparts that adjoin', (timeZone) => {
    const dayparts = ['22:00-01:30', '01:30-02:15', '02:15-09:00', '09:00-17:45', '17:45-22:00'].map((line) =>
      daypartsRule([line]),
    )
    const open = dayparts
      .flatMap((rule) => [...pieces(rule, timeZone, from, to)].filter(({ state }) => state))
      .toSorted((a, b) => a.from - b.from)
    expect(open[0]?.from).toBe(from)
    for (const [at, piece] of open.entries()) expect(piece.to).toBe(open[at + 1]?.from ?? to)
    expect(open.length).toBeGreaterThan(5 * 365)
  })

  test.each(YEARS)('in %s is the same asked minute by minute', (timeZone) => {
    const parts = [
      'mon-fri 22:00-01:30',
      'mon-fri 01:30-22:00',
      'sat 00:00-02:10, sun 01:30-24:00',
      'sat 02:10-24:00',
      'sun 00:00-01:30',
    ]
    const rules = parts.slice(0, 2).map((line) => daypartsRule([line]))
    const all = daypartsRule(parts)
    let wrong = 0
    for (let at = from; at < to; at += MINUTE) {
      const local = localMs(timeZone, at)
      const weekday = new Date(local).getUTCDay()
      const open = rules.filter((rule) => rule.at(local)).length
      // Friday's night goes on into Saturday, Sunday's into Monday is nobody's.
      if (weekday >= 2 && weekday <= 5 && open !== 1) wrong += 1
      if (open > 1 || (weekday >= 2 && weekday <= 6 && !all.at(local))) wrong += 1
    }
    expect(wrong).toBe(0)
  })

  test('in any zone, cut at any times, every real minute is in one piece', () => {
    fc.assert(
      fc.property(
        zone,
        fc.uniqueArray(clock, { minLength: 2, maxLength: 6 }),
        instant,
        (timeZone, cuts, start) => {
          const sorted = cuts.toSorted()
          const rules = sorted.map((cut, at) => daypartsRule([`${cut}-${sorted[(at + 1) % sorted.length]}`]))
          let wrong = 0
          for (let at = start; at < start + 30 * HOUR; at += MINUTE)
            if (rules.filter((rule) => rule.at(localMs(timeZone, at))).length !== 1) wrong += 1
          expect(wrong).toBe(0)
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a clock never shows a minute that no piece holds', () => {
    for (const timeZone of ZONES)
      for (const piece of pieces(
        whenRule([{ from: '2026-03-29', until: '2026-10-25', dayparts: ['mon-fri 08:00-18:00'] }]),
        timeZone,
        from,
        to,
      ))
        expect(localMinute(piece.from, timeZone) === localMinute(piece.to, timeZone)).toBe(false)
  })
})
