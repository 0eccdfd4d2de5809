import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ambiguousNumber, readNumber, writtenNumber } from './written-number.ts'

describe('a number as people write it', () => {
  test.each([
    ['61', 61],
    ['61 %', 61],
    ['61%', 61],
    ['−12', -12],
    ['+4.5 points', 4.5],
    ['3,5', 3.5],
    ['0,304', 0.304],
    ['1,284,300', 1_284_300],
    ['1.284.300,5', 1_284_300.5],
    ['1,284,300.25', 1_284_300.25],
    ['1 284 300', 1_284_300],
    ['1’284’300', 1_284_300],
    ['12.345', 12.345],
    ['€ 38000', 38_000],
    ['-€12', -12],
    ['CHF 1’200', 1200],
    ['2,3041', 2.3041],
    [4.2, 4.2],
  ])('%s', (written, number) => expect(readNumber(written)).toBe(number))

  test.each([
    '',
    'many',
    '3 of 4',
    '10-20',
    '2026-03-04',
    '2,304',
    'v1.2.3.4,5.6',
    Number.NaN,
    null,
    {},
    true,
  ])('%s is none, or more than one', (written) => expect(readNumber(written)).toBeUndefined())

  test('what could be two numbers is neither, and says which two', () => {
    expect(ambiguousNumber('2,304')).toEqual([2304, 2.304])
    expect(ambiguousNumber('−38,000 €')).toEqual([-38000, -38])
    expect(ambiguousNumber('1,284,300')).toBeUndefined()
    expect(writtenNumber.safeParse('2,304').error?.issues[0]).toMatchObject({
      code: 'custom',
      message: 'could be two numbers: write 2304 or 2.304',
    })
    expect(writtenNumber.safeParse(undefined).error?.issues[0]?.message).toMatch(/^is missing/)
    expect(writtenNumber.parse('61 %')).toBe(61)
  })

  test('a number as JavaScript writes it is read back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e12, max: 1e12 }), (number) => {
        const written = number.toFixed(2)
        expect(readNumber(written)).toBeCloseTo(Number(written), 5)
      }),
    )
  })

  test('reading never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void readNumber(value)))
    fc.assert(fc.property(fc.string(), (value) => void [readNumber(value), ambiguousNumber(value)]))
  })
})
