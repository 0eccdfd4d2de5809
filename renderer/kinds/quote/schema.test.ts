import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import { type Row, readTable } from '../../../electron/library/readers/table.ts'
import { asFields, readYaml } from '../../../electron/library/readers/yaml.ts'
import { tableColumns } from '../../../electron/library/table-columns.ts'
import { mappingOf } from '../../../electron/library/table-mapping.ts'
import type { Draft } from '../../core/draft.ts'
import { envelopeSchema } from '../../core/item.ts'
import { wordCount } from '../../core/text.ts'
import { quote } from './schema.ts'

const here = import.meta.dirname
const wall = { widthU: 63, heightU: 36 }
const EMPTY: Draft = {
  path: 'quotes/q.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}

function fromMarkdown(text: string): Draft {
  const read = readMarkdown('quotes/q.md', text)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections } = read.value
  return { ...EMPTY, fields, lines, sections }
}

/** Rows of a table as drafts, with what a file beside it says of all of them. */
async function fromTable(table: string | Buffer, sidecar = ''): Promise<Draft[]> {
  const data = readYaml('quotes/q.yaml', sidecar)
  const { columns, ...defaults } = (data.ok && asFields(data.value.value)) || {}
  const rows: Row[] = []
  let headers: readonly string[] = []
  await readTable('quotes/q.csv', Buffer.from(table), {
    onHeaders: (found, start) => {
      const asked = {
        kind: 'quote',
        headers: found,
        start,
        given: Object.keys(defaults),
        before: undefined,
      } as const
      const decided = tableColumns({ ...asked, mapping: mappingOf(columns) })
      headers = decided?.names.filter((name) => name !== undefined) ?? []
      return decided
    },
    onRow: (row) => rows.push(row),
  })
  return rows.map(({ line, cells }) => ({
    ...EMPTY,
    path: 'quotes/q.csv',
    line,
    headers,
    fields: { ...defaults, ...cells },
  }))
}

const bodyOf = (draft: Draft) => quote.schema.parse(quote.read(draft).fields)
const readings = async (table: string, sidecar?: string) => (await fromTable(table, sidecar)).map(quote.read)

describe('a verbatim in Markdown', () => {
  test('is the blockquote, with the bold stretch marked', () => {
    const reading = quote.read(fromMarkdown(readFileSync(join(here, 'sample.md'), 'utf8')))
    expect(quote.schema.parse(reading.fields)).toMatchObject({
      text: 'I do not want a voucher. I want the hinge that was in the picture. Then I am gone.',
      highlight: 'I want the hinge that was in the picture.',
      who: 'A bookbinder, 67',
    })
    expect(reading.notes).toEqual([])
  })

  test('is the whole prose where there is no blockquote, without marks around it', () => {
    expect(bodyOf(fromMarkdown('“It just\nworked.”')).text).toBe('It just worked.')
    expect(bodyOf(fromMarkdown('“One,” she said, “two.”')).text).toBe('“One,” she said, “two.”')
    expect(bodyOf(fromMarkdown('One.\n\nTwo.')).text).toBe('One.\n\nTwo.')
  })

  test('a last line after a dash says who said it', () => {
    expect(bodyOf(fromMarkdown('> It just worked.\n>\n> — Woman, 45'))).toMatchObject({
      text: 'It just worked.',
      who: 'Woman, 45',
    })
    expect(bodyOf(fromMarkdown('> It just worked.\n\n— Woman, 45'))).toMatchObject({
      text: 'It just worked.',
      who: 'Woman, 45',
    })
  })

  test('only the first of several quotes is shown, which is told', () => {
    const reading = quote.read(fromMarkdown('> One.\n\nand\n\n> Two.'))
    expect(reading.fields).toMatchObject({ text: 'One.' })
    expect(reading.notes).toMatchObject([{ severity: 'warning' }])
  })

  test('a highlight that is not in the text is left out, which is told', () => {
    const reading = quote.read(fromMarkdown('---\nhighlight: Three.\n---\nOne. Two.'))
    expect('highlight' in reading.fields).toBe(false)
    expect(reading.notes).toMatchObject([{ line: 2, field: 'highlight', severity: 'warning' }])
  })

  test('without words it is a problem that says so', () => {
    const issues = quote.schema.safeParse(quote.read(fromMarkdown('')).fields).error?.issues
    expect(issues).toMatchObject([{ path: ['text'], message: expect.stringMatching(/^is missing/) }])
  })
})

describe('a verbatim in a table', () => {
  test('is read through the mapping beside it; a row without an answer is blank', async () => {
    const [first, second, third] = await readings(
      readFileSync(join(here, 'sample.csv'), 'utf8'),
      readFileSync(join(here, 'sample.yaml'), 'utf8'),
    )
    expect(quote.schema.parse(first?.fields)).toMatchObject({
      text: 'The shop closes at five, and so do I.',
      stars: 2,
    })
    expect(envelopeSchema.parse(first?.fields)).toMatchObject({
      captured: '2026-01-12T18:30',
      source: 'Returns survey 2026',
      consent: { public_source: expect.stringContaining('Published') },
    })
    expect(first?.fields['id']).toBe('r1')
    expect(second).toMatchObject({ blank: true, notes: [] })
    expect(third?.fields['text']).toBe('He asked for my number, ——, and never rang.')
    const issue = envelopeSchema.safeParse(third?.fields).error?.issues[0]
    expect(issue?.message).toBe('could be two days: write 2026-04-03 or 2026-03-04')
  })

  test.each(['Quote', 'verbatim', 'COMMENT', 'Review Text', 'feedback', 'Answer', 'free_text'])(
    'the column %s holds what was said',
    async (header) => {
      const [reading] = await readings(`${header},Reply\nNo.,"We are very sorry to hear that from you."\n`)
      expect(reading?.fields['text']).toBe('No.')
    },
  )

  test('an empty answer is not filled from another column', async () => {
    const [reading] = await readings('id,Comment,Reply\n1,,"We are very sorry to hear that from you."\n')
    expect(reading?.blank).toBe(true)
  })

  test('an unknown table quotes its column of prose', async () => {
    const [reading] = await readings(
      'When,Why did you come?,Browser,Link\n2026-01-02,"Because the lift was out again.","Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)",https://example.org/a very long link indeed\n',
    )
    expect(reading?.fields).toMatchObject({
      text: 'Because the lift was out again.',
      captured: '2026-01-02',
    })
    expect(reading?.notes).toEqual([])
  })

  test('Japanese prose has no spaces and is prose all the same', async () => {
    const [reading] = await readings('番号,意見\n1,エレベーターがまた止まっていました。\n')
    expect(reading?.fields['text']).toBe('エレベーターがまた止まっていました。')
  })

  test('a word is no consent', async () => {
    const [reading] = await readings('quote,consent\nIt just worked.,yes\n')
    expect(reading?.fields).not.toHaveProperty('consent')
    expect(reading?.notes).toMatchObject([{ field: 'consent', severity: 'warning' }])
  })

  test.each([
    ['★★★★☆', 4],
    ['4/5', 4],
    ['3.5', 3.5],
    ['5 stars', 5],
    ['9', undefined],
    ['good', undefined],
  ])('%s stars', async (cell, stars) => {
    const [reading] = await readings(`quote,rating\nIt just worked.,${cell}\n`)
    expect(reading?.fields['stars']).toBe(stars)
  })

  test('what was said is kept to the letter', async () => {
    const said = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => /^\p{L}.*\p{L}$/su.test(text) && !text.includes('[['))
    await fc.assert(
      fc.asyncProperty(said, async (text) => {
        const [draft] = [{ ...EMPTY, path: 'q.csv', headers: ['quote'], fields: { quote: text } }]
        expect(quote.read(draft).fields['text']).toBe(text)
      }),
    )
  })
})

describe('a long verbatim', () => {
  const words = (count: number): string =>
    Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
  const say = (text: string, highlight?: string) =>
    bodyOf({ ...EMPTY, fields: { text, ...(highlight ? { highlight } : {}) } })
  const split = (text: string, highlight?: string) => quote.parts(say(text, highlight), wall)
  const bare = (text: string): string => text.replace(/\s+/gu, '')

  test('up to 120 words is one slide', () => {
    expect(split(`${words(120)}.`)).toHaveLength(1)
    expect(split(`${words(60)}. ${words(61)}.`)).toHaveLength(2)
  })

  test('says that it goes on', () => {
    const parts = split(`${words(90)}. ${words(90)}. ${words(90)}.`)
    expect(parts.map(({ continued, continues }) => [continued, continues])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ])
  })

  test('keeps the marked stretch whole, in the part that has it', () => {
    const marked = 'This is it. And this too.'
    const parts = split(`${words(55)}. ${marked} ${words(70)}.`, marked)
    expect(parts.map((part) => part.highlight)).toEqual(expect.arrayContaining([marked, undefined]))
    expect(parts.find((part) => part.highlight === marked)?.text).toContain(marked)
  })

  test('loses nothing, changes no order, and no part holds more than a wall', () => {
    const sentence = fc
      .tuple(fc.integer({ min: 1, max: 160 }), fc.constantFrom('. ', '! ', ', ', '。', '; '))
      .map(([count, mark]) => words(count) + mark)
    const text = fc.oneof(
      fc.array(sentence, { minLength: 1, maxLength: 12 }).map((parts) => parts.join('')),
      fc
        .array(fc.constantFrom('駅で', '待った。', '誰も、', '来ない'), { maxLength: 400 })
        .map((parts) => `あ${parts.join('')}`),
    )
    fc.assert(
      fc.property(text, (said) => {
        const parts = split(said)
        expect(bare(parts.map((part) => part.text).join(''))).toBe(bare(said))
        for (const part of parts) {
          expect(wordCount(part.text)).toBeLessThanOrEqual(120)
          expect(part.text).not.toBe('')
        }
      }),
      { numRuns: 60 },
    )
  })
})

test('reading never throws, whatever is in the row', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), fc.boolean(), (fields, table) => {
      const reading = quote.read({ ...EMPTY, fields, path: table ? 'q.csv' : 'q.md' })
      quote.schema.safeParse(reading.fields)
    }),
  )
})

test('a title made from the text is short and whole', () => {
  expect(quote.title(say120(), {})).toMatch(/^word word .* word…$/)
  expect([...quote.title(say120(), {})].length).toBeLessThanOrEqual(61)
})

function say120() {
  return bodyOf({ ...EMPTY, fields: { text: 'word '.repeat(120) } })
}
