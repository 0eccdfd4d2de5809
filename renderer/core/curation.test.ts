import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  curationSchema,
  DEFAULT_CURATION,
  decisionFor,
  screenSettings,
  UNREADABLE_CURATION,
} from './curation.ts'

const messages = (input: unknown): string[] =>
  (curationSchema.safeParse(input).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  )

test('an empty room.yaml is a room', () => {
  expect(curationSchema.parse({})).toEqual(DEFAULT_CURATION)
  expect(DEFAULT_CURATION).toMatchObject({
    name: 'Customer Room',
    audience: 'staff',
    rotation: { seconds_min: 8, seconds_max: 60 },
    screens: {},
    items: {},
  })
  expect(screenSettings(DEFAULT_CURATION, 'main')).toMatchObject({
    diagonal_inches: 55,
    distance_m: 3,
    sound: { on: false },
  })
})

test('while a room.yaml cannot be read, the room is for the strictest audience', () => {
  expect(UNREADABLE_CURATION.audience).toBe('public')
})

describe('what is wrong is told in plain words', () => {
  test.each([
    [{ audience: 'everybody' }, 'audience has to be staff, guests or public'],
    [{ theme: 'dark' }, 'theme has to be day or evening'],
    [{ timezone: 'Europe/Atlantis' }, 'timezone is not a time zone, such as Europe/London'],
    [{ rotation: { seconds_min: 1 } }, 'rotation.seconds_min has to be a number from 3 to 600 seconds'],
    [{ rotation: { seconds_max: 'long' } }, 'rotation.seconds_max has to be a number from 3 to 600 seconds'],
    [
      { rotation: { seconds_min: 30, seconds_max: 20 } },
      'rotation has a shortest time that is longer than its longest',
    ],
    [
      { screens: { main: { distance_m: 0 } } },
      'screens.main.distance_m has to be a number from 0.3 to 30 metres',
    ],
    [
      { screens: { main: { sound: { volume: 5 } } } },
      'screens.main.sound.volume has to be a number from 0 to 1',
    ],
    [{ items: { ruth: { hidden: 'perhaps' } } }, 'items.ruth.hidden has to be true or false'],
    [
      { items: { ruth: { until: '03/04/2026' } } },
      'items.ruth.until could be two days: write 2026-04-03 or 2026-03-04',
    ],
    [{ items: { ruth: { weight: 1000 } } }, 'items.ruth.weight has to be a number from 0 to 100'],
    [{ name: '' }, 'name is empty'],
    [{ brand: 'red' }, 'brand needs a colour: {colour: "#0a7d55"}'],
    [
      { brand: { colour: 'red' } },
      'brand.colour is not a colour that we can read: write it as "#0a7d55", in quotes',
    ],
    [{ brand: { colour: '#123', paper: 'blue' } }, 'brand.paper has to be ochre, sky, clay, sage or straw'],
    [
      { patina: { fades: '2023', faded: '2026' } },
      'patina has to fade from a later date to an earlier one: {fades: 2026-01, faded: 2023-06}',
    ],
    [
      { patina: { fades: 'soon', faded: '2023' } },
      'patina.fades is not a date that we can read: write it as 2026-03-04',
    ],
  ])('%o', (input, message) => {
    expect(messages(input)).toEqual([message])
  })

  test('never in capitals, as the schema library speaks by itself', () => {
    const value = fc.oneof(fc.constantFrom<unknown>('x', -1, 1e9, null, [], true), fc.object())
    const keys = [
      'name',
      'audience',
      'language',
      'timezone',
      'theme',
      'organisation',
      'brand',
      'patina',
      'schedule',
      'now',
    ]
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value), (input) => {
        for (const { message } of curationSchema.safeParse(input).error?.issues ?? [])
          expect(message).toMatch(/^[a-z]/)
      }),
    )
  })
})

test('a key with nothing after it says nothing', () => {
  expect(
    curationSchema.parse({ items: { ruth: null }, screens: { main: null }, brand: null, patina: null }),
  ).toMatchObject({
    items: { ruth: {} },
    screens: { main: { mode: 'corridor' } },
  })
})

test('settings of a screen are its own, else the default ones, else the product’s', () => {
  const room = curationSchema.parse({ screens: { main: { distance_m: 5 }, default: { distance_m: 4 } } })
  expect(['main', 'other', 'constructor'].map((name) => screenSettings(room, name).distance_m)).toEqual([
    5, 4, 4,
  ])
  expect(screenSettings(DEFAULT_CURATION, 'constructor').distance_m).toBe(3)
})

test('decisions are found by any id, and only by it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (id, other) => {
      const room = curationSchema.parse({ items: Object.fromEntries([[id, { weight: 3 }]]) })
      // An object cannot keep this one as a key of its own from every source; YAML maps can.
      if (id !== '__proto__') expect(decisionFor(room, id)).toEqual({ weight: 3 })
      if (other !== id) expect(decisionFor(room, other)).toBeUndefined()
    }),
  )
  for (const id of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect(decisionFor(DEFAULT_CURATION, id)).toBeUndefined()
})

test('dates are read as people write them', () => {
  expect(
    curationSchema.parse({ items: { ruth: { from: '4 March 2026', until: 2027 } } }).items['ruth'],
  ).toEqual({
    from: '2026-03-04',
    until: '2027',
  })
})

describe('times of the week', () => {
  const DAYPARTS = { mornings: 'mon-fri 07:00-11:00', late: ['fri 22:00-02:00', 'sat'] }

  test('of items may be named ones of the room, and are times once they are read', () => {
    const room = curationSchema.parse({
      schedule: { dayparts: DAYPARTS },
      items: { a: { dayparts: 'mornings' }, b: { dayparts: ['late', 'sun 10-12'] }, c: { hidden: true } },
    })
    expect(Object.values(room.items).map(({ dayparts }) => dayparts)).toEqual([
      ['mon-fri 07:00-11:00'],
      ['fri 22:00-02:00', 'sat', 'sun 10-12'],
      undefined,
    ])
  })

  test.each([
    [
      { hours: 'mo-fry 8-18' },
      'schedule.hours.0 names a day that we do not know (“mo-fry”): write mon, tue, wed, thu, fri, sat or sun',
    ],
    [
      { hours: [] },
      'schedule.hours holds no time: take the line away, or write times such as mon-fri 08:00-18:00',
    ],
    [
      { sound_hours: 'mon 26-27' },
      'schedule.sound_hours.0 has a time that we cannot read (“26-27”): write it as mon-fri 08:00-18:00',
    ],
    [
      { holidays: 'Christmas' },
      'schedule.holidays has to be a list of days: write it as 2026-12-25, 12-25 for every year, or 2026-12-24 to 2027-01-01, with its name after it',
    ],
    [{ holidays: ['2026-12-25 to 2026-12-24'] }, 'schedule.holidays.0 ends before it begins'],
    [
      { holidays: [{ date: '2026-12-25', hours: 'noon' }] },
      'schedule.holidays.0.hours.0 names a day that we do not know (“noon”): write mon, tue, wed, thu, fri, sat or sun',
    ],
    [
      { dayparts: { early: 'mon 8' } },
      'schedule.dayparts.early.0 has a time that we cannot read (“8”): write it as mon-fri 08:00-18:00',
    ],
  ])('%o is refused', (schedule, message) => {
    expect(messages({ schedule })).toEqual([message])
  })

  test('of an item that are neither a name nor a time are refused, with the names that there are', () => {
    expect(messages({ schedule: { dayparts: DAYPARTS }, items: { a: { dayparts: ['morning'] } } })).toEqual([
      'items.a.dayparts.0 is no daypart: this room has mornings, late. Name it below schedule.dayparts, or write a time such as mon-fri 08:00-12:00',
    ])
    expect(messages({ items: { a: { dayparts: 'mon 8' } } })).toEqual([
      'items.a.dayparts.0 is no time of the week that we can read: write it as mon-fri 08:00-12:00',
    ])
  })

  test('a room that was kept is read as the same room', () => {
    const room = curationSchema.parse({
      schedule: {
        hours: { 'mon-fri': ['8-12', '13-18'], sun: 'closed' },
        holidays: ['2026-12-24 to 2027-01-01 Christmas', '05-01', { date: '2026-06-05', hours: '10-14' }],
        dayparts: DAYPARTS,
      },
      items: { a: { dayparts: 'mornings' } },
      now: {
        takeover: { message: 'Hello', until: '2026-12-01 18:00' },
        pause: { from: '2026-12-01 10:00' },
        pin: 'a',
      },
    })
    expect(curationSchema.parse(JSON.parse(JSON.stringify(room)))).toEqual(room)
    expect(room.schedule).toMatchObject({
      hours: ['mon-fri 8-12', 'mon-fri 13-18'],
      holidays: [
        { name: 'Christmas', from: '2026-12-24', until: '2027-01-01' },
        { from: '05-01', until: '05-01' },
        { hours: ['10-14'] },
      ],
    })
  })
})
