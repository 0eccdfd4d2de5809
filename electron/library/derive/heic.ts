import type { Pixels } from './colours.ts'

/**
 * Photographs of telephones (HEIC). libheif is LGPL and is therefore loaded as a package of its own, and only when
 * there is such a picture: it takes some 40 MB.
 */

/** The little of libheif's JavaScript face that is used here; its package describes the C functions below it. */
interface HeifImage {
  get_width(): number
  get_height(): number
  is_primary?(): boolean
  display(target: HeifTarget, done: (shown: HeifTarget | null) => void): void
  free(): void
}
interface HeifTarget {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}
interface Libheif {
  readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[]; decoder: unknown }
  heif_context_free(context: unknown): void
}

/** Its first picture, upright: the turns that the file asks for are made while it is decoded. Rejects for damage. */
export async function decodeHeic(bytes: Uint8Array, maxPixels: number): Promise<Pixels> {
  const libheif = (await import('libheif-js/wasm-bundle.js')).default as Libheif
  const decoder = new libheif.HeifDecoder()
  const images = decoder.decode(bytes)
  try {
    const image = images.find((one) => one.is_primary?.()) ?? images[0]
    if (!image) throw new Error('no picture in it')
    const [width, height] = [image.get_width(), image.get_height()]
    // The container's word was checked before; this is the coded picture's own.
    if (!(width > 0 && height > 0 && width * height <= maxPixels)) throw new Error('pixel limit')
    const target = { data: new Uint8ClampedArray(width * height * 4), width, height }
    const shown = await new Promise<HeifTarget | null>((resolve) => image.display(target, resolve))
    if (!shown) throw new Error('the picture is damaged')
    return { data: new Uint8Array(shown.data.buffer), width, height, channels: 4 }
  } finally {
    for (const image of images) image.free()
    if (decoder.decoder) libheif.heif_context_free(decoder.decoder)
    decoder.decoder = null
  }
}
