import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPersonalData, PERSONAL_DATA, type PersonalData, personalDataRanges } from './pii.ts'
import { passesLuhn } from './pii-numbers.ts'
import { redactText } from './redaction.ts'

const found: readonly (readonly [PersonalData, readonly string[]])[] = [
  [
    'e-mail address',
    [
      'ruth@example.org',
      'r.o’neil@post.example.co.uk',
      'ruth＠example.org',
      'ruth (at) example.org',
      'ruth dot smith at example dot com',
      'müller@bücher.de',
    ],
  ],
  [
    'phone number',
    [
      '+44 20 7946 0958',
      '+49 (0)30 1234567',
      '0049 30 123456',
      '020 7946 0958',
      '06 12 34 56 78',
      '06.12.34.56.78',
      '030/1234567',
      '(555) 123-4567',
      '555-123-4567',
      '1-800-555-0199',
      '07700900123',
      'phone: 7946 0958',
      'ring me on 5551234',
      'oh seven seven double oh nine oh oh one two three',
    ],
  ],
  [
    'card number',
    [
      '4111 1111 1111 1111',
      '4111-1111-1111-1111',
      '4111111111111111',
      '378282246310005',
      '４１１１ １１１１ １１１１ １１１１',
      '٤١١١ ١١١١ ١١١١ ١١١١',
      '4111 1111 1111 1111 12/27',
      '4111\u00a01111\u200b1111 1111',
      'four five five six, seven eight nine oh, one two three four',
    ],
  ],
  ['IBAN', ['DE89 3704 0044 0532 0130 00', 'gb82west12345698765432', 'NL91 ABNA 0417 1643 00 please']],
  ['IP address', ['192.168.1.20', '2001:db8::1', 'fe80::1ff:fe23:4567:890a', '::1 ffff::2']],
]

const innocent = [
  'The 9.14 was cancelled, and so was the 10.05.',
  'from 08:00 to 17:30, 24/7',
  '2026-03-04 18:30:05',
  '04.03.2026 18.30',
  '05.05.2025 - 06.06.2026',
  '2026-01-12 2026-01-13',
  '09.14 09.44 10.14',
  '09/14 09/44',
  '0.99 1.49 2.29',
  '£1,299.00 or 1 000 000 000 yen',
  'in 2019, 2020 and 2021, and 2019-2020',
  'order 123456789',
  'v1.2.3 and 12:30:45 and 00:00:05',
  'std::vector, a 3:2 ratio',
  'one two three four five six seven eight nine',
  'eleven of fourteen people, one of them twice',
  'ISBN 0-306-40615',
  'room 0123, seat 41A',
  'He met us at noon, at one dot on the map.',
]

describe.each(found)('%s', (kind, texts) => {
  test.each(texts)('%s', (text) => {
    expect(findPersonalData([`It is ${text}`])).toEqual([kind])
  })
})

test.each(innocent)('nothing in: %s', (text) => {
  expect(findPersonalData([text])).toEqual([])
})

test('each kind once, in a fixed order, over all texts', () => {
  expect(findPersonalData(['192.168.1.20 and 192.168.1.21', 'a@b.org', 'c@d.org'])).toEqual([
    'e-mail address',
    'IP address',
  ])
  expect(findPersonalData([])).toEqual([])
})

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''))

/** A number of `length` digits with its check digit. */
const cardNumber = fc.integer({ min: 12, max: 19 }).chain((length) =>
  fc.tuple(fc.integer({ min: 1, max: 9 }), digits(length - 2)).map(([first, middle]) => {
    const body = `${first}${middle}`
    return `${body}${[...'0123456789'].find((check) => passesLuhn(body + check))}`
  }),
)

test('every card number is found, however it is grouped', () => {
  fc.assert(
    fc.property(
      cardNumber,
      fc.constantFrom('', ' ', '-', '\u00a0', '–'),
      fc.integer({ min: 2, max: 6 }),
      (number, mark, group) => {
        // Groups that look like a date and the like are still found, but for whole dates, which are taken out.
        const text = number.match(new RegExp(`.{1,${group}}`, 'g'))?.join(mark) ?? ''
        fc.pre(!/(?:19|20)\d\d-\d\d-\d\d/.test(text.replaceAll('–', '-')))
        expect(findPersonalData([`my card is ${text}.`])).toContain('card number')
      },
    ),
  )
})

test('every number of a row of digits fails Luhn if one digit is wrong', () => {
  fc.assert(
    fc.property(cardNumber, fc.nat(), fc.integer({ min: 1, max: 9 }), (number, at, add) => {
      const place = at % number.length
      const wrong = number.slice(0, place) + ((Number(number[place]) + add) % 10) + number.slice(place + 1)
      expect(passesLuhn(wrong)).toBe(false)
    }),
  )
})

test('every IPv4 address is found', () => {
  fc.assert(
    fc.property(fc.ipV4(), (address) => {
      expect(findPersonalData([`from ${address}, twice`])).toEqual(['IP address'])
    }),
  )
})

test('every IPv6 address is found', () => {
  const group = fc.integer({ min: 0, max: 0xffff }).map((value) => value.toString(16))
  fc.assert(
    fc.property(fc.array(group, { minLength: 8, maxLength: 8 }), (groups) => {
      expect(findPersonalData([`from ${groups.join(':')} twice`])).toContain('IP address')
    }),
  )
})

test('blanking what was found leaves nothing of it', () => {
  const piece = fc.oneof(fc.constantFrom(...found.flatMap(([, texts]) => texts), ...innocent), fc.string())
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
      const text = pieces.join(' and then ')
      const ranges = personalDataRanges(text)
      for (const { start, end } of ranges) {
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(text.length)
        expect(start).toBeLessThan(end)
      }
      const marked = ranges.toReversed().reduce((rest, { start, end }) => {
        return `${rest.slice(0, start)}${'\u2588'.repeat(end - start)}${rest.slice(end)}`
      }, text)
      for (const kind of findPersonalData([marked])) expect(PERSONAL_DATA).toContain(kind)
      expect(
        findPersonalData([marked]).filter((kind) => kind === 'e-mail address' || kind === 'card number'),
      ).toEqual([])
    }),
  )
})

test('a long text costs no more than its length', () => {
  const texts = [
    'a'.repeat(200_000),
    '1'.repeat(200_000),
    '1 '.repeat(100_000),
    'a@'.repeat(100_000),
    ':'.repeat(200_000),
    'one '.repeat(50_000),
    'DE89'.repeat(50_000),
    '+1 '.repeat(60_000),
  ]
  // A cost that grows with the square of the length, 4e10 steps each, does not end within the time of a test.
  for (const text of texts) expect(findPersonalData([text]).length).toBeLessThan(3)
})

describe('redaction', () => {
  test('blanks what is marked, and the rest where a mark is never closed', () => {
    expect(redactText('I am [[Ruth Smith]], and [[71]].')).toBe('I am ——, and ——.')
    expect(redactText('I am [[Ruth Smith.')).toBe('I am ——')
    expect(redactText('a [b] c')).toBe('a [b] c')
  })

  test('leaves nothing between marks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('x', '[[', 'SECRET', ']]', '\n', '[', ']')), (pieces) => {
        const inside = /\[\[(?:(?!\]\])[\s\S])*SECRET/
        expect(inside.test(redactText(pieces.join('')))).toBe(false)
      }),
    )
  })
})
