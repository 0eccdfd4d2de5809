import type { Channels } from 'sharp'
import type { Box } from '../../../renderer/core/item.ts'
import type { Pixels } from './colours.ts'
import { sharp } from './sharp.ts'

/** Samples that are left of a blurred part along its longer side: enough for its colours, too few for a face. */
const SAMPLES_LEFT = 5
/** A box is taken wider by this share of its size: hair and ears stick out of what people mark. */
const MARGIN = 0.08

interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** True where a part of the box lies in the picture, so that there is something to blur. */
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

/**
 * Makes parts of a picture unrecognisable: each is reduced to a few samples and drawn large again, so that what
 * was there is gone from the bytes, whatever is done to them.
 */
export async function blurred(pixels: Pixels, boxes: readonly Box[]): Promise<Pixels> {
  let data: Buffer = Buffer.from(pixels.data.buffer, pixels.data.byteOffset, pixels.data.length)
  const raw = { width: pixels.width, height: pixels.height, channels: pixels.channels as Channels }
  for (const box of boxes) {
    const area = areaOf(box, pixels)
    const scale = Math.min(1, SAMPLES_LEFT / Math.max(area.width, area.height))
    const few = await sharp(data, { raw })
      .extract(area)
      .resize(Math.max(1, Math.round(area.width * scale)), Math.max(1, Math.round(area.height * scale)), {
        fit: 'fill',
        kernel: 'linear',
      })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const patch = await sharp(few.data, {
      raw: { width: few.info.width, height: few.info.height, channels: few.info.channels },
    })
      .resize(area.width, area.height, { fit: 'fill', kernel: 'linear' })
      .raw()
      .toBuffer()
    data = pasted(data, patch, area, pixels)
  }
  return { ...pixels, data }
}

function areaOf(box: Box, { width, height }: Pixels): Area {
  const left = clamp(Math.floor((box.x - box.width * MARGIN) * width), 0, width - 1)
  const top = clamp(Math.floor((box.y - box.height * MARGIN) * height), 0, height - 1)
  const right = clamp(Math.ceil((box.x + box.width * (1 + MARGIN)) * width), left + 1, width)
  const bottom = clamp(Math.ceil((box.y + box.height * (1 + MARGIN)) * height), top + 1, height)
  return { left, top, width: right - left, height: bottom - top }
}

/** Rows are copied by hand: a composite would blend with what is below wherever the patch is transparent. */
function pasted(data: Buffer, patch: Buffer, area: Area, { width, channels }: Pixels): Buffer {
  const out = Buffer.from(data)
  const row = area.width * channels
  for (let line = 0; line < area.height; line += 1) {
    patch.copy(out, ((area.top + line) * width + area.left) * channels, line * row, (line + 1) * row)
  }
  return out
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
