import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import { makeFolder, openRoom, SAMPLE_ROOM } from '../../tests/e2e/room.ts'
import { openSlidePage, type SlidePage } from '../../tests/e2e/slide-page.ts'
import { contentFile, contentScenes } from '../gallery/content.mjs'
import { printFigure, until } from './figures.ts'
import { cpuSeconds, roleOf } from './process-cpu.ts'

// Frames while one slide gives way to the next, beside a bare cross-fade of pictures of the same two slides in the same
// window, turn by turn; and what a slide costs that stands still. `quick` as an argument: few rounds, for a first look.

type Scene = Awaited<ReturnType<typeof contentScenes>>[number]

const isQuick = process.argv.includes('quick')
const ROUNDS = isQuick ? 4 : 16
/** The first swaps fill caches, of the wall and of the bare page alike. */
const WARM_UP = 2
const MOST_TIMES_BARE = 1.15
const STILL_S = isQuick ? 10 : 30
const MOST_STILL_PERCENT = 1
/** A slide that has just come in is not yet still. */
const SETTLE_MS = 8_000
const SIZES = [
  [1920, 1080],
  [3840, 2160],
] as const

declare global {
  interface Window {
    /** Intervals between frames, ms, while something comes in. */
    swapFrames(): Promise<number[]>
    bareFrames(from: string, to: string): Promise<number[]>
  }
}

let plays = 0

if (!process.argv.includes('still')) await benchSwaps()
if (!process.argv.includes('swaps')) await benchStill()

async function benchSwaps(): Promise<void> {
  const folder = makeFolder()
  for (const path of ['personas', 'journeys', 'calls', 'photos']) folder.copySample(path)
  const photo = await sharp(join(SAMPLE_ROOM, 'photos/six-fifty-two.jpg')).flop().jpeg().toBuffer()
  folder.write('photos/other.jpg', photo)
  folder.write('photos/other.md', readFileSync(join(SAMPLE_ROOM, 'photos/six-fifty-two.md')))
  const data = mkdtempSync(join(tmpdir(), 'customer-room-bench-'))
  const scenes = await contentScenes(folder.content, data)
  const slides = await openSlidePage((hash) => contentFile(data, hash), { built: true })
  try {
    for (const [width, height] of SIZES) {
      await slides.resizeWindow(width, height)
      for (const [from, to] of [
        ['photo-six-fifty-two', 'photo-other'],
        ['journey-ruth-dialysis', 'call-grey-rabbit'],
      ] as const) {
        await comparePair(slides, `${width} x ${height} ${from} to ${to}`, [
          named(scenes, from),
          named(scenes, to),
        ])
      }
    }
  } finally {
    await slides.close()
    folder.remove()
    rmSync(data, { recursive: true, force: true })
  }
}

async function comparePair(slides: SlidePage, what: string, pair: readonly [Scene, Scene]): Promise<void> {
  const { page } = slides
  await page.evaluate(installMeters)
  const pictures: string[] = []
  for (const scene of pair) {
    await show(slides, scene)
    pictures.push(`data:image/png;base64,${(await page.screenshot()).toString('base64')}`)
  }
  const [first = '', second = ''] = pictures
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    // There and back: both directions count alike.
    const isBack = round % 2 === 1
    const counted = page.evaluate(() => window.swapFrames())
    await show(slides, pair[isBack ? 1 : 0])
    const mine = await counted
    await pause(300)
    const theirs = await page.evaluate(
      ([from, to]) => window.bareFrames(from, to),
      (isBack ? [first, second] : [second, first]) as [string, string],
    )
    if (round < WARM_UP) continue
    ours.push(...mine)
    bare.push(...theirs)
  }
  console.log(`${what} (${ours.length} and ${bare.length} frames)`)
  console.log(
    `  wall: mean ${mean(ours).toFixed(2)}, p95 ${p95(ours).toFixed(2)} ms; bare: mean ${mean(bare).toFixed(2)}, p95 ${p95(bare).toFixed(2)} ms`,
  )
  printFigure('  mean of a frame, times bare', mean(ours) / mean(bare), 'x', { most: MOST_TIMES_BARE })
  printFigure('  95th percentile, times bare', p95(ours) / p95(bare), 'x', { most: MOST_TIMES_BARE })
}

async function show(slides: SlidePage, scene: Scene): Promise<void> {
  plays += 1
  const report = await slides.show({
    ...scene,
    play: { ...scene.play, playId: `smooth ${plays}` },
    screen: { ...scene.screen, reducedMotion: false },
  })
  if (report !== 'painted') throw new Error(`${scene.name} ${report}`)
}

/** Runs in the page: both meters count the same way, from the first frame of a movement to its last. */
function installMeters(): void {
  const DURATION_MS = 900
  const countUntil = (isOver: () => boolean): Promise<number[]> =>
    new Promise((resolve) => {
      const intervals: number[] = []
      let last: number | undefined
      const frame = (now: number): void => {
        if (last !== undefined) intervals.push(now - last)
        last = now
        if (isOver()) resolve(intervals)
        else requestAnimationFrame(frame)
      }
      requestAnimationFrame(frame)
    })
  window.swapFrames = () =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (!document.querySelector('.layer.entering')) return
        observer.disconnect()
        resolve(countUntil(() => !document.querySelector('.layer.entering')))
      })
      observer.observe(document.body, { subtree: true, attributeFilter: ['class'] })
    })
  window.bareFrames = async (from, to) => {
    const wall = document.getElementById('wall')
    const box = document.createElement('div')
    box.style.cssText = 'position: fixed; inset: 0'
    for (const src of [from, to]) {
      const image = Object.assign(new Image(), { src })
      image.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%'
      await image.decode()
      box.append(image)
    }
    const top = box.lastElementChild as HTMLElement
    top.style.opacity = '0'
    document.body.append(box)
    if (wall) wall.style.display = 'none'
    await new Promise((resolve) => setTimeout(resolve, 300))
    let isOver = false
    top.addEventListener('transitionend', () => {
      isOver = true
    })
    top.style.transition = `opacity ${DURATION_MS}ms cubic-bezier(.22,.61,.36,1)`
    top.style.opacity = '1'
    const intervals = await countUntil(() => isOver)
    if (wall) wall.style.display = ''
    box.remove()
    await new Promise((resolve) => setTimeout(resolve, 300))
    return intervals
  }
}

/** Of all processes of the app, with nothing on the wall that moves. */
async function benchStill(): Promise<void> {
  for (const path of ['quotes/egg-box.md', 'journeys', 'personas', 'photos']) {
    const folder = makeFolder({ 'room.yaml': 'rotation: { seconds_min: 600, seconds_max: 600 }\n' })
    folder.copySample(path)
    const room = await openRoom(folder)
    await until(() => room.plays()[0])
    await pause(SETTLE_MS)
    const before = cpuSeconds(room.pid)
    await pause(STILL_S * 1000)
    const after = cpuSeconds(room.pid)
    const used = [...after].map(([pid, seconds]) => ({ pid, seconds: seconds - (before.get(pid) ?? 0) }))
    const total = used.reduce((sum, { seconds }) => sum + seconds, 0)
    printFigure(`still slide of ${path}, of one core`, (total / STILL_S) * 100, '%', {
      most: MOST_STILL_PERCENT,
    })
    const parts = used.filter(({ seconds }) => seconds > 0)
    console.log(
      `  ${parts.map(({ pid, seconds }) => `${roleOf(pid)} ${((seconds / STILL_S) * 100).toFixed(2)} %`).join(', ')}`,
    )
    await room.close()
    folder.remove()
  }
}

function named(scenes: readonly Scene[], name: string): Scene {
  const scene = scenes.find((each) => each.name === name)
  if (!scene) throw new Error(`There is no slide ${name}: ${scenes.map((each) => each.name).join(', ')}`)
  return scene
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * 0.95)] ?? Number.NaN
}
