import { expect, test } from 'vitest'
import { pictureSource } from './source.ts'

test('whose picture it is is said once, also where it is the source as well', () => {
  const words = (source: string, credit: string): string =>
    Object.values(pictureSource({ source, credit }, 'Tarnholt', 'en')).join(' ')
  expect(words('The Line Archive', 'the line archive ').match(/archive/gi)).toHaveLength(1)
  expect(words('The Line Archive', 'Ann Rowe')).toBe('The Line Archive, Tarnholt. Ann Rowe')
})
