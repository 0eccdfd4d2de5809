import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quotationMarks, withoutOuterMarks } from './marks.ts'

test('each language sets its own marks; what is not known is set as English', () => {
  expect(quotationMarks('de-AT')).toEqual(['„', '“'])
  expect(quotationMarks('ja')).toEqual(['「', '」'])
  expect(quotationMarks('zh-Hant')).toEqual(['「', '」'])
  expect(quotationMarks('xx')).toEqual(['“', '”'])
})

test('words with marks of their own at an edge get the other pair around them', () => {
  expect(quotationMarks('en', '“Go on,” he said, and we went.')).toEqual(['‘', '’'])
  expect(quotationMarks('fr', '« Le train est parti. » Voilà ce qu’on m’a dit.')).toEqual(['“', '”'])
  expect(quotationMarks('de', 'Er sagte: „Gleich.“')).toEqual(['‚', '‘'])
  expect(quotationMarks('ja', '「どうぞ」と言われた。')).toEqual(['『', '』'])
  expect(quotationMarks('en', 'Mine was for “that train only”.')).toEqual(['“', '”'])
})

test('marks around the whole text are taken off, marks inside it stay', () => {
  expect(withoutOuterMarks('"It just worked."')).toBe('It just worked.')
  expect(withoutOuterMarks('「それでいいんです。」')).toBe('それでいいんです。')
  expect(withoutOuterMarks('Mine was for “that train only”.')).toBe('Mine was for “that train only”.')
  expect(withoutOuterMarks('“Go on,” he said, “go on.”')).toBe('“Go on,” he said, “go on.”')
})

test('no word is ever lost with the marks', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bare = (from: string): string => from.replace(/["“”„«»「」『』‘’'\s]/gu, '')
      expect(bare(withoutOuterMarks(text))).toBe(bare(text))
    }),
  )
})
