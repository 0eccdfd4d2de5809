import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeText, encodingOf } from './text.ts'

/** Exports as old programs write them: a header in ASCII, and a sentence or two. A table of one row has to do. */
const SPOKEN: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  [
    'western languages',
    ['windows-1252', 'macintosh'],
    [
      'Grüße, sagte Zoë',
      'Fahrstuhl war außer Betrieb, und niemand wußte wohin. Schön ist das nicht.',
      'J’ai attendu près d’une heure à l’arrêt — personne n’était là.',
      'El autobús llegó tarde otra vez, ¿por qué?',
      'café',
    ],
  ],
  ['one accent', ['windows-1252'], ['Für drei Wochen gewartet!']],
  [
    'western languages of the DOS age',
    ['cp850'],
    [
      'Grüße, sagte Zoë',
      'Fahrstuhl war außer Betrieb, und niemand wußte wohin. Schön ist das nicht.',
      'Personne était là, même à midi. Très déçu.',
      'El autobús llegó tarde otra vez, ¿por qué?',
    ],
  ],
  [
    'Polish',
    ['windows-1250', 'iso-8859-2'],
    ['Autobus się spóźnił', 'Winda była zepsuta i nikt nie wiedział, kiedy.'],
  ],
  [
    'Czech',
    ['windows-1250', 'iso-8859-2'],
    ['Příliš dlouhá fronta, žádné vysvětlení, ale řidič byl velmi milý.'],
  ],
  ['Hungarian', ['windows-1250'], ['A lift nem működött, és senki nem tudta, miért. Őszintén csalódtam.']],
  ['Turkish', ['windows-1254', 'iso-8859-9'], ['Otobüs yine geç kaldı. Şoför çok iyiydi, teşekkürler.']],
  ['Lithuanian', ['windows-1257'], ['Autobusas vėl vėlavo ir niekas nežinojo kodėl. Šiandien buvo gražu.']],
  [
    'Russian',
    ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866'],
    ['Автобус опоздал', 'Лифт не работал, и никто не знал почему.'],
  ],
  ['Greek', ['windows-1253', 'iso-8859-7'], ['Το λεωφορείο άργησε πάλι και κανείς δεν ήξερε γιατί.']],
  ['Hebrew', ['windows-1255'], ['האוטובוס איחר שוב ואף אחד לא ידע למה']],
  ['Arabic', ['windows-1256'], ['تأخرت الحافلة مرة أخرى ولم يعرف أحد السبب']],
  ['Japanese', ['shift_jis', 'euc-jp'], ['バスが遅れました', '運転手さんはとても親切でした。']],
  ['Korean', ['euc-kr'], ['버스가 늦었어요', '엘리베이터가 고장 났는데 아무도 이유를 몰랐습니다.']],
  ['Chinese', ['gb18030'], ['公交车又晚点了', '电梯坏了，没有人知道原因。司机非常友好，谢谢你们。']],
  ['traditional Chinese', ['big5'], ['公車又誤點了', '電梯壞了，沒有人知道原因。司機非常友善，謝謝你們。']],
]

const cases = SPOKEN.flatMap(([language, encodings, texts]) =>
  encodings.flatMap((encoding) => texts.map((text) => [language, encoding, text] as const)),
)

test.each(cases)('%s in %s: %s', (_language, encoding, text) => {
  for (const rows of [1, 20]) {
    const csv = `id,quote\r\n${Array.from({ length: rows }, (_, index) => `${index},${text}\r\n`).join('')}`
    const bytes = iconv.encode(csv, encoding)
    const found = encodingOf(bytes)
    expect('name' in found && decodeText(bytes, found.name)).toBe(csv)
  }
})

test('Japanese as old mail has it', () => {
  const bytes = Buffer.from('id,quote\r\n1,\x1B$B%P%9$,CY$l$^$7$?\x1B(B\r\n', 'latin1')
  const found = encodingOf(bytes)
  expect('name' in found && decodeText(bytes, found.name)).toBe('id,quote\r\n1,バスが遅れました\r\n')
})

test('a few zero bytes are borne with; a picture is no text', () => {
  expect(encodingOf(Buffer.from('id,quote\n1,It is late\0\0 again\n'))).toEqual({ name: 'utf-8' })
  expect(
    encodingOf(Buffer.from('\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\x01\x02\x03\xFF\x08\x06', 'latin1')),
  ).toEqual({
    damaged: 'binary',
  })
})

test('any bytes have an encoding that decodes them, or are said to be none', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const found = encodingOf(bytes)
      if ('name' in found) decodeText(bytes, found.name)
    }),
    { numRuns: 400 },
  )
})

test('Unicode is never taken for anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
      const bytes = Buffer.from(`quote\n${text.replaceAll(/\p{Cc}/gu, '')}\n`)
      expect(encodingOf(bytes)).toEqual({ name: 'utf-8' })
    }),
  )
})
