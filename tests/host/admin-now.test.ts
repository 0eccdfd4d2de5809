import { describe, expect, it } from 'vitest'
import { openHost, quote } from './host-room.ts'

/** What the curator sees of this moment, and the word that she may say to the player. */

const ROOM = [quote('a'), quote('b'), quote('c')]

describe('what is on now', () => {
  it('is told with the time of its paint and of its end, by the machine’s clock', async () => {
    const room = openHost(ROOM)
    const before = await room.host.handlers.live({ width: 100 })
    expect(before.on).toMatchObject({ itemId: room.play?.item.id, since: undefined, until: undefined })
    room.clock.pass(2_000)
    room.paint()
    const painted = room.clock.now()
    room.clock.pass(3_000)
    const { on, now, picture } = await room.host.handlers.live({ width: 100 })
    expect(picture).toEqual({ type: 'no-wall' })
    expect(now).toBe(room.clock.now())
    expect(on?.since).toBe(painted)
    expect(on?.until).toBe(painted + (room.play?.dwellMs ?? 0))
    expect(on?.reasons.length).toBeGreaterThan(0)
  })

  it('has no end while it is paused, and says what follows otherwise', async () => {
    const room = openHost(ROOM)
    room.paint()
    const [next] = await room.host.handlers.upcoming({ count: 1 })
    expect(next).toMatchObject({ itemId: room.next?.item.id, kind: 'quote' })
    room.index.set(ROOM, { timezone: 'UTC', now: { pause: { from: '2026-11-02T08:59' } } })
    room.host.indexChanged()
    expect((await room.host.handlers.live({ width: 100 })).on?.until).toBeUndefined()
    expect(room.snapshot.admin?.order).toMatchObject({ type: 'pause' })
  })
})

describe('a word to the player', () => {
  it('skips and replays what is on, and nothing that is no longer', async () => {
    const room = openHost(ROOM)
    room.paint()
    const { playId = '', item } = room.play ?? {}
    await room.host.handlers.skip({ playId })
    const next = room.play
    expect(next?.item.id).not.toBe(item?.id)
    // Pressed twice: the second one is too late for the first play, and is not meant for this one.
    await room.host.handlers.skip({ playId })
    expect(room.play?.playId).toBe(next?.playId)
    await room.host.handlers.replay({ playId: next?.playId ?? '' })
    expect(room.play).toMatchObject({ item: { id: next?.item.id } })
    expect(room.play?.playId).not.toBe(next?.playId)
  })
})

describe('on a desk', () => {
  it('stays at what it would begin with, and takes nothing for a wall that paints nothing', () => {
    const room = openHost(ROOM, {}, 'default', { hasWall: false })
    const first = room.play?.playId
    room.clock.pass(600_000)
    expect(room.play?.playId).toBe(first)
    expect(room.unpainted).toBe(0)
    expect(room.plays()).toEqual([])
    expect(room.snapshot.admin).toMatchObject({ hasWall: false, counts: { total: 3, eligible: 3 } })
  })
})

describe('the keys on the wall', () => {
  it('follow the room’s setting, and never open anything in a booth', () => {
    const room = openHost(ROOM)
    expect(room.host.admin()).toEqual({ shortcut: true, lock_minutes: 10 })
    room.index.set(ROOM, { admin: { shortcut: false, lock_minutes: 3 } })
    room.host.indexChanged()
    expect(room.host.admin()).toEqual({ shortcut: false, lock_minutes: 3 })
    room.index.set(ROOM, { screens: { default: { mode: 'booth' } } })
    room.host.indexChanged()
    expect(room.host.admin().shortcut).toBe(false)
  })
})

describe('a room of several screens', () => {
  it('tells of each what holds there now: hours, order, visitors and sound', () => {
    const room = openHost(ROOM)
    room.index.set(ROOM, {
      timezone: 'UTC',
      screens: {
        default: {},
        lounge: { sound: { on: true, volume: 0.3 }, schedule: { hours: 'mon-sun 01:00-02:00' } },
        hall: {},
      },
      now: {
        takeover: { message: 'Downstairs.', until: '2026-12-24', screens: ['hall'] },
        visitors: { audience: 'guests', until: '2026-12-24', screens: ['hall'] },
        pin: { item: 'quotes/b', screens: ['lounge'] },
      },
    })
    room.host.indexChanged()
    const { admin } = room.snapshot
    expect(admin?.order.type).toBe('none')
    expect(admin?.elsewhere.map(({ name }) => name)).toEqual(['lounge', 'hall'])
    const [lounge, hall] = admin?.elsewhere ?? []
    expect(lounge).toMatchObject({
      hours: { isOn: false },
      order: { type: 'pin' },
      sound: { on: true, volume: 0.3 },
    })
    expect(lounge?.pinned.map(({ id }) => id)).toEqual(['quotes/b'])
    expect(hall).toMatchObject({
      hours: { isOn: true },
      order: { type: 'message', until: Date.UTC(2026, 11, 25) },
      visitors: { audience: 'guests' },
    })
  })
})
