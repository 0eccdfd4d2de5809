import { rename } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
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
