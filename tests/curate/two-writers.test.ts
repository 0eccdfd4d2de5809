import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { openCurator } from '../../electron/curate/curator.ts'
import { readCuration } from '../../electron/library/curation-file.ts'

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url))
const ROOM =
  '# The room of two.\nname: Room   # its name\n\n# The pace\nrotation:\n  seconds_max: 60   # at most\nitems: {}   # decisions\n# the end\n'

async function folderOf(): Promise<string> {
  const base = await mkdtemp(join(tmpdir(), 'customer-room-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  await writeFile(join(base, 'room.yaml'), ROOM)
  return base
}

function start(folder: string, dataDir: string, name: string, count: number) {
  const child = spawn(process.execPath, [
    '--experimental-strip-types',
    '--no-warnings',
    WRITER,
    folder,
    dataDir,
    name,
    `${count}`,
  ])
  let said = ''
  let failed = ''
  child.stdout.on('data', (part) => {
    said += String(part)
  })
  child.stderr.on('data', (part) => {
    failed += String(part)
  })
  const ended = new Promise<string[]>((resolve) => {
    child.on('close', () =>
      resolve(
        said
          .trim()
          .split('\n')
          .concat(failed === '' ? [] : [failed]),
      ),
    )
  })
  return { child, ended, said: () => said }
}

async function curationOf(folder: string) {
  const read = readCuration('room.yaml', await readFile(join(folder, 'room.yaml')))
  if (!read.ok) throw new Error(read.unreadable.message)
  return read.value
}

test('two processes that make 500 changes each on one folder lose none of them, and every remark is still there', async () => {
  const folder = await folderOf()
  const data = await mkdtemp(join(tmpdir(), 'customer-room-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  const writers = ['a', 'b'].map((name) => start(folder, join(data, name), name, 500))
  const told = await Promise.all(writers.map(({ ended }) => ended))
  expect(told.flatMap((lines) => lines.slice(0, 500).filter((line) => !/^\d+$/.test(line)))).toEqual([])
  const decided = told.map((lines) => JSON.parse(lines[500] ?? '') as object)
  expect((await curationOf(folder)).items).toEqual({ ...decided[0], ...decided[1] })
  const text = await readFile(join(folder, 'room.yaml'), 'utf8')
  for (const remark of [
    '# The room of two.',
    '# its name',
    '# The pace',
    '# at most',
    '# decisions',
    '# the end',
  ])
    expect(text.split(remark)).toHaveLength(2)
  expect((await readdir(folder)).sort()).toEqual(['.customer-room.lock', 'room.yaml'])
}, 120_000)

test('a writer that is killed in the midst leaves a whole file and the way back from all that it wrote, and nobody waits for its lock', async () => {
  const folder = await folderOf()
  const data = await mkdtemp(join(tmpdir(), 'customer-room-'))
  onTestFinished(() => rm(data, { recursive: true, force: true }))
  for (const [round, lines] of [1, 2, 3, 5, 7].entries()) {
    const before = await readFile(join(folder, 'room.yaml'), 'utf8')
    const dataDir = join(data, `killed-${round}`)
    const writer = start(folder, dataDir, `k${round}`, 100_000)
    await new Promise<void>((resolve) => {
      writer.child.stdout.on('data', () => {
        if (writer.said().split('\n').length > lines) resolve()
      })
    })
    killAsItWrites(join(folder, 'room.yaml'), writer.child.pid ?? 0)
    await writer.ended
    expect((await curationOf(folder)).name).toBe('Room')
    // A new start on the same data, as of the app that is started again.
    const curator = openCurator({
      folder,
      dataDir,
      items: { item: () => undefined, byWho: () => [] },
      now: Date.now,
    })
    try {
      while ((await curator.undo()).ok);
      expect(await readFile(join(folder, 'room.yaml'), 'utf8')).toBe(before)
      while ((await curator.redo()).ok);
    } finally {
      curator.close()
    }
  }
  const [line] = await start(folder, join(data, 'after'), 'after', 1).ended
  expect(line).toBe('0')
  expect(await readFile(join(folder, 'room.yaml'), 'utf8')).toContain('# the end')
}, 60_000)

/** In the very moment in which the file is another one, before anybody can have said so. */
function killAsItWrites(file: string, pid: number): void {
  const before = readFileSync(file)
  while (before.equals(readFileSync(file)));
  process.kill(pid, 'SIGKILL')
}
