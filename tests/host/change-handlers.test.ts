import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeAdmin } from '../../electron/admin/change-handlers.ts'
import { systemClock } from '../../electron/clock.ts'
import { openRoomIndex } from '../../electron/room-index.ts'
import { callArguments } from '../../renderer/core/contract.ts'
import { makeRoom, quoteFile } from '../library/open-room.ts'

/** A room of one quote, and the curator's handlers on it. */
async function openAdmin(files: Readonly<Record<string, string>>) {
  const room = await makeRoom(files)
  onTestFinished(() => room.close())
  await room.index()
  const index = openRoomIndex(() => room.reader)
  index.refresh()
  const told = { news: 0 }
  const admin = changeAdmin({ folder: room.folder, dataDir: room.dataDir, clock: systemClock })({
    index,
    onNews: () => {
      told.news += 1
    },
  })
  onTestFinished(() => admin.close())
  return { room, admin, told, handlers: admin.handlers }
}

test('what a curator writes is written while this thread, which turns the wall, does not get a single turn', async () => {
  const decisions = Array.from({ length: 1_000 }, (_, at) => `  quotes/q${at}: {weight: 2}\n`).join('')
  const { room, handlers } = await openAdmin({
    'quotes/a.md': quoteFile('It was late.'),
    'room.yaml': `name: Room\nitems:\n${decisions}`,
  })
  const hide = (hidden: boolean) =>
    handlers.change({ change: { type: 'decide', items: ['quotes/a'], decision: { hidden } } })
  // The thread begins with the first call.
  expect(await hide(false)).toMatchObject({ ok: true })
  const answer = hide(true)
  waitWithoutTurn(() => readFileSync(join(room.folder, 'room.yaml'), 'utf8').includes('hidden: true'))
  expect(await answer).toMatchObject({ ok: true })
})

/** Holds this thread: no timer fires, no promise goes on, no message is heard. */
function waitWithoutTurn(isSo: () => boolean): void {
  const held = new Int32Array(new SharedArrayBuffer(4))
  for (let looks = 0; !isSo(); looks += 1) {
    if (looks > 6_000) throw new Error('It did not come about while this thread was held.')
    Atomics.wait(held, 0, 0, 5)
  }
}

test('an import is called off while it is looked at, and says so', async () => {
  const { room, handlers, admin } = await openAdmin({ 'room.yaml': 'name: Room\n' })
  const dropped = Array.from({ length: 200 }, (_, at) => join(room.dataDir, `letter-${at}.md`))
  for (const file of dropped) await writeFile(file, quoteFile('Nobody told me.', 'kind: quote\n'))
  const plan = handlers.planImport({ paths: dropped })
  const [task] = admin.tasks()
  handlers.cancelTask({ id: task?.id ?? 0 })
  expect(await plan).toMatchObject({ ok: false, because: 'cancelled' })
  expect(admin.tasks()).toMatchObject([{ what: 'look-at-import', state: 'cancelled' }])
})

test('an erasure that is stopped before it begins says so, and nothing of it is half', async () => {
  const ids = Array.from({ length: 40 }, (_, at) => `quotes/q${at}`)
  const files = Object.fromEntries(ids.map((id) => [`${id}.md`, quoteFile('It was late.')]))
  const { room, handlers, admin } = await openAdmin({ ...files, 'room.yaml': 'name: Room\n' })
  const answer = handlers.change({ change: { type: 'erase', items: ids, removeFiles: true } })
  const [task] = admin.tasks()
  expect(task).toMatchObject({ what: 'erase', state: 'running' })
  handlers.cancelTask({ id: task?.id ?? 0 })
  expect(await answer).toMatchObject({ ok: false, because: 'cancelled' })
  expect(admin.tasks()).toMatchObject([{ what: 'erase', state: 'cancelled', done: 0, total: ids.length }])
  expect(readFileSync(join(room.folder, 'room.yaml'), 'utf8')).toBe('name: Room\n')
  for (const id of ids) expect(readFileSync(join(room.folder, `${id}.md`), 'utf8')).toBe(files[`${id}.md`])
  expect(await handlers.erasures()).toEqual([])
})

test('the curator’s calls, as the host serves them: a change, its undo, an import with its task', async () => {
  const { room, admin, told, handlers } = await openAdmin({
    'quotes/a.md': quoteFile('It was late.'),
    'room.yaml': 'name: Room\n',
  })
  const args = callArguments.change.parse([
    { change: { type: 'decide', items: ['quotes/a'], decision: { hidden: true } } },
  ])
  expect(await handlers.change(...args)).toMatchObject({
    ok: true,
    sentence: { key: 'hid', items: { kind: 'quote', count: 1 } },
  })
  expect(await handlers.undo({})).toMatchObject({ ok: true })
  expect(await handlers.changes({ limit: 5 })).toMatchObject({
    entries: [{ state: 'undone' }],
    redo: { id: 1 },
  })
  const dropped = join(room.dataDir, 'letter.md')
  await writeFile(dropped, quoteFile('Nobody told me.', 'kind: quote\n'))
  const plan = await handlers.planImport({ paths: [dropped] })
  if (!plan.ok) throw new Error(plan.message)
  const run = callArguments.runImport.parse([{ plan: plan.id, answers: { consent: null } }])
  expect(await handlers.runImport(...run)).toMatchObject({ ok: true, files: ['quotes/letter.md'] })
  expect(admin.tasks()).toMatchObject([
    { what: 'look-at-import', state: 'done' },
    { what: 'import', state: 'done', answer: { ok: true } },
  ])
  expect(told.news).toBeGreaterThan(3)
  const erased = await handlers.change({ change: { type: 'erase', items: ['quotes/a'], removeFiles: false } })
  expect(erased).toMatchObject({
    ok: true,
    erased: [{ item: 'quotes/a', wasIndexed: true, stillIn: ['quotes/a.md'] }],
  })
  await room.index()
  expect(room.ids()).toEqual(['quotes/letter'])
})
