import { describe, expect, test } from 'vitest'
import { curationSchema } from './curation.ts'
import { nowOrder } from './now-orders.ts'
import type { Standing } from './standing.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
const NOON = utc('2026-11-23T12:00')
const STANDINGS: Readonly<Record<string, Standing>> = {
  a: { state: 'shown' },
  b: { state: 'shown' },
  secret: { state: 'withheld', reasons: ['No consent to display is recorded.'] },
}
const room = (now: object, rest: object = {}) =>
  curationSchema.parse({ timezone: 'Europe/London', now, ...rest })
const order = (now: object, at = NOON, screen = 'main', rest: object = {}) =>
  nowOrder(room(now, rest), screen, at, (id) => STANDINGS[id])
const problems = (now: unknown): string[] =>
  (curationSchema.safeParse({ now }).error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')} ${message}`,
  )

describe('an order', () => {
  test('is none where none was given', () => {
    expect(order({})).toEqual({ order: { type: 'none' }, reason: '', refused: [], nextChange: undefined })
  })

  test('a takeover by words or by an item holds until its end, on the screens that it names', () => {
    const words = {
      takeover: { message: 'We meet downstairs.', until: '2026-11-23 12:30', screens: 'lobby' },
    }
    expect(order(words)).toMatchObject({ order: { type: 'none' } })
    expect(order(words, NOON, 'lobby')).toEqual({
      order: { type: 'message', message: 'We meet downstairs.', until: utc('2026-11-23T12:30') },
      reason: 'Taken over until 12:30.',
      refused: [],
      nextChange: utc('2026-11-23T12:30'),
    })
    expect(order(words, utc('2026-11-23T12:30'), 'lobby')).toMatchObject({
      order: { type: 'none' },
      nextChange: undefined,
    })
    const item = { takeover: [{ item: 'a', from: '2026-11-23 12:15', until: '2026-11-24' }] }
    expect(order(item)).toMatchObject({ order: { type: 'none' }, nextChange: utc('2026-11-23T12:15') })
    expect(order(item, utc('2026-11-23T12:15'))).toMatchObject({
      order: { type: 'takeover', itemId: 'a', until: utc('2026-11-25T00:00') },
      reason: 'Taken over until Wed 00:00.',
    })
  })

  test('a takeover by what may not be shown, or is not there, is not followed', () => {
    expect(order({ takeover: { item: 'secret', until: '2026-11-24' }, pin: 'a' })).toMatchObject({
      order: { type: 'pin', itemIds: ['a'] },
      refused: ['The takeover by secret is not followed: No consent to display is recorded.'],
    })
    expect(
      order({
        takeover: [
          { item: 'gone', until: '2026-11-24' },
          { item: 'b', until: '2026-11-24' },
        ],
      }),
    ).toMatchObject({
      order: { type: 'takeover', itemId: 'b' },
      refused: ['The takeover by gone is not followed: there is no item gone in this room.'],
    })
  })

  test('a pause ends by itself: at its end, else half an hour after it began', () => {
    const pause = { pause: { from: '2026-11-23 11:45' } }
    expect(order(pause)).toMatchObject({
      order: { type: 'pause', until: utc('2026-11-23T12:15') },
      reason: 'Paused; it goes on by itself at 12:15.',
    })
    expect(order(pause, utc('2026-11-23T12:15'))).toMatchObject({ order: { type: 'none' } })
    expect(order({ pause: { from: '2026-11-23 11:00', until: '2026-11-23 13:00' } })).toMatchObject({
      order: { type: 'pause', until: utc('2026-11-23T13:00') },
    })
  })

  test('takeover comes before pause, pause before pin, and of two alike the newer', () => {
    const pin = { pin: ['a', { item: 'b', screens: ['lobby'] }, 'secret'] }
    const pause = { pause: { from: '2026-11-23 11:45' } }
    const takeover = {
      takeover: [
        { item: 'a', from: '2026-11-23 09:00', until: '2026-11-24' },
        { message: 'Newer', from: '2026-11-23 10:00', until: '2026-11-24' },
        { item: 'b', until: '2026-11-24' },
      ],
    }
    expect(order({ ...pin, ...pause, ...takeover }).order).toMatchObject({
      type: 'message',
      message: 'Newer',
    })
    expect(order({ ...pin, ...pause }).order.type).toBe('pause')
    expect(order(pin)).toMatchObject({
      order: { type: 'pin', itemIds: ['a'] },
      nextChange: undefined,
      refused: ['secret is pinned and not shown: No consent to display is recorded.'],
    })
    expect(order(pin, NOON, 'lobby').order).toEqual({ type: 'pin', itemIds: ['a', 'b'] })
    expect(order({}, NOON, 'main', { items: { b: { pinned: true } } }).order).toEqual({
      type: 'pin',
      itemIds: ['b'],
    })
  })

  test('ends once, also in the hour that comes twice', () => {
    const takeover = {
      takeover: { message: 'Night shift', from: '2026-10-25 00:30', until: '2026-10-25 01:30' },
    }
    const types = ['00:00', '00:29', '00:30', '01:00', '01:29', '01:31'].map(
      (at) => order(takeover, utc(`2026-10-25T${at}`)).order.type,
    )
    expect(types).toEqual(['message', 'message', 'none', 'none', 'none', 'none'])
  })

  test('with an end is not followed by a clock that is wrong', () => {
    const now = { takeover: { item: 'a', until: '2027' }, pause: { from: '2026-11-23 11:45' }, pin: 'b' }
    const wrong = { isTrusted: false, because: 'It is wrong.' } as const
    expect(nowOrder(room(now), 'main', NOON, (id) => STANDINGS[id], wrong)).toMatchObject({
      order: { type: 'pin', itemIds: ['b'] },
      nextChange: undefined,
    })
  })
})

describe('an order that cannot be followed is refused where it is written', () => {
  test.each([
    [
      { takeover: { message: 'For ever' } },
      'now.takeover.0.until needs an end, so that no screen is taken over for ever: until: 2026-03-04 18:30',
    ],
    [
      { takeover: { message: 'For ever', until: null } },
      'now.takeover.0.until needs an end, so that no screen is taken over for ever: until: 2026-03-04 18:30',
    ],
    [
      { takeover: { until: '2026-11-24' } },
      'now.takeover.0 needs either message: with its words, or item: with the id of what is to be shown',
    ],
    [
      { takeover: { message: 'x', item: 'a', until: '2026-11-24' } },
      'now.takeover.0 needs either message: with its words, or item: with the id of what is to be shown',
    ],
    [
      { takeover: { message: 'x', until: '2026-11-24', screens: [] } },
      'now.takeover.0.screens names no screen: take the line away for all of them',
    ],
    [
      { takeover: { message: 'x'.repeat(161), until: '2026-11-24' } },
      'now.takeover.0.message is too long for a wall: 160 letters at most',
    ],
    [
      { pause: { until: '2026-11-24' } },
      'now.pause.0.from needs the minute at which it was ordered: from: 2026-03-04 10:00',
    ],
    [
      { pause: { from: '2026-11-24' } },
      'now.pause.0.from needs the minute as well: write it as 2026-03-04 10:00',
    ],
    [{ pin: '' }, 'now.pin.0.item is empty'],
  ])('%o', (now, message) => {
    expect(problems(now)).toEqual([message])
  })
})
