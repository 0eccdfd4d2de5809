import { afterEach, expect, test } from 'vitest'
import { CALL, type Files, makeRoom, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

/** Calls that each take a while to read. */
function calls(count: number): Files {
  const files = Array.from({ length: count }, (_, at) => [
    [`calls/lift-${at}.md`, CALL['calls/lift.md'].replace('The lift', `Lift ${at}`)],
    [`calls/lift-${at}.vtt`, CALL['calls/lift.vtt']],
    [`calls/lift-${at}.wav`, toneWav(60 + at / 10, 24_000)],
  ])
  return Object.fromEntries(files.flat())
}

test('a reading that is broken off calls no file unused that it had not come to', async () => {
  room = await makeRoom(calls(20))
  room.open()
  await room.until(() => room.ids().length > 0, 'the first commit')
  await room.shut()
  expect(room.ids().length, 'it was broken off').toBeLessThan(20)
  expect(room.told().join('\n')).not.toContain('No item uses')

  room.open()
  await room.until(() => room.ids().length === 20, 'the rest')
  await room.shut()
  expect(room.told().join('\n')).not.toContain('No item uses')
})

test('a file that no item uses is named once all is read', async () => {
  room = await makeRoom({ ...calls(1), 'calls/other.svg': '<svg/>' })
  await room.index()
  expect(room.told().join('\n')).toContain('calls/other.svg: No item uses this file')
})
