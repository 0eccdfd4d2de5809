import AxeBuilder from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CARD } from '../../renderer/core/chair/calibration.ts'
import { aboveTableMm } from '../../renderer/core/chair/life-size.ts'
import { fontPx, LABEL_C, mmPerPixel, unitPx } from '../../renderer/core/legibility.ts'
import { type ChairCase, chairCases } from '../../scripts/gallery/chair-cases.ts'
import { measuredLines } from './contrast.ts'
import { type GalleryScenes, openGalleryScenes } from './gallery-scenes.ts'
import { outside, overlaps, visibleLines } from './layout.ts'

/** The meeting at the customer chair, scene by scene, as the wall's own page draws it. */

const SIZES = [
  [1920, 1080],
  [1080, 1920],
] as const
/** Letters have an edge: a little below what is wanted of their colour. */
const CONTRAST = 7 * 0.97

let gallery: GalleryScenes
let cases: readonly ChairCase[]
let shows = 0

beforeAll(async () => {
  gallery = await openGalleryScenes({ hardCases: false })
  cases = chairCases(gallery.scenes)
})
afterAll(() => gallery.close())

/** Shows it as a scene that the page has not seen yet; its report is `painted`, or what went wrong. */
function show({ scene }: ChairCase, theme: 'day' | 'evening' = 'day'): Promise<string> {
  shows += 1
  const chair = { ...scene.chair, sceneId: `${scene.chair.sceneId} ${shows}` }
  return gallery.slides.show({ ...scene, chair, screen: { ...scene.screen, theme } })
}

/** What can be touched and is smaller than 20 mm on a panel with pixels of this size, mm. */
function smallTargets(mm: number): Promise<string[]> {
  return gallery.slides.page.evaluate(
    (size) =>
      [...document.querySelectorAll<HTMLElement>('#wall button, #wall .hg-button')].flatMap((target) => {
        const { width, height } = target.getBoundingClientRect()
        return Math.min(width, height) * size < 19.9
          ? [`${target.textContent} ${Math.round(width)}x${Math.round(height)}`]
          : []
      }),
    mm,
  )
}

describe.each(SIZES)('every scene of a meeting at %i x %i', (width, height) => {
  it('is painted, legible, whole, without overlaps, and large enough for a finger', {
    timeout: 240_000,
  }, async () => {
    const { slides } = gallery
    await slides.resize(width, height)
    const faults: string[] = []
    for (const each of cases) {
      const { diagonalInches = 55, distanceM = 3 } = each.scene.screen?.panel ?? {}
      const panel = { diagonalInches, distanceM, widthPx: width, heightPx: height }
      const report = await show(each)
      const lines = await visibleLines(slides.page)
      const floor = fontPx(LABEL_C, unitPx(panel)) - 0.1
      const said = [
        ...(report === 'painted' ? [] : [`was not painted: ${report}`]),
        ...(lines.length > 1 ? [] : ['shows no text']),
        ...lines.filter((line) => line.fontPx < floor).map(({ text }) => `too small: ${text}`),
        ...overlaps(lines).map((pair) => `overlap: ${pair}`),
        ...outside(lines, width, height).map((text) => `cut: ${text}`),
        ...(await smallTargets(mmPerPixel(panel))).map((target) => `too small to touch: ${target}`),
      ]
      faults.push(...said.map((fault) => `${each.name}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

describe('the chair', () => {
  beforeAll(() => gallery.slides.resize(1920, 1080))

  it('is legible by day and by evening, to who sees little and to a screen reader', {
    timeout: 120_000,
  }, async () => {
    const faults: string[] = []
    const kinds = new Map(cases.map((each) => [each.scene.chair.scene.type, each]))
    expect(kinds.size).toBe(12)
    for (const each of kinds.values()) {
      // By day these are the colours of every slide; what stands on whole papers is looked at twice.
      const isPaper = ['still', 'objection', 'confirm'].includes(each.scene.chair.scene.type)
      for (const theme of isPaper ? (['day', 'evening'] as const) : (['evening'] as const)) {
        await show(each, theme)
        const pale = (await measuredLines(gallery.slides.page)).filter(({ ratio = 0 }) => ratio < CONTRAST)
        faults.push(
          ...pale.map(
            ({ text, ratio }) => `${each.name}, ${theme}: “${text.slice(0, 40)}” ${ratio?.toFixed(2)}`,
          ),
        )
      }
      const { violations } = await new AxeBuilder({ page: gallery.slides.page }).setLegacyMode(true).analyze()
      faults.push(
        ...violations.map(
          ({ id, nodes }) => `${each.name}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`,
        ),
      )
    }
    expect(faults).toEqual([])
  })

  it('shows her at life size, on the table, and so the same millimetres on every panel', async () => {
    const still = cases.find(({ name }) => name === 'chair-still-ruth')
    if (!still) throw new Error('Ruth is not in the sample room.')
    for (const diagonalInches of [43, 55, 86]) {
      const panel = { diagonalInches, distanceM: 3 }
      await show({ ...still, scene: { ...still.scene, screen: { ...still.scene.screen, panel } } })
      const box = await gallery.slides.page.locator('.layer:last-child .figure').boundingBox()
      const mm = mmPerPixel({ ...panel, widthPx: 1926, heightPx: 1086 })
      const { persona } = still.scene.chair.scene as { persona: { heightMm: number } }
      expect((box?.height ?? 0) * mm).toBeCloseTo(aboveTableMm(persona.heightMm) / 0.979, -1)
    }
  })

  it('measures its panel: key c, a box as wide as the card, Enter', async () => {
    const { page } = gallery.slides
    const still = cases.find(({ scene }) => scene.chair.scene.type === 'still')
    if (!still) throw new Error('There is no still chair.')
    await show(still)
    await page.keyboard.press('c')
    const card = page.locator('.layer.shown .card')
    await card.waitFor()
    const before = (await card.boundingBox())?.width ?? 0
    for (const key of ['PageDown', 'ArrowRight', 'ArrowRight', 'ArrowLeft', '+', '-'])
      await page.keyboard.press(key)
    const after = (await card.boundingBox())?.width ?? 0
    expect(after - before).toBeCloseTo(11, 3)
    await page.keyboard.press('Enter')
    await card.waitFor({ state: 'detached' })
    const said = await page.evaluate(() => window.gallery.said.filter(({ name }) => name === 'calibrate'))
    const mm = expect.closeTo(CARD.widthMm / after, 3)
    expect(said.map((each) => each.detail)).toEqual([{ mmPerPixel: mm, widthPx: 1920, heightPx: 1080 }])
    expect(await page.evaluate(() => window.gallery.said.some(({ name }) => name === 'chairKey'))).toBe(false)
  })

  it('tells what is touched and what is typed, and a touch never takes the keys away', async () => {
    const { page } = gallery.slides
    const find = (name: string): ChairCase => {
      const found = cases.find((each) => each.name === name)
      if (!found) throw new Error(`There is no scene ${name}.`)
      return found
    }
    await show(find('chair-guess'))
    await page.locator('.layer.shown .number').nth(10).click()
    await page.locator('.layer.shown .forth').click()
    await page.keyboard.press('Enter')
    await show(find('chair-topic-write'))
    await page.locator('.layer.shown .field').fill('Ramps')
    await page.locator('.layer.shown [data-skbtn="a"]').click()
    const said = await page.evaluate(() => window.gallery.said.slice(-12))
    const told = said.flatMap(({ name, detail }) =>
      name === 'chairPainted' ? [] : [{ name, ...(detail as Record<string, unknown>), sceneId: undefined }],
    )
    expect(told.slice(-5)).toEqual([
      { name: 'chairGuess', guess: 10 },
      { name: 'chairKey', key: 'PageDown' },
      { name: 'chairKey', key: 'Enter' },
      { name: 'chairType', text: 'Ramps' },
      { name: 'chairType', text: 'Rampsa' },
    ])
  })
})
