import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/** Lists of records in JSON: a table by another name, so that persons are dropped and columns found out as in any table. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const BASIS = 'source: Help desk\nevidence: research\nconsent: {public_source: The annual report}\n'

async function indexed(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  await room.index()
  return room
}

const rating = (id: number, comment: string) => ({
  id,
  ticket_id: 100 + id,
  score: 'good',
  comment,
  reason: null,
  requester_id: 987_654,
  assignee_id: 5,
  group_id: 6,
  created_at: `2026-03-0${id}T10:00:00Z`,
  updated_at: '2026-04-01T00:00:00Z',
})

test.each([
  ['a list', (list: unknown[]) => list],
  ['the list of an answer', (list: unknown[]) => ({ satisfaction_ratings: list, next_page: null, count: 2 })],
])(
  'Zendesk ratings as %s: no requester, an id of their own, what is empty is left out',
  async (_name, wrap) => {
    const list = [rating(1, 'They called back at once'), rating(2, ''), rating(3, 'Nobody knew my case')]
    const made = await indexed({
      'quotes/csat.yaml': BASIS,
      'quotes/csat.json': JSON.stringify(wrap(list), undefined, 1),
    })
    expect(made.ids()).toEqual(['quotes/csat#1', 'quotes/csat#3'])
    expect(made.reader.item('quotes/csat#3')).toMatchObject({
      body: { text: 'Nobody knew my case' },
      envelope: { captured: '2026-03-03T10:00', source: 'Help desk' },
    })
    expect(JSON.stringify([made.reader.cards(), made.told()])).not.toContain('987654')
  },
)

test('film reviews with two-digit years, and an author who is not read', async () => {
  const list = Array.from({ length: 12 }, (_, index) => ({
    review: `이 영화는 정말 재미있었어요 ${index}`,
    date: `15.0${(index % 3) + 7}.${10 + index}`,
    author: 'dkdl****',
    rating: '9',
  }))
  const made = await indexed({ 'quotes/film.yaml': BASIS, 'quotes/film.json': JSON.stringify(list) })
  expect(made.ids()).toHaveLength(12)
  expect(made.reader.item(made.ids()[0] ?? '')?.envelope.captured).toBe('2015-07-10')
  expect(JSON.stringify([made.reader.cards(), made.told()])).not.toContain('dkdl')
})

test('a list that was written for the wall stays a list of items, each with its own word', async () => {
  const own = {
    source: 'Card',
    captured: '2026-03-04',
    evidence: 'research',
    consent: { public_source: 'Report' },
  }
  const list = [
    { ...own, id: 'one', text: 'It just worked.' },
    { ...own, text: 'It is late again.', consent: undefined },
  ]
  const made = await indexed({ 'quotes/list.json': JSON.stringify(list) })
  expect(made.ids()).toHaveLength(2)
  expect(made.reader.item('quotes/list#one')?.envelope.consent).toEqual({ public_source: 'Report' })
  const other = made.ids().find((id) => id !== 'quotes/list#one') ?? ''
  expect(made.reader.item(other)?.envelope.consent).toBeUndefined()
})

test('one item in JSON takes from the YAML beside it what it does not say', async () => {
  const made = await indexed({
    'quotes/one.yaml': `${BASIS}captured: 2026-03\n`,
    'quotes/one.json': '{"text": "It just worked.", "source": "Comment card"}',
  })
  expect(made.ids()).toEqual(['quotes/one'])
  expect(made.reader.item('quotes/one')?.envelope).toMatchObject({
    source: 'Comment card',
    captured: '2026-03',
  })
})
