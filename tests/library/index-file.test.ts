import { type ChildProcess, fork, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { FromLibrary, ToLibrary } from '../../electron/library/protocol.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { CALL, makeRoom, personaFile, quoteFile, type TestRoom, toneWav } from './open-room.ts'

let room: TestRoom
let child: ChildProcess | undefined

afterEach(async () => {
  child?.kill('SIGKILL')
  child = undefined
  await room.close()
})

const FILES = {
  ...CALL,
  'calls/lift.wav': toneWav(),
  'quotes/a.md': quoteFile('Late.'),
  'personas/ruth.md': personaFile('Ruth'),
}

function cached(): string[] {
  const root = join(room.dataDir, 'cache')
  return readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(root, name)).isFile(),
  )
}

test('an index that is deleted, damaged or of a later version is built again, with the same ids', async () => {
  room = await makeRoom(FILES)
  await room.index()
  const ids = room.ids()
  const file = join(room.dataDir, 'index.db')
  const harm = [
    () => rmSync(file),
    () => writeFileSync(file, 'this was a database once'),
    () => {
      const db = openDatabase(file)
      db.pragma('user_version = 999')
      db.close()
    },
  ]
  for (const damage of harm) {
    room.reader.close()
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
    damage()
    expect(room.ids()).toEqual([])
    await room.index()
    expect(room.ids()).toEqual(ids)
  }
  expect(cached()).toHaveLength(1)
})

test('an index that is damaged while the library runs is built again without a restart', async () => {
  room = await makeRoom(FILES)
  room.open()
  await room.until(() => room.ids().length === 3, 'three items')
  await room.rescan()
  const file = join(room.dataDir, 'index.db')
  const db = openDatabase(file)
  db.pragma('wal_checkpoint(TRUNCATE)')
  db.close()
  const bytes = Buffer.alloc(statSync(file).size - 4_096, 0x55)
  const handle = await import('node:fs/promises').then(({ open }) => open(file, 'r+'))
  await handle.write(bytes, 0, bytes.length, 4_096)
  await handle.close()
  await room.put({ 'quotes/b.md': quoteFile('Later.') })
  await room.until(() => room.ids().length === 4, 'four items after the damage')
  expect(room.reports.some(({ type }) => type === 'trouble')).toBe(true)
})

test('a cache that is deleted is made again; what no item uses is removed from it', async () => {
  room = await makeRoom(FILES)
  await room.index()
  expect(cached()).toHaveLength(1)
  rmSync(join(room.dataDir, 'cache'), { recursive: true })
  await room.index()
  expect(cached()).toHaveLength(1)
  const hash = room.reader.item('calls/lift')?.media['audio']?.hash ?? ''
  expect(statSync(room.reader.media(hash)?.file ?? '').size).toBeGreaterThan(1_000)
  await room.remove('calls/lift.wav')
  await room.index()
  expect(room.reader.media(hash)).toBeUndefined()
  expect(cached()).toEqual([])
})

test('an index and a cache that are deleted while the library runs are made again', async () => {
  room = await makeRoom(FILES)
  room.open()
  await room.until(() => room.ids().length === 3, 'three items')
  await room.rescan()
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(room.dataDir, 'index.db') + suffix, { force: true })
  await room.rescan()
  // A library that begins anew may wait a moment for files as young as these.
  await room.until(() => existsSync(join(room.dataDir, 'index.db')) && room.ids().length === 3, 'all again')
  rmSync(join(room.dataDir, 'cache'), { recursive: true })
  await room.put({ 'calls/lift.md': CALL['calls/lift.md'].replace('The lift', 'The other lift') })
  await room.until(() => room.title('calls/lift') === 'The other lift', 'the new title')
  expect(cached()).toHaveLength(1)
})

test('nothing is read or written again when nothing has changed', async () => {
  room = await makeRoom(FILES)
  await room.index()
  const revision = room.reader.revision()
  await room.index()
  expect(room.reader.revision()).toBe(revision)
})

function start(): ChildProcess {
  const entry = new URL('../../electron/library/process.ts', import.meta.url)
  const started = fork(entry, { execArgv: ['--experimental-strip-types', '--no-warnings'], stdio: 'inherit' })
  const open: ToLibrary = {
    type: 'open',
    options: { folder: room.folder, dataDir: room.dataDir, wallPx: 640 },
  }
  started.send(open)
  return started
}

async function said(from: ChildProcess, wanted: (message: FromLibrary) => boolean): Promise<void> {
  for (;;) {
    const [message]: unknown[] = await once(from, 'message')
    if (wanted(message as FromLibrary)) return
  }
}

test('the library as a process of its own: killed in the middle, it goes on where it was', async () => {
  const calls = Array.from({ length: 12 }, (_, index) => [
    [`calls/c${index}.md`, CALL['calls/lift.md']],
    [`calls/c${index}.vtt`, CALL['calls/lift.vtt']],
    [`calls/c${index}.wav`, toneWav(20 + index, 24_000)],
  ])
  room = await makeRoom({ ...Object.fromEntries(calls.flat()), 'quotes/a.md': quoteFile('Late.') })
  child = start()
  await said(child, ({ type }) => type === 'revision')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const atDeath = room.ids().length
  expect(atDeath).toBeLessThan(13)
  child = start()
  while (room.ids().length < 13) await said(child, ({ type }) => type === 'revision')
  const close: ToLibrary = { type: 'close' }
  child.send(close)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(
    new Set(
      room
        .ids()
        .slice(0, 12)
        .map((id) => room.reader.item(id)?.media['audio']?.durationMs),
    ).size,
  ).toBe(12)
})

test('a file that ended the process twice is left alone until it changes', async () => {
  const wav = toneWav()
  room = await makeRoom({ ...CALL, 'quotes/a.md': quoteFile('Late.') })
  const mark = JSON.stringify({
    path: 'calls/lift.wav',
    hash: createHash('sha256').update(wav).digest('hex'),
  })
  await room.index()
  for (const _ of ['once', 'twice']) {
    writeFileSync(join(room.dataDir, 'in-flight.json'), mark)
    await room.index()
  }
  await room.put({ 'calls/lift.wav': wav })
  await room.index()
  expect(room.ids()).toEqual(['quotes/a'])
  expect(room.told().join('\n')).toMatch(/error calls\/lift\.wav: Reading this file ended the library twice/)
  await room.put({ 'calls/lift.wav': toneWav(2) })
  await room.index()
  expect(room.ids()).toContain('calls/lift')
})

const markFile = (): string => join(room.dataDir, 'in-flight.json')

test.each([
  ['a message to close', (from: ChildProcess) => from.send({ type: 'close' } satisfies ToLibrary)],
  ['SIGTERM', (from: ChildProcess) => from.kill('SIGTERM')],
  ['SIGINT', (from: ChildProcess) => from.kill('SIGINT')],
])('a file that is being read when the process is stopped by %s is not to blame', async (_, stop) => {
  room = await makeRoom({
    ...CALL,
    'calls/lift.wav': toneWav(120, 24_000),
    'quotes/a.md': quoteFile('Late.'),
  })
  child = start()
  // The words are on the wall before the recording is read.
  await said(child, ({ type }) => type === 'revision')
  stop(child)
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(statSync(markFile()).size).toBe(0)
})

test('a power cut is no fault of the file that was being read', async () => {
  const wav = toneWav()
  room = await makeRoom({ ...CALL, 'calls/lift.wav': wav })
  const hash = createHash('sha256').update(wav).digest('hex')
  for (const boot of ['one', 'two', 'three']) {
    mkdirSync(room.dataDir, { recursive: true })
    writeFileSync(markFile(), JSON.stringify({ path: 'calls/lift.wav', hash, boot }))
    await room.index()
  }
  expect(room.ids()).toEqual(['calls/lift'])
})

test('a file that hangs the process ends it', () => {
  const guard = new URL('../../electron/library/guard.ts', import.meta.url).href
  const script = `import { startGuard } from '${guard}'; startGuard({ fileMs: 300, msPerMb: 0, mostMs: 300, memoryMb: 9999 }).busy(true); setTimeout(() => { for (;;); }, 100)`
  const ended = spawnSync(
    process.execPath,
    ['--experimental-strip-types', '--no-warnings', '--input-type=module', '-e', script],
    { timeout: 10_000 },
  )
  expect(ended.signal).toBe('SIGKILL')
})
