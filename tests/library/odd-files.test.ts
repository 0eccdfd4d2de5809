import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeRoom, personaFile, quoteFile, type TestRoom } from './open-room.ts'

/** Files that nobody meant to be like this: each is shown or told, and the one beside it is always shown. */

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const NESTED = `${'['.repeat(10_000)}${']'.repeat(10_000)}`

test.each([
  ['an alias inside its own anchor', 'metrics/cycle.yaml', 'a: &a\n  b: *a\n', /levels deep, or in itself/],
  ['JSON of 10,000 levels', 'quotes/deep.json', NESTED, /levels deep/],
  ['long JSON of 10,000 levels', 'quotes/long.json', `${' '.repeat(200_000)}${NESTED}`, /levels deep/],
  ['front matter of 10,000 levels', 'personas/deep.md', `---\nname: ${NESTED}\n---\n`, /levels deep/],
  [
    'lists of ten thousand fields in fields',
    'journeys/deep.yaml',
    Array.from({ length: 300 }, (_, n) => `${' '.repeat(n)}k:`).join('\n'),
    /levels deep/,
  ],
])('%s is told, and the rest of the room is read', async (_name, path, text, told) => {
  room = await makeRoom({ [path]: text, 'quotes/a.md': quoteFile('Late again.') })
  await room.index()
  expect(room.ids()).toEqual(['quotes/a'])
  expect(room.told().join('\n')).toMatch(told)
  expect(room.told().join('\n')).not.toMatch(/call stack|circular/i)
})

test.each([
  [
    'tabs',
    '---\nname: Emil\nneed: An answer\nevidence: research\nn: 3\ngoals:\n\t- Be on time\n\t- Be home\n---\n',
  ],
  [
    'curly quotes around a colon',
    '---\nname: “Emil”\nneed: “An answer: now”\nevidence: “research”\nn: 3\n---\n',
  ],
])('front matter with %s is read as it was meant, and told', async (_name, text) => {
  room = await makeRoom({ 'personas/emil.md': text })
  await room.index()
  expect(room.reader.item('personas/emil')).toMatchObject({
    title: 'Emil',
    envelope: { evidence: 'research' },
  })
  expect(room.told()).toEqual([expect.stringMatching(/^warning .*tabs or curly quotes/)])
})

test('curly quotes around values are none of them', async () => {
  room = await makeRoom({ 'personas/dora.md': personaFile('“Dora”') })
  await room.index()
  expect(room.title('personas/dora')).toBe('Dora')
})

test.skipIf(process.platform === 'win32')('a pipe is told and never opened', async () => {
  room = await makeRoom({ 'quotes/a.md': quoteFile('Late again.') })
  execFileSync('mkfifo', [join(room.folder, 'quotes/pipe.csv')])
  await room.index()
  expect(room.ids()).toEqual(['quotes/a'])
  expect(room.told()).toEqual([expect.stringMatching(/^warning quotes\/pipe\.csv: This is a pipe/)])
})

test.each(['records.json', 'records.jsonl', 'records.ndjson'])('a record on each line: %s', async (name) => {
  const record = (text: string) => JSON.stringify({ date: '2026-01-01', text })
  room = await makeRoom({
    [`quotes/${name}`]: `${record('The lift was broken again today.')}\n${record('A man carried my suitcase up.')}\n`,
    'room.yaml': 'defaults: {quotes: {source: Card, public_source: The report}}\n',
  })
  await room.index()
  expect(room.ids()).toHaveLength(2)
})
