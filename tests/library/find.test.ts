import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { ageNumber } from '../../electron/admin/find-filter.ts'
import { UNDATED } from '../../electron/admin/item-columns.ts'
import { mayBeFound, searchWords } from '../../electron/library/search-words.ts'
import {
  AGES,
  FACETS,
  type Facet,
  FIND_SORTS,
  type FindFilters,
  type FindQuery,
  STANDINGS,
} from '../../renderer/core/admin/find.ts'
import { decisionFor } from '../../renderer/core/curation.ts'
import { judge } from '../../renderer/core/deck.ts'
import { beginOf, localMinute } from '../../renderer/core/local-time.ts'
import { holdsTerm, searchTerms } from '../../renderer/core/search-text.ts'
import { askRoom, NOON } from './admin-room.ts'
import { makeRoom, personaFile, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom
let asked: ReturnType<typeof askRoom>

afterEach(async () => {
  asked.close()
  await room.close()
})

const PERSONAS = ['', 'Ruth', 'Amir; Ruth', 'Zoë']
const THEMES = ['', 'lifts', 'lifts; fares', '電車']
const TEXTS = [
  'The lift is broken',
  'Straße gesperrt',
  '電車が遅れた',
  'Café closed again',
  'I waited for the lift',
]
const DATES = ['2026', '2026-06-20', '2026-03', '2024-01-01', '2019']

interface Row {
  readonly text: string
  readonly persona: string
  readonly theme: string
  readonly captured: string
  readonly mail: boolean
}
const row: fc.Arbitrary<Row> = fc.record({
  text: fc.constantFrom(...TEXTS),
  persona: fc.constantFrom(...PERSONAS),
  theme: fc.constantFrom(...THEMES),
  captured: fc.constantFrom(...DATES),
  mail: fc.nat(5).map((number) => number === 0),
})

function table(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ text, persona, theme, captured, mail }, at) =>
      `${at},${text}${mail ? ', write to ruth@example.org' : ''}`.replace(/,(.*)$/s, ',"$1"') +
      `,Card,${captured},${persona},${theme}`,
  )
  return ['id,quote,source,captured,persona,theme', ...lines, ''].join('\n')
}

const ROOM_YAML = `timezone: Europe/London
audience: staff
screens: {lobby: {audience: staff}, street: {audience: public}}
items:
  quotes/voices#0: {hidden: true}
  quotes/voices#1: {until: 2026-05-01, weight: 3}
  quotes/voices#2: {from: 2027-01-01}
  quotes/voices#3: {weight: 9, pinned: true}
`
const SIDECARS = {
  'quotes/voices.yaml':
    'evidence: research\nconsent: {who: list 7, given: 2026-01-01, purposes: [display], audience: [staff]}\n',
  'quotes/public.md': quoteFile('The lift was late.', 'theme: lifts\n'),
  'quotes/secret.md': quoteFile('The lift of Zanzibar.').replace(
    '{public_source: The annual report}',
    '{who: list 8, given: 2020-01-01, purposes: [display], audience: [staff]}',
  ),
  'personas/ruth.md': personaFile('Ruth'),
}

const filters: fc.Arbitrary<FindFilters> = fc.record(
  {
    kind: fc.subarray(['quote', 'persona', 'call']),
    standing: fc.subarray([...STANDINGS]),
    persona: fc.subarray(['', 'Ruth', 'Amir', 'nobody']),
    theme: fc.subarray(['', 'lifts', 'fares', '電車']),
    age: fc.subarray([...AGES]),
  },
  { requiredKeys: [] },
)
const query: fc.Arbitrary<FindQuery> = fc.record(
  {
    text: fc.constantFrom(
      'lift',
      'li',
      '電',
      '電車',
      'strasse',
      'cafe lift',
      'the lift',
      'zanzibar',
      'ruth',
      'voices',
      'report',
      'a',
      '',
    ),
    filters,
    screen: fc.constantFrom('lobby', 'street'),
    sort: fc.constantFrom(...FIND_SORTS),
    from: fc.nat(6),
    count: fc.integer({ min: 0, max: 30 }),
  },
  { requiredKeys: ['from', 'count'] },
)

/** What every item is found by, said once more and plainly. */
function naive({ text = '', filters: wanted = {}, screen = 'lobby' }: FindQuery): string[] {
  const curation = room.reader.curation()
  const standingOf = judge(curation, { screen, now: NOON })
  const minute = localMinute(NOON, 'Europe/London')
  const today = Math.floor(beginOf(minute.slice(0, 10)) / 86_400_000)
  return room.reader
    .cards()
    .filter((card) => {
      const { state } = standingOf(card)
      const day = card.captured === undefined ? UNDATED : Math.floor(beginOf(card.captured) / 86_400_000)
      const values: Readonly<Record<Facet, readonly string[]>> = {
        kind: [card.kind],
        standing: [state],
        persona: card.personas,
        stage: card.stages ?? [],
        theme: card.themes ?? [],
        segment: card.segments ?? [],
        department: card.departments ?? [],
        age: [AGES[ageNumber(day, today)] ?? ''],
      }
      const agrees = FACETS.every((facet) => {
        const choice = wanted[facet] ?? []
        if (choice.length === 0) return true
        return values[facet].length === 0
          ? choice.includes('')
          : values[facet].some((each) => choice.includes(each))
      })
      const item = room.reader.item(card.id)
      // The search is kept by the machine's own clock, the wall goes by the test's.
      const isOpen = mayBeFound(card.facts, decisionFor(curation, card.id), localMinute(Date.now()))
      const { head, body } = item ? searchWords(item, isOpen) : { head: '', body: '' }
      const isHidden = state === 'withheld' || state === 'expired'
      const isFound = searchTerms(text).every(
        (term) => holdsTerm(head, term) || (!isHidden && holdsTerm(body, term)),
      )
      return agrees && isFound
    })
    .map(({ id }) => id)
    .sort()
}

test('with any words and filters, on any screen, what is found is what a plain filter finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.array(query, { minLength: 30, maxLength: 30 }),
      async (rows, queries) => {
        room = await makeRoom({ ...SIDECARS, 'room.yaml': ROOM_YAML, 'quotes/voices.csv': table(rows) })
        await room.index()
        asked = askRoom(room)
        for (const each of queries) {
          const expected = naive(each)
          const { ids } = await asked.ask.findIds(each)
          expect([each, [...ids].sort()]).toEqual([each, expected])
          const found = await asked.ask.find(each)
          expect(found.total).toBe(expected.length)
          expect(found.rows.map(({ id }) => id)).toEqual(ids.slice(each.from, each.from + each.count))
          for (const facet of FACETS)
            for (const { value, count } of found.facets[facet])
              expect([facet, value, count]).toEqual([
                facet,
                value,
                naive({ ...each, filters: { ...each.filters, [facet]: [value] } }).length,
              ])
        }
        asked.close()
        await room.close()
      },
    ),
    { numRuns: 4 },
  )
  room = await makeRoom({})
  asked = askRoom(room)
})

test('a list follows every edit of the room', async () => {
  room = await makeRoom({ 'room.yaml': ROOM_YAML, 'quotes/a.md': quoteFile('The lift.') })
  await room.index()
  asked = askRoom(room)
  const ids = async (more: Partial<FindQuery> = {}) =>
    (await asked.ask.findIds({ from: 0, count: 0, ...more })).ids
  expect(await ids()).toEqual(['quotes/a'])
  await room.put({ 'quotes/b.md': quoteFile('The bus.'), 'quotes/c.md': quoteFile('The tram and the lift.') })
  await room.index()
  asked.host.indexChanged()
  expect(await ids({ sort: 'place' })).toEqual(['quotes/a', 'quotes/b', 'quotes/c'])
  expect(await ids({ text: 'lift' })).toEqual(['quotes/a', 'quotes/c'])
  await room.remove('quotes/a.md')
  await room.put({
    'quotes/b.md': quoteFile('Another lift.'),
    'room.yaml': 'items: {quotes/c: {hidden: true}}\n',
  })
  await room.index()
  asked.host.indexChanged()
  expect(await ids({ text: 'lift', sort: 'place' })).toEqual(['quotes/b', 'quotes/c'])
  expect(await ids({ filters: { standing: ['hidden'] } })).toEqual(['quotes/c'])
})

test('each order is what it says', async () => {
  room = await makeRoom({
    'room.yaml': 'timezone: UTC\nitems: {quotes/b: {weight: 5}}\n',
    'quotes/a.md': quoteFile('Zebra.').replace('2026-03-04', '2020-01-01'),
    'quotes/b.md': quoteFile('apple.').replace('2026-03-04', '2026-01-01'),
    'quotes/c.md': quoteFile('Äpfel.').replace('2026-03-04', '2023'),
  })
  await room.index()
  asked = askRoom(room)
  const order = async (sort: FindQuery['sort']) => {
    const { ids } = await asked.ask.findIds({ sort, from: 0, count: 0 })
    return ids.map((id) => id.slice(-1)).join('')
  }
  expect(await order('title')).toBe('cba')
  expect(await order('place')).toBe('abc')
  expect(await order('newest')).toBe('bca')
  expect(await order('oldest')).toBe('acb')
  expect(await order('weight')).toBe('bca')
  expect(await order('least-played')).toBe('cba')
  const shown = asked.show(7)
  const times = (id: string) => shown.filter((each) => each === `quotes/${id}`).length
  const { rows } = await asked.ask.find({ sort: 'most-played', from: 0, count: 10 })
  expect(rows.map(({ id, plays }) => [id, plays])).toEqual(rows.map(({ id }) => [id, times(id.slice(-1))]))
  expect(rows[0]?.id).toBe('quotes/b')
  const last = await asked.ask.find({ sort: 'last-shown', from: 0, count: 1 })
  expect(last.rows[0]?.id).toBe(shown.at(-1))
  expect(rows.reduce((sum, { share = 0 }) => sum + share, 0)).toBeCloseTo(1)
})

test('a title that is found comes before a text that is', async () => {
  room = await makeRoom({
    'quotes/a.md': quoteFile('The long lift story of a city that waits.', 'title: About waiting\n'),
    'quotes/z.md': quoteFile('Nothing of it.', 'title: Your lift\n'),
  })
  await room.index()
  asked = askRoom(room)
  const { rows, isWhole } = await asked.ask.find({ text: 'lift', from: 0, count: 9 })
  expect(rows.map(({ id }) => id)).toEqual(['quotes/z', 'quotes/a'])
  expect(isWhole).toBe(true)
})
