/** Main colours of a picture, for whatever stands around it on the wall and in lists. */

export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  /** 1 grey, 2 grey and alpha, 3 RGB, 4 RGB and alpha. */
  readonly channels: number
}

const MOST = 4
/** A colour that covers less than this share of what is painted is no main colour. */
const LEAST_SHARE = 0.04
/** Colours nearer than this (Euclid in sRGB, 0..441) are one. */
const ALIKE = 60
/** Fainter than this, a pixel belongs to the ground behind. */
const SEEN_ALPHA = 128
/** About so many pixels are looked at. */
const SAMPLE = 10_000

type Colour = readonly [number, number, number]

/** Up to four colours as `#rrggbb`, the one that covers most first; none where all is transparent. */
export function mainColours(pixels: Pixels): string[] {
  const groups = grouped(pixels)
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const chosen: Colour[] = []
  for (const { colour, count } of groups) {
    if (chosen.length === MOST || count < total * LEAST_SHARE) break
    if (chosen.every((other) => distance(other, colour) >= ALIKE)) chosen.push(colour)
  }
  return chosen.map((colour) => `#${colour.map((value) => value.toString(16).padStart(2, '0')).join('')}`)
}

/** The mean colour of each of 512 cells of the colour cube, fullest first. */
function grouped({ data, width, height, channels }: Pixels): { colour: Colour; count: number }[] {
  const cells = new Map<number, { sum: [number, number, number]; count: number }>()
  const step = Math.max(1, Math.floor((width * height) / SAMPLE))
  for (let at = 0; at < width * height; at += step) {
    const from = at * channels
    if (channels % 2 === 0 && (data[from + channels - 1] ?? 0) < SEEN_ALPHA) continue
    const [red, green, blue] = [0, 1, 2].map((part) => data[channels < 3 ? from : from + part] ?? 0) as [
      number,
      number,
      number,
    ]
    const key = ((red >> 5) << 6) | ((green >> 5) << 3) | (blue >> 5)
    const cell = cells.get(key) ?? { sum: [0, 0, 0], count: 0 }
    cell.sum[0] += red
    cell.sum[1] += green
    cell.sum[2] += blue
    cell.count += 1
    cells.set(key, cell)
  }
  return [...cells.values()]
    .map(({ sum, count }) => ({
      colour: sum.map((value) => Math.round(value / count)) as [number, number, number],
      count,
    }))
    .toSorted((a, b) => b.count - a.count)
}

function distance(a: Colour, b: Colour): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
