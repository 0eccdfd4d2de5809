import { CalendarDate } from '@internationalized/date'
import { expect, it } from 'vitest'
import { consentSchema } from '../../core/item.ts'
import { basisOf, lacksOf, NO_BASIS } from './consent-draft.ts'

const WHOLE = {
  ...NO_BASIS,
  type: 'agreed',
  who: ' card 12 ',
  given: new CalendarDate(2026, 3, 4),
  display: true,
  audience: ['guests', 'staff'],
} as const

it('nothing is assumed: what nobody has said is no ground', () => {
  expect(basisOf(NO_BASIS)).toBeUndefined()
  expect(lacksOf({ ...NO_BASIS, type: 'agreed' })).toEqual(['who', 'given', 'purposes', 'audience'])
  expect(basisOf({ ...WHOLE, display: false, otherPurposes: 'research' })).toBeUndefined()
  expect(basisOf({ ...NO_BASIS, type: 'published', place: ' ' })).toBeUndefined()
})

it('not yet is an answer', () => {
  expect(basisOf({ ...NO_BASIS, type: 'not-yet' })).toBeNull()
})

it('what was said is a consent as files have it', () => {
  const consent = basisOf({ ...WHOLE, otherPurposes: 'research, ,training', controller: 'Research' })
  expect(consent).toEqual({
    who: 'card 12',
    given: '2026-03-04',
    purposes: ['display', 'research', 'training'],
    audience: ['staff', 'guests'],
    controller: 'Research',
  })
  expect(consentSchema.safeParse(consent).success).toBe(true)
})
