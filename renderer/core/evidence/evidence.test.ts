import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverage, leastCoverage, rarities } from './match.ts'
import { type Passage, type Tone, toneOf } from './passage.ts'
import { choose, isAgainst, majorityOf, type Ranked } from './rank.ts'
import { chooseStretch } from './stretch.ts'
import { sharedWords } from './theme-words.ts'

const tones = fc.constantFrom<Tone | undefined>('for', 'against', 'neither', undefined)

function rankedOf(tone: Tone | undefined, at: number): Ranked {
  const passage: Passage = {
    ...{ itemId: `q${at}`, kind: 'quote', title: '', text: `word${at} said${at} so${at}` },
    ...{ personas: [], themes: [], tone },
  }
  return { passage, coverage: 1, score: 100 - at }
}

test('a majority is more than half of those whose tone is known, and never less than half of all', () => {
  fc.assert(
    fc.property(fc.array(tones, { maxLength: 30 }), (list) => {
      const found = list.map(rankedOf)
      const majority = majorityOf(found)
      const known = list.filter((tone) => tone !== undefined)
      if (majority === undefined) {
        const most = Math.max(
          ...(['for', 'against'] as const).map((side) => known.filter((tone) => tone === side).length),
        )
        return known.length < 3 || 2 * known.length < list.length || 2 * most <= known.length
      }
      expect(majority.of).toBe(known.length)
      expect(majority.count).toBe(known.filter((tone) => tone === majority.tone).length)
      return 2 * majority.count > majority.of
    }),
  )
})

test('where there is a majority and somebody against it, both are among what is shown', () => {
  fc.assert(
    fc.property(fc.array(tones, { maxLength: 30 }), fc.integer({ min: 2, max: 6 }), (list, most) => {
      const found = list.map(rankedOf)
      const majority = majorityOf(found)
      const shown = choose(found, majority, most, () => true)
      expect(shown.length).toBe(Math.min(most, found.length))
      expect(shown).toEqual(shown.toSorted((a, b) => b.score - a.score))
      const dissent = ({ passage }: Ranked): boolean => isAgainst(passage, majority)
      expect(shown.some(dissent)).toBe(found.some(dissent))
      if (majority) expect(shown.some(({ passage }) => passage.tone === majority.tone)).toBe(true)
    }),
  )
})

test('what may not be shown just now is passed over, and the next one takes its place', () => {
  const found = [rankedOf('for', 0), rankedOf('for', 1), rankedOf('for', 2)]
  const shown = choose(found, undefined, 2, ({ passage }) => passage.itemId !== 'q0')
  expect(shown.map(({ passage }) => passage.itemId)).toEqual(['q1', 'q2'])
})

test('a tone is what the reader judged, else what the customer ticked, else unknown', () => {
  expect(toneOf({})).toBeUndefined()
  expect(toneOf({ sentiment: -0.5, stars: 5 })).toBe('against')
  expect(toneOf({ sentiment: 0, nps: 10 })).toBe('neither')
  expect([0, 2, 2.5, 4, 5].map((stars) => toneOf({ stars }))).toEqual([
    'against',
    'against',
    'neither',
    'for',
    'for',
  ])
  expect([0, 6, 7, 8, 9].map((nps) => toneOf({ nps }))).toEqual([
    'against',
    'against',
    'neither',
    'neither',
    'for',
  ])
  expect(['joy', 'irritation', 'surprise'].map((emotion) => toneOf({ emotion }))).toEqual([
    'for',
    'against',
    undefined,
  ])
})

test('one of two equally rare words is not enough; nobody has said a word that nobody knows', () => {
  const rarity = rarities([20, 20], 1_000)
  expect(coverage([1, 0], rarity)).toBeLessThan(leastCoverage(rarity))
  expect(coverage([1, 1], rarity)).toBeGreaterThan(leastCoverage(rarity))
  const strange = rarities([0, 20, 30], 1_000)
  expect(coverage([0, 1, 0], strange)).toBeLessThan(leastCoverage(strange))
  expect(leastCoverage([])).toBe(Number.POSITIVE_INFINITY)
})

test('a stretch is a part of the text as it stands, and begins and ends with a sentence', () => {
  const sentence = fc
    .array(fc.stringMatching(/^[a-z]{2,9}$/), { minLength: 2, maxLength: 12 })
    .map((words) => `So ${words.join(' ')}.`)
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), fc.nat(29), (list, wanted) => {
      const text = list.join(' ')
      const {
        text: stretch,
        from,
        to,
      } = chooseStretch(text, 'en', (each) => Number(each.trim() === list[wanted]))
      expect(text.slice(from, to)).toBe(stretch)
      expect(stretch).toMatch(/^So .*\.$/)
      const said = list[wanted]
      if (said !== undefined) expect(stretch).toContain(said)
    }),
  )
})

test('words that a theme shares are those that are rare elsewhere; too few texts share nothing', () => {
  const inside = Array.from({ length: 10 }, (_, at) => new Set(['queue', 'the', `own${at}`]))
  const outside = Array.from({ length: 50 }, (_, at) => new Set(['the', `other${at}`]))
  expect(sharedWords({ inside, outside })).toEqual(['queue'])
  expect(sharedWords({ inside: inside.slice(0, 4), outside })).toEqual([])
})
