import { expect, it } from 'vitest'
import type { FormField } from '../../core/admin/form.ts'
import { kinds } from '../../kinds/index.ts'
import { spoken } from '../words/de/spoken.ts'
import { de } from '../words/de.ts'
import { en } from '../words/en.ts'
import { speaker } from '../words/spoken.ts'
import { askedOf, isLine, objection } from './field-value.ts'

/** Every field below a field, and every word that one of them takes. */
function all(field: FormField): readonly FormField[] {
  switch (field.type) {
    case 'group':
      return [field, ...field.fields.flatMap(all)]
    case 'list':
      return [field, ...all(field.of)]
    case 'either':
      return [field, ...field.shapes.flatMap(all)]
    case 'text':
    case 'number':
    case 'yes-no':
    case 'date':
    case 'choice':
    case 'other':
      return [field]
  }
}

const asked = Object.keys(kinds).flatMap((kind) => askedOf(kind).flatMap(({ field }) => all(field)))

it('every field of every kind, and every word that it takes, has a word in both languages', () => {
  const names = new Set(asked.map(({ name }) => name).filter((name) => name !== ''))
  const words = new Set(asked.flatMap((field) => (field.type === 'choice' ? field.words : [])))
  for (const { form } of [en, de]) {
    expect([...names].filter((name) => !Object.hasOwn(form.names, name))).toEqual([])
    expect([...words].filter((word) => !Object.hasOwn(form.values, word))).toEqual([])
  }
})

it('whatever a schema says against a field is said in German too, hint and all', () => {
  const speak = speaker(spoken, (written) => written)
  const wrong = ['', 'nonsense', '-5000', '999999999999', '01/02/2026', '2,304', '2026-02-30', '1.5', 'a\nb']
  const said = Object.keys(kinds).flatMap((kind) =>
    askedOf(kind).flatMap((each) => wrong.flatMap((text) => objection(each, text) ?? [])),
  )
  expect(said.length).toBeGreaterThan(100)
  const sentences = new Set(said.flatMap(({ message, hint }) => [message, hint]))
  expect([...sentences].filter((text) => text !== '' && speak(text) === text)).toEqual([])
})

it('what no line of text can hold is a tree of fields: phases, money, scale, series, who can be recognised', () => {
  const trees = Object.keys(kinds).flatMap((kind) =>
    askedOf(kind).flatMap((each) => (isLine(each) ? [] : [`${kind} ${each.field.name}`])),
  )
  expect(trees.toSorted()).toEqual(
    [
      'persona audience',
      'journey phases',
      'journey audience',
      'quote audience',
      'feedback scale',
      'feedback distribution',
      'feedback audience',
      'call checked',
      'call audience',
      'photo people',
      'photo audience',
      'clip focal',
      'clip people',
      'clip audience',
      'observation audience',
      'metric series',
      'metric money',
      'metric audience',
      'prompt audience',
      'commitment audience',
    ].toSorted(),
  )
})
