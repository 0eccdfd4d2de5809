import { expect, test } from 'vitest'
import type { Item } from '../../renderer/core/item.ts'
import { curatedRoom } from './curated-room.ts'

/** What is said of single rows of a table: beside it, by the row, and of no other. */

const VOICES =
  'id,quote,source,captured\n7,The lift was late.,Card,2026-03-02\n8,The lift was early.,Card,2026-03-03\n'
const BESIDE = '# Asked in March.\nevidence: research   # a study\nconsent: {public_source: The report}\n'
const CONSENT = { who: 'card 8', given: '2026-03-03', purposes: ['display'], audience: ['staff' as const] }

type Room = Awaited<ReturnType<typeof curatedRoom>>

const envelope = (room: Room, id: string): Item['envelope'] | undefined => room.reader.item(id)?.envelope

test('tags, audience and consent of one row stand beside the table, are read, and leave the others as they are', async () => {
  const room = await curatedRoom({ 'quotes/v.csv': VOICES, 'quotes/v.yaml': BESIDE })
  const [one, other] = ['quotes/v#8', 'quotes/v#7']
  await room.make({ type: 'fields', items: [one], fields: { theme: ['lifts', 'time'] } })
  await room.make({ type: 'fields', items: [one], fields: { audience: ['guests'] } })
  await room.make({ type: 'consent', items: [one], consent: CONSENT, wholeTables: false })
  expect(await room.read('quotes/v.csv')).toBe(VOICES)
  expect(await room.read('quotes/v.yaml')).toContain(BESIDE)
  await room.index()
  expect(envelope(room, one)).toMatchObject({
    theme: ['lifts', 'time'],
    audience: ['guests'],
    consent: CONSENT,
  })
  expect(envelope(room, other)?.theme).toBeUndefined()
  expect(envelope(room, other)?.consent).toEqual({ public_source: 'The report' })
})

test('a time that the table says of all rows is made longer for one beside the table: a decision could only shorten it', async () => {
  const room = await curatedRoom({
    'quotes/v.csv': VOICES,
    'quotes/v.yaml': `${BESIDE}until: 2020-01-01\n`,
    'room.yaml': 'name: Ours\n',
  })
  await room.make({ type: 'fields', items: ['quotes/v#8'], fields: { until: '2090-01-15' } })
  await room.index()
  expect(envelope(room, 'quotes/v#8')?.until).toBe('2090-01-15')
  expect(envelope(room, 'quotes/v#7')?.until).toBe('2020-01-01')
  expect(await room.read('room.yaml')).toBe('name: Ours\n')
})

test('it is changed where it stands, taken away, and undone to the very byte', async () => {
  const room = await curatedRoom({
    'quotes/v.csv': VOICES,
    'quotes/v.yaml': `${BESIDE}rows:\n  8: {Theme: lifts}   # hers\n`,
  })
  const before = await room.read('quotes/v.yaml')
  expect(envelope(room, 'quotes/v#8')?.theme).toEqual(['lifts'])
  const id = await room.make({ type: 'fields', items: ['quotes/v#8'], fields: { theme: ['fares'] } })
  expect(await room.read('quotes/v.yaml')).toMatch(/8: \{Theme: .*fares.*\} {3}# hers/)
  await room.index()
  expect(envelope(room, 'quotes/v#8')?.theme).toEqual(['fares'])
  await room.curator.undo(id)
  expect(await room.read('quotes/v.yaml')).toBe(before)
  await room.make({ type: 'fields', items: ['quotes/v#8'], fields: { theme: null } })
  await room.index()
  expect(envelope(room, 'quotes/v#8')?.theme).toBeUndefined()
})

test('a row that has a cell for it says it there; one that is known by its words keeps its id', async () => {
  const room = await curatedRoom({
    'quotes/t.csv': 'id,quote,source,captured,theme\n1,On time.,Card,2026-03-02,\n',
    'quotes/t.yaml': BESIDE,
    'quotes/w.csv':
      'quote,source,captured\nSame words.,Card,2026\nSame words.,Card,2026\nOthers.,Card,2026\n',
    'quotes/w.yaml': BESIDE,
  })
  await room.make({ type: 'fields', items: ['quotes/t#1'], fields: { theme: ['lifts'] } })
  expect(await room.read('quotes/t.csv')).toContain('2026-03-02,lifts')
  const [first = '', second = '', third = ''] = room.reader
    .cards()
    .map(({ id }) => id)
    .filter((id) => id.startsWith('quotes/w#'))
    .toSorted((a, b) => (room.reader.item(a)?.line ?? 0) - (room.reader.item(b)?.line ?? 0))
  await room.make({ type: 'fields', items: [second, third], fields: { segment: ['night'], title: 'Night' } })
  await room.index()
  expect(envelope(room, first)?.segment).toBeUndefined()
  expect(envelope(room, second)?.segment).toEqual(['night'])
  expect(envelope(room, third)).toMatchObject({ segment: ['night'], title: 'Night' })
  expect(room.reader.cards()).toHaveLength(4)
})

test('who takes back a consent that was given for one row takes back that one', async () => {
  const room = await curatedRoom({ 'quotes/v.csv': VOICES, 'quotes/v.yaml': BESIDE })
  await room.make({ type: 'consent', items: ['quotes/v#8'], consent: CONSENT, wholeTables: false })
  await room.index()
  await room.make({ type: 'withdraw', who: 'card 8' })
  await room.index()
  expect(envelope(room, 'quotes/v#8')?.consent).toMatchObject({ who: 'card 8', withdrawn: '2026-11-23' })
  expect(envelope(room, 'quotes/v#7')?.consent).toEqual({ public_source: 'The report' })
})

test('a slip of the pen in what is said of one row keeps that row from the wall', async () => {
  const rows = 'rows:\n  8: {audiance: [guests]}\n'
  const room = await curatedRoom({ 'quotes/v.csv': VOICES, 'quotes/v.yaml': BESIDE + rows })
  expect(room.reader.cards().map(({ id }) => id)).toEqual(['quotes/v#7'])
  expect(room.reader.problems().map(({ hint }) => hint)).toContainEqual(
    expect.stringContaining('Did you mean audience?'),
  )
})

test('a thousand rows are one change of one file, and one undo', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => `${at},Words of ${at}.,Card,2026`)
  const room = await curatedRoom({
    'quotes/many.csv': ['id,quote,source,captured', ...rows, ''].join('\n'),
    'quotes/many.yaml': BESIDE,
  })
  const items = rows.slice(0, 900).map((_, at) => `quotes/many#${at}`)
  const id = await room.make({ type: 'fields', items, fields: { theme: ['waiting'] } })
  await room.index()
  const themed = room.reader.cards().filter(({ themes }) => themes?.includes('waiting'))
  expect(themed).toHaveLength(900)
  await room.curator.undo(id)
  expect(await room.read('quotes/many.yaml')).toBe(BESIDE)
})
