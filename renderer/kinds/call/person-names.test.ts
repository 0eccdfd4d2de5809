import fc from 'fast-check'
import { expect, test } from 'vitest'
import { initialsOf, looksLikeName } from './person-names.ts'

test.each([
  ['Petra Kurz', 'P. K.'],
  ['Kurz, Petra (guest)', 'P. K.'],
  ['Frau Kurz', 'K.'],
  ['Dr. Anna-Lena von Meier', 'A. L. M.'],
  ['María José Álvarez', 'M. J. Á.'],
])('%s is the name of a person', (name, initials) => {
  expect(looksLikeName(name)).toBe(true)
  expect(initialsOf(name)).toBe(initials)
})

test.each(['Caller', 'Service Desk', 'Customer Service', 'Speaker 1', 'Agent', 'Kundin', 'SPEAKER_00', 'A'])(
  '%s is what somebody is in the call',
  (name) => expect(looksLikeName(name)).toBe(false),
)

test('initials never hold a name', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), (name) => {
      expect(initialsOf(name)).toMatch(/^(?:\S{1,2}\.(?: |$))*$/)
    }),
  )
})
