import { expect, test } from 'vitest'
import { z } from 'zod'
import { KINDS, kinds } from '../../kinds/index.ts'
import { envelopeSchema, localDate } from '../item.ts'
import { type FormField, formFields } from './form.ts'

const envelope = new Map(formFields(envelopeSchema).map((field) => [field.name, field]))

test('the envelope is asked for in its order, with its words, bounds and dates', () => {
  expect([...envelope.keys()]).toEqual(Object.keys(envelopeSchema.shape))
  expect(envelope.get('title')).toEqual({ name: 'title', type: 'text', isOptional: true })
  expect(envelope.get('captured')).toMatchObject({ type: 'date', isOptional: true })
  expect(envelope.get('evidence')).toMatchObject({
    type: 'choice',
    words: ['assumption', 'partial', 'research'],
  })
  expect(envelope.get('n')).toMatchObject({ type: 'number', isWhole: true, min: 1, max: 1e9 })
  expect(envelope.get('sentiment')).toMatchObject({ type: 'number', isWhole: false, min: -2, max: 2 })
  expect(envelope.get('theme')).toMatchObject({ type: 'list', of: { type: 'text' } })
  expect(envelope.get('audience')).toMatchObject({ type: 'list', of: { type: 'choice' } })
  expect(envelope.get('consent')).toMatchObject({ type: 'either' })
  const consent = envelope.get('consent')
  const [person] = consent?.type === 'either' ? consent.shapes : []
  expect(person?.type === 'group' ? person.fields.map(({ name, type }) => `${name} ${type}`) : []).toEqual([
    'who text',
    'given date',
    'collected text',
    'controller text',
    'purposes list',
    'audience list',
    'expires date',
    'withdrawn text',
  ])
})

test('every kind has a form whose fields are its schema’s', () => {
  for (const kind of KINDS) {
    const { schema } = kinds[kind]
    const fields = formFields(schema)
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schema.shape))
    expect([kind, fields.filter(({ type }) => type === 'other').map(({ name }) => name)]).toEqual([kind, []])
  }
})

test('whatever a form holds to be optional may be left out, and nothing else', () => {
  for (const kind of KINDS) {
    const shape: Readonly<Record<string, z.core.$ZodType>> = kinds[kind].schema.shape
    for (const { name, isOptional } of formFields(kinds[kind].schema)) {
      const field = shape[name]
      expect([kind, name, isOptional]).toEqual([kind, name, field && z.safeParse(field, undefined).success])
    }
  }
})

test('bounds, standards and shapes in each other', () => {
  const schema = z.object({
    box: z.object({ x: z.number().min(0).max(1) }).optional(),
    pair: z.tuple([z.number(), z.number()]).default([-1, 1]),
    day: localDate,
    words: z.array(z.string().min(1)).max(3).default([]),
    name: z.string().min(2).max(9),
    sure: z.boolean().default(true),
    any: z.unknown(),
  })
  const byName = new Map<string, FormField>(formFields(schema).map((field) => [field.name, field]))
  expect(byName.get('box')).toMatchObject({ type: 'group', fields: [{ name: 'x', min: 0, max: 1 }] })
  expect(byName.get('pair')).toMatchObject({ type: 'list', min: 2, max: 2, standard: [-1, 1] })
  expect(byName.get('day')).toMatchObject({ type: 'date', isOptional: false })
  expect(byName.get('words')).toMatchObject({ type: 'list', max: 3, isOptional: true, of: { minLength: 1 } })
  expect(byName.get('name')).toMatchObject({ minLength: 2, maxLength: 9, isOptional: false })
  expect(byName.get('sure')).toMatchObject({ type: 'yes-no', standard: true })
  expect(byName.get('any')).toMatchObject({ type: 'other' })
  expect(formFields(z.string())).toEqual([])
})
