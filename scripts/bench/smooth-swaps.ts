import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { build } from 'vite'
import { makeFolder, SAMPLE_ROOM } from '../../tests/e2e/room.ts'
import { openSlidePage, type SlidePage } from '../../tests/e2e/slide-page.ts'
import { contentFile, contentScenes } from '../gallery/content.mjs'
import type { Fade } from './cross-fade.ts'
import { printFigure } from './figures.ts'

type Scene = Awaited<ReturnType<typeof contentScenes>>[number]

const ROUNDS = 16
const QUICK_ROUNDS = 4
/** The first swaps fill caches, of the wall and of the bare page alike. */
const WARM_UP = 2
const MOST_TIMES_BARE = 1.15
const PHOTO = 'photo-six-fifty-two'

const PAIRS: readonly (readonly [string, string])[] = [
  [PHOTO, 'photo-other'],
  ['journey-ruth-dialysis', 'call-grey-rabbit'],
]

/** What the pairs have in common: two slides as pictures, and how often to change between them. */
interface Pair {
  readonly scenes: readonly [Scene, Scene]
  readonly pictures: readonly [string, string]
}

/** The wall beside a bare cross-fade. `kinds`: the pairs that begin with them, else the first two slides of each. */
export async function benchSwaps(
  kinds: readonly string[],
  heights: readonly number[],
  isQuick: boolean,
): Promise<void> {
  await onWall(async (slides, scenes) => {
    for (const height of heights) {
      await slides.resizeWindow((height * 16) / 9, height)
      for (const names of kinds.length > 0 ? kinds.map((kind) => pairOf(scenes, kind)) : PAIRS) {
        const pair = await readPair(slides, scenes, names)
        await comparePair(slides, `${height} lines, ${names.join(' to ')}`, pair, roundsOf(isQuick))
      }
    }
  })
}

/** Ways to cross-fade two photographs, beside the bare one. */
export async function benchPeers(heights: readonly number[], isQuick: boolean): Promise<void> {
  await onWall(async (slides, scenes) => {
    for (const height of heights) {
      await slides.resizeWindow((height * 16) / 9, height)
      const { pictures } = await readPair(slides, scenes, [PHOTO, 'photo-other'])
      const ways = await slides.page.evaluate(() => window.crossFade.ways)
      const frames = new Map<Fade, number[]>(ways.map((way) => [way, []]))
      const rounds = isQuick ? QUICK_ROUNDS : ROUNDS / 2
      for (let round = 0; round < rounds + WARM_UP; round += 1) {
        for (const way of round % 2 === 0 ? ways : ways.toReversed()) {
          const counted = await bare(slides, way, pictures, round)
          if (round >= WARM_UP) frames.get(way)?.push(...counted)
        }
      }
      console.log(`${height} lines, two photographs cross-faded by`)
      for (const way of ways) console.log(`  ${way.padEnd(30)} ${told(frames.get(way) ?? [])}`)
    }
  })
}

function roundsOf(isQuick: boolean): number {
  return isQuick ? QUICK_ROUNDS : ROUNDS
}

/** The wall as it is shipped, in memory, with what measures it. */
async function onWall(work: (slides: SlidePage, scenes: readonly Scene[]) => Promise<void>): Promise<void> {
  const folder = makeFolder()
  folder.copySample('.')
  const photo = await sharp(join(SAMPLE_ROOM, 'photos/six-fifty-two.jpg')).flop().jpeg().toBuffer()
  folder.write('photos/other.jpg', photo)
  folder.write('photos/other.md', readFileSync(join(SAMPLE_ROOM, 'photos/six-fifty-two.md')))
  const data = mkdtempSync(join(tmpdir(), 'customer-room-bench-'))
  const scenes = await contentScenes(folder.content, data)
  const slides = await openSlidePage((hash) => contentFile(data, hash), { built: true })
  try {
    await slides.page.addScriptTag({ content: await bundle('cross-fade.ts') })
    await work(slides, scenes)
  } finally {
    await slides.close()
    folder.remove()
    rmSync(data, { recursive: true, force: true })
  }
}

async function bundle(file: string): Promise<string> {
  const entry = join(import.meta.dirname, file)
  const lib = { entry, formats: ['iife' as const], name: 'bench' }
  const define = { 'process.env.NODE_ENV': '"production"' }
  const built = await build({ configFile: false, logLevel: 'warn', define, build: { lib, write: false } })
  const [result] = Array.isArray(built) ? built : [built]
  if (!result || !('output' in result)) throw new Error(`${file} could not be bundled.`)
  return result.output[0].code
}

function pairOf(scenes: readonly Scene[], kind: string): readonly [string, string] {
  const usual = PAIRS.find(([first]) => first.startsWith(kind))
  if (usual) return usual
  const [first, second = first] = scenes.filter((scene) => scene.name.startsWith(kind))
  if (!first || !second) throw new Error(`There is no slide ${kind}.`)
  return [first.name, second.name]
}

async function readPair(
  slides: SlidePage,
  scenes: readonly Scene[],
  names: readonly [string, string],
): Promise<Pair> {
  const both = [named(scenes, names[0]), named(scenes, names[1])] as const
  const pictures: string[] = []
  for (const scene of both) {
    await show(slides, scene)
    pictures.push(`data:image/png;base64,${(await slides.page.screenshot()).toString('base64')}`)
  }
  const [first = '', second = ''] = pictures
  return { scenes: both, pictures: [first, second] }
}

/** Turn by turn, now the one first and now the other: what disturbs the machine disturbs both. */
async function comparePair(slides: SlidePage, what: string, pair: Pair, rounds: number): Promise<void> {
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    const isWallFirst = round % 4 < 2
    const mine = isWallFirst ? await wall(slides, pair, round) : undefined
    const bareFrames = await bare(slides, 'css', pair.pictures, round)
    const counted = mine ?? (await wall(slides, pair, round))
    if (round < WARM_UP) continue
    ours.push(...counted)
    theirs.push(...bareFrames)
  }
  console.log(what)
  console.log(`  wall: ${told(ours)}\n  bare: ${told(theirs)}`)
  const most = { most: MOST_TIMES_BARE }
  printFigure('  mean of a frame, times bare', mean(ours) / mean(theirs), 'x', most)
  printFigure('  95th percentile, times bare', p95(ours) / p95(theirs), 'x', most)
}

/** There and back: both directions count alike. */
async function wall(slides: SlidePage, { scenes }: Pair, round: number): Promise<number[]> {
  const counted = slides.page.evaluate(() => window.crossFade.ofWall())
  await show(slides, scenes[round % 2 === 0 ? 0 : 1])
  return counted
}

function bare(
  slides: SlidePage,
  way: Fade,
  [first, second]: Pair['pictures'],
  round: number,
): Promise<number[]> {
  const [from, to] = round % 2 === 0 ? [second, first] : [first, second]
  return slides.page.evaluate(([each, a, b]) => window.crossFade.ofPictures(each, a, b), [
    way,
    from,
    to,
  ] as const)
}

let plays = 0

async function show(slides: SlidePage, scene: Scene): Promise<void> {
  plays += 1
  const report = await slides.show({
    ...scene,
    play: { ...scene.play, playId: `smooth ${plays}` },
    screen: { ...scene.screen, reducedMotion: false },
  })
  if (!report.startsWith('painted')) throw new Error(`${scene.name} ${report}`)
}

function named(scenes: readonly Scene[], name: string): Scene {
  const scene = scenes.find((each) => each.name === name)
  if (!scene) throw new Error(`There is no slide ${name}: ${scenes.map((each) => each.name).join(', ')}`)
  return scene
}

function told(frames: readonly number[]): string {
  return `mean ${mean(frames).toFixed(2)}, p95 ${p95(frames).toFixed(2)} ms of ${frames.length} frames`
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * 0.95)] ?? Number.NaN
}
