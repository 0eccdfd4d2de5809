import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMarkdown } from '../../../electron/library/readers/markdown.ts'
import { asFields, readYaml } from '../../../electron/library/readers/yaml.ts'
import type { Draft } from '../../core/draft.ts'
import { journey } from './schema.ts'

const EMPTY: Draft = {
  path: 'journeys/j.yaml',
  line: 1,
  fields: {},
  lines: {},
  sections: [],
  pictures: [],
  siblings: [],
}
const wall = { widthU: 63, heightU: 36 }

function fromYaml(text: string): Draft {
  const read = readYaml('journeys/j.yaml', text)
  if (!read.ok) throw new Error(read.unreadable.message)
  return { ...EMPTY, fields: asFields(read.value.value) ?? {}, lines: read.value.lines }
}

function fromMarkdown(text: string): Draft {
  const read = readMarkdown('journeys/j.md', text)
  if (!read.ok) throw new Error(read.unreadable.message)
  const { fields, lines, sections } = read.value
  return { ...EMPTY, path: 'journeys/j.md', fields, lines, sections }
}

const file = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')
const bodyOf = (draft: Draft) => journey.schema.parse(journey.read(draft).fields)

describe('a journey in YAML', () => {
  test('keeps its own scale, and draws on ours', () => {
    const reading = journey.read(fromYaml(file('sample.yaml')))
    const body = journey.schema.parse(reading.fields)
    expect(body).toMatchObject({
      actor: 'Edda',
      state: 'as-is',
      emotion_scale: [1, 5],
      planned_minutes: 20,
      real_minutes: 95,
    })
    expect(body.phases.map((phase) => phase.emotion)).toEqual([0.5, -1, 0.6])
    expect(body.phases[0]?.steps).toEqual([{ text: 'Opens it at the bench.' }])
    expect(body.phases[1]).toMatchObject({
      moment_of_truth: true,
      quote: 'It will not let me say why.',
      steps: [{ text: 'Fills in the form, twice.', touchpoint: 'Returns form', channel: 'web' }],
      pains: ['The reason is a list of five, none of them hers.'],
      opportunities: ['One free line.', 'A picture instead.'],
    })
    expect(body.phases[2]).toMatchObject({
      assumed: true,
      steps: [{ text: 'Pays nothing.' }, { text: 'Keeps the screws.' }],
    })
    expect(reading.notes).toEqual([])
  })

  test('what lies outside the scale is drawn at its end, with a warning that says where', () => {
    const reading = journey.read(
      fromYaml(
        'actor: A\nscenario: B\nemotion_scale: [-3, 3]\nphases:\n  - {name: One, emotion: 7}\n  - {name: Two, emotion: elsewhere}\n',
      ),
    )
    expect(journey.schema.parse(reading.fields).phases.map((phase) => phase.emotion)).toEqual([1, undefined])
    expect(reading.notes).toMatchObject([
      { line: 5, field: 'phases[0].emotion', severity: 'warning' },
      { line: 6, field: 'phases[1].emotion', severity: 'warning' },
    ])
  })

  test('a scale that is not named is the narrowest usual one, which is told', () => {
    const reading = journey.read(
      fromYaml('actor: A\nscenario: B\nphases:\n  - {name: One, emotion: 5}\n  - {name: Two, emotion: 2}\n'),
    )
    expect(journey.schema.parse(reading.fields)).toMatchObject({
      emotion_scale: [1, 5],
      phases: [{ emotion: 1 }, { emotion: -0.5 }],
    })
    expect(reading.notes).toMatchObject([{ field: 'emotion_scale', severity: 'warning' }])
  })

  test.each([
    ['frustrated', -0.7],
    ['Very happy', 1],
    ['neutral.', 0],
    [':-(', -0.7],
    ['☹️', -0.7],
    ['😡', -1],
    ['++', 1],
    ['-', -0.7],
  ])('%s is a feeling', (word, value) => {
    const fields = { actor: 'A', scenario: 'B', phases: [{ name: 'One', emotion: word }] }
    expect(bodyOf({ ...EMPTY, fields }).phases[0]?.emotion).toBe(value)
  })

  test('emotion is always on the curve and keeps its order, whatever the scale', () => {
    const number = fc.double({ min: -1000, max: 1000, noNaN: true })
    fc.assert(
      fc.property(
        fc.tuple(number, number),
        fc.array(number, { minLength: 1, maxLength: 40 }),
        (scale, emotions) => {
          fc.pre(Math.abs(scale[1] - scale[0]) > 1e-6)
          const phases = emotions.map((emotion, index) => ({ name: `Phase ${index}`, emotion }))
          const body = bodyOf({
            ...EMPTY,
            fields: { actor: 'A', scenario: 'B', emotion_scale: scale, phases },
          })
          const up = scale[1] > scale[0] ? 1 : -1
          body.phases.forEach((phase, index) => {
            expect(phase.emotion).toBeGreaterThanOrEqual(-1)
            expect(phase.emotion).toBeLessThanOrEqual(1)
            for (const [other, later] of body.phases.entries()) {
              const [a, b] = [emotions[index] ?? 0, emotions[other] ?? 0]
              if ((b - a) * up > 1e-9) expect(later.emotion).toBeGreaterThanOrEqual(phase.emotion ?? 1)
            }
          })
        },
      ),
    )
  })

  test('whose and what is taken from persona and title where it is not said', () => {
    const reading = journey.read(fromYaml('title: A return\npersona: [edda]\nphases: [Home, Shop]\n'))
    const body = journey.schema.parse(reading.fields)
    expect(body).toMatchObject({
      actor: 'Edda',
      scenario: 'A return',
      phases: [{ name: 'Home' }, { name: 'Shop' }],
    })
    expect(reading.notes).toMatchObject([{ severity: 'note' }])
  })

  test('phases may be a map by name, a list of names in a line, or the stages of a tool with touchpoints', () => {
    const named = bodyOf(
      fromYaml(
        'actor: A\nscenario: B\nphases:\n  Home:\n    emotion: happy\n    steps: [Packs]\n  Tram: [Waits, Boards]\n  Clinic:\n',
      ),
    )
    expect(named.phases).toMatchObject([
      { name: 'Home', emotion: 0.6, steps: [{ text: 'Packs' }] },
      { name: 'Tram', steps: [{ text: 'Waits' }, { text: 'Boards' }] },
      { name: 'Clinic', steps: [] },
    ])
    expect(named.phases[1]).not.toHaveProperty('emotion')
    expect(bodyOf(fromYaml('actor: A\nscenario: B\nphases: Home; Tram; Clinic\n')).phases).toHaveLength(3)
    const stages = [
      {
        name: 'Home',
        touchpoints: [
          { name: 'App', emotion: 'sad' },
          { name: 'Call', emotion: 'happy' },
        ],
      },
    ]
    expect(bodyOf({ ...EMPTY, fields: { actor: 'A', scenario: 'B', stages } }).phases).toMatchObject([
      { name: 'Home', emotion: expect.closeTo(-0.05), steps: [{ text: 'App' }, { text: 'Call' }] },
    ])
  })

  test('what its phases took is what it took, where nobody gives the sum', () => {
    const phases = [
      { name: 'One', planned: '10 min', duration: 'PT1H30M' },
      { name: 'Two', planned: 5 },
    ]
    expect(bodyOf({ ...EMPTY, fields: { actor: 'A', scenario: 'B', phases } })).toMatchObject({
      planned_minutes: 15,
      real_minutes: 90,
    })
  })

  test.each([
    ['Current state', 'as-is'],
    ['future', 'to-be'],
    ['To be', 'to-be'],
    ['planned', 'planned'],
  ])('%s is a state', (word, state) => {
    expect(
      bodyOf({ ...EMPTY, fields: { actor: 'A', scenario: 'B', state: word, phases: ['One'] } }).state,
    ).toBe(state)
  })

  test('without phases it is a problem that says so', () => {
    const parsed = journey.schema.safeParse(journey.read(fromYaml('actor: A\nscenario: B\n')).fields)
    expect(parsed.error?.issues).toMatchObject([
      { path: ['phases'], message: expect.stringContaining('needs phases') },
    ])
  })
})

test('a journey in Markdown: headings are phases, list items steps', () => {
  const body = bodyOf(fromMarkdown(file('sample-page.md')))
  expect(body).toMatchObject({ actor: 'Edda', scenario: 'Edda calls the shop' })
  expect(
    body.phases.map(({ name, emotion, steps }) => [name, emotion, steps.map((step) => step.text)]),
  ).toEqual([
    ['Looking for the number', -0.5, ['Finds three numbers on the bag.']],
    ['On hold', -1, ['Waits for eleven minutes.']],
    ['A voice', 0.6, ['The lad from the shop picks up.']],
  ])
  expect(body.phases[0]?.steps[0]?.touchpoint).toBe('Paper bag')
  expect(body.phases[1]).toMatchObject({
    quote: 'The music stopped and I thought, now.',
    pains: ['Nobody says how long.'],
  })
})

describe('a long journey', () => {
  const make = (count: number, words = 3) => {
    const step = Array.from({ length: words }, () => 'word').join(' ')
    const phases = Array.from({ length: count }, (_, index) => ({ name: `Phase ${index}`, steps: [step] }))
    return bodyOf({ ...EMPTY, fields: { actor: 'A', scenario: 'B', phases } })
  }
  const views = (count: number, words?: number) =>
    journey.parts(make(count, words), wall).map((part) => part.view.type)

  test('is walked phase by phase over 7 phases or 12 words a step', () => {
    expect(views(7, 12)).toEqual(['whole'])
    expect(views(8)).toEqual(['overview', ...Array.from({ length: 8 }, () => 'phase')])
    expect(views(2, 13)).toEqual(['overview', 'phase', 'phase'])
  })

  test('each slide is measured by what stands on it', () => {
    const [overview, first] = journey.parts(make(8), wall)
    if (!overview || !first) throw new Error('no parts')
    expect(journey.measure(overview, {}).words).toBe(1 + 16)
    expect(journey.measure(first, {}).words).toBe(2 + 3)
  })
})

test('reading never throws, whatever is in the file', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom('phases', 'emotion_scale', 'actor', 'title', 'state'), fc.anything()),
      (fields) => {
        journey.schema.safeParse(journey.read({ ...EMPTY, fields }).fields)
      },
    ),
  )
})

test('what is marked is on no slide', () => {
  const draft = fromYaml(
    'actor: A\nscenario: About [[Lindqvist]]\nphases:\n  - name: One\n    quote: I am [[Lindqvist]].\n    steps: ["Says [[Lindqvist]]"]\n',
  )
  expect(journey.texts(bodyOf(draft)).join(' ')).toBe('A About —— One Says —— I am ——.')
})
