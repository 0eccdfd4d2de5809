import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import { expect, test } from 'vitest'
import { deriveVideo } from '../../electron/library/derive/video.ts'

const FIXTURES = join(import.meta.dirname, '../fixtures/video')

async function film(name: string, points: { inMs?: number; outMs?: number } = {}) {
  return deriveVideo(await readFile(join(FIXTURES, name)), { as: 'video', path: `clips/${name}`, ...points })
}

test.each([
  ['h264.mp4', 'video/mp4'],
  ['silent.mov', 'video/mp4'],
  ['h264.mkv', 'video/mp4'],
  ['av1.mp4', 'video/mp4'],
  ['vp8.webm', 'video/webm'],
  ['vp9.webm', 'video/webm'],
])('%s is repacked as %s with its size and length, and without what the camera wrote', async (name, mime) => {
  const made = await film(name)
  if (!made.ok) throw new Error(made.message)
  expect(made.media).toMatchObject({ mime, width: 96, height: 64 })
  expect(made.media.durationMs).toBeGreaterThan(900)
  expect(made.media.durationMs).toBeLessThan(1_100)
  expect(Buffer.from(made.bytes).includes('Secret')).toBe(false)
  expect(Buffer.from(made.bytes).includes('+52.5')).toBe(false)
  const again = new Input({ formats: ALL_FORMATS, source: new BufferSource(made.bytes) })
  expect(await (await again.getPrimaryVideoTrack())?.computePacketStats()).toMatchObject({ packetCount: 10 })
})

test('in and out points are told to the wall, which plays between them', async () => {
  expect(await film('h264.mp4', { inMs: 200, outMs: 700 })).toMatchObject({
    ok: true,
    media: { durationMs: 500, fromMs: 200 },
  })
  expect(await film('h264.mp4', { inMs: 5_000 })).toMatchObject({ ok: false, mayStillCome: false })
})

test.each([
  ['hevc.mp4', 'HEVC'],
  ['mpeg4.mp4', 'MPEG-4 Part 2'],
  ['h264-10.mp4', 'more than 8 bits'],
  ['theora.ogv', 'Theora'],
  ['xvid.avi', 'AVI'],
  ['wmv.wmv', 'Windows Media'],
])('%s is refused with the way to convert it', async (name, what) => {
  const made = await film(name)
  expect(made).toMatchObject({ ok: false, mayStillCome: false, message: expect.stringContaining(what) })
  expect(made.ok ? '' : made.hint).toContain(`ffmpeg -i "${name}"`)
})

test('a film whose rest is still zeros is not complete', async () => {
  const whole = await readFile(join(FIXTURES, 'vp8.webm'))
  for (const from of [0, 60, 1_500, whole.length - 300]) {
    const part = Buffer.concat([whole.subarray(0, from), Buffer.alloc(whole.length - from)])
    expect(await deriveVideo(part, { as: 'video', path: 'x.webm' }), `from ${from}`).toMatchObject({
      ok: false,
    })
  }
})

test.each([
  ['stsc', 16],
  ['stts', 12],
])('a damaged %s that speaks of more samples than there are is not followed', async (table, offset) => {
  const film = await readFile(join(FIXTURES, 'h264.mp4'))
  film[film.indexOf(table) + offset] = 0x7f
  expect(await deriveVideo(film, { as: 'video', path: 'x.mp4' })).toMatchObject({ ok: false })
})

test('a film cut off anywhere, or with bytes changed, is made or explained, and never thrown', async () => {
  const films = await Promise.all(
    ['h264.mp4', 'vp8.webm', 'h264.mkv'].map((name) => readFile(join(FIXTURES, name))),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.nat(2),
      fc.nat(),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      async (which, cut, changes) => {
        const bytes = Buffer.from(films[which] ?? Buffer.alloc(0))
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        const part = bytes.subarray(0, cut % 3 === 0 ? bytes.length : cut % bytes.length)
        const made = await deriveVideo(part, { as: 'video', path: 'x.mp4' })
        expect(made.ok || (made.message !== '' && made.hint !== '')).toBe(true)
      },
    ),
    { numRuns: 60 },
  )
})
