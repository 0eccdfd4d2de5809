import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { deleteSearch } from '../../electron/library/search-file.ts'
import { askEvidence } from './ask-evidence.ts'
import { type Files, makeRoom, quoteFile, type TestRoom } from './open-room.ts'
import {
  type Consent,
  filesOf,
  type Model,
  mayBeShown,
  roomYaml,
  type Slot,
  type Who,
} from './privacy-model.ts'

/** What a chair gets to quote: from every kind that holds a customer's words, and from nothing that may not be shown. */

let room: TestRoom | undefined
let asked: ReturnType<typeof askEvidence> | undefined

afterEach(async () => {
  asked?.close()
  await room?.close()
  room = undefined
})

async function ask(files: Files, now?: number) {
  room = await makeRoom(files)
  await room.index()
  asked = askEvidence(room, now === undefined ? {} : { now })
  return asked
}

function sample(): Files {
  const root = join(import.meta.dirname, '../../content')
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\.\w+$/.test(name))
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name))]))
}

test('of a call it quotes the customer and not us, of a field note what she said; ideas and a figure come along', async () => {
  const { find } = await ask(sample())
  const lift = await find('the lift')
  expect(lift.verbatims.length).toBeGreaterThan(0)
  for (const { text } of lift.verbatims) expect(text).toMatch(/lift/i)
  const ramps = await find('booking a ramp')
  expect(ramps.figure).toMatchObject({ kind: 'metric', asks: { type: 'of-ten' } })
  expect(ramps.figure?.value).toBeGreaterThanOrEqual(0)
  expect(ramps.figure?.value).toBeLessThanOrEqual(10)
})

test('sides come from sentiment, stars, NPS and what a colleague saw, and are unknown where nobody said', async () => {
  const rows = [
    'id,quote,source,captured,nps,stars',
    '1,The queue at the counter was quick today,Card,2026-02-01,10,',
    '2,A short queue and a smile for my son,Card,2026-02-02,9,',
    '3,There was no queue at all when I came,Card,2026-02-03,,5',
    '4,I stood in the queue for half an hour in the rain,Card,2026-02-04,2,',
    '5,The queue was as it always is,Card,2026-02-05,8,',
  ]
  const { find } = await ask({
    'quotes/cards.csv': rows.join('\n'),
    'quotes/cards.yaml': 'public_source: The annual report\n',
    'room.yaml': 'themes: {waiting: [queue, "too long"]}\n',
  })
  const { verbatims, majority } = await find('waiting')
  expect(majority).toEqual({ tone: 'for', count: 3, of: 5 })
  expect(verbatims.filter(({ isAgainst }) => isAgainst).map(({ itemId }) => itemId)).toEqual([
    'quotes/cards#4',
  ])
  const two = await find('waiting', { most: 2 })
  expect(two.verbatims.map(({ isAgainst }) => isAgainst).toSorted()).toEqual([false, true])
})

test('without tones nobody is against anybody', async () => {
  const texts = ['The queue is long', 'A queue around the house', 'No queue, thank you', 'I like to queue']
  const { find } = await ask(
    Object.fromEntries(texts.map((text, at) => [`quotes/q${at}.md`, quoteFile(text, '')])),
  )
  const { verbatims, majority } = await find('queue')
  expect(majority).toBeUndefined()
  expect(verbatims).toHaveLength(4)
  expect(verbatims.some(({ isAgainst }) => isAgainst)).toBe(false)
})

test('of a long answer whole sentences are quoted, and it says that it goes on', async () => {
  const filler = 'Then we talked about the garden, the dog and the weather for quite a while. '
  const text =
    `${filler.repeat(8)}The ramp was never there when I came. I had booked it twice. ${filler.repeat(8)}`.trim()
  const { find } = await ask({ 'quotes/long.md': quoteFile(text) })
  const [found] = (await find('ramp')).verbatims
  expect(found?.text).toContain('The ramp was never there when I came.')
  expect(text).toContain(found?.text)
  expect(found?.text).toMatch(/^[A-Z].*\.$/s)
  expect(found?.goesOn).toEqual({ before: true, after: true })
})

test('hers comes first, a copy is told once, and the answer that a prompt names comes before all', async () => {
  const { find } = await ask({
    'personas/ruth.md':
      '---\nname: Ruth\nquote: I need the lift.\nevidence: research\ncomposite: true\n---\n',
    'quotes/a.md': quoteFile('The lift was out of order on Monday.', 'persona: Tomas\n'),
    'quotes/b.md': quoteFile('The lift was broken when I had my pram.', 'persona: Ruth\n'),
    'quotes/c.md': quoteFile('The lift was out of order on Monday.', 'persona: Tomas\n'),
    'quotes/d.md': quoteFile('Nobody told me anything.'),
  })
  const hers = await find('lift', { persona: 'personas/ruth' })
  expect(hers.verbatims.map(({ itemId }) => itemId)).toEqual(['quotes/b', 'quotes/a'])
  const named = await find('lift', { answer: 'quotes/d' })
  expect(named.verbatims[0]?.itemId).toBe('quotes/d')
})

test('what the texts of a theme share is a hint at it; other languages are found by their own forms', async () => {
  const inside = ['tonight', 'again', 'in March', 'on Sunday', 'as ever', 'at noon'].map(
    (when, at): [string, string] => [
      `quotes/in${at}.md`,
      quoteFile(
        `The timetable and the announcement contradicted each other ${when}.`,
        'theme: information\n',
      ),
    ],
  )
  const outside = Array.from({ length: 30 }, (_, at): [string, string] => [
    `quotes/out${at}.md`,
    quoteFile(`A friendly driver waited for number ${at}.`),
  ])
  const { find } = await ask({
    ...Object.fromEntries([...inside, ...outside]),
    'quotes/untagged.md': quoteFile('An announcement that nobody could square with the timetable.'),
    'quotes/de.md': quoteFile('Die Fahrstühle am Hauptbahnhof sind schon wieder kaputt.', 'lang: de\n'),
    'quotes/ja.md': quoteFile('電車が遅れて、駅で長い間待ちました。', 'lang: ja\n'),
    'quotes/ar.md': quoteFile('القطار متأخر مرة أخرى', 'lang: ar\n'),
  })
  const information = await find('information', { theme: 'information', most: 12 })
  expect(information.verbatims.map(({ itemId }) => itemId)).toContain('quotes/untagged')
  const idsOf = async (words: string, language: string) =>
    (await find(words, { language })).verbatims.map(({ itemId }) => itemId)
  expect(await idsOf('Fahrstuhl', 'de')).toEqual(['quotes/de'])
  expect(await idsOf('Bahnhof', 'de')).toEqual(['quotes/de'])
  expect(await idsOf('電車の遅れ', 'ja')).toEqual(['quotes/ja'])
  expect(await idsOf('قطار', 'ar')).toEqual(['quotes/ar'])
})

test('while there is no search.db, the same is found more slowly', async () => {
  const { find } = await ask(sample())
  const before = await find('lift')
  asked?.close()
  if (room) deleteSearch(room.dataDir)
  expect(await find('lift')).toEqual(before)
})

const audiences = fc.subarray<Who>(['staff', 'guests', 'public'], { minLength: 1 })
const day = fc.integer({ min: 120, max: 190 })
const consent: fc.Arbitrary<Consent> = fc.record({
  purposes: fc.constantFrom(['display'], ['display', 'training'], ['recording']),
  audience: audiences,
  given: fc.constantFrom(10, 100, 155),
  expires: fc.option(day, { nil: undefined }),
  withdrawn: fc.constantFrom(false, false, false, true),
})
const slots: fc.Arbitrary<Slot[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom('quote' as const, 'quote' as const, 'call' as const),
      consent: fc.oneof(consent, fc.constant('public' as const), fc.constant(undefined)),
      audience: fc.option(audiences, { nil: undefined, freq: 1 }),
      until: fc.option(day, { nil: undefined, freq: 1 }),
      personalData: fc.constantFrom('' as const, '' as const, 'mail' as const, 'card' as const),
      isCleared: fc.boolean(),
      isChecked: fc.constantFrom(true, true, false),
    }),
    { minLength: 4, maxLength: 12 },
  )
  .map((made) =>
    made.map((each, at) => ({
      ...each,
      id: `${each.kind}s/s${at}`,
      token: `tok${at}`,
      exists: true,
      isComposite: false,
    })),
  )

const NOW = Date.UTC(2026, 5, 1, 12)

test('never a word of what may not be shown to whom it is asked for, in any mixture of standings', async () => {
  await fc.assert(
    fc.asyncProperty(
      slots,
      fc.constantFrom<Who>('staff', 'guests', 'public'),
      fc.subarray([0, 1, 2, 3]),
      async (made, audience, hidden) => {
        const model: Model = {
          slots: made,
          audience,
          hidden: new Set(hidden.map((at) => made[at]?.id ?? '')),
          erased: new Set(),
          quotesDefault: undefined,
          highest: NOW,
          now: NOW,
        }
        const files = await Promise.all(made.map(filesOf))
        const one = await makeRoom({ ...Object.assign({}, ...files), 'room.yaml': roomYaml(model) })
        try {
          await one.index()
          const { find, close } = askEvidence(one, { now: NOW })
          const { verbatims } = await find('said', { most: 20 })
          close()
          const may = made.filter((slot) => mayBeShown(model, slot))
          const found = verbatims.map(({ itemId }) => itemId)
          expect(may.map(({ id }) => id)).toEqual(expect.arrayContaining(found))
          // The words of what hangs on a date are kept by the machine's own clock, which is past the test's.
          const undated = may.filter((slot) => slot.consent === 'public' && slot.until === undefined)
          // What is said in nearly the same words is said once: those with the same personal data differ in one word.
          const kinds = made.filter(({ id }) => found.includes(id)).map(({ personalData }) => personalData)
          expect(kinds).toEqual(expect.arrayContaining(undated.map(({ personalData }) => personalData)))
        } finally {
          await one.close()
        }
      },
    ),
    { numRuns: 12, endOnFailure: true },
  )
}, 120_000)
