import { symlink, utimes } from 'node:fs/promises'
import { afterEach, expect, onTestFinished, test } from 'vitest'
import { openLibrary } from '../../electron/library/library.ts'
import type { FromLibrary } from '../../electron/library/protocol.ts'
import { CALL, type Files, makeRoom, personaFile, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom

afterEach(() => room.close())

async function opened(files: Files): Promise<TestRoom> {
  room = await makeRoom(files)
  room.open()
  await room.until(() => room.reader.revision() > 0, 'a first scan')
  return room
}

test('a file that is added, edited and deleted is on the wall, changed and off it', async () => {
  await opened({ 'quotes/a.md': quoteFile('The train was late.') })
  await room.until(() => room.ids().length === 1, 'the first quote')
  await room.put({ 'quotes/b.md': quoteFile('The train was on time.') })
  await room.until(() => room.ids().includes('quotes/b'), 'the new quote')
  await room.put({ 'quotes/b.md': quoteFile('The train was early.') })
  await room.until(() => JSON.stringify(room.reader.item('quotes/b')).includes('early'), 'the edit')
  await room.remove('quotes/b.md')
  await room.until(() => !room.ids().includes('quotes/b'), 'the deletion')
})

test('renaming and moving a file gives it its new id in one step, and derives nothing again', async () => {
  await opened({ ...CALL, 'calls/lift.wav': toneWav() })
  await room.until(() => room.ids().includes('calls/lift'), 'the call')
  const before = room.reader.item('calls/lift')?.media['audio']?.hash
  const counts: number[] = []
  const from = room.reports.length
  for (const end of ['md', 'vtt', 'wav']) await room.move(`calls/lift.${end}`, `calls/south/elevator.${end}`)
  await room.until(() => {
    counts.push(room.ids().length)
    return room.ids().includes('calls/south/elevator')
  }, 'the moved call')
  expect(room.reports.length).toBeGreaterThan(from)
  expect(room.reader.item('calls/south/elevator')?.media['audio']?.hash).toBe(before)
  expect(room.ids()).toEqual(['calls/south/elevator'])
})

test('an item with an id of its own keeps it wherever its file goes, without a moment off the wall', async () => {
  await opened({ 'quotes/a.md': quoteFile('Late again.', 'id: late\n') })
  await room.until(() => room.ids().includes('late'), 'the quote')
  const seen: string[][] = []
  await room.move('quotes/a.md', 'quotes/2026/b.md')
  await room.until(() => {
    seen.push(room.ids())
    return room.reader.item('late')?.path === 'quotes/2026/b.md'
  }, 'the move')
  expect(seen.every((ids) => ids.includes('late'))).toBe(true)
})

test('a touched file changes nothing', async () => {
  await opened({ 'personas/ruth.md': personaFile('Ruth') })
  await room.until(() => room.ids().length === 1, 'the persona')
  await room.rescan()
  const before = room.reader.revision()
  await utimes(room.at('personas/ruth.md'), new Date(), new Date())
  await room.rescan()
  await room.rescan()
  expect(room.reader.revision()).toBe(before)
})

test('a broken edit keeps the last good version on the wall and says so; mending it clears the problem', async () => {
  await opened({ 'quotes/a.md': quoteFile('Late again.') })
  await room.until(() => room.ids().length === 1, 'the quote')
  await room.put({ 'quotes/a.md': '---\nsource: [Comment card\n---\n\n> Late.\n' })
  await room.until(
    () => room.told().some((line) => line.includes('goes on showing the version of')),
    'the problem',
  )
  expect(JSON.stringify(room.reader.item('quotes/a'))).toContain('Late again.')
  await room.put({ 'quotes/a.md': quoteFile('Late for good.') })
  await room.until(() => room.told().every((line) => !line.startsWith('error')), 'no problem')
  expect(JSON.stringify(room.reader.item('quotes/a'))).toContain('Late for good.')
})

test('a broken edit that takes consent back takes the item off the wall', async () => {
  await opened({ 'quotes/a.md': quoteFile('Late again.') })
  await room.until(() => room.ids().length === 1, 'the quote')
  await room.put({ 'quotes/a.md': '---\nsource: Comment card\ncaptured: yesterday\n---\n\n> Late again.\n' })
  await room.until(() => room.ids().length === 0, 'the withdrawal')
  expect(room.told().join()).toContain('captured')
})

test('a picture or transcript that arrives later joins its item', async () => {
  const { 'calls/lift.md': page, 'calls/lift.vtt': captions } = CALL
  await opened({ 'calls/lift.md': page })
  await room.until(() => room.told().some((line) => line.startsWith('error')), 'a call without anything')
  await room.put({ 'calls/lift.vtt': captions })
  await room.put({ 'calls/lift.wav': toneWav() })
  await room.until(() => room.ids().includes('calls/lift'), 'the whole call')
  expect(room.told().filter((line) => line.startsWith('error'))).toEqual([])
  const media = room.reader.item('calls/lift')?.media['audio']
  expect(media).toMatchObject({ mime: 'audio/wav', durationMs: 1_000, peakMs: 50 })
  expect(media && room.reader.media(media.hash)?.itemIds).toEqual(['calls/lift'])
})

test('room.yaml: a broken one leaves the last good one in force, with the line of the fault', async () => {
  await opened({ 'room.yaml': 'name: Our railway\nrotaton: {}\n', 'quotes/a.md': quoteFile('Late.') })
  await room.until(() => room.reader.curation().name === 'Our railway', 'the name')
  expect(room.told().join('\n')).toMatch(/warning room\.yaml:2: rotaton: .*Did you mean rotation\?/)
  await room.put({ 'room.yaml': 'name: Our bus\naudience: everybody\n' })
  await room.until(
    () => room.told().some((line) => line.startsWith('error room.yaml:2: audience')),
    'the problem',
  )
  expect(room.reader.curation().name).toBe('Our railway')
  await room.put({ 'room.yaml': 'name: Our bus\n' })
  await room.until(() => room.reader.curation().name === 'Our bus', 'the new name')
  await room.remove('room.yaml')
  await room.until(() => room.told().some((line) => line.includes('This file is gone')), 'the missing file')
  expect(room.reader.curation().name).toBe('Our bus')
})

test('a decision about an item that is not there is told with the id that was probably meant', async () => {
  await opened({
    'room.yaml': 'items:\n  quotes/egg-bx: {hidden: true}\n',
    'quotes/egg-box.md': quoteFile('An egg box.'),
  })
  await room.until(() => room.told().length > 0, 'the warning')
  expect(room.told()).toEqual([
    'warning room.yaml: items.quotes/egg-bx: There is no item with this id. Did you mean quotes/egg-box?',
  ])
  await room.move('quotes/egg-box.md', 'quotes/egg-bx.md')
  await room.until(() => room.told().length === 0, 'no warning')
})

test('an edit does not wait for the end of a long first reading', async () => {
  const calls = Array.from({ length: 40 }, (_, index) => [
    [`calls/c${index}.md`, CALL['calls/lift.md']],
    [`calls/c${index}.vtt`, CALL['calls/lift.vtt']],
    [`calls/c${index}.wav`, toneWav(30 + index, 24_000)],
  ])
  room = await makeRoom({ ...Object.fromEntries(calls.flat()), 'quotes/a.md': quoteFile('Late.') })
  room.open()
  await room.until(() => room.ids().includes('quotes/a'), 'the text, before the recordings')
  await room.put({ 'quotes/b.md': quoteFile('Later.') })
  await room.until(() => room.ids().includes('quotes/b'), 'the new text')
  expect(room.ids().length).toBeLessThan(42)
  await room.until(() => room.ids().length === 42, 'all recordings')
})

test('a folder that is reached through a link is watched', async () => {
  room = await makeRoom({ 'quotes/a.md': quoteFile('Late.') })
  const link = `${room.folder}-link`
  await symlink(room.folder, link)
  const revisions: number[] = []
  const report = (message: FromLibrary): void => {
    if (message.type === 'revision') revisions.push(message.revision)
  }
  const library = openLibrary({ folder: link, dataDir: room.dataDir, wallPx: 640 }, report)
  onTestFinished(() => library.close())
  await expect.poll(() => room.ids()).toEqual(['quotes/a'])
  await library.rescan()
  await room.put({ 'quotes/b.md': quoteFile('Later.') })
  await expect.poll(() => room.ids(), { timeout: 20_000 }).toHaveLength(2)
})
