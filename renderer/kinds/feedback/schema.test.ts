import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../electron/library/readers/table.ts'
import { asFields, readYaml } from '../../../electron/library/readers/yaml.ts'
import type { Draft, TableRow } from '../../core/draft.ts'
import { envelopeSchema } from '../../core/item.ts'
import { isAnswerTable } from './distribution.ts'
import { strokeGroups } from './groups.ts'
import { feedback } from './schema.ts'
import { feedbackLayouts } from './slide-layouts.ts'

const here = import.meta.dirname
const EMPTY: Draft = {
  path: 'feedback/f.yaml',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}
const WHOLE = { question: 'Did it help?', scale: 'Yes / No', n: 412, period: '2026-02', result: '61 %' }

async function fromTable(text: string): Promise<{ headers: readonly string[]; table: TableRow[] }> {
  const table: TableRow[] = []
  let headers: readonly string[] = []
  await readTable('feedback/f.csv', Buffer.from(text), {
    onHeaders: (found) => {
      headers = found
      return { names: found }
    },
    onRow: (row) => table.push(row),
  })
  return { headers, table }
}

const of = (fields: Record<string, unknown>) => feedback.read({ ...EMPTY, fields: { ...WHOLE, ...fields } })
const body = (fields: Record<string, unknown>) => feedback.schema.parse(of(fields).fields)
const shares = (distribution: unknown) =>
  body({ distribution }).distribution.map(({ answer, share }) => [answer, Math.round(share)])

test('a YAML file is a survey result', () => {
  const read = readYaml(EMPTY.path, readFileSync(join(here, 'sample.yaml'), 'utf8'))
  const draft = { ...EMPTY, fields: (read.ok && asFields(read.value.value)) || {} }
  const { fields, notes } = feedback.read(draft)
  const made = feedback.schema.parse(fields)
  expect(made).toMatchObject({ result: 'No', response_rate: 38, period: '2026-02' })
  expect(made.distribution.map(({ share }) => Math.round(share))).toEqual([32, 61, 7])
  expect(envelopeSchema.parse(fields).n).toBe(412)
  expect(notes).toEqual([])
})

describe('a table', () => {
  test('is a question a row, with a column an answer', async () => {
    const { headers, table } = await fromTable(readFileSync(join(here, 'sample.csv'), 'utf8'))
    expect(isAnswerTable(headers)).toBe(false)
    const [first, second] = table.map(({ line, cells }) =>
      feedback.schema.parse(
        feedback.read({ ...EMPTY, path: 'feedback/f.csv', line, headers, fields: cells }).fields,
      ),
    )
    expect(first).toMatchObject({ figure: 2.6, share: false, scale: { low: 1, high: 5 } })
    expect(first?.distribution.map(({ answer }) => answer)).toEqual(['1', '2', '3', '4', '5'])
    expect(second).toMatchObject({ figure: 64, share: true, distribution: [] })
  })

  test('or an answer a row, with the question beside it', async () => {
    const { headers, table } = await fromTable('Answer,Count\nYes,131\nNo,251\n')
    expect(isAnswerTable(headers)).toBe(true)
    const { result: _, ...fields } = WHOLE
    const made = feedback.schema.parse(feedback.read({ ...EMPTY, fields, headers, table }).fields)
    expect(made).toMatchObject({ result: 'No' })
    expect(made.distribution).toHaveLength(2)
  })

  test('a respondent a row holds no result, and nothing to complain of', () => {
    const row = { ...EMPTY, path: 'feedback/raw.csv', headers: ['When', 'Why'] }
    expect(feedback.read({ ...row, fields: { When: '2026', Why: 'Late' } }).blank).toBe(true)
  })
})

describe('answers', () => {
  test.each([
    [{ Yes: 251, No: 161 }],
    ['Yes: 61 %; No: 39 %'],
    [
      [
        { answer: 'Yes', share: 61 },
        { answer: 'No', share: 39 },
      ],
    ],
    [[{ Yes: 61 }, { No: 39 }]],
    [
      [
        ['Yes', 0.61],
        ['No', 0.39],
      ],
    ],
    [['Yes: 61', 'No: 39']],
  ])('%j are 61 and 39 of 100', (distribution) => {
    expect(shares(distribution)).toEqual([
      ['Yes', 61],
      ['No', 39],
    ])
  })

  test('shares of which some are not told stay as they are', () => {
    expect(shares({ Yes: '50 %', No: '30 %' })).toEqual([
      ['Yes', 50],
      ['No', 30],
    ])
  })

  test('of people who could give several are left out, which is told', () => {
    const reading = of({ distribution: { Bus: '70 %', Train: '60 %' } })
    expect(reading.fields['distribution']).toEqual([])
    expect(reading.notes).toMatchObject([{ message: expect.stringContaining('130 %') }])
  })
})

describe('results and scales', () => {
  test.each([
    ['61 %', { figure: 61, share: true }],
    ['3.4', { figure: 3.4, share: false }],
    [-12, { figure: -12, share: false }],
    ['Most rang twice.', { result: 'Most rang twice.' }],
  ])('%s', (result, made) => expect(body({ result })).toMatchObject(made))

  test.each([
    ['1-5', { low: 1, high: 5 }],
    [[0, 10], { low: 0, high: 10 }],
    [
      { min: 1, max: 7 },
      { low: 1, high: 7 },
    ],
    [['Yes', 'No'], { words: 'Yes / No' }],
  ])('the scale %j', (scale, made) => expect(body({ scale }).scale).toMatchObject(made))

  test('without what is required it is a problem', () => {
    const issues = feedback.schema.safeParse(feedback.read(EMPTY).fields).error?.issues ?? []
    expect(issues.map(({ path }) => path.join('.'))).toEqual(['question', 'scale', 'period', 'result'])
    expect(feedback.requires).toEqual(['n'])
  })
})

describe('strokes', () => {
  test('the answer that is the result is chosen', () => {
    const groups = strokeGroups(
      body({ result: 'no', distribution: { Yes: 131, No: 251, 'Do not know': 30 } }),
      412,
    )
    expect(groups.map(({ strokes, chosen }) => [strokes, chosen])).toEqual([
      [32, false],
      [61, true],
      [7, false],
    ])
  })

  test('are one a person where fewer than a hundred answered', () => {
    const groups = strokeGroups(body({ n: 9, distribution: { Yes: 2, No: 7 } }), 9)
    expect(groups.map(({ strokes }) => strokes)).toEqual([2, 7])
  })

  test('add up, each within one of its share', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 500 }), (amounts, n) => {
        const total = amounts.reduce((sum, amount) => sum + amount, 0)
        fc.pre(total > 0)
        const distribution = amounts.map((amount, index) => ({
          answer: `a${index}`,
          share: (amount / total) * 100,
        }))
        const people = Math.min(100, n)
        const groups = strokeGroups({ ...body({}), distribution }, n)
        expect(groups.reduce((sum, { strokes }) => sum + strokes, 0)).toBe(people)
        for (const { strokes, share } of groups)
          expect(Math.abs(strokes - (share * people) / 100)).toBeLessThan(1)
      }),
    )
  })
})

test('layouts never go under reading size, and shrink inside a group', () => {
  fc.assert(
    fc.property(
      fc.lorem({ maxCount: 50 }),
      fc.constantFrom('landscape', 'portrait'),
      fc.nat(12),
      (question, shape, answers) => {
        for (const group of feedbackLayouts(question, 'en', shape, answers)) {
          expect(group.every(({ c, questionC }) => c >= 1.92 && questionC >= 1)).toBe(true)
          expect(group.map(({ c }) => c)).toEqual(group.map(({ c }) => c).sort((a, b) => b - a))
        }
      },
    ),
  )
})

test('reading never throws, whatever is in the file', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.anything()),
      fc.anything(),
      fc.anything(),
      (fields, distribution, scale) => {
        feedback.schema.safeParse(
          feedback.read({ ...EMPTY, fields: { ...fields, distribution, scale } }).fields,
        )
      },
    ),
  )
})
