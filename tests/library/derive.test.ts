import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { deriveAudio } from '../../electron/library/derive/audio.ts'
import { Intake } from '../../electron/library/derive/intake.ts'
import { loudness, TARGET_LUFS } from '../../electron/library/derive/loudness.ts'
import { derivePicture } from '../../electron/library/derive/picture.ts'
import { sharp } from '../../electron/library/derive/sharp.ts'
import { toneWav } from './open-room.ts'

function tone(hertz: number, level: number, seconds: number, rate: number): Float32Array {
  return Float32Array.from(
    { length: seconds * rate },
    (_, index) => level * Math.sin((2 * Math.PI * hertz * index) / rate),
  )
}

test('a sine of 997 Hz at full scale measures -3.01 LUFS at any sample rate (BS.1770-4, annex 1)', () => {
  for (const rate of [8_000, 16_000, 24_000, 44_100, 48_000]) {
    expect(loudness(tone(997, 1, 4, rate), rate)).toBeCloseTo(-3.01, 1)
    expect(loudness(tone(997, 0.1, 4, rate), rate)).toBeCloseTo(-23.01, 1)
  }
  expect(loudness(new Float32Array(48_000), 48_000)).toBe(-Infinity)
})

test('pauses do not count: a tone with silence around it is as loud as the tone', () => {
  const rate = 24_000
  const sound = new Float32Array(12 * rate)
  sound.set(tone(997, 0.1, 4, rate), 4 * rate)
  expect(loudness(sound, rate)).toBeCloseTo(-23, 0)
})

interface Wav {
  readonly rate: number
  readonly samples: Float32Array
}

async function derived(
  bytes: Uint8Array,
  request: Omit<Parameters<typeof deriveAudio>[1], 'as' | 'path'> = {},
) {
  const made = await deriveAudio(bytes, { as: 'audio', path: 'x.wav', ...request })
  if (!made.ok) throw new Error(made.message)
  const data = Buffer.from(made.bytes)
  const samples = Float32Array.from(
    { length: (data.length - 44) / 2 },
    (_, index) => data.readInt16LE(44 + index * 2) / 32_767,
  )
  return { media: made.media, wav: { rate: data.readUInt32LE(24), samples } satisfies Wav }
}

test('a clip is levelled, and its length is that of its samples', async () => {
  const { media, wav } = await derived(toneWav(3, 16_000))
  expect(loudness(wav.samples, wav.rate)).toBeCloseTo(TARGET_LUFS, 1)
  expect(media).toMatchObject({ durationMs: 3_000, peakMs: 50 })
  expect(media.peaks).toHaveLength(60)
})

test('in and out points cut the clip; muted ranges hold nothing but zeros', async () => {
  const { media, wav } = await derived(toneWav(4, 8_000), {
    inMs: 1_000,
    outMs: 3_500,
    mute: [[1_500, 2_000]],
  })
  expect(media.durationMs).toBe(2_500)
  const muted = wav.samples.subarray(0.5 * wav.rate, 1 * wav.rate)
  expect(muted.every((sample) => sample === 0)).toBe(true)
  expect(Math.max(...wav.samples.subarray(0, 0.4 * wav.rate))).toBeGreaterThan(0.05)
  expect(media.peaks?.slice(11, 19).every((peak) => peak === 0)).toBe(true)
})

test('48 kHz becomes 24 kHz, and what 24 kHz cannot hold is gone rather than folded down', () => {
  const [high, low] = [tone(17_000, 0.5, 1, 48_000), tone(1_000, 0.5, 1, 48_000)].map((samples) => {
    const intake = new Intake()
    intake.take([samples], 48_000)
    return intake.end()
  })
  expect([high?.rate, high?.samples.length]).toEqual([24_000, 24_000])
  expect(rms(high?.samples.subarray(1_000, 23_000))).toBeLessThan(0.002)
  expect(rms(low?.samples.subarray(1_000, 23_000))).toBeCloseTo(0.5 / Math.SQRT2, 2)
})

function rms(samples: Float32Array = new Float32Array()): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length)
}

test('a recording cut off in the middle may still come', async () => {
  const whole = toneWav(2)
  const made = await deriveAudio(whole.subarray(0, whole.length / 2), { as: 'audio', path: 'x.wav' })
  expect(made).toMatchObject({ ok: false, mayStillCome: true })
})

const FIRST_RED = { create: { width: 40, height: 20, channels: 3, background: 'blue' } } as const

async function marked(orientation: number): Promise<Buffer> {
  const red = await sharp({ create: { width: 20, height: 20, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  return sharp(FIRST_RED)
    .composite([{ input: red, left: 0, top: 0 }])
    .withMetadata({ orientation })
    .jpeg({ quality: 100 })
    .toBuffer()
}

test.each([
  [1, 40, 20, 'left'],
  [3, 40, 20, 'right'],
  [6, 20, 40, 'top'],
  [8, 20, 40, 'bottom'],
])('orientation %i is upright: %i x %i, red at the %s', async (orientation, width, height, side) => {
  const made = await derivePicture(await marked(orientation), 640)
  if (!made.ok) throw new Error(made.message)
  expect(made.media).toMatchObject({ width, height, cutout: false })
  const image = sharp(made.bytes)
  const { exif, icc } = await image.metadata()
  expect([exif, icc]).toEqual([undefined, undefined])
  const x = side === 'right' ? width - 5 : 5
  const y = side === 'bottom' ? height - 5 : 5
  const [r = 0, , b = 0] = await image.extract({ left: x, top: y, width: 1, height: 1 }).raw().toBuffer()
  expect(r).toBeGreaterThan(b)
})

test('a drawing on a clear ground is a cut-out, at the size of the wall; a photograph is not enlarged', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 1080"><path d="M200 1080 L430 200 L660 1080 Z"/></svg>',
  )
  const drawing = await derivePicture(svg, 1_920)
  expect(drawing).toMatchObject({ ok: true, media: { width: 1_529, height: 1_920, cutout: true } })
  const photograph = await derivePicture(await sharp(FIRST_RED).jpeg().toBuffer(), 1_920)
  expect(photograph).toMatchObject({ ok: true, media: { width: 40, height: 20, cutout: false } })
})

test('a picture of 280 megapixels is refused by its header', async () => {
  const bomb = await sharp(FIRST_RED).png().toBuffer()
  bomb.writeUInt32BE(20_000, 16)
  bomb.writeUInt32BE(14_000, 20)
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29)
  const made = await derivePicture(bomb, 1_920)
  expect(made).toMatchObject({
    ok: false,
    mayStillCome: false,
    message: expect.stringContaining('280 megapixels'),
  })
})
