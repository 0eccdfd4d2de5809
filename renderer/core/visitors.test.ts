import { expect, test } from 'vitest'
import { curationSchema } from './curation.ts'
import { screenState } from './screen-state.ts'
import { audienceAt, nextVisit } from './visitors.ts'

const at = (time: string): number => Date.parse(`2026-11-23T${time}:00Z`)
const room = (visitors: unknown, more: object = {}) =>
  curationSchema.parse({ timezone: 'UTC', now: { visitors }, ...more })

const VISIT = { audience: 'guests', from: '2026-11-23T14:00', until: '2026-11-23T16:00', screens: ['lobby'] }

test('while visitors are there a screen is for them, and silent; then it is its own again', () => {
  const curation = room(VISIT, { screens: { lobby: { sound: { on: true } }, hall: {} } })
  const seen = (time: string) => [
    audienceAt(curation, 'lobby', 'UTC', at(time)),
    screenState(curation, 'lobby', at(time)).sound,
  ]
  expect(seen('13:59')).toEqual(['staff', true])
  expect(seen('14:00')).toEqual(['guests', false])
  expect(seen('15:59')).toEqual(['guests', false])
  expect(seen('16:00')).toEqual(['staff', true])
  expect(audienceAt(curation, 'hall', 'UTC', at('15:00'))).toBe('staff')
  expect(nextVisit(curation, 'lobby', 'UTC', at('15:00'))).toBe(at('16:00'))
  expect(screenState(curation, 'lobby', at('15:00')).nextChange).toBe(at('16:00'))
})

test('it only ever narrows, and a wrong clock lets nobody leave', () => {
  const curation = room([VISIT, { audience: 'staff', until: '2026-11-24' }], {
    screens: { lobby: { audience: 'public' }, hall: {} },
  })
  expect(audienceAt(curation, 'lobby', 'UTC', at('15:00'))).toBe('public')
  const open = room({ ...VISIT, screens: ['hall'] }, { screens: { hall: {} } })
  expect(audienceAt(open, 'hall', 'UTC', at('20:00'), true)).toBe('guests')
})

test('a visit without an end is refused', () => {
  expect(curationSchema.safeParse({ now: { visitors: { audience: 'guests' } } }).success).toBe(false)
})
