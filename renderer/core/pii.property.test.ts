import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PersonalDataRange, personalDataRanges } from './pii.ts'
import { cardRanges, ibanRanges, ipRanges, spokenRanges } from './pii-numbers.ts'
import { phoneRanges } from './pii-phone.ts'

// The search looks a text over before it tries a pattern on it. Here every pattern is tried on every text: what this
// finds is what the search has to find.

const EMAILS: readonly RegExp[] = [
  /[\p{L}\p{N}_%+'.-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu,
  /[\p{L}\p{N}_.-]{1,64}\s?[([{]\s?at\s?[)\]}]\s?[\p{L}\p{N}-]{1,63}(?:\s?(?:\.|[([{]\s?dot\s?[)\]}])\s?[\p{L}]{2,24}){1,4}/giu,
  /[\p{L}\p{N}_-]{1,64}\s+at\s+[\p{L}\p{N}-]{1,63}(?:\s+dot\s+[\p{L}\p{N}-]{2,24}){1,4}/giu,
]

function slowly(text: string): PersonalDataRange[] {
  const plain = plainText(text)
  const addresses = ipRanges(plain)
  const emails = EMAILS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(({ index, 0: found }) => ({
      kind: 'e-mail address' as const,
      start: index,
      end: index + found.length,
    })),
  )
  const withoutAddresses = addresses.reduce(
    (rest, { start, end }) => rest.slice(0, start) + 'x'.repeat(end - start) + rest.slice(end),
    plain,
  )
  const checked = [
    ...addresses,
    ...emails,
    ...cardRanges(withoutAddresses),
    ...ibanRanges(plain),
    ...spokenRanges(plain),
  ]
  const phones = phoneRanges(plain).filter(
    (phone) => !checked.some((other) => phone.start < other.end && phone.end > other.start),
  )
  return [...checked, ...phones].sort((a, b) => a.start - b.start || a.end - b.end)
}

function plainText(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/(?![0-9])\p{Nd}/gu, (char) => (char.length === 1 ? `${digitValue(char.charCodeAt(0))}` : char))
    .replace(/[\u2010-\u2015\u2212\u00AD]/g, '-')
    .replace(/[\u00A0\u2000-\u200D\u202F\u2060\u3000\uFEFF]/g, ' ')
}

function digitValue(code: number): number {
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCharCode(code - value - 1))) value += 1
  return value
}

/** Pieces of what is looked for and of what resembles it: put together, many are finds and more are nearly so. */
const PIECES = [
  ...'one two three four five six seven eight nine zero oh nought double triple treble One OH'.split(' '),
  ...'ruth at dot example com (at) [at] { at } (dot) @ . : :: - / + ( ) [ ] , ; … ’ “ é ſ İ K'.split(' '),
  ...'0 1 7 12 44 020 555 7946 0958 4111 1111 1600 99 2026 03 04 2026-03-04 10:30 192.168.0.1'.split(' '),
  ...'DE89 3704 0044 0532 0130 00 GB29NWBK60161331926819 fe80 abcd ab cd ef 2001:db8::1 ::1'.split(' '),
  ...'phone tel ring me on call us my number fax and er um then Tuesday o’clock'.split(' '),
  ...[
    'ſeven',
    'ſix',
    'Ｏne',
    '４１１１',
    '٠٢٠',
    '١٢٣٤',
    '–',
    '—',
    '\u00ad',
    '\u200b',
    '\u00a0',
    '½',
    '²',
    '₂',
  ],
] as const
const between = fc.constantFrom('', ' ', ' ', ' ', '-', '.', ':', ', ', '\n', '\u00a0', '\u2011')
const pieces = fc
  .array(fc.tuple(fc.constantFrom(...PIECES), between), { maxLength: 30 })
  .map((all) => all.flat().join(''))

/** The same few, again and again: numbers are long. */
const runs = fc
  .tuple(fc.constantFrom(...PIECES), fc.constantFrom(...PIECES), between, fc.integer({ min: 2, max: 16 }))
  .map(
    ([one, other, gap, times]) => `I say ${Array(times).fill(`${one}${gap}${other}`).join(gap)} and no more`,
  )

test('looking a text over first finds what every pattern finds', () => {
  fc.assert(
    fc.property(fc.oneof(pieces, runs, fc.string(), fc.string({ unit: 'grapheme' })), (text) => {
      expect(personalDataRanges(text)).toEqual(slowly(text))
    }),
    { numRuns: 4_000 },
  )
})

test('numbers and addresses that begin with none of the usual signs', () => {
  for (const text of [
    Array(12).fill('nought').join(' '),
    'abcd:abcd:abcd:abcd:abcd:abcd:abcd:abcd',
    Array(10).fill('ſeven').join(' '),
    'That was… one two three four five six seven eight nine oh.',
  ]) {
    expect(slowly(text)).not.toEqual([])
    expect(personalDataRanges(text)).toEqual(slowly(text))
  }
})
