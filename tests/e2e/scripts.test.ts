import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentFile, contentScenes } from '../../scripts/gallery-content.mjs'
import { facesOnSlide, strange } from './faces.ts'
import { outside, overlaps, visibleLines } from './layout.ts'
import { type Folder, makeFolder, SAMPLE_ROOM } from './room.ts'
import { scriptRoom, TONGUES, type Tongue } from './script-room.ts'
import { openSlidePage, type SlidePage } from './slide-page.ts'

/** Every kind in every script: drawn in faces of the product alone, the right ones, in the right direction. */

let folder: Folder
let slides: SlidePage
let devtools: CDPSession
let scenes: Awaited<ReturnType<typeof contentScenes>>

beforeAll(async () => {
  folder = makeFolder(scriptRoom())
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#767' } })
    .jpeg()
    .toBuffer()
  for (const { lang } of TONGUES) {
    folder.write(`photos/${lang}.jpg`, picture)
    copyFileSync(join(SAMPLE_ROOM, 'calls/lift-tape.wav'), join(folder.content, `calls/${lang}.wav`))
  }
  const out = join(folder.data, 'gallery')
  scenes = await contentScenes(folder.content, out)
  slides = await openSlidePage((hash) => contentFile(out, hash))
  devtools = await slides.page.context().newCDPSession(slides.page)
}, 120_000)

afterAll(async () => {
  await slides.close()
  folder.remove()
})

const SIZES = [
  [1920, 1080],
  [1080, 1920],
] as const

describe.each(SIZES)('at %i x %i', (width, height) => {
  it.each(TONGUES)(
    '$lang: every kind is drawn in our own faces, whole',
    { timeout: 180_000 },
    async (tongue) => {
      await slides.resize(width, height)
      const ours = scenes.filter(({ play }) => play.item.envelope.lang === tongue.lang)
      expect(new Set(ours.map(({ play }) => play.item.kind)).size).toBe(10)
      const faults: string[] = []
      for (const scene of ours) {
        const report = await slides.show(scene)
        const faces = await facesOnSlide(devtools)
        const lines = await visibleLines(slides.page)
        const dir = await slides.page.locator('#wall .layer main').last().getAttribute('dir')
        const said = [
          ...(report === 'painted' ? [] : [`was not painted whole: ${report}`]),
          ...strange(faces),
          ...missing(
            tongue,
            faces.map((face) => face.family),
          ),
          ...(dir === tongue.dir ? [] : [`runs ${dir}`]),
          ...overlaps(lines).map((pair) => `overlap: ${pair}`),
          ...outside(lines, width, height).map((text) => `cut: ${text}`),
        ]
        faults.push(...said.map((fault) => `${scene.name}: ${fault}`))
      }
      expect(faults).toEqual([])
    },
  )
})

/** A slide in a script shows at least one of its two faces; a variable face may name its instance after the family. */
function missing({ they, we }: Tongue, families: readonly string[]): string[] {
  const there = families.some((family) => family.startsWith(they) || family.startsWith(we))
  return there ? [] : [`is drawn in ${families.join(', ')}, neither ${they} nor ${we}`]
}
