import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { nameFields } from './draft-fields.ts'
import { AUDIENCES, type Consent, consentSchema } from './item.ts'
import { jointConsent, peopleSchema, readPeople } from './people.ts'
import { type StandingFacts, standing } from './standing.ts'

const dates = fc.constantFrom('2024-05', '2024-05-20', '2025', '2025-11-03', '2026-02-28', '2026-12')
const consents: fc.Arbitrary<Consent> = fc.record(
  {
    who: fc.constantFrom('r1', 'r2'),
    given: dates,
    purposes: fc.constantFrom(['display'], ['research'], ['research', 'Display']),
    audience: fc.subarray([...AUDIENCES], { minLength: 1 }),
    expires: dates,
    withdrawn: fc.constant('2026-01-01'),
  },
  { requiredKeys: ['who', 'given', 'purposes', 'audience'] },
)
const facts = (consent: Consent | undefined): StandingFacts => ({
  basis: 'consent',
  consent,
  personalData: [],
})

test('what several people agreed to is shown exactly where each of them may be shown', () => {
  const minutes = fc.constantFrom(
    '2024-05-10T08:00',
    '2024-06-01T00:00',
    '2025-11-04T09:00',
    '2026-10-01T12:00',
  )
  fc.assert(
    fc.property(
      fc.array(consents, { minLength: 1, maxLength: 4 }),
      minutes,
      fc.constantFrom(...AUDIENCES),
      (each, minute, audience) => {
        const shown = (consent: Consent | undefined): boolean =>
          standing(facts(consent), undefined, { audience, minute }).state === 'shown'
        expect(shown(jointConsent(each))).toBe(each.every(shown))
      },
    ),
  )
})

const ana = {
  who: 'photo list, 1',
  given: '2026-02-09',
  purposes: ['display'],
  audience: ['staff', 'guests'],
}
const ben = { who: 'photo list, 2', given: '2026-02-10', purposes: ['display'], audience: ['staff'] }
const read = (fields: Record<string, unknown>) => {
  const draft: Draft = {
    path: 'photos/p.md',
    line: 1,
    fields,
    lines: { people: 3 },
    sections: [],
    pictures: [],
    siblings: [],
  }
  return readPeople(draft, nameFields(fields, { people: ['who is seen'], consent: [] }))
}

test.each(['none', 'Nobody', 'no one', 0, false, ['none']])('%j is nobody', (people) => {
  expect(read({ people })).toMatchObject({ people: 'none', notes: [] })
})

test('nobody is never assumed, and never believed beside a consent', () => {
  expect(peopleSchema.parse(read({}).people)).toBe('consented')
  const both = read({ people: 'none', consent: ana })
  expect(peopleSchema.parse(both.people)).toBe('consented')
  expect(both.notes[0]).toMatchObject({ line: 3, field: 'people', severity: 'warning' })
})

test('a list of consents becomes one that holds for all', () => {
  const both = read({ people: [ana, ben] })
  expect(peopleSchema.parse(both.people)).toBe('consented')
  expect(both.consent).toMatchObject({ given: '2026-02-10', audience: ['staff'], expires: '2028-02-09' })
  expect(read({ people: ana, consent: ben }).consent).toEqual(both.consent)
  expect(consentSchema.safeParse(both.consent).success).toBe(true)
})

test('people without a common audience may be seen by nobody', () => {
  const neither = read({ people: [{ ...ana, audience: ['guests'] }, ben] })
  expect(neither).toMatchObject({ consent: undefined })
  expect(neither.doubts).toHaveLength(1)
})

test('a consent that lacks something is a problem of its own, and makes no consent of the others', () => {
  const broken = read({ people: [ana, { who: 'photo list, 3' }] })
  expect(broken.consent).toBeUndefined()
  expect(peopleSchema.safeParse(broken.people).success).toBe(false)
})

test.each([['Two passengers'], [2], [[['Ana', 'Ben']]]])(
  '%j is no consent, and holds the item back',
  (people) => {
    const words = read({ people, consent: ana })
    expect(words.people).toBeUndefined()
    expect(words.doubts[0]).toContain('not that they agreed')
    expect(words.notes[0]).toMatchObject({ line: 3, severity: 'warning' })
  },
)
