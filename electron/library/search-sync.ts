import { statSync } from 'node:fs'
import type { Curation } from '../../renderer/core/curation.ts'
import { DEFAULT_CURATION, decisionFor } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { Item } from '../../renderer/core/item.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { type Db, openDatabase } from '../sqlite.ts'
import { curationFrom } from './curation-file.ts'
import { openSearch } from './search-file.ts'
import { makeScrubber } from './search-scrub.ts'
import { searchStore } from './search-store.ts'
import { mayBeFound, nextTurn, searchWords } from './search-words.ts'
import { indexFile } from './store.ts'

/**
 * Brings search.db to what index.db says, a little at a time: the wall's own library goes first. What changed last is
 * looked at first. Everything is found out by comparing the two, so that it may be ended at any moment.
 */
export interface SearchSync {
  /** Works for about so long, ms; false when nothing is left to be done now. Throws what SQLite throws. */
  step(ms: number, now: number): boolean
  /** After how long time alone asks for another step, ms. */
  waitMs(now: number): number | undefined
  close(): void
}

/** Items of a unit that may have changed after a revision; then what is no longer in it. */
interface UnitTask {
  readonly unit: string
  readonly since: number
  phase: 'changed' | 'gone'
  after: number
}

interface IndexRow {
  readonly seq: number
  readonly id: string
}

interface WholeItem {
  readonly unit: string
  readonly print: string
  readonly item: string
  readonly card: string
}

const PAGE = 500

export function openSearchSync(dataDir: string): SearchSync {
  const store = searchStore(openSearch(dataDir))
  const scrubber = makeScrubber(store)
  let index: { db: Db; inode: number } | undefined
  let tasks: UnitTask[] = []
  let due: string[] = []
  let planned = -1
  let curation: { json: string; made: Curation } = { json: '', made: DEFAULT_CURATION }

  function indexDb(): Db | undefined {
    const file = indexFile(dataDir)
    const inode = statSync(file, { throwIfNoEntry: false })?.ino
    if (inode === undefined) return undefined
    if (index?.inode === inode) return index.db
    index?.db.close()
    tasks = []
    planned = -1
    index = { db: openDatabase(file, { readonly: true, fileMustExist: true }), inode }
    return index.db
  }

  function metaOf(db: Db, key: string): string {
    return db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? ''
  }

  /** What the index has changed since it was looked at last goes before what is still to be done. */
  function plan(db: Db): void {
    const revision = Number(metaOf(db, 'revision') || 0)
    if (revision === planned || revision === 0) return
    const isOtherIndex = store.meta('index') !== metaOf(db, 'born')
    const applied = isOtherIndex ? -1 : Number(store.meta('revision') ?? -1)
    const since = planned === -1 ? applied : planned
    const changed = db
      .prepare<[number], string>('SELECT unit FROM units WHERE revision > ? ORDER BY revision DESC')
      .pluck()
      .all(since)
    const gone = planned === -1 && isOtherIndex ? store.units() : []
    const units = new Set([...changed, ...gone])
    // Its rows may stand in another order now: what was looked at of it so far says nothing of the rest.
    for (const task of tasks) if (units.has(task.unit)) Object.assign(task, { phase: 'changed', after: -1 })
    tasks = [...[...units].map((unit): UnitTask => ({ unit, since, phase: 'changed', after: -1 })), ...tasks]
    planned = revision
    due = [...cleared(db), ...due]
  }

  /** Items of which somebody in room.yaml answers for a find now, or does so no longer. */
  function cleared(db: Db): string[] {
    const json = metaOf(db, 'curation')
    if (json === curation.json) return []
    curation = { json, made: curationFrom(json) ?? DEFAULT_CURATION }
    const before = JSON.parse(store.meta('cleared') ?? '{}') as Record<string, string>
    const after = clearances(curation.made)
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
      (id) => before[id] !== after[id],
    )
  }

  function whole(db: Db, id: string): WholeItem | undefined {
    return db.prepare<[string], WholeItem>('SELECT unit, print, item, card FROM items WHERE id = ?').get(id)
  }

  function bring(db: Db, id: string, now: number, isForced: boolean): void {
    const before = store.doc(id)
    const found = whole(db, id)
    if (!found) {
      if (!before) return
      scrubber.forgotten()
      return store.remove(before.doc)
    }
    if (!isForced && before?.print === found.print && before.unit === found.unit) return
    const { facts } = JSON.parse(found.card) as Card
    const decision = decisionFor(curation.made, id)
    const zone = roomZone(curation.made, now)
    const isOpen = mayBeFound(facts, decision, localMinute(now, zone))
    const words = searchWords(JSON.parse(found.item) as Item, isOpen)
    if (before) scrubber.forgotten()
    const { unit, print } = found
    store.put({ id, unit, print, turnsAt: nextTurn(facts, decision, zone, now), ...words }, before)
  }

  /** True when this page was the last of it. */
  function workOn(db: Db, task: UnitTask, now: number, isOver: () => boolean): boolean {
    if (task.phase === 'changed') {
      const rows = db
        .prepare<[string, number, number, number], IndexRow>(
          'SELECT seq, id FROM items WHERE unit = ? AND seq > ? AND revision > ? ORDER BY seq LIMIT ?',
        )
        .all(task.unit, task.after, task.since, PAGE)
      for (const { seq, id } of rows) {
        bring(db, id, now, false)
        task.after = seq
        if (isOver()) return false
      }
      if (rows.length === PAGE) return false
      const held = db.prepare<[string], number>('SELECT count(*) FROM items WHERE unit = ?').pluck()
      task.phase = 'gone'
      task.after = -1
      return store.countOf(task.unit) === (held.get(task.unit) ?? 0)
    }
    const docs = store.docsOf(task.unit, task.after, PAGE)
    const unitOf = db.prepare<[string], string>('SELECT unit FROM items WHERE id = ?').pluck()
    for (const { doc, id } of docs) {
      if (unitOf.get(id) !== task.unit) {
        scrubber.forgotten()
        store.remove(doc)
      }
      task.after = doc
      if (isOver()) return false
    }
    return docs.length < PAGE
  }

  function work(db: Db, until: number, now: number): void {
    const isOver = (): boolean => performance.now() >= until
    for (const id of store.turned(now, PAGE)) bring(db, id, now, true)
    while (!isOver()) {
      const id = due.pop()
      const task = tasks[0]
      if (id !== undefined) bring(db, id, now, true)
      else if (!task) break
      else if (workOn(db, task, now, isOver)) tasks.shift()
    }
    if (due.length > 0 || tasks.length > 0) return
    store.setMeta('cleared', JSON.stringify(clearances(curation.made)))
    store.setMeta('index', metaOf(db, 'born'))
    store.setMeta('revision', String(planned))
  }

  return {
    step(ms, now) {
      const db = indexDb()
      if (!db) return false
      // Time that ran backwards makes nothing findable again.
      const latest = Math.max(now, Number(store.meta('latest') ?? 0))
      plan(db)
      const isDue = due.length + tasks.length > 0 || Number(store.meta('revision') ?? -1) !== planned
      const turnsAt = store.nextTurn()
      if (planned === -1) return false
      if (isDue || (turnsAt !== undefined && turnsAt <= latest)) {
        store.together(() => {
          store.setMeta('latest', String(latest))
          work(db, performance.now() + ms, latest)
        })
        return true
      }
      return scrubber.waitMs() !== undefined && scrubber.waitMs() !== 0 ? false : scrubber.step(ms)
    },
    waitMs(now) {
      const turnsAt = store.nextTurn()
      const turn = turnsAt === undefined ? [] : [Math.max(0, turnsAt - now)]
      const waits = [...turn, ...[scrubber.waitMs() ?? []].flat()]
      return waits.length === 0 ? undefined : Math.min(...waits)
    },
    close() {
      index?.db.close()
      store.db.close()
    },
  }
}

function clearances({ items }: Curation): Record<string, string> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([id, { cleared }]) =>
      cleared === undefined ? [] : [[id, JSON.stringify(cleared)]],
    ),
  )
}
