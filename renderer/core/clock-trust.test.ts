import { describe, expect, test } from 'vitest'
import { clockTrust, isAlwaysOn } from './clock-trust.ts'
import { decisionSchema } from './curation.ts'
import type { Consent } from './item.ts'

const HOUR = 3_600_000
const BUILT = Date.UTC(2026, 10, 22)

describe('a clock', () => {
  test('is wrong before the product was made, but for the hours that a zone may be off', () => {
    const trust = (now: number) => clockTrust({ now, builtAt: BUILT, highest: 0 }).isTrusted
    expect([trust(0), trust(BUILT - 25 * HOUR), trust(BUILT - 14 * HOUR), trust(BUILT + HOUR)]).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(clockTrust({ now: 0, builtAt: BUILT, highest: 0 })).toEqual({
      isTrusted: false,
      because:
        'The clock of this machine says 1970-01-01, which is before this version of the product was made (2026-11-22).',
    })
  })

  test('is wrong when it is far behind what it has already said', () => {
    const trust = (behind: number) => clockTrust({ now: BUILT - behind, highest: BUILT }).isTrusted
    expect([trust(0), trust(3 * HOUR), trust(24 * HOUR), trust(24 * HOUR + 1)]).toEqual([
      true,
      true,
      true,
      false,
    ])
  })

  test('is trusted where nothing is known', () => {
    expect(clockTrust({ now: 0, highest: 0 }).isTrusted).toBe(true)
  })
})

describe('always on is', () => {
  const consent: Consent = { who: 'card 1', given: '2026-01-01', purposes: ['display'], audience: ['staff'] }
  test.each([
    ['what concerns nobody', {}, {}, true],
    ['what was published', { consent: { public_source: 'Review site' } }, {}, true],
    ['nothing that somebody agreed to: it ends some day', { consent }, {}, false],
    ['nothing from a day on', { from: '2020' }, {}, false],
    ['nothing until a day', { until: '2099' }, {}, false],
    ['nothing that a curator dated', {}, { until: '2099' }, false],
    ['nothing with dayparts', {}, { dayparts: 'daily' }, false],
    ['what a curator only weighed', {}, { weight: 3 }, true],
  ])('%s', (_, facts, decision, expected) => {
    expect(isAlwaysOn(facts, decisionSchema.parse(decision))).toBe(expected)
  })
})
