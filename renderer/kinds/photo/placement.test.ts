import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gridOf } from '../../ui/stage.ts'
import { footU, pictureBox, wordsBox } from './Composition.tsx'
import { type CaptionLayout, captionLayouts, labelCorner, labelLayouts, linesU } from './label-layouts.ts'
import { coverBox, kept, PIXELS_PER_U, placePicture, placeWhole } from './placement.ts'

const wall = (widthPx: number, heightPx: number, u = 30.28) =>
  gridOf({ widthPx, heightPx, u, shape: heightPx > widthPx ? 'portrait' : 'landscape' })
const LANDSCAPE = wall(1920, 1080)
const PORTRAIT = wall(1080, 1920)
const few = { portrait: false, words: 'few' } as const
const sizes = fc.record({
  width: fc.integer({ min: 40, max: 6000 }),
  height: fc.integer({ min: 40, max: 6000 }),
})
const walls = fc.constantFrom(
  LANDSCAPE,
  PORTRAIT,
  wall(1440, 1080),
  wall(2560, 1080),
  wall(1280, 720, 20.2),
  wall(3840, 2160, 60.56),
)
const amounts = fc.constantFrom('none', 'few', 'many')
const focals = fc.option(
  fc.record({ x: fc.double({ min: 0, max: 1, noNaN: true }), y: fc.double({ min: 0, max: 1, noNaN: true }) }),
  {
    nil: undefined,
  },
)

describe('a photograph on a wide wall', () => {
  test.each([
    ['fills it', 1920, 1080, 'bleed'],
    ['fills it, cropped a little', 2448, 1599, 'bleed'],
    ['keeps its own height where it is tall', 1060, 1599, 'side'],
    ['keeps its own width where it is very wide', 1769, 596, 'top'],
    ['is framed where it has too few pixels', 1072, 549, 'framed'],
    ['is framed, however small', 60, 40, 'framed'],
  ])('%s', (_, width, height, type) => {
    expect(placePicture(LANDSCAPE, { width, height }, few).type).toBe(type)
  })

  test('gives way to more words than a label holds', () => {
    expect(placePicture(LANDSCAPE, { width: 1920, height: 1080 }, { ...few, words: 'many' })).toMatchObject({
      type: 'framed',
      beside: true,
    })
  })
})

test('on a tall wall it has the top 60 % at most', () => {
  const placed = placePicture(PORTRAIT, { width: 1500, height: 1599 }, { portrait: true, words: 'few' })
  expect(placed).toMatchObject({ type: 'top' })
  expect(placed.type === 'top' && placed.heightU).toBeCloseTo(PORTRAIT.heightU * 0.6)
})

test('no picture is enlarged beyond its pixels, cropped to a forehead, or hung outside the wall', () => {
  fc.assert(
    fc.property(walls, sizes, amounts, focals, (grid, size, words, focal) => {
      const portrait = grid.heightU > grid.widthU
      const placed = placePicture(grid, size, { portrait, words, focal })
      const box = pictureBox(placed, grid)
      expect(Math.min(size.width / box.widthU, size.height / box.heightU)).toBeGreaterThanOrEqual(
        PIXELS_PER_U - 1e-6,
      )
      expect(kept(size, box.widthU, box.heightU)).toBeGreaterThanOrEqual(0.5 - 1e-6)
      expect(box.widthU).toBeLessThanOrEqual(grid.widthU + 1e-6)
      expect(box.heightU).toBeLessThanOrEqual(grid.heightU + 1e-6)
    }),
  )
})

test('the focal point is seen, and what is seen lies in the picture', () => {
  fc.assert(
    fc.property(walls, sizes, focals, ({ widthU, heightU }, size, focal) => {
      const cover = coverBox(size, widthU, heightU, focal)
      for (const share of [cover.focal.x, cover.focal.y]) {
        expect(share).toBeGreaterThanOrEqual(-1e-9)
        expect(share).toBeLessThanOrEqual(1 + 1e-9)
      }
      expect(cover.seen.x + cover.seen.width).toBeLessThanOrEqual(1 + 1e-9)
      expect(cover.seen.y + cover.seen.height).toBeLessThanOrEqual(1 + 1e-9)
    }),
  )
})

describe('a label', () => {
  const box = { widthU: 28, heightU: 11 }

  test('comes from the corner that is furthest in reading order and clear of the focal point', () => {
    const at = (x: number, y: number, rtl = false) => labelCorner(LANDSCAPE, box, { x, y }, rtl)
    expect(at(0.5, 0.6)).toEqual({ block: 'top', inline: 'start' })
    expect(at(0.2, 0.2)).toEqual({ block: 'bottom', inline: 'start' })
    expect(at(0.2, 0.5)).toEqual({ block: 'top', inline: 'end' })
    expect(at(0.8, 0.5, true)).toEqual({ block: 'top', inline: 'end' })
  })

  test('never covers the focal point', () => {
    fc.assert(
      fc.property(focals, fc.boolean(), (focal, rtl) => {
        if (!focal) return
        const { block, inline } = labelCorner(LANDSCAPE, box, focal, rtl)
        const x = (rtl ? 1 - focal.x : focal.x) * LANDSCAPE.widthU
        const y = focal.y * LANDSCAPE.heightU
        const inX = inline === 'start' ? x < box.widthU : x > LANDSCAPE.widthU - box.widthU
        const inY =
          block === 'top' ? y > 2 && y < 13 : y > LANDSCAPE.heightU - 15.35 && y < LANDSCAPE.heightU - 4.35
        expect(inX && inY).toBe(false)
      }),
    )
  })

  test('grows before it shrinks its type, and nothing on a wall is under body size', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 40 }), fc.constantFrom(30, 46, 56), (text, liveU) => {
        const groups = [...labelLayouts(text, 'en', liveU), ...captionLayouts(text, 'en', 30)]
        for (const group of groups) {
          expect(group.length).toBeGreaterThan(0)
          const widths = group.map(({ widthU }: CaptionLayout) => widthU)
          expect(widths).toEqual([...widths].sort((a, b) => a - b))
          for (const { c, head } of group) expect(c).toBeGreaterThanOrEqual(head ? 1.92 : 1)
        }
      }),
    )
  })

  test('has three lines of whatever script', () => {
    const layout = { c: 2, head: true, widthU: 30 }
    expect(linesU({ ...layout, text: 'The hinge' })).toBeCloseTo((3 * 2 * 1.08) / 0.7)
    expect(linesU({ ...layout, text: '駅のホーム' })).toBeCloseTo((3 * 2 * 1.46) / 0.7)
    expect(linesU({ ...layout, text: 'انتظرت' })).toBeCloseTo((3 * 2 * 1.1 * 1.5) / 0.7)
  })
})

test('a drawing is shown whole, in its own proportions, as large above its words or beside them', () => {
  fc.assert(
    fc.property(walls, sizes, (grid, size) => {
      const portrait = grid.heightU > grid.widthU
      const placement = placeWhole(grid, size, portrait)
      const box = pictureBox(placement, grid)
      expect(box.widthU / box.heightU).toBeCloseTo(size.width / size.height, 5)
      expect(size.width / box.widthU).toBeGreaterThanOrEqual(PIXELS_PER_U - 1e-6)
      const words = wordsBox(placement, grid, footU(portrait))
      // Of the words a line of a headline stands on any wall.
      expect(words?.heightU).toBeGreaterThan(2.4 * 1.08 * (1 / 0.7) - 0.4)
      expect(words?.widthU).toBeGreaterThan(10)
    }),
  )
})
