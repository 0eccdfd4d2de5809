import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openSlidePage, type SlidePage } from '../../tests/e2e/slide-page.ts'
import { type ChairCase, chairCases } from './chair-cases.ts'
import { contactSheet, type DrawnItem } from './contact-sheet.ts'
import { contentFile, readRoom } from './content.mjs'
import { type Shape, shapesOf } from './shapes.ts'

interface Asked {
  readonly content?: string
  readonly out: string
  readonly screen: string
  readonly shapes: string
  /** The screen's own where empty. */
  readonly theme: '' | 'day' | 'evening'
  readonly only: string
}

type Room = Awaited<ReturnType<typeof readRoom>>

/** A slide that says nothing for so long will not come, ms. */
const PAINT_LIMIT_MS = 30_000
const ROOT = resolve(import.meta.dirname, '../..')
const asked = JSON.parse(process.argv[2] ?? '{}') as Asked
const shapes = shapesOf(asked.shapes)
if (typeof shapes === 'string') {
  process.stderr.write(`${shapes}\n`)
  process.exitCode = 2
} else {
  process.exitCode = await draw(shapes)
}

/** Draws all that was asked for; resolves to the exit code: 1 where a slide could not be drawn whole. */
async function draw(shapes: readonly Shape[]): Promise<number> {
  const out = resolve(asked.out)
  mkdirSync(out, { recursive: true })
  const folders = asked.content
    ? [resolve(asked.content)]
    : [join(ROOT, 'content'), join(ROOT, 'scripts/gallery/hard-cases')]
  const sheets = []
  let faults = 0
  for (const [at, folder] of folders.entries()) {
    const data = mkdtempSync(join(tmpdir(), 'customer-room-gallery-'))
    try {
      const room = await readRoom(folder, data, { screen: asked.screen })
      const place = { data, out, prefix: at === 0 ? '' : 'hard-', shapes }
      // The chair's meeting is drawn with the people of the sample room, or of the room that was asked for.
      const items = [...(await drawRoom(room, place)), ...(at === 0 ? await drawChair(room, place) : [])]
      faults += items.flatMap(({ pictures }) => pictures).filter(({ report }) => report !== 'painted').length
      sheets.push({ ...room, folder, items })
    } finally {
      rmSync(data, { recursive: true, force: true, maxRetries: 3 })
    }
  }
  writeFileSync(join(out, 'index.html'), contactSheet(sheets, { shapes, drawnAt: new Date() }))
  process.stdout.write(`The page with all pictures: ${join(out, 'index.html')}\n`)
  if (faults > 0)
    process.stdout.write(`${faults} pictures do not show their slide whole; the page names them.\n`)
  return faults > 0 ? 1 : 0
}

interface Place {
  readonly data: string
  readonly out: string
  readonly prefix: string
  readonly shapes: readonly Shape[]
}

async function drawRoom(room: Room, { data, out, prefix, shapes }: Place): Promise<DrawnItem[]> {
  const scenes = room.scenes.filter(({ name, place }) => `${name} ${place}`.includes(asked.only))
  const items = new Map(
    scenes.map((scene) => [scene.name, { scene, pictures: [] as DrawnItem['pictures'][number][] }]),
  )
  const slides = await openSlidePage((hash) => contentFile(data, hash))
  try {
    for (const shape of shapes) {
      await slides.resize(shape.width, shape.height)
      for (const { scene, pictures } of items.values()) {
        const file = `${prefix}${scene.name}-${shape.width}x${shape.height}.png`
        pictures.push({ shape, file, report: await picture(slides, scene, shape, join(out, file)) })
      }
      process.stdout.write(`${shape.name} ${shape.width} x ${shape.height}: ${items.size} slides\n`)
    }
  } finally {
    await slides.close()
  }
  return [...items.values()].map(({ scene, pictures }) => ({
    title: scene.play.item.title,
    kind: scene.play.item.kind,
    place: scene.place,
    envelope: scene.play.item.envelope,
    pictures,
  }))
}

/** The meeting at the customer chair, scene by scene; nobody of the room may be missing from it. */
async function drawChair(room: Room, { data, out, shapes }: Place): Promise<DrawnItem[]> {
  const cases = chairCases(room.scenes).filter(({ name }) => name.includes(asked.only))
  if (cases.length === 0) return []
  const slides = await openSlidePage((hash) => contentFile(data, hash))
  const pictures = new Map(cases.map(({ name }) => [name, [] as DrawnItem['pictures'][number][]]))
  try {
    for (const shape of shapes) {
      await slides.resize(shape.width, shape.height)
      for (const each of cases) {
        const file = `${each.name}-${shape.width}x${shape.height}.png`
        const report = await chairPicture(slides, each, shape, join(out, file))
        pictures.get(each.name)?.push({ shape, file, report })
      }
      process.stdout.write(
        `${shape.name} ${shape.width} x ${shape.height}: ${cases.length} scenes of the chair\n`,
      )
    }
  } finally {
    await slides.close()
  }
  return cases.map(({ name }) => ({
    title: name,
    kind: 'chair',
    place: 'customer chair',
    envelope: {},
    pictures: pictures.get(name) ?? [],
  }))
}

async function chairPicture(slides: SlidePage, each: ChairCase, shape: Shape, file: string): Promise<string> {
  const sceneId = `${each.scene.chair.sceneId} ${shape.name}`
  const scene = { ...each.scene, chair: { ...each.scene.chair, sceneId } }
  const screen = { ...scene.screen, ...(asked.theme && { theme: asked.theme }) }
  const report = await Promise.race([
    slides.show({ ...scene, screen }),
    pause(PAINT_LIMIT_MS, 'was not painted', { ref: false }),
  ])
  writeFileSync(file, await slides.page.screenshot())
  return report
}

async function picture(
  slides: SlidePage,
  scene: Room['scenes'][number],
  shape: Shape,
  file: string,
): Promise<string> {
  // Each shape is a play of its own: a wall that already shows a play has nothing new to report.
  const play = { ...scene.play, playId: `${scene.play.playId}-${shape.name}` }
  const report = await Promise.race([
    slides.show({ ...scene, play, screen: { ...scene.screen, ...(asked.theme && { theme: asked.theme }) } }),
    pause(PAINT_LIMIT_MS, 'was not painted', { ref: false }),
  ])
  writeFileSync(file, await slides.page.screenshot())
  return report
}
