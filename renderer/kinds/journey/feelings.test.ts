import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emotionReader } from './emotion.ts'
import { feelingOf } from './feelings.ts'

test.each([
  ['Very satisfied', 1],
  ['dissatisfied', -0.7],
  ['very dissatisfied', -1],
  ['a bit annoyed', -0.3],
  ['really frustrated', -1],
  ['feeling worried', -0.5],
  ['😡 angry', -1],
  ['🙂', 0.6],
  ['Anxious, confused', -0.4],
  ['anxious but hopeful', -0.1],
  ['😀😡', 0],
  ['☹️', -0.7],
])('%s is a feeling', (text, value) => {
  expect(feelingOf(text)).toBeCloseTo(value, 5)
})

test.each(['not happy', 'happyish', 'the lift', '', '   ', 'constructor'])(
  '“%s” is none that we know',
  (text) => {
    expect(feelingOf(text)).toBeUndefined()
  },
)

test.each([
  [
    ['75%', '0 %', '100%'],
    [0.5, -1, 1],
  ],
  [
    ['-2', '2', '0'],
    [-1, 1, 0],
  ],
  [
    ['1', '5', '3'],
    [-1, 1, 0],
  ],
  [
    ['0', '10', '7'],
    [-1, 1, 0.4],
  ],
  [
    ['4/5', '7 out of 10'],
    [0.5, 0.4],
  ],
  [
    ['+1', '−2', '2'],
    [0.5, -1, 1],
  ],
])('%o on the curve is %o', (written, drawn) => {
  const reader = emotionReader(undefined, written)
  written.forEach((value, index) => {
    expect(reader.read(value).value).toBeCloseTo(drawn[index] ?? 9, 5)
  })
})

test('several touchpoints of one phase feel like their mean, and one that nobody knows counts for nothing', () => {
  const reader = emotionReader('1-5', [['1', '', '5'], ['2']])
  expect(reader.read(['1', '', '4']).value).toBeCloseTo(-0.25, 5)
  expect(reader.read([])).toEqual({})
})

test('whatever is written, what is drawn lies on the curve', () => {
  const cell = fc.oneof(fc.string(), fc.double().map(String), fc.constantFrom('😀', '5/5', '120%', '-'))
  fc.assert(
    fc.property(fc.array(fc.oneof(cell, fc.array(cell)), { maxLength: 12 }), (cells) => {
      const reader = emotionReader(undefined, cells)
      for (const one of cells) {
        const { value } = reader.read(one)
        if (value !== undefined) expect(Math.abs(value)).toBeLessThanOrEqual(1)
      }
    }),
  )
})
