import { expect, test } from 'vitest'
import { strengthLine, voiceLine } from './source-line.ts'

test('a persona tells its strength first, then who and when', () => {
  const envelope = { evidence: 'research', n: 14, captured: '2025-11', source: 'Interviews' } as const
  expect(strengthLine(envelope, 'en', { composite: true })).toEqual({
    lead: 'Research.',
    rest: 'A composite of 14 people, November\u00a02025',
  })
  expect(strengthLine({ source: 'Workshop', captured: '2025-05' }, 'en', { composite: true })).toEqual({
    lead: 'Assumption.',
    rest: 'Workshop, May\u00a02025',
  })
})

test('the product’s own words and the dates beside them are in one language', () => {
  expect(
    strengthLine({ evidence: 'partial', n: 3, captured: '2025-11' }, 'ar', { composite: true }).rest,
  ).toBe('A composite of 3 people, November\u00a02025')
})

test('a voice tells its source and date, with the comma of its script; a published one names the publication', () => {
  expect(voiceLine({ source: 'Letter', captured: '2026-03-04' }, 'en', 'Woman, 52,')).toEqual({
    lead: 'Woman, 52,',
    rest: 'Letter, 4\u00a0March\u00a02026',
  })
  expect(voiceLine({ source: '面談記録', captured: '2025-11' }, 'ja').rest).toBe('面談記録、2025年11月')
  expect(voiceLine({ consent: { public_source: 'Play Store review' } }, 'en').rest).toBe('Play Store review')
  expect(voiceLine({}, 'en')).toEqual({})
})

test('parts that run in different directions are kept apart, so that a date is not turned round', () => {
  expect(voiceLine({ source: 'رأي منشور', captured: '2026-03-04' }, 'en').rest).toBe(
    '\u2068رأي منشور\u2069، \u20684\u00a0March\u00a02026\u2069',
  )
})
