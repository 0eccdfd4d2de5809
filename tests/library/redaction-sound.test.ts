import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { deriveAudio } from '../../electron/library/derive/audio.ts'
import { BLANK } from '../../renderer/core/redaction.ts'
import { CALL, type Files, makeRoom, type TestRoom, toneWav } from './open-room.ts'

/** What nobody may hear is measured in the file that the wall plays. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const LOUD_DB = -40
/** The edge of what is silenced is eased, ms. */
const EASED_MS = 6
const SECRET = 'Lindqvist'

interface Sound {
  readonly rate: number
  readonly samples: Float32Array
}

function soundOf(wav: Uint8Array): Sound {
  const data = Buffer.from(wav)
  const samples = Float32Array.from(
    { length: (data.length - 44) / 2 },
    (_, index) => data.readInt16LE(44 + index * 2) / 32_768,
  )
  return { rate: data.readUInt32LE(24), samples }
}

/** Loudness of a stretch of the derived file, dB of full scale; -Infinity where every sample is zero. */
function decibels({ samples, rate }: Sound, fromMs: number, toMs: number): number {
  const part = samples.subarray(Math.ceil((fromMs * rate) / 1_000), Math.floor((toMs * rate) / 1_000))
  return 10 * Math.log10(part.reduce((sum, sample) => sum + sample ** 2, 0) / part.length)
}

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

const cached = (of: TestRoom): string[] =>
  readdirSync(join(of.dataDir, 'cache'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

function derivedOf(of: TestRoom, id = 'calls/lift') {
  const item = of.reader.item(id)
  const audio = item?.media['audio']
  if (!item || !audio) throw new Error(`no sound: ${of.told().join('\n')}`)
  const sound = soundOf(readFileSync(join(of.dataDir, 'cache', audio.hash.slice(0, 2), audio.hash)))
  return {
    item,
    audio,
    sound,
    captions: (item.body as { captions: { text: string }[] }).captions.map(({ text }) => text),
  }
}

const vtt = (...cues: readonly string[]): string => `WEBVTT\n\n${cues.join('\n\n')}\n`
const page = (fields = ''): string => CALL['calls/lift.md'].replace('checked:', `${fields}checked:`)

describe('words that are marked in the transcript', () => {
  test('are silence in the derived recording and a dash in the captions; the rest is heard', async () => {
    const made = await indexed({
      'calls/lift.md': page(),
      'calls/lift.wav': toneWav(4, 16_000),
      'calls/lift.vtt': vtt(
        '00:00.000 --> 00:01.000\n<v Caller>The lift is broken.',
        `00:01.000 --> 00:02.000\n<v Caller>My name is [[${SECRET}]].`,
        '00:02.000 --> 00:04.000\n<v Service desk>Thank you.',
      ),
    })
    const { item, audio, sound, captions } = derivedOf(made)
    expect(decibels(sound, 1_000, 2_000)).toBe(-Infinity)
    expect(decibels(sound, 0, 1_000 - EASED_MS)).toBeGreaterThan(LOUD_DB)
    expect(decibels(sound, 2_000 + EASED_MS, 4_000)).toBeGreaterThan(LOUD_DB)
    expect(captions[1]).toBe(`My name is ${BLANK}.`)
    expect(audio.peaks?.slice(20, 40).every((peak) => peak === 0)).toBe(true)
    expect(audio.durationMs).toBe(4_000)
    expect(JSON.stringify(item)).not.toContain(SECRET)
    expect(made.told().join('\n')).not.toContain(SECRET)
  })

  test('that are timed word by word are silent alone', async () => {
    const made = await indexed({
      'calls/lift.md': page(),
      'calls/lift.wav': toneWav(4, 16_000),
      'calls/lift.vtt': vtt(
        `00:00.000 --> 00:04.000\n<v Caller>My <00:00.500>name <00:01.000>is <00:01.500>[[${SECRET}]] <00:02.500>and <00:03.000>hello.`,
      ),
    })
    const { sound, captions } = derivedOf(made)
    expect(decibels(sound, 1_500, 2_500)).toBe(-Infinity)
    expect(decibels(sound, 0, 1_300)).toBeGreaterThan(LOUD_DB)
    expect(decibels(sound, 2_700, 4_000)).toBeGreaterThan(LOUD_DB)
    expect(captions.join(' ')).toBe(`My name is ${BLANK} and hello.`)
  })

  test('marked later, they leave a new file, and the old one with the words in it is deleted', async () => {
    const said = (name: string): string =>
      vtt(
        `00:00.000 --> 00:02.000\n<v Caller>My name is ${name}.`,
        '00:02.000 --> 00:04.000\n<v Caller>Good day.',
      )
    const original = toneWav(4, 16_000)
    const made = await indexed({
      'calls/lift.md': page(),
      'calls/lift.wav': original,
      'calls/lift.vtt': said(SECRET),
    })
    const before = derivedOf(made)
    expect(decibels(before.sound, 0, 2_000)).toBeGreaterThan(LOUD_DB)
    await made.put({ 'calls/lift.vtt': said(`[[${SECRET}]]`) })
    await made.index()
    const after = derivedOf(made)
    expect(decibels(after.sound, 0, 2_000)).toBe(-Infinity)
    expect(cached(made)).toEqual([after.audio.hash])
    expect(after.audio.hash).not.toBe(before.audio.hash)
    expect(cached(made)).not.toContain(createHash('sha256').update(original).digest('hex'))
  })
})

describe('words that are listed beside the transcript', () => {
  test.each([
    ['in the front matter', { 'calls/lift.md': page(`redact: [${SECRET}]\n`) }],
    [
      'in a YAML file of its name',
      { 'calls/lift.md': page(), 'calls/lift.yaml': `redact:\n  - ${SECRET}\n` },
    ],
  ])('%s are silent wherever they are said', async (_, files) => {
    const made = await indexed({
      ...files,
      'calls/lift.wav': toneWav(4, 8_000),
      'calls/lift.vtt': vtt(
        `00:00.000 --> 00:01.000\n<v Caller>${SECRET}, good day.`,
        '00:01.000 --> 00:03.000\n<v Service desk>How can I help?',
        `00:03.000 --> 00:04.000\n<v Caller>It is ${SECRET.toUpperCase()} again.`,
      ),
    })
    const { item, sound, captions } = derivedOf(made)
    expect(decibels(sound, 0, 1_000)).toBe(-Infinity)
    expect(decibels(sound, 1_000 + EASED_MS, 3_000 - EASED_MS)).toBeGreaterThan(LOUD_DB)
    expect(decibels(sound, 3_000, 4_000)).toBe(-Infinity)
    expect(captions).toEqual([`${BLANK}, good day.`, 'How can I help?', `It is ${BLANK} again.`])
    expect(JSON.stringify(item).toLowerCase()).not.toContain(SECRET.toLowerCase())
  })

  test('and cannot be found: nothing is made of the call', async () => {
    const made = await indexed({
      'calls/lift.md': page('redact: [Lindquist]\n'),
      'calls/lift.wav': toneWav(2, 8_000),
      'calls/lift.vtt': vtt(`00:00.000 --> 00:02.000\n<v Caller>I am ${SECRET}.`),
    })
    expect(cached(made)).toEqual([])
    expect(made.told().join('\n')).toMatch(/redact: .*nowhere in the transcript/)
  })
})

describe('in and out points', () => {
  const CUES = vtt(
    '00:00.000 --> 00:01.000\n<v Caller>One.',
    `00:01.000 --> 00:03.000\n<v Caller>[[${SECRET}]]`,
    '00:03.000 --> 00:05.000\n<v Caller>Three.',
    `00:05.000 --> 00:06.000\n<v Caller>[[${SECRET}]] again.`,
  )
  test.each([
    ['inside what is marked', 'in: 2\nout: 4.5\n', [[0, 1_000]], [[1_010, 2_500]]],
    [
      'around it',
      'in: 0:00.5\nout: 0:04\n',
      [[500, 2_500]],
      [
        [0, 490],
        [2_510, 3_500],
      ],
    ],
    ['before the next one', 'in: 3\nout: 5\n', [], [[0, 1_990]]],
    [
      'over both',
      'in: 2.5\n',
      [
        [0, 500],
        [2_500, 3_500],
      ],
      [[510, 2_490]],
    ],
  ] as const)('%s leave it silent at its place in the clip', async (_, points, silent, loud) => {
    const made = await indexed({
      'calls/lift.md': page(points),
      'calls/lift.wav': toneWav(6, 8_000),
      'calls/lift.vtt': CUES,
    })
    const { item, sound } = derivedOf(made)
    for (const [from, to] of silent) expect(decibels(sound, from, to)).toBe(-Infinity)
    for (const [from, to] of loud) expect(decibels(sound, from, to)).toBeGreaterThan(LOUD_DB)
    expect(JSON.stringify(item)).not.toContain(SECRET)
  })
})

test('whatever is cut and muted: no sample of a muted stretch is anything but zero, and the rest is heard', async () => {
  const wav = toneWav(3, 8_000)
  const ms = fc.integer({ min: -500, max: 4_000 })
  await fc.assert(
    fc.asyncProperty(
      fc.option(fc.integer({ min: 0, max: 2_000 }), { nil: undefined }),
      fc.option(fc.integer({ min: 2_100, max: 4_000 }), { nil: undefined }),
      fc.array(fc.tuple(ms, ms), { maxLength: 4 }),
      async (inMs, outMs, mute) => {
        const made = await deriveAudio(wav, { as: 'audio', path: 'x.wav', inMs, outMs, mute })
        if (!made.ok) return
        const sound = soundOf(made.bytes)
        const lengthMs = (sound.samples.length / sound.rate) * 1_000
        const offset = inMs ?? 0
        for (const [from, to] of mute) {
          const [start, end] = [Math.max(0, from - offset), Math.min(lengthMs, to - offset)]
          if (end - start > 2) expect(decibels(sound, start, end)).toBe(-Infinity)
        }
        const edges = [0, ...mute.flat().map((at) => at - offset), lengthMs].sort((a, b) => a - b)
        for (const [index, from] of edges.entries()) {
          const [start, end] = [
            Math.max(0, from) + EASED_MS,
            Math.min(lengthMs, edges[index + 1] ?? lengthMs) - EASED_MS,
          ]
          const middle = (start + end) / 2 + offset
          const isMuted = mute.some(([a, b]) => a <= middle && b >= middle)
          if (end - start > 20 && !isMuted) expect(decibels(sound, start, end)).toBeGreaterThan(LOUD_DB)
        }
      },
    ),
    { numRuns: 60 },
  )
})
