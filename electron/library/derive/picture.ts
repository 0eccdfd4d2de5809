import sharp, { type Metadata, type Sharp } from 'sharp'
import type { Box } from '../../../renderer/core/item.ts'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { reasonOf } from '../problems.ts'
import { endsInZeros } from '../text.ts'
import { blurred, inShares, isInside } from './blur.ts'
import { type Derived, notWhole, refused } from './derived.ts'

export type PictureWish = Pick<Extract<MediaRequest, { as: 'picture' }>, 'blur' | 'page'>

/** More than any camera makes; a picture of this size takes 400 MB while it is decoded. */
const MAX_PIXELS = 100_000_000
const ZERO_TAIL = 64
/** Share of a picture's edge that must be clear before it counts as a drawing on a transparent ground. */
const CLEAR_EDGE = 0.3
const CLEAR_ALPHA = 16
/** Dots per inch at which librsvg takes an SVG's own units for pixels. */
const SVG_DENSITY = 72
const MAX_DENSITY = 2_400

// The wall comes first on a small computer, and each thread holds its own rows of the picture.
sharp.concurrency(1)
sharp.cache(false)

/**
 * A picture for the wall: upright, at most `wallPx` on its longer side (a drawing in vectors exactly so), as WebP
 * or, for a drawing, PNG, without metadata; what is to be blurred is gone before anything else is made of it. Decoded to its end; refused by its header when it is too large to decode.
 */
export async function derivePicture(
  bytes: Uint8Array,
  wallPx: number,
  { blur = [] }: PictureWish = {},
): Promise<Derived> {
  if (endsInZeros(bytes, ZERO_TAIL)) return notWhole('This picture')
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata()
    const pixels = header.width * header.height
    if (header.format !== 'svg' && pixels > MAX_PIXELS) return tooLarge(header)
    const boxes = inShares(blur, header.format === 'svg' ? undefined : header.autoOrient)
    if (boxes === undefined || !boxes.every(isInside)) return outside(header)
    return await render(open(bytes, header, wallPx), header, wallPx, boxes)
  } catch (thrown) {
    return failed(reasonOf(thrown))
  }
}

function open(bytes: Uint8Array, header: Metadata, wallPx: number): Sharp {
  const longer = Math.max(header.width, header.height, 1)
  const density =
    header.format === 'svg' ? Math.min(MAX_DENSITY, Math.max(1, (SVG_DENSITY * wallPx) / longer)) : undefined
  return sharp(bytes, {
    failOn: 'truncated',
    limitInputPixels: MAX_PIXELS,
    ...(density === undefined ? {} : { density }),
  })
}

async function render(
  source: Sharp,
  header: Metadata,
  wallPx: number,
  blur: readonly Box[],
): Promise<Derived> {
  const decoded = await source
    .rotate()
    .resize({ width: wallPx, height: wallPx, fit: 'inside', withoutEnlargement: header.format !== 'svg' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const { info } = decoded
  const { data } = await blurred({ data: decoded.data, ...info }, blur)
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const cutout = hasClearGround(data, raw)
  const image = sharp(data, { raw })
  // Flat shapes show every fault of a lossy code, and stay small without loss.
  const drawing = header.format === 'svg'
  const bytes = await (drawing
    ? image.png({ compressionLevel: 6 })
    : image.webp({ quality: 82, alphaQuality: 95 })
  ).toBuffer()
  const mime = drawing ? 'image/png' : 'image/webp'
  const size = { width: info.width, height: info.height }
  return {
    ok: true,
    bytes,
    media: { mime, ...size, cutout, ...(blur.length === 0 ? {} : { blurred: blur.length }) },
  }
}

interface Raw {
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Looks along the edges: a cut-out stands free there, except where it runs off the picture. */
function hasClearGround(data: Uint8Array, { width, height, channels }: Raw): boolean {
  if (channels !== 4 && channels !== 2) return false
  let clear = 0
  let looked = 0
  const look = (x: number, y: number): void => {
    looked += 1
    if ((data[(y * width + x) * channels + channels - 1] ?? 255) < CLEAR_ALPHA) clear += 1
  }
  for (let x = 0; x < width; x += 1) {
    look(x, 0)
    look(x, height - 1)
  }
  for (let y = 0; y < height; y += 1) {
    look(0, y)
    look(width - 1, y)
  }
  return looked > 0 && clear / looked >= CLEAR_EDGE
}

/** Nobody is shown by a slip of the pen: a box that covers nothing was meant for somebody. */
function outside({ format, autoOrient }: Metadata): Derived {
  const size =
    format === 'svg'
      ? 'It is a drawing, which has no pixels'
      : `Upright it is ${autoOrient.width} x ${autoOrient.height} pixels`
  return refused(
    `A part to be blurred lies outside this picture. ${size}.`,
    'Write left, top, width and height of each box as it is seen upright, such as 40% 10% 12% 18%, or in pixels with px after each number.',
  )
}

function tooLarge({ width, height }: Metadata): Derived {
  const megapixels = Math.round((width * height) / 1_000_000)
  return refused(
    `This picture is ${width} x ${height} pixels (${megapixels} megapixels), more than the ${MAX_PIXELS / 1_000_000} that can be decoded here.`,
    'Save a smaller copy: the wall needs no more than 4,000 pixels on the longer side.',
  )
}

function failed(reason: string): Derived {
  if (/unsupported image format/i.test(reason))
    return {
      ...notWhole('This picture'),
      hint: 'Copy it here again; if it stays so, save it as JPEG, PNG or WebP.',
    }
  if (/pixel limit/i.test(reason))
    return refused('This picture is too large to be decoded.', 'Save a smaller copy.')
  return notWhole('This picture')
}
