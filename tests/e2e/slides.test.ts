import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fontPx, LABEL_C, unitPx } from '../../renderer/core/legibility.ts'
import { paleLines } from './contrast.ts'
import { type GalleryScenes, openGalleryScenes } from './gallery-scenes.ts'
import { outside, overlaps, visibleLines } from './layout.ts'

const SIZES = [
  [1920, 1080],
  [1080, 1920],
  [1280, 720],
  [1280, 960],
  [2560, 1080],
  [3840, 2160],
] as const

/** The shape in which the colours are looked at too; they are the same in all of them. */
const MEASURED_WIDTH = 1920

let gallery: GalleryScenes

beforeAll(async () => {
  gallery = await openGalleryScenes()
})

afterAll(() => gallery.close())

describe.each(SIZES)('every slide of the sample room and every hard case at %i x %i', (width, height) => {
  it('is painted, legible, whole, and without overlaps', { timeout: 400_000 }, async () => {
    const { slides, scenes } = gallery
    await slides.resize(width, height)
    const floor = fontPx(
      LABEL_C,
      unitPx({ diagonalInches: 55, distanceM: 3, widthPx: width, heightPx: height }),
    )
    const faults: string[] = []
    for (const scene of scenes) {
      const report = await slides.show({ ...scene, screen: { ...scene.screen, theme: 'day' } })
      const lines = await visibleLines(slides.page)
      const small = lines.filter((line) => line.fontPx < floor - 0.1).map((line) => line.text)
      const said = [
        ...(report === 'painted' ? [] : [`was not painted whole: ${report}`]),
        ...(lines.length > 1 ? [] : ['shows no text']),
        ...small.map((text) => `too small: ${text}`),
        ...overlaps(lines).map((pair) => `overlap: ${pair}`),
        ...outside(lines, width, height).map((text) => `cut: ${text}`),
        // Letters over whatever is really under them, on the pixels of the slide.
        ...(width === MEASURED_WIDTH ? await paleLines(slides.page) : []),
      ]
      faults.push(...said.map((fault) => `${scene.name}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

describe('accessibility', () => {
  it('finds nothing to complain of in a slide of each kind', async () => {
    const { slides, scenes } = gallery
    await slides.resize(1920, 1080)
    const kinds = new Map(scenes.map((scene) => [scene.play.item.kind, scene]))
    expect(kinds.size).toBeGreaterThanOrEqual(4)
    for (const scene of kinds.values()) {
      await slides.show(scene)
      const { violations } = await new AxeBuilder({ page: slides.page }).setLegacyMode(true).analyze()
      expect(
        violations.map(
          (each) => `${scene.name}: ${each.id}: ${each.nodes.map((node) => node.html).join(' ')}`,
        ),
      ).toEqual([])
    }
  })
})
