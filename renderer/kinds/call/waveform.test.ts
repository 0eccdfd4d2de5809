import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Caption, Speaker } from './schema.ts'
import { barCount, bars, heardBars, resample } from './waveform.ts'

const speakers: Speaker[] = [
  { name: 'Caller', role: 'customer' },
  { name: 'Desk', role: 'us' },
  { name: 'Neighbour', role: 'other' },
]
const caption = (startMs: number, endMs: number, speaker: number): Caption => ({
  startMs,
  endMs,
  speaker,
  text: 'Yes.',
})
const sides = (captions: Caption[]): string =>
  bars({ peaks: [0.5], durationMs: 8_000, count: 8 }, captions, speakers)
    .map((bar) => (bar.up > 0 && bar.down > 0 ? 'X' : bar.up > 0 ? '^' : 'v'))
    .join('')

test('whatever the peaks are, there are as many bars as asked for, each between a trace and 1', () => {
  fc.assert(
    fc.property(fc.array(fc.double()), fc.integer({ min: 1, max: 200 }), (peaks, count) => {
      const heights = resample(peaks, count)
      expect(heights).toHaveLength(count)
      for (const height of heights) {
        expect(height).toBeGreaterThan(0)
        expect(height).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('a quiet recording fills the same height as a loud one', () => {
  const loud = resample([0.1, 0.9, 0.4, 0.9], 4)
  const quiet = resample([0.01, 0.09, 0.04, 0.09], 4)
  quiet.forEach((height, index) => {
    expect(height).toBeCloseTo(loud[index] ?? 0, 9)
  })
  expect(Math.max(...loud)).toBe(1)
})

test('bars stand on the side of whoever speaks', () => {
  expect(sides([caption(0, 3_000, 0), caption(3_000, 8_000, 1)])).toBe('^^^vvvvv')
})

test('only we hang below: a third voice stands beside the customer', () => {
  expect(sides([caption(0, 4_000, 1), caption(4_000, 8_000, 2)])).toBe('vvvv^^^^')
})

test('a pause belongs to whoever spoke last, the time before the first word to whoever speaks first', () => {
  expect(sides([caption(2_000, 3_000, 1), caption(6_000, 7_000, 0)])).toBe('vvvvvv^^')
})

test('where both speak at once, both sides show it', () => {
  expect(sides([caption(0, 5_000, 0), caption(3_000, 8_000, 1)])).toBe('^^^XXvvv')
})

test('bars fill the width to its end', () => {
  expect(barCount(56, 0.3, 0.5)).toBe(112)
  expect(barCount(0.3, 0.3, 0.5)).toBe(1)
  expect(barCount(0, 0.3, 0.5)).toBe(1)
})

test('nothing is heard at the start, everything at the end, and it never goes back', () => {
  expect(heardBars(0, 17_000, 112)).toBe(0)
  expect(heardBars(17_000, 17_000, 112)).toBe(112)
  expect(heardBars(99_000, 17_000, 112)).toBe(112)
  expect(heardBars(10, 0, 112)).toBe(0)
  fc.assert(
    fc.property(fc.nat(20_000), fc.nat(2_000), (ms, more) => {
      expect(heardBars(ms + more, 17_000, 112)).toBeGreaterThanOrEqual(heardBars(ms, 17_000, 112))
    }),
  )
})
