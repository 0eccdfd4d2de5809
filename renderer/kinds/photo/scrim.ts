import { contrast, luminance, type Rgb } from '../../core/colour.ts'

/** How dark the ground under the frame has to be: by the picture's own brightest pixels, not by a habit. */

/** The frame's letters on pictures, and what darkens the picture under them. */
export const LETTERS: Rgb = [0xf4, 0xed, 0xe0]
export const SCRIM: Rgb = [0x14, 0x11, 0x0f]
/** Wanted between the letters and the brightest pixels under them (WCAG 2, success criterion 1.4.6). */
export const WANTED_CONTRAST = 7
/** Colours are rounded when they are drawn. */
const ROUNDING = 1.01
/** Darker than this and it is no picture any more: the frame then stands on paper. */
export const MOST_ALPHA = 0.85
/** Holds over pure white, with the letters above: for pictures that move and cannot be measured beforehand. */
export const ALPHA_OVER_WHITE = 0.75
const BRIGHTEST = 0.01

/** `under` seen through a veil of `veil`. */
export function veiled(under: Rgb, veil: Rgb, alpha: number): Rgb {
  const mix = (index: 0 | 1 | 2): number => veil[index] * alpha + under[index] * (1 - alpha)
  return [mix(0), mix(1), mix(2)]
}

/**
 * The least alpha, 0..0.85, of a scrim at which letters have 7:1 over the brightest 1 % of these pixels (RGBA, 4 bytes each);
 * undefined where no such alpha is enough, or there are no pixels. A clear pixel counts as white.
 */
export function scrimAlpha(
  rgba: ArrayLike<number>,
  letters: Rgb = LETTERS,
  veil: Rgb = SCRIM,
): number | undefined {
  const brightest = brightestColour(rgba)
  if (!brightest) return undefined
  for (let percent = 0; percent <= MOST_ALPHA * 100; percent += 1) {
    if (contrast(letters, veiled(brightest, veil, percent / 100)) >= WANTED_CONTRAST * ROUNDING)
      return percent / 100
  }
  return undefined
}

/** Mean colour of the brightest hundredth: one hot pixel says nothing, a lamp does. */
function brightestColour(rgba: ArrayLike<number>): Rgb | undefined {
  const pixels = pixelsOf(rgba)
    .map((colour) => ({ colour, light: luminance(colour) }))
    .sort((a, b) => b.light - a.light)
  const brightest = pixels.slice(0, Math.max(1, Math.ceil(pixels.length * BRIGHTEST)))
  if (pixels.length === 0) return undefined
  const mean = (index: 0 | 1 | 2): number =>
    brightest.reduce((sum, { colour }) => sum + colour[index], 0) / brightest.length
  return [mean(0), mean(1), mean(2)]
}

function pixelsOf(rgba: ArrayLike<number>): Rgb[] {
  const pixels: Rgb[] = []
  for (let at = 0; at + 3 < rgba.length; at += 4) {
    const clear = 1 - (rgba[at + 3] ?? 255) / 255
    const channel = (offset: number): number => (rgba[at + offset] ?? 0) * (1 - clear) + 255 * clear
    pixels.push([channel(0), channel(1), channel(2)])
  }
  return pixels
}
