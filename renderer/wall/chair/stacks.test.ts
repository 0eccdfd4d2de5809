import fc from 'fast-check'
import { expect, test } from 'vitest'
import { visibleChoices } from './choice-window.ts'
import { isInTheWay, squarePlace, stackShape, stacksOf } from './stacks.ts'

const guesses = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 })

test('every guess is a square, above its own number', () => {
  fc.assert(
    fc.property(guesses, (given) => {
      const stacks = stacksOf(given)
      expect(stacks.reduce((sum, { count }) => sum + count, 0)).toBe(given.length)
      for (const { value, count } of stacks)
        expect(given.filter((guess) => guess === value)).toHaveLength(count)
    }),
  )
})

test('no two squares lie on each other, no stack reaches into the next number, none is higher than its room', () => {
  fc.assert(
    fc.property(
      guesses,
      fc.double({ min: 2, max: 6, noNaN: true }),
      fc.double({ min: 3, max: 8, noNaN: true }),
      (given, stepU, heightU) => {
        const stacks = stacksOf(given)
        const shape = stackShape(Math.max(...stacks.map(({ count }) => count)), stepU, heightU)
        for (const { count } of stacks) {
          const places = Array.from({ length: count }, (_, index) => squarePlace(index, count, shape))
          expect(new Set(places.map(({ column, row }) => `${column} ${row}`)).size).toBe(count)
          for (const { column, row } of places) {
            expect(Math.abs(column) * shape.pitchU + shape.pitchU / 2).toBeLessThanOrEqual(stepU / 2)
            expect((row + 1) * shape.pitchU).toBeLessThanOrEqual(heightU + 0.001)
          }
        }
      },
    ),
  )
})

test('a flag beside the guesses stands on the line; one on them hangs below it', () => {
  const stacks = stacksOf([7, 7, 8])
  const shape = stackShape(2, 4.8, 5)
  expect(isInTheWay(2, 2.4, 4.8, stacks, shape)).toBe(false)
  expect(isInTheWay(7.1, 2.4, 4.8, stacks, shape)).toBe(true)
})

test('of a list that is too long the highlighted choice is always seen, and all are told', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.nat(),
      fc.integer({ min: 1, max: 12 }),
      (count, at, most) => {
        const choices = Array.from({ length: count }, (_, index) => ({
          index,
          isHighlighted: index === at % count,
        }))
        const { shown, before, after } = visibleChoices(choices, most)
        expect(before + shown.length + after).toBe(count)
        expect(shown.length).toBe(Math.min(most, count))
        expect(shown.some(({ isHighlighted }) => isHighlighted)).toBe(true)
        expect(shown[0]?.index).toBe(before)
      },
    ),
  )
})
