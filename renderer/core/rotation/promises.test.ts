import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card } from '../../../tests/cards.ts'
import { curationSchema } from '../curation.ts'
import type { Card } from '../deck.ts'
import { coveragePromises, readSpan, rotationSchema } from '../rotation-schema.ts'
import { shortestDayMs } from '../screen-state.ts'
import { tellReasons, tellSpan, tellWait } from './reasons.ts'
import { Rotation } from './rotation.ts'
import type { RotationRules } from './seating.ts'
import { fits, NO_STORY, told } from './story.ts'
import { TraitsPool } from './traits.ts'

const SLIDE_MS = 10_000
const RULES: RotationRules = {
  mode: 'corridor',
  bounds: { minMs: SLIDE_MS, maxMs: SLIDE_MS },
  share: 'turns',
  order: 'shuffle',
  promises: [{ every: 'persona', withinMs: 600_000, text: 'every persona within 10 minutes' }],
}

const ofKind = (id: string, kind: string, more: Partial<Card> = {}): Card => card(id, { kind, ...more })

/** A room in which few of many speak of somebody. */
function crowd(quotes: number, personas: number): Card[] {
  return [
    ...Array.from({ length: personas }, (_, at) => ofKind(`p${at}`, 'persona')),
    ...Array.from({ length: quotes }, (_, at) => ofKind(`quote-${at}`, 'quote')),
  ]
}

function run(rotation: Rotation, turns: number, from = 0): { id: string; isExtra: boolean; at: number }[] {
  return Array.from({ length: turns }, (_, turn) => {
    const at = from + turn * SLIDE_MS
    const pick = rotation.pick(at)
    if (pick) rotation.take(pick, at)
    return { id: pick?.itemId ?? '', isExtra: pick?.isExtra ?? false, at }
  })
}

describe('a promise', () => {
  test('is kept where it can be, in rooms whose rounds are far longer, at a small cost to the others', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 900 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer(),
        (quotes, personas, seed) => {
          const rotation = new Rotation(seed, RULES)
          for (const each of crowd(quotes, personas)) rotation.join(each, 0)
          const shown = run(rotation, 1_500)
          expect(rotation.promiseCounts(1_500 * SLIDE_MS)).toMatchObject([{ missed: 0, open: [] }])
          expect(shown.filter(({ isExtra }) => isExtra).length).toBeLessThan((2.1 * 1_500 * personas) / 60)
          expect(shown.some((each, at) => each.isExtra && shown[at + 1]?.isExtra)).toBe(false)
          // Turns beyond a share are nobody's share: all others are as even as without them.
          const had = new Map(Array.from({ length: quotes }, (_, at) => [`quote-${at}`, 0]))
          for (const { id, isExtra } of shown)
            if (id.startsWith('quote') && !isExtra) had.set(id, (had.get(id) ?? 0) + 1)
          const counts = [...had.values()]
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1)
        },
      ),
      { numRuns: 25 },
    )
  })

  test('that no wall can keep is told, and leaves every second turn to the others', () => {
    const rotation = new Rotation(3, RULES)
    for (const each of crowd(500, 150)) rotation.join(each, 0)
    const shown = run(rotation, 1_000)
    const [count] = rotation.promiseCounts(10_000_000)
    expect(count?.missed).toBeGreaterThan(100)
    expect(shown.filter(({ isExtra }) => isExtra).length).toBeLessThanOrEqual(500)
  })

  test('goes on after a restart from when each was last on', () => {
    const [one, other] = [new Rotation(3, RULES), new Rotation(3, RULES)]
    for (const rotation of [one, other]) for (const each of crowd(300, 4)) rotation.join(each, 0)
    run(one, 100)
    run(other, 100)
    const kept = [...crowd(300, 4)].map(({ id }) => id)
    const turns = other.changes()
    const again = new Rotation(3, RULES, JSON.parse(JSON.stringify(other.memory())), turns)
    for (const each of crowd(300, 4).toReversed()) again.join(each, 1_000_000)
    expect(kept).toHaveLength(304)
    expect(run(again, 300, 1_000_000)).toEqual(run(one, 300, 1_000_000))
  })
})

describe('in room.yaml', () => {
  test('spans are read as people write them', () => {
    expect(['1 h', '90 minutes', '1 day', 'hour', '0.5h', '2 days'].map(readSpan)).toEqual([
      3_600_000, 5_400_000, 86_400_000, 3_600_000, 1_800_000, 172_800_000,
    ])
    expect(['', '5', '3 weeks', '10 s', '-1 h'].map(readSpan)).toEqual(Array(5).fill(undefined))
  })

  test('a day is as long as the wall is on', () => {
    const settings = rotationSchema.parse({
      promises: [
        { every: 'segment', within: '1 day' },
        { every: 'persona', within: '2 h' },
      ],
    })
    const screen = curationSchema.parse({ schedule: { hours: ['mon-fri 08:00-18:00', 'sat 09:00-13:00'] } })
    expect(shortestDayMs(screen, 'default')).toBe(4 * 3_600_000)
    expect(shortestDayMs(curationSchema.parse({}), 'default')).toBe(24 * 3_600_000)
    expect(coveragePromises(settings, 4 * 3_600_000).map(({ withinMs }) => withinMs / 3_600_000)).toEqual([
      4, 2,
    ])
  })

  test('what makes no sense is refused in plain words', () => {
    const said = (value: unknown) =>
      rotationSchema.safeParse(value).error?.issues.map(({ message }) => message)
    expect(said({ promises: [{ every: 'custmer', within: '1 h' }] })).toEqual([
      'has to be persona, segment, stage, theme, department or kind',
    ])
    expect(said({ promises: { every: 'persona', within: 'soon' } })?.[0]).toMatch(/write it as 1 h/)
    expect(said({ order: 'random' })).toEqual(['has to be shuffle or story'])
    expect(rotationSchema.parse(JSON.parse(JSON.stringify(rotationSchema.parse({}))))).toEqual(
      rotationSchema.parse({}),
    )
  })
})

describe('a story', () => {
  const pool = new TraitsPool()
  const ruth = pool.of(ofKind('personas/ruth', 'persona', { title: 'Ruth Almond' }))
  const her = { personas: ['Ruth Almond'] }
  const journey = pool.of(ofKind('j', 'journey', { ...her, stages: ['Book', 'Ride'] }))
  const quote = pool.of(ofKind('q', 'quote', { ...her, stages: ['ride'] }))
  const other = pool.of(ofKind('o', 'quote', { personas: ['marek'], stages: ['ride'] }))
  const call = pool.of(ofKind('c', 'call', { ...her, themes: ['lift'] }))
  const metric = pool.of(ofKind('m', 'metric', { themes: ['Lift'] }))
  const prompt = pool.of(ofKind('p', 'prompt', her))

  test('goes from a persona by a phase of her journey to her words, her voice, a figure and a question', () => {
    let story = told(NO_STORY, ruth)
    const steps = [journey, quote, call, metric, prompt].map((traits) => {
      const fit = fits(story, traits)
      story = told(story, traits)
      return `${fit?.link} ${fit?.skipped}`
    })
    expect(steps).toEqual(['persona 0', 'stage 0', 'persona 0', 'theme 0', 'persona 0'])
    expect(fits(told(told(NO_STORY, ruth), journey), other)).toBeUndefined()
  })

  test('is told by the rotation, chapter by chapter, while there are people to tell of', () => {
    const cards = ['ruth', 'marek', 'ines'].flatMap((name) => [
      ofKind(`personas/${name}`, 'persona'),
      ofKind(`journey-${name}`, 'journey', { personas: [name], stages: ['book', 'ride'] }),
      ofKind(`quote-${name}`, 'quote', { personas: [name], stages: ['ride'] }),
      ofKind(`call-${name}`, 'call', { personas: [name] }),
      ofKind(`metric-${name}`, 'metric', { personas: [name] }),
      ofKind(`prompt-${name}`, 'prompt', { personas: [name] }),
    ])
    for (let seed = 0; seed < 50; seed += 1) {
      const rotation = new Rotation(seed, { ...RULES, order: 'story', promises: [] })
      for (const each of cards) rotation.join(each, 0)
      const shown = run(rotation, 18 * 4).map(({ id }) => id)
      for (let chapter = 0; chapter < 12; chapter += 1) {
        const own = shown.slice(chapter * 6, chapter * 6 + 6)
        const name = own[0]?.replace('personas/', '')
        expect(own).toEqual([
          `personas/${name}`,
          ...['journey', 'quote', 'call', 'metric', 'prompt'].map((kind) => `${kind}-${name}`),
        ])
      }
    }
  })
})

test('reasons are sentences', () => {
  expect(tellReasons([])).toBe('Its turn had come.')
  expect(
    tellReasons([{ type: 'promise', promise: 'every persona within 1 h', value: 'ruth', isExtra: true }]),
  ).toBe('The promise “every persona within 1 h” asks for ruth: a turn beyond its share.')
  expect(
    tellReasons([
      { type: 'due', early: 0.4 },
      { type: 'relaxed', rule: 'persona' },
    ]),
  ).toBe(
    'Its turn was near, and it keeps the mix; though it is about the same persona as one just before it.',
  )
  expect(tellWait(34, 720_000)).toBe('Its turn comes in about 12 minutes: 34 turns are before it.')
  expect([tellSpan(1), tellSpan(5_400_000), tellSpan(90_000_000)]).toEqual(['1 minute', '2 hours', '1 day'])
})
