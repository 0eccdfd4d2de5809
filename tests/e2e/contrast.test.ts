import { afterAll, beforeAll, expect, it } from 'vitest'
import { measuredLines } from './contrast.ts'
import { type GalleryScenes, openGalleryScenes, type Scene } from './gallery-scenes.ts'

/** Text on the wall, measured on the pixels of every slide: letters, over whatever is really under them. */

/** Caption words that have not been spoken yet; nothing else may be so pale. */
const LEAST = 4.5
const WANTED = 7
/** Colours are rounded, and the core of a thin letter is a shade softer than its ink. */
const ROUNDING = 0.97

let gallery: GalleryScenes
let plays = 0

beforeAll(async () => {
  gallery = await openGalleryScenes()
  await gallery.slides.resize(1920, 1080)
})
afterAll(() => gallery.close())

async function faultsOf(scene: Scene, theme: 'day' | 'evening', fade = 0): Promise<string[]> {
  const { slides } = gallery
  plays += 1
  const play = { ...scene.play, playId: `contrast ${plays}`, ...(fade > 0 && { age: { fade, months: 40 } }) }
  await slides.show({ ...scene, play, screen: { ...scene.screen, theme } })
  const lines = await measuredLines(slides.page)
  return lines.flatMap(({ text, ratio, waits }) => {
    const least = (waits ? LEAST : WANTED) * ROUNDING
    if (ratio !== undefined && ratio >= least) return []
    const told = ratio === undefined ? 'is not to be seen' : `has ${ratio.toFixed(2)}:1`
    return [`${scene.name}: “${text.slice(0, 40)}” ${told}`]
  })
}

it('every letter of every slide is legible by day', { timeout: 400_000 }, async () => {
  const faults: string[] = []
  for (const scene of gallery.scenes) faults.push(...(await faultsOf(scene, 'day')))
  expect(faults).toEqual([])
})

it('and by evening, where the wall alone is dark: what stands on it, in three slides of each kind', {
  timeout: 400_000,
}, async () => {
  const faults: string[] = []
  const looked = new Map<string, number>()
  for (const scene of gallery.scenes) {
    const { kind } = scene.play.item
    const count = (looked.get(kind) ?? 0) + 1
    looked.set(kind, count)
    if (count <= 3) faults.push(...(await faultsOf(scene, 'evening')))
  }
  expect(faults).toEqual([])
})

it('what has faded altogether is as legible as before', { timeout: 120_000 }, async () => {
  const faults: string[] = []
  const kinds = new Map(gallery.scenes.map((scene) => [scene.play.item.kind, scene]))
  for (const scene of kinds.values()) faults.push(...(await faultsOf(scene, 'evening', 1)))
  expect(faults).toEqual([])
})

it('notices a colour that is too pale', async () => {
  const { page } = gallery.slides
  const scene = gallery.scenes.find(({ play }) => play.item.kind === 'quote')
  const pale = await page.addStyleTag({ content: '.they, .they * { color: #8a8378 !important }' })
  const faults = scene ? await faultsOf(scene, 'day') : []
  await pale.evaluate((element) => (element as Element).remove())
  expect(faults.join('\n')).toMatch(/has [1-4]\.\d\d:1/)
})
