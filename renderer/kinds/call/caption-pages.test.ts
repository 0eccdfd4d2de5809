import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionPages, LANDSCAPE_PAGE, PORTRAIT_PAGE } from './caption-pages.ts'
import type { Caption } from './schema.ts'
import { columnsOf, lineText } from './tokens.ts'

const say = (text: string, startMs = 0, endMs = 4_000, speaker = 0): Caption => ({
  startMs,
  endMs,
  speaker,
  text,
})
const read = (captions: Caption[], size = LANDSCAPE_PAGE, lang = 'en'): string[][] =>
  captionPages(captions, size, lang).map((page) => page.lines.map(lineText))

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcdefgh.,'), minLength: 1, maxLength: 14 }),
  fc.constantFrom(
    'other',
    'entrance,',
    'love.',
    'Donaudampfschifffahrtsgesellschaftskapitänsmütze',
    'لا',
    'مدخل',
    '入口',
    'はない。',
  ),
)
const captions = fc.array(
  fc
    .record({
      words: fc.array(word, { maxLength: 40 }),
      start: fc.nat(30_000),
      length: fc.nat(15_000),
      speaker: fc.nat(2),
    })
    .map(({ words, start, length, speaker }) => say(words.join(' '), start, start + length, speaker)),
  { maxLength: 8 },
)
const sizes = fc.constantFrom(LANDSCAPE_PAGE, PORTRAIT_PAGE, { columns: 12, lines: 3 })
const bare = (text: string): string => text.replace(/\s+/gu, '')

test('every word is kept, in order, for each speaker', () => {
  fc.assert(
    fc.property(captions, sizes, (cues, size) => {
      const pages = captionPages(cues, size, 'en')
      const ordered = [...cues].sort((a, b) => a.startMs - b.startMs)
      // One voice that overlaps itself may interleave; what was said is then compared letter by letter, sorted.
      const sorted = (text: string): string => [...bare(text)].sort().join('')
      for (const speaker of [0, 1, 2]) {
        const said = ordered.filter((cue) => cue.speaker === speaker).map((cue) => cue.text)
        const shown = pages
          .filter((page) => page.speaker === speaker)
          .flatMap((page) => page.lines.map(lineText))
        expect(sorted(shown.join(''))).toBe(sorted(said.join('')))
      }
    }),
  )
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), sizes, (words, size) => {
      const shown = read([say(words.join(' '), 0, 20_000)], size).flat()
      expect(bare(shown.join(''))).toBe(bare(words.join('')))
    }),
  )
})

test('no line is wider than the page unless one word is, and no page has more lines than it holds', () => {
  fc.assert(
    fc.property(captions, sizes, (cues, size) => {
      for (const page of captionPages(cues, size, 'en')) {
        expect(page.lines.length).toBeLessThanOrEqual(size.lines)
        for (const line of page.lines) {
          if (line.length > 1) expect(columnsOf(lineText(line))).toBeLessThanOrEqual(size.columns)
          expect(line.length).toBeGreaterThan(0)
        }
      }
    }),
  )
})

test('times never go back, and every word is spoken within its page', () => {
  fc.assert(
    fc.property(captions, sizes, (cues, size) => {
      for (const page of captionPages(cues, size, 'en')) {
        const times = [page.startMs, ...page.lines.flat().map((each) => each.atMs), page.endMs]
        expect(times).toEqual([...times].sort((a, b) => a - b))
      }
    }),
  )
})

test('a long cue is divided at its sentences', () => {
  const long =
    'I rang on Monday and nobody knew. I rang on Tuesday and they said Monday. So I came here myself, with the letter.'
  expect(read([say(long, 0, 9_000)])).toEqual([
    ['I rang on Monday and nobody knew.', 'I rang on Tuesday and they said Monday.'],
    ['So I came here myself, with the letter.'],
  ])
})

test('two short captions of one breath stand together, as they are heard', () => {
  const cues = [
    say('There is no other entrance, love.', 8_130, 10_510),
    say('I’m looking at it.', 10_560, 11_890),
  ]
  expect(read(cues)).toEqual([['There is no other entrance, love.', 'I’m looking at it.']])
})

test('a pause, or another speaker, keeps captions apart', () => {
  expect(read([say('No.', 0, 1_000), say('No.', 4_000, 5_000)])).toHaveLength(2)
  expect(read([say('No.', 0, 1_000), say('Yes.', 1_100, 2_000, 1)])).toHaveLength(2)
})

test('words take the times that the transcript tells, else a share of the cue by length', () => {
  const timed = {
    ...say('The lift', 350, 2_000),
    words: [
      { text: 'The ', atMs: 350 },
      { text: 'lift', atMs: 460 },
    ],
  }
  const times = (cue: Caption): number[] =>
    captionPages([cue], LANDSCAPE_PAGE, 'en').flatMap((page) =>
      page.lines.flat().map((each) => Math.round(each.atMs)),
    )
  expect(times(timed)).toEqual([350, 460])
  expect(times(say('The lift', 0, 1_600))).toEqual([0, 800])
  // Times of other words than those shown are worth nothing.
  expect(times({ ...timed, words: [{ text: 'A lift', atMs: 400 }] })).toEqual([350, 1_175])
})

test('Japanese breaks between words, and marks stay with what they close', () => {
  const pages = read(
    [say('「ほかの入口はありません。私は今、その前に立っています。」', 0, 6_000)],
    { columns: 24, lines: 2 },
    'ja',
  )
  expect(pages.flat().join('')).toBe('「ほかの入口はありません。私は今、その前に立っています。」')
  for (const line of pages.flat()) expect(line).not.toMatch(/^[。、」]/u)
})
