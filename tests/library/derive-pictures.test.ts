import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { derivePicture, type PictureWish } from '../../electron/library/derive/picture.ts'
import { sharp } from '../../electron/library/derive/sharp.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures')

/** Orange, with a blue upper left quarter: which way is up can be read from four pixels. */
async function marked(width = 120, height = 80): Promise<Sharp> {
  const quarter = { width: width / 2, height: height / 2, channels: 3, background: '#2040c0' } as const
  const blue = await sharp({ create: quarter }).png().toBuffer()
  const picture = sharp({ create: { width, height, channels: 3, background: '#e07020' } }).composite([
    { input: blue, left: 0, top: 0 },
  ])
  return sharp(await picture.png().toBuffer())
}

async function derived(bytes: Uint8Array, wish: PictureWish = {}, wallPx = 640) {
  const made = await derivePicture(bytes, wallPx, wish)
  if (!made.ok) throw new Error(made.message)
  return { ...made, pixel: (x: number, y: number) => pixelOf(made.bytes, x, y) }
}

/** Colour at shares of the width and height. */
async function pixelOf(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels
  return [...data.subarray(at, at + 3)]
}

function near(wanted: readonly number[], tolerance = 30) {
  return expect.toSatisfy(
    (found: number[]) => wanted.every((value, part) => Math.abs(value - (found[part] ?? -999)) <= tolerance),
    `near ${wanted}`,
  )
}
const BLUE = near([0x20, 0x40, 0xc0])
const ORANGE = near([0xe0, 0x70, 0x20])

const FORMATS: Readonly<Record<string, (picture: Sharp) => Promise<Buffer>>> = {
  jpeg: (picture) => picture.jpeg().toBuffer(),
  'progressive jpeg': (picture) => picture.jpeg({ progressive: true }).toBuffer(),
  png: (picture) => picture.png().toBuffer(),
  'png of 16 bits': (picture) => picture.toColourspace('rgb16').png().toBuffer(),
  'png with a palette': (picture) => picture.png({ palette: true }).toBuffer(),
  webp: (picture) => picture.webp().toBuffer(),
  avif: (picture) => picture.avif({ effort: 0 }).toBuffer(),
  gif: (picture) => picture.gif().toBuffer(),
  tiff: (picture) => picture.tiff().toBuffer(),
  'tiff of 16 bits': (picture) => picture.toColourspace('rgb16').tiff({ compression: 'lzw' }).toBuffer(),
  'tiff without compression': (picture) => picture.tiff({ compression: 'none' }).toBuffer(),
}

test.each(Object.entries(FORMATS))('%s keeps its size and colours', async (_, encode) => {
  const made = await derived(await encode(await marked()))
  expect(made.media).toMatchObject({ width: 120, height: 80, cutout: false })
  expect(await made.pixel(0.2, 0.2)).toEqual(BLUE)
  expect(await made.pixel(0.8, 0.8)).toEqual(ORANGE)
  expect(made.media.colours?.[0]).toMatch(/^#[de]/)
  expect(made.media.colours).toHaveLength(2)
})

test('CMYK as printers keep it becomes sRGB', async () => {
  const made = await derived(await (await marked()).toColourspace('cmyk').jpeg().toBuffer())
  expect(await made.pixel(0.2, 0.2)).toEqual(near([0x20, 0x40, 0xc0], 70))
  expect(await made.pixel(0.8, 0.8)).toEqual(near([0xe0, 0x70, 0x20], 70))
  expect((await sharp(made.bytes).metadata()).space).toBe('srgb')
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('EXIF orientation %i is upright', async (orientation) => {
  const upright = await marked()
  // What a camera held that way would have stored: the inverse of what the tag asks for. Flips come before turns.
  const stored: Readonly<Record<number, (picture: Sharp) => Sharp>> = {
    1: (picture) => picture,
    2: (picture) => picture.flop(),
    3: (picture) => picture.rotate(180),
    4: (picture) => picture.flip(),
    5: (picture) => picture.flop().rotate(270),
    6: (picture) => picture.rotate(270),
    7: (picture) => picture.flop().rotate(90),
    8: (picture) => picture.rotate(90),
  }
  const turned = await (stored[orientation]?.(upright) ?? upright).png().toBuffer()
  const made = await derived(
    await sharp(turned).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer(),
  )
  expect(made.media).toMatchObject({ width: 120, height: 80 })
  expect(await made.pixel(0.2, 0.2)).toEqual(BLUE)
  expect(await made.pixel(0.8, 0.2)).toEqual(ORANGE)
  expect(await made.pixel(0.2, 0.8)).toEqual(ORANGE)
})

test('HEIC is read, turned where it says so, and refused by its header where it is too large', async () => {
  const plain = await derived(await readFile(join(FIXTURES, 'blue-corner.heic')))
  expect(plain.media).toMatchObject({ width: 128, height: 96, cutout: false })
  expect(await plain.pixel(0.2, 0.2)).toEqual(BLUE)
  expect(await plain.pixel(0.8, 0.8)).toEqual(ORANGE)
  const turned = await derived(await readFile(join(FIXTURES, 'turned.heic')))
  expect(turned.media).toMatchObject({ width: 96, height: 128 })
  expect(await turned.pixel(0.8, 0.2)).toEqual(BLUE)
  expect(await derivePicture(await readFile(join(FIXTURES, 'huge.heic')), 640)).toMatchObject({
    ok: false,
    mayStillCome: false,
    message: expect.stringContaining('280 megapixels'),
  })
})

test('a TIFF of 280 megapixels is refused by its header', async () => {
  const tiff = Buffer.alloc(8 + 2 + 10 * 12 + 4)
  tiff.write('II*\0', 'latin1')
  tiff.writeUInt32LE(8, 4)
  tiff.writeUInt16LE(10, 8)
  const tags = [
    [256, 20_000],
    [257, 14_000],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 8],
    [277, 1],
    [278, 14_000],
    [279, 280_000_000],
    [284, 1],
  ] as const
  for (const [index, [tag, value]] of tags.entries()) {
    const at = 10 + index * 12
    tiff.writeUInt16LE(tag, at)
    tiff.writeUInt16LE(4, at + 2)
    tiff.writeUInt32LE(1, at + 4)
    tiff.writeUInt32LE(value, at + 8)
  }
  expect(await derivePicture(tiff, 640)).toMatchObject({
    ok: false,
    message: expect.stringContaining('280 megapixels'),
  })
})

test('where it was taken, with what and by whom does not reach the wall or the thumbnail', async () => {
  const gps = {
    IFD0: { Copyright: 'R. Example', Make: 'Camera' },
    IFD3: {
      GPSLatitudeRef: 'N',
      GPSLatitude: '52/1 31/1 0/1',
      GPSLongitudeRef: 'E',
      GPSLongitude: '13/1 24/1 0/1',
    },
  }
  const original = await (await marked())
    .withExif(gps)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">secret</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  expect(
    (await sharp(original).metadata()).exif?.includes('GPS') || (await sharp(original).metadata()).exif,
  ).toBeTruthy()
  const made = await derived(original)
  for (const bytes of [made.bytes, made.thumbnail?.bytes ?? new Uint8Array()]) {
    const { exif, xmp, iptc, icc } = await sharp(bytes).metadata()
    expect([exif, xmp, iptc, icc]).toEqual([undefined, undefined, undefined, undefined])
    expect(Buffer.from(bytes).includes('secret')).toBe(false)
    expect(Buffer.from(bytes).includes('R. Example')).toBe(false)
  }
})

test('a wide-gamut picture is drawn in sRGB', async () => {
  const p3 = await (await marked()).withIccProfile('p3').png().toBuffer()
  const made = await derived(p3)
  expect((await sharp(made.bytes).metadata()).icc).toBeUndefined()
  expect(await made.pixel(0.8, 0.8)).toEqual(ORANGE)
})

test('the thumbnail is the same picture, small', async () => {
  const made = await derived(await (await marked(1_200, 800)).jpeg().toBuffer(), {}, 1_000)
  expect(made.media).toMatchObject({ width: 1_000, height: 667 })
  expect(made.thumbnail).toMatchObject({ width: 320, height: 213, mime: 'image/webp' })
  expect(await pixelOf(made.thumbnail?.bytes ?? new Uint8Array(), 0.2, 0.2)).toEqual(BLUE)
})

/** Fine stripes, as a stand-in for features: what is blurred has no contrast left. */
async function stripes(): Promise<Buffer> {
  const data = Uint8Array.from({ length: 400 * 300 * 3 }, (_, at) => (Math.floor(at / 3) % 4 < 2 ? 20 : 230))
  return sharp(data, { raw: { width: 400, height: 300, channels: 3 } })
    .png()
    .toBuffer()
}

async function contrast(bytes: Uint8Array, left: number, top: number): Promise<number> {
  const part = await sharp(bytes).extract({ left, top, width: 60, height: 40 }).png().toBuffer()
  return (await sharp(part).stats()).channels[0]?.stdev ?? 0
}

test('what is blurred is gone from the picture and from its thumbnail; the rest stays sharp', async () => {
  const made = await derived(await stripes(), { blur: [{ x: 0.25, y: 0.25, width: 0.25, height: 0.25 }] })
  expect(made.media.blurred).toBe(1)
  expect(await contrast(made.bytes, 110, 90)).toBeLessThan(12)
  expect(await contrast(made.bytes, 300, 200)).toBeGreaterThan(60)
})

test('a part to be blurred that lies outside the picture refuses it: nobody is shown by a slip of the pen', async () => {
  for (const box of [
    { x: 30, y: 10, width: 5, height: 5 },
    { x: 0.1, y: 0.1, width: 0, height: 0.2 },
    { x: Number.NaN, y: 0, width: 1, height: 1 },
  ])
    expect(await derivePicture(await stripes(), 640, { blur: [box] })).toMatchObject({
      ok: false,
      mayStillCome: false,
    })
})

test('a picture cut off in the middle may still come', async () => {
  for (const encode of [FORMATS['jpeg'], FORMATS['png'], FORMATS['webp'], FORMATS['tiff']]) {
    const whole = await encode?.(await marked(600, 400))
    expect(
      await derivePicture((whole ?? Buffer.alloc(0)).subarray(0, (whole?.length ?? 0) * 0.6), 640),
    ).toMatchObject({
      ok: false,
      mayStillCome: true,
    })
  }
  const heic = await readFile(join(FIXTURES, 'blue-corner.heic'))
  expect((await derivePicture(heic.subarray(0, heic.length - 40), 640)).ok).toBe(false)
})

test.each([
  ['BM\x36\0\0\0\0\0\0\0', 'BMP'],
  ['\xff\x0a\xfa\x1f', 'JPEG XL'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'JPEG XL'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'JPEG 2000'],
  ['8BPS\0\x01', 'Photoshop'],
])('a picture that begins with %j is refused with the way to convert it', async (head, name) => {
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(100, 7)])
  expect(await derivePicture(bytes, 640)).toMatchObject({
    ok: false,
    mayStillCome: false,
    message: expect.stringContaining(name),
    hint: expect.stringContaining('PNG'),
  })
})
