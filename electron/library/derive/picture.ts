import type { Channels } from 'sharp'
import type { Box } from '../../../renderer/core/item.ts'
import type { MediaRequest } from '../../../renderer/core/kind.ts'
import { findPersonalData } from '../../../renderer/core/pii.ts'
import { reasonOf } from '../problems.ts'
import { blurred, inShares, isInside } from './blur.ts'
import { mainColours, type Pixels } from './colours.ts'
import { type DecodedPicture, decodePicture } from './decode-picture.ts'
import { type Derived, notWhole, refused } from './derived.ts'
import { sharp } from './sharp.ts'

export type PictureWish = Pick<Extract<MediaRequest, { as: 'picture' }>, 'blur' | 'crop' | 'page'>

/** Longer side of the picture in lists, px. */
const THUMBNAIL_PX = 320
/** Share of a picture's edge that must be clear before it counts as a drawing on a transparent ground. */
const CLEAR_EDGE = 0.3
const CLEAR_ALPHA = 16

/**
 * A picture for the wall: upright, at most `wallPx` on its longer side (a drawing in vectors or a page exactly so),
 * as WebP or, for a drawing, PNG, without metadata; with a thumbnail and its main colours. Decoded to its end;
 * refused by its header when it is too large to decode.
 */
export async function derivePicture(
  bytes: Uint8Array,
  wallPx: number,
  { blur = [], crop, page }: PictureWish = {},
): Promise<Derived> {
  try {
    const decoded = await decodePicture(bytes, decodedPx(wallPx, crop), page)
    if (!decoded.ok) return decoded
    const boxes = inShares(blur, decoded.original)
    if (boxes === undefined || !boxes.every(isInside)) return outside(decoded)
    const pixels = boxes.length === 0 ? decoded.pixels : await blurred(decoded.pixels, boxes)
    return await encode(crop ? await cropped(pixels, crop, wallPx) : pixels, { ...decoded, blur, crop })
  } catch (thrown) {
    return failed(reasonOf(thrown))
  }
}

/** Of a part alone the wall needs as many pixels as of a whole picture; twice as many are decoded for it at most. */
function decodedPx(wallPx: number, crop: Box | undefined): number {
  return crop ? Math.round(wallPx * Math.min(2, 1 / Math.min(crop.width, crop.height))) : wallPx
}

/** The part alone. Cut after the blurring, whose boxes are places in the whole. */
async function cropped(pixels: Pixels, { x, y, width, height }: Box, wallPx: number): Promise<Pixels> {
  const left = Math.min(pixels.width - 1, Math.floor(x * pixels.width))
  const top = Math.min(pixels.height - 1, Math.floor(y * pixels.height))
  const { data, info } = await sharp(pixels.data, {
    raw: { width: pixels.width, height: pixels.height, channels: pixels.channels as Channels },
  })
    .extract({
      left,
      top,
      width: Math.max(1, Math.min(pixels.width - left, Math.round(width * pixels.width))),
      height: Math.max(1, Math.min(pixels.height - top, Math.round(height * pixels.height))),
    })
    .resize({ width: wallPx, height: wallPx, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** Nobody is shown by a slip of the pen: a box that covers nothing was meant for somebody. */
function outside({ original }: DecodedPicture): Derived {
  const size =
    original === undefined
      ? 'It is a drawing, which has no pixels'
      : `Upright it is ${original.width} x ${original.height} pixels`
  return refused(
    `A part to be blurred lies outside this picture. ${size}.`,
    'Write left, top, width and height of each box as it is seen upright, such as 40% 10% 12% 18%, or in pixels with px after each number.',
  )
}

interface Encoding {
  readonly words?: string | undefined
  readonly drawing: boolean
  readonly pages?: number | undefined
  readonly blur: readonly Box[]
  readonly crop?: Box | undefined
}

async function encode(
  pixels: Pixels,
  { drawing, pages, blur, crop, words = '' }: Encoding,
): Promise<Derived> {
  // The finds themselves are not kept.
  const personalData = findPersonalData([words])
  const { data, width, height } = pixels
  const raw = { width, height, channels: pixels.channels as Channels }
  // Flat shapes show every fault of a lossy code, and stay small without loss.
  const image = sharp(data, { raw })
  const bytes = await (drawing
    ? image.png({ compressionLevel: 6 })
    : image.webp({ quality: 82, alphaQuality: 95 })
  ).toBuffer()
  const small = await sharp(data, { raw })
    .resize({ width: THUMBNAIL_PX, height: THUMBNAIL_PX, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 70 })
    .toBuffer({ resolveWithObject: true })
  const size = { width: small.info.width, height: small.info.height }
  return {
    ok: true,
    bytes,
    thumbnail: { bytes: small.data, mime: 'image/webp', ...size },
    media: {
      mime: drawing ? 'image/png' : 'image/webp',
      width,
      height,
      cutout: hasClearGround(pixels),
      colours: mainColours(pixels),
      ...(blur.length === 0 ? {} : { blurred: blur.length }),
      ...(crop ? { cropped: true } : {}),
      ...(pages === undefined ? {} : { pages }),
      ...(personalData.length === 0 ? {} : { personalData }),
    },
  }
}

/** Looks along the edges: a cut-out stands free there, except where it runs off the picture. */
function hasClearGround({ data, width, height, channels }: Pixels): boolean {
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

function failed(reason: string): Derived {
  if (/cannot find (module|package)/i.test(reason))
    return refused(
      'The part of Customer Room that reads such a file is missing.',
      'Install Customer Room again.',
    )
  if (/unsupported image format|bad seek|compression format/i.test(reason))
    return {
      ...notWhole('This picture'),
      hint: 'Copy it here again; if it stays so, save it as JPEG, PNG or WebP.',
    }
  if (/pixel limit/i.test(reason))
    return refused('This picture is too large to be decoded.', 'Save a smaller copy.', 'too-large')
  return notWhole('This picture')
}
