import type { Db } from '../sqlite.ts'
import { itemQueries } from './query-items.ts'
import { problemQueries } from './query-problems.ts'
import { type Shown, transactions } from './query-transactions.ts'

export interface FileRow {
  readonly path: string
  readonly size: number
  readonly mtime: number
  readonly inode: number
  readonly hash: string | null
}

/** Everything that the library says to index.db. */
export type Store = ReturnType<typeof makeStore>

export function makeStore(db: Db) {
  const shown: Shown = { changes: 0, forgotten: 0, forgottenAt: 0, units: new Set() }
  return {
    db,
    ...transactions(db, shown),
    ...metaAndFiles(db),
    ...unitQueries(db),
    ...itemQueries(db, shown),
    ...problemQueries(db, shown),
    ...derivedQueries(db),
  }
}

function metaAndFiles(db: Db) {
  const get = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const set = db.prepare(
    'INSERT INTO meta VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value WHERE value <> excluded.value',
  )
  const putFile = db.prepare('INSERT OR REPLACE INTO files VALUES (@path, @size, @mtime, @inode, @hash)')
  const hashOf = db.prepare<[string], string | null>('SELECT hash FROM files WHERE path = ?').pluck()
  const setHash = db.prepare('UPDATE files SET hash = ? WHERE path = ?')
  const sameBytes = db.prepare<[string], string>('SELECT path FROM files WHERE hash = ?').pluck()
  const dropFile = db.prepare('DELETE FROM files WHERE path = ?')
  const all = db.prepare<[], FileRow>('SELECT * FROM files')
  const loose = db
    .prepare<[], string>(
      'SELECT path FROM files WHERE NOT EXISTS (SELECT 1 FROM deps WHERE deps.path = files.path) ORDER BY path',
    )
    .pluck()
  return {
    meta: (key: string): string | undefined => get.get(key),
    setMeta: (key: string, value: string): boolean => set.run(key, value).changes > 0,
    revision: (): number => Number(get.get('revision') ?? 0),
    files: (): Map<string, FileRow> => {
      const files = new Map<string, FileRow>()
      for (const row of all.all()) files.set(row.path, row)
      return files
    },
    putFile: (row: FileRow): void => void putFile.run(row),
    hashOf: (path: string): string | undefined => hashOf.get(path) ?? undefined,
    setHash: (path: string, hash: string): void => void setHash.run(hash, path),
    /** Files with these bytes, as far as they have been read. */
    pathsOfHash: (hash: string): string[] => sameBytes.all(hash),
    dropFile: (path: string): void => void dropFile.run(path),
    /** Files that no unit was made from. */
    loose: (): string[] => loose.all(),
  }
}

function unitQueries(db: Db) {
  const dirty = db.prepare<[], string>('SELECT unit FROM dirty ORDER BY unit').pluck()
  const mark = db.prepare('INSERT OR IGNORE INTO dirty VALUES (?)')
  const unmark = db.prepare('DELETE FROM dirty WHERE unit = ?')
  const users = db.prepare<[string], string>('SELECT unit FROM deps WHERE path = ?').pluck()
  const known = db.prepare<[], string>('SELECT DISTINCT unit FROM deps').pluck()
  const deps = db.prepare<[string], string>('SELECT path FROM deps WHERE unit = ? AND there = 1').pluck()
  const dropDeps = db.prepare('DELETE FROM deps WHERE unit = ?')
  const missed = db.prepare<[], { unit: string; path: string }>(
    'SELECT unit, path FROM deps JOIN files USING (path) WHERE there = 0',
  )
  const hidden = db.prepare<[], string>('SELECT unit FROM hidden').pluck()
  const putHidden = db.prepare('INSERT OR IGNORE INTO hidden VALUES (?)')
  const dropHidden = db.prepare('DELETE FROM hidden WHERE unit = ?')
  const addDep = db.prepare('INSERT OR IGNORE INTO deps VALUES (?, ?, ?)')
  return {
    dirty: (): string[] => dirty.all(),
    markDirty: (unit: string): void => void mark.run(unit),
    clean: (unit: string): void => void unmark.run(unit),
    unitsUsing: (path: string): string[] => users.all(path),
    knownUnits: (): string[] => known.all(),
    /** Files that the unit was made from when it was last read. */
    depsOf: (unit: string): string[] => deps.all(unit),
    /** Files that were there before and could not be looked at when their unit was read. */
    missed: () => missed.all(),
    /** Units that are to be read as soon as they can be looked at. */
    hiddenUnits: (): string[] => hidden.all(),
    putHidden: (unit: string): void => void putHidden.run(unit),
    dropHidden: (units: readonly string[]): void => {
      for (const unit of units) dropHidden.run(unit)
    },
    setDeps: (unit: string, paths: Iterable<string>, isThere: (path: string) => boolean): void => {
      dropDeps.run(unit)
      for (const path of paths) addDep.run(unit, path, isThere(path) ? 1 : 0)
    },
  }
}

function derivedQueries(db: Db) {
  const get = db.prepare<[string], { hash: string; media: string }>(
    'SELECT hash, media FROM derived WHERE key = ?',
  )
  const put = db.prepare('INSERT OR REPLACE INTO derived VALUES (?, ?, ?)')
  const hashes = db.prepare<[], string>('SELECT DISTINCT hash FROM derived').pluck()
  const unused = db.prepare<[], { key: string; hash: string }>(
    'SELECT key, hash FROM derived WHERE NOT EXISTS (SELECT 1 FROM uses WHERE uses.key = derived.key)',
  )
  const drop = db.prepare('DELETE FROM derived WHERE key = ?')
  const wanted = db.prepare<[string], number>('SELECT count(*) FROM derived WHERE hash = ?').pluck()
  const unitsOfHash = db
    .prepare<[string], string>(
      'SELECT DISTINCT unit FROM derived JOIN uses ON uses.key = derived.key JOIN items ON items.id = uses.item WHERE hash = ?',
    )
    .pluck()
  const dropHash = db.prepare('DELETE FROM derived WHERE hash = ?')
  const blame = db.prepare(
    'INSERT INTO suspects VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET times = times + 1, path = excluded.path',
  )
  const times = db.prepare<[string], number>('SELECT times FROM suspects WHERE hash = ?').pluck()
  return {
    derived: (key: string) => get.get(key),
    putDerived: (key: string, hash: string, media: string): void => void put.run(key, hash, media),
    derivedHashes: (): string[] => hashes.all(),
    unusedDerived: () => unused.all(),
    dropDerived: (key: string): void => void drop.run(key),
    isWanted: (hash: string): boolean => (wanted.get(hash) ?? 0) > 0,
    /** Units that need a derived file which is lost. */
    unitsOfHash: (hash: string): string[] => unitsOfHash.all(hash),
    dropHash: (hash: string): void => void dropHash.run(hash),
    blame: (hash: string, path: string): void => void blame.run(hash, path),
    timesBlamed: (hash: string): number => times.get(hash) ?? 0,
  }
}
