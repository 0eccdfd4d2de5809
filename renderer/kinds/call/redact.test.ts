import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cue, Draft } from '../../core/draft.ts'
import { BLANK } from '../../core/redaction.ts'
import { call } from './schema.ts'

const EMPTY: Draft = {
  path: 'calls/c.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: ['calls/c.wav', 'calls/c.vtt'],
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
const muteOf = (draft: Draft) => {
  const { audio } = call.read(draft).media
  return audio?.as === 'audio' ? audio.mute : undefined
}

describe('redaction', () => {
  test('a word that is to be redacted and is nowhere withholds the call', () => {
    const draft = with2({ redact: ['Lindquist'], checked: { by: 'A', date: '2026' } }, [
      say(0, 1000, 'I am Lindqvist.'),
    ])
    expect(call.withheldBecause?.(bodyOf(draft))).toContain('nowhere in the transcript')
    expect(
      call
        .read(draft)
        .notes.map((note) => note.message)
        .join(),
    ).not.toContain('Lindquist')
  })

  test('goes on over captions until it is closed, and to the end where it never is', () => {
    const over = with2({}, [
      say(0, 1000, 'My name is [[Ruth'),
      say(1000, 2000, 'Maria'),
      say(2000, 3000, 'Smith]] of Orrin.'),
    ])
    expect(bodyOf(over).captions.map((caption) => caption.text)).toEqual([
      'My name is ——',
      '——',
      '—— of Orrin.',
    ])
    expect(muteOf(over)).toEqual([[0, 3000]])
    const never = with2({}, [say(0, 1000, 'My name is [[Ruth'), say(1000, 2000, 'Smith.')])
    expect(bodyOf(never).captions.map((caption) => caption.text)).toEqual(['My name is ——', '——'])
    expect(call.read(never).notes).toMatchObject([{ severity: 'warning' }, {}])
  })

  test('what is muted by time is not shown either', () => {
    const draft = with2({ mute: ['0:01 - 0:02'] }, [
      say(0, 900, 'Before.'),
      say(1000, 1800, 'Secret.'),
      say(2100, 3000, 'After.'),
    ])
    expect(bodyOf(draft).captions.map((caption) => caption.text)).toEqual(['Before.', BLANK, 'After.'])
    expect(muteOf(draft)).toEqual([[1000, 2000]])
  })

  test.each([{ mute: ['soon'] }, { in: 'later' }, { in: 5, out: 3 }])(
    '%o cannot be carried out, so the call waits',
    (fields) => {
      const draft = with2({ ...fields, checked: { by: 'A', date: '2026' } }, [say(0, 9000, 'Hello there.')])
      expect(call.withheldBecause?.(bodyOf(draft))).toMatch(/^A cut or a redaction could not be carried out/)
    },
  )

  test('no marked or listed word is ever in the captions, and all of its time is muted', () => {
    const plain = fc.constantFrom('the', 'lift', 'is', 'out', 'again,', 'love.', 'I’m')
    const secret = fc.constantFrom('Qx', 'Qx,', '[[Zy]]', '[[Zy', 'Zy]]', '[[Zy Zy]]')
    const word = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: secret })
    const cue = fc.record({ words: fc.array(word, { minLength: 1, maxLength: 6 }), timed: fc.boolean() })
    fc.assert(
      fc.property(fc.array(cue, { minLength: 1, maxLength: 6 }), (made) => {
        let open = false
        const hidden: [number, number][] = []
        const cues = made.map(({ words, timed }, index): Cue => {
          const startMs = index * 1000
          const times = words.map((_, place) => startMs + Math.floor((900 * place) / words.length))
          words.forEach((text, place) => {
            if (text.startsWith('[[')) open = true
            if (open || text.startsWith('Qx'))
              hidden.push([times[place] ?? 0, times[place + 1] ?? startMs + 900])
            if (text.endsWith(']]')) open = false
          })
          const list = words.map((text, place) => ({ text, atMs: times[place] ?? 0 }))
          return {
            startMs,
            endMs: startMs + 900,
            text: words.join(' '),
            speaker: 'Caller',
            ...(timed ? { words: list } : {}),
          }
        })
        const draft = with2({ redact: ['Qx'] }, cues)
        // A closing mark without an opening one hides nothing before it: what it was meant for cannot be known.
        fc.pre(
          !/(^|\s)Zy\]\]/.test(
            cues
              .map((each) => each.text)
              .join(' ')
              .replace(/\[\[[^\]]*\]\]/g, ''),
          ),
        )
        expect(JSON.stringify(call.read(draft).fields)).not.toMatch(/Qx|Zy/)
        const mute = muteOf(draft) ?? []
        for (const [start, end] of hidden) {
          expect(
            mute.some(([from, to]) => from <= start && to >= end),
            `${start}-${end} in ${JSON.stringify(mute)}`,
          ).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })
})
