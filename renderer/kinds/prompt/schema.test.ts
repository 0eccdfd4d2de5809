import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import type { Draft } from '../../core/draft.ts'
import { envelopeSchema } from '../../core/item.ts'
import { dividePrompts, fieldsInLine } from './divide.ts'
import { prompt } from './schema.ts'
import { promptLayouts } from './slide-layouts.ts'

const here = import.meta.dirname
const EMPTY: Draft = {
  path: 'prompts/p.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}

function fromMarkdown(text: string): Draft {
  const read = readMarkdown(EMPTY.path, text)
  if (!read.ok) throw new Error(read.unreadable.message)
  return { ...EMPTY, ...read.value, pictures: [] }
}

const bodyOf = (draft: Draft) => prompt.schema.parse(prompt.read(draft).fields)

describe('a list of prompts', () => {
  const sample = () => fromMarkdown(readFileSync(join(here, 'sample.md'), 'utf8'))

  test('is a prompt an item, of the kind that its heading says', () => {
    const drafts = dividePrompts(sample())
    expect(drafts.map(bodyOf)).toEqual([
      { text: 'The lamp comes back a third time. What does Ada do?', ask: 'guess', answer: 'quotes/hinge' },
      { text: 'How often does she ring before she gives up?', ask: 'guess', answer: 'metrics/called-back' },
      { text: 'A year from now nobody uses the new form. Why?', ask: 'pre-mortem' },
      { text: 'What could the counter say instead of “policy”?', ask: 'tomorrow' },
    ])
    expect(drafts.map((draft) => envelopeSchema.parse(prompt.read(draft).fields).persona)).toEqual(
      drafts.map(() => ['ada']),
    )
    expect(drafts.map((draft) => draft.line)).toEqual([6, 6, 11, 15])
  })

  test('is its first one where nobody divided it, which is told', () => {
    const reading = prompt.read(sample())
    expect(reading.fields['text']).toMatch(/^The lamp/)
    expect(reading.notes).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('4 prompts') },
    ])
  })

  test('may be a list in YAML, where kind means the kind of question', () => {
    const prompts = [
      { text: 'Why?', kind: 'Pre-mortem' },
      'What now? (kind: tomorrow)',
      { question: 'How?', ask: 'decide' },
    ]
    const drafts = dividePrompts({
      ...EMPTY,
      fields: { prompts, persona: 'ruth' },
      lines: { 'prompts[1]': 4 },
    })
    expect(drafts.map((draft) => bodyOf(draft).ask)).toEqual(['pre-mortem', 'tomorrow', 'decision'])
    expect(drafts[1]?.line).toBe(4)
  })

  test('divided drafts are not divided again', () => {
    for (const draft of dividePrompts(sample())) expect(dividePrompts(draft)).toEqual([draft])
  })
})

describe('one prompt', () => {
  test('is the heading, the prose or the only item', () => {
    expect(bodyOf(fromMarkdown('---\nask: decision\n---\n# Shall we close it?'))).toMatchObject({
      text: 'Shall we close it?',
    })
    expect(bodyOf(fromMarkdown('# Tomorrow\n\nWhat will you do?'))).toMatchObject({
      text: 'What will you do?',
      ask: 'tomorrow',
    })
    expect(bodyOf(fromMarkdown('# Tomorrow\n- What will you do?')).ask).toBe('tomorrow')
  })

  test('with an answer and no kind is a guess; with neither it is a problem', () => {
    expect(bodyOf({ ...EMPTY, fields: { text: 'What?', answer: './quotes/egg-box.md' } })).toMatchObject({
      ask: 'guess',
      answer: 'quotes/egg-box',
    })
    const issues = prompt.schema.safeParse(prompt.read(fromMarkdown('What?')).fields).error?.issues
    expect(issues).toMatchObject([{ path: ['ask'], message: expect.stringContaining('pre-mortem') }])
  })

  test('an answer that names no item is told', () => {
    expect(prompt.read({ ...EMPTY, fields: { text: 'What?', answer: 'She rings.' } }).notes).toMatchObject([
      { field: 'answer', severity: 'warning' },
    ])
  })

  test('brackets that name no field are part of the question', () => {
    expect(fieldsInLine('What does she do (at 6:41)?')).toEqual({ text: 'What does she do (at 6:41)?' })
    expect(fieldsInLine('What does she do? (note: none)')).toEqual({ text: 'What does she do? (note: none)' })
    expect(fieldsInLine('What? [persona: ruth, answer: quotes/a#3]')).toEqual({
      text: 'What?',
      persona: 'ruth',
      answer: 'quotes/a#3',
    })
  })
})

test('layouts never go under reading size', () => {
  for (const group of promptLayouts('word '.repeat(80), 'en')) {
    expect(group.every(({ c }) => c >= 1)).toBe(true)
  }
})

test('reading and dividing never throw, and no question is lost', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), fc.array(fc.anything()), (fields, prompts) => {
      const drafts = dividePrompts({ ...EMPTY, fields: { ...fields, prompts } })
      expect(drafts).toHaveLength(prompts.length)
      for (const draft of drafts) prompt.schema.safeParse(prompt.read(draft).fields)
    }),
  )
})
