import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCurator } from '../../electron/curate/curator.ts'
import { hasBegunErasures } from '../../electron/curate/erasures.ts'
import { curatedRoom, NOW } from './curated-room.ts'
import { COUNT, curatorOf, filesLeft, fill, isEdited } from './erasing.ts'

/** An erasure that something happens to: it says so, goes on, and its proof tells what was removed, no more and no less. */

const SCRIPT = fileURLToPath(new URL('erasing.ts', import.meta.url))
const SECRET = /Nobody may know/

async function places(): Promise<{ folder: string; dataDir: string }> {
  const base = await mkdtemp(join(tmpdir(), 'customer-room-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const [folder, dataDir] = [join(base, 'room'), join(base, 'data')]
  await mkdir(join(folder, 'quotes'), { recursive: true })
  await mkdir(dataDir)
  return { folder, dataDir }
}

/** All bytes of a folder, as somebody with a reader for disks would find them. */
async function everythingIn(dir: string): Promise<string> {
  const names = await readdir(dir, { recursive: true })
  const read = names.map((name) => readFile(join(dir, name), 'latin1').catch(() => ''))
  return (await Promise.all(read)).join('\n')
}

type Moment = (folder: string, dataDir: string) => Promise<boolean> | boolean

const MOMENTS: readonly (readonly [when: string, is: Moment])[] = [
  ['before anything is written', (_, dataDir) => hasBegunErasures(dataDir)],
  [
    'once room.yaml says it',
    async (folder) => (await readFile(join(folder, 'room.yaml'), 'utf8')).includes('erased'),
  ],
  ['when a few files are gone', (folder) => filesLeft(folder) < COUNT * 2 - 5],
  ['when most are', (folder) => filesLeft(folder) < COUNT / 2],
]

describe('killed in the midst', () => {
  test.each(MOMENTS)('%s: it is finished at the next start, or was never begun', async (_when, isNow) => {
    const { folder, dataDir } = await places()
    fill(folder)
    const child = spawn(process.execPath, [
      '--experimental-strip-types',
      '--no-warnings',
      SCRIPT,
      folder,
      dataDir,
    ])
    const ended = new Promise((resolve) => child.on('close', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    while (child.exitCode === null && !(await isNow(folder, dataDir))) await nextTurn()
    child.kill('SIGKILL')
    await ended

    const wasSaid = (await readFile(join(folder, 'room.yaml'), 'utf8')).includes('erased')
    const curator = curatorOf(folder, dataDir)
    onTestFinished(() => curator.close())
    const kept = await curator.finishErasures()
    expect(hasBegunErasures(dataDir)).toBe(false)
    if (!wasSaid) {
      expect([kept, filesLeft(folder)]).toEqual([[], COUNT * 2])
      return
    }
    expect(filesLeft(folder)).toBe(0)
    expect(kept).toHaveLength(COUNT)
    for (const { proof } of kept) {
      const at = Number(proof.item.replace('quotes/q', ''))
      expect(proof).toEqual({
        item: proof.item,
        wasIndexed: true,
        derived: [`derived q${at}`],
        journal: isEdited(at) ? 1 : 0,
        deletedFiles: [`${proof.item}.md`, `${proof.item}.jpg`],
        stillIn: [],
      })
    }
    expect(await everythingIn(dataDir)).not.toMatch(SECRET)
    expect(await readFile(join(folder, 'room.yaml'), 'utf8')).toContain('# ours')
  })
})

const QUOTE =
  '---\nsource: Card\ncaptured: 2026-03-04\nconsent:\n  who: card 12\n  given: 2026-03-04\n  purposes: [display]\n  audience: [staff]\n---\n\n> Nobody may know this.\n'

test('a file that cannot be deleted is named, the rest is done, and it is finished once it can be', async () => {
  const room = await curatedRoom({ 'quotes/a.md': QUOTE, 'room.yaml': 'name: Room\n' })
  // A folder in the place of a picture is not deleted by whoever deletes files.
  const stuck = join(room.folder, 'quotes/a.jpg')
  await mkdir(join(stuck, 'inner'), { recursive: true })
  const answer = await room.curator.change({ type: 'erase', items: ['quotes/a'], removeFiles: true })
  expect(answer).toMatchObject({
    ok: true,
    erased: [
      { item: 'quotes/a', deletedFiles: ['quotes/a.md'], stillIn: [], unfinished: { path: 'quotes/a.jpg' } },
    ],
  })
  expect(await room.curator.finishErasures()).toMatchObject([
    { proof: { unfinished: { path: 'quotes/a.jpg' } } },
  ])
  await rmdir(join(stuck, 'inner'))
  await rmdir(stuck)
  const [kept] = await room.curator.finishErasures()
  expect(kept).toMatchObject({ at: NOW, proof: { deletedFiles: ['quotes/a.md', 'quotes/a.jpg'] } })
  expect(kept?.proof.unfinished).toBeUndefined()
  expect(room.curator.erasures()).toEqual([kept])
})

test('what a writer that was killed left beside the file goes too', async () => {
  const room = await curatedRoom({ 'quotes/a.md': QUOTE, 'room.yaml': 'name: Room\n' })
  const [left, other] = ['.~a.md-0123456789.tmp', '.~b.md-0123456789.tmp']
  for (const name of [left, other]) await writeFile(join(room.folder, 'quotes', name), QUOTE)
  await room.make({ type: 'erase', items: ['quotes/a'], removeFiles: false })
  expect(existsSync(join(room.folder, 'quotes', left))).toBe(false)
  expect(existsSync(join(room.folder, 'quotes', other))).toBe(true)
})

test('nobody who was erased comes back by a key, nor with an earlier room.yaml', async () => {
  const room = await curatedRoom({ 'quotes/a.md': QUOTE, 'room.yaml': '# ours\nname: Room\n' })
  await room.make({ type: 'set', settings: [{ path: ['name'], value: 'Other' }] })
  await room.make({ type: 'erase', items: ['quotes/a'], removeFiles: false })
  expect(await room.curator.undo(2)).toMatchObject({ ok: false, because: 'nothing' })
  const first = room.curator.roomVersions().at(-1)
  expect(await room.curator.restoreRoom(first?.id ?? 0)).toMatchObject({ ok: true })
  const text = await room.read('room.yaml')
  expect(text).toContain('# ours\nname: Room\n')
  expect(text).toContain('erased: true')
})

/** Somebody else on the same folder, on a machine of her own. */
function another(room: Awaited<ReturnType<typeof curatedRoom>>) {
  const curator = openCurator({
    folder: room.folder,
    dataDir: join(room.dataDir, 'other'),
    items: { item: (id) => room.reader.item(id), byWho: () => ['quotes/a', 'quotes/b'] },
    now: () => NOW,
  })
  onTestFinished(() => curator.close())
  return curator
}

describe('two at once', () => {
  const FILES = { 'quotes/a.md': QUOTE, 'quotes/b.md': QUOTE, 'room.yaml': '# ours\nname: Room\n' }

  test('both withdraw the same consent: it is said once in each file, and whoever came second is told', async () => {
    const room = await curatedRoom(FILES)
    const who = 'card 12'
    const answers = await Promise.all(
      [room.curator, another(room)].map((each) => each.change({ type: 'withdraw', who })),
    )
    expect(answers.map((answer) => (answer.ok ? 'done' : answer.because)).toSorted()).toEqual([
      'done',
      'nothing',
    ])
    for (const file of ['quotes/a.md', 'quotes/b.md']) {
      const text = await room.read(file)
      expect(text.split('withdrawn:')).toHaveLength(2)
      expect(text.replace(/ +withdrawn: .*\n/, '')).toBe(QUOTE)
    }
  })

  test('both erase: each has its proof, and what one of them keeps of it the other’s erasure takes too', async () => {
    const room = await curatedRoom(FILES)
    const other = another(room)
    const text = QUOTE.replace('this', 'that')
    await other.change({ type: 'text', path: 'quotes/b.md', base: QUOTE, text })
    const answers = await Promise.all(
      [room.curator, other].map((each) =>
        each.change({ type: 'erase', items: ['quotes/a'], removeFiles: true }),
      ),
    )
    expect(answers).toMatchObject([
      { ok: true, erased: [{ stillIn: [] }] },
      { ok: true, erased: [{ stillIn: [] }] },
    ])
    await room.make({ type: 'erase', items: ['quotes/b'], removeFiles: true })
    await other.forget(['quotes/a', 'quotes/b'])
    expect(await everythingIn(join(room.dataDir, 'other'))).not.toMatch(SECRET)
    expect(other.erasures()).toHaveLength(1)
  })
})
