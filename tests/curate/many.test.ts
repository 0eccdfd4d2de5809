import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openCurator } from '../../electron/curate/curator.ts'
import { decideEdits, tableOf } from '../../electron/curate/decide-edits.ts'
import { refuse } from '../../electron/curate/refusal.ts'
import { patchYaml } from '../../electron/curate/yaml-patch.ts'
import { readCuration } from '../../electron/library/curation-file.ts'
import type { Change } from '../../renderer/core/admin/change.ts'
import { type Decision, decisionFor } from '../../renderer/core/curation.ts'
import { makeRoom, quoteFile } from '../library/open-room.ts'
import { decide, NOW } from './curated-room.ts'

/** Decisions about very many items: one change, one line where a whole table is meant, one way back. */

const ROOM = '# ours\nname: Room   # the name\nitems:\n  quotes/a#7: {weight: 3} # hers\n'

async function largeRoom(rows: Readonly<Record<string, number>>) {
  const room = await makeRoom({ 'room.yaml': ROOM, 'quotes/x.md': quoteFile('It was late.') })
  const ids = Object.entries(rows).flatMap(([table, count]) =>
    Array.from({ length: count }, (_, at) => `${table}#${at}`),
  )
  const curator = openCurator({
    folder: room.folder,
    dataDir: join(room.dataDir, 'admin'),
    now: () => NOW,
    items: {
      item: () => undefined,
      byWho: () => [],
      rowsOf: (tables) =>
        new Map([...tables].map((table) => [table, ids.filter((id) => tableOf(id) === table)])),
    },
  })
  onTestFinished(async () => {
    curator.close()
    await room.close()
  })
  const text = (): Promise<string> => readFile(room.at('room.yaml'), 'utf8')
  async function curation() {
    const read = readCuration('room.yaml', Buffer.from(await text()))
    if (!read.ok) throw new Error(read.unreadable.message)
    return read.value
  }
  return { ...room, curator, ids, text, curation }
}

describe('many at once', () => {
  test('30,000 that are no whole table: a line for each, one undo, every byte back', async () => {
    const room = await largeRoom({ 'quotes/a': 20_000, 'quotes/b': 10_001 })
    const meant = room.ids.filter((id) => id !== 'quotes/b#5')
    const answer = await room.curator.change(decide(meant, { hidden: true }))
    expect(answer).toMatchObject({ ok: true, sentence: { key: 'hid', items: { count: 30_000 } } })
    const curation = await room.curation()
    expect(meant.every((id) => decisionFor(curation, id)?.hidden)).toBe(true)
    expect(decisionFor(curation, 'quotes/b#5')?.hidden).toBeUndefined()
    expect(decisionFor(curation, 'quotes/a#7')).toEqual({ weight: 3, hidden: true })
    expect(await room.text()).toContain('# hers')
    expect(await room.curator.undo()).toMatchObject({ ok: true })
    expect(await room.text()).toBe(ROOM)
  })

  test('a whole table is one line, which holds for rows that come later, and one undo', async () => {
    const room = await largeRoom({ 'quotes/a': 60_000, 'quotes/b': 40_000 })
    const all: Change = { ...decide(room.ids, { hidden: true }), wholeTables: true } as Change
    expect(await room.curator.change(all)).toMatchObject({ ok: true })
    expect(await room.text()).toBe(
      `${ROOM}  quotes/a#*:\n    hidden: true\n  quotes/b#*:\n    hidden: true\n`,
    )
    const hidden = await room.curation()
    expect(decisionFor(hidden, 'quotes/a#7')).toEqual({ weight: 3, hidden: true })
    expect(decisionFor(hidden, 'quotes/b#of tomorrow')).toEqual({ hidden: true })
    expect(decisionFor(hidden, 'quotes/bc#1')).toBeUndefined()
    // One of them is shown again, the others stay as they are.
    expect(await room.curator.change(decide(['quotes/a#9'], { hidden: null }))).toMatchObject({ ok: true })
    expect(decisionFor(await room.curation(), 'quotes/a#9')?.hidden).toBe(false)
    await room.curator.undo()
    await room.curator.undo()
    expect(await room.text()).toBe(ROOM)
  })

  test('called off before it is written, nothing is changed', async () => {
    const room = await largeRoom({ 'quotes/a': 300 })
    const answer = await room.curator.change(decide(room.ids, { hidden: true }), {
      tell: () => undefined,
      breathe: async () => {
        throw refuse('cancelled', 'It was called off.', '')
      },
    })
    expect(answer).toMatchObject({ ok: false, because: 'cancelled' })
    expect(await room.text()).toBe(ROOM)
  })
})

describe('decisions of tables and of rows', () => {
  const rows = ['a#1', 'a#2', 'a#3', 'b#1', 'b#2', 'c']
  const step = fc.record({
    items: fc.uniqueArray(fc.constantFrom(...rows), { minLength: 1 }),
    decision: fc.oneof(
      fc.record({ hidden: fc.constantFrom(true, null) }),
      fc.record({ weight: fc.constantFrom(0, 2, null) }),
      fc.record({ from: fc.constantFrom('2026-03-01', null), until: fc.constantFrom('2026-09-01', null) }),
      fc.record({ pinned: fc.constantFrom(true, null) }),
    ),
    wholeTables: fc.boolean(),
  })
  const rowsOf = (tables: ReadonlySet<string>) =>
    new Map([...tables].map((table) => [table, rows.filter((id) => tableOf(id) === table)]))

  test('whatever is decided of many, in whatever order, each has what was last said of it', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const model = new Map<string, Record<string, unknown>>(rows.map((id) => [id, {}]))
        let text = 'name: Room\n'
        for (const { items, decision, wholeTables } of steps) {
          const read = readCuration('room.yaml', Buffer.from(text))
          const data = patchYaml('room.yaml', text, [])
          if (!read.ok || !data.ok) throw new Error(text)
          const room = { path: 'room.yaml', curation: read.value, fields: data.before as Decision }
          const change = { ...(decide(items, decision) as Parameters<typeof decideEdits>[0]), wholeTables }
          const made = patchYaml('room.yaml', text, decideEdits(change, room, rowsOf))
          if (!made.ok) throw new Error(made.problem.message)
          text = made.text
          for (const id of items) Object.assign(model.get(id) ?? {}, decision)
          const after = readCuration('room.yaml', Buffer.from(text))
          if (!after.ok) throw new Error(text)
          for (const [id, said] of model)
            for (const field of ['hidden', 'weight', 'from', 'until', 'pinned'] as const)
              expect(saidOf(decisionFor(after.value, id), field), `${field} of ${id}:\n${text}`).toBe(
                said[field] ?? null,
              )
        }
      }),
    )
  })
})

/** Null where nothing is said; shown in spite of its table is not hidden. */
function saidOf(decision: Decision | undefined, field: keyof Decision): unknown {
  const value = decision?.[field] ?? null
  return field === 'hidden' && value === false ? null : value
}
