import type { Metadata, SharpOptions } from 'sharp'
import { plainText } from '../../../renderer/core/plain-text.ts'
import { endsInZeros } from '../text.ts'
import type { Pixels } from './colours.ts'
import { type NotDerived, notWhole, refused } from './derived.ts'
import { decodeHeic } from './heic.ts'
import { drawPdfPage } from './pdf.ts'
import { sharp } from './sharp.ts'
import { safeSvg } from './svg.ts'
import { drawSvg } from './svg-picture.ts'

/** Upright pixels of a picture at the size of the wall, 8 bits a channel in sRGB, grey or colour, with or without alpha. */
export interface DecodedPicture {
  readonly ok: true
  readonly pixels: Pixels
  /** True for vectors and pages: flat shapes rather than a photograph. */
  readonly drawing: boolean
  /** Size of the file's own picture when upright, px; undefined where it has no pixels of its own. */
  readonly original?: { readonly width: number; readonly height: number } | undefined
  /** Pages of the document that it was taken from. */
  readonly pages?: number | undefined
  /** What is written on it as text, where it is a page or a drawing. */
  readonly words?: string | undefined
}

/** More than any camera makes; a picture of this size takes 400 MB while it is decoded. */
const MAX_PIXELS = 100_000_000
/** HEIC is decoded in WASM, whole and with a copy; telephones make 48 megapixels. */
const MAX_HEIC_PIXELS = 50_000_000
/** Of 16 or 32 bits a channel there may be fewer: the decoder holds them all, bytes. */
const MAX_DECODED_BYTES = 800_000_000
const ZERO_TAIL = 64
const DEPTH_BYTES: Readonly<Record<string, number>> = { uchar: 1, char: 1, ushort: 2, short: 2 }

/** Rejects where the decoder does; `page` (1 is the first) is for documents of several pages. */
export async function decodePicture(
  bytes: Uint8Array,
  wallPx: number,
  page = 1,
): Promise<DecodedPicture | NotDerived> {
  const format = formatOf(bytes)
  switch (format) {
    case 'pdf': {
      const drawn = await drawPdfPage(bytes, page, wallPx)
      return drawn.ok ? { ...drawn, drawing: true } : drawn
    }
    case 'gzip':
      return refused('This drawing is packed (SVGZ).', 'Save it as a plain SVG.')
    case 'bmp':
    case 'jxl':
    case 'jp2':
    case 'psd':
      return refused(`This picture is ${FOREIGN[format]}, which is not read here.`, 'Save it as PNG or JPEG.')
    case 'markup':
      return decodeSvg(bytes, wallPx)
    case 'tiff':
      return decodeRaster(bytes, wallPx, page)
    case 'other':
      // A file that is still on its way often has its whole length in zeros; a TIFF may end in black.
      return endsInZeros(bytes, ZERO_TAIL) ? notWhole('This picture') : decodeRaster(bytes, wallPx, 1)
  }
}

const FOREIGN = {
  bmp: 'a Windows bitmap (BMP)',
  jxl: 'JPEG XL',
  jp2: 'JPEG 2000',
  psd: 'a Photoshop document',
} as const

type Format = 'pdf' | 'gzip' | 'markup' | 'tiff' | keyof typeof FOREIGN | 'other'

function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024))
  if (head.includes('%PDF-')) return 'pdf'
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const start = head.toString('latin1', 0, 4)
  if (start === 'II*\0' || start === 'MM\0*' || start === 'II+\0' || start === 'MM\0+') return 'tiff'
  if (start.startsWith('BM')) return 'bmp'
  if (start.startsWith('\xff\x0a') || head.toString('latin1', 4, 8) === 'JXL ') return 'jxl'
  if (head.toString('latin1', 4, 8) === 'jP  ' || start === '\xff\x4f\xff\x51') return 'jp2'
  if (start === '8BPS') return 'psd'
  // Whatever could be markup goes the careful way; the decoder would look further for an <svg> than this.
  const text = head
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart()
  return text.startsWith('<') || /<svg|<\?xml|<!doctype/i.test(text) ? 'markup' : 'other'
}

/** What a web site sends instead of a picture that is gone. */
const IS_PAGE = /^\s*(?:<!doctype html|<html)/i

async function decodeSvg(bytes: Uint8Array, wallPx: number): Promise<DecodedPicture | NotDerived> {
  if (
    IS_PAGE.test(
      Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1_024)).toString('latin1'),
    )
  )
    return refused(
      'This is a web page, whatever its name says.',
      'Save the picture itself from it, as JPEG or PNG.',
    )
  const safe = safeSvg(bytes)
  if (!safe.ok) return safe
  for (const embedded of safe.embedded) {
    const header = await sharp(embedded, { limitInputPixels: false }).metadata()
    const problem = tooLarge(header, 'A picture in this drawing')
    if (header.format === 'svg') return refused('This drawing holds another drawing.', 'Save it as PNG.')
    if (problem) return problem
  }
  const png = drawSvg(safe.svg, wallPx)
  return { ok: true, pixels: await scaled(png, {}, wallPx, true), drawing: true, words: textIn(safe.svg) }
}

/** Each piece of text beside the next, as they are read. */
function textIn(svg: string): string {
  const texts = svg.match(/<(?:\w+:)?text[\s>][\s\S]*?<\/(?:\w+:)?text>/g) ?? []
  return texts.map((text) => plainText(`<span>${text.replace(/<[^>]*>/g, '')}</span>`)).join('\n')
}

async function decodeRaster(
  bytes: Uint8Array,
  wallPx: number,
  page: number,
): Promise<DecodedPicture | NotDerived> {
  const header = await sharp(bytes, { limitInputPixels: false }).metadata()
  const problem = tooLarge(header, 'This picture')
  if (problem) return problem
  const pages = header.pages !== undefined && header.format === 'tiff' ? header.pages : undefined
  if (pages !== undefined && page > pages)
    return refused(
      `This picture has ${pages} ${pages === 1 ? 'page' : 'pages'}, and page ${page} was asked for.`,
      `Write a page from 1 to ${pages}.`,
    )
  if (header.format === 'heif' && header.compression === 'hevc') {
    const { data, width, height, channels } = await decodeHeic(bytes, MAX_HEIC_PIXELS)
    const raw = { width, height, channels: channels as 4 }
    const pixels = await scaled(data, { raw }, wallPx, true)
    const original = { width, height }
    return { ok: true, pixels: header.hasAlpha ? pixels : withoutAlpha(pixels), drawing: false, original }
  }
  const options: SharpOptions = {
    failOn: 'truncated',
    limitInputPixels: MAX_PIXELS,
    ...(page > 1 ? { page: page - 1 } : {}),
  }
  const original = header.autoOrient
  return { ok: true, pixels: await scaled(bytes, options, wallPx, true), drawing: false, original, pages }
}

async function scaled(
  bytes: Uint8Array,
  options: SharpOptions,
  wallPx: number,
  withoutEnlargement: boolean,
): Promise<Pixels> {
  const { data, info } = await sharp(bytes, options)
    .rotate()
    .resize({ width: wallPx, height: wallPx, fit: 'inside', withoutEnlargement })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}

/** A photograph decoded to four channels of which the last says nothing: it would stand as a cut-out's. */
function withoutAlpha({ data, width, height }: Pixels): Pixels {
  const out = new Uint8Array(width * height * 3)
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    out[pixel * 3] = data[pixel * 4] ?? 0
    out[pixel * 3 + 1] = data[pixel * 4 + 1] ?? 0
    out[pixel * 3 + 2] = data[pixel * 4 + 2] ?? 0
  }
  return { data: out, width, height, channels: 3 }
}

/** By the header alone, before anything is decoded. */
function tooLarge(
  { width, height, channels, depth, format, compression }: Metadata,
  what: string,
): NotDerived | undefined {
  const pixels = width * height
  const most = format === 'heif' && compression === 'hevc' ? MAX_HEIC_PIXELS : MAX_PIXELS
  const bytes = pixels * (channels ?? 4) * (DEPTH_BYTES[depth ?? 'uchar'] ?? 8)
  if (pixels <= most && bytes <= MAX_DECODED_BYTES) return undefined
  return refused(
    `${what} is ${width} x ${height} pixels (${Math.round(pixels / 1_000_000)} megapixels), more than the ${most / 1_000_000} that can be decoded here.`,
    'Save a smaller copy: the wall needs no more than 4,000 pixels on the longer side.',
    'too-large',
  )
}
