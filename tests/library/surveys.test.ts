import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/** Tables that are no list of items: raw answers, lists of customers, a second table below the first. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

const ANSWERS = [
  'Respondent ID,Name,Gender,Is it rude to recline?,How satisfied are you?,Anything else?',
  '1,Jo Doe,F,"No, not at all",4,The lift was broken again',
  '2,Al Roe,M,"Yes, very",5,',
  '3,Bo Poe,F,"No, not at all",4,Nobody told us where to go',
  '4,Cy Coe,M,,1,',
  '5,Di Moe,F,"No, not at all",5,',
  '6,Ed Noe,M,"Yes, very",4,',
].join('\n')

test('each closed question of a survey is a result; its people are not read, and adding rows keeps its id', async () => {
  const made = await indexed({ 'feedback/air.csv': ANSWERS, 'feedback/air.yaml': 'period: 2014-08\n' })
  const ids = ['feedback/air#How satisfied are you?', 'feedback/air#Is it rude to recline?']
  expect(made.ids().toSorted()).toEqual(ids)
  expect(made.reader.item(ids[1] ?? '')).toMatchObject({
    envelope: { n: 5 },
    body: {
      period: '2014-08',
      result: 'No, not at all',
      distribution: [
        { answer: 'No, not at all', share: 60 },
        { answer: 'Yes, very', share: 40 },
      ],
    },
  })
  expect(made.reader.item(ids[0] ?? '')?.body).toMatchObject({
    distribution: [{ answer: '1' }, { answer: '4' }, { answer: '5' }],
  })
  expect(made.told().join('\n')).toMatch(/answers of 6 people: the 2 questions.*Left out.*“Gender”/)
  expect(JSON.stringify([made.reader.cards(), made.told()])).not.toMatch(/Doe|Roe/)
  await made.put({ 'feedback/air.csv': `${ANSWERS}\n7,Fi Zoe,F,"Yes, very",2,\n` })
  await made.index()
  expect(made.ids().toSorted()).toEqual(ids)
  expect(made.reader.item(ids[1] ?? '')?.envelope.n).toBe(6)
})

test('a survey without a date is one problem, whose hint is enough', async () => {
  const made = await indexed({ 'feedback/air.csv': ANSWERS })
  const errors = made.told().filter((line) => line.startsWith('error'))
  expect(errors).toEqual([
    expect.stringMatching(
      /2 closed questions; when they were asked .* feedback\/air\.yaml, such as period: 2026-02$/,
    ),
  ])
  await made.put({ 'feedback/air.yaml': 'period: 2026-02' })
  await made.index()
  expect(made.ids()).toHaveLength(2)
})

test('a list of customers among the metrics: what it is, and a figure that is only offered', async () => {
  const rows = Array.from(
    { length: 40 },
    (_, n) => `c${n},${n % 2 === 0 ? 'Yes' : 'No'},${n},${n < 10 ? 'Yes' : 'No'}`,
  )
  const made = await indexed({
    'metrics/customers.csv': `customerID,Partner,tenure,Churn\n${rows.join('\n')}\n`,
  })
  expect(made.ids()).toEqual([])
  const told = made.told().join('\n')
  expect(told).toContain('“Churn” is Yes for 10 of 40, 25 %')
  const yaml = /metrics\/churn\.yaml .*?: (\{.*?\}) - /.exec(told)?.[1] ?? ''
  await made.put({ 'metrics/churn.yaml': yaml })
  await made.remove('metrics/customers.csv')
  await made.index()
  expect(made.reader.item('metrics/churn')).toMatchObject({
    body: { value: 25, unit: '%' },
    envelope: { n: 40 },
  })
  expect(made.told().filter((line) => line.startsWith('error'))).toEqual([])
})

test('a second table on the sheet is no row of the first, and a line of totals is no item', async () => {
  const made = await indexed({
    'room.yaml': 'defaults: {quotes: {source: Card, public_source: The report}}\n',
    'quotes/two.csv':
      'Date,Comment\n2026-02-01,"The lift was\nbroken again, and nobody said so."\n2026-02-02,"A man carried my suitcase up the stairs."\n\nStation,Trains,Late\nEdda,120,14\n',
    'feedback/sum.csv':
      'Question,Scale,n,Period,Result\nHow easy was it?,1-5,120,2026-01,3.9\nTotal,,120,,\n',
  })
  expect(made.ids()).toHaveLength(3)
  expect(made.told().filter((line) => line.startsWith('error'))).toEqual([])
  expect(made.told().join('\n')).toMatch(
    /warning quotes\/two\.csv:6: Another table begins here, with 3 columns instead of 2/,
  )
})

test('a table without a header is told', async () => {
  const made = await indexed({
    'room.yaml': 'defaults: {quotes: {source: Card, captured: 2026, public_source: The report}}\n',
    'quotes/bare.csv':
      '2026-01-01,"The lift was broken again and nobody told us."\n2026-01-02,"A man carried my suitcase up all of the stairs."\n',
  })
  expect(made.told().join('\n')).toContain('The first line holds a date, so it seems to be an answer')
})

test('what another program wrote is one line, and what lies beside it is read once it is gone', async () => {
  const made = await indexed({
    'calls/a.json': JSON.stringify({ regions: [], cues: [{ a: 1 }], styles: [] }, undefined, 1),
    'quotes/package.json': JSON.stringify(
      { name: 'x', version: '1', scripts: { a: 'b' }, license: 'MIT' },
      undefined,
      1,
    ),
  })
  expect(made.told()).toEqual([
    expect.stringMatching(/^error calls\/a\.json.*This is no call: it has regions, cues, styles/),
    expect.stringMatching(/^error quotes\/package\.json.*This is no quote/),
  ])
})

test('codes that somebody gave to answers are no result, and it is told what they are', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, n) => `${n};${n % 3 === 0 ? 'ux,speed' : 'ux'};key(board)?|hot keys`,
  )
  const made = await indexed({ 'feedback/themes.csv': `;themes;keywords\n${rows.join('\n')}\n` })
  expect(made.told()).toEqual([
    expect.stringContaining(
      '“themes” holds codes that somebody gave to what people wrote, several to an answer; of 30 the most frequent are ux (30), speed (10)',
    ),
  ])
})
