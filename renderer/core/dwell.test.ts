import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AFTER_CLIP_MS, DWELL_BOUNDS, dwellMs, type Mode } from './dwell.ts'

const text = { words: 0, characters: 0, figures: 0, mediaMs: 0 }
const mode = fc.constantFrom<Mode>('corridor', 'chair', 'booth')

test('is 2 s to arrive, the reading time by mode, and 2 s for a picture', () => {
  expect(dwellMs({ ...text, words: 35, figures: 1 }, 'corridor')).toBe(2_000 + 24_000 + 2_000)
  expect(dwellMs({ ...text, words: 35, figures: 1 }, 'chair')).toBe(2_000 + 12_000 + 2_000)
  expect(dwellMs({ ...text, characters: 100 }, 'corridor')).toBe(2_000 + 40_000)
})

test('a recording plays to its end, however long a slide may be', () => {
  expect(dwellMs({ ...text, words: 500, mediaMs: 90_000 }, 'corridor')).toBe(90_000 + AFTER_CLIP_MS)
  expect(dwellMs({ ...text, mediaMs: 1_000 }, 'corridor')).toBe(DWELL_BOUNDS.minMs)
  expect(dwellMs({ ...text, mediaMs: 1e12 }, 'corridor')).toBe(600_000)
})

test('is a whole number within bounds, whatever a file claims about itself', () => {
  const any = fc.oneof(
    fc.double(),
    fc.constantFrom(NaN, Infinity, -Infinity, -1, 1e308, Number.MAX_SAFE_INTEGER),
  )
  fc.assert(
    fc.property(
      fc.record({ words: any, characters: any, figures: any, mediaMs: any }),
      mode,
      (measure, how) => {
        const ms = dwellMs(measure, how)
        expect(Number.isInteger(ms)).toBe(true)
        expect(ms).toBeGreaterThanOrEqual(DWELL_BOUNDS.minMs)
        expect(ms).toBeLessThanOrEqual(measure.mediaMs > 0 ? 600_000 : DWELL_BOUNDS.maxMs)
      },
    ),
  )
})

test('more to read never takes less time, and a seated reader never more than a passer-by', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.nat(5), (a, b, figures) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)]
      const time = (words: number, how: Mode) => dwellMs({ ...text, words, figures }, how)
      expect(time(more, 'corridor')).toBeGreaterThanOrEqual(time(less, 'corridor'))
      expect(time(more, 'chair')).toBeLessThanOrEqual(time(more, 'corridor'))
    }),
  )
})
