import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hyphenate, SOFT_HYPHEN } from './hyphenate.ts'

const shown = (text: string): string => hyphenate(text).replaceAll(SOFT_HYPHEN, '-')

test('long words break between syllables', () => {
  expect(shown('Anticipation')).toBe('Anti-ci-pa-tion')
  expect(shown('Vertragsverlängerung')).toBe('Ver-trags-ver-län-ge-rung')
  expect(shown('Troubleshooting')).toBe('Trou-ble-shoo-ting')
})

test('short words and other scripts stay as they are', () => {
  expect(shown('The train home')).toBe('The train home')
  expect(shown('お問い合わせの電話')).toBe('お問い合わせの電話')
})

test('nothing is lost, and no break stands within three letters of an edge', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      fc.pre(!text.includes(SOFT_HYPHEN))
      const broken = hyphenate(text)
      expect(broken.replaceAll(SOFT_HYPHEN, '')).toBe(text)
      for (const part of broken.split(/\P{L}+/u).flatMap((word) => word.split(SOFT_HYPHEN).slice(1)))
        expect(part.length).toBeGreaterThan(0)
    }),
  )
})
