import { expect, test } from 'vitest'
import { formatDate, formatNumber } from './dates.ts'

test('a date is as precise as its author wrote it', () => {
  expect(formatDate('2026', 'en')).toBe('2026')
  expect(formatDate('2026-03', 'en')).toBe('March\u00a02026')
  expect(formatDate('2026-03-04', 'en')).toBe('4\u00a0March\u00a02026')
  expect(formatDate('2026-03-04T18:30', 'en')).toBe('4\u00a0March\u00a02026')
})

test('a date is written in the language of the room', () => {
  expect(formatDate('2026-03-04', 'de')).toBe('4.\u00a0März\u00a02026')
  expect(formatDate('2025-11', 'ja')).toBe('2025年11月')
})

test('what is no date, or no language, is still shown', () => {
  expect(formatDate('last spring', 'en')).toBe('last spring')
  expect(formatDate('2026-03', 'no such tag!')).toBe('March\u00a02026')
  expect(formatNumber(1706, 'en')).toBe('1,706')
})
