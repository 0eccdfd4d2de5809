import { afterEach, expect, test } from 'vitest'
import { error, withoutPersonalData } from '../../electron/library/problems.ts'
import { findPersonalData } from '../../renderer/core/pii.ts'
import { makeRoom, quoteFile, type TestRoom } from './open-room.ts'

let room: TestRoom | undefined

afterEach(async () => {
  await room?.close()
  room = undefined
})

const MAIL = 'jane.doe@example.com'

async function told(files: Readonly<Record<string, string>>): Promise<string> {
  room = await makeRoom(files)
  await room.index()
  return room.told().join('\n')
}

test('an id that is an e-mail address is taken without being named', async () => {
  const id = `id: ${MAIL}\n`
  const lines = await told({ 'quotes/a.md': quoteFile('Late.', id), 'quotes/b.md': quoteFile('Early.', id) })
  expect(lines).toContain('is taken by quotes/a.md')
  expect(findPersonalData([lines])).toEqual([])
})

test('words that cannot be marked are counted, not said', async () => {
  const lines = await told({
    'quotes/a.md': quoteFile('The lift was late.', 'highlight: my neighbour Ruth said\n'),
  })
  expect(lines).toContain('The 4 words to be marked are not in the quote')
  expect(lines).not.toContain('Ruth')
})

test('a long JSON that is broken is told by its line alone', async () => {
  const entries = Array.from(
    { length: 4_000 },
    (_, index) => `  {"id": ${index}, "text": "Nothing to say here, thanks."},`,
  )
  const lines = await told({ 'quotes/a.json': `[\n${entries.join('\n')}\n  {"text": ${MAIL}}\n]\n` })
  expect(lines).toContain('error quotes/a.json:4002: This cannot be read as JSON. Export it again.')
})

test('no sentence about an unknown kind, a misspelt field or an erased item repeats an address', async () => {
  const lines = await told({
    'quotes/a.md': quoteFile('Late.', `kind: ${MAIL}\n`),
    'quotes/b.md': quoteFile('Late.', `"${MAIL}": yes\nid: ${MAIL}\n`),
    'room.yaml': `items:\n  ${MAIL}: {erased: true}\n  x${MAIL}: {hidden: true}\n`,
  })
  expect(lines).toContain('is no kind of item')
  expect(findPersonalData([lines])).toEqual([])
})

test('what is kept of a problem quotes no personal data, and is left alone where there is none', () => {
  const place = { path: 'quotes/a.md', field: 'id' }
  const harmless = error(
    place,
    'The id “a” is taken. The wall goes on showing the version of 2026-03-04 10:20.',
    'Wait.',
  )
  expect(withoutPersonalData(harmless)).toEqual(harmless)
  const quoting = error(place, `The id “a” is not “${MAIL}”.`, `Did you mean ${MAIL}?`)
  expect(withoutPersonalData(quoting)).toMatchObject({
    message: 'The id “a” is not “…”.',
    hint: 'Look at the file.',
  })
})
