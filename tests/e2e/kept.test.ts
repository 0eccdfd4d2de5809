import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GalleryScenes, openGalleryScenes } from './gallery-scenes.ts'

/**
 * Six slides as they were last looked at, beside what is drawn now. After a change that is meant, look at the new ones and
 * keep them: KEEP_SCREENSHOTS=1 npm test -- tests/e2e/kept
 */

const FOLDER = join(import.meta.dirname, 'screenshots')
const KEPT = { width: 960, height: 540 }
/** A pixel that differs by more than this in a channel, 0..255, is another one. */
const DIFFERENT = 40
/** Share of such pixels that machines may differ by: the soft edges of letters. A line that moves by a pixel is 2 % and more. */
const TOLERANCE = 0.004

const SLIDES = [
  'persona-ruth',
  'quote-egg-box',
  'journey-ruth-dialysis',
  'metric-ramps',
  'observation-paper-timetable',
  'photo-six-fifty-two',
]

let gallery: GalleryScenes

beforeAll(async () => {
  gallery = await openGalleryScenes()
  await gallery.slides.resize(1920, 1080)
  // The orbit goes by the time of day.
  await gallery.slides.page.addStyleTag({ content: '.orbit { transform: none !important }' })
})
afterAll(() => gallery.close())

it.each(SLIDES)('%s looks as it did', async (name) => {
  const now = await drawn(name)
  const file = join(FOLDER, `${name}.png`)
  if (process.env['KEEP_SCREENSHOTS']) {
    mkdirSync(FOLDER, { recursive: true })
    writeFileSync(
      file,
      await sharp(now, { raw: { ...KEPT, channels: 3 } })
        .png({ palette: true })
        .toBuffer(),
    )
  }
  expect(existsSync(file), `${file} is there`).toBe(true)
  expect(await difference(now, file)).toBeLessThanOrEqual(TOLERANCE)
})

it('notices a headline that moved by a few pixels', async () => {
  const { page } = gallery.slides
  const style = await page.addStyleTag({ content: '.they { transform: translateY(4px) }' })
  const now = await drawn('quote-egg-box')
  await style.evaluate((element) => (element as Element).remove())
  expect(await difference(now, join(FOLDER, 'quote-egg-box.png'))).toBeGreaterThan(TOLERANCE)
})

let plays = 0

/** The slide of this name, in the same place of the same pass whatever else is in the room, as pixels of RGB. */
async function drawn(name: string): Promise<Buffer> {
  const scene = gallery.scenes.find((each) => each.name === name)
  if (!scene)
    throw new Error(`The sample room has no slide ${name}: ${gallery.scenes.map((each) => each.name)}`)
  plays += 1
  const play = { ...scene.play, playId: `kept ${plays}`, pass: { index: 4, count: 20 } }
  const room = { name: 'Tarnholt Customer Room', language: 'en' }
  await gallery.slides.show({ ...scene, play, room })
  return sharp(await gallery.slides.page.screenshot())
    .resize(KEPT)
    .removeAlpha()
    .raw()
    .toBuffer()
}

async function difference(now: Buffer, file: string): Promise<number> {
  const kept = await sharp(file).removeAlpha().toColourspace('srgb').raw().toBuffer()
  let different = 0
  for (let at = 0; at < now.length; at += 3) {
    const apart = [0, 1, 2].map((channel) => Math.abs((now[at + channel] ?? 0) - (kept[at + channel] ?? 0)))
    if (Math.max(...apart) > DIFFERENT) different += 1
  }
  return different / (KEPT.width * KEPT.height)
}
