import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FormField } from '../../../core/admin/form.ts'
import { emptyOf, isSameName, moved, pruned, shapeFor, typed, type Written } from './written.ts'

const text: FormField = { name: 'name', isOptional: false, type: 'text' }
const number: FormField = { name: 'value', isOptional: true, type: 'number', isWhole: false }
const group: FormField = { name: 'phase', isOptional: false, type: 'group', fields: [text, number] }

it('what is begun and left empty is not written', () => {
  expect(pruned(emptyOf(group))).toBeUndefined()
  expect(pruned({ name: 'Home', steps: [{ text: '' }, { text: 'Out' }], pains: [] })).toEqual({
    name: 'Home',
    steps: [{ text: 'Out' }],
  })
  expect(pruned({ moment_of_truth: false, emotion: 0 })).toEqual({ moment_of_truth: false, emotion: 0 })
})

it('a number is a number where one is asked for, or stood before; else it is as it was typed', () => {
  expect(typed('1,5', undefined, number)).toBe(1.5)
  expect(typed('7', 3, text)).toBe(7)
  expect(typed('7.31', undefined, text)).toBe('7.31')
  expect(typed('about 7', 3, number)).toBe('about 7')
})

it('of several shapes the one with the most of its names', () => {
  const consent: FormField = {
    ...group,
    fields: [
      { ...text, name: 'who' },
      { ...text, name: 'given' },
    ],
  }
  const source: FormField = { ...group, fields: [{ ...text, name: 'public_source' }] }
  const either: FormField = { name: 'consent', isOptional: true, type: 'either', shapes: [consent, source] }
  expect(shapeFor(either, { public_source: 'A letter' })).toMatchObject({ fields: source.fields })
  expect(shapeFor(either, { who: 'card 1' })).toMatchObject({ fields: consent.fields })
  expect(isSameName('Moment of truth', 'moment_of_truth')).toBe(true)
})

it('up and down again is as it was, and nothing is lost', () => {
  const entries: fc.Arbitrary<Written[]> = fc.array(fc.string(), { minLength: 1 })
  fc.assert(
    fc.property(entries, fc.nat(), (list, seed) => {
      const at = seed % list.length
      expect([...moved(list, at, 1)].sort()).toEqual([...list].sort())
      if (at < list.length - 1) expect(moved(moved(list, at, 1), at + 1, -1)).toEqual(list)
    }),
  )
})
