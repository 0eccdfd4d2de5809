import { statSync } from 'node:fs'
import { type Curation, UNREADABLE_CURATION } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { Item, Media } from '../../renderer/core/item.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { type Db, openDatabase } from '../sqlite.ts'
import { curationFrom } from './curation-file.ts'
import { cacheFile } from './derive/cache.ts'
import { MIGRATIONS } from './migrations.ts'
import type { CachedFile, Gone, IndexReader, Placed, PlacedItem } from './protocol.ts'
import { type ProblemRow, problemFrom } from './query-problems.ts'
import { indexFile } from './store.ts'

/** The host's view of index.db. An index that is not there yet, or is just being rebuilt, is an empty one. */
export function openIndexReader(dataDir: string): IndexReader {
  return new Reader(dataDir)
}

interface Known extends Placed {
  readonly revision: number
}

/** The items of each unit in their order, as of one revision. */
interface Cards {
  readonly revision: number
  readonly units: ReadonlyMap<string, readonly Known[]>
  readonly list: readonly Card[]
}

interface ItemRow {
  readonly id: string
  readonly revision: number
  readonly line: number
}

class Reader implements IndexReader {
  readonly #dataDir: string
  #open: { db: Db; inode: number } | undefined
  /** The same words are the same curation: what was judged by it holds. */
  #curation: { json: string; made: Curation } | undefined
  #cards: Cards = EMPTY

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
    return this.#read((db) => this.#current(db).list, [])
  }

  places(of?: ReadonlySet<Card>): readonly Placed[] {
    return this.#read((db) => {
      const all = [...this.#current(db).units.values()]
      return all.flatMap((known) => (of ? known.filter(({ card }) => of.has(card)) : known))
    }, [])
  }

  /** Only the units that have changed since are read again. */
  #current(db: Db): Cards {
    const revision = this.revision()
    const before = this.#cards
    if (revision === before.revision) return before
    const since = db.prepare<[number], string>('SELECT unit FROM units WHERE revision > ?').pluck()
    const read = itemReader(db)
    const made = since.all(before.revision).map((unit) => [unit, read(unit, before.units.get(unit))] as const)
    const units = withUnits(before.units, made)
    this.#cards = { revision, units, list: [...units.values()].flatMap(cardsOf) }
    return this.#cards
  }

  item(id: string): Item | undefined {
    return this.#read((db) => {
      const json = db.prepare<[string], string>('SELECT item FROM items WHERE id = ?').pluck().get(id)
      return json === undefined ? undefined : (JSON.parse(json) as Item)
    }, undefined)
  }

  items(ids: readonly string[]): readonly PlacedItem[] {
    return this.#read((db) => {
      const one = db.prepare<[string], { item: string; unit: string; line: number }>(
        'SELECT item, unit, line FROM items WHERE id = ?',
      )
      return ids.flatMap((id) => {
        const row = one.get(id)
        return row ? [{ item: JSON.parse(row.item) as Item, path: row.unit, line: row.line }] : []
      })
    }, [])
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
        'SELECT path, line, field, severity, message, hint, code FROM problems ORDER BY path, line, scope, seq',
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

  isScrubbed(): boolean {
    return this.#read(
      (db) => db.prepare("SELECT value FROM meta WHERE key = 'scrub'").pluck().get() !== 'due',
      true,
    )
  }

  close(): void {
    this.#open?.db.close()
    this.#open = undefined
  }

  /** One consistent state for one call. While the index is missing, damaged or of another version, it counts as empty. */
  #read<Result>(work: (db: Db) => Result, empty: Result): Result {
    const wasOpen = this.#open !== undefined
    try {
      const db = this.#opened()
      if (!db) return empty
      return db.inTransaction ? work(db) : db.transaction(work).deferred(db)
    } catch {
      this.close()
      // What was open may be a file that is no more; the one in its place is asked before the room counts as empty.
      return wasOpen ? this.#read(work, empty) : empty
    }
  }

  /** The library may have deleted the file and built it again: then an open one leads to nowhere. */
  #opened(): Db | undefined {
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

const EMPTY: Cards = { revision: -1, units: new Map(), list: [] }

/** Reads the items of a unit; those of the same revision as before are not parsed again. */
function itemReader(db: Db): (unit: string, before?: readonly Known[]) => readonly Known[] {
  const rows = db.prepare<[string], ItemRow>(
    'SELECT id, revision, line FROM items WHERE unit = ? ORDER BY seq',
  )
  const one = db.prepare<[string], string>('SELECT card FROM items WHERE id = ?').pluck()
  return (unit, before = []) => {
    const known = new Map(before.map((each) => [each.card.id, each]))
    return rows.all(unit).map(({ id, revision, line }) => {
      const same = known.get(id)
      const card = same?.revision === revision ? same.card : (JSON.parse(one.get(id) ?? '{}') as Card)
      return { card, path: unit, line, revision }
    })
  }
}

type Units = ReadonlyMap<string, readonly Known[]>

/** In the order of their paths; where only items have changed, the order is the one before. */
function withUnits(before: Units, changed: readonly (readonly [string, readonly Known[]])[]): Units {
  const units = new Map(before)
  for (const [unit, items] of changed) {
    if (items.length === 0) units.delete(unit)
    else units.set(unit, items)
  }
  const hasNew = changed.some(([unit, items]) => items.length > 0 && !before.has(unit))
  if (!hasNew) return units
  return new Map([...units].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function cardsOf(items: readonly Known[]): readonly Card[] {
  return items.map(({ card }) => card)
}
