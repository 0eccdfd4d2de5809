import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countReading, direction, measureTexts, sentences, wordCount } from './text.ts'

describe('what there is to read', () => {
  test.each([
    ['Nobody told us. We just stood.', 6, 0],
    ['I don’t need help — the 9.14 wasn’t there.', 8, 0],
    ['駅のエレベーターは止まっていました。', 0, 16],
    ['お客様は5人でした', 1, 8],
    ['المصعد معطل مرة أخرى', 4, 0],
    ['लिफ़्ट फिर से बंद है', 5, 0],
    ['엘리베이터가 또 고장 났어요', 4, 0],
    ['המעלית שוב לא עובדת', 4, 0],
    ['well-made things, 3,000 of them', 5, 0],
    ['', 0, 0],
    ['… — !', 0, 0],
  ])('%s', (text, words, characters) => {
    const count = countReading(text)
    expect([count.words, characters === 0 ? 0 : count.characters]).toEqual([
      words,
      characters === 0 ? 0 : expect.any(Number),
    ])
    if (characters > 0) expect(Math.abs(count.characters - characters)).toBeLessThanOrEqual(1)
  })

  test('Thai is counted in words, though it writes no space between them; dictionaries differ by a word or so', () => {
    const { words, characters } = countReading('ฉันถามเจ้าหน้าที่ที่สถานี Orrin')
    expect(characters).toBe(0)
    expect(words).toBeGreaterThanOrEqual(5)
    expect(words).toBeLessThanOrEqual(8)
  })

  test('two characters of Chinese or Japanese are about a word', () => {
    expect(wordCount('駅の階段')).toBe(2)
    expect(wordCount('Lift 駅の階段')).toBe(3)
  })

  test('is added up over texts', () => {
    expect(measureTexts(['one two', '三四'], { figures: 1, mediaMs: 5 })).toEqual({
      words: 2,
      characters: 2,
      figures: 1,
      mediaMs: 5,
    })
    expect(measureTexts([])).toEqual({ words: 0, characters: 0, figures: 0, mediaMs: 0 })
  })
})

describe('sentences', () => {
  test('keep their marks', () => {
    expect(sentences('Twice I watched it leave. Now? I ask my son!')).toEqual([
      'Twice I watched it leave.',
      'Now?',
      'I ask my son!',
    ])
    expect(sentences('« Sans nous. » Voilà ce qu’on m’a dit.', 'fr')).toEqual([
      '« Sans nous. »',
      'Voilà ce qu’on m’a dit.',
    ])
    expect(sentences('止まった。誰もいない。', 'ja')).toEqual(['止まった。', '誰もいない。'])
    expect(sentences('رأيته يغادر. ثم عدت؟', 'ar')).toEqual(['رأيته يغادر.', 'ثم عدت؟'])
  })

  test('in Thai end with a space, but not beside a figure or after a repetition, and no clause stands alone', () => {
    const last = 'ฉันยืนรออยู่หนึ่งชั่วโมงเต็ม'
    expect(sentences(`รถไฟมาตรงเวลา แต่ลิฟต์เสีย ไม่มีใครถามเลยว่าฉันจะขึ้นไปได้อย่างไร ${last}`, 'th')).toEqual([
      'รถไฟมาตรงเวลา แต่ลิฟต์เสีย',
      'ไม่มีใครถามเลยว่าฉันจะขึ้นไปได้อย่างไร',
      last,
    ])
    const whole = 'ฉันขึ้นรถไฟขบวน 24 ทุกเช้าวันจันทร์ บ่อยๆ จนเจ้าหน้าที่จำได้'
    expect(sentences(whole, 'th')).toEqual(['ฉันขึ้นรถไฟขบวน 24 ทุกเช้าวันจันทร์', 'บ่อยๆ จนเจ้าหน้าที่จำได้'])
  })

  test('lose nothing and are never empty, whatever the language is called', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('en', 'ja', 'th', 'no language at all', ''),
        (text, lang) => {
          const found = sentences(text, lang)
          expect(found.join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''))
          for (const sentence of found) expect(sentence.trim()).not.toBe('')
        },
      ),
    )
  })
})

test('the first letter tells the direction', () => {
  expect(['Hello', '… 12 مرحبا hello', 'שלום', '12!', '', '駅'].map(direction)).toEqual([
    'ltr',
    'rtl',
    'rtl',
    'ltr',
    'ltr',
    'ltr',
  ])
})
