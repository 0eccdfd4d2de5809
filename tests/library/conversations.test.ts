import { afterEach, expect, test } from 'vitest'
import { type Files, makeRoom, type TestRoom } from './open-room.ts'

/** Conversations among the quotes: what the customer said is a verbatim, what we said never is. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const BASIS = 'source: Help desk\ncaptured: 2026-03-01\nconsent: {public_source: The annual report}\n'
const OURS = 'How may I help you today, dear customer?'
const THEIRS = 'I have been charged twice for the same ticket.'

async function quotesOf(files: Files): Promise<(string | undefined)[]> {
  room = await makeRoom(files)
  await room.index()
  const { reader } = room
  return room.ids().map((id) => {
    const body = reader.item(id)?.body
    return typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : undefined
  })
}

test.each([
  [
    'utterances beside other data',
    {
      meta: { area: 'x' },
      utterances: [
        { name: 'operator_1', text: OURS, time: 0 },
        { name: 'customer_2', text: THEIRS, time: 3.5 },
      ],
    },
  ],
  [
    'a help desk',
    {
      messages: [
        { author: { type: 'admin', name: 'Ann' }, body: OURS },
        { author: { type: 'user', name: 'Bob' }, body: `<p>${THEIRS}</p>` },
      ],
    },
  ],
  [
    'a recorded sales call',
    {
      callId: 7,
      turns: [
        { speaker: 'Rep', text: OURS },
        { speaker: 'Customer', text: THEIRS },
      ],
    },
  ],
  [
    'a bare list',
    [
      { speaker: 'Agent', text: OURS },
      { speaker: 'Customer', text: THEIRS },
    ],
  ],
  [
    'Intercom, whose list lies in itself',
    {
      conversation_parts: {
        conversation_parts: [
          { author: { type: 'bot' }, body: OURS },
          { author: { type: 'lead' }, body: THEIRS },
        ],
      },
    },
  ],
])('%s: only the customer is quoted', async (_name, data) => {
  const texts = await quotesOf({
    'quotes/chat.json': JSON.stringify(data, undefined, 1),
    'quotes/chat.yaml': BASIS,
  })
  expect(texts).toEqual([THEIRS])
  expect(room?.told().join('\n')).toMatch(/^note .*This is a conversation.* 1 line of ours/m)
  expect(JSON.stringify([room?.reader.cards(), room?.told()])).not.toMatch(/Ann|Bob/)
})

test('ids are the turns’ own, lines are where they stand, and what says little is left out and told', async () => {
  const turn = (id: number, name: string, text: string) => ({ id: `t${id}`, name, text })
  const data = {
    utterances: [
      turn(1, 'operator_1', 'ご宿泊地をお聞かせいただけますでしょうか。'),
      turn(2, 'customer_1', 'はい。'),
      turn(3, 'customer_1', 'お盆頃に、娘と2人で島根に行こうとおもってます。'),
    ],
  }
  await quotesOf({ 'quotes/hotel.json': JSON.stringify(data, undefined, 1), 'quotes/hotel.yaml': BASIS })
  expect(room?.ids()).toEqual(['quotes/hotel#t3'])
  expect(room?.reader.item('quotes/hotel#t3')?.line).toBe(13)
  expect(room?.told().join('\n')).toContain('1 of the customer’s that say little')
})

test('where nothing tells who is who, one problem says what to write, and that is enough', async () => {
  const data = {
    messages: [
      { from: 'x1', text: OURS },
      { from: 'x2', text: THEIRS },
    ],
  }
  expect(await quotesOf({ 'quotes/chat.json': JSON.stringify(data), 'quotes/chat.yaml': BASIS })).toEqual([])
  const errors = room?.told().filter((line) => line.startsWith('error')) ?? []
  expect(errors).toHaveLength(1)
  const hint = /speakers: \{.*?\}/.exec(errors[0] ?? '')?.[0] ?? ''
  expect(hint).not.toBe('')
  await room?.put({ 'quotes/chat.yaml': `${BASIS}${hint}\n` })
  await room?.index()
  expect(room?.ids()).toHaveLength(1)
  expect(room?.title(room.ids()[0] ?? '')).toBe(THEIRS)
})

test('a list of reviews with authors is no conversation', async () => {
  const reviews = [1, 2, 3].map((n) => ({
    author: `Jo ${n}`,
    text: `We waited for the lift ${n} times that day.`,
    date: '2026-03-01',
  }))
  expect(await quotesOf({ 'quotes/r.json': JSON.stringify(reviews), 'quotes/r.yaml': BASIS })).toHaveLength(3)
})
