import fc from 'fast-check'
import { expect, test } from 'vitest'
import { captionPages, LANDSCAPE_PAGE } from './caption-pages.ts'
import type { Caption } from './schema.ts'
import { sceneAt, scenes, wordsSaid } from './timeline.ts'

const say = (text: string, startMs: number, endMs: number, speaker: number): Caption => ({
  startMs,
  endMs,
  speaker,
  text,
})
const pages = (...cues: Caption[]) => captionPages(cues, LANDSCAPE_PAGE, 'en')

test('before the first word its page is already there to be read', () => {
  expect(scenes(pages(say('Hello.', 350, 900, 0)))).toEqual([{ fromMs: 0, live: [0], before: undefined }])
})

test('a pause keeps what was said last, and the turn before it', () => {
  const told = scenes(pages(say('Ours.', 0, 1_000, 1), say('Hers.', 1_500, 2_000, 0)))
  expect(told).toEqual([
    { fromMs: 0, live: [0], before: undefined },
    { fromMs: 1_500, live: [1], before: 0 },
  ])
  expect(sceneAt(told, 1_400)).toBe(0)
  expect(sceneAt(told, 9_000)).toBe(1)
})

test('two who speak at once are both there', () => {
  const told = scenes(pages(say('Could you', 0, 3_000, 1), say('No, listen.', 2_000, 4_000, 0)))
  expect(told.map((scene) => scene.live)).toEqual([[0], [0, 1], [1]])
})

test('every page has its scene, whatever the captions', () => {
  const cue = fc
    .record({ start: fc.nat(20_000), length: fc.integer({ min: 1, max: 5_000 }), speaker: fc.nat(2) })
    .map(({ start, length, speaker }) => say('one two three', start, start + length, speaker))
  fc.assert(
    fc.property(fc.array(cue, { minLength: 1, maxLength: 10 }), (cues) => {
      const cut = captionPages(cues, LANDSCAPE_PAGE, 'en')
      const told = scenes(cut)
      expect(told[0]?.fromMs).toBe(0)
      const seen = new Set(told.flatMap((scene) => scene.live))
      cut.forEach((page, index) => {
        if (page.endMs > page.startMs) expect(seen).toContain(index)
      })
      for (const scene of told) {
        if (scene.before !== undefined) {
          const speaker = cut[scene.before]?.speaker
          for (const live of scene.live) expect(cut[live]?.speaker).not.toBe(speaker)
        }
      }
    }),
  )
})

test('words are said one by one', () => {
  const [page] = pages(say('one two three', 0, 1_300, 0))
  if (!page) throw new Error('no page')
  expect([-1, 0, 450, 1_300].map((ms) => wordsSaid(page, ms))).toEqual([0, 1, 2, 3])
})
