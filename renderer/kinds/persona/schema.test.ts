import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import type { Draft } from '../../core/draft.ts'
import { envelopeSchema } from '../../core/item.ts'
import { findPersonalData } from '../../core/pii.ts'
import { persona } from './schema.ts'

const here = import.meta.dirname

function draftOf(path: string, text: string, more: Partial<Draft> = {}): Draft {
  const read = readMarkdown(path, text)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections, pictures } = read.value
  const paths = pictures.map(({ src, alt }) => ({ path: posix.join(posix.dirname(path), src), alt }))
  return { path, line: 1, fields, lines, sections, pictures: paths, siblings: [], ...more }
}

const sample = (name: string): Draft => draftOf(`personas/${name}`, readFileSync(join(here, name), 'utf8'))
const bodyOf = (draft: Draft) => persona.schema.parse(persona.read(draft).fields)

describe('fields that were written', () => {
  test('are found under the names that people give them', () => {
    const reading = persona.read(sample('sample.md'))
    expect(persona.schema.parse(reading.fields)).toMatchObject({
      name: 'Edda',
      age: 67,
      occupation: 'Retired bookbinder',
      description: 'Retired bookbinder. Orders for the whole street.',
      quote: 'I want to talk to somebody who has seen the shop.',
      frustrations: [
        'The line to the shop rings out at lunch.',
        'The form wants a house number; she has a name.',
      ],
      needs: ['A call back, when it was said.'],
      job: 'Get me the right part without making me draw it.',
      access: ['Hears badly on the telephone.'],
      share: 12,
      height: 1630,
      composite: true,
    })
    expect(envelopeSchema.parse(reading.fields)).toMatchObject({
      captured: '2026-03-04',
      n: 9,
      evidence: 'research',
    })
    expect(reading.media).toEqual({ portrait: { as: 'picture', path: 'personas/sample.svg' } })
    expect(reading.notes).toEqual([])
  })

  test('are kept where they mean nothing to us, for a warning with the likely name', () => {
    expect(
      persona.read(draftOf('p.md', '---\nname: Edda\nneed: x\nocupation: Smith\n---\n')).fields,
    ).toMatchObject({
      ocupation: 'Smith',
    })
  })

  test('a picture outside the folder is not asked for, and that is told', () => {
    const reading = persona.read(
      draftOf('personas/a.md', '---\nname: A\nneed: x\nportrait: ../../secret.png\n---\n'),
    )
    expect(reading.media).toEqual({})
    expect(reading.notes[0]).toMatchObject({ line: 4, field: 'portrait', severity: 'warning' })
  })

  test('the picture of the same name is the portrait', () => {
    const draft = draftOf('p/ruth.md', '---\nneed: x\n---\n# Ruth', {
      siblings: ['p/ruth.yaml', 'p/ruth.svg'],
    })
    expect(persona.read(draft).media).toEqual({ portrait: { as: 'picture', path: 'p/ruth.svg' } })
  })
})

describe('a plain page of an organisation', () => {
  test('becomes a persona, and each inference is told with its line', () => {
    const reading = persona.read(sample('sample-page.md'))
    expect(persona.schema.parse(reading.fields)).toMatchObject({
      name: 'Jonas',
      age: 31,
      occupation: 'Letter carrier',
      description: 'Deaf letter carrier',
      quote: 'Write it down and I am faster than all of you.',
      access: ['Profoundly deaf', 'Uses sign language and writes notes'],
      frustrations: ['The lift has an alarm that only rings.'],
      needs: [],
    })
    expect(reading.fields).toMatchObject({ evidence: 'assumption', alt: 'Jonas on his round' })
    expect(reading.media).toEqual({ portrait: { as: 'picture', path: 'personas/jonas.png' } })
    expect(reading.notes[0]).toEqual({
      line: 5,
      field: 'name',
      severity: 'note',
      message: 'We took the name “Jonas” from the heading.',
      hint: 'Write name: in the front matter to say otherwise.',
    })
    expect(reading.notes.length).toBeLessThanOrEqual(4)
  })

  test('tips and tasks are nobody’s needs', () => {
    const texts = persona.texts(bodyOf(sample('sample-page.md'))).join(' ')
    expect(texts).not.toContain('headphones')
  })

  test('whom nobody has quoted says what she needs', () => {
    const draft = draftOf(
      'a/index.md',
      '# Ashleigh\n\n## About\n\n* 24 years old, a nurse\n* blind\n* uses a screen reader\n',
    )
    expect(bodyOf(draft)).toMatchObject({ need: 'Uses a screen reader', age: 24, occupation: 'A nurse' })
  })

  test.each([
    [
      'a table of contents',
      '# Stakeholders and Personas\n\n- [Background](#b)\n\n## Background\n\n- A mural\n',
    ],
    ['instructions', '# Setting up personas\n\nHere is how.\n\n## Step 1: Install\n\n1. Open the page.\n'],
    ['nothing', ''],
  ])('%s is no persona, which is one problem without a list of guesses', (_, text) => {
    const reading = persona.read(draftOf('personas/x.md', text))
    expect(persona.schema.safeParse(reading.fields).error?.issues.map((issue) => issue.path)).toEqual([
      ['quote'],
    ])
    expect(reading.notes).toEqual([])
  })
})

test('a real person needs consent, a composite does not', () => {
  const make = (composite: string) =>
    bodyOf(draftOf('p.md', `---\nname: A\nneed: x\ncomposite: ${composite}\n---\n`))
  expect([make('false'), make('no'), make('yes')].map(persona.basis)).toEqual(['consent', 'consent', 'none'])
})

test('every text that a viewer gets is searched for personal data, and what is marked is gone', () => {
  const fields = ['name', 'quote', 'need', 'occupation', 'description', 'job']
  const lists = ['goals', 'needs', 'frustrations', 'values', 'channels', 'access', 'unknown']
  for (const field of [...fields, ...lists]) {
    const body = bodyOf({
      ...draftOf('p.md', ''),
      fields: { name: 'A', need: 'x', [field]: 'write to edda@example.org' },
    })
    expect(findPersonalData(persona.texts(body)), field).toEqual(['e-mail address'])
  }
  expect(JSON.stringify(persona.read(sample('sample.md')).fields)).not.toContain('Lindqvist')
})

test('reading never throws, whatever is in the file', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('# ', '## Needs\n', '* 24 years old', '> x', '[[', '\n\n', ': '),
  )
  fc.assert(
    fc.property(
      fc.array(text, { maxLength: 20 }),
      fc.dictionary(fc.string(), fc.anything()),
      (parts, fields) => {
        const reading = persona.read({ ...draftOf('p.md', parts.join('')), fields })
        persona.schema.safeParse(reading.fields)
        expect(reading.notes.length).toBeLessThan(8)
      },
    ),
  )
})

test('what is measured is what stands on the slide', () => {
  const body = bodyOf(sample('sample.md'))
  expect(persona.measure(body, {})).toMatchObject({ figures: 0, mediaMs: 0, characters: 0 })
  expect(persona.measure(body, { portrait: { hash: '0', mime: 'image/webp' } }).figures).toBe(1)
  expect(persona.parts(body, { widthU: 63, heightU: 36 })).toEqual([body])
})
