import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decisionSchema } from './curation.ts'
import { localMinute } from './local-time.ts'
import { type StandingFacts, standing } from './standing.ts'
import { standingChange } from './standing-change.ts'

const HOUR = 3_600_000
const START = Date.UTC(2026, 0, 1)
const day = fc
  .integer({ min: 0, max: 700 })
  .map((days) => new Date(START + days * 24 * HOUR).toISOString().slice(0, 10))
const date = fc.oneof(
  day,
  day.map((text) => text.slice(0, 7)),
  day.map((text) => `${text}T01:30`),
)
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const facts: fc.Arbitrary<StandingFacts> = fc.record({
  basis: fc.constantFrom('none' as const, 'consent' as const, 'consent-or-public' as const),
  from: maybe(date),
  until: maybe(date),
  consent: maybe(
    fc.record({
      who: fc.constant('card 1'),
      given: date,
      expires: maybe(date),
      purposes: fc.constant(['display']),
      audience: fc.constant(['staff' as const]),
    }),
  ),
  personalData: fc.constantFrom([], ['IBAN' as const]),
  cleared: maybe(date.map((on) => [{ what: ['IBAN' as const], by: 'Research', date: on }])),
})
const decision = maybe(
  fc
    .record({
      from: maybe(date),
      until: maybe(date),
      hidden: fc.boolean(),
      dayparts: fc.constantFrom(undefined, ['mon-fri 08:00-18:00'], ['01:30-02:30', 'sun']),
    })
    .map((written) => decisionSchema.parse(written)),
)

test('an item’s standing, and why, is the same until the instant that is named, and another then', () => {
  const zone = fc.constantFrom(
    'Europe/London',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kolkata',
    'Australia/Sydney',
  )
  const instant = fc.integer({ min: 0, max: 700 * 96 }).map((quarters) => START + quarters * 900_000)
  fc.assert(
    fc.property(facts, decision, zone, instant, (item, decided, timeZone, now) => {
      const state = (at: number) =>
        JSON.stringify(standing(item, decided, { audience: 'staff', minute: localMinute(at, timeZone) }))
      const next = standingChange(item, decided, { audience: 'staff', zone: timeZone, now })
      const end = next ?? now + 1_500 * 24 * HOUR
      const stride = Math.max(HOUR / 4, Math.floor((end - now) / 300 / 60_000) * 60_000)
      for (let at = now; at < end; at += stride) expect(state(at)).toBe(state(now))
      if (next === undefined) return
      expect(state(next - 60_000)).toBe(state(now))
      expect(state(next)).not.toBe(state(now))
    }),
    { numRuns: 300 },
  )
})
