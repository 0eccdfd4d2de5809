import { statSync } from 'node:fs'
import { type Problem, problemSchema } from '../../renderer/core/problem.ts'
import type { Db } from '../sqlite.ts'
import { withoutPersonalData } from './problems.ts'

export interface FileRow {
  readonly path: string
  readonly size: number
  readonly mtime: number
  readonly inode: number
  readonly hash: string | null
}

export interface ItemRow {
  readonly id: string
  readonly unit: string
  readonly seq: number
  readonly line: number
  readonly kind: string
  readonly print: string
  readonly read_at: number
  readonly card: string
  readonly item: string
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

/** Counts what a reader of the index could see change; nothing else makes a new revision. */
interface Shown {
  changes: number
  /** Words that were written over or taken out since the index was last scrubbed. */
  forgotten: number
  /** When the last of them were told to be, steady ms. */
  forgottenAt: number
  /** Units with other items, or with items in another order, since the last commit. */
  readonly units: Set<string>
}

/** A log longer than this is brought into the file, and cut to this, bytes. */
const LOG_BYTES = 8_388_608

function transactions(db: Db, shown: Shown) {
  db.pragma('wal_autocheckpoint = 0')
  db.pragma(`journal_size_limit = ${LOG_BYTES}`)
  const noteUnit = db.prepare(
    'INSERT INTO units VALUES (?, ?) ON CONFLICT DO UPDATE SET revision = excluded.revision',
  )
  const setDue = db.prepare(
    "INSERT INTO meta VALUES ('scrub', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
  )
  const wasDue = db.prepare("SELECT value = 'due' FROM meta WHERE key = 'scrub'").pluck().get() === 1
  if (wasDue) shown.forgotten = 1
  let noted = shown.forgotten
  let before = 0
  return {
    /** Opens a transaction unless one is open: reading a folder waits on files, so a function cannot hold it. */
    begin: (): void => {
      if (!db.inTransaction) db.exec('BEGIN IMMEDIATE')
    },
    commit: (): void => {
      if (db.inTransaction) db.exec('COMMIT')
    },
    /** So that a reader looks again at what has changed, and at nothing else. Of a unit that was reverted it looks in vain. */
    noteUnits: (revision: number): void => {
      for (const unit of shown.units) noteUnit.run(unit, revision)
      shown.units.clear()
    },
    /** Brings a long log into the file. Not within a commit, as SQLite would: whoever waits for the news need not wait for this. */
    checkpoint: (): void => {
      const log = statSync(`${db.name}-wal`, { throwIfNoEntry: false })
      if (log && log.size > LOG_BYTES) db.pragma('wal_checkpoint(PASSIVE)')
    },
    rollback: (): void => {
      if (db.inTransaction) db.exec('ROLLBACK')
    },
    savepoint: (): void => {
      before = shown.changes
      db.exec('SAVEPOINT unit')
    },
    release: (): void => void db.exec('RELEASE unit'),
    revert: (): void => {
      shown.changes = before
      db.exec('ROLLBACK TO unit; RELEASE unit')
    },
    shownChanges: (): number => shown.changes,
    noteShown: (): void => {
      shown.changes += 1
    },
    /** When words were last forgotten that still have to be scrubbed; undefined where there are none. */
    scrubDue: (): number | undefined => (shown.forgotten > 0 ? shown.forgottenAt : undefined),
    /** Within the commit that forgets them, so that a kill leaves it due. */
    noteScrub: (): void => {
      if (shown.forgotten === noted) return
      noted = shown.forgotten
      shown.forgottenAt = performance.now()
      setDue.run('due')
    },
    /** It could not be done: a large index is not written anew again and again, but after another calm while. */
    scrubFailed: (): void => {
      shown.forgottenAt = performance.now()
    },
    scrubbed: (): void => {
      noted = 0
      shown.forgotten = 0
      setDue.run('')
    },
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
    files: (): Map<string, FileRow> => new Map(all.all().map((row) => [row.path, row])),
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

function itemQueries(db: Db, shown: Shown) {
  const known = db.prepare<[string], KnownItem>(
    'SELECT id, seq, line, print, stale, read_at FROM items WHERE unit = ?',
  )
  const place = db.prepare<[string], { unit: string; line: number }>(
    'SELECT unit, line FROM items WHERE id = ?',
  )
  const elsewhere = db.prepare<[string, string, string], { id: string; unit: string; line: number }>(
    'SELECT id, unit, line FROM items WHERE id >= ? AND id < ? AND unit <> ?',
  )
  const someIds = db.prepare<[number], string>('SELECT id FROM items ORDER BY id LIMIT ?').pluck()
  const full = db.prepare<[string], string>('SELECT item FROM items WHERE id = ?').pluck()
  const card = db.prepare<[string], string>('SELECT card FROM items WHERE id = ?').pluck()
  const put = db.prepare('INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)')
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

function problemQueries(db: Db, shown: Shown) {
  const clear = db.prepare('DELETE FROM problems WHERE scope = ?')
  const add = db.prepare(
    'INSERT INTO problems VALUES (@scope, @seq, @path, @line, @field, @severity, @message, @hint)',
  )
  const read = db.prepare<[string], ProblemRow>(
    'SELECT path, line, field, severity, message, hint FROM problems WHERE scope = ? ORDER BY seq',
  )
  return {
    problemsOf: (scope: string): Problem[] => read.all(scope).map(problemFrom),
    setProblems: (scope: string, told: readonly Problem[]): void => {
      const problems = told.map(withoutPersonalData)
      const before = read.all(scope)
      if (JSON.stringify(before.map(problemFrom)) === JSON.stringify(problems)) return
      shown.changes += 1
      shown.forgotten += before.length
      clear.run(scope)
      for (const [seq, problem] of problems.entries())
        add.run({ line: null, field: null, ...problem, scope, seq })
    },
  }
}

export interface ProblemRow {
  readonly path: string
  readonly line: number | null
  readonly field: string | null
  readonly severity: string
  readonly message: string
  readonly hint: string
}

export function problemFrom({ line, field, ...row }: ProblemRow): Problem {
  const { path, severity, message, hint } = row
  return problemSchema.parse({
    path,
    ...(line === null ? {} : { line }),
    ...(field === null ? {} : { field }),
    severity,
    message,
    hint,
  })
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
