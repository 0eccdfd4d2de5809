import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../electron/sqlite.ts'
import { VISIT_IDLE_MS } from '../../renderer/core/booth/calls.ts'
import type { Envelope, Item } from '../../renderer/core/item.ts'
import { type HostRoom, openHost, persona, quote } from './host-room.ts'

const BOOTH = { screens: { default: { mode: 'booth' } }, timezone: 'UTC' }
const PUBLIC: Partial<Envelope> = {
  persona: ['ruth'],
  theme: ['lifts'],
  consent: {
    who: 'card 1',
    given: '2026-01-01',
    expires: '2026-11-02T09:10',
    purposes: ['display'],
    audience: ['public'],
  },
}
const ROOM = [persona('ruth'), quote('open', PUBLIC), quote('staff', { theme: ['lifts'] }), journey()]

function journey(): Item {
  return {
    id: 'journeys/ruth',
    kind: 'journey',
    title: 'Ruth goes to dialysis',
    envelope: { evidence: 'research', persona: ['ruth'] },
    body: { actor: 'Ruth', scenario: 'Dialysis', phases: [{ name: 'The lift' }, { name: 'The train' }] },
    media: {},
    path: 'journeys/ruth.yaml',
    line: 1,
  }
}

function taps(room: HostRoom): readonly object[] {
  const db = openDatabase(room.file, { readonly: true })
  try {
    return db.prepare('SELECT * FROM taps ORDER BY place, value').all() as readonly object[]
  } finally {
    db.close()
  }
}

describe('a booth', () => {
  it('is for the public, whatever is written', () => {
    const room = openHost(ROOM, { ...BOOTH, audience: 'staff' })
    expect(room.host.counts()).toMatchObject({ total: 4, eligible: 3 })
    const other = openHost(ROOM, { screens: { default: { mode: 'booth', audience: 'staff' } } })
    expect(other.host.counts().eligible).toBe(3)
  })

  it('lets a visit take the place of the loop, which goes on where it was', () => {
    const room = openHost(ROOM, BOOTH)
    room.paint()
    const before = room.play?.item.id
    room.host.handlers.visit()
    expect(room.snapshot.wall).toEqual({ type: 'visit' })
    expect(room.snapshot.booth).toMatchObject({ isVisited: true })
    room.host.handlers.leaveVisit()
    expect(room.snapshot.booth?.isVisited).toBe(false)
    expect(room.play?.item.id).toBe(before)
  })

  it('forgets a visit that nobody goes on with after 45 seconds, and not before', () => {
    const room = openHost(ROOM, BOOTH)
    room.host.handlers.visit()
    room.clock.pass(VISIT_IDLE_MS - 1)
    expect(room.snapshot.wall.type).toBe('visit')
    room.host.handlers.visit()
    room.clock.pass(VISIT_IDLE_MS - 1)
    expect(room.snapshot.wall.type).toBe('visit')
    room.clock.pass(1)
    expect(room.snapshot.wall.type).toBe('play')
    expect(room.host.handlers.visitItems({ way: 'theme', value: 'lifts' })).toEqual([])
  })

  it('offers what the public may see, and counts as shown what was painted', () => {
    const room = openHost(ROOM, BOOTH)
    room.host.handlers.visit()
    expect(room.host.handlers.visitChoices()).toMatchObject({
      persona: [{ value: 'personas/ruth', count: 3 }],
      theme: [{ value: 'lifts', count: 1 }],
      stage: [],
    })
    const slides = room.host.handlers.visitItems({ way: 'persona', value: 'personas/ruth' })
    expect(slides.map(({ item }) => item.id)).toEqual(['personas/ruth', 'journeys/ruth', 'quotes/open'])
    expect(JSON.stringify(slides)).not.toContain('card 1')
    expect(room.plays()).toEqual([])
    const [first, second] = slides
    for (const { playId = '' } of [{ ...first }, { ...first }, { ...second }]) {
      room.host.handlers.painted({ playId })
      room.clock.pass(1_000)
    }
    room.host.handlers.leaveVisit()
    expect(room.plays()).toMatchObject([
      { item_id: 'personas/ruth', end_reason: 'shown' },
      { item_id: 'journeys/ruth', end_reason: 'shown' },
    ])
    expect(room.plays()[0]?.ended_at).toBe(room.plays()[1]?.painted_at)
    // A slide of a visit that is over was not shown, whatever a window says.
    room.host.handlers.painted({ playId: slides[2]?.playId ?? '' })
    expect(room.plays()).toHaveLength(2)
  })

  it('ends a visit when something that was handed out may be shown no longer', () => {
    const room = openHost(ROOM, BOOTH)
    room.host.handlers.visit()
    room.host.handlers.visitItems({ way: 'theme', value: 'lifts' })
    for (let looks = 0; looks < 40 && room.snapshot.wall.type === 'visit'; looks += 1) {
      room.clock.pass(30_000)
      if (room.snapshot.wall.type === 'visit') room.host.handlers.visit()
    }
    expect(room.snapshot.wall.type).toBe('play')
    expect(room.clock.now()).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 2, 9, 11))
    expect(room.clock.now()).toBeLessThan(Date.UTC(2026, 10, 2, 9, 13))
  })

  it('counts taps by the day and by nothing else', () => {
    const room = openHost(ROOM, BOOTH)
    const { handlers } = room.host
    expect(handlers.meToo({ itemId: 'quotes/open' })).toBe(0)
    handlers.visit()
    expect(handlers.meToo({ itemId: 'quotes/open' })).toBe(1)
    expect(handlers.meToo({ itemId: 'quotes/open' })).toBe(2)
    expect(handlers.meToo({ itemId: 'quotes/staff' })).toBe(0)
    expect(handlers.feel({ itemId: 'journeys/ruth', phase: 'The lift', feeling: -2 })).toEqual([
      { phase: 'The lift', counts: [1, 0, 0, 0, 0] },
      { phase: 'The train', counts: [0, 0, 0, 0, 0] },
    ])
    expect(handlers.feel({ itemId: 'journeys/ruth', phase: 'Words of my own', feeling: 1 })).toEqual([])
    const day = '2026-11-02'
    expect(taps(room)).toEqual([
      { day, item_id: 'quotes/open', place: '', value: 1, count: 2 },
      { day, item_id: 'journeys/ruth', place: 'The lift', value: -2, count: 1 },
    ])
    room.index.gone = [{ id: 'journeys/ruth', what: 'erased' }] as typeof room.index.gone
    room.index.set(room.index.items.slice(0, 3), BOOTH)
    room.host.indexChanged()
    expect(taps(room)).toHaveLength(1)
  })

  it('counts no more than a visitor can mean', () => {
    const room = openHost(ROOM, BOOTH)
    room.host.handlers.visit()
    for (let tap = 0; tap < 200; tap += 1) room.host.handlers.meToo({ itemId: 'quotes/open' })
    expect(taps(room)).toMatchObject([{ count: 60 }])
  })

  it('draws nothing back where the room does not wish it', () => {
    const room = openHost(ROOM, { screens: { default: { mode: 'booth', booth: { draw_back: false } } } })
    room.host.handlers.visit()
    expect(room.host.handlers.feel({ itemId: 'journeys/ruth', phase: 'The lift', feeling: 1 })).toEqual([])
    expect(taps(room)).toHaveLength(1)
  })

  it('is dark outside its hours, and nobody explores it then', () => {
    const room = openHost(ROOM, { ...BOOTH, schedule: { hours: '10:00-18:00' } })
    room.host.handlers.visit()
    expect(room.snapshot.wall).toEqual({ type: 'off' })
  })

  it('is what the others are not: on a corridor a visit is nothing', () => {
    const room = openHost(ROOM)
    room.paint()
    room.host.handlers.visit()
    expect(room.snapshot.booth).toBeUndefined()
    expect(room.snapshot.wall.type).toBe('play')
    expect(room.host.handlers.visitChoices()).toEqual({ persona: [], stage: [], theme: [] })
    expect(room.host.handlers.meToo({ itemId: 'quotes/open' })).toBe(0)
  })
})
