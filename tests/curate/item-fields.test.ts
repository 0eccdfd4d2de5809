import { expect, test } from 'vitest'
import { curatedRoom } from './curated-room.ts'

/** Fields within fields, and fields of rows, written where they stand. */

const JOURNEY = `# Walked twice.
actor: Ruth
scenario: To the clinic
emotion_scale: [1, 5]   # as in the study
evidence: research
source: Trips
phases:
  - name: Home
    feeling: 4          # she hums
    steps: [Leaves early.]
  - name: The lift
    feeling: 1
    steps:
      - Taped off.      # the tape is red
      - {text: Nobody there., channel: on foot}
`

test('one step of one phase is another, and every other byte is as it was; undo brings back the very bytes', async () => {
  const { make, read, curator } = await curatedRoom({ 'journeys/ruth.yaml': JOURNEY })
  const phases = [
    { name: 'Home', feeling: 4, steps: ['Leaves early.'] },
    {
      name: 'The lift',
      feeling: 1,
      steps: ['Taped off, again.', { text: 'Nobody there.', channel: 'on foot' }],
    },
  ]
  const id = await make({ type: 'fields', items: ['journeys/ruth'], fields: { phases } })
  expect(await read('journeys/ruth.yaml')).toBe(JOURNEY.replace('Taped off.', 'Taped off, again.'))
  expect(await curator.undo(id)).toMatchObject({ ok: true })
  expect(await read('journeys/ruth.yaml')).toBe(JOURNEY)
})

test('what the kind’s own reader would refuse is not written, in its words', async () => {
  const { curator, read } = await curatedRoom({ 'journeys/ruth.yaml': JOURNEY })
  const phases = Array.from({ length: 41 }, (_, at) => ({ name: `Phase ${at}`, steps: ['One.'] }))
  const answer = await curator.change({ type: 'fields', items: ['journeys/ruth'], fields: { phases } })
  expect(answer).toMatchObject({ ok: false, because: 'invalid', field: 'phases' })
  expect(answer.ok || answer.message).toContain('more than 40 phases')
  expect(await read('journeys/ruth.yaml')).toBe(JOURNEY)
})

test('of an item one of whose fields is refused none is written', async () => {
  const { curator, read } = await curatedRoom({
    'quotes/cards.csv': 'id,quote,source,captured\n1,Late again.,Card,2026-03-02\n',
    'quotes/cards.yaml': 'consent: {public_source: The report}\n',
  })
  const before = await read('quotes/cards.csv')
  const fields = { source: 'Letter', nps: 7 }
  expect(await curator.change({ type: 'fields', items: ['quotes/cards#1'], fields })).toMatchObject({
    ok: false,
  })
  expect(await read('quotes/cards.csv')).toBe(before)
})

const ROWS = `id;Comment;Source;Date\r
1;"The lift is ""taped"" off.";Card;2026-03-02\r
2;Late again.;Card;2026-03-03\r
`

test('a field of a row is its cell: quotes, line ends and every other cell stay', async () => {
  const { make, curator, read } = await curatedRoom({
    'quotes/cards.csv': ROWS,
    'quotes/cards.yaml': 'columns: {text: Comment}\nconsent: {public_source: The report}\n',
  })
  const id = await make({
    type: 'fields',
    items: ['quotes/cards#1'],
    fields: { text: 'The lift is; "taped" off.', source: 'Cards' },
  })
  expect(await read('quotes/cards.csv')).toBe(
    ROWS.replace('"The lift is ""taped"" off.";Card', '"The lift is; ""taped"" off.";Cards'),
  )
  await curator.undo(id)
  expect(await read('quotes/cards.csv')).toBe(ROWS)
})

test('a row that is known by its words keeps them; nobody guesses which cell a field is', async () => {
  const { curator, read, reader } = await curatedRoom({
    'quotes/loose.csv': 'quote,source,captured\nLate again.,Card,2026-03-02\n',
    'quotes/loose.yaml': 'consent: {public_source: The report}\n',
  })
  const before = await read('quotes/loose.csv')
  const items = reader.cards().map(({ id }) => id)
  const words = await curator.change({ type: 'fields', items, fields: { text: 'On time.' } })
  expect(words).toMatchObject({ ok: false, because: 'no-place' })
  expect(words.ok || words.message).toContain('known by its words')
  const stars = await curator.change({ type: 'fields', items, fields: { stars: 4 } })
  expect(stars.ok || stars.message).toContain('cannot be said for certain')
  expect(await read('quotes/loose.csv')).toBe(before)
})

test('a table that is one item as a whole says its fields in the YAML beside it', async () => {
  const yaml =
    '# of the ramps\nphrase: people met a ramp\nunit: "%"\ntarget: 95\ndirection: up   # more is better\nevidence: research\nsource: Log\n'
  const { make, read } = await curatedRoom({
    'metrics/ramps.csv': 'Month,Value\n2026-01,55\n2026-02,61\n',
    'metrics/ramps.yaml': yaml,
  })
  await make({ type: 'fields', items: ['metrics/ramps'], fields: { target: 97 } })
  expect(await read('metrics/ramps.yaml')).toBe(yaml.replace('95', '97'))
})
