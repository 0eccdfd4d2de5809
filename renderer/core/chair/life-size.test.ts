import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aboveTableMm, type LifeSizeInput, lifeSize, TABLE_MM } from './life-size.ts'

const SEATED: LifeSizeInput = {
  drawn: 'seated',
  picture: { width: 1448, height: 1920 },
  mmPerPixel: 0.634,
  panelHeightPx: 1080,
  lowerEdgeMm: TABLE_MM,
}

test('a seated adult shows about 620 mm above a table of 730 mm', () => {
  expect(aboveTableMm()).toBeCloseTo(621, 0)
  expect(aboveTableMm(1610)).toBeCloseTo(573, 0)
  expect(aboveTableMm(1900)).toBeCloseTo(727, 0)
})

test('on a panel whose lower edge is at the table she sits on that edge, whole', () => {
  const { heightPx, bottomPx, tablePx, scale } = lifeSize(SEATED)
  expect(bottomPx).toBe(0)
  expect(tablePx).toBe(0)
  expect(scale).toBe(1)
  expect(heightPx * 0.979 * 0.634).toBeCloseTo(621, 0)
})

test('a panel that hangs higher cuts her below; one that begins lower leaves the table room', () => {
  expect(lifeSize({ ...SEATED, lowerEdgeMm: 830 }).bottomPx).toBeCloseTo(-100 / 0.634, 6)
  const upright = { ...SEATED, panelHeightPx: 1920 }
  expect(lifeSize({ ...upright, lowerEdgeMm: 630 })).toMatchObject({
    tablePx: 100 / 0.634,
    bottomPx: 100 / 0.634,
  })
})

test('a bust hides where it was cut, and is as large as the head on a seated figure', () => {
  const bust = lifeSize({ ...SEATED, drawn: 'bust', picture: { width: 860, height: 1080 }, lowerEdgeMm: 900 })
  expect(bust.bottomPx).toBe(0)
  // The head of a drawing is 452 of 1080 high.
  expect((bust.heightPx * 452 * 0.634) / 1080).toBeGreaterThan(200)
  expect((bust.heightPx * 452 * 0.634) / 1080).toBeLessThan(245)
})

test('a picture with too few pixels is shown at its own resolution, and says how many it would need', () => {
  const small = lifeSize({ ...SEATED, picture: { width: 300, height: 400 } })
  expect(small.heightPx).toBe(400)
  expect(small.scale).toBeLessThan(0.5)
  expect(small.neededPx).toBe(Math.ceil(621 / 0.979 / 0.634))
  expect(lifeSize({ ...SEATED, picture: { width: 300, height: 400 }, pixelRatio: 2 }).heightPx).toBe(200)
})

const inputs = fc.record({
  drawn: fc.constantFrom('seated', 'bust', 'photo'),
  picture: fc.record({
    width: fc.integer({ min: 40, max: 4_000 }),
    height: fc.integer({ min: 40, max: 4_000 }),
  }),
  heightMm: fc.option(fc.integer({ min: 300, max: 2_500 }), { nil: undefined }),
  mmPerPixel: fc.double({ min: 0.05, max: 3, noNaN: true }),
  panelHeightPx: fc.integer({ min: 480, max: 8_000 }),
  pixelRatio: fc.constantFrom(1, 1.5, 2),
  lowerEdgeMm: fc.integer({ min: 0, max: 1_200 }),
})

test('never stretched, never beyond its own resolution, never larger than life, never without a face', () => {
  fc.assert(
    fc.property(inputs, (input) => {
      const { widthPx, heightPx, bottomPx, scale, neededPx } = lifeSize(input)
      expect(widthPx / heightPx).toBeCloseTo(input.picture.width / input.picture.height, 6)
      expect(heightPx * input.pixelRatio).toBeLessThanOrEqual(input.picture.height + 1e-6)
      expect(heightPx * input.pixelRatio).toBeLessThanOrEqual(neededPx + 1e-6)
      expect(scale).toBeGreaterThan(0)
      expect(scale).toBeLessThanOrEqual(1)
      const crown =
        bottomPx + heightPx * (input.drawn === 'bust' ? 0.865 : input.drawn === 'photo' ? 0.92 : 0.979)
      expect(crown).toBeLessThanOrEqual(input.panelHeightPx)
      const panelMm = input.panelHeightPx * input.mmPerPixel
      if (panelMm > 800 && scale === 1) expect(crown - Math.max(0, bottomPx)).toBeGreaterThan(0.3 * heightPx)
    }),
  )
})

test('what is drawn does not depend on the panel: the same millimetres on any', () => {
  fc.assert(
    fc.property(inputs, fc.double({ min: 0.05, max: 3, noNaN: true }), (input, other) => {
      const large = { width: 100_000, height: 100_000 }
      const here = lifeSize({ ...input, picture: large })
      const there = lifeSize({ ...input, picture: large, mmPerPixel: other })
      expect(here.heightPx * input.mmPerPixel).toBeCloseTo(there.heightPx * other, 6)
    }),
  )
})
