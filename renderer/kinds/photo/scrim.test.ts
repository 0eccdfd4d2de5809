import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, type Rgb } from '../../core/colour.ts'
import { ALPHA_OVER_WHITE, LETTERS, MOST_ALPHA, SCRIM, scrimAlpha, veiled, WANTED_CONTRAST } from './scrim.ts'

const channel = fc.integer({ min: 0, max: 255 })
const colours: fc.Arbitrary<Rgb> = fc.tuple(channel, channel, channel)
const pixels = (list: readonly Rgb[]): number[] => list.flatMap((colour) => [...colour, 255])
const over = (colour: Rgb, alpha: number): number => contrast(LETTERS, veiled(colour, SCRIM, alpha))

test('a night needs no scrim, a white wall less than the limit', () => {
  expect(scrimAlpha(pixels([[20, 18, 24]]))).toBe(0)
  const white = scrimAlpha(pixels([[255, 255, 255]])) ?? 1
  expect(white).toBeGreaterThan(0.7)
  expect(white).toBeLessThanOrEqual(ALPHA_OVER_WHITE)
  expect(over([255, 255, 255], ALPHA_OVER_WHITE)).toBeGreaterThanOrEqual(WANTED_CONTRAST)
})

test('whatever the colour, the letters have 7:1, and no more dark than that takes', () => {
  fc.assert(
    fc.property(colours, (colour) => {
      const alpha = scrimAlpha(pixels([colour])) ?? 1
      expect(alpha).toBeLessThanOrEqual(MOST_ALPHA)
      expect(over(colour, alpha)).toBeGreaterThanOrEqual(WANTED_CONTRAST)
      if (alpha > 0) expect(over(colour, alpha - 0.02)).toBeLessThan(WANTED_CONTRAST * 1.01)
    }),
  )
})

test('one hot pixel in a thousand is noise, a lamp is not', () => {
  const night = Array.from({ length: 999 }, (): Rgb => [20, 18, 24])
  const hot = scrimAlpha(pixels([...night, [255, 255, 255]])) ?? 1
  const lamp =
    scrimAlpha(pixels([...night.slice(0, 960), ...Array.from({ length: 40 }, (): Rgb => [255, 255, 255])])) ??
    0
  expect(hot).toBeLessThan(0.2)
  expect(lamp).toBeGreaterThan(0.7)
})

test('what is clear counts as white; where nothing is known there is no scrim to be told', () => {
  expect(scrimAlpha([0, 0, 0, 0])).toBe(scrimAlpha(pixels([[255, 255, 255]])))
  expect(scrimAlpha([])).toBeUndefined()
  expect(scrimAlpha(pixels([[255, 255, 255]]), [120, 120, 120])).toBeUndefined()
})
