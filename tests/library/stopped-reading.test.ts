import { afterEach, expect, test } from 'vitest'
import { CALL, type Files, makeRoom, quoteFile, type TestRoom, toneWav } from './open-room.ts'

/** Somebody has stopped reading: it stays so until she says otherwise, and hides nothing that is taken back meanwhile. */

let room: TestRoom

afterEach(() => room.close())

/** Each takes a while to be read, so that reading can be stopped between two of them. */
function calls(from: number, to: number): Files {
  const files = Array.from({ length: to - from }, (_, at) => [
    [`calls/c${from + at}.md`, CALL['calls/lift.md'].replace('The lift', `Call ${from + at}`)],
    [`calls/c${from + at}.vtt`, CALL['calls/lift.vtt']],
    [`calls/c${from + at}.wav`, toneWav(60 + (from + at) / 10, 24_000)],
  ])
  return Object.fromEntries(files.flat())
}

/** What was told last of how many files wait; undefined where it was told since that it is being read. */
function left(): number | undefined {
  const last = room.reports.findLast(({ type }) => type === 'progress' || type === 'rest')
  return last?.type === 'rest' ? last.left : undefined
}

const progresses = (): number => room.reports.filter(({ type }) => type === 'progress').length

const COUNT = 12

async function stopped(): Promise<void> {
  room = await makeRoom({ 'quotes/a.md': quoteFile('It was late.'), ...calls(0, COUNT) })
  room.open()
  await room.until(() => progresses() > 0, 'how far it is')
  room.stop()
  await room.until(() => (left() ?? 0) > 0, 'that files wait')
}

test('what the folder tells late does not set it going again: what comes waits with the rest, until it is asked for', async () => {
  await stopped()
  const [waiting, told, read] = [left() ?? 0, progresses(), room.ids().length]
  await room.putWhole(calls(COUNT, COUNT + 2))
  await room.until(() => left() === waiting + 2, 'that two more wait')
  expect(room.ids()).toHaveLength(read)
  expect(progresses()).toBe(told)
  await room.rescan()
  // What came last may still be growing when it is looked at: then it is read as soon as it is known to be whole.
  await room.until(() => left() === 0 && room.ids().length === COUNT + 3, 'all that waited')
})

test('what was read before is followed meanwhile: words that are changed, taken away, or no longer to be shown', async () => {
  await stopped()
  const waiting = left()
  await room.put({ 'quotes/a.md': quoteFile('It was early.') })
  await room.until(() => JSON.stringify(room.reader.item('quotes/a')).includes('early'), 'the change')
  await room.put({ 'room.yaml': 'name: Room\ndefaults:\n  quotes: {theme: punctuality}\n' })
  await room.until(() => JSON.stringify(room.reader.item('quotes/a')).includes('punctuality'), 'the default')
  await room.remove('quotes/a.md')
  await room.until(() => !room.ids().includes('quotes/a'), 'the deletion')
  expect(left()).toBe(waiting)
})

test('what is gone waits no more, and the next that comes is read', async () => {
  await stopped()
  await room.remove('calls')
  await room.until(() => left() === 0, 'that nothing waits')
  await room.put({ 'quotes/b.md': quoteFile('It was on time.') })
  await room.until(() => room.ids().includes('quotes/b'), 'the new one')
})
