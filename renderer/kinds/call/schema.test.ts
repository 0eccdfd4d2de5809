import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import { readTranscript } from '../../../electron/library/readers/transcript.ts'
import type { Cue, Draft } from '../../core/draft.ts'
import { findPersonalData } from '../../core/pii.ts'
import { call } from './schema.ts'

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const EMPTY: Draft = {
  path: 'calls/c.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: ['calls/c.wav', 'calls/c.vtt'],
}

async function cuesOf(text: string): Promise<readonly Cue[]> {
  const read = await readTranscript('calls/c.vtt', text)
  if (!read.ok) throw new Error(read.unreadable.message)
  return read.value
}

async function draftOf(markdown: string, transcript: string): Promise<Draft> {
  const read = readMarkdown('calls/c.md', markdown)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections } = read.value
  return { ...EMPTY, fields, lines, sections, transcript: await cuesOf(transcript) }
}

const with2 = (fields: Record<string, unknown>, transcript: readonly Cue[]): Draft => ({
  ...EMPTY,
  fields,
  transcript,
})
const say = (startMs: number, endMs: number, text: string, speaker?: string): Cue => ({
  startMs,
  endMs,
  text,
  speaker,
})
const bodyOf = (draft: Draft) => call.schema.parse(call.read(draft).fields)
describe('the sample', () => {
  test('is a clip with the times of the clip, and only what is said', async () => {
    const reading = call.read(await draftOf(file('sample.md'), file('sample.vtt')))
    const body = call.schema.parse(reading.fields)
    expect(body.speakers).toEqual([
      { name: 'Caller', role: 'customer', label: 'Caller, 67' },
      { name: 'Shop', role: 'us', label: 'Our shop' },
    ])
    expect(body.captions.map(({ startMs, endMs, speaker, text }) => [startMs, endMs, speaker, text])).toEqual(
      [
        [0, 2000, 0, 'This is ——, about the hinge.'],
        [2500, 4000, 1, 'Which number was it?'],
        [4500, 7000, 0, 'I live at ——, if that helps.'],
        [7500, 9000, 1, 'It does not.'],
      ],
    )
    expect(body.captions[0]?.words?.map((word) => [word.text, word.atMs])).toEqual([
      ['This', 0],
      ['is', 400],
      ['——,', 700],
      ['about', 1400],
      ['the hinge.', 1700],
    ])
    expect(body).toMatchObject({ time: '9.20', checked: { by: 'Research', date: '2026-02-04' }, doubts: [] })
    expect(body.note).toBe('She had the old hinge in her other hand.')
    expect(reading.notes).toEqual([])
    expect(JSON.stringify([body, reading.notes])).not.toMatch(/Lindqvist|Mill Lane/)
  })

  test('asks for the clip with its redactions silenced, in ms of the original', async () => {
    const { media } = call.read(await draftOf(file('sample.md'), file('sample.vtt')))
    expect(media).toEqual({
      audio: {
        as: 'audio',
        path: 'calls/c.wav',
        inMs: 1000,
        outMs: 12_500,
        mute: [
          [1580, 2520],
          [5500, 8000],
        ],
      },
    })
  })
})

describe('speakers', () => {
  const roles = (...names: string[]) =>
    bodyOf(
      with2(
        {},
        names.map((name, index) => say(index * 1000, index * 1000 + 900, 'Yes.', name)),
      ),
    ).speakers.map(({ role }) => role)

  test('are known by what they are called, and that is told', () => {
    expect(roles('Agent', 'Customer')).toEqual(['us', 'customer'])
    expect(roles('Service desk', 'Ruth')).toEqual(['us', 'customer'])
    expect(roles('Patient', 'Dr Weber')).toEqual(['customer', 'us'])
    expect(roles('SPEAKER_00', 'SPEAKER_01')).toEqual(['other', 'other'])
    expect(call.read(with2({}, [say(0, 1, 'Yes.', 'Agent')])).notes).toMatchObject([
      { field: 'speakers', severity: 'note' },
    ])
  })

  test('a caption without a name goes on with the voice before it', () => {
    const body = bodyOf(
      with2({}, [
        say(0, 1, 'One.', 'Agent'),
        say(1, 2, 'Two.'),
        say(2, 3, 'Three.', 'Caller'),
        say(3, 4, 'Four.'),
      ]),
    )
    expect(body.captions.map((caption) => caption.speaker)).toEqual([0, 0, 1, 1])
  })

  test.each([
    { speakers: { Ruth: 'customer', Tom: 'us' } },
    { speakers: ['Ruth: customer', 'Tom: us'].map((line) => Object.fromEntries([line.split(': ')])) },
    {
      speakers: [
        { Name: 'ruth', Role: 'Customer' },
        { name: 'TOM', role: 'our agent' },
      ],
    },
  ])('are written in several ways: %o', (fields) => {
    const reading = call.read(with2(fields, [say(0, 1, 'Yes.', 'Tom'), say(1, 2, 'No.', 'Ruth')]))
    const body = call.schema.parse(reading.fields)
    expect(body.speakers.map(({ role }) => role)).toEqual(['customer', 'us'])
    expect(body.captions.map((caption) => caption.speaker)).toEqual([1, 0])
    expect(reading.notes).toEqual([])
  })

  test('a name that is in the front matter only is told', () => {
    const reading = call.read(
      with2({ speakers: [{ name: 'Caler', role: 'customer' }] }, [say(0, 1, 'Yes.', 'Caller')]),
    )
    expect(reading.notes.map((note) => note.severity)).toContain('warning')
  })
})

test('the recording is the one beside it, or the one that is named', () => {
  const path = (fields: Record<string, unknown>, siblings: string[]) =>
    call.read({ ...EMPTY, fields, siblings }).media['audio']?.path
  expect(path({}, ['calls/c.vtt', 'calls/c.OGG'])).toBe('calls/c.OGG')
  expect(path({ recording: '../sound/x.mp3' }, ['calls/c.wav'])).toBe('sound/x.mp3')
  expect(path({ audio: '../../x.mp3' }, [])).toBeUndefined()
  expect(path({}, ['calls/c.svg'])).toBeUndefined()
})

test('without a transcript it is one problem that says what to do', () => {
  const { transcript: _none, ...draft } = { ...EMPTY, transcript: undefined }
  const issues = call.schema.safeParse(call.read(draft).fields).error?.issues
  expect(issues).toMatchObject([
    { path: ['transcript'], message: expect.stringContaining('a call needs a transcript') },
  ])
})

test('unchecked it is withheld; a word is no check', () => {
  const reason = (checked: unknown) =>
    call.withheldBecause?.(bodyOf(with2({ checked }, [say(0, 1, 'Yes.', 'Caller')])))
  expect(reason(undefined)).toBe(
    'Nobody has recorded that they listened through it for personal data. Add checked: {by, date}.',
  )
  expect(reason('yes')).toBeDefined()
  expect(reason({ by: 'Research' })).toBeDefined()
  expect(reason({ by: 'Research', date: '4 March 2026' })).toBeUndefined()
  expect(call.basis(bodyOf(with2({}, [say(0, 1, 'Yes.')])))).toBe('consent')
})

test('a card number that is read out over several captions, with somebody saying yes between them, is found', () => {
  const draft = with2({}, [
    say(0, 1000, 'It is four five five six,', 'Caller'),
    say(1000, 1500, 'Yes.', 'Agent'),
    say(1500, 3000, 'seven three seven five, eight six eight nine,', 'Caller'),
    say(3000, 4000, 'nine eight five five.', 'Caller'),
  ])
  expect(findPersonalData(call.texts(bodyOf(draft)))).toEqual(['card number'])
})

test('its length is the length of the derived recording', () => {
  const body = bodyOf(with2({}, [say(0, 1000, 'One two three.', 'Caller')]))
  expect(call.measure(body, { audio: { hash: '0', mime: 'audio/mp4', durationMs: 4200 } })).toMatchObject({
    mediaMs: 4200,
    words: 3,
  })
  expect(call.measure(body, {}).mediaMs).toBe(0)
})

test('captions lie within the clip, in order, whatever the in and out points', () => {
  const cue = fc
    .record({ start: fc.nat(20_000), length: fc.integer({ min: 1, max: 5000 }), timed: fc.boolean() })
    .map(({ start, length, timed }): Cue => {
      const words = [
        { text: 'one', atMs: start },
        { text: 'two', atMs: start + Math.floor(length / 2) },
      ]
      return {
        startMs: start,
        endMs: start + length,
        text: 'one two',
        speaker: 'Caller',
        ...(timed ? { words } : {}),
      }
    })
  fc.assert(
    fc.property(
      fc.array(cue, { maxLength: 10 }),
      fc.nat(20),
      fc.integer({ min: 1, max: 20 }),
      (cues, start, length) => {
        const parsed = call.schema.safeParse(
          call.read(with2({ in: start, out: start + length }, cues)).fields,
        )
        const captions = parsed.data?.captions ?? []
        for (const caption of captions) {
          expect(caption.startMs).toBeGreaterThanOrEqual(0)
          expect(caption.endMs).toBeLessThanOrEqual(length * 1000)
          expect(caption.endMs).toBeGreaterThan(caption.startMs)
          for (const word of caption.words ?? []) expect(word.atMs).toBeGreaterThanOrEqual(0)
        }
        const starts = captions.map((caption) => caption.startMs)
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      },
    ),
  )
})

test('reading never throws, whatever is in the file', () => {
  const names = fc.constantFrom(
    'speakers',
    'in',
    'out',
    'mute',
    'redact',
    'checked',
    'audio',
    'time',
    'consent',
    'caller',
  )
  fc.assert(
    fc.property(fc.dictionary(names, fc.anything()), fc.string(), (fields, text) => {
      call.schema.safeParse(call.read(with2(fields, [say(0, 1000, text, 'Caller')])).fields)
    }),
  )
})
