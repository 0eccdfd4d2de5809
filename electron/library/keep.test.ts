import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item } from '../../renderer/core/item.ts'
import type { StandingFacts } from '../../renderer/core/standing.ts'
import { keepUnreadable } from './keep.ts'

/** What the file said while it could still be read. */
const CONSENT = { who: 'card 12', given: '2026-03-04', expires: '2027-01-01' } as const
const good = { envelope: {} } as Item
const facts: StandingFacts = {
  basis: 'consent-or-public',
  personalData: [],
  consent: { ...CONSENT, purposes: ['display'], audience: ['staff'] },
}
const LINES = [
  'who: A traveller',
  'consent:',
  '  who: card 12',
  '  given: 2026-03-04',
  '  expires: 2027-01-01',
  '  purposes: [display]',
  '  audience: [staff]',
] as const
const broken = (...lines: readonly string[]): string => ['---', 'title: "no end', ...lines, '---'].join('\n')

describe('a file that cannot be read any more', () => {
  test('keeps its item while its consent stands there word for word', () => {
    expect(keepUnreadable(broken(...LINES))(good, facts)).toBe(true)
  })

  test('keeps nothing when it cannot even be opened', () => {
    expect(keepUnreadable(undefined)(good, facts)).toBe(false)
  })

  test.each([
    'given: 2026-03-04',
    'expires: 2027-01-01',
    'purposes: [display]',
    'audience: [staff]',
    'consent:',
  ])('does not keep it without its line “%s”', (lost) => {
    expect(keepUnreadable(broken(...LINES.filter((line) => line.trim() !== lost)))(good, facts)).toBe(false)
  })

  test('does not keep it once a word stands there that takes something away', () => {
    const word = fc.constantFrom('withdrawn', 'Withdraw', 'redact', '[[', 'erased', 'erasure', 'mute', 'BLUR')
    fc.assert(
      fc.property(word, fc.nat(LINES.length), (taken, at) => {
        const lines = [...LINES.slice(0, at), `${taken}: yes`, ...LINES.slice(at)]
        expect(keepUnreadable(broken(...lines))(good, facts)).toBe(false)
      }),
    )
  })

  test('does not keep it when a limit came or went', () => {
    const until = { envelope: { until: '2026-12-31' } } as Item
    expect(keepUnreadable(broken(...LINES, 'until: 2026-12-31'))(good, facts)).toBe(false)
    expect(keepUnreadable(broken(...LINES))(until, facts)).toBe(false)
    expect(keepUnreadable(broken(...LINES, 'until: 2026-12-31'))(until, facts)).toBe(true)
  })

  test('keeps what needs no consent, and what was published', () => {
    const published = { basis: 'consent-or-public', personalData: [], consent: { public_source: 'a review' } }
    expect(keepUnreadable(broken())(good, { basis: 'none', personalData: [] })).toBe(true)
    expect(keepUnreadable(broken())(good, published as StandingFacts)).toBe(true)
    expect(keepUnreadable(broken())(good, { ...published, basis: 'consent' } as StandingFacts)).toBe(false)
  })

  test('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.string(), (raw) => {
        expect(typeof keepUnreadable(raw)(good, facts)).toBe('boolean')
      }),
    )
  })
})
