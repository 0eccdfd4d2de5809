import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curationSchema } from './curation.ts'
import { pieces } from './local-rule.ts'
import { screenHours, screenSoundHours, screenState } from './screen-state.ts'
import { DAY_MS } from './week-hours.ts'
import { localMs } from './zoned.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
const iso = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : new Date(at).toISOString().slice(0, 16)
const room = (schedule: object, rest: object = {}) =>
  curationSchema.parse({ timezone: 'Europe/London', schedule, ...rest })
const LOUD = { sound: { on: true, volume: 0.4 } }

const OFFICE = room(
  {
    hours: { 'mon-fri': '07:00-20:00', sat: '09:00-13:00' },
    sound_hours: 'mon-fri 09:00-17:00',
    holidays: [
      '2026-12-24 to 2027-01-01 Christmas',
      '05-01 May Day',
      { date: '2026-06-05', hours: '10-14', name: 'Founders’ day' },
    ],
  },
  {
    screens: {
      main: LOUD,
      quiet: {},
      lobby: { schedule: { hours: 'daily' } },
      night: { schedule: { hours: 'fri, sat 22:00-04:00', holidays: [] } },
    },
  },
)

describe('a screen', () => {
  test.each([
    ['main', '2026-11-23T06:59', false, false, '2026-11-23T07:00'],
    ['main', '2026-11-23T07:00', true, false, '2026-11-23T09:00'],
    ['main', '2026-11-23T09:00', true, true, '2026-11-23T17:00'],
    ['main', '2026-11-28T12:00', true, false, '2026-11-28T13:00'],
    ['quiet', '2026-11-23T09:00', true, false, '2026-11-23T20:00'],
    // Closed from the eve until New Year, which is a Friday; the Saturday after it is as any other.
    ['main', '2026-12-23T20:00', false, false, '2027-01-02T09:00'],
    ['main', '2026-05-01T10:00', false, false, '2026-05-02T08:00'],
    ['main', '2031-05-01T10:00', false, false, '2031-05-02T06:00'],
    ['main', '2026-06-05T09:00', true, true, '2026-06-05T13:00'],
    ['lobby', '2026-11-23T03:00', true, false, '2026-12-24T00:00'],
    ['night', '2026-11-29T03:59', true, false, '2026-11-29T04:00'],
  ])('%s at %s', (screen, at, isOn, sound, next) => {
    const state = screenState(OFFICE, screen, utc(at))
    expect([state.isOn, state.sound, iso(state.nextChange)]).toEqual([isOn, sound, next])
    expect(state.volume).toBe(sound ? 0.4 : 0)
  })

  test('without hours is on for good, and its sound is as its own setting says', () => {
    const state = screenState(room({}, { screens: { main: LOUD } }), 'main', utc('2026-11-23T03:00'))
    expect(state).toEqual({
      isOn: true,
      sound: true,
      volume: 0.4,
      reason: 'The screen is on.',
      nextChange: undefined,
    })
  })

  test('says why in plain words', () => {
    const reason = (at: string) => screenState(OFFICE, 'main', utc(at)).reason
    expect(reason('2026-11-23T21:00')).toBe('The screen is off until Tue 07:00: these are not its hours.')
    expect(reason('2026-11-23T06:00')).toBe('The screen is off until 07:00: these are not its hours.')
    expect(reason('2026-12-25T12:00')).toBe(
      'The screen is off until 2027-01-02 09:00: these are not its hours. It is Christmas.',
    )
    expect(reason('2026-11-23T12:00')).toBe('The screen is on until 20:00.')
  })

  test('whose clock is wrong is on, and silent where its sound has hours', () => {
    const wrong = { isTrusted: false, because: 'It is wrong.' } as const
    expect(screenState(OFFICE, 'main', utc('2026-11-23T03:00'), wrong)).toMatchObject({
      isOn: true,
      sound: false,
      volume: 0,
    })
    const always = room({ hours: 'mon 8-9' }, { screens: { main: LOUD } })
    expect(screenState(always, 'main', 0, wrong)).toMatchObject({
      isOn: true,
      sound: true,
      nextChange: undefined,
    })
  })

  test('on a night that the clocks change keeps to what they show', () => {
    const night = room({ hours: '22:00-01:30' })
    const changes = (at: string) =>
      [...pieces(screenHours(night, 'main'), 'Europe/London', utc(at), utc(at) + DAY_MS)].map(
        ({ from, state }) => `${iso(from)?.slice(11)} ${state ? 'on' : 'off'}`,
      )
    expect(changes('2026-03-28T12:00')).toEqual(['12:00 off', '22:00 on', '01:00 off'])
    expect(changes('2026-10-24T12:00')).toEqual([
      '12:00 off',
      '21:00 on',
      '00:30 off',
      '01:00 on',
      '01:30 off',
    ])
  })
})

const hours = fc.constantFrom(
  undefined,
  'daily',
  'mon-fri 08:00-18:00',
  '22:00-02:00',
  'sun 01:15-01:45',
  'sat 00:00-24:00',
  'mon 9-12, tue 13-17',
)
const holidays = fc.subarray([
  '2026-03-29',
  '12-24 to 01-02 Christmas',
  { date: '2026-10-25', hours: '01:00-03:00' },
  { from: '2026-04-01', until: '2026-04-05', hours: 'daily', sound_hours: '10-11' },
  '02-29',
])

test('nothing of a screen changes before the instant that is named', () => {
  const zone = fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Australia/Sydney',
  )
  const instant = fc.integer({ min: utc('2026-01-01T00:00') / 60_000, max: utc('2028-12-31T00:00') / 60_000 })
  fc.assert(
    fc.property(zone, hours, hours, holidays, instant, (timezone, on, sound, days, minutes) => {
      const now = minutes * 60_000
      const curation = room(
        { hours: on, sound_hours: sound, holidays: days },
        { timezone, screens: { main: LOUD } },
      )
      const state = screenState(curation, 'main', now)
      const local = (at: number) => localMs(timezone, at)
      for (
        let at = now;
        at < Math.min(state.nextChange ?? Number.POSITIVE_INFINITY, now + 10 * DAY_MS);
        at += 13 * 60_000
      ) {
        expect(screenHours(curation, 'main').at(local(at))).toBe(state.isOn)
        expect(screenSoundHours(curation, 'main').at(local(at))).toBe(state.sound)
      }
      if (state.nextChange === undefined) return
      const then = screenState(curation, 'main', state.nextChange)
      expect([then.isOn, then.sound]).not.toEqual([state.isOn, state.sound])
    }),
    { numRuns: 120 },
  )
})

test.each(['Europe/London', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'Australia/Sydney'])(
  'a year of a screen in %s is pieces, and each of its minutes is in the one that it belongs to',
  (timezone) => {
    const hours = ['mon-fri 01:30-02:15, 07:00-20:00', 'sat 22:00-02:30', 'sun 01:00-01:45']
    const rule = screenHours(
      room({ hours, holidays: ['2026-03-29', '12-24 to 01-01'] }, { timezone }),
      'main',
    )
    let at = utc('2026-01-01T00:00')
    const end = utc('2027-01-02T00:00')
    let wrong = 0
    for (const piece of pieces(rule, timezone, at, end)) {
      expect(piece.from).toBe(at)
      for (; at < piece.to; at += 60_000) if (rule.at(localMs(timezone, at)) !== piece.state) wrong += 1
    }
    expect([at, wrong]).toEqual([end, 0])
  },
)
