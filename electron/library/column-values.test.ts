import { expect, test } from 'vitest'
import { columnValues } from './column-values.ts'

const many = (cells: readonly string[], times = 20): string[] =>
  Array.from({ length: times }, () => cells).flat()
const numbered = (text: string, times = 20): string[] =>
  Array.from({ length: times }, (_, index) => text.replace('#', `${index}`))

test.each([
  ['nothing', ['', '  ']],
  ['dates', ['2026-03-04 10:00', '4 March 2026', '03/04/2026', '13.04.2026']],
  ['dates', ['2015-12-21 22:21:47']],
  ['numbers', ['1', '2,5', '10 %', '2016']],
  ['e-mail addresses', ['a@example.org', 'b.c@example.org']],
  ['links or code', ['https://example.org/a b c', '{"type": "Point and more of it"}']],
  ['ids', ['R_1a', 'R_2b', 'R_3c']],
  ['choices', many(['Once a year or less', 'About half of the time'])],
  [
    'choices',
    many(['Phone support, A visit to the shop', 'A visit to the shop, Chat with us', 'Chat with us']),
  ],
  ['short texts', ['Great', 'too slow', 'ok']],
  [
    'names',
    ['Ruth Anne Smith', 'Tom van Dyke-Jones', 'Zoë Maria Lang'].map((name) => name.replace('van', 'Van')),
  ],
  ['prose', ['The lift was out again.', 'Nobody told us anything']],
  ['prose', ['THE LIFT WAS OUT AGAIN', 'WHY IS THERE NO SEAT']],
  ['prose', ['エレベーターがまた止まっていました。']],
  ['prose', numbered('Answer number # of a hundred')],
])('%s: %j', (sort, cells) => {
  expect(columnValues(cells).sort).toBe(sort)
})
