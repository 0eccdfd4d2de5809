import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card } from '../../tests/cards.ts'
import { type Curation, DEFAULT_CURATION, type Decision } from './curation.ts'
import { type Card, cardStanding, makeDeck } from './deck.ts'
import { AUDIENCES, type Audience, type Consent, type PublicSource } from './item.ts'
import type { Basis } from './kind.ts'
import { addMonths } from './local-time.ts'
import { PERSONAL_DATA } from './pii.ts'
import { CONSENT_MONTHS, DISPLAY, type StandingFacts, standing } from './standing.ts'

const two = (number: number): string => `${number}`.padStart(2, '0')
const day = fc
  .tuple(
    fc.integer({ min: 2020, max: 2032 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, date]) => `${year}-${two(month)}-${two(date)}`)
const minute = fc
  .tuple(day, fc.nat(23), fc.nat(59))
  .map(([date, hour, min]) => `${date}T${two(hour)}:${two(min)}`)
const when = fc.oneof(
  day,
  minute,
  day.map((date) => date.slice(0, 7)),
  day.map((date) => date.slice(0, 4)),
)
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined })

const consent: fc.Arbitrary<Consent> = fc.record({
  who: fc.constant('list, 7'),
  given: when,
  purposes: fc.subarray([DISPLAY, 'recording', 'training'], { minLength: 1 }),
  audience: fc.subarray([...AUDIENCES], { minLength: 1 }),
  expires: maybe(when),
  withdrawn: fc.option(fc.oneof(when, fc.constant('yes')), { nil: undefined, freq: 4 }),
})
const published: fc.Arbitrary<PublicSource> = fc.record({
  public_source: fc.constant('A review'),
  withdrawn: maybe(when),
})
const facts: fc.Arbitrary<StandingFacts> = fc.record({
  basis: fc.constantFrom<Basis>('none', 'consent', 'consent-or-public'),
  consent: maybe(fc.oneof(consent, published)),
  audience: maybe(fc.subarray([...AUDIENCES])),
  from: maybe(when),
  until: maybe(when),
  personalData: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray([...PERSONAL_DATA]) },
  ),
  withheldBecause: fc.option(fc.constant('Nobody has listened.'), { nil: undefined, freq: 4 }),
})
const decision: fc.Arbitrary<Decision | undefined> = maybe(
  fc.record({
    hidden: maybe(fc.boolean()),
    pinned: maybe(fc.boolean()),
    weight: maybe(fc.nat(100)),
    from: maybe(when),
    until: maybe(when),
  }),
)
const context = fc.record({ audience: fc.constantFrom(...AUDIENCES), minute })

const stateOf = (...args: Parameters<typeof standing>) => standing(...args).state

/** The rule once more, as plainly as it can be told: it is what the product promises. */
function mayBeShown(item: StandingFacts, audience: Audience, at: string): boolean {
  const given = item.consent
  if (item.personalData.length > 0 || item.withheldBecause !== undefined) return false
  if (item.audience !== undefined && !item.audience.includes(audience)) return false
  if (item.basis === 'none') return true
  if (given === undefined || given.withdrawn !== undefined) return false
  if ('public_source' in given) return item.basis === 'consent-or-public'
  const end = given.expires ?? addMonths(given.given, CONSENT_MONTHS)
  return (
    given.purposes.includes('display') &&
    given.audience.includes(audience) &&
    given.given <= at &&
    `${end}~` >= at
  )
}

describe('what may be shown', () => {
  test('nothing without a basis for this audience on this day, whatever a curator decided', () => {
    fc.assert(
      fc.property(facts, decision, context, (item, decided, place) => {
        if (stateOf(item, decided, place) === 'shown')
          expect(mayBeShown(item, place.audience, place.minute)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  test('and everything that has one, unless dates or a curator say otherwise', () => {
    fc.assert(
      fc.property(facts, context, (item, place) => {
        const undated = { ...item, from: undefined, until: undefined }
        // Consent of an item that needs none may still end: what was given for a time is not kept beyond it.
        fc.pre(item.basis !== 'none')
        expect(stateOf(undated, undefined, place) === 'shown').toBe(
          mayBeShown(undated, place.audience, place.minute),
        )
      }),
      { numRuns: 3000 },
    )
  })

  test('what has ended stays ended at any later time', () => {
    fc.assert(
      fc.property(facts, decision, context, minute, (item, decided, place, other) => {
        const later = other >= place.minute ? other : place.minute
        if (stateOf(item, decided, place) !== 'expired') return
        expect(stateOf(item, decided, { ...place, minute: later })).toBe('expired')
      }),
      { numRuns: 3000 },
    )
  })

  test('audiences are separate: who may see it follows from no other audience', () => {
    fc.assert(
      fc.property(consent, context, (given, place) => {
        const item: StandingFacts = { basis: 'consent', consent: given, personalData: [] }
        if (stateOf(item, undefined, place) === 'shown') expect(given.audience).toContain(place.audience)
      }),
    )
  })

  test('a state other than shown always gives its reasons, as sentences', () => {
    fc.assert(
      fc.property(facts, decision, context, (item, decided, place) => {
        const result = standing(item, decided, place)
        if (result.state === 'shown') return
        expect(result.reasons.length).toBeGreaterThan(0)
        for (const reason of result.reasons) expect(reason).toMatch(/^[A-Z].*\.$/)
      }),
    )
  })
})

describe('consent', () => {
  const at = (time: string) => ({ audience: 'staff' as const, minute: time })
  const given = (more: Partial<Consent> = {}): StandingFacts => ({
    basis: 'consent',
    personalData: [],
    consent: { who: 'list, 7', given: '2026-03-04', purposes: ['display'], audience: ['staff'], ...more },
  })

  test('lasts 24 months where it names no end, its last day included', () => {
    expect(stateOf(given(), undefined, at('2028-03-04T23:59'))).toBe('shown')
    expect(stateOf(given(), undefined, at('2028-03-05T00:00'))).toBe('expired')
  })

  test('ends by itself after the day that it names', () => {
    expect(stateOf(given({ expires: '2026-06-30' }), undefined, at('2026-06-30T23:59'))).toBe('shown')
    expect(standing(given({ expires: '2026-06-30' }), undefined, at('2026-07-01T00:00'))).toEqual({
      state: 'expired',
      reasons: ['Consent ended on 2026-06-30.'],
    })
  })

  test('to record is not consent to display', () => {
    expect(standing(given({ purposes: ['recording'] }), undefined, at('2026-05-01T12:00'))).toEqual({
      state: 'withheld',
      reasons: ['The consent is for recording, not to display.'],
    })
  })

  test('for staff is not consent for guests', () => {
    const guests = { audience: 'guests' as const, minute: '2026-05-01T12:00' }
    expect(standing(given(), undefined, guests)).toMatchObject({
      reasons: ['The consent is for staff, not for guests.'],
    })
  })

  test('taken back, it counts at once, whatever the date and however it is written', () => {
    for (const withdrawn of ['2026-04-01', '2031-01-01', 'yes', 'yesterday']) {
      expect(stateOf(given({ withdrawn }), undefined, at('2026-05-01T12:00'))).toBe('withheld')
    }
    const review: StandingFacts = {
      basis: 'consent-or-public',
      personalData: [],
      consent: { public_source: 'A review', withdrawn: '2026' },
    }
    expect(stateOf(review, undefined, at('2026-05-01T12:00'))).toBe('withheld')
  })

  test('a published source is a basis for words, not for a voice', () => {
    const consentless = { personalData: [], consent: { public_source: 'A review' } }
    expect(stateOf({ ...consentless, basis: 'consent-or-public' }, undefined, at('2026-05-01T12:00'))).toBe(
      'shown',
    )
    expect(stateOf({ ...consentless, basis: 'consent' }, undefined, at('2026-05-01T12:00'))).toBe('withheld')
  })
})

describe('the deck', () => {
  const curation = (items: Curation['items'], more: Partial<Curation> = {}): Curation => ({
    ...DEFAULT_CURATION,
    timezone: 'Europe/London',
    ...more,
    items,
  })
  const now = Date.UTC(2026, 4, 1, 12)
  const idsOf = (cards: Card[], room: Curation, screen = 'main') => [
    ...makeDeck(cards, room, { screen, now }).byId.keys(),
  ]

  test('has nothing that may not be shown, on any screen', () => {
    const screens = fc.constantFrom<Audience | undefined>(...AUDIENCES, undefined)
    fc.assert(
      fc.property(
        fc.array(facts, { maxLength: 8 }),
        fc.array(decision, { maxLength: 8 }),
        screens,
        (all, decided, audience) => {
          const cards = all.map((each, index) => card(`${index}`, { facts: each }))
          const items = Object.fromEntries(
            decided.flatMap((each, index) => (each ? [[`${index}`, each]] : [])),
          )
          const base = DEFAULT_CURATION.screens
          const room = curation(items, { screens: audience ? { main: { ...screenOf(), audience } } : base })
          for (const each of makeDeck(cards, room, { screen: 'main', now }).byId.values()) {
            expect(mayBeShown(each.facts, audience ?? 'staff', '2026-05-01T13:00')).toBe(true)
            expect(cardStanding(each, room, { screen: 'main', now })).toEqual({ state: 'shown' })
          }
        },
      ),
    )
  })

  test('hidden and weightless items are out', () => {
    const cards = [card('a'), card('b'), card('c', { weight: 0 }), card('d', { parts: [] })]
    expect(idsOf(cards, curation({}))).toEqual(['a', 'b'])
    expect(idsOf(cards, curation({ a: { hidden: true }, c: { weight: 2 } }))).toEqual(['b', 'c'])
  })

  test('tells an empty room from one where all is withheld', () => {
    const withheld = card('a', { facts: { basis: 'consent', personalData: [] } })
    const deck = makeDeck([withheld], curation({}), { screen: 'main', now })
    expect([deck.byId.size, deck.total]).toEqual([0, 1])
    expect(makeDeck([], curation({}), { screen: 'main', now }).total).toBe(0)
  })

  test('an id may be any word, one that JavaScript knows too', () => {
    const cards = ['constructor', '__proto__', 'toString', 'quotes/Ünïcode 🙂#3'].map((id) => card(id))
    expect(idsOf(cards, curation({}))).toHaveLength(4)
    expect(idsOf(cards, curation(JSON.parse('{"__proto__": {"hidden": true}}')))).toHaveLength(3)
  })
})

function screenOf() {
  return {
    diagonal_inches: 55,
    distance_m: 3,
    mode: 'corridor' as const,
    sound: { on: false, volume: 0.5 },
    motion: 'full' as const,
    booth: { controls: 'lower' as const, draw_back: true },
  }
}
