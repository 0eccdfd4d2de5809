import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { changeAdmin } from '../../electron/admin/change-handlers.ts'
import { openRoomIndex } from '../../electron/room-index.ts'
import { callArguments } from '../../renderer/core/contract.ts'
import { makeRoom, quoteFile } from '../library/open-room.ts'

test('the curator’s calls, as the host serves them: a change, its undo, an import with its task', async () => {
  const room = await makeRoom({ 'quotes/a.md': quoteFile('It was late.'), 'room.yaml': 'name: Room\n' })
  onTestFinished(() => room.close())
  await room.index()
  const index = openRoomIndex(() => room.reader)
  index.refresh()
  let news = 0
  const admin = changeAdmin({ folder: room.folder, dataDir: room.dataDir, now: Date.now })({
    index,
    onNews: () => {
      news += 1
    },
  })
  onTestFinished(() => admin.close())
  const { handlers } = admin
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
  expect(news).toBeGreaterThan(3)
  const erased = await handlers.change({ change: { type: 'erase', items: ['quotes/a'], removeFiles: false } })
  expect(erased).toMatchObject({
    ok: true,
    erased: [{ item: 'quotes/a', wasIndexed: true, stillIn: ['quotes/a.md'] }],
  })
  await room.index()
  expect(room.ids()).toEqual(['quotes/letter'])
})
