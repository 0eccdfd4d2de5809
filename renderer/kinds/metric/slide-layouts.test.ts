import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { figureOf, figureSource, moneyText, promiseText, sumText } from './figures.ts'
import { lineScale, strokesOf, trendPoints } from './scale.ts'
import { metric } from './schema.ts'
import { metricLayouts } from './slide-layouts.ts'

const body = (fields: object) =>
  metric.schema.parse({
    phrase: 'people came back.',
    value: 61,
    unit: '%',
    target: 90,
    period: '2026-02',
    direction: 'up',
    ...fields,
  })
const share = fc.double({ min: 0, max: 100, noNaN: true })

describe('strokes', () => {
  test('are a hundred: reached, promised, beyond', () => {
    const looks = strokesOf(61, 90, 'up').map(({ look }) => look)
    expect(looks).toHaveLength(100)
    expect(looks.filter((look) => look === 'reached')).toHaveLength(61)
    expect(looks.filter((look) => look === 'promised')).toHaveLength(29)
  })

  test('add up to the figure, never to more', () => {
    fc.assert(
      fc.property(share, share, fc.constantFrom('up', 'down'), (value, target, direction) => {
        const strokes = strokesOf(value, target, direction)
        expect(strokes.reduce((sum, { part }) => sum + part, 0)).toBeCloseTo(value, 6)
        if (direction === 'down') expect(strokes.some(({ look }) => look === 'promised')).toBe(false)
      }),
    )
  })
})

test('a line holds zero, the value and the promise, in their order', () => {
  const figure = fc.double({ min: -1e9, max: 1e9, noNaN: true })
  fc.assert(
    fc.property(figure, figure, (value, target) => {
      const scale = lineScale(value, target)
      for (const place of Object.values(scale)) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(1)
      }
      expect(Math.sign(scale.value - scale.target) * Math.sign(value - target)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('a trend runs by the calendar, and stays inside its box', () => {
  const months = [
    { period: '2025-01', value: 4 },
    { period: '2025-02', value: 2 },
    { period: '2025-12', value: 3 },
  ]
  const [first, second, last] = trendPoints(months)
  expect([first?.x, last?.x]).toEqual([0, 1])
  expect(second?.x).toBeLessThan(0.1)
  expect([first?.y, second?.y]).toEqual([0, 1])
  expect(
    trendPoints([
      { period: 'Q1', value: 3 },
      { period: 'Q2', value: 3 },
    ]),
  ).toEqual([
    { x: 0, y: 0.5 },
    { x: 1, y: 0.5 },
  ])
})

describe('figures', () => {
  test('stand in the sentence, or with their unit', () => {
    expect(figureOf(body({}), 'en')).toEqual({ figure: '61', unit: 'of 100' })
    expect(figureOf(body({ phrase: 'Complaints', value: 140 }), 'en')).toEqual({ figure: '140 %' })
    expect(figureOf(body({ unit: 'points', value: -12 }), 'en')).toEqual({
      figure: '−\u200a12',
      unit: 'points',
    })
    expect(figureOf(body({ unit: 'EUR', value: 38000 }), 'en')).toEqual({ figure: '€38,000' })
    expect(figureOf(body({ unit: 'working days until the refund' }), 'en').longUnit).toMatch(/^working/)
  })

  test('say what was promised', () => {
    expect(promiseText(body({}), true, 'en')).toBe('We promised 90')
    expect(promiseText(body({ unit: 'days', direction: 'down', target: 2 }), false, 'en')).toBe(
      'We promised at most 2 days',
    )
  })

  test('money has its currency before it, and a sum becomes a sentence', () => {
    expect(sumText(-1200, 'CHF', 'en')).toBe('−CHF\u00a01,200')
    expect(moneyText({ per_point: 900, currency: 'EUR', per: 'year', estimated: true }, 'en')).toBe(
      'Each point is worth €900 a year.',
    )
  })

  test('the source says how sure, where from, of how many and when', () => {
    const line = figureSource({ evidence: 'research', source: 'Log', n: 2304 }, '2026-02', 'en')
    expect(line.lead).toBe('Research.')
    expect(line.rest).toMatch(/^\u2068Log\u2069, 2,304 people, February\s2026$/)
    expect(figureSource({}, 'Winter 2025', 'en')).toEqual({ rest: 'Winter 2025' })
  })
})

test('type only shrinks inside a group, and never under reading size', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), fc.constantFrom('landscape', 'portrait'), (phrase, shape) => {
      for (const group of metricLayouts(phrase, 'en', shape)) {
        const sizes = group.map(({ c }) => c)
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
        expect(Math.min(...sizes, ...group.map(({ phraseC }) => phraseC))).toBeGreaterThanOrEqual(1)
      }
    }),
  )
})
