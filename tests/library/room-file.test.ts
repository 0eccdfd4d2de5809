import { rename } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { cardStanding } from '../../renderer/core/deck.ts'
import { pinned } from '../../renderer/core/now-orders.ts'
import { makeRoom, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

const GUESTS = 'name: Our railway\naudience: guests\nitems:\n  quotes/a: {hidden: true}\n'

async function read(files: Readonly<Record<string, string>>): Promise<void> {
  room = await makeRoom({ ...files, 'quotes/a.md': quoteFile('Late.') })
  await room.index()
}

function inForce(): unknown {
  const { name, audience, items } = room.reader.curation()
  return [name, audience, items['quotes/a']?.hidden]
}

test.each(['', ' \n\n'])(
  'a room.yaml that is saved empty leaves the last good one in force',
  async (empty) => {
    await read({ 'room.yaml': GUESTS })
    await room.put({ 'room.yaml': empty })
    room.open()
    await room.until(() => room.told().some((line) => line.startsWith('error room.yaml')), 'the problem')
    expect(inForce()).toEqual(['Our railway', 'guests', true])
    expect(room.told().join('\n')).toContain('This file is empty. The last good room.yaml stays in force.')
  },
)

test('a room.yaml that vanishes is not taken back until there is a new one', async () => {
  await read({ 'room.yaml': GUESTS })
  await room.remove('room.yaml')
  await room.index()
  expect(inForce()).toEqual(['Our railway', 'guests', true])
  expect(room.told().join('\n')).toContain('warning room.yaml: This file is gone; what it said last stays')
  await room.put({ 'room.yaml': '# Nothing is decided here.\n' })
  await room.index()
  expect(room.reader.curation().items).toEqual({})
  expect(room.told().join('\n')).not.toContain('This file is gone')
})

test('capitals in the name of room.yaml change nothing; of two files one counts, which is told', async () => {
  await read({ 'Room.YAML': GUESTS })
  expect(inForce()).toEqual(['Our railway', 'guests', true])
  await rename(room.at('Room.YAML'), room.at('ROOM.yml'))
  await room.put({ 'room.yaml': 'name: Our bus\n' })
  await room.index()
  expect(room.reader.curation().name).toBe('Our bus')
  expect(room.told().join('\n')).toContain('warning ROOM.yml: This file was not read: room.yaml counts.')
})

test('a decision about a whole table holds for each of its rows; what it cannot say, and a table that is not there, are told', async () => {
  room = await makeRoom({
    'room.yaml':
      'items:\n  quotes/v#*: {hidden: true, pinned: true}\n  quotes/v#2: {hidden: false}\n  quotes/gone#*: {weight: 2}\n',
    'quotes/v.csv': 'id,quote,source,captured\n1,Late again.,Card,2026\n2,Never mind.,Card,2026\n',
    'quotes/v.yaml': 'evidence: research\npublic_source: The annual report\n',
  })
  await room.index()
  const curation = room.reader.curation()
  const context = { screen: 'lobby', now: Date.UTC(2026, 5, 1) }
  const states = room.reader.cards().map((card) => [card.id, cardStanding(card, curation, context).state])
  expect(Object.fromEntries(states)).toEqual({ 'quotes/v#1': 'hidden', 'quotes/v#2': 'shown' })
  expect(pinned(curation, 'lobby')).toEqual([])
  const told = room.told().join('\n')
  expect(told).toContain('A decision about a whole table cannot say pinned')
  expect(told).toContain('items.quotes/gone#*')
  expect(told).not.toContain('items.quotes/v#*: There is no item')
})
