import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTable } from '../../../electron/library/readers/table.ts'
import { asFields, readYaml } from '../../../electron/library/readers/yaml.ts'
import type { Draft } from '../../core/draft.ts'
import { commitment } from './schema.ts'
import { commitmentShape } from './shape.ts'
import { commitmentLayouts } from './slide-layouts.ts'
import { asksWhatHappened, daysBetween, stateText } from './state.ts'

const here = import.meta.dirname
const EMPTY: Draft = {
  path: 'commitments/c.yaml',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}
const WHOLE = { said: 'Answer.', promise: 'We answer.', owner: 'Help line', due: '2026-03-01', state: 'due' }

const bodyOf = (draft: Draft) => commitment.schema.parse(commitment.read(draft).fields)
const body = (fields: Record<string, unknown>) => bodyOf({ ...EMPTY, fields: { ...WHOLE, ...fields } })

test('a YAML file is a commitment', () => {
  const read = readYaml(EMPTY.path, readFileSync(join(here, 'sample.yaml'), 'utf8'))
  const made = bodyOf({ ...EMPTY, fields: (read.ok && asFields(read.value.value)) || {} })
  expect(made).toMatchObject({ state: 'kept', owner: 'Spare Parts', done: '2026-02-17' })
  expect(stateText(made, 'en')).toBe('Kept, 12 days early')
})

test('a row of a table is a commitment', async () => {
  const drafts: Draft[] = []
  let headers: readonly string[] = []
  await readTable('commitments/c.csv', readFileSync(join(here, 'sample.csv')), {
    onHeaders: (found) => {
      headers = found
      return { names: found }
    },
    onRow: ({ line, cells }) =>
      drafts.push({ ...EMPTY, path: 'commitments/c.csv', line, headers, fields: cells }),
  })
  const [first, second, third] = drafts.map(bodyOf)
  expect(first).toMatchObject({ reference: 'quotes/hinge', state: 'due', due: '2026-06-30' })
  expect(first).not.toHaveProperty('said')
  expect(second).toMatchObject({ said: 'Nobody rang me back.', state: 'late', due: '2026-02-01' })
  expect(third).toMatchObject({ state: 'kept', done: '2026-02-03' })
})

describe('a state', () => {
  test.each([
    ['Done', 'kept'],
    ['completed', 'kept'],
    ['in progress', 'due'],
    ['Open', 'due'],
    ['not done', 'due'],
    ['overdue', 'late'],
    ['late', 'late'],
  ])('%s is %s', (written, state) => expect(body({ state: written }).state).toBe(state))

  test('is kept where there is a day on which it was done; without either it is a problem', () => {
    expect(body({ state: undefined, done: '3 February 2026' })).toMatchObject({
      state: 'kept',
      done: '2026-02-03',
    })
    expect(body({ state: undefined, done: 'yes' })).toMatchObject({ state: 'kept' })
    const issues = commitment.schema.safeParse(
      commitment.read({ ...EMPTY, fields: { ...WHOLE, state: '' } }).fields,
    )
    expect(issues.error?.issues).toMatchObject([
      { path: ['state'], message: 'has to be kept, due, late or dropped' },
    ])
  })

  test.each([
    [{ state: 'kept', done: '2026-03-01' }, 'Kept in time'],
    [{ state: 'kept', done: '2026-03-02' }, 'Kept, 1 day late'],
    [{ state: 'kept' }, 'Kept'],
    [{ state: 'kept', done: '2026-03-20', due: '2026-03' }, 'Kept in time'],
    [{ state: 'kept', done: '2026-05', due: '2026-03' }, 'Kept'],
    [{ state: 'due', due: '2026-05' }, 'Due May 2026'],
    [{ state: 'late' }, 'Late. It was due 1 March 2026'],
  ])('%j is told as “%s”', (fields, words) =>
    // Spaces in a date do not break.
    expect(stateText(body(fields), 'en').replaceAll('\u00a0', ' ')).toBe(words),
  )

  test.each([
    [{ due: '2026-03-01' }, '2026-02-28', 'Due 1 March 2026', false],
    [{ due: '2026-03-01' }, '2026-03-01', 'Due 1 March 2026', true],
    [{ due: '2026-03-01' }, '2026-03-02', 'Late. It was due 1 March 2026', true],
    [{ due: '2026-03' }, '2026-03-31', 'Due March 2026', false],
    [{ due: '2026-03' }, '2026-04-01', 'Late. It was due March 2026', true],
    [{ state: 'late' }, '2026-04-01', 'Late. It was due 1 March 2026', true],
    [{ state: 'kept' }, '2026-04-01', 'Kept', false],
    [{ state: 'Cancelled' }, '2026-04-01', 'Dropped', false],
    [{ state: 'dropped', done: '2026-03-04' }, '2026-04-01', 'Dropped 4 March 2026', false],
  ])('%j on %s is told as “%s”, and asks what happened: %s', (fields, today, words, asks) => {
    const made = body(fields)
    expect(stateText(made, 'en', today).replaceAll('\u00a0', ' ')).toBe(words)
    expect(asksWhatHappened(made, today)).toBe(asks)
  })

  test('days between two days are the same either way round', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, day, (a, b) => {
        const there = daysBetween(a, b) ?? Number.NaN
        expect(there + (daysBetween(b, a) ?? Number.NaN)).toBe(0)
        expect(Number.isInteger(there)).toBe(true)
      }),
    )
  })
})

test('without what was said, a reference and a topic it is a problem', () => {
  const { said: _, ...fields } = WHOLE
  expect(bodyOf({ ...EMPTY, fields: { ...fields, decision: 'Lifts' } }).about).toBe('Lifts')
  expect(
    commitment.schema.safeParse(commitment.read({ ...EMPTY, fields }).fields).error?.issues,
  ).toMatchObject([{ path: ['said'] }])
  expect(bodyOf({ ...EMPTY, fields: { ...fields, reference: 'quotes/voices.csv#q3' } }).reference).toBe(
    'quotes/voices#q3',
  )
})

test('both voices shrink together, the customer stays the larger one, nothing under reading size', () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 60 }), fc.lorem({ maxCount: 60 }), (said, promise) => {
      for (const layout of commitmentLayouts(body({ said, promise }), 'en').flat()) {
        expect(layout.saidC).toBeGreaterThan(layout.promiseC)
        expect(layout.promiseC).toBeGreaterThanOrEqual(1)
      }
    }),
  )
})

test('her words end before the paper begins, and ours begin after it', () => {
  const grid = { widthU: 63.4, heightU: 35.66, startU: 3.7, endU: 3.7, liveU: 56, topU: 2.4 }
  const { said, did, sheetU } = commitmentShape(grid, 'landscape', true, 40)
  const paperU = grid.widthU - sheetU
  expect(said.startU + said.widthU).toBeLessThan(paperU)
  expect(did.startU).toBeGreaterThan(paperU + 0.93)
  expect(did.startU + did.widthU).toBeCloseTo(grid.widthU - grid.endU, 5)
  expect(commitmentShape(grid, 'landscape', false, 40).type).toBe('whole')
})

test('reading never throws, whatever is in the file', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), fc.anything(), (fields, said) => {
      commitment.schema.safeParse(commitment.read({ ...EMPTY, fields: { ...fields, said } }).fields)
    }),
  )
})
