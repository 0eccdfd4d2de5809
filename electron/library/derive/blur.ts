import type { BlurBox, Box } from '../../../renderer/core/item.ts'
import type { Pixels } from './colours.ts'

/**
 * Shades that are left of a box along its longer side. A blur alone can be undone by sharpening, and small blocks by
 * trying out what may have been there; so few shades tell neither a face nor a number plate apart from any other.
 */
const SHADES_LEFT = 4
/** Steps in which a shade is kept, of 256: what is left of fine differences between them goes too. */
const STEP = 24
/** A box is taken wider by this share of its size: hair and ears stick out of what people mark. */
const MARGIN = 0.08
/**
 * And by so many pixels at least. A picture is scaled before it is blurred, and scaling carries a pixel no further than
 * that (Lanczos reaches 3, a JPEG's shrinking and colours 3 more): outside, nothing of the box is left either.
 */
const LEAST_MARGIN_PX = 6

interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** True where a part of the box, in shares, lies in the picture, so that there is something to blur. */
export function isInside({ x, y, width, height }: Box): boolean {
  return (
    [x, y, width, height].every(Number.isFinite) &&
    width > 0 &&
    height > 0 &&
    x < 1 &&
    y < 1 &&
    x + width > 0 &&
    y + height > 0
  )
}

/** Boxes in shares. `size` is that of the original when upright, px; undefined where one in pixels cannot be placed without it. */
export function inShares(
  boxes: readonly BlurBox[],
  size: { readonly width: number; readonly height: number } | undefined,
): readonly Box[] | undefined {
  const shares = boxes.map(({ unit, x, y, width, height }): Box | undefined => {
    if (unit === undefined) return { x, y, width, height }
    if (size === undefined || !(size.width > 0 && size.height > 0)) return undefined
    return {
      x: x / size.width,
      y: y / size.height,
      width: width / size.width,
      height: height / size.height,
    }
  })
  return shares.includes(undefined) ? undefined : shares.filter((box) => box !== undefined)
}

/**
 * Makes parts of a picture unrecognisable, for good: each becomes a few shades that run into one another. What was
 * there is not in the pixels any more, whatever is done to them. Boxes are in shares of the upright picture.
 */
export async function blurred(pixels: Pixels, boxes: readonly Box[]): Promise<Pixels> {
  const data = Buffer.from(pixels.data)
  for (const box of boxes) {
    const area = areaOf(box, pixels)
    paint({ ...pixels, data }, area, shadesOf({ ...pixels, data }, area))
  }
  return { ...pixels, data }
}

function areaOf(box: Box, { width, height }: Pixels): Area {
  const [wide, high] = [margin(box.width, width), margin(box.height, height)]
  const left = clamp(Math.floor(box.x * width - wide), 0, width - 1)
  const top = clamp(Math.floor(box.y * height - high), 0, height - 1)
  const right = clamp(Math.ceil((box.x + box.width) * width + wide), left + 1, width)
  const bottom = clamp(Math.ceil((box.y + box.height) * height + high), top + 1, height)
  return { left, top, width: right - left, height: bottom - top }
}

function margin(share: number, size: number): number {
  return Math.max(LEAST_MARGIN_PX, share * MARGIN * size)
}

interface Shades {
  readonly across: number
  readonly down: number
  /** Row by row, a shade after another, a value for each channel. */
  readonly values: Float64Array
}

/** The mean of each block, in steps. Colours count as much as they are opaque. */
function shadesOf({ data, width, channels }: Pixels, area: Area): Shades {
  const block = Math.max(area.width, area.height) / SHADES_LEFT
  const across = Math.max(1, Math.round(area.width / block))
  const down = Math.max(1, Math.round(area.height / block))
  const sums = new Float64Array(across * down * channels)
  const weights = new Float64Array(across * down)
  const counts = new Float64Array(across * down)
  const alpha = channels % 2 === 0 ? channels - 1 : undefined
  const columns = Uint32Array.from({ length: area.width }, (_, x) => Math.floor((x * across) / area.width))
  for (let y = 0; y < area.height; y += 1) {
    const row = Math.floor((y * down) / area.height) * across
    let at = ((area.top + y) * width + area.left) * channels
    for (let x = 0; x < area.width; x += 1, at += channels) {
      const shade = row + (columns[x] ?? 0)
      const weight = alpha === undefined ? 255 : (data[at + alpha] ?? 0)
      for (let channel = 0; channel < channels; channel += 1) {
        const counted = channel === alpha ? 1 : weight
        add(sums, shade * channels + channel, (data[at + channel] ?? 0) * counted)
      }
      add(weights, shade, weight)
      add(counts, shade, 1)
    }
  }
  const values = sums.map((sum, at) => {
    const shade = Math.floor(at / channels)
    const over = at % channels === alpha ? counts[shade] : weights[shade]
    return over === undefined || over === 0 ? 0 : Math.min(255, Math.round(sum / over / STEP) * STEP)
  })
  return { across, down, values }
}

function add(sums: Float64Array, at: number, by: number): void {
  sums[at] = (sums[at] ?? 0) + by
}

/** Draws the shades large again, each running into the next. */
function paint({ data, width, channels }: Pixels, area: Area, { across, down, values }: Shades): void {
  const places = Array.from({ length: area.width }, (_, x) =>
    between(((x + 0.5) * across) / area.width - 0.5, across),
  )
  // One row of shades between the two that are near, then along it: twice as many steps would be taken otherwise.
  const row = new Float64Array(across * channels)
  for (let y = 0; y < area.height; y += 1) {
    const [up, low, share] = between(((y + 0.5) * down) / area.height - 0.5, down)
    for (let at = 0; at < row.length; at += 1) {
      const [above, below] = [values[up * row.length + at] ?? 0, values[low * row.length + at] ?? 0]
      row[at] = above * (1 - share) + below * share
    }
    let at = ((area.top + y) * width + area.left) * channels
    for (const [left, right, part] of places) {
      for (let channel = 0; channel < channels; channel += 1, at += 1) {
        const near = row[left * channels + channel] ?? 0
        data[at] = Math.round(near + ((row[right * channels + channel] ?? 0) - near) * part)
      }
    }
  }
}

/** The two shades around a place, and how far it is from the first to the second. */
function between(place: number, count: number): readonly [number, number, number] {
  const inside = clamp(place, 0, count - 1)
  const first = Math.floor(inside)
  return [first, Math.min(count - 1, first + 1), inside - first]
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
