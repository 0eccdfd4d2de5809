import { statSync } from 'node:fs'
import { type Curation, UNREADABLE_CURATION } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { Item, Media } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { type Db, openDatabase } from '../sqlite.ts'
import { curationFrom } from './curation-file.ts'
import { cacheFile } from './derive/cache.ts'
import { MIGRATIONS } from './migrations.ts'
import type { CachedFile, Gone, IndexReader } from './protocol.ts'
import { type ProblemRow, problemFrom } from './queries.ts'
import { indexFile } from './store.ts'

/** The host's view of index.db. An index that is not there yet, or is just being rebuilt, is an empty one. */
export function openIndexReader(dataDir: string): IndexReader {
  return new Reader(dataDir)
}

const ORDER = 'SELECT id, revision FROM items ORDER BY unit, seq'

interface CachedCard {
  readonly revision: number
  readonly card: Card
}

class Reader implements IndexReader {
  readonly #dataDir: string
  #open: { db: Db; inode: number } | undefined
  /** The same words are the same curation: what was judged by it holds. */
  #curation: { json: string; made: Curation } | undefined
  #cards: { revision: number; list: readonly Card[]; byId: ReadonlyMap<string, CachedCard> } = EMPTY

  constructor(dataDir: string) {
    this.#dataDir = dataDir
  }

  revision(): number {
    return this.#read(
      (db) => Number(db.prepare("SELECT value FROM meta WHERE key = 'revision'").pluck().get() ?? 0),
      0,
    )
  }

  /** In the order of their paths. Cards that did not change are the same objects as before, so that a large room is cheap to read again. */
  cards(): readonly Card[] {
    return this.#read((db) => {
      const revision = this.revision()
      if (revision === this.#cards.revision) return this.#cards.list
      const rows = db.prepare<[], [string, number]>(ORDER).raw().all()
      const one = db.prepare<[string], string>('SELECT card FROM items WHERE id = ?').pluck()
      const byId = new Map<string, CachedCard>()
      for (const [id, of] of rows) {
        const known = this.#cards.byId.get(id)
        const same = known?.revision === of ? known : undefined
        byId.set(id, same ?? { revision: of, card: JSON.parse(one.get(id) ?? '{}') as Card })
      }
      this.#cards = { revision, list: [...byId.values()].map(({ card }) => card), byId }
      return this.#cards.list
    }, [])
  }

  places(): readonly { readonly card: Card; readonly path: string; readonly line: number }[] {
    return this.#read((db) => {
      const rows = db
        .prepare<[], { unit: string; line: number }>('SELECT unit, line FROM items ORDER BY unit, seq')
        .all()
      return this.cards().flatMap((card, at) => {
        const row = rows[at]
        return row ? [{ card, path: row.unit, line: row.line }] : []
      })
    }, [])
  }

  item(id: string): Item | undefined {
    return this.#read((db) => {
      const json = db.prepare<[string], string>('SELECT item FROM items WHERE id = ?').pluck().get(id)
      return json === undefined ? undefined : (JSON.parse(json) as Item)
    }, undefined)
  }

  media(hash: string): CachedFile | undefined {
    return this.#read((db) => {
      const rows = db
        .prepare<[string], { media: string; item: string }>(
          'SELECT media, item FROM derived JOIN uses ON uses.key = derived.key WHERE hash = ? ORDER BY item',
        )
        .all(hash)
      const [first] = rows
      if (!first) return undefined
      const { mime } = JSON.parse(first.media) as Media
      return {
        file: cacheFile(this.#dataDir, hash),
        mime,
        itemIds: [...new Set(rows.map(({ item }) => item))],
      }
    }, undefined)
  }

  problems(): readonly Problem[] {
    return this.#read((db) => {
      const rows = db.prepare<[], ProblemRow>(
        'SELECT path, line, field, severity, message, hint FROM problems ORDER BY path, line, scope, seq',
      )
      return rows.all().map(problemFrom)
    }, [])
  }

  curation(): Curation {
    return this.#read((db) => {
      const json = db.prepare<[], string>("SELECT value FROM meta WHERE key = 'curation'").pluck().get()
      if (json === undefined) return UNREADABLE_CURATION
      if (this.#curation?.json !== json)
        this.#curation = { json, made: curationFrom(json) ?? UNREADABLE_CURATION }
      return this.#curation.made
    }, UNREADABLE_CURATION)
  }

  gone(): readonly Gone[] {
    return this.#read((db) => db.prepare<[], Gone>('SELECT id, what FROM gone').all(), [])
  }

  close(): void {
    this.#open?.db.close()
    this.#open = undefined
  }

  /** One consistent state for one call. While the index is missing, damaged or of another version, it counts as empty. */
  #read<Result>(work: (db: Db) => Result, empty: Result): Result {
    try {
      const db = this.#current()
      if (!db) return empty
      return db.inTransaction ? work(db) : db.transaction(work).deferred(db)
    } catch {
      this.close()
      return empty
    }
  }

  /** The library may have deleted the file and built it again: then an open one leads to nowhere. */
  #current(): Db | undefined {
    const file = indexFile(this.#dataDir)
    const inode = statSync(file, { throwIfNoEntry: false })?.ino
    if (inode === undefined) return undefined
    if (this.#open?.inode === inode) return this.#open.db
    this.close()
    this.#cards = EMPTY
    const db = openDatabase(file, { readonly: true, fileMustExist: true })
    if (Number(db.pragma('user_version', { simple: true })) !== MIGRATIONS.length) {
      db.close()
      return undefined
    }
    this.#open = { db, inode }
    return db
  }
}

const EMPTY = { revision: -1, list: [], byId: new Map<string, CachedCard>() }
