import { describe, expect, it } from 'vitest'
import { fakeClock, START } from './fake-clock.ts'
import { HostRoom, Index, openHost, persona, quote } from './host-room.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const THREE = [quote('a'), quote('b'), quote('c')]
/** A Monday, nine o'clock. */
const ZONE = { timezone: 'UTC' }
const OFFICE = {
  ...ZONE,
  schedule: { hours: 'mon-fri 08:00-18:00', sound_hours: '09:00-12:00' },
  screens: { default: { sound: { on: true } } },
}

/** A room at another time than nine in the morning. */
function openAt(at: string, curation: object, { builtAt = 0, items = THREE } = {}): HostRoom {
  const index = new Index()
  index.set(items, curation)
  return new HostRoom(index, { clock: fakeClock(Date.parse(`${at}Z`)), builtAt })
}

const LOOK_MS = 1_000

/** Lets so much time pass before a wall that paints each slide within a second; returns the ids of those that it painted. */
function run(room: HostRoom, ms: number): string[] {
  const before = room.painted.length
  for (let passed = 0; passed < ms; passed += LOOK_MS) {
    if (room.play) room.paint()
    room.clock.pass(LOOK_MS)
  }
  return room.painted.slice(before).map(({ itemId }) => itemId)
}

function order(room: HostRoom, now: object, rest: object = ZONE): void {
  room.index.set(room.index.items, { ...rest, now })
  room.host.indexChanged()
}

describe('the hours of a screen', () => {
  it('turn it off at six, and on again in the morning with what was on', () => {
    const room = openAt('2026-11-02T17:58', OFFICE)
    run(room, 110_000)
    const id = room.paint()
    room.clock.pass(10_000)
    expect(room.snapshot).toMatchObject({
      wall: { type: 'off' },
      screen: { sound: false },
      now: { screen: 'The screen is off until Tue 08:00: these are not its hours.' },
    })
    const before = room.plays()
    expect(before.at(-1)).toMatchObject({
      item_id: id,
      end_reason: 'interrupted',
      ended_at: Date.UTC(2026, 10, 2, 18),
    })
    room.clock.pass(13 * HOUR + 59 * MINUTE)
    expect(room.snapshot.wall.type).toBe('off')
    expect(room.plays()).toEqual(before)
    expect(room.host.mayServe('f'.repeat(64))).toBeUndefined()
    room.clock.pass(MINUTE)
    expect(room.snapshot.wall.type).toBe('play')
    expect(room.play?.item.id).toBe(id)
  })

  it('keep their sound apart: it is allowed from nine to twelve', () => {
    const room = openAt('2026-11-02T08:59', OFFICE)
    const heard = [0, MINUTE, 3 * HOUR - MINUTE, MINUTE].map((ms) => {
      room.clock.pass(ms)
      return room.snapshot.screen.sound
    })
    expect(heard).toEqual([false, true, true, false])
  })

  it('close it on a holiday, also over a restart', () => {
    const room = openAt('2026-12-25T10:00', { ...OFFICE, schedule: { holidays: ['12-25 Christmas'] } })
    expect(room.snapshot.wall.type).toBe('off')
    expect(room.killAndRestart().snapshot.wall.type).toBe('off')
  })

  it('are those of the clock on the wall on a night that the clocks change', () => {
    const night = { timezone: 'Europe/London', schedule: { hours: '22:00-01:30' } }
    const states = (at: string): string[] => {
      const room = openAt(at, night)
      return Array.from({ length: 10 }, () => {
        const { type } = room.snapshot.wall
        room.clock.pass(15 * MINUTE)
        return type
      })
    }
    // In spring the clock goes from 00:59 to 02:00, and the screen off with it.
    expect(states('2026-03-29T00:30')).toEqual(['play', 'play', ...Array.from({ length: 8 }, () => 'off')])
    // In autumn it shows half past one twice.
    expect(states('2026-10-25T00:00')).toEqual([
      'play',
      'play',
      'off',
      'off',
      'play',
      'play',
      'off',
      'off',
      'off',
      'off',
    ])
  })

  it('let a room play every minute of them over the night that is an hour longer', () => {
    const room = openAt('2026-10-24T22:00', { timezone: 'Europe/London' })
    let blank = 0
    for (let minute = 0; minute < 6 * 60; minute += 15) {
      if (room.snapshot.wall.type !== 'play') blank += 1
      run(room, 15 * MINUTE)
    }
    const plays = room.plays()
    expect(blank).toBe(0)
    for (const [at, play] of plays.entries()) {
      const next = plays[at + 1]
      if (next)
        expect(next.painted_at - (play.ended_at ?? 0)).toSatisfy((ms: number) => ms >= 0 && ms <= LOOK_MS)
    }
  })
})

describe('dayparts', () => {
  it('bring an item on at its time and take it off after it', () => {
    const room = openHost(THREE, {
      ...ZONE,
      schedule: { dayparts: { late: 'mon 09:30-10:00' } },
      items: { 'quotes/a': { dayparts: 'late' } },
    })
    expect(run(room, 30 * MINUTE)).not.toContain('quotes/a')
    const open = run(room, 30 * MINUTE)
    expect(open.filter((id) => id === 'quotes/a').length).toBeGreaterThan(open.length / 4)
    expect(run(room, 30 * MINUTE).slice(1)).not.toContain('quotes/a')
    // It is no withdrawal and no news: whoever agreed to it agreed to it all along.
    expect(room.snapshot.problems).toEqual([])
  })
})

describe('a takeover', () => {
  it('by words has the screen until its end, and then the wall goes on where it was', () => {
    const room = openHost(THREE, ZONE)
    run(room, 25_000)
    const id = room.play?.item.id
    order(room, { takeover: { message: 'We meet downstairs.', until: '2026-11-02 09:10' } })
    expect(room.snapshot).toMatchObject({
      wall: { type: 'message', message: 'We meet downstairs.' },
      now: { order: 'Taken over until 09:10.' },
    })
    const before = room.plays()
    expect(before.at(-1)?.end_reason).toBe('interrupted')
    room.clock.pass(9 * MINUTE)
    expect(room.plays()).toEqual(before)
    // Just past the minute: a slide that nobody paints gives way soon.
    room.clock.pass(40_000)
    expect(room.play?.item.id).toBe(id)
  })

  it('by an item shows it alone, and leaves no trace in the rotation, also over a restart', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => quote(name))
    const undisturbed = openHost(items, ZONE)
    const expected = undisturbed.show(9).slice(2)
    const room = openHost(items, ZONE)
    room.show(2)
    order(room, { takeover: { item: 'quotes/d', until: '2026-11-02 09:10' } })
    expect(new Set(run(room, 5 * MINUTE))).toEqual(new Set(['quotes/d']))
    const again = room.killAndRestart()
    expect(new Set(run(again, 4 * MINUTE))).toEqual(new Set(['quotes/d']))
    again.clock.pass(Date.UTC(2026, 10, 2, 9, 10) - again.clock.now())
    // The one that was cut off comes again, and then each that had no turn yet.
    expect(again.show(7)).toEqual(expected)
  })

  it('by what may not be shown is not followed, and the curator is told why', () => {
    const room = openHost([quote('a'), quote('secret', { consent: undefined })], ZONE)
    order(room, { takeover: { item: 'quotes/secret', until: '2026-11-02 10:00' } })
    expect(room.play?.item.id).toBe('quotes/a')
    expect(room.snapshot.problems.map(({ message }) => message)).toContain(
      'The takeover by quotes/secret is not followed: Neither consent to display nor a public source is recorded.',
    )
  })
})

describe('a pause', () => {
  it('keeps what is on and ends by itself', () => {
    const room = openHost(THREE, ZONE)
    room.show(1)
    const id = room.paint()
    order(room, { pause: { from: '2026-11-02 09:00' } })
    room.clock.pass(29 * MINUTE)
    expect([room.play?.item.id, room.plays().length]).toEqual([id, 2])
    expect(room.snapshot.now?.order).toBe('Paused; it goes on by itself at 09:30.')
    room.clock.pass(MINUTE)
    expect(room.play?.item.id).not.toBe(id)
    expect(room.plays()[1]).toMatchObject({ item_id: id, end_reason: 'shown' })
  })

  it('does not keep what may be shown no longer', () => {
    const room = openHost(THREE, ZONE)
    const id = room.paint()
    const now = { pause: { from: '2026-11-02 09:00' } }
    order(room, now)
    room.index.set(
      THREE.filter((item) => item.id !== id),
      { ...ZONE, now },
    )
    room.host.indexChanged()
    expect(room.play?.item.id).not.toBe(id)
  })
})

describe('a pin', () => {
  it('stays until it is taken away, on the screens that it names', () => {
    const room = openHost(THREE, ZONE)
    order(room, {
      pin: [
        { item: 'quotes/b', screens: ['default'] },
        { item: 'quotes/c', screens: ['lobby'] },
      ],
    })
    expect(new Set(run(room, 30 * MINUTE))).toEqual(new Set(['quotes/b']))
    order(room, {})
    expect(new Set(run(room, 5 * MINUTE)).size).toBe(3)
  })
})

describe('a clock that is plainly wrong', () => {
  const ITEMS = [
    persona('ruth'),
    quote('agreed'),
    quote('published', { consent: { public_source: 'Review site' } }),
    quote('dated', { consent: { public_source: 'Review site' }, until: '2099' }),
  ]
  const always = new Set(['personas/ruth', 'quotes/published'])

  it('lets only that play which hangs on no date, and says so, until it is right', () => {
    const room = openAt('2000-01-01T03:00', OFFICE, { builtAt: START, items: ITEMS })
    expect(new Set(run(room, 10 * MINUTE))).toEqual(always)
    expect(room.snapshot.problems[0]?.message).toBe(
      'The clock of this machine says 2000-01-01, which is before this version of the product was made (2026-11-02). Only what has no date, no daypart and no consent that could have ended is shown; the screen is on at all hours, and no order with an end is followed.',
    )
    expect(room.snapshot.screen.sound).toBe(false)
    expect(room.health()).toContain('clock-untrusted')
    room.clock.setNow(START + HOUR)
    room.clock.pass(MINUTE)
    expect(new Set(run(room, 10 * MINUTE)).size).toBe(4)
    expect(room.snapshot.problems).toEqual([])
  })

  it('is one that is far behind what it said, too, until somebody vouches for it', () => {
    const room = openAt('2026-11-02T09:00', ZONE, { items: ITEMS })
    expect(new Set(run(room, 10 * MINUTE)).size).toBe(4)
    room.clock.setNow(START - 30 * HOUR)
    room.clock.pass(MINUTE)
    expect(new Set(run(room, 10 * MINUTE))).toEqual(always)
    room.host.handlers.trustClock({ by: 'Research' })
    expect(new Set(run(room, 10 * MINUTE)).size).toBe(4)
  })
})
