import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { openCurator } from '../../electron/curate/curator.ts'
import { makeRoom } from '../library/open-room.ts'

/** Killed without a warning in the middle of an import: with the next start all of it is there, or nothing. */

const SCRIPT = fileURLToPath(new URL('killed-import.ts', import.meta.url))
const ROOM = '# ours\nname: Room\n'
const FILES = 12

async function killedRoom(when: string) {
  const room = await makeRoom({ 'room.yaml': ROOM })
  const [dataDir, from] = [join(room.dataDir, 'admin'), join(room.dataDir, 'quotes')]
  await mkdir(from, { recursive: true })
  for (let at = 0; at < FILES; at += 1)
    await writeFile(join(from, `q${at}.md`), `---\nsource: Card\n---\n\nIt was late for the ${at}. time.\n`)
  const args = ['--experimental-strip-types', '--no-warnings', SCRIPT, room.folder, dataDir, from, when]
  const ended = await promisify(execFile)(process.execPath, args).catch((thrown: unknown) => thrown)
  expect(ended).toMatchObject({ signal: 'SIGKILL' })
  const left = names(room.folder)
  const curator = openCurator({
    folder: room.folder,
    dataDir,
    items: { item: () => undefined, byWho: () => [] },
    now: Date.now,
  })
  onTestFinished(async () => {
    curator.close()
    await room.close()
  })
  return { ...room, dataDir, curator, left }
}

function names(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, withFileTypes: true })
  return all.filter((each) => each.isFile() && each.name !== '.customer-room.lock').map(({ name }) => name)
}

test.each(['copying', 'writing'])('in the midst of %s: nothing of it is left', async (when) => {
  const room = await killedRoom(when)
  const isShown = (name: string): boolean => name.endsWith('.md')
  expect(room.left.filter((name) => name.startsWith('.~')).length).toBeGreaterThan(0)
  expect(room.left.filter(isShown).length).toBe(when === 'writing' ? FILES / 2 : 0)
  await room.curator.endComing()
  expect(names(room.folder)).toEqual(['room.yaml'])
  expect(readFileSync(join(room.folder, 'room.yaml'), 'utf8')).toBe(ROOM)
  expect(room.curator.changes(undefined, 5).entries).toEqual([])
  expect(readdirSync(join(room.dataDir, 'coming-in'))).toEqual([])
})

test('with nothing left to be done but to tidy up: all of it is there, and has its way back', async () => {
  const room = await killedRoom('end')
  await room.curator.endComing()
  expect(names(room.folder).filter((name) => name.endsWith('.md'))).toHaveLength(FILES)
  expect(names(room.folder).filter((name) => name.startsWith('.~'))).toEqual([])
  expect(await room.curator.undo()).toMatchObject({ ok: true, sentence: { key: 'imported', files: FILES } })
  expect(names(room.folder)).toEqual(['room.yaml'])
  expect(readFileSync(join(room.folder, 'room.yaml'), 'utf8')).toBe(ROOM)
})

test('what somebody has written since stays; what an older writer left goes', async () => {
  const room = await killedRoom('writing')
  const [ours, left] = [join(room.folder, 'quotes/q0.md'), join(room.folder, '.~room.yaml-0123456789.tmp')]
  await writeFile(ours, 'Hers now.\n')
  await writeFile(left, 'half')
  const longAgo = Date.now() / 1_000 - 7_200
  await utimes(left, longAgo, longAgo)
  await room.curator.endComing()
  expect(names(room.folder).sort()).toEqual(['q0.md', 'room.yaml'])
})
