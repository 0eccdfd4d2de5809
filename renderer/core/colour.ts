/** Colours as eyes see them: contrast by WCAG 2, and OKLab/OKLCH (Björn Ottosson, 2020, bottosson.github.io/posts/oklab). */

/** Channels of sRGB, 0..255. */
export type Rgb = readonly [number, number, number]

/** Lightness 0..1, chroma from 0, hue in radians. */
export interface Oklch {
  readonly l: number
  readonly c: number
  readonly h: number
}

/** `#rgb` or `#rrggbb`. */
export const HEX_COLOUR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

/** The channels of a colour that HEX_COLOUR matches. */
export function parseHex(hex: string): Rgb {
  const short = hex.length === 4
  const channel = (index: number): number =>
    short
      ? Number.parseInt(`${hex[index + 1]}${hex[index + 1]}`, 16)
      : Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16)
  return [channel(0), channel(1), channel(2)]
}

/** `#rrggbb`, rounded. */
export function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** WCAG 2 relative luminance, 0..1. */
export function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/** WCAG 2 contrast ratio, 1..21. */
export function contrast(one: Rgb, other: Rgb): number {
  return contrastOfLights(luminance(one), luminance(other))
}

/** The same of two relative luminances. */
export function contrastOfLights(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function linear(channel: number): number {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

function companded(share: number): number {
  return 255 * (share <= 0.0031308 ? 12.92 * share : 1.055 * share ** (1 / 2.4) - 0.055)
}

export function toOklch([red, green, blue]: Rgb): Oklch {
  const [r, g, b] = [linear(red), linear(green), linear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: Math.atan2(bb, a),
  }
}

/** The colour itself, or where no screen has it the one of the same lightness and hue that is as strong as a screen can. */
export function fromOklch({ l, c, h }: Oklch): Rgb {
  const whole = channels({ l, c, h })
  if (isOnScreen(whole)) return whole
  let [low, high] = [0, c]
  for (let step = 0; step < 20; step += 1) {
    const middle = (low + high) / 2
    if (isOnScreen(channels({ l, c: middle, h }))) low = middle
    else high = middle
  }
  const [r, g, b] = channels({ l, c: low, h })
  return [clamped(r), clamped(g), clamped(b)]
}

function channels({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos(h), c * Math.sin(h)]
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    companded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    companded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    companded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  ]
}

function isOnScreen(rgb: Rgb): boolean {
  return rgb.every((channel) => channel >= -0.5 && channel <= 255.5)
}

function clamped(channel: number): number {
  return Math.min(255, Math.max(0, channel))
}
