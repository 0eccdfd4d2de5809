import type { Db } from '../sqlite.ts'
import type { Shown } from './query-transactions.ts'

/** Items and their places in index.db. */

/** JSON as a text, or as the UTF-8 that it is written as. */
export type Json = string | Buffer

export interface ItemRow {
  readonly id: string
  readonly unit: string
  readonly seq: number
  readonly line: number
  readonly kind: string
  readonly print: string
  readonly read_at: number
  readonly card: Json
  readonly item: Json
}

/** An item, and the unit that it was read from. */
export interface ItemPlace {
  readonly id: string
  readonly unit: string
}

export interface KnownItem {
  readonly id: string
  readonly seq: number
  readonly line: number
  readonly print: string
  readonly stale: number
  readonly read_at: number
}

export function itemQueries(db: Db, shown: Shown) {
  const known = db.prepare<[string], KnownItem>(
    'SELECT id, seq, line, print, stale, read_at FROM items WHERE unit = ?',
  )
  const place = db.prepare<[string], { unit: string; line: number }>(
    'SELECT unit, line FROM items WHERE id = ?',
  )
  const elsewhere = db.prepare<[string, string, string], { id: string; unit: string; line: number }>(
    'SELECT id, unit, line FROM items WHERE id >= ? AND id < ? AND unit <> ?',
  )
  const below = db
    .prepare<[string, string], number>('SELECT EXISTS (SELECT 1 FROM items WHERE id >= ? AND id < ?)')
    .pluck()
  const someIds = db.prepare<[number], string>('SELECT id FROM items ORDER BY id LIMIT ?').pluck()
  const full = db.prepare<[string], string>('SELECT item FROM items WHERE id = ?').pluck()
  const card = db.prepare<[string], string>('SELECT card FROM items WHERE id = ?').pluck()
  const put = db.prepare(
    'INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, CAST(? AS TEXT), CAST(? AS TEXT))',
  )
  const move = db.prepare('UPDATE items SET seq = ?, line = ?, stale = ? WHERE id = ?')
  const drop = db.prepare('DELETE FROM items WHERE id = ?')
  const dropUses = db.prepare('DELETE FROM uses WHERE item = ?')
  const addUse = db.prepare('INSERT OR IGNORE INTO uses VALUES (?, ?)')
  const bury = db.prepare(
    "INSERT INTO gone VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET what = excluded.what WHERE what <> 'erased'",
  )
  const unbury = db.prepare('DELETE FROM gone WHERE id = ?')
  // Asked once: a room of 100,000 rows where nothing was ever taken away need not look for each.
  let mayBeGone = db.prepare<[], number>('SELECT EXISTS (SELECT 1 FROM gone)').pluck().get() === 1
  const goneFrom = db.prepare<[string], string>('SELECT unit FROM gone WHERE id = ?').pluck()
  const addRival = db.prepare('INSERT OR IGNORE INTO rivals VALUES (?, ?)')
  const rivals = db.prepare<[string], string>('SELECT unit FROM rivals WHERE id = ?').pluck()
  const dropRivals = db.prepare('DELETE FROM rivals WHERE unit = ?')
  return {
    itemsOf: (unit: string): KnownItem[] => known.all(unit),
    placeOf: (id: string) => place.get(id),
    /** Items of other units whose ids begin like this. */
    placesElsewhere: (unit: string, prefix: string): Map<string, { unit: string; line: number }> =>
      new Map(elsewhere.all(prefix, `${prefix}\u{10ffff}`, unit).map(({ id, ...found }) => [id, found])),
    /** Whether some item's id begins like this. */
    hasIdBelow: (prefix: string): boolean => below.get(prefix, `${prefix}\u{10ffff}`) === 1,
    someIds: (most: number): string[] => someIds.all(most),
    itemJson: (id: string): string | undefined => full.get(id),
    cardJson: (id: string): string | undefined => card.get(id),
    /** `isNew` spares a search for what an item that was not there before cannot have. */
    putItem: (row: ItemRow, revision: number, keys: readonly string[], isNew: boolean): void => {
      shown.changes += 1
      shown.units.add(row.unit)
      put.run(
        row.id,
        row.unit,
        row.seq,
        row.line,
        row.kind,
        row.print,
        row.read_at,
        revision,
        row.card,
        row.item,
      )
      if (!isNew) {
        dropUses.run(row.id)
        shown.forgotten += 1
      }
      if (mayBeGone) unbury.run(row.id)
      for (const key of keys) addUse.run(row.id, key)
    },
    /** The same item in another place of its file, or kept while the file is broken. */
    keepItem: ({ id, unit }: ItemPlace, seq: number, line: number, stale: boolean): void => {
      shown.changes += 1
      shown.units.add(unit)
      move.run(seq, line, stale ? 1 : 0, id)
    },
    dropItem: ({ id, unit }: ItemPlace): void => {
      shown.changes += 1
      shown.units.add(unit)
      shown.forgotten += 1
      drop.run(id)
      dropUses.run(id)
    },
    /** An item that is no more; of an erased one that is known already. */
    bury: (id: string, unit: string, what: 'removed' | 'erased'): void => {
      mayBeGone = true
      if (bury.run(id, unit, what).changes > 0) shown.changes += 1
    },
    goneFrom: (id: string): string | undefined => goneFrom.get(id),
    addRival: (id: string, unit: string): void => void addRival.run(id, unit),
    rivalsFor: (id: string): string[] => rivals.all(id),
    dropRivals: (unit: string): void => void dropRivals.run(unit),
  }
}
