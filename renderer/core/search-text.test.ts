import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldText, holdsTerm, isLongTerm, searchTerms, shortTerms } from './search-text.ts'

test.each([
  ['Café, déjà-vu!', 'cafe deja vu'],
  ['STRASSE Straße', 'strasse strasse'],
  ['Ærø Łódź İzmir', 'aero lodz izmir'],
  ['ﬁne ①２', 'fine 12'],
  ['Ἀθῆναι Ёлка', 'αθηναι елка'],
  ['שָׁלוֹם', 'שלום'],
  ['القِطَارُ أحمد', 'القطار احمد'],
  ['待つ　Ｔｒａｉｎ', '待つ train'],
  ['“don’t”', 'don t'],
])('%s is looked for as %s', (text, folded) => {
  expect(foldText(text)).toBe(folded)
})

test('a term is found where people of its script expect it', () => {
  const found = (text: string, query: string): boolean =>
    searchTerms(query).every((term) => holdsTerm(foldText(text), term))
  expect(found('Am Hauptbahnhof', 'bahnhof')).toBe(true)
  expect(found('The lift is broken', 'li')).toBe(true)
  expect(found('The lift is broken', 'ft')).toBe(false)
  expect(found('電車が遅れた', '遅')).toBe(true)
  expect(found('電車が遅れた', '車が')).toBe(true)
  expect(found('รถไฟมาช้า', 'มา')).toBe(true)
  expect(found('وصل القطار متأخرا', 'قطار')).toBe(true)
  expect(found('기차가 늦었어요', '기ㅊ')).toBe(true)
  expect(found('기차가 늦었어요', '기차')).toBe(true)
  expect(found('one two three', '"two three"')).toBe(true)
  expect(found('one two and three', '"two three"')).toBe(false)
  expect(found('one two and three', 'three two')).toBe(true)
})

const texts = fc.string({ unit: 'grapheme', maxLength: 40 })

test('folding twice is folding once, and never throws', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const once = foldText(text)
      expect(foldText(once)).toBe(once)
    }),
  )
})

test('short terms are exactly those that are found', () => {
  const alphabet = fc.constantFrom(
    'a',
    'b',
    ' ',
    '電',
    '車',
    'ก',
    'า',
    'é',
    'ß',
    '😀',
    '𠀀',
    'ا',
    'ה',
    '-',
    'ガ',
  )
  const text = fc.array(alphabet, { maxLength: 14 }).map((signs) => foldText(signs.join('')))
  const short = fc.array(alphabet, { minLength: 1, maxLength: 2 }).map((signs) => foldText(signs.join('')))
  fc.assert(
    fc.property(text, short, (folded, term) => {
      if (term === '' || isLongTerm(term)) return
      expect(shortTerms(folded).has(term)).toBe(holdsTerm(folded, term))
    }),
    { numRuns: 2_000 },
  )
})
