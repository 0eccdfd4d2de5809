import { expect, test } from 'vitest'
import { commaAfter, scriptOf, textLanguage } from './script.ts'

test('the script is the one that most letters are in', () => {
  expect(scriptOf('Nobody told us.')).toBe('latin')
  expect(scriptOf('手伝ってほしい')).toBe('cjk')
  expect(scriptOf('أحتاج إلى مصعد في Orrin')).toBe('arabic')
  expect(scriptOf('I asked for the 弁当 and got a smile')).toBe('latin')
  expect(scriptOf('4.52')).toBe('latin')
})

test('a text without a language takes the one of its script, and of the room where that may be', () => {
  expect(textLanguage('手伝ってほしい', undefined, 'en')).toBe('ja')
  expect(textLanguage('도와주세요', undefined, 'en')).toBe('ko')
  expect(textLanguage('没有人告诉我们', undefined, 'en')).toBe('zh')
  expect(textLanguage('没有人告诉我们', undefined, 'zh-Hant')).toBe('zh-Hant')
  expect(textLanguage('Nobody told us.', undefined, 'de')).toBe('de')
  expect(textLanguage('Nobody told us.', 'en', 'de')).toBe('en')
  expect(commaAfter('元助産師')).toBe('、')
})
