import type { PersonalDataRange } from './pii.ts'

/** Telephone numbers, told from the many other rows of digits by how people group them. */

/** What is not a phone number: dates, times of day, versions. Each is taken out before numbers are looked at. */
const NOT_PHONES: readonly RegExp[] = [
  /(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?)?(?!\d)/g,
  /(?<![\d.])(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|[12]\d|3[01])[-/.](?:19|20)?\d\d(?!\d|[-/.]\d)/g,
  /(?<![\d.])(?:[01]?\d|2[0-3])[.:][0-5]\d(?::[0-5]\d)?(?!\d|[.:]\d)/g,
  /(?<!\d)(?:19|20)\d\d ?- ?(?:19|20)\d\d(?!\d)/g,
]

const SEPARATOR = '[ ./()-]{1,3}'
const NUMBERS: readonly RegExp[] = [
  // With the country: +44 20 7946 0958, 0049 (30) 123456.
  new RegExp(
    String.raw`(?<![\d+])(?:\+|00)[ ]?[1-9]\d{0,3}(?:${SEPARATOR})?\d{1,5}(?:(?:${SEPARATOR})?\d{1,8}){0,6}(?!\d)`,
    'g',
  ),
  // With the trunk prefix: 020 7946 0958, 06 12 34 56 78, 030/1234567, (020) 7946 0958.
  new RegExp(String.raw`(?<![\d.,+-]|\d )\(?0\d{1,5}\)?(?:${SEPARATOR}\d{2,8}){1,6}(?!\d)`, 'g'),
  // North America: 555-123-4567, (555) 123-4567, 1-800-555-0199.
  /(?<![\d.,+-]|\d )(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])\d{3}[ .-]\d{4}(?!\d)/g,
  // Unbroken, as a mobile number is typed: 07700900123.
  /(?<![\d.,+-]|\d )0[1-9]\d{8,9}(?!\d|[.,]\d)/g,
]
const LEAST_DIGITS = 9
const MOST_DIGITS = 15

/** After these words seven digits in a row are a number to ring, however they are grouped. */
const ANNOUNCED =
  /\b(?:tel(?:ephone)?|phone|mobile|cell|fax|whatsapp|ring(?: me)?|call (?:me|us|her|him|them)|reach (?:me|us)|my number)\b[^\d+\n]{0,14}(\+?\d(?:[ ./()-]{0,2}\d){6,14})(?!\d)/gi

export function phoneRanges(text: string): PersonalDataRange[] {
  const bare = NOT_PHONES.reduce(
    (rest, pattern) => rest.replace(pattern, (other) => 'x'.repeat(other.length)),
    text,
  )
  const grouped = NUMBERS.flatMap((pattern) => [...bare.matchAll(pattern)])
    .filter((match) => hasPhoneDigits(match[0]))
    .map((match) => rangeAt(match.index, match[0]))
  const announced = [...bare.matchAll(ANNOUNCED)].map((match) => {
    const number = match[1] ?? ''
    return rangeAt(match.index + match[0].length - number.length, number)
  })
  return [...grouped, ...announced]
}

function hasPhoneDigits(number: string): boolean {
  const digits = number.replace(/\D/g, '').length
  return digits >= LEAST_DIGITS && digits <= MOST_DIGITS + 2
}

function rangeAt(start: number, number: string): PersonalDataRange {
  return { kind: 'phone number', start, end: start + number.trimEnd().length }
}
