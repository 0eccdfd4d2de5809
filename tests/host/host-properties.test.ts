import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { START } from './fake-clock.ts'
import { type HostRoom, openHost, quote } from './host-room.ts'

/** What can happen to a host, in any order. */
type Happening =
  | { readonly type: 'paint' | 'fail' | 'lose' | 'end' | 'paint late' }
  | { readonly type: 'pass'; readonly ms: number }
  | { readonly type: 'set clock'; readonly ms: number }
  | { readonly type: 'edit'; readonly shown: readonly string[]; readonly withheld: readonly string[] }
  | { readonly type: 'order'; readonly rules: object }

/** What a curator may say of when and now; the host's day begins at nine. */
const RULES: readonly object[] = [
  {},
  { now: { takeover: { message: 'We meet downstairs.', until: '2026-11-02 09:02' } } },
  { now: { takeover: { item: 'quotes/b', until: '2026-11-02 09:03' } } },
  { now: { takeover: { item: 'quotes/e', from: '2026-11-02 09:01', until: '2026-11-03' } } },
  { now: { pause: { from: '2026-11-02 09:00', until: '2026-11-02 09:04' } } },
  { now: { pin: ['quotes/a', 'quotes/d'] } },
  { items: { 'quotes/c': { pinned: true } }, now: { pin: 'quotes/b' } },
  { schedule: { hours: '09:01-09:03, 10:00-20:00' } },
  { items: { 'quotes/a': { dayparts: '09:01-09:02' }, 'quotes/b': { dayparts: 'sat' } } },
].map((rules) => ({ timezone: 'UTC', ...rules }))

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom(
        'paint' as const,
        'fail' as const,
        'lose' as const,
        'end' as const,
        'paint late' as const,
      ),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 40_000 }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('set clock' as const),
      ms: fc.integer({ min: -1e9, max: 1e9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('edit' as const), shown: names, withheld: names }) },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('order' as const), rules: fc.constantFrom(...RULES) }),
  },
)

function happen(room: HostRoom, each: Happening, before: string | undefined): void {
  const { host, clock, index } = room
  const playId = room.play?.playId ?? ''
  switch (each.type) {
    case 'paint':
      return void room.paint()
    case 'paint late':
      return host.handlers.painted({ playId: before ?? '' })
    case 'fail':
      return host.handlers.failed({ playId, reason: 'x' })
    case 'end':
      return host.handlers.mediaEnded({ playId })
    case 'lose':
      return host.wallLost()
    case 'pass':
      return clock.pass(each.ms)
    case 'set clock':
      return clock.setNow(START + each.ms)
    case 'edit': {
      const withheld = new Set(each.withheld)
      const shown = each.shown.filter((name) => !withheld.has(name))
      const free = { consent: { public_source: 'A review' } }
      index.set([
        ...shown.map((name) => quote(name, free)),
        ...each.withheld.map((name) => quote(name, { consent: undefined })),
      ])
      return host.indexChanged()
    }
    case 'order':
      index.set(index.items, each.rules)
      return host.indexChanged()
  }
}

describe('whatever happens, in any order', () => {
  it('one play at most is open, each was painted once, nothing withheld is told, and something plays if it may', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60 }), (story) => {
        const room = openHost([quote('a'), quote('b'), quote('c')])
        let painted = 0
        for (const each of story) {
          const { playId } = room.play ?? {}
          happen(room, each, playId)
          expect(room.painted.length - painted).toBeLessThanOrEqual(1)
          painted = room.painted.length
          expectSound(room)
        }
        const plays = room.plays()
        expect(plays).toHaveLength(room.painted.length)
        const open = plays.filter((play) => play.ended_at === null).map((play) => play.play_id)
        expect(open.length).toBeLessThanOrEqual(1)
        if (open.length > 0) expect(open).toEqual([room.play?.playId])
        for (const play of plays)
          expect(play.ended_at ?? play.painted_at).toBeGreaterThanOrEqual(play.painted_at)
      }),
      { numRuns: 90 },
    )
  })
})

function expectSound(room: HostRoom): void {
  const { wall, problems } = room.snapshot
  const onTheWall = JSON.stringify(wall)
  for (const { id, facts } of room.index.cards) {
    if (facts.consent !== undefined) continue
    expect(onTheWall).not.toContain(id)
    expect(problems.some(({ path, severity }) => path === `${id}.md` && severity === 'warning')).toBe(true)
  }
  const { eligible, total } = room.host.counts()
  if (wall.type === 'empty') expect(total).toBe(0)
  if (wall.type === 'withheld') expect(eligible).toBe(0)
  if (wall.type === 'off') expect(room.index.curation.schedule.hours).toBeDefined()
  if (wall.type === 'message') expect(room.index.curation.now.takeover).not.toEqual([])
  if (wall.type === 'play') expect(eligible).toBeGreaterThan(0)
}
