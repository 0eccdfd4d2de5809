import type { Page } from 'playwright-core'
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

/** Every line of text of the slide that is shown, with its contrast. */
export async function measuredLines(page: Page): Promise<MeasuredLine[]> {
  const lines = await visibleLines(page)
  const lettered = await picture(page)
  const style = await page.addStyleTag({ content: WITHOUT_LETTERS })
  const bare = await picture(page)
  await style.evaluate((element) => (element as Element).remove())
  return lines.map((line) => ({ ...line, ratio: lineContrast(line, lettered, bare) }))
}

async function picture(page: Page): Promise<Picture> {
  const { data, info } = await sharp(await page.screenshot())
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
