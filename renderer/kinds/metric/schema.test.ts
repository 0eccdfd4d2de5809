import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../electron/library/readers/table.ts'
import { asFields, readYaml } from '../../../electron/library/readers/yaml.ts'
import type { Draft, TableRow } from '../../core/draft.ts'
import { metric } from './schema.ts'
import { isSeriesTable } from './series.ts'

const here = import.meta.dirname
const wall = { widthU: 63, heightU: 36 }
const EMPTY: Draft = {
  path: 'metrics/m.yaml',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}
const WHOLE = { phrase: 'came back.', value: 61, unit: '%', target: 90, period: '2026-02', direction: 'up' }

function fromYaml(text: string): Draft {
  const read = readYaml(EMPTY.path, text)
  return { ...EMPTY, fields: (read.ok && asFields(read.value.value)) || {} }
}

async function rowsOf(text: string): Promise<{ headers: readonly string[]; table: TableRow[] }> {
  const table: TableRow[] = []
  let headers: readonly string[] = []
  await readTable('metrics/m.csv', Buffer.from(text), {
    onHeaders: (found) => {
      headers = found
      return { names: found }
    },
    onRow: (row) => table.push(row),
  })
  return { headers, table }
}

const of = (fields: Record<string, unknown>) => metric.read({ ...EMPTY, fields: { ...WHOLE, ...fields } })
const bodyOf = (draft: Draft) => metric.schema.parse(metric.read(draft).fields)
const issuesOf = (fields: Record<string, unknown>) =>
  metric.schema.safeParse(metric.read({ ...EMPTY, fields }).fields).error?.issues ?? []

describe('a metric in YAML with its series in a table', () => {
  const sample = () => fromYaml(readFileSync(join(here, 'sample.yaml'), 'utf8'))

  test('takes value and period from the last row', async () => {
    const { headers, table } = await rowsOf(readFileSync(join(here, 'sample.csv'), 'utf8'))
    expect(isSeriesTable(headers)).toBe(true)
    const body = bodyOf({ ...sample(), path: 'metrics/m.csv', headers, table })
    expect(body).toMatchObject({ value: 58, period: '2026-02', unit: '%', direction: 'up', target: 80 })
    expect(body.series).toHaveLength(4)
    expect(body.money).toMatchObject({
      estimated: true,
      assumption: expect.stringContaining('1.4 second calls'),
    })
    expect(body.verdict).toBe('customer-centric')
  })

  test('a table with a name or a target in each row is a metric a row', () => {
    expect(isSeriesTable(['Metric', 'Period', 'Value', 'Target'])).toBe(false)
    expect(isSeriesTable(['date', 'nps'])).toBe(true)
    expect(isSeriesTable(['customerID', 'Churn'])).toBe(false)
  })

  test('rows that cannot be read are left out, which is told', async () => {
    const { table } = await rowsOf('month,value\n2026-01,40\n2026-02,n/a\n2026-03,"1,204"\n')
    const reading = metric.read({ ...sample(), table })
    expect(reading.fields['series']).toEqual([{ period: '2026-01', value: 40 }])
    expect(reading.notes).toMatchObject([{ severity: 'warning', message: expect.stringContaining('2 of 3') }])
  })
})

describe('a series inside the file', () => {
  test.each([
    [
      [
        { period: '2025-12', value: 54 },
        { period: '2026-01', value: '55 %' },
      ],
    ],
    [{ '2025-12': 54, '2026-01': 55 }],
    [[{ '2026-01': 55 }, { '2025-12': 54 }]],
    [
      [
        ['2025-12', 54],
        ['2026-01', 55],
      ],
    ],
    ['2025-12: 54; 2026-01: 55'],
    [
      [
        { Month: 'December 2025', Score: 54 },
        { Month: 'January 2026', Score: 55 },
      ],
    ],
  ])('%j', (series) => {
    expect(of({ series, value: undefined, period: undefined }).fields).toMatchObject({
      series: [
        { period: '2025-12', value: 54 },
        { period: '2026-01', value: 55 },
      ],
      value: 55,
      period: '2026-01',
    })
  })

  test('ends with the present value; periods that are no dates keep their order', () => {
    expect(of({ series: { '2025-12': 54 } }).fields['series']).toEqual([
      { period: '2025-12', value: 54 },
      { period: '2026-02', value: 61 },
    ])
    const words = of({ series: { 'Q4 2025': 3, 'Q1 2026': 4 }, period: 'Q1 2026', value: 4 })
    expect(words.fields['series']).toEqual([
      { period: 'Q4 2025', value: 3 },
      { period: 'Q1 2026', value: 4 },
    ])
  })
})

describe('what people write', () => {
  test.each([
    ['direction', 'higher is better', 'up'],
    ['direction', 'Fewer', 'down'],
    ['Lower is better', 'yes', 'down'],
    ['Higher is better', false, 'down'],
    ['better', '↑', 'up'],
  ])('%s: %s is %s', (name, written, direction) => {
    const { direction: _, ...others } = WHOLE
    expect(bodyOf({ ...EMPTY, fields: { ...others, [name]: written } }).direction).toBe(direction)
  })

  test.each(['%', 'percent', 'of 100', 'people of 100', 'out of a hundred'])('%s is a share', (unit) => {
    expect(of({ unit }).fields['unit']).toBe('%')
  })

  test.each([
    ['Toxic', 'customer-toxic'],
    ['customer centric', 'customer-centric'],
    ['no', 'not reviewed'],
    [undefined, 'not reviewed'],
  ])('the verdict %s is %s', (verdict, meant) => {
    expect(bodyOf({ ...EMPTY, fields: { ...WHOLE, verdict } }).verdict).toBe(meant)
  })

  test('without what is required it is a problem that says so', () => {
    expect(issuesOf({ title: 'Ramps' }).map(({ path }) => path.join('.'))).toEqual([
      'value',
      'unit',
      'target',
      'period',
      'direction',
    ])
    expect(issuesOf({ ...WHOLE, value: '2,304' })[0]?.message).toContain('write 2304 or 2.304')
    expect(issuesOf({ ...WHOLE, direction: 'sideways' })[0]?.message).toContain('up (more is better)')
  })

  test('money is a sentence or a sum, and says what was assumed', () => {
    expect(of({ money: 'Each saves €900.' }).notes).toMatchObject([{ field: 'money', severity: 'warning' }])
    const reading = of({ money: { amount: 38000, currency: 'EUR', a: 'year', because: 'taxis' } })
    expect(reading.notes).toEqual([])
    expect(metric.schema.parse(reading.fields).money).toEqual({
      per_point: 38000,
      currency: 'EUR',
      per: 'year',
      assumption: 'taxis',
      estimated: true,
    })
    expect(metric.schema.parse(of({ money: 900, money_estimated: 'no' }).fields).money?.estimated).toBe(false)
  })

  test('a row about a person is no metric, and nothing to complain of', () => {
    const row = { ...EMPTY, path: 'metrics/churn.csv', headers: ['customerID', 'Churn'] }
    expect(metric.read({ ...row, fields: { customerID: '7590', Churn: 'No' } }).blank).toBe(true)
  })

  test('a sentence of money that is long has a slide of its own, and so has any on a small wall', () => {
    const short = bodyOf({ ...EMPTY, fields: { ...WHOLE, money: 'Each saves €900.' } })
    expect(metric.parts(short, wall).map(({ view }) => view)).toEqual(['whole'])
    expect(metric.parts(short, { widthU: 38, heightU: 21 }).map(({ view }) => view)).toEqual([
      'figure',
      'money',
    ])
    const long = bodyOf({ ...EMPTY, fields: { ...WHOLE, money: 'word '.repeat(31) } })
    expect(metric.parts(long, wall).map(({ view }) => view)).toEqual(['figure', 'money'])
    expect(metric.measure(long, {}).words).toBeGreaterThan(30)
    expect(metric.texts({ ...long, owner: 'Head of Ramps' })).toContain('Head of Ramps')
  })

  test('marked words are blanked', () => {
    expect(of({ phrase: 'rang [[020 7946 0958]] twice' }).fields['phrase']).toBe('rang —— twice')
  })

  test('reading never throws, whatever is in the file', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), (fields, series) => {
        metric.schema.safeParse(
          metric.read({ ...EMPTY, fields: { ...fields, series, money: series } }).fields,
        )
      }),
    )
  })
})
