import { join } from 'node:path'
import type { ChangeEntry, ChangeList, RoomVersion } from '../../renderer/core/admin/change-answer.ts'
import type { ChangeSentence } from '../../renderer/core/admin/change-sentence.ts'
import { migrate } from '../records/migrations.ts'
import { type Db, openDatabase } from '../sqlite.ts'
import type { FileRecord } from './edit-record.ts'

/** What was changed from here, with what takes it back; in the data folder, over restarts. */

const MIGRATIONS: readonly string[] = [
  `CREATE TABLE changes (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     at INTEGER NOT NULL,
     sentence TEXT NOT NULL,
     record TEXT NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'sealed')),
     -- The order in which changes were taken back; none once something else was changed since.
     undone INTEGER
   ) STRICT;
   CREATE TABLE items (
     change INTEGER NOT NULL REFERENCES changes,
     item TEXT NOT NULL,
     PRIMARY KEY (item, change)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE rooms (
     id INTEGER PRIMARY KEY AUTOINCREMENT,
     at INTEGER NOT NULL,
     change INTEGER,
     text TEXT NOT NULL
   ) STRICT;`,
  `ALTER TABLE changes ADD COLUMN by TEXT NOT NULL DEFAULT '';
   CREATE TABLE curator (only INTEGER PRIMARY KEY CHECK (only = 1), by TEXT NOT NULL) STRICT;`,
  // What is being written just now; a row that is found at a start is of a process that did not live to say how it ended.
  'CREATE TABLE begun (id INTEGER PRIMARY KEY AUTOINCREMENT, what TEXT NOT NULL) STRICT;',
]

const MOST_ROOMS = 200
const ROOM_DAYS_MS = 30 * 24 * 3_600_000
const MOST_CHANGES = 5_000
/** Items that one change is remembered by; beyond that it is sealed with the first erasure of any. */
const MOST_ITEMS = 1_000

export interface JournalRecord {
  readonly id: number
  readonly sentence: ChangeSentence
  readonly files: readonly FileRecord[]
  readonly state: ChangeEntry['state']
}

interface Row {
  readonly id: number
  readonly at: number
  readonly sentence: string
  readonly record: string
  readonly by: string
  readonly state: ChangeEntry['state']
}

export type Journal = ReturnType<typeof openJournal>

/** Throws what SQLite throws, and FromTheFuture for a file of a newer version. */
export function openJournal(dataDir: string) {
  const db = openDatabase(join(dataDir, 'journal.db'))
  db.pragma('secure_delete = ON')
  // A cut of the power takes no way back either: what is begun is on the disk before the first file is written.
  db.pragma('synchronous = FULL')
  migrate(db, MIGRATIONS)
  const [changes, rooms] = [changeRecords(db), roomRecords(db)]
  return { ...changes, ...rooms, ...begunRecords(db, changes, rooms), close: () => void db.close() }
}

/** What is about to be written. It is told before the first file, so that a process that is killed leaves no change without its way back. */
export interface Begun {
  readonly at: number
  readonly sentence: ChangeSentence
  /** What the journal is to hold of it. */
  readonly files: readonly FileRecord[]
  /** Items that it is about. */
  readonly items: readonly string[]
  readonly roomBefore?: string | undefined
  /** The change that is taken back or made again, and what is written for that; none where it is a new one. */
  readonly again?:
    | {
        readonly id: number
        readonly state: 'done' | 'undone'
        readonly written: readonly FileRecord[]
      }
    | undefined
}

export interface BegunRow extends Begun {
  readonly row: number
}

function begunRecords(
  db: Db,
  { add, setState }: Pick<ReturnType<typeof changeRecords>, 'add' | 'setState'>,
  { keepRoom }: Pick<ReturnType<typeof roomRecords>, 'keepRoom'>,
) {
  const insert = db.prepare('INSERT INTO begun (what) VALUES (?)')
  const remove = db.prepare<[number]>('DELETE FROM begun WHERE id = ?')
  const all = db.prepare<[], { id: number; what: string }>('SELECT * FROM begun ORDER BY id')
  return {
    /** In the place of what was begun before it, where somebody wrote in between and it is tried again. */
    begin: (what: Begun, instead?: BegunRow): BegunRow =>
      db.transaction(() => {
        if (instead) remove.run(instead.row)
        return { ...what, row: Number(insert.run(JSON.stringify(what)).lastInsertRowid) }
      })(),
    /** It is on disk: it is a change of the list from now on, of this number. */
    end: ({ row, at, sentence, files, items, roomBefore, again }: BegunRow): number =>
      db.transaction(() => {
        const id = again?.id ?? add(at, sentence, files, items)
        if (again) setState(id, again.state, files)
        if (roomBefore !== undefined) keepRoom(at, id, roomBefore)
        remove.run(row)
        return id
      })(),
    /** Nothing of it is on disk. */
    drop: ({ row }: BegunRow): void => void remove.run(row),
    begun: (): BegunRow[] => all.all().map(({ id, what }) => ({ ...(JSON.parse(what) as Begun), row: id })),
  }
}

function changeRecords(db: Db) {
  const insert = db.prepare(
    "INSERT INTO changes (at, sentence, record, by, state) VALUES (?, ?, ?, ?, 'done')",
  )
  const curator = db.prepare<[], string>('SELECT by FROM curator').pluck()
  const setCurator = db.prepare(
    'INSERT INTO curator VALUES (1, ?) ON CONFLICT DO UPDATE SET by = excluded.by',
  )
  const addItem = db.prepare('INSERT OR IGNORE INTO items VALUES (?, ?)')
  const noRedo = db.prepare('UPDATE changes SET undone = NULL WHERE undone IS NOT NULL')
  const get = db.prepare<[number], Row>('SELECT * FROM changes WHERE id = ?')
  const page = db.prepare<[number, number], Row>(
    'SELECT * FROM changes WHERE id < ? ORDER BY id DESC LIMIT ?',
  )
  const lastDone = db.prepare<[], Row>("SELECT * FROM changes WHERE state = 'done' ORDER BY id DESC LIMIT 1")
  const lastUndone = db.prepare<[], Row>(
    "SELECT * FROM changes WHERE state = 'undone' AND undone IS NOT NULL ORDER BY undone DESC LIMIT 1",
  )
  const setState = db.prepare('UPDATE changes SET state = ?, undone = ?, record = ? WHERE id = ?')
  const highest = db.prepare<[], number | null>('SELECT max(undone) FROM changes').pluck()
  const trim = db.prepare(
    "UPDATE changes SET state = 'sealed', record = '[]' WHERE id <= ? AND state <> 'sealed'",
  )
  const held = heldBy(db)
  const seal = db.prepare(
    "UPDATE changes SET state = 'sealed', record = '[]', undone = NULL, sentence = ? WHERE id = ?",
  )

  function entry(row: Row): ChangeEntry {
    const files = (JSON.parse(row.record) as FileRecord[]).map(({ path }) => path)
    return {
      id: row.id,
      at: row.at,
      sentence: JSON.parse(row.sentence) as ChangeSentence,
      files,
      ...(row.by === '' ? {} : { by: row.by }),
      state: row.state,
    }
  }

  return {
    add: (
      at: number,
      sentence: ChangeSentence,
      files: readonly FileRecord[],
      items: readonly string[],
    ): number =>
      db.transaction(() => {
        noRedo.run()
        const id = Number(
          insert.run(Math.round(at), JSON.stringify(sentence), JSON.stringify(files), curator.get() ?? '')
            .lastInsertRowid,
        )
        const named = items.length > MOST_ITEMS ? ['*'] : items
        for (const item of new Set([...named, ...files.map(({ path }) => `file:${path}`)]))
          addItem.run(id, item)
        trim.run(id - MOST_CHANGES)
        return id
      })(),
    record: (id: number): JournalRecord | undefined => {
      const row = get.get(id)
      if (!row) return undefined
      return { ...entry(row), files: JSON.parse(row.record) as FileRecord[] }
    },
    lastDone: (): number | undefined => lastDone.get()?.id,
    lastUndone: (): number | undefined => lastUndone.get()?.id,
    setState: (id: number, state: 'done' | 'undone', files: readonly FileRecord[]): void => {
      const order = state === 'undone' ? (highest.get() ?? 0) + 1 : null
      setState.run(state, order, JSON.stringify(files), id)
    },
    list: (before: number | undefined, limit: number): ChangeList => {
      const [undo, redo] = [lastDone.get(), lastUndone.get()]
      return {
        entries: page.all(before ?? Number.MAX_SAFE_INTEGER, limit).map(entry),
        ...(undo ? { undo: entry(undo) } : {}),
        ...(redo ? { redo: entry(redo) } : {}),
        ...(curator.get() ? { by: curator.get() } : {}),
      }
    },
    /** Who makes the changes from now on. */
    name: (by: string): void => void setCurator.run(by),
    /** How many entries hold something of it. */
    held: (item: string, files: readonly string[]): number => held(item, files).size,
    /** What cannot be taken back any more. */
    seal: (id: number, sentence: ChangeSentence): void => void seal.run(JSON.stringify(sentence), id),
    /** Nothing of an erased item is kept here either: returns how many entries lost what they held of it, and the hashes of files that they had made. */
    forget: (item: string, files: readonly string[]): { entries: number; files: readonly string[] } => {
      const stem = stemKey(item)
      const changes = held(item, files)
      const made = [...changes].flatMap((id) =>
        madeBy(get.get(id), (path) => files.includes(path) || `file:${path}`.startsWith(stem)),
      )
      for (const id of changes)
        seal.run(JSON.stringify({ key: 'erased', count: 1 } satisfies ChangeSentence), id)
      if (changes.size > 0) {
        db.exec('VACUUM')
        db.pragma('wal_checkpoint(TRUNCATE)')
      }
      return { entries: changes.size, files: made }
    },
  }
}

const stemKey = (item: string): string => `file:${item.split('#')[0]}.`

/** Finds the changes that hold something of an item, or of the files that it stands in; the sentence of an erasure does not. */
function heldBy(db: Db): (item: string, files: readonly string[]) => ReadonlySet<number> {
  const ofItem = db
    .prepare<[string, string], number>(
      "SELECT change FROM items JOIN changes ON id = change WHERE item IN (?, ?) AND record <> '[]'",
    )
    .pluck()
  const ofStem = db
    .prepare<[number, string], number>(
      "SELECT change FROM items JOIN changes ON id = change WHERE substr(item, 1, ?) = ? AND record <> '[]'",
    )
    .pluck()
  return (item, files) => {
    const stem = stemKey(item)
    return new Set([
      ...[item, ...files.map((path) => `file:${path}`)].flatMap((name) => ofItem.all(name, '*')),
      // Its file may be gone already; then it is known by the item's id.
      ...ofStem.all(stem.length, stem),
    ])
  }
}

/** Hashes of the files that a change has made at these places. */
function madeBy(row: Row | undefined, isIts: (path: string) => boolean): string[] {
  const records = row ? (JSON.parse(row.record) as FileRecord[]) : []
  return records.flatMap((each) => (each.kind === 'made' && isIts(each.path) ? [each.after] : []))
}

function roomRecords(db: Db) {
  const insert = db.prepare('INSERT INTO rooms (at, change, text) VALUES (?, ?, ?)')
  const latest = db.prepare<[], string>('SELECT text FROM rooms ORDER BY id DESC LIMIT 1').pluck()
  const drop = db.prepare(
    'DELETE FROM rooms WHERE at < ? OR id <= (SELECT id FROM rooms ORDER BY id DESC LIMIT 1 OFFSET ?)',
  )
  const list = db.prepare<[], { id: number; at: number; length: number; sentence: string | null }>(
    `SELECT rooms.id, rooms.at, length(text) AS length, sentence FROM rooms
     LEFT JOIN changes ON changes.id = rooms.change ORDER BY rooms.id DESC`,
  )
  const text = db.prepare<[number], string>('SELECT text FROM rooms WHERE id = ?').pluck()
  return {
    keepRoom: (at: number, change: number, before: string): void => {
      if (latest.get() === before) return
      insert.run(Math.round(at), change, before)
      drop.run(at - ROOM_DAYS_MS, MOST_ROOMS)
    },
    rooms: (): RoomVersion[] =>
      list.all().map(({ id, at, length, sentence }) => ({
        id,
        at,
        length,
        ...(sentence === null ? {} : { sentence: JSON.parse(sentence) as ChangeSentence }),
      })),
    roomText: (id: number): { text: string; at: number } | undefined => {
      const found = text.get(id)
      const at = list.all().find((each) => each.id === id)?.at
      return found === undefined || at === undefined ? undefined : { text: found, at }
    },
  }
}
