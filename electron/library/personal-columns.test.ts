import { expect, test } from 'vitest'
import { isPersonalColumn } from './personal-columns.ts'

test.each([
  'Your name',
  'What is your name?',
  'Please enter your e-mail',
  'Your full name',
  'Name of the customer',
  'Observer name',
  'Phone',
  'Mobile phone 2',
  "Customer's phone",
  'Phone number of the caller',
  'Telefonnummer',
])('%s tells who a person is', (header) => {
  expect(isPersonalColumn(header, [])).toBe(true)
})

test.each([
  'PhoneService',
  'Phone support',
  'How easy was it to reach us by phone?',
  'Your department',
  'Which department are you from?',
  'What did the customer say?',
  'Your answer',
])('%s does not', (header) => {
  expect(isPersonalColumn(header, [])).toBe(false)
})

test('a field of the kind is never personal', () => {
  expect(isPersonalColumn('Name', ['name'])).toBe(false)
})
