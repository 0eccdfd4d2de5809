import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CDPSession } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentFile, contentScenes } from '../../scripts/gallery/content.mjs'
import { facesOnSlide, strange } from './faces.ts'
import { outside, overlaps, visibleLines } from './layout.ts'
import { type Folder, makeFolder, openRoom, QUICK_ROOM, quoteFile, SAMPLE_ROOM } from './room.ts'
import { scriptRoom, TONGUES, type Tongue } from './script-room.ts'
import { openSlidePage, type SlidePage } from './slide-page.ts'

/** Every kind in every script: drawn in faces of the product alone, the right ones, in the right direction, at once. */

type Scene = Awaited<ReturnType<typeof contentScenes>>[number]

declare global {
  interface Window {
    /** Plays that were seen before all of their faces had come. */
    lateFaces: string[]
  }
}

/** Stands for the hash of the film. */
const FILM = 'film'

let folder: Folder
let slides: SlidePage
let devtools: CDPSession
let scenes: readonly Scene[]

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
  const film = join(folder.data, 'film')
  slides = await openSlidePage((hash) => (hash === FILM ? film : contentFile(out, hash)), {
    built: true,
  })
  writeFileSync(film, await filmed())
  scenes = [...scenes, ...TONGUES.map(clipIn)]
  devtools = await slides.page.context().newCDPSession(slides.page)
  // How a slide comes in is no matter of these tests.
  await devtools.send('Animation.enable')
  await devtools.send('Animation.setPlaybackRate', { playbackRate: 50 })
  await watchForLateFaces()
}, 120_000)

afterAll(async () => {
  await slides.close()
  folder.remove()
})

describe('in landscape', () => {
  it.each(TONGUES)('$lang: every kind is in our own faces, whole', { timeout: 120_000 }, async (tongue) => {
    await slides.resize(1920, 1080)
    const ours = scenesIn(tongue)
    expect(new Set(ours.map(({ play }) => play.item.kind)).size).toBe(11)
    expect(await faultsOf(ours, tongue)).toEqual([])
  })
})

describe('in portrait', () => {
  it('what is set another way is in our own faces, whole', { timeout: 240_000 }, async () => {
    await slides.resize(1080, 1920)
    const faults: string[] = []
    for (const tongue of TONGUES) {
      const turned = scenesIn(tongue).filter(({ play }) => /^(?:quote|journey|persona)$/.test(play.item.kind))
      faults.push(...(await faultsOf(turned, tongue)))
    }
    expect(faults).toEqual([])
  })
})

it('an emoji is ink on paper like the letters beside it, in a face of ours', {
  timeout: 60_000,
}, async () => {
  await slides.resize(1920, 1080)
  const faces = await facesOf(
    withWords(sceneNamed('quote-ru'), 'Finally 😀 somebody 👍🏽 answered ❤️ ★★★★☆ 🇩🇪'),
  )
  expect(strange(faces)).toEqual([])
  expect(faces.map((face) => face.family)).toContain('Noto Emoji')
})

it('Han alone is drawn as the language says: a character of four countries in four faces', {
  timeout: 60_000,
}, async () => {
  const drawn = new Map<string, string[]>()
  for (const lang of ['zh', 'zh-Hant', 'zh-HK', 'ja', 'ko', 'en']) {
    const scene = withWords(sceneNamed('quote-ru'), '直角返却骨', lang)
    const faces = (await facesOf(scene)).filter((face) => face.text.includes('直'))
    // The chance of a line's end between two words is drawn in any face.
    const noto = faces.flatMap((face) => /^Noto Serif (..)/.exec(face.family)?.[1] ?? [])
    drawn.set(lang, [...new Set(noto)])
  }
  expect(Object.fromEntries(drawn)).toEqual({
    zh: ['SC'],
    'zh-Hant': ['TC'],
    'zh-HK': ['TC'],
    ja: ['JP'],
    ko: ['KR'],
    en: ['SC'],
  })
})

it('the app itself draws them so, from its own files and under its own rules', {
  timeout: 120_000,
}, async () => {
  const own = makeFolder({ 'room.yaml': QUICK_ROOM })
  for (const { lang, said, more } of TONGUES) own.write(`quotes/${lang}.md`, quoteFile(`${said} ${more}`))
  const room = await openRoom(own)
  const session = await room.wall.context().newCDPSession(room.wall)
  await expect.poll(() => room.plays().length, { timeout: 60_000 }).toBeGreaterThan(2)
  const faces = await facesOnSlide(session)
  expect(strange(faces)).toEqual([])
  expect(faces.length).toBeGreaterThan(0)
  await room.close()
  own.remove()
})

it('a face that is missing is noticed', { timeout: 60_000 }, async () => {
  const { page } = slides
  await page.route(/noto-(?:serif|sans)-thai/, (route) => route.abort())
  await page.reload()
  await page.waitForFunction(() => 'gallery' in globalThis)
  const thai = TONGUES.filter(({ lang }) => lang === 'th')
  for (const tongue of thai) {
    const faults = await faultsOf([sceneNamed('quote-th')], tongue)
    expect(faults.join('\n')).toMatch(/of the machine|neither Noto Serif Thai nor/)
  }
})

/** A short film, made by the browser that is to show it. */
async function filmed(): Promise<Buffer> {
  const bytes = await slides.page.evaluate(async () => {
    const canvas = document.createElement('canvas')
    const brush = canvas.getContext('2d')
    const recorder = new MediaRecorder(canvas.captureStream(10), { mimeType: 'video/webm;codecs=vp8' })
    const pieces: Blob[] = []
    recorder.ondataavailable = ({ data }) => pieces.push(data)
    const stopped = new Promise((resolve) => {
      recorder.onstop = resolve
    })
    recorder.start()
    for (let frame = 0; frame < 10; frame++) {
      brush?.fillRect(frame * 20, 0, 10, 100)
      await new Promise(requestAnimationFrame)
    }
    recorder.stop()
    await stopped
    return [...new Uint8Array(await new Blob(pieces).arrayBuffer())]
  })
  return Buffer.from(bytes)
}

/** A film in which somebody speaks from the first moment; the library has no way to read films yet. */
function clipIn({ lang, name, said, place }: Tongue): Scene {
  const quote = sceneNamed(`quote-${lang}`)
  const video = { hash: FILM, mime: 'video/webm', width: 300, height: 150, durationMs: 60_000 }
  const body = {
    people: 'none',
    doubts: [],
    speakers: [{ name, role: 'customer' }],
    captions: [{ speaker: 0, startMs: 0, endMs: 60_000, text: said }],
    place,
  }
  const item = { ...quote.play.item, id: `clips/${lang}`, kind: 'clip', body, media: { video } }
  return { ...quote, name: `clip-${lang}`, play: { ...quote.play, playId: `clip ${lang}`, item } }
}

function scenesIn(tongue: Tongue): Scene[] {
  return scenes.filter(({ play }) => play.item.envelope.lang === tongue.lang)
}

function sceneNamed(name: string): Scene {
  const scene = scenes.find((each) => each.name === name)
  if (!scene) throw new Error(`The room of every script has no ${name}.`)
  return scene
}

let times = 0

/** The same slide with other words, which say no language of their own unless one is given. */
function withWords(scene: Scene, text: string, lang?: string): Scene {
  const { item } = scene.play
  const { lang: _, ...envelope } = item.envelope
  const body = { ...(item.body as object), text, who: undefined }
  times += 1
  return {
    ...scene,
    play: {
      ...scene.play,
      playId: `words ${times}`,
      item: { ...item, body, envelope: { ...envelope, ...(lang ? { lang } : {}) } },
    },
  }
}

async function facesOf(scene: Scene) {
  expect(await slides.show(scene)).toBe('painted')
  return facesOnSlide(devtools)
}

async function faultsOf(shown: readonly Scene[], tongue: Tongue): Promise<string[]> {
  const size = slides.page.viewportSize() ?? { width: 0, height: 0 }
  const faults: string[] = []
  for (const scene of shown) {
    const report = await slides.show(scene)
    const faces = await facesOnSlide(devtools)
    const lines = await visibleLines(slides.page)
    const dir = await slides.page.locator('#wall .layer main').last().getAttribute('dir')
    const late = await slides.page.evaluate(() => window.lateFaces ?? [])
    const said = [
      ...(report === 'painted' ? [] : [`was not painted whole: ${report}`]),
      ...(late.includes(scene.play.playId) ? ['was shown before its letters were there'] : []),
      ...(dir === tongue.dir ? [] : [`runs ${dir}`]),
      ...strange(faces),
      ...missing(
        tongue,
        faces.map((face) => face.family),
      ),
      ...overlaps(lines).map((pair) => `overlap: ${pair}`),
      ...outside(lines, size.width, size.height).map((text) => `cut: ${text}`),
    ]
    faults.push(...said.map((fault) => `${scene.name}: ${fault}`))
  }
  return faults
}

/** A slide in a script shows at least one of its two faces; a variable face may be told by the name of an instance. */
function missing({ they, we }: Tongue, families: readonly string[]): string[] {
  const there = families.some((family) => family.startsWith(they) || family.startsWith(we))
  return there ? [] : [`is drawn in ${families.join(', ')}, neither ${they} nor ${we}`]
}

/** A face that comes when its layer can be seen already would change the letters before everybody's eyes. */
async function watchForLateFaces(): Promise<void> {
  await slides.page.evaluate(() => {
    window.lateFaces = []
    const late = (layer: Element | undefined): void => {
      const play = layer instanceof HTMLElement ? layer.dataset['play'] : undefined
      if (play) window.lateFaces.push(play)
    }
    document.fonts.addEventListener('loading', () => {
      // While another layer is prepared, the face is wanted for that one.
      if (!document.querySelector('.layer.preparing')) late([...document.querySelectorAll('.layer')].at(-1))
    })
    new MutationObserver((changes) => {
      for (const { target, oldValue } of changes) {
        const isComing = target instanceof HTMLElement && oldValue === 'layer preparing'
        if (isComing && document.fonts.status === 'loading') late(target)
      }
    }).observe(document.body, { subtree: true, attributeFilter: ['class'], attributeOldValue: true })
  })
}
