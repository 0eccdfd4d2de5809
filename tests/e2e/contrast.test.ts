import { afterAll, beforeAll, expect, it } from 'vitest'
import { paleLines } from './contrast.ts'
import { type GalleryScenes, openGalleryScenes, type Scene } from './gallery-scenes.ts'

/** Text on the wall, measured on the pixels of slides: letters, over whatever is really under them. By day: slides.test.ts. */

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
  return (await paleLines(slides.page)).map((line) => `${scene.name}: ${line}`)
}

it('by evening the wall alone is dark: what stands on it is legible, in three slides of each kind', {
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
