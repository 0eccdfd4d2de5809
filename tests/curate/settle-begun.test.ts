import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openCurator } from '../../electron/curate/curator.ts'
import { type FileRecord, hashOf, spliceOf } from '../../electron/curate/edit-record.ts'
import { type Begun, openJournal } from '../../electron/curate/journal.ts'
import { settleBegun } from '../../electron/curate/settle-begun.ts'
import type { Change } from '../../renderer/core/admin/change.ts'
import { decide, NOW } from './curated-room.ts'

/** What was being written when the process was killed, at each place where that may happen. */

const [BEFORE, AFTER] = ['name: Room\n', 'name: Hall\n']

async function killed(room: string, begun: Omit<Begun, 'at' | 'sentence' | 'items'>) {
  const base = await mkdtemp(join(tmpdir(), 'customer-room-'))
  onTestFinished(() => rm(base, { recursive: true, force: true }))
  const file = join(base, 'room.yaml')
  await writeFile(file, room)
  const journal = openJournal(base)
  journal.begin({ at: NOW, sentence: { key: 'erased', count: 1 }, items: [], ...begun })
  journal.close()
  const open = () =>
    openCurator({
      folder: base,
      dataDir: base,
      items: { item: () => undefined, byWho: () => [] },
      now: () => NOW,
    })
  return { base, open, read: () => readFile(file, 'utf8'), write: (text: string) => writeFile(file, text) }
}

function edit(before: string, after: string): FileRecord {
  const hash = (text: string): string => hashOf(Buffer.from(text))
  const fields = [{ at: ['name'], before: before.slice(6, -1), after: after.slice(6, -1) }]
  const splice = spliceOf(before, after)
  return { kind: 'edit', path: 'room.yaml', before: hash(before), after: hash(after), fields, splice }
}

test('before the first file: it was no change', async () => {
  const { open } = await killed(BEFORE, { files: [edit(BEFORE, AFTER)] })
  const curator = open()
  expect(curator.changes(undefined, 10).entries).toEqual([])
  expect(await curator.undo()).toMatchObject({ because: 'nothing' })
  curator.close()
})

test('after the file: it is a change, and its undo leads back, also where somebody else has written since', async () => {
  for (const more of ['', '# theirs\n']) {
    const { open, read } = await killed(AFTER + more, { files: [edit(BEFORE, AFTER)] })
    const curator = open()
    expect(await curator.undo()).toMatchObject({ ok: true })
    expect(await read()).toBe(BEFORE + more)
    curator.close()
  }
})

test('of files that came in, those that are there', async () => {
  const made = (path: string): FileRecord => ({ kind: 'made', path, after: hashOf(Buffer.from('new')) })
  const { base, open } = await killed(BEFORE, { files: [made('a.md'), made('b.md')] })
  await writeFile(join(base, 'a.md'), 'new')
  const curator = open()
  expect(curator.changes(undefined, 10).entries).toMatchObject([{ files: ['a.md'] }])
  expect(await curator.undo()).toMatchObject({ ok: true })
  expect(await readdir(base)).not.toContain('a.md')
  expect(await curator.redo()).toMatchObject({ ok: true })
  expect(await readdir(base)).toContain('a.md')
  curator.close()
})

test('as something was taken back: it is taken back once, and made again once', async () => {
  const { base, open, read, write } = await killed(BEFORE, { files: [edit(BEFORE, AFTER)] })
  let curator = open()
  const rename: Change = { type: 'set', settings: [{ path: ['name'], value: 'Hall' }] }
  expect(await curator.change(rename)).toMatchObject({ ok: true, id: 1 })
  expect(await curator.change(decide(['quotes/a'], { hidden: true }))).toMatchObject({ ok: true, id: 2 })
  const now = await read()
  curator.close()
  const journal = openJournal(base)
  const files = journal.record(2)?.files ?? []
  const [written] = files
  if (written?.kind !== 'edit') throw new Error('It was an edit.')
  const back = { ...written, before: written.after, after: written.before }
  journal.begin({
    at: NOW,
    sentence: { key: 'erased', count: 1 },
    items: [],
    files,
    again: { id: 2, state: 'undone', written: [back] },
  })
  journal.close()
  await write(AFTER)
  curator = open()
  expect(await curator.undo()).toMatchObject({ ok: true, id: 1 })
  expect(await read()).toBe(BEFORE)
  expect(await curator.redo()).toMatchObject({ ok: true, id: 1 })
  expect(await curator.redo()).toMatchObject({ ok: true, id: 2 })
  expect(await read()).toBe(now)
  curator.close()
})

test('a folder that is out of reach tells nothing, and another start does', async () => {
  const { base, open } = await killed(BEFORE, { files: [edit(BEFORE, AFTER)] })
  const journal = openJournal(base)
  settleBegun(journal, join(base, 'gone'))
  expect(journal.begun()).toHaveLength(1)
  journal.close()
  open().close()
  const again = openJournal(base)
  expect(again.begun()).toEqual([])
  again.close()
})
