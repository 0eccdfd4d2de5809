import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { blurred } from '../../electron/library/derive/blur.ts'
import type { Pixels } from '../../electron/library/derive/colours.ts'
import { derivePicture } from '../../electron/library/derive/picture.ts'
import type { BlurBox, Media } from '../../renderer/core/item.ts'
import { makeRoom, type TestRoom } from './open-room.ts'

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

/** Noise that is the same in every run: a stand-in for a face, of which no part may be found again. */
function noise(count: number, seed = 1): Uint8Array {
  let state = seed
  return Uint8Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state >>> 24
  })
}

/** Coarse noise, so that scaling leaves it recognisable: squares of `cell` px. */
function mosaic(width: number, height: number, cell: number, seed = 1): Uint8Array {
  const cells = noise(Math.ceil(width / cell) * Math.ceil(height / cell), seed)
  const data = new Uint8Array(width * height * 3)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += cell) {
      const value = cells[Math.floor(y / cell) * Math.ceil(width / cell) + x / cell] ?? 0
      data.fill(value, (y * width + x) * 3, (y * width + Math.min(width, x + cell)) * 3)
    }
  return data
}

const photo = (data: Uint8Array, width: number, height: number, orientation = 1): Promise<Buffer> =>
  sharp(data, { raw: { width, height, channels: 3 } })
    .withMetadata({ orientation })
    .jpeg({ quality: 95 })
    .toBuffer()

interface Grey {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

async function derivedGrey(bytes: Uint8Array, wallPx: number, blur: readonly BlurBox[] = []): Promise<Grey> {
  const made = await derivePicture(bytes, wallPx, { blur })
  if (!made.ok) throw new Error(made.message)
  expect(made.media.blurred).toBe(blur.length === 0 ? undefined : blur.length)
  const { data, info } = await sharp(made.bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

type Share = readonly [left: number, top: number, right: number, bottom: number]

function part({ data, width, height }: Grey, [left, top, right, bottom]: Share): number[] {
  const values: number[] = []
  for (let y = Math.round(top * height); y < Math.round(bottom * height); y += 1)
    for (let x = Math.round(left * width); x < Math.round(right * width); x += 1)
      values.push(data[y * width + x] ?? 0)
  return values
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [middleA, middleB] = [mean(a), mean(b)]
  const shared = mean(a.map((value, index) => (value - middleA) * ((b[index] ?? 0) - middleB)))
  return shared / (deviation(a) * deviation(b) || 1)
}

const BOX: BlurBox = { x: 0.3, y: 0.2, width: 0.3, height: 0.4 }
const INSIDE: Share = [0.3, 0.2, 0.6, 0.6]
const OUTSIDE: Share = [0.7, 0.05, 0.98, 0.95]

describe('a part that nobody may recognise', () => {
  test.each([
    [640, 20],
    [1_600, 8],
  ])('at %i px keeps nothing of a pattern of %i px; outside nothing changes', async (wallPx, cell) => {
    const bytes = await photo(mosaic(1_600, 1_200, cell), 1_600, 1_200)
    const plain = await derivedGrey(bytes, wallPx)
    const made = await derivedGrey(bytes, wallPx, [BOX])
    expect(deviation(part(plain, INSIDE))).toBeGreaterThan(40)
    expect(deviation(part(made, INSIDE))).toBeLessThan(14)
    expect(Math.abs(correlation(part(plain, INSIDE), part(made, INSIDE)))).toBeLessThan(0.1)
    expect(correlation(part(plain, OUTSIDE), part(made, OUTSIDE))).toBeGreaterThan(0.99)
  })

  test('sharpening does not bring it back', async () => {
    const bytes = await photo(mosaic(1_600, 1_200, 12), 1_600, 1_200)
    const plain = await derivedGrey(bytes, 800)
    const made = await derivePicture(bytes, 800, { blur: [BOX] })
    if (!made.ok) throw new Error(made.message)
    const { data, info } = await sharp(made.bytes)
      .sharpen({ sigma: 6, m1: 20, m2: 20 })
      .normalise()
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(Math.abs(correlation(part(plain, INSIDE), part({ data, ...info }, INSIDE)))).toBeLessThan(0.1)
  })

  test.each([
    ['png', 700, 480, 960],
    ['jpeg', 700, 480, 960],
    ['jpeg', 190, 480, 960],
    ['png', 190, 640, 800],
    ['jpeg', 190, 640, 800],
    ['jpeg', 400, 640, 800],
  ] as const)(
    'what is in the box of a %s carries nowhere else when it is scaled to %i px first (%i to %i)',
    async (format, wallPx, left, right) => {
      // The boxes are whole blocks of a JPEG: what the file itself smears over an edge is no matter of ours.
      const side = 1_600
      const filled = async (sign: number) => {
        const data = mosaic(side, side, 16)
        for (let y = left; y < right; y += 1)
          for (let x = left; x < right; x += 1)
            data.fill(128 + 100 * sign, (y * side + x) * 3, (y * side + x) * 3 + 3)
        const bytes = await sharp(data, { raw: { width: side, height: side, channels: 3 } })
          .toFormat(format, format === 'jpeg' ? { quality: 90 } : {})
          .toBuffer()
        const scaled = await sharp(bytes)
          .rotate()
          .resize({ width: wallPx, height: wallPx, fit: 'inside' })
          .toColourspace('srgb')
          .raw()
          .toBuffer({ resolveWithObject: true })
        const [near, size] = [left / side, (right - left) / side]
        const box = { x: near, y: near, width: size, height: size }
        return { scaled: scaled.data, made: await blurred({ data: scaled.data, ...scaled.info }, [box]) }
      }
      const [dark, light] = await Promise.all([filled(-1), filled(1)])
      const isLeft = ({ made, scaled }: typeof dark, at: number): boolean => made.data[at] === scaled[at]
      const differing = dark.scaled.filter(
        (value, at) => value !== light.scaled[at] && isLeft(dark, at) && isLeft(light, at),
      ).length
      expect(differing).toBe(0)
    },
  )

  test.each([
    [1, false],
    [3, false],
    [6, true],
    [8, true],
  ])('lies where it is seen upright, orientation %i', async (orientation, turned) => {
    const [width, height] = turned ? [900, 1_200] : [1_200, 900]
    const stored: [number, number] = turned ? [height, width] : [width, height]
    const bytes = await photo(mosaic(...stored, 10), ...stored, orientation)
    const inShares = { x: 0.7, y: 0.1, width: 0.2, height: 0.2 }
    const made = await derivedGrey(bytes, 1_200, [inShares])
    expect([made.width, made.height]).toEqual([width, height])
    expect(deviation(part(made, [0.7, 0.1, 0.9, 0.3]))).toBeLessThan(14)
    for (const share of [
      [0.1, 0.1, 0.3, 0.3],
      [0.7, 0.7, 0.9, 0.9],
      [0.1, 0.7, 0.3, 0.9],
    ] as const)
      expect(deviation(part(made, share))).toBeGreaterThan(40)
    const box = {
      x: 0.7 * width,
      y: 0.1 * height,
      width: 0.2 * width,
      height: 0.2 * height,
      unit: 'px' as const,
    }
    expect(hashOf((await derivedGrey(bytes, 1_200, [box])).data)).toBe(hashOf(made.data))
  })

  test.each([
    [{ x: 1.2, y: 0.1, width: 0.1, height: 0.1 }],
    [{ x: 0.1, y: 0.1, width: 0, height: 0.1 }],
    [{ x: Number.NaN, y: 0.1, width: 0.1, height: 0.1 }],
    [{ x: 5_000, y: 10, width: 40, height: 40, unit: 'px' as const }],
  ])('%o covers nothing, so the picture is refused, with its size', async (box) => {
    const made = await derivePicture(await photo(mosaic(90, 60, 6), 90, 60, 6), 640, { blur: [BOX, box] })
    expect(made).toMatchObject({
      ok: false,
      mayStillCome: false,
      message: expect.stringContaining('60 x 90 pixels'),
    })
  })

  test('in a drawing shares are blurred, and pixels are refused, for it has none', async () => {
    const lines = Array.from(
      { length: 50 },
      (_, index) => `<path d="M0 ${index * 4} H200" stroke="#000" stroke-width="2"/>`,
    )
    const svg = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200">${lines.join('')}</svg>`,
    )
    expect(deviation(part(await derivedGrey(svg, 400, [BOX]), INSIDE))).toBeLessThan(14)
    expect(await derivePicture(svg, 400, { blur: [{ ...BOX, unit: 'px' }] })).toMatchObject({ ok: false })
  })
})

describe('the pixels themselves', () => {
  const area = { left: 20, top: 10, width: 40, height: 20 }
  const box = { x: 0.25, y: 0.125, width: 0.375, height: 0.25 }

  test('a pattern and its negative, and any other of the same shades, leave the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1e9 }),
        fc.constantFrom(1, 2, 3, 4),
        async (seed, channels) => {
          const size = { width: 80, height: 80, channels }
          // Pairs of pixels around one value: every block of an even width has the same mean, whatever the pattern is.
          const pattern = noise(80 * 80, seed)
          const make = (sign: number): Uint8Array =>
            Uint8Array.from({ length: 80 * 80 * channels }, (_, at) => {
              const pixel = Math.floor(at / channels)
              if (channels % 2 === 0 && at % channels === channels - 1) return 255
              const swing = (pattern[pixel - (pixel % 2)] ?? 0) % 100
              return 128 + sign * (pixel % 2 === 0 ? swing : -swing)
            })
          const [one, other] = await Promise.all(
            [1, -1].map((sign) => blurred({ data: make(sign), ...size }, [EVEN])),
          )
          expect(insideOf(one)).toEqual(insideOf(other))
        },
      ),
      { numRuns: 30 },
    )
  })

  test('outside the box and its margin every byte stays', async () => {
    const data = noise(80 * 80 * 3)
    const made = await blurred({ data, width: 80, height: 80, channels: 3 }, [box])
    for (let pixel = 0; pixel < 80 * 80; pixel += 1) {
      const [x, y] = [pixel % 80, Math.floor(pixel / 80)]
      const near = x >= area.left - 7 && x < 20 + 30 + 7 && y >= area.top - 7 && y < 10 + 20 + 7
      if (!near) expect(made.data[pixel * 3]).toBe(data[pixel * 3])
    }
  })

  test('any boxes in any small picture: as many bytes as before, and the original untouched', async () => {
    const number = fc.double({ min: -2, max: 3, noNaN: true })
    await fc.assert(
      fc.asyncProperty(
        fc.record({ x: number, y: number, width: number, height: number }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1, 2, 3, 4),
        async (one, width, height, channels) => {
          const data = noise(width * height * channels)
          const made = await blurred({ data, width, height, channels }, [one])
          expect(made.data.length).toBe(data.length)
          expect(data).toEqual(noise(width * height * channels))
        },
      ),
    )
  })

  // With its margin of six pixels 48 x 32: blocks of 12 x 11 pixels, at even places.
  const EVEN = { x: 26 / 80, y: 26 / 80, width: 36 / 80, height: 20 / 80 }
  const insideOf = (pixels: Pixels | undefined): number[] => {
    const found: number[] = []
    for (let y = 26; y < 46; y += 1)
      for (let x = 26; x < 62; x += 1)
        for (let channel = 0; channel < (pixels?.channels ?? 0); channel += 1)
          found.push(pixels?.data[(y * 80 + x) * (pixels?.channels ?? 0) + channel] ?? 0)
    return found
  }
})

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

describe('a photograph in a room', () => {
  const page = (blur: string): string =>
    `---\nalt: A woman on a bench\nsource: Customer Connect\ncaptured: 2026-02-09\nevidence: research\npeople: none\nfocal: 50% 50%\n${blur}---\nShe waits.\n`
  const cached = (of: TestRoom): string[] =>
    readdirSync(join(of.dataDir, 'cache'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted()
  /** The files that were made for a picture: with its copy for lists, where there is one. */
  const filesOf = (media: Media | undefined): string[] =>
    [media?.hash, media?.thumbnail?.hash].filter((hash) => hash !== undefined).toSorted()
  const told = (of: TestRoom): string => of.told().join('\n')

  test('another box is another file, and the one before is gone; the original is served by nobody', async () => {
    const original = await photo(mosaic(800, 600, 10), 800, 600)
    room = await makeRoom({
      'photos/bench.md': page('blur: 30% 20% 30% 40%\n'),
      'photos/bench.jpg': original,
    })
    await room.index()
    const first = room.reader.item('photos/bench')?.media['picture']
    expect(first).toMatchObject({ blurred: 1 })
    expect(cached(room)).toEqual(filesOf(first))
    await room.put({ 'photos/bench.md': page('blur: [40px, 30px, 300px, 300px]\n') })
    await room.index()
    const second = room.reader.item('photos/bench')?.media['picture']
    expect(second?.hash).not.toBe(first?.hash)
    expect(cached(room)).toEqual(filesOf(second))
    expect(cached(room)).not.toContain(hashOf(original))
    for (const hash of cached(room)) {
      const bytes = readFileSync(join(room.dataDir, 'cache', hash.slice(0, 2), hash))
      const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true })
      expect(deviation(part({ data, ...info }, [0.06, 0.06, 0.4, 0.5]))).toBeLessThan(14)
      expect(deviation(part({ data, ...info }, [0.6, 0.6, 0.95, 0.95]))).toBeGreaterThan(30)
    }
    expect(room.told()).toEqual([])
  })

  test.each([
    ['blur: her face\n', /photos\/bench\.md:8: blur: .*cannot be read.*40% 10% 12% 18%.*px/],
    ['blur: [[40%, 10%, 12%, 18%], the boy]\n', /cannot be read/],
    ['blur: 900px 90px 40px 40px\n', /photos\/bench\.jpg: .*outside this picture.*800 x 600 pixels.*px/],
    ['blurr: 40% 10% 12% 18%\n', /blurr: .*not shown.*Did you mean blur\?/],
  ])('%o: nothing is made of it until it is corrected', async (blur, message) => {
    const original = await photo(mosaic(800, 600, 10), 800, 600)
    room = await makeRoom({ 'photos/bench.md': page(blur), 'photos/bench.jpg': original })
    await room.index()
    expect(told(room)).toMatch(message)
    expect(cached(room)).toEqual([])
  })

  test('a box that is spoilt takes the picture with it, the blurred one too', async () => {
    const original = await photo(mosaic(800, 600, 10), 800, 600)
    room = await makeRoom({
      'photos/bench.md': page('blur: 30% 20% 30% 40%\n'),
      'photos/bench.jpg': original,
    })
    await room.index()
    expect(cached(room)).toEqual(filesOf(room.reader.item('photos/bench')?.media['picture']))
    await room.put({ 'photos/bench.md': page('blur: 900px 90px 40px 40px\n') })
    await room.index()
    expect(told(room)).toMatch(/outside this picture/)
    const kept = room.reader.item('photos/bench')?.media['picture']
    // The last good version may stay: in it she is blurred.
    if (kept) expect(kept).toMatchObject({ blurred: 1 })
    expect(cached(room)).toEqual(filesOf(kept))
  })
})
