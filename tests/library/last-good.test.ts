import { afterEach, expect, test } from 'vitest'
import { CALL, makeRoom, personaFile, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

const FILES = {
  ...CALL,
  'calls/lift.wav': toneWav(),
  'quotes/a.md': quoteFile('Late.'),
  'personas/ruth.md': personaFile('Ruth'),
}

/** Consent in the file itself; `broken` makes another field of it wrong. */
function consented(consent: string, broken = ''): string {
  return `---\nsource: Comment card\ncaptured: 2026-03-04\nevidence: research\n${broken}consent: {${consent}}\n---\n\n> Late again.\n`
}

const WHOLE = 'who: 7, given: 2026-06-01, purposes: [display], audience: [staff, guests]'
const BROKEN = 'weight: heavy\n'

/** The room after each of these states of quotes/a.md; no file changes while it is read. */
async function after(...states: readonly string[]): Promise<boolean> {
  room = await makeRoom({})
  for (const state of states) {
    await room.put({ 'quotes/a.md': state })
    await room.index()
  }
  return room.ids().includes('quotes/a')
}

test('a file that is saved empty keeps its last good version, and is told', async () => {
  room = await makeRoom(FILES)
  room.open()
  await room.until(() => room.ids().length === 3, 'three items')
  const emptied = ['calls/lift.md', 'quotes/a.md', 'personas/ruth.md']
  await room.put(Object.fromEntries(emptied.map((path) => [path, ''])))
  await room.until(
    () =>
      emptied.every((path) =>
        room.told().some((line) => line.startsWith(`error ${path}: This file is empty`)),
      ),
    'three problems',
  )
  expect(room.ids()).toHaveLength(3)
  expect(room.told().join('\n')).toContain('The wall goes on showing the version of')
})

test('an emptied file does not outlive a decision for its whole folder', async () => {
  room = await makeRoom({ 'quotes/a.md': quoteFile('Late.') })
  await room.index()
  const narrowed = 'defaults:\n  quotes/: {audience: staff}\n'
  await room.put({ 'quotes/a.md': '', 'room.yaml': narrowed })
  await room.index()
  expect(room.ids()).toEqual([])
})

test('a number where a text belongs, beside another fault, keeps the last good version', async () => {
  expect(await after(consented(WHOLE), consented(WHOLE, BROKEN))).toBe(true)
  expect(room.told().join('\n')).toContain('The wall goes on showing the version of')
})

test('a consent of which only a part is left keeps the last good version', async () => {
  expect(await after(consented(WHOLE), consented('who: 7', BROKEN))).toBe(true)
})

test.each([
  ['withdrawn', `${WHOLE}, withdrawn: 2026-07-01`],
  ['withdrawn, in a part', 'who: 7, withdrawn: 2026-07-01'],
  ['for fewer', 'who: 7, given: 2026-06-01, purposes: [display], audience: [staff]'],
  ['for nobody knows whom', 'who: 7, audience: [stuff]'],
  ['for another purpose', 'who: 7, purposes: [training]'],
  ['misspelt', 'who: 7, withdrwan: 2026-07-01'],
  ['empty', ''],
])('a broken version whose consent is %s takes the item off the wall', async (_, consent) => {
  expect(await after(consented(WHOLE), consented(consent, BROKEN))).toBe(false)
})
