import type { CDPSession, Page } from 'playwright-core'
import sharp from 'sharp'
import { contrastOfLights, luminance, type Rgb } from '../../renderer/core/colour.ts'
import { type TextBox, visibleLines } from './layout.ts'

/** Contrast as it is on the glass: the slide is taken with and without its letters, so that every letter's ground is known. */

export interface MeasuredLine extends TextBox {
  /** WCAG 2 ratio of its ink and the worst hundredth of the ground under it; undefined where no letter is to be seen. */
  readonly ratio: number | undefined
}

/** Letters without paint; what else follows the colour of text (marks, ticks, rules) stays. */
const WITHOUT_LETTERS =
  '* { -webkit-text-fill-color: transparent !important; -webkit-text-stroke: 0 !important } svg text { fill: transparent !important }'
/** A channel that differs by less is noise of the compositor. */
const DIFFERENT = 8
/** Of the pixels that a letter changed, so many are its core and not its soft edge. */
const CORE = 0.2
/** Worst share of the ground that counts. */
const WORST = 0.01

interface Picture {
  readonly data: Buffer
  readonly width: number
  readonly height: number
}

/** Caption words that have not been spoken yet; nothing else may be so pale. */
const LEAST = 4.5
const WANTED = 7
/** Colours are rounded, and the core of a thin letter is a shade softer than its ink. */
const ROUNDING = 0.97

/** Lines of the slide that is shown which are too pale, in words; empty where all are legible. */
export async function paleLines(page: Page): Promise<string[]> {
  const lines = await measuredLines(page)
  return lines.flatMap(({ text, ratio, waits }) => {
    const least = (waits ? LEAST : WANTED) * ROUNDING
    if (ratio !== undefined && ratio >= least) return []
    const told = ratio === undefined ? 'is not to be seen' : `has ${ratio.toFixed(2)}:1`
    return [`“${text.slice(0, 40)}” ${told}`]
  })
}

/** Every line of text of the slide that is shown, with its contrast. */
export async function measuredLines(page: Page): Promise<MeasuredLine[]> {
  const devtools = await sessionOf(page)
  const lines = await visibleLines(page)
  const lettered = await picture(devtools)
  const style = await page.addStyleTag({ content: WITHOUT_LETTERS })
  const bare = await picture(devtools)
  await style.evaluate((element) => (element as Element).remove())
  return lines.map((line) => ({ ...line, ratio: lineContrast(line, lettered, bare) }))
}

const sessions = new WeakMap<Page, Promise<CDPSession>>()

/** One for all pictures of a page: the end of any session would set the pace of its animations back. */
function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page)
  sessions.set(page, session)
  return session
}

/** The window pixel by pixel, as a PNG that is packed loosely: nobody keeps it, and packing it well takes longest. */
async function picture(devtools: CDPSession): Promise<Picture> {
  const { data: base64 } = await devtools.send('Page.captureScreenshot', {
    format: 'png',
    optimizeForSpeed: true,
  })
  const { data, info } = await sharp(Buffer.from(base64, 'base64'))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

function lineContrast(line: TextBox, lettered: Picture, bare: Picture): number | undefined {
  const pairs = changedPixels(line, lettered, bare).map((at) => {
    const [ink, ground] = [luminance(pixel(lettered, at)), luminance(pixel(bare, at))]
    return { ink, ground, ratio: contrastOfLights(ink, ground) }
  })
  if (pairs.length === 0) return undefined
  const core = pairs.toSorted((a, b) => b.ratio - a.ratio).slice(0, Math.ceil(pairs.length * CORE))
  const ink = middle(core.map((pair) => pair.ink))
  const ratios = Float64Array.from(pairs, ({ ground }) => contrastOfLights(ink, ground)).sort()
  return ratios[Math.floor(ratios.length * WORST)]
}

/** Places of the pixels in a line that its letters change, as numbers from the upper left corner of the picture. */
function changedPixels(line: TextBox, lettered: Picture, bare: Picture): number[] {
  const { width, height } = lettered
  const [first, last] = [Math.max(0, Math.floor(line.left)), Math.min(width, line.right)]
  const found: number[] = []
  for (let y = Math.max(0, Math.floor(line.top)); y < Math.min(height, line.bottom); y += 1)
    for (let x = first; x < last; x += 1)
      if (isChanged(lettered.data, bare.data, (y * width + x) * 3)) found.push(y * width + x)
  return found
}

function isChanged(over: Buffer, under: Buffer, at: number): boolean {
  for (let channel = at; channel < at + 3; channel += 1)
    if (Math.abs((over[channel] ?? 0) - (under[channel] ?? 0)) > DIFFERENT) return true
  return false
}

function pixel({ data }: Picture, at: number): Rgb {
  return [data[at * 3] ?? 0, data[at * 3 + 1] ?? 0, data[at * 3 + 2] ?? 0]
}

/** The one in the middle. */
function middle(lights: readonly number[]): number {
  return Float64Array.from(lights).sort()[Math.floor(lights.length / 2)] ?? 0
}
