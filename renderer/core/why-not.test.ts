import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card as makeCard } from '../../tests/cards.ts'
import { curationSchema } from './curation.ts'
import { type Card, judge } from './deck.ts'
import { nowOrder } from './now-orders.ts'
import { screenState } from './screen-state.ts'
import type { Standing, StandingFacts } from './standing.ts'
import { type WhyNotContext, whyNot } from './why-not.ts'

const utc = (text: string): number => Date.parse(`${text}Z`)
/** A Sunday. */
const NOW = utc('2026-11-22T20:00')
const CONSENT = {
  who: 'card 1',
  given: '2025-01-01',
  expires: '2027-01-01',
  purposes: ['display'],
  audience: ['staff' as const],
}
const WRONG = { isTrusted: false, because: 'It says 1970-01-01.' } as const

function card(facts: Partial<StandingFacts> = {}, rest: Partial<Card> = {}): Card {
  return makeCard('quotes/a', {
    facts: { basis: 'consent', consent: CONSENT, personalData: [], ...facts },
    ...rest,
  })
}

const room = (rest: object = {}) => curationSchema.parse({ timezone: 'Europe/London', ...rest })
const SHOWN = (id: string): Standing | undefined =>
  id.startsWith('quotes/') ? { state: 'shown' } : undefined

function why(of: Card | undefined, curation: object = {}, context: Partial<WhyNotContext> = {}): string[] {
  const found = whyNot('quotes/a', of, room(curation), {
    screen: 'main',
    now: NOW,
    standingOf: SHOWN,
    ...context,
  })
  return found.map(({ what, words }) => `${what}: ${words}`)
}

describe('why an item is not on the wall', () => {
  test('there is no reason where it may be', () => {
    expect(why(card())).toEqual([])
  })

  test.each<[string, Card | undefined, object, Partial<WhyNotContext>, string]>([
    ['missing', undefined, {}, {}, 'missing: There is no item quotes/a in this room.'],
    [
      'a problem',
      undefined,
      {},
      {
        problem: {
          path: 'quotes/a.md',
          line: 3,
          field: 'captured',
          severity: 'error',
          message: 'Is no date.',
          hint: 'Write one.',
        },
      },
      'problem: quotes/a.md:3: captured: Is no date. Write one.',
    ],
    ['withheld', card({ consent: undefined }), {}, {}, 'withheld: No consent to display is recorded.'],
    [
      'consent that ended',
      card({ consent: { ...CONSENT, expires: '2026-11-19' } }),
      {},
      {},
      'expired: Consent ended 3 days ago (2026-11-19).',
    ],
    [
      'consent of two years',
      card({ consent: { ...CONSENT, given: '2024-11-21', expires: undefined } }),
      {},
      {},
      'expired: Consent ended 1 day ago (2026-11-21).',
    ],
    [
      'its end',
      card({ until: '2026-10' }),
      {},
      {},
      'expired: It was to be shown until 2026-10: that was 22 days ago (2026-10).',
    ],
    [
      'a minute ago',
      card({ until: '2026-11-22T19:59' }),
      {},
      {},
      'expired: It was to be shown until 2026-11-22T19:59: that was today (2026-11-22T19:59).',
    ],
    [
      'its beginning',
      card(),
      { items: { 'quotes/a': { from: '2026-12-24' } } },
      {},
      'not-yet: It is to be shown from 2026-12-24: in 32 days.',
    ],
    [
      'later today',
      card({ from: '2026-11-22T21:00' }),
      {},
      {},
      'not-yet: It is to be shown from 2026-11-22T21:00: later today.',
    ],
    ['hidden', card(), { items: { 'quotes/a': { hidden: true } } }, {}, 'hidden: A curator has hidden it.'],
    [
      'its daypart',
      card(),
      { items: { 'quotes/a': { dayparts: 'tue-fri 08:00-18:00' } } },
      {},
      'closed: Its daypart is closed until Tue 08:00: it plays tue-fri 08:00-18:00.',
    ],
    [
      'a wrong clock',
      card(),
      {},
      { clock: WRONG },
      'clock: The clock of this machine is wrong, and whether this may be shown hangs on the date. It says 1970-01-01.',
    ],
    [
      'its weight',
      card(),
      { items: { 'quotes/a': { weight: 0 } } },
      {},
      'never: Its weight is 0: it never plays.',
    ],
    ['no slide', card({}, { parts: [] }), {}, {}, 'never: There is nothing of it to be drawn.'],
    [
      'set aside',
      card(),
      {},
      { isSetAside: true },
      'set-aside: It could not be drawn, and is tried again within the hour.',
    ],
    [
      'the screen’s hours',
      card(),
      { schedule: { hours: 'mon-fri 8-18' } },
      {},
      'screen-off: The screen is off until Mon 08:00: these are not its hours.',
    ],
    [
      'a message',
      card(),
      { now: { takeover: { message: 'Hello', until: '2026-11-22 21:00' } } },
      {},
      'takeover: A message has this screen until 21:00.',
    ],
    [
      'another item',
      card(),
      { now: { takeover: { item: 'quotes/b', until: '2026-11-23' } } },
      {},
      'takeover: quotes/b has this screen until Tue 00:00.',
    ],
    [
      'a pause',
      card(),
      { now: { pause: { from: '2026-11-22 19:45' } } },
      {},
      'pause: The wall is paused until 20:15; what is on stays on.',
    ],
    ['a pin', card(), { now: { pin: 'quotes/b' } }, {}, 'pin: Only what is pinned plays: quotes/b.'],
  ])('%s', (_, of, curation, context, reason) => {
    expect(why(of, curation, context)).toEqual([reason])
  })

  test('what was ordered itself has nothing against it', () => {
    expect(why(card(), { now: { takeover: { item: 'quotes/a', until: '2026-11-23' } } })).toEqual([])
    expect(why(card(), { now: { pin: 'quotes/a' } })).toEqual([])
  })

  test('every reason is told, the gravest first', () => {
    const of = card({
      consent: { ...CONSENT, expires: '2026-11-19', withdrawn: '2026-11-01' },
      until: '2026-11-20',
    })
    const curation = {
      items: { 'quotes/a': { hidden: true, weight: 0, dayparts: 'mon 8-9' } },
      schedule: { hours: 'mon 8-9' },
      now: { pin: 'quotes/b' },
    }
    const found = why(of, curation).map((line) => line.split(':')[0])
    expect(found).toEqual([
      'withheld',
      'expired',
      'expired',
      'hidden',
      'closed',
      'never',
      'screen-off',
      'pin',
    ])
  })
})

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })
const date = fc.constantFrom(
  '2026',
  '2026-11',
  '2026-11-21',
  '2026-11-22',
  '2026-11-23',
  '2026-11-22T20:00',
  '2027',
)
const facts = fc.record({
  basis: fc.constantFrom('none' as const, 'consent' as const, 'consent-or-public' as const),
  consent: maybe(fc.record({ ...mapped(CONSENT), given: date, expires: maybe(date) })),
  audience: fc.constantFrom(undefined, [], ['staff' as const], ['public' as const]),
  from: maybe(date),
  until: maybe(date),
  personalData: fc.constantFrom([], ['IBAN' as const]),
})
const decision = fc.record({
  hidden: maybe(fc.boolean()),
  weight: maybe(fc.constantFrom(0, 2)),
  from: maybe(date),
  until: maybe(date),
  dayparts: fc.constantFrom(undefined, 'sun 19-21', 'mon 8-18'),
})
const now = fc.constantFrom(
  {},
  { pin: 'quotes/a' },
  { pin: 'quotes/b' },
  { takeover: { message: 'x', until: '2027' } },
  { takeover: { item: 'quotes/a', until: '2027' } },
)
const hours = fc.constantFrom(undefined, 'daily', 'mon-fri 8-18')

function mapped<Value extends object>(value: Value) {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fc.constant(each)])) as {
    [Key in keyof Value]: fc.Arbitrary<Value[Key]>
  }
}

test('an item has a reason against it exactly when it is not eligible', () => {
  fc.assert(
    fc.property(facts, decision, now, hours, (given, decided, orders, on) => {
      const of = card(given as Partial<StandingFacts>)
      const curation = room({ items: { 'quotes/a': decided }, now: orders, schedule: { hours: on } })
      const context = { screen: 'main', now: NOW, standingOf: SHOWN }
      const standing = judge(curation, context)(of)
      const { order } = nowOrder(curation, 'main', NOW, SHOWN)
      const isWanted =
        order.type === 'none' ||
        (order.type === 'takeover' && order.itemId === of.id) ||
        (order.type === 'pin' && order.itemIds.includes(of.id))
      const isEligible =
        standing.state === 'shown' &&
        decided.weight !== 0 &&
        isWanted &&
        screenState(curation, 'main', NOW).isOn
      const found = whyNot(of.id, of, curation, context)
      expect(found.length === 0).toBe(isEligible)
      if (standing.state !== 'shown') expect(found[0]?.what).toBe(standing.state)
      for (const { words } of found) expect(words).toMatch(/^[A-Z].*\.$/)
    }),
    { numRuns: 2_000 },
  )
})
