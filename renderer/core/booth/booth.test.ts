import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card } from '../../../tests/cards.ts'
import type { CastMember } from '../contract.ts'
import { mmPerPixel, stageUnitPx } from '../legibility.ts'
import { bandPx, boothWallSize, TARGET_MM, targetPx } from './band.ts'
import { WAYS } from './calls.ts'
import { choicesOf, chosenCards, MOST_ITEMS } from './choices.ts'
import { HOME, type Place, type PlaceEvent, stepPlace } from './place.ts'

const event: fc.Arbitrary<PlaceEvent> = fc.oneof(
  fc.constantFrom<PlaceEvent>({ type: 'home' }, { type: 'next' }, { type: 'back' }),
  fc.constantFrom(...WAYS).map((way) => ({ type: 'way' as const, way })),
  fc.integer({ min: -3, max: 30 }).map((from) => ({ type: 'more' as const, from })),
  fc.nat(5).map((count) => ({ type: 'choose' as const, value: 'lifts', count })),
  fc.nat(4).map((phases) => ({ type: 'feel' as const, itemId: 'journeys/ruth', phases })),
)

describe('where a visitor is', () => {
  test('is always a place that there is, whatever she touches', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const place = events.reduce<Place>(stepPlace, HOME)
        if (place.at === 'slides') expect(place.index).toBeLessThan(place.count)
        if (place.at === 'feel') expect(place.phase).toBeLessThan(place.phases)
        if (place.at === 'choices') expect(place.from).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('leads home by Back alone, from everywhere', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let place = events.reduce<Place>(stepPlace, HOME)
        for (let steps = 0; place.at !== 'home'; steps += 1) {
          expect(steps).toBeLessThan(20)
          place = stepPlace(place, { type: 'back' })
        }
      }),
    )
  })

  test('goes round: after the last slide the first, after the last phase the journey', () => {
    const chosen = [
      { type: 'way', way: 'persona' },
      { type: 'choose', value: 'personas/ruth', count: 2 },
    ] as const
    const slides = chosen.reduce<Place>(stepPlace, HOME)
    const twice = stepPlace(stepPlace(slides, { type: 'next' }), { type: 'next' })
    expect(twice).toEqual(slides)
    const feel = stepPlace(slides, { type: 'feel', itemId: 'journeys/ruth', phases: 1 })
    expect(feel.at).toBe('feel')
    expect(stepPlace(feel, { type: 'next' })).toEqual(slides)
    expect(stepPlace(feel, { type: 'back' })).toEqual(slides)
  })
})

describe('what can be explored', () => {
  const names = fc.subarray(['lifts', 'Lifts ', 'tickets', 'fares'])
  const cards = fc.uniqueArray(
    fc.record({
      id: fc.nat(200).map(String),
      themes: names,
      stages: names,
      personas: fc.subarray(['ruth', 'tomas']),
    }),
    { selector: ({ id }) => id, maxLength: 60 },
  )
  const members = (wanted: readonly string[]): readonly CastMember[] =>
    wanted
      .filter((name) => name === 'ruth')
      .map((name) => ({ id: name, name, paper: 'sky', evidence: 'research' }))

  test('is what there is: as many as are counted are found, each of them once', () => {
    fc.assert(
      fc.property(cards, (given) => {
        const room = given.map(({ id, ...rest }) => card(id, rest))
        const choices = choicesOf(room, members)
        for (const way of WAYS) {
          for (const { value, count } of choices[way]) {
            const found = chosenCards(room, way, value, members)
            expect(found).toHaveLength(Math.min(count, MOST_ITEMS))
            expect(new Set(found).size).toBe(found.length)
          }
        }
        // Whoever may not be shown is nobody's choice.
        expect(choices.persona.every(({ value }) => value === 'ruth')).toBe(true)
        expect(new Set(choices.theme.map(({ value }) => value.trim().toLowerCase())).size).toBe(
          choices.theme.length,
        )
      }),
    )
  })
})

describe('what is touched', () => {
  const panel = fc.record({
    diagonalInches: fc.integer({ min: 10, max: 98 }),
    distanceM: fc.constantFrom(0.5, 0.8, 1.5, 3),
    widthPx: fc.constantFrom(1080, 1280, 1920, 3840),
    heightPx: fc.constantFrom(720, 1080, 1920, 2160),
  })

  test('is at least 20 mm high on every panel, and leaves room for a slide', () => {
    fc.assert(
      fc.property(panel, (each) => {
        const mm = mmPerPixel(each)
        expect(targetPx(each) * mm).toBeGreaterThanOrEqual(TARGET_MM)
        const rows = each.heightPx > each.widthPx ? 2 : 1
        expect((bandPx(each) / rows) * mm).toBeGreaterThanOrEqual(TARGET_MM)
        const left = boothWallSize(each).heightU * stageUnitPx(each)
        expect(left + bandPx(each)).toBeCloseTo(each.heightPx)
        expect(left / each.heightPx).toBeGreaterThan(0.55)
      }),
    )
  })
})
