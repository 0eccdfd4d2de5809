import fc from 'fast-check'
import { expect, test } from 'vitest'
import { phrases } from './phrases.ts'

const shown = (text: string): string => phrases(text, 'ja').replaceAll('\u200b', '|')

test('a line of Japanese ends between phrases, not inside a word', () => {
  expect(shown('誰も教えてくれませんでした。')).toBe('誰も|教えて|くれませんでした。')
  expect(shown('電車が出るまで、寒い中で立っていました。')).toBe(
    '電車が|出るまで、寒い|中で|立って|いました。',
  )
  expect(shown('ご希望の条件で市内のお宿をお探しします。')).toBe(
    'ご希望の|条件で|市内の|お宿を|お探しします。',
  )
  expect(shown('次はとてもいい。')).toBe('次は|とてもいい。')
  expect(shown('駅のエレベーターは動かない')).toBe('駅の|エレベーターは|動かない')
})

test('a line of Chinese ends between words, and the marks are left to the browser', () => {
  expect(phrases('没有人告诉我们。', 'zh-CN').replaceAll('\u200b', '|')).toMatch(/^没有\|?人\|告诉\|我们。$/)
})

test('nothing is changed but that, and nothing at all in another language', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'誰も教えてくれ駅エレー、。「」ab 1は') })
  fc.assert(
    fc.property(letters, (text) => {
      expect(phrases(text, 'ja').replaceAll('\u200b', '')).toBe(text)
      expect(phrases(text, 'zh').replaceAll('\u200b', '')).toBe(text)
      expect(phrases(text, 'ko')).toBe(text)
    }),
  )
})
