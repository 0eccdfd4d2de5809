import { describe, expect, it } from 'vitest'
import { START } from './fake-clock.ts'
import { type HostRoom, openHost, persona, quote } from './host-room.ts'

const UTC = { timezone: 'UTC' }
const EIGHT = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => quote(name))
const foreseen = (room: HostRoom, count: number) => room.host.forecast.upcoming(count)

/** Paints what is on and lets it run its time, so many times; returns what came after it. */
function goOn(room: HostRoom, slides: number): { id: string; at: number }[] {
  return Array.from({ length: slides }, () => {
    room.show(1)
    return { id: room.play?.item.id ?? '', at: room.clock.now() }
  })
}

describe('what is foreseen', () => {
  it('is what then comes, when it was said, and asking leaves no trace, over a restart too', () => {
    const curation = {
      ...UTC,
      rotation: { seconds_min: 10, seconds_max: 10, promises: { every: 'persona', within: '2 min' } },
    }
    const items = [...EIGHT, persona('ruth'), persona('marek')]
    const [asked, other] = [openHost(items, curation), openHost(items, curation)]
    expect(goOn(asked, 5)).toEqual(goOn(other, 5))
    asked.paint()
    const ten = foreseen(asked, 10)
    expect(foreseen(asked, 10)).toEqual(ten)
    expect(ten.every(({ why, title }) => /\.$/.test(why) && title !== '')).toBe(true)
    const came = goOn(asked, 10)
    expect(ten.map(({ id, at }) => ({ id, at }))).toEqual(came)
    expect(goOn(other, 10)).toEqual(came)
    expect(foreseen(asked.killAndRestart(), 10).map(({ id }) => id)).toEqual(
      foreseen(other, 10).map(({ id }) => id),
    )
  })

  it('is what is held while something is, and nothing while the screen is off', () => {
    const pinned = openHost(EIGHT, { ...UTC, now: { pin: ['quotes/b', 'quotes/c'] } })
    expect(foreseen(pinned, 3).map(({ id, why }) => `${id}: ${why}`)).toEqual([
      'quotes/c: A curator has pinned it.',
      'quotes/b: A curator has pinned it.',
      'quotes/c: A curator has pinned it.',
    ])
    expect(foreseen(openHost(EIGHT, { ...UTC, schedule: { hours: 'sat' } }), 3)).toEqual([])
    expect(foreseen(openHost([], UTC), 3)).toEqual([])
  })

  it('begins after a pause', () => {
    const room = openHost(EIGHT, { ...UTC, now: { pause: { from: '2026-11-02 09:00' } } })
    room.paint()
    expect(foreseen(room, 1)[0]?.at).toBe(START + 30 * 60_000)
  })
})

describe('one item', () => {
  it('says why it is on, when it comes, or every reason why it does not', () => {
    const room = openHost(
      [...EIGHT, quote('over', { until: '2026-10-30' }), quote('secret', { consent: undefined })],
      { ...UTC, items: { 'quotes/secret': { hidden: true } } },
    )
    const { outlook } = room.host.forecast
    const on = room.paint()
    expect(outlook(on)).toMatchObject({ isOn: true, against: [] })
    expect(outlook(on).words[0]).toMatch(/^It is on now\. The room shows its range first/)
    const [next] = foreseen(room, 1)
    expect(outlook(next?.id ?? '').words).toEqual([expect.stringMatching(/^Its turn comes/)])
    expect(outlook('quotes/over').words).toEqual([
      'It was to be shown until 2026-10-30: that was 3 days ago (2026-10-30).',
    ])
    expect(outlook('quotes/secret').against.map(({ what }) => what)).toEqual(['withheld', 'hidden'])
    expect(outlook('quotes/nobody').words).toEqual(['There is no item quotes/nobody in this room.'])
    room.index.problems = [
      { path: 'quotes/torn.md', line: 3, severity: 'error', message: 'No text.', hint: 'Write it.' },
    ]
    room.index.set(EIGHT, UTC)
    room.host.indexChanged()
    expect(outlook('quotes/torn').words[0]).toContain('quotes/torn.md')
  })
})

describe('other weights', () => {
  it('are told as shares of the time, before anybody has them', () => {
    const room = openHost([...EIGHT, persona('ruth')], { ...UTC, items: { 'quotes/b': { weight: 0 } } })
    const { byItem, byKind } = room.host.forecast.shares({ 'quotes/a': 3, 'quotes/b': 1, 'quotes/none': 2 })
    expect(byItem.map(({ id, time, before }) => [id, time, before.time])).toEqual([
      ['quotes/a', expect.closeTo(3 / 11, 6), expect.closeTo(1 / 8, 6)],
      ['quotes/b', expect.closeTo(1 / 11, 6), 0],
      ['quotes/none', 0, 0],
    ])
    expect(byKind['persona']).toEqual({ time: expect.closeTo(1 / 11, 6), before: expect.closeTo(1 / 8, 6) })
    expect(byItem[0]?.anHour).toBeCloseTo((360 * 3) / 11, 3)
  })
})

describe('promises', () => {
  it('are counted since the screen began, over a restart, with what stands against them', () => {
    const rotation = { seconds_min: 10, seconds_max: 10, promises: [{ every: 'persona', within: '1 min' }] }
    const room = openHost([...EIGHT, persona('ruth'), persona('marek', { until: '2026-01-01' })], {
      ...UTC,
      rotation,
    })
    room.show(60)
    const [told] = room.host.forecast.promises()
    expect(told).toMatchObject({ promise: 'every persona within 1 min', missed: 0, late: [] })
    expect(told?.kept).toBeGreaterThan(8)
    expect(told?.why).toEqual(['Nothing of marek may be shown now; ask why not of its items.'])
    expect(room.killAndRestart().host.forecast.promises()[0]?.kept).toBe(told?.kept)
  })

  it('that nobody can keep are told with the reason', () => {
    const names = Array.from({ length: 9 }, (_, at) => persona(`p${at}`))
    const rotation = { seconds_min: 10, seconds_max: 10, promises: [{ every: 'persona', within: '1 min' }] }
    const room = openHost(names, { ...UTC, rotation })
    room.show(60)
    const [told] = room.host.forecast.promises()
    expect(told?.missed).toBeGreaterThan(10)
    expect(told?.why[0]).toBe(
      '9 personas take about 2 minutes, a turn each: that does not fit into 1 minute.',
    )
  })
})

describe('a curator', () => {
  it('lets the wall go on, or has the same again', () => {
    const room = openHost(EIGHT, UTC)
    const first = room.paint()
    void room.host.handlers.skip({ playId: room.play?.playId ?? '' })
    const second = room.paint()
    expect(second).not.toBe(first)
    void room.host.handlers.replay({ playId: room.play?.playId ?? '' })
    expect(room.paint()).toBe(second)
    expect(room.plays().map(({ item_id, end_reason }) => [item_id, end_reason])).toEqual([
      [first, 'interrupted'],
      [second, 'interrupted'],
      [second, null],
    ])
  })
})
