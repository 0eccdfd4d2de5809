import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AudioRequest, deriveAudio } from '../../electron/library/derive/audio.ts'
import { Intake } from '../../electron/library/derive/intake.ts'
import { loudness } from '../../electron/library/derive/loudness.ts'
import { toneWav } from './open-room.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/audio')

async function derived(bytes: Uint8Array, wish: Partial<AudioRequest> = {}) {
  const made = await deriveAudio(bytes, { as: 'audio', path: 'calls/x.wav', ...wish })
  if (!made.ok) throw new Error(`${made.message} ${made.hint}`)
  const data = Buffer.from(made.bytes)
  const samples = Float32Array.from(
    { length: (data.length - 44) / 2 },
    (_, at) => data.readInt16LE(44 + at * 2) / 32_767,
  )
  return { media: made.media, samples, rate: data.readUInt32LE(24) }
}

/** Frequency by counting where the sound crosses zero upwards, Hz, of the middle half. */
function pitch(samples: Float32Array, rate: number): number {
  const [from, to] = [Math.floor(samples.length / 4), Math.floor((samples.length * 3) / 4)]
  let crossings = 0
  for (let at = from; at < to; at += 1)
    if ((samples[at - 1] ?? 0) < 0 && (samples[at] ?? 0) >= 0) crossings += 1
  return (crossings * rate) / (to - from)
}

test.each([
  'pcm-8.wav',
  'pcm-16.wav',
  'pcm-24.wav',
  'pcm-32.wav',
  'float-32.wav',
  'a-law.wav',
  'mu-law.wav',
  'ima-adpcm.wav',
  'ms-adpcm.wav',
  'mp3.wav',
  'xing.mp3',
  'no-xing.mp3',
  'aac.m4a',
  'fast-start.m4a',
  'adts.aac',
  'opus.ogg',
  'opus.webm',
  'vorbis.ogg',
  'flac.flac',
])('%s is a second of a tone of 440 Hz, whatever its header says', async (name) => {
  const { media, samples, rate } = await derived(await readFile(join(FIXTURES, name)), {
    path: `calls/${name}`,
  })
  expect(media.durationMs).toBeGreaterThan(950)
  expect(media.durationMs).toBeLessThan(1_200)
  expect(Math.abs(pitch(samples, rate) - 440)).toBeLessThan(8)
  expect(loudness(samples, rate)).toBeCloseTo(-23, 0)
})

test.each([
  ['gsm.wav', 'GSM 6.10'],
  ['speex.ogg', 'Speex'],
  ['g726.wav', 'G.726'],
  ['sun.au', 'Sun'],
  ['headerless.raw', 'no header'],
])('%s is refused with the way to convert it', async (name, what) => {
  const made = await deriveAudio(await readFile(join(FIXTURES, name)), { as: 'audio', path: `calls/${name}` })
  expect(made).toMatchObject({ ok: false, mayStillCome: false, message: expect.stringContaining(what) })
  expect(made.ok ? '' : made.hint).toMatch(/ffmpeg .*-i "/)
})

test.each([0, 0xffff_ffff])(
  'a WAV of which nobody knew the length (%i in its header) is read to its end',
  async (size) => {
    const bytes = toneWav(2, 16_000)
    bytes.writeUInt32LE(size, 4)
    bytes.writeUInt32LE(size, 40)
    expect((await derived(bytes)).media.durationMs).toBe(2_000)
  },
)

test('a header that asks for any amount of memory is refused at once', async () => {
  const bytes = toneWav(1)
  bytes.writeUInt16LE(0x11, 20)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(65_535, 38)
  expect((await deriveAudio(bytes, { as: 'audio', path: 'x.wav' })).ok).toBe(false)
})

function sine(hertz: number, dbfs: number, seconds: number, rate: number): Float32Array {
  const level = 10 ** (dbfs / 20)
  return Float32Array.from(
    { length: seconds * rate },
    (_, at) => level * Math.sin((2 * Math.PI * hertz * at) / rate),
  )
}

function joined(...parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

// Those cases are stereo with the same sine in both channels, which measures 3.01 LU more than one channel alone.
const STEREO = 3.0103

test('EBU Tech 3341, cases 1 to 4: steady tones and tones under the gates measure as they should, to 0.1 LU', () => {
  const rate = 24_000
  const tone = (dbfs: number, seconds: number) => sine(1_000, dbfs, seconds, rate)
  expect(Math.abs(loudness(tone(-23, 20), rate) + STEREO + 23)).toBeLessThan(0.1)
  expect(Math.abs(loudness(tone(-33, 20), rate) + STEREO + 33)).toBeLessThan(0.1)
  const third = joined(tone(-36, 10), tone(-23, 60), tone(-36, 10))
  expect(Math.abs(loudness(third, rate) + STEREO + 23)).toBeLessThan(0.1)
  const fourth = joined(tone(-72, 10), tone(-36, 10), tone(-23, 60), tone(-36, 10), tone(-72, 10))
  expect(Math.abs(loudness(fourth, rate) + STEREO + 23)).toBeLessThan(0.1)
})

/** 16-bit WAV of several channels. */
function wav(channels: readonly Float32Array[], rate: number): Buffer {
  const frames = channels[0]?.length ?? 0
  const bytes = Buffer.alloc(44 + frames * channels.length * 2)
  toneWav(0.001, rate).copy(bytes, 0, 0, 44)
  bytes.writeUInt32LE(bytes.length - 8, 4)
  bytes.writeUInt16LE(channels.length, 22)
  bytes.writeUInt16LE(channels.length * 2, 32)
  bytes.writeUInt32LE(bytes.length - 44, 40)
  for (let frame = 0; frame < frames; frame += 1) {
    for (const [index, channel] of channels.entries()) {
      const value = Math.max(-32_768, Math.min(32_767, Math.round((channel[frame] ?? 0) * 32_767)))
      bytes.writeInt16LE(value, 44 + (frame * channels.length + index) * 2)
    }
  }
  return bytes
}

test('a clip never clips: a quiet voice with one bang is raised only as far as the bang allows', async () => {
  const voice = sine(300, -50, 4, 16_000)
  voice.fill(0.9, 32_000, 32_040)
  const { samples } = await derived(wav([voice], 16_000))
  const peak = samples.reduce((high, sample) => Math.max(high, Math.abs(sample)), 0)
  expect(peak).toBeLessThanOrEqual(10 ** (-1 / 20) + 0.001)
})

test('the customer on one channel and the agent on the other are both heard', async () => {
  const [customer, agent] = [
    joined(sine(440, -20, 2, 16_000), new Float32Array(32_000)),
    joined(new Float32Array(32_000), sine(880, -20, 2, 16_000)),
  ]
  const { samples, rate } = await derived(wav([customer, agent], 16_000))
  expect(Math.abs(pitch(samples.subarray(0, rate * 2), rate) - 440)).toBeLessThan(8)
  expect(Math.abs(pitch(samples.subarray(rate * 2), rate) - 880)).toBeLessThan(8)
})

test('silence, and a clip of which all is muted, is explained rather than played', async () => {
  expect(
    await deriveAudio(wav([new Float32Array(16_000)], 16_000), { as: 'audio', path: 'x.wav' }),
  ).toMatchObject({
    ok: false,
    message: expect.stringContaining('Nothing is to be heard'),
  })
  expect((await deriveAudio(toneWav(2), { as: 'audio', path: 'x.wav', mute: [[0, 5_000]] })).ok).toBe(false)
})

test('what is muted is counted from the beginning of the original, also in a clip', async () => {
  const { samples, rate } = await derived(toneWav(4, 16_000), {
    inMs: 1_000,
    outMs: 3_000,
    mute: [[1_500, 1_800]],
  })
  expect(samples.subarray(0.5 * rate, 0.8 * rate).every((sample) => sample === 0)).toBe(true)
  expect(samples.subarray(0.82 * rate, 0.9 * rate).some((sample) => Math.abs(sample) > 0.01)).toBe(true)
})

test('a recording of hours is cut without being held whole; a clip of more than 20 minutes is refused', async () => {
  const long = wav([new Float32Array(1_300 * 8_000).map((_, at) => 0.1 * Math.sin(at / 3))], 8_000)
  expect(await deriveAudio(long, { as: 'audio', path: 'x.wav' })).toMatchObject({
    ok: false,
    message: expect.stringContaining('20 minutes'),
  })
  expect((await derived(long, { inMs: 1_200_000, outMs: 1_203_000 })).media.durationMs).toBe(3_000)
})

test('sound taken in in pieces is the same as sound taken in at once', () => {
  const whole = sine(700, -12, 1, 44_100)
  const atOnce = new Intake()
  atOnce.take([whole], 44_100)
  const wanted = atOnce.end().samples
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 20 }), (sizes) => {
      const intake = new Intake()
      let at = 0
      for (const size of [...sizes, whole.length]) {
        if (at < whole.length) intake.take([whole.subarray(at, at + size)], 44_100)
        at += size
      }
      expect(intake.end().samples).toEqual(wanted)
    }),
    { numRuns: 30 },
  )
})

test('a recording cut off anywhere, or with bytes changed, is made or explained, and never thrown', async () => {
  const names = [
    'pcm-16.wav',
    'ima-adpcm.wav',
    'xing.mp3',
    'aac.m4a',
    'opus.ogg',
    'vorbis.ogg',
    'flac.flac',
    'opus.webm',
  ]
  const files = await Promise.all(names.map((name) => readFile(join(FIXTURES, name))))
  await fc.assert(
    fc.asyncProperty(
      fc.nat(names.length - 1),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      async (which, cut, changes) => {
        const bytes = Buffer.from(files[which] ?? Buffer.alloc(0))
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const part = bytes.subarray(0, cut % 3 === 0 ? bytes.length : cut % bytes.length)
        const made = await deriveAudio(part, { as: 'audio', path: 'x.wav' })
        expect(made.ok || (made.message !== '' && made.hint !== '')).toBe(true)
      },
    ),
    { numRuns: 80 },
  )
}, 60_000)
