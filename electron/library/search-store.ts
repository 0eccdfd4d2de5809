import { shortTerms } from '../../renderer/core/search-text.ts'
import type { Db } from '../sqlite.ts'
import { shortToken } from './search-file.ts'
import type { SearchWords } from './search-words.ts'

/** All that the library says to search.db. */
export type SearchStore = ReturnType<typeof searchStore>

/** A document without its words. */
export interface DocRow {
  readonly doc: number
  readonly id: string
  readonly unit: string
  readonly print: string
}

interface WholeRow extends DocRow {
  readonly head: string
  readonly body: string
}

export interface NewDoc extends SearchWords {
  readonly id: string
  readonly unit: string
  readonly print: string
  readonly turnsAt: number | undefined
}

export function searchStore(db: Db) {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const set = db.prepare('INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value')
  return {
    db,
    meta: (key: string): string | undefined => get.get(key),
    setMeta: (key: string, value: string): void => void set.run(key, value),
    ...docQueries(db),
    ...docWrites(db),
  }
}

function docQueries(db: Db) {
  const find = db.prepare<[string], DocRow>('SELECT doc, id, unit, print FROM docs WHERE id = ?')
  const ofUnit = db.prepare<[string, number, number], DocRow>(
    'SELECT doc, id, unit, print FROM docs WHERE unit = ? AND doc > ? ORDER BY doc LIMIT ?',
  )
  const count = db.prepare<[string], number>('SELECT count(*) FROM docs WHERE unit = ?').pluck()
  const units = db.prepare<[], string>('SELECT DISTINCT unit FROM docs').pluck()
  const turned = db
    .prepare<[number, number], string>('SELECT id FROM docs WHERE turns_at <= ? LIMIT ?')
    .pluck()
  const next = db
    .prepare<[], number | null>('SELECT min(turns_at) FROM docs WHERE turns_at IS NOT NULL')
    .pluck()
  return {
    doc: (id: string) => find.get(id),
    docsOf: (unit: string, after: number, most: number) => ofUnit.all(unit, after, most),
    countOf: (unit: string): number => count.get(unit) ?? 0,
    units: (): string[] => units.all(),
    /** Items of which time makes other words findable. */
    turned: (now: number, most: number): string[] => turned.all(now, most),
    nextTurn: (): number | undefined => next.get() ?? undefined,
  }
}

function docWrites(db: Db) {
  const whole = db.prepare<[number], WholeRow>('SELECT * FROM docs WHERE doc = ?')
  const insert = db.prepare<[string, string, string, number | null, number, string, string]>(
    'INSERT INTO docs (id, unit, print, turns_at, generation, head, body) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const touch = db.prepare('UPDATE docs SET unit = ?, print = ?, turns_at = ?, generation = ? WHERE doc = ?')
  const drop = db.prepare('DELETE FROM docs WHERE doc = ?')
  const bump = db
    .prepare<[], string>(
      "INSERT INTO meta VALUES ('generation', '1') ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value",
    )
    .pluck()
  const [addLong, addShort] = ['long', 'short'].map((table) =>
    db.prepare(`INSERT INTO ${table} (rowid, words) VALUES (?, ?)`),
  )
  const [takeLong, takeShort] = ['long', 'short'].map((table) =>
    db.prepare(`INSERT INTO ${table} (${table}, rowid, words) VALUES ('delete', ?, ?)`),
  )
  let generation = 0

  function index(row: number, words: string): void {
    if (words === '') return
    addLong?.run(row, words)
    addShort?.run(row, shortWords(words))
  }

  /** What is taken out has to be told as it was put in: the indexes themselves keep no words. */
  function unindex(row: number, words: string): void {
    if (words === '') return
    takeLong?.run(row, words)
    takeShort?.run(row, shortWords(words))
  }

  function remove(doc: number): void {
    const before = whole.get(doc)
    if (!before) return
    unindex(2 * doc, before.head)
    unindex(2 * doc + 1, before.body)
    drop.run(doc)
  }

  return {
    /** Several changes as one, which readers see together. */
    together: (work: () => void): void =>
      db.transaction(() => {
        generation = Number(bump.get())
        work()
      })(),
    put: ({ id, unit, print, turnsAt, head, body }: NewDoc, before: DocRow | undefined): void => {
      const known = before && whole.get(before.doc)
      if (known && known.head === head && known.body === body)
        return void touch.run(unit, print, turnsAt ?? null, generation, known.doc)
      if (known) remove(known.doc)
      const doc = Number(insert.run(id, unit, print, turnsAt ?? null, generation, head, body).lastInsertRowid)
      index(2 * doc, head)
      index(2 * doc + 1, body)
    },
    remove,
  }
}

function shortWords(words: string): string {
  return [...shortTerms(words)].map(shortToken).join(' ')
}
