import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import { type Row, readTable } from '../../../electron/library/readers/table.ts'
import type { Draft } from '../../core/draft.ts'
import { envelopeSchema } from '../../core/item.ts'
import { photo } from './schema.ts'

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const EMPTY: Draft = {
  path: 'photos/bench.md',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: ['photos/bench.jpg'],
}

function fromMarkdown(text: string, more: Partial<Draft> = {}): Draft {
  const read = readMarkdown('photos/bench.md', text)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections } = read.value
  return { ...EMPTY, fields, lines, sections, ...more }
}

async function fromTable(table: string): Promise<Draft[]> {
  const rows: Row[] = []
  let headers: readonly string[] = []
  await readTable('photos/list.csv', Buffer.from(table), {
    onHeaders: (found) => {
      headers = found
      return { names: found }
    },
    onRow: (row) => rows.push(row),
  })
  return rows.map(({ line, cells }) => ({
    ...EMPTY,
    path: 'photos/list.csv',
    line,
    headers,
    fields: cells,
    siblings: [],
  }))
}

const bodyOf = (draft: Draft) => photo.schema.parse(photo.read(draft).fields)

describe('the sample', () => {
  const reading = photo.read(fromMarkdown(file('sample.md')))
  const body = photo.schema.parse(reading.fields)
  const envelope = envelopeSchema.parse(reading.fields)

  test('has its words, its focal point and one consent that holds for all who are seen', () => {
    expect(body).toEqual({
      caption: 'Skelling, 6.52. The next train with a ramp is at 7.31.',
      place: 'Skelling, platform 2',
      people: 'consented',
      focal: { x: 0.5, y: 0.6 },
      blur: [{ x: 0.72, y: 0.54, width: 0.04, height: 0.12 }],
      doubts: [],
    })
    expect(envelope).toMatchObject({
      alt: 'A woman sits on a bench on an empty platform at dusk, a walking frame beside her.',
      consent: {
        given: '2026-02-09',
        expires: '2028-02-09',
        purposes: ['display'],
        audience: ['staff', 'guests'],
      },
    })
    expect(reading.notes).toEqual([])
    expect(photo.basis(body)).toBe('consent')
    expect(photo.withheldBecause?.(body)).toBeUndefined()
    expect(photo.title(body, envelope)).toBe('Skelling, 6.52. The next train with a ramp is at 7.31.')
  })

  test('asks for the picture beside it with its boxes blurred', () => {
    expect(reading.media).toEqual({
      picture: {
        as: 'picture',
        path: 'photos/bench.jpg',
        blur: [{ x: 0.72, y: 0.54, width: 0.04, height: 0.12 }],
      },
    })
  })

  test('is read the same again out of the index', () => {
    expect(photo.schema.parse(JSON.parse(JSON.stringify(body)))).toEqual(body)
  })
})

describe('rows that name their files', () => {
  test('are photographs, and what is redacted is not in them', async () => {
    const [bench, counter] = (await fromTable(file('sample.csv'))).map(photo.read)
    expect(bench?.media).toEqual({ picture: { as: 'picture', path: 'photos/bench.jpg' } })
    expect(photo.schema.parse(bench?.fields)).toMatchObject({ people: 'none', focal: { x: 0.4, y: 0.7 } })
    expect(photo.basis(photo.schema.parse(bench?.fields))).toBe('none')
    expect(JSON.stringify(counter)).not.toContain('Lind')
    expect(photo.basis(photo.schema.parse(counter?.fields))).toBe('consent')
  })

  test('without a picture or a word are blank', async () => {
    const rows = (await fromTable('File,Caption,Alt text\n,,A gate\nx.jpg,,A gate\n')).map(photo.read)
    expect(rows.map(({ blank }) => blank ?? false)).toEqual([true, false])
  })
})

describe('where the picture is', () => {
  test('as named, else beside the text, else in the text', () => {
    const path = (draft: Draft) => photo.read(draft).media['picture']?.path
    expect(path({ ...EMPTY, fields: { file: 'raw/a.png' } })).toBe('photos/raw/a.png')
    expect(path({ ...EMPTY, fields: { file: '../../a.png' } })).toBeUndefined()
    expect(photo.read({ ...EMPTY, fields: { file: '../../a.png' } }).notes[0]?.message).toContain('outside')
    expect(path(EMPTY)).toBe('photos/bench.jpg')
    const pictures = [{ path: 'photos/in/b.jpg', alt: 'A gate' }]
    expect(photo.read({ ...EMPTY, siblings: [], pictures })).toMatchObject({
      media: { picture: { path: 'photos/in/b.jpg' } },
      fields: { alt: 'A gate' },
    })
  })

  test('without alt text it is a problem', () => {
    expect(photo.requires).toContain('alt')
  })
})

test('a blur that cannot be read withholds it, and asks for none of its other boxes to be forgotten', () => {
  const draft = fromMarkdown('---\nalt: A gate\npeople: none\nblur:\n  - 10% 10% 5% 5%\n  - the boy\n---\n')
  const reading = photo.read(draft)
  expect(photo.withheldBecause?.(bodyOf(draft))).toContain('blurred')
  expect(reading.media['picture']).toMatchObject({ blur: [{ x: 0.1 }] })
  expect(reading.notes[0]).toMatchObject({ field: 'blur', line: 4, severity: 'warning' })
})

test('nobody writes away a doubt', () => {
  const draft = fromMarkdown('---\nalt: A gate\npeople: Ben\ndoubts: []\n---\n')
  expect(photo.withheldBecause?.(bodyOf(draft))).toContain('agreed')
})

test('no fields make it throw, and nobody is seen without a basis', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...Object.keys(photo.aliases)), fc.anything()), (fields) => {
      const reading = photo.read({ ...EMPTY, fields })
      const body = photo.schema.safeParse(reading.fields)
      if (body.success && body.data.people !== 'none') expect(photo.basis(body.data)).toBe('consent')
    }),
  )
})
