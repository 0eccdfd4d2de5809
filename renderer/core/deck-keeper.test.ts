import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { card } from '../../tests/cards.ts'
import { type Curation, curationSchema } from './curation.ts'
import { type Card, cardStanding, type DeckChanges, makeDeck } from './deck.ts'
import { DeckKeeper } from './deck-keeper.ts'

const START = Date.UTC(2026, 2, 27, 12)
const HOUR_MS = 3_600_000

/** Items of files of their own, and rows of two tables. */
const IDS = [...'abcd', 't#1', 't#2', 't#u#1', 'tt#1']

const day = fc.constantFrom('2026-03-27', '2026-03-28', '2026-03-29', '2026-03-29T01:30', '2026-04-01')
const cards = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom(...IDS),
    from: fc.option(day),
    until: fc.option(day),
    weight: fc.nat(2),
  }),
  { selector: ({ id }) => id, maxLength: 8 },
)
const items = fc.dictionary(
  fc.constantFrom(...IDS, 't#*', 't#u#*'),
  fc.oneof(
    fc.record({ hidden: fc.boolean() }),
    fc.record({ weight: fc.nat(3) }),
    fc.record({ until: day }),
    fc.record({ dayparts: fc.constantFrom(['Mo-Fr 09:00-12:00'], ['daily 22:00-02:00']) }),
  ),
  { maxKeys: 4 },
)
type Happening =
  | { readonly type: 'time'; readonly hours: number }
  | { readonly type: 'cards'; readonly cards: readonly Card[] }
  | { readonly type: 'curation'; readonly curation: Curation }
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({ type: fc.constant('time' as const), hours: fc.constantFrom(-30, 0.25, 1, 7, 30) }),
  fc.record({
    type: fc.constant('cards' as const),
    cards: cards.map((list) =>
      list.map(({ id, from, until, weight }) =>
        card(id, {
          weight,
          facts: { basis: 'none', personalData: [], from: from ?? undefined, until: until ?? undefined },
        }),
      ),
    ),
  }),
  fc.record({
    type: fc.constant('curation' as const),
    curation: fc
      .record({ items, timezone: fc.constantFrom('Europe/London', 'Europe/London', 'Asia/Tokyo') })
      .map((room) => curationSchema.parse(room)),
  }),
)

describe('the deck of a room that is edited', () => {
  test('is the one that would be made anew, and its news add up to it', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 14 }), (story) => {
        const keeper = new DeckKeeper()
        const told = new Map<string, Card>()
        let [now, list, curation]: [number, readonly Card[], Curation] = [START, [], curationSchema.parse({})]
        for (const each of story) {
          if (each.type === 'time') now += each.hours * HOUR_MS
          if (each.type === 'cards') list = keptOf(list, each.cards)
          if (each.type === 'curation') curation = each.curation
          const context = { screen: 'default', now }
          const { come, gone } = keeper.update(list, curation, context)
          for (const id of gone) told.delete(id)
          for (const card of come) told.set(card.id, card)
          const wanted = makeDeck(list, curation, context)
          expect([...keeper.deck.byId.keys()].sort()).toEqual([...wanted.byId.keys()].sort())
          for (const [id, { weight }] of wanted.byId) expect(keeper.deck.byId.get(id)?.weight).toBe(weight)
          expect(told).toEqual(new Map(keeper.deck.byId))
          expect(keeper.deck.total).toBe(list.length)
          for (const one of list) {
            expect(keeper.find(one.id)?.standing.state).toBe(cardStanding(one, curation, context).state)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('judged portion by portion it comes to the same, and what is on comes first', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { maxLength: 10 }),
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.nat(3), { maxLength: 10 }),
        (story, most, pauses) => {
          const keeper = new DeckKeeper()
          const told = new Map<string, Card>()
          const tell = ({ come, gone }: DeckChanges): void => {
            for (const id of gone) told.delete(id)
            for (const each of come) told.set(each.id, each)
            expect(told).toEqual(new Map(keeper.deck.byId))
          }
          let [now, list, curation]: [number, readonly Card[], Curation] = [
            START,
            [],
            curationSchema.parse({}),
          ]
          for (const [at, each] of story.entries()) {
            if (each.type === 'time') now += each.hours * HOUR_MS
            if (each.type === 'cards') list = keptOf(list, each.cards)
            if (each.type === 'curation') curation = each.curation
            const context = { screen: 'default', now }
            tell(keeper.update(list, curation, context, { most, first: ['e'] }))
            const fifth = list.find(({ id }) => id === 'e')
            if (fifth) expect(keeper.find('e')?.standing).toEqual(cardStanding(fifth, curation, context))
            for (let pause = 0; pause < (pauses[at] ?? 0); pause += 1) tell(keeper.goOn(most))
          }
          while (keeper.isBehind) tell(keeper.goOn(most))
          const wanted = makeDeck(list, curation, { screen: 'default', now })
          expect([...keeper.deck.byId.keys()].sort()).toEqual([...wanted.byId.keys()].sort())
          for (const one of list) expect(keeper.find(one.id)?.card).toBe(one)
        },
      ),
      { numRuns: 400 },
    )
  })

  test('one changed item, and one whose day has come, are one judgement', () => {
    const keeper = new DeckKeeper()
    const curation = curationSchema.parse({ timezone: 'UTC' })
    const list = Array.from({ length: 1_000 }, (_, at) =>
      card(`${at}`, {
        facts: { basis: 'none', personalData: [], until: at === 7 ? '2026-03-27' : '2026-04-09' },
      }),
    )
    const at = (now: number) => ({ screen: 'default', now })
    expect(keeper.update(list, curation, at(START)).judged).toHaveLength(1_000)
    const edited = list.with(500, card('500', { title: 'Other words' }))
    expect(keeper.update(edited, curation, at(START)).judged).toHaveLength(1)
    expect(keeper.atTime(at(START + HOUR_MS)).judged).toHaveLength(0)
    expect(keeper.nextChange).toBe(Date.UTC(2026, 2, 28))
    const news = keeper.atTime(at(Date.UTC(2026, 2, 28)))
    expect([news.judged.length, news.gone]).toEqual([1, ['7']])
  })
})

/** What did not change is the same object, as the index gives it. */
function keptOf(before: readonly Card[], after: readonly Card[]): readonly Card[] {
  return after.map((each) => before.find((old) => JSON.stringify(old) === JSON.stringify(each)) ?? each)
}
