import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import { type Row, readTable } from '../../../electron/library/readers/table.ts'
import type { Draft } from '../../core/draft.ts'
import { envelopeSchema } from '../../core/item.ts'
import { observation } from './schema.ts'
import { observationLayouts } from './slide-layouts.ts'

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const wall = { widthU: 63, heightU: 36 }
const EMPTY: Draft = {
  path: 'observations/o.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}

function fromMarkdown(text: string): Draft {
  const read = readMarkdown('observations/o.md', text)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections } = read.value
  return { ...EMPTY, fields, lines, sections }
}

async function fromTable(table: string): Promise<Draft[]> {
  const rows: Row[] = []
  let headers: readonly string[] = []
  await readTable('observations/form.csv', Buffer.from(table), {
    onHeaders: (found) => {
      headers = found
      return { names: found }
    },
    onRow: (row) => rows.push(row),
  })
  return rows.map(({ line, cells }) => ({
    ...EMPTY,
    path: 'observations/form.csv',
    line,
    headers,
    fields: cells,
  }))
}

const bodyOf = (draft: Draft) => observation.schema.parse(observation.read(draft).fields)

describe('a field note in Markdown', () => {
  const reading = observation.read(fromMarkdown(file('sample.md')))

  test('tells what was seen, what was said and what follows', () => {
    expect(observation.schema.parse(reading.fields)).toEqual({
      who: 'Payroll',
      where: 'The 6.48',
      what: 'She photographs every page of the paper timetable. The app logs her out in the tunnel.',
      verbatim: 'It always asks who I am when I need it most.',
      emotion: 'exasperation',
      activity: 'store',
      followUp: 'Keep people logged in for a whole journey.',
      named: false,
      shows: 'all',
    })
    expect(envelopeSchema.parse(reading.fields)).toMatchObject({
      captured: '2026-02-09',
      evidence: 'partial',
    })
    expect(reading.notes).toEqual([])
  })

  test('may be told under headings', () => {
    const note =
      '---\nwho: Fleet\nwhere: Depot\n---\n# A wet morning\n## What we saw\nHe waits.\n## What he said\n> Nobody told us.\n'
    const read = observation.read(fromMarkdown(note))
    expect(observation.schema.parse(read.fields)).toMatchObject({
      what: 'He waits.',
      verbatim: 'Nobody told us.',
    })
    expect(read.fields['title']).toBe('A wet morning')
  })

  test('takes the department that it concerns for the one that saw it, where none is named', () => {
    const note = fromMarkdown('---\ndepartment: [Legal, Fleet]\nwhere: Depot\n---\nHe waits.\n')
    expect(bodyOf(note).who).toBe('Legal, Fleet')
  })

  test('without who, where or what is a problem for each', () => {
    const wrong = observation.schema.safeParse(observation.read(fromMarkdown('')).fields)
    expect(wrong.error?.issues.map((issue) => issue.path.join('.'))).toEqual(['who', 'where', 'what'])
    expect(observation.requires).toEqual(['captured'])
  })
})

describe('a form', () => {
  test('is read by its questions; who answered it is nobody’s business', async () => {
    const [first, second, third] = (await fromTable(file('sample.csv'))).map(observation.read)
    expect(observation.schema.parse(first?.fields)).toMatchObject({
      who: 'Payroll',
      where: 'The 6.48',
      what: 'She photographs every page of the paper timetable.',
      verbatim: 'It always asks who I am.',
      emotion: 'exasperation',
      followUp: 'Keep people logged in',
    })
    expect(envelopeSchema.parse(first?.fields).captured).toBe('2026-02-09T18:30')
    expect(JSON.stringify([first, second, third])).not.toMatch(/A\. Berg|B\. Lund|C\. Moe|Ms Lind/)
    expect(observation.schema.parse(second?.fields).emotion).toBeUndefined()
    expect(second?.notes[0]).toMatchObject({ field: 'How did the customer feel?', severity: 'note' })
    expect(third?.blank).toBe(true)
  })
})

describe('who may see it', () => {
  test('a note on nobody in particular needs no consent; one that names a consent is bound to it', () => {
    const plain = fromMarkdown('---\nwho: Fleet\nwhere: Depot\n---\nHe waits.\n')
    expect(observation.basis(bodyOf(plain))).toBe('none')
    const bound = {
      ...plain,
      fields: { ...plain.fields, named: false, consent: { who: 'x', withdrawn: 'yes' } },
    }
    expect(observation.basis(bodyOf(bound))).toBe('consent-or-public')
  })
})

describe('more than a slide holds', () => {
  const words = (count: number): string =>
    Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
  const body = (what: string, verbatim?: string) =>
    observation.schema.parse({ who: 'Fleet', where: 'Depot', what, verbatim })

  test('becomes what was seen, then what was said', () => {
    expect(observation.parts(body(words(30), words(20)), wall)).toHaveLength(1)
    const [seen, said] = observation.parts(body(words(50), words(40)), wall)
    expect([seen?.shows, said?.shows]).toEqual(['what', 'verbatim'])
    expect(observation.measure(said ?? body('x'), {}).words).toBe(40 + 2)
  })

  test('her words are larger than ours, and nothing is under body size', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.lorem({ maxCount: 30 }), (what, said) => {
        for (const layout of observationLayouts(what, said, 'en').flat()) {
          expect(layout.whatC).toBeGreaterThanOrEqual(1)
          expect(layout.said === '' || layout.saidC >= Math.max(1, layout.whatC)).toBe(true)
        }
      }),
    )
  })
})

test('no fields make it throw', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(observation.aliases)), fc.anything()),
      (fields) => {
        const body = observation.schema.safeParse(observation.read({ ...EMPTY, fields }).fields)
        if (body.success) expect(observation.parts(body.data, wall).length).toBeGreaterThan(0)
      },
    ),
  )
})
