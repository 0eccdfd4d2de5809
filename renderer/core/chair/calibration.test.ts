import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mmPerPixel } from '../legibility.ts'
import { CARD, calibrationOf, cardWidthPx, isCardKey, widthAfterKey, withinPanel } from './calibration.ts'

const standard = { diagonalInches: 55, distanceM: 3, widthPx: 1920, heightPx: 1080 }
const pixels = { widthPx: 1920, heightPx: 1080 }

test('a box that is as wide as a card tells how large a pixel is, whatever the panel is said to be', () => {
  const calibration = calibrationOf(120, pixels)
  expect(mmPerPixel(standard, calibration)).toBeCloseTo(CARD.widthMm / 120, 12)
  expect(mmPerPixel({ ...standard, calibration })).toBe(mmPerPixel(standard, calibration))
})

test('the same glass at another resolution, or turned, has other pixels', () => {
  const calibration = calibrationOf(120, pixels)
  const measured = mmPerPixel(standard, calibration)
  expect(mmPerPixel({ ...standard, widthPx: 3840, heightPx: 2160 }, calibration)).toBeCloseTo(
    measured / 2,
    12,
  )
  expect(mmPerPixel({ ...standard, widthPx: 1080, heightPx: 1920 }, calibration)).toBeCloseTo(measured, 12)
})

test('what a curator wrote down holds at any resolution', () => {
  expect(mmPerPixel({ ...standard, widthPx: 3840, heightPx: 2160 }, { mmPerPixel: 0.5 })).toBe(0.5)
})

test('a panel that tells its diagonal truly begins with the box as wide as a card', () => {
  const measured = mmPerPixel(standard)
  expect(calibrationOf(cardWidthPx(measured), pixels).mmPerPixel).toBeCloseTo(measured, 12)
})

test('any keys leave a box that can be held to, and every key that makes it wider has one that undoes it', () => {
  const keys = [
    'ArrowLeft',
    'ArrowRight',
    'ArrowUp',
    'ArrowDown',
    '+',
    '-',
    'PageUp',
    'PageDown',
    'x',
    'Enter',
  ]
  const panels = fc.record({
    widthPx: fc.integer({ min: 640, max: 8_000 }),
    heightPx: fc.integer({ min: 480, max: 8_000 }),
  })
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 300 }), panels, (pressed, panel) => {
      const width = pressed.reduce(
        (before, key) => widthAfterKey(before, key, panel),
        withinPanel(135, panel),
      )
      expect(width).toBeGreaterThanOrEqual(24)
      expect(width).toBeLessThanOrEqual(panel.widthPx)
      expect((width * CARD.heightMm) / CARD.widthMm).toBeLessThanOrEqual(panel.heightPx)
    }),
  )
  expect(widthAfterKey(widthAfterKey(200, 'ArrowRight', pixels), 'ArrowLeft', pixels)).toBe(200)
  expect(widthAfterKey(widthAfterKey(200, 'PageDown', pixels), 'PageUp', pixels)).toBe(200)
  expect(['toString', 'Enter', 'Escape'].filter(isCardKey)).toEqual([])
})
