import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import { readTranscript } from '../../../electron/library/readers/transcript.ts'
import type { Draft } from '../../core/draft.ts'
import { clip } from './schema.ts'

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const EMPTY: Draft = {
  path: 'clips/gate.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: ['clips/gate.mp4', 'clips/gate.vtt'],
}

async function draftOf(markdown: string, transcript?: string): Promise<Draft> {
  const read = readMarkdown('clips/gate.md', markdown)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections } = read.value
  const draft = { ...EMPTY, fields, lines, sections }
  if (transcript === undefined) return draft
  const cues = await readTranscript('clips/gate.vtt', transcript)
  if (!cues.ok) throw new Error(cues.unreadable.message)
  return { ...draft, transcript: cues.value }
}

const bodyOf = (draft: Draft) => clip.schema.parse(clip.read(draft).fields)
const SPEECH = 'WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ana>My number is [[0171 555 1234]].\n'

describe('the sample', () => {
  test('is a clip with captions in its own time, and only what is said', async () => {
    const reading = clip.read(await draftOf(file('sample.md'), file('sample.vtt')))
    const body = clip.schema.parse(reading.fields)
    expect(body).toMatchObject({
      caption: 'Four taps. The gate stays shut.',
      place: 'Fennmouth, gate 2',
      doubts: [],
    })
    expect(body.captions.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
      [1500, 3500, 'It was green this morning.'],
      [4000, 6500, 'It is the same ticket. It is the same gate.'],
    ])
    expect(reading.media).toEqual({ video: { as: 'video', path: 'clips/gate.mp4', inMs: 1000, outMs: 9000 } })
    expect(reading.notes).toEqual([])
    expect(clip.basis(body)).toBe('consent')
    expect(clip.schema.parse(JSON.parse(JSON.stringify(body)))).toEqual(body)
  })
})

describe('speech', () => {
  test('without captions is a problem, until it is said that there is none', async () => {
    const silent = clip.schema.safeParse(clip.read(await draftOf('A gate.')).fields)
    expect(silent.error?.issues[0]?.path).toEqual(['captions'])
    expect(bodyOf(await draftOf('---\nspeech: none\n---\nA gate.')).speech).toBe('none')
    expect(bodyOf(await draftOf('---\nspeech: false\n---\nA gate.')).captions).toEqual([])
  })

  test('counts where it is, whatever is said of it', async () => {
    const body = bodyOf(
      await draftOf('---\nspeech: none\npeople: none\n---\n', 'WEBVTT\n\n00:01.000 --> 00:03.000\nHello.\n'),
    )
    expect(body.speech).toBeUndefined()
    expect(clip.basis(body)).toBe('consent')
  })

  test('that is not to be heard withholds a film, whose sound cannot be silenced here', async () => {
    const reading = clip.read(await draftOf('A gate.', SPEECH))
    const body = clip.schema.parse(reading.fields)
    expect(clip.withheldBecause?.(body)).toContain('cannot be silenced')
    expect(JSON.stringify(reading)).not.toContain('555')
  })
})

describe('who may see it', () => {
  test('nobody seen and nobody heard is the only film without consent', async () => {
    const basis = async (front: string) => clip.basis(bodyOf(await draftOf(`---\n${front}\n---\n`)))
    expect(await basis('speech: none\npeople: none')).toBe('none')
    expect(await basis('speech: none')).toBe('consent')
  })

  test('a cut that cannot be read withholds it', async () => {
    const reading = clip.read(await draftOf('---\nspeech: none\nin: soon\n---\n'))
    expect(clip.withheldBecause?.(clip.schema.parse(reading.fields))).toContain('no time')
    expect(reading.notes[0]).toMatchObject({ field: 'in', line: 3 })
    const backwards = clip.read(await draftOf('---\nspeech: none\nin: 9\nout: 3\n---\n'))
    expect(clip.withheldBecause?.(clip.schema.parse(backwards.fields))).toContain('ends before')
    expect(backwards.media['video']).toMatchObject({ inMs: undefined, outMs: undefined })
  })
})

test('no fields make it throw', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(clip.aliases)), fc.anything()), (fields) => {
      const body = clip.schema.safeParse(clip.read({ ...EMPTY, fields }).fields)
      if (body.success && body.data.people !== 'none') expect(clip.basis(body.data)).toBe('consent')
    }),
  )
})
