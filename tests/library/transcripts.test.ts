import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTranscript } from '../../electron/library/readers/transcript.ts'

async function cues(path: string, text: string) {
  const read = await readTranscript(path, text)
  if (!read.ok) throw new Error(read.unreadable.message)
  return read.value
}

async function lines(text: string, path = 'call.vtt'): Promise<string[]> {
  return (await cues(path, text)).map(
    ({ startMs, endMs, speaker, text: said }) => `${startMs}-${endMs} ${speaker ?? ''}| ${said}`,
  )
}

test('overlapping captions are both there, in order of time', async () => {
  const text =
    'WEBVTT\n\n00:04.000 --> 00:06.000\n<v Agent>One moment\n\n00:01.000 --> 00:05.000\n<v Caller>I have been waiting\n'
  expect(await lines(text)).toEqual(['1000-5000 Caller| I have been waiting', '4000-6000 Agent| One moment'])
})

test('captions that roll in are read once', async () => {
  const text =
    'WEBVTT\n\n00:00.500 --> 00:02.000\nI have waited\n\n00:02.000 --> 00:02.010\nI have waited\n\n00:02.010 --> 00:03.500\nI have waited\nthree weeks\n\n00:03.500 --> 00:03.510\nthree weeks\n'
  expect(await lines(text)).toEqual(['500-2000 | I have waited', '2010-3500 | three weeks'])
})

test('SRT with seconds of one digit, and with places on the picture', async () => {
  const text =
    '1\n0:0:0.5 --> 0:0:2.0\nHello?\n\n2\n00:00:02,000 --> 00:00:03,500 X1:100 X2:200 Y1:1 Y2:2\nYes.\n'
  expect(await lines(text, 'call.srt')).toEqual(['500-2000 | Hello?', '2000-3500 | Yes.'])
})

const word = (content: string, from: number, to: number, speaker: number) => ({ content, from, to, speaker })
const WORDS = [word('Late', 0.5, 1, 0), word('again.', 1, 2, 0), word('Sorry.', 2, 3.5, 1)]

test.each([
  [
    'Amazon Transcribe',
    {
      results: {
        transcripts: [{ transcript: 'Late again. Sorry.' }],
        items: WORDS.flatMap(({ content, from, to, speaker }) => [
          {
            type: 'pronunciation',
            start_time: `${from}`,
            end_time: `${to}`,
            alternatives: [{ content: content.replace('.', '') }],
            speaker_label: `spk_${speaker}`,
          },
          ...(content.endsWith('.') ? [{ type: 'punctuation', alternatives: [{ content: '.' }] }] : []),
        ]),
      },
    },
  ],
  [
    'Deepgram',
    {
      results: {
        channels: [
          {
            alternatives: [
              {
                words: WORDS.map(({ content, from, to, speaker }) => ({
                  word: content,
                  punctuated_word: content,
                  start: from,
                  end: to,
                  speaker,
                })),
              },
            ],
          },
        ],
      },
    },
  ],
  [
    'AssemblyAI',
    {
      audio_duration: 4,
      words: WORDS.map(({ content, from, to, speaker }) => ({
        text: content,
        start: from * 1_000,
        end: to * 1_000,
        speaker,
      })),
    },
  ],
  [
    'Azure Speech',
    {
      recognizedPhrases: [
        {
          offsetInTicks: 5_000_000,
          durationInTicks: 15_000_000,
          nBest: [{ display: 'Late again.' }],
          speaker: 0,
        },
        {
          offsetInTicks: 20_000_000,
          durationInTicks: 15_000_000,
          nBest: [{ display: 'Sorry.' }],
          speaker: 1,
        },
      ],
    },
  ],
  [
    'Whisper',
    {
      text: 'Late again. Sorry.',
      segments: [
        { id: 0, start: 0.5, end: 2, text: ' Late again.', tokens: [1] },
        { id: 1, start: 2, end: 3.5, text: ' Sorry.', tokens: [2] },
      ],
    },
  ],
])('a transcript in JSON as %s writes it', async (_, data) => {
  const found = await cues('call.transcript.json', JSON.stringify(data))
  expect(found.map(({ startMs, endMs, text }) => [startMs, endMs, text])).toEqual([
    [500, 2_000, 'Late again.'],
    [2_000, 3_500, 'Sorry.'],
  ])
})

test('Hebrew and Arabic keep their letters and their marks of direction', async () => {
  const text =
    'WEBVTT\n\n00:00.000 --> 00:02.000 align:start\n<v לקוחה>המעלית &rlm;שוב מקולקלת\n\n00:02.000 --> 00:04.000\nالمصعد معطل\n'
  expect(await lines(text)).toEqual(['0-2000 לקוחה| המעלית \u200fשוב מקולקלת', '2000-4000 | المصعد معطل'])
})

test('a metadata track is no transcript, whether it says so or only looks so', async () => {
  for (const text of [
    'WEBVTT\nKind: metadata\n\n00:00.000 --> 00:02.000\nzoom=2\n',
    'WEBVTT\n\n00:00.000 --> 00:02.000\n{"x": 1}\n\n00:02.000 --> 00:04.000\n{"x":\n2}\n',
  ])
    expect(await readTranscript('call.vtt', text)).toMatchObject({
      ok: false,
      unreadable: { message: expect.stringContaining('metadata') },
    })
  expect(await lines('WEBVTT\n\n00:00.000 --> 00:02.000\n[music]\n')).toEqual(['0-2000 | [music]'])
})

test.each([
  [
    'in a voice tag',
    'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Caller>Hello?\n\n00:01.000 --> 00:02.000\n<v.loud Agent>Good morning.\n',
  ],
  [
    'before a colon',
    'WEBVTT\n\n00:00.000 --> 00:01.000\nCaller: Hello?\n\n00:01.000 --> 00:02.000\nAgent: Good morning.\n',
  ],
  [
    'on a line of its own',
    'WEBVTT\n\n00:00.000 --> 00:01.000\nCaller\nHello?\n\n00:01.000 --> 00:02.000\nAgent\nGood morning.\n\n00:02.000 --> 00:03.000\nCaller\nThe lift\nis broken\n\n00:03.000 --> 00:04.000\nAgent:\nAgain?\n',
  ],
])('speakers are known %s', async (_, text) => {
  expect((await lines(text)).slice(0, 2)).toEqual(['0-1000 Caller| Hello?', '1000-2000 Agent| Good morning.'])
})

test('two lines of one sentence are not a name and what it says', async () => {
  const text =
    'WEBVTT\n\n00:00.000 --> 00:01.000\nNever drink\nliquid nitrogen\n\n00:01.000 --> 00:02.000\nIt will perforate\nyour stomach\n'
  expect(await lines(text)).toEqual([
    '0-1000 | Never drink liquid nitrogen',
    '1000-2000 | It will perforate your stomach',
  ])
})

test.each([
  ['minutes beyond an hour', '75:30.000 --> 75:32.000', 4_530_000],
  ['one digit of hours', '1:15:30.000 --> 1:15:32.000', 4_530_000],
  ['three digits of hours', '001:15:30.000 --> 001:15:32.000', 4_530_000],
  ['no space around the arrow', '00:01.000-->00:03.000', 1_000],
  ['no space before a setting', '00:01.000 --> 00:03.000line:40%', 1_000],
  ['two digits after the point', '00:01.00 --> 00:03.00', 1_000],
  ['a comma in WebVTT', '00:00:01,000 --> 00:00:03,000', 1_000],
])('%s is read', async (_, timing, startMs) => {
  expect(await cues('call.vtt', `WEBVTT\n\n${timing}\nText\n`)).toMatchObject([
    { startMs, endMs: startMs + 2_000, text: 'Text' },
  ])
})

test('a missing blank line does not swallow the next caption', async () => {
  expect(await lines('WEBVTT\n\n00:00.000 --> 00:02.000\nOne\n00:02.000 --> 00:04.000\nTwo\n')).toEqual([
    '0-2000 | One',
    '2000-4000 | Two',
  ])
})

test('SRT with its numbers, tags and positions', async () => {
  const text =
    '1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<i>Hello</i> <font color="red">there</font>\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n'
  expect(await lines(text, 'call.srt')).toEqual(['1000-2500 | Hello there', '3000-4000 | Bye'])
})

test('a transcript in JSON, as a call centre and as a speech service write it', async () => {
  const callCentre = [
    {
      index: 1,
      speaker_role: 'agent',
      start_ms: 1669,
      duration_ms: 2670,
      human_transcript: 'hello this is the bank',
      transcript: 'hello mr bank',
    },
    {
      index: 2,
      speaker_role: 'caller',
      start_ms: 890,
      duration_ms: 330,
      human_transcript: 'hi',
      transcript: 'hi',
    },
  ]
  expect(await lines(JSON.stringify(callCentre), 'call.transcript.json')).toEqual([
    '890-1220 Caller| hi',
    '1669-4339 Agent| hello this is the bank',
  ])
  const service = {
    language: 'en',
    segments: [{ start: 0.5, end: 2.25, text: ' Hello there. ', speaker: 1 }],
  }
  expect(await lines(JSON.stringify(service), 'call.transcript.json')).toEqual([
    '500-2250 Speaker 1| Hello there.',
  ])
  expect((await readTranscript('call.transcript.json', '{"a": 1}')).ok).toBe(false)
})

test('whatever stands in a transcript, it is read or explained', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'WEBVTT\n\n',
      '\n\n',
      '\n',
      '00:01.000 --> 00:02.000\n',
      '-->',
      '<v A>',
      '</v>',
      '<00:01.500>',
      'Name:\n',
      '[{"start":1,"end":2,"text":"x"}]',
      '&lt;',
      '{\\an8}',
    ),
    fc.string({ unit: 'grapheme', maxLength: 10 }),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 20 }),
      fc.constantFrom('a.vtt', 'a.srt', 'a.transcript.json'),
      async (pieces, path) => {
        const read = await readTranscript(path, pieces.join(''))
        if (!read.ok) expect(read.unreadable.hint).not.toBe('')
        else for (const cue of read.value) expect(cue.endMs).toBeGreaterThan(cue.startMs)
      },
    ),
    { numRuns: 300 },
  )
})
