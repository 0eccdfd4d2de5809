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
  expect(commaAfter('二号站台', 'zh')).toBe('，')
  expect(commaAfter('이 번 승강장')).toBe(', ')
})

test('kana and hangul tell their language in any room; Han alone is of the words around it, else simplified Chinese', () => {
  expect(textLanguage('手伝ってほしい', undefined, 'zh-TW')).toBe('ja')
  expect(textLanguage('도와주세요', undefined, 'ja')).toBe('ko')
  expect(textLanguage('佐藤', undefined, 'ja')).toBe('ja')
  expect(textLanguage('佐藤', undefined, 'en')).toBe('zh')
  expect(textLanguage('佐藤', 'zh-HK', 'ja')).toBe('zh-HK')
  expect(textLanguage('鮮の每日坊賣豆漿和燒餅油條', undefined, 'en')).toBe('zh')
  expect(textLanguage('그는 大使館에 갔다', undefined, 'en')).toBe('ko')
})

test('a language that is not written in the script of the text is passed over', () => {
  expect(textLanguage('手伝ってほしい', 'en', 'en')).toBe('ja')
  expect(textLanguage('لم يخبرنا أحد', 'en', 'en')).toBe('ar')
  expect(textLanguage('کسی به ما نگفت', 'fa', 'en')).toBe('fa')
  expect(textLanguage('कोणीही सांगितले नाही', 'mr-IN', 'en')).toBe('mr-IN')
  expect(textLanguage('Nobody told us.', 'ja', 'de')).toBe('de')
  expect(textLanguage('Nobody told us.', undefined, 'ar')).toBe('en')
  expect(textLanguage('12 %', undefined, 'ar')).toBe('ar')
  expect(textLanguage('Никто нам не сказал.', 'ru', 'ja')).toBe('ru')
})
