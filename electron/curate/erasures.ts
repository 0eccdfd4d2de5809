import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { ErasureProof } from '../../renderer/core/admin/change-answer.ts'
import { migrate } from '../records/migrations.ts'
import { type Db, openDatabase } from '../sqlite.ts'

/**
 * What was erased from here, and what is about to be: in the data folder, without a word of what it was. It is written
 * before the first thing is removed, so that whoever is killed in the midst of it goes on at the next start.
 */

const FILE = 'erasures.db'

const MIGRATIONS: readonly string[] = [
  `CREATE TABLE erasures (
     item TEXT PRIMARY KEY,
     at INTEGER NOT NULL,
     state TEXT NOT NULL CHECK (state IN ('begun', 'done', 'elsewhere')),
     what TEXT NOT NULL
   ) STRICT;`,
]

/** What is to be removed of one item, and what was there of it before the first of it was. */
export interface Erasure {
  readonly item: string
  /** The file that it stands in; absent where nobody knows. */
  readonly path?: string | undefined
  /** Files that are its own and are to be deleted, POSIX, relative to the content folder: all of them were there. */
  readonly remove: readonly string[]
  readonly wasIndexed: boolean
  readonly derived: readonly string[]
  /** Entries of the journal that held something of it. */
  readonly journal: number
  /** As far as it has come. */
  readonly proof?: ErasureProof | undefined
}

interface Row {
  readonly item: string
  readonly at: number
  readonly state: 'begun' | 'done' | 'elsewhere'
  readonly what: string
}

export type Erasures = ReturnType<typeof openErasures>

/** Throws what SQLite throws, and FromTheFuture for a file of a newer version. */
export function openErasures(dataDir: string) {
  const db = openDatabase(join(dataDir, FILE))
  // Of all that is written here nothing may be lost with the power: the files that it tells of are gone by then.
  db.pragma('synchronous = FULL')
  migrate(db, MIGRATIONS)
  const get = db.prepare<[string], Row>('SELECT * FROM erasures WHERE item = ?')
  const set = db.prepare(
    `INSERT INTO erasures (item, at, state, what) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at, state = excluded.state, what = excluded.what`,
  )
  const progress = db.prepare('UPDATE erasures SET state = ?, what = ? WHERE item = ?')
  const drop = db.prepare('DELETE FROM erasures WHERE item = ?')
  const begun = db.prepare<[], Row>("SELECT * FROM erasures WHERE state = 'begun' ORDER BY rowid")
  const all = db.prepare<[], Row>("SELECT * FROM erasures WHERE state <> 'elsewhere' ORDER BY at DESC, item")

  const read = ({ what }: Row): Erasure => JSON.parse(what) as Erasure

  return {
    /** What was found before, in an attempt that came to nothing, still counts. Returns what is to be put back where it comes to nothing again. */
    begin: (at: number, erasures: readonly Erasure[]): (() => void) => {
      const before = new Map(erasures.map(({ item }) => [item, get.get(item)]))
      db.transaction(() => {
        for (const each of erasures) {
          const row = before.get(each.item)
          const made = row ? together(read(row), each) : each
          set.run(each.item, Math.round(at), 'begun', JSON.stringify(made))
        }
      })()
      return db.transaction(() => {
        for (const [item, row] of before)
          if (row) set.run(item, row.at, row.state, row.what)
          else drop.run(item)
      })
    },
    find: (item: string): Erasure | undefined => {
      const row = get.get(item)
      return row && read(row)
    },
    begun: (): readonly Erasure[] => begun.all().map(read),
    keep: (erasure: Erasure, proof: ErasureProof): void => {
      const state = proof.unfinished === undefined ? 'done' : 'begun'
      progress.run(state, JSON.stringify({ ...erasure, proof }), erasure.item)
    },
    /** It was erased by somebody else on this folder, and nothing is kept of it here. */
    elsewhere: (at: number, item: string): void => {
      const nothing: Erasure = { item, remove: [], wasIndexed: false, derived: [], journal: 0 }
      set.run(item, Math.round(at), 'elsewhere', JSON.stringify(nothing))
    },
    drop: (item: string): void => void drop.run(item),
    list: (): readonly { readonly at: number; readonly erasure: Erasure }[] =>
      all.all().map((row) => ({ at: row.at, erasure: read(row) })),
    close: () => void db.close(),
  }
}

/** What the erasures of a data folder say, for whoever does not write them; undefined where there are none, or nobody can tell. */
function look<Answer>(dataDir: string, ask: (db: Db) => Answer): Answer | undefined {
  const file = join(dataDir, FILE)
  if (!existsSync(file)) return undefined
  const db = openDatabase(file, { readonly: true, fileMustExist: true })
  try {
    return ask(db)
  } catch {
    return undefined
  } finally {
    db.close()
  }
}

/** Whether something was begun here and did not come to its end. */
export function hasBegunErasures(dataDir: string): boolean {
  const begun = "SELECT 1 FROM erasures WHERE state = 'begun' LIMIT 1"
  return look(dataDir, (db) => db.prepare(begun).get() !== undefined) ?? false
}

/** Which of these nobody has yet forgotten here. */
export function notYetForgotten(dataDir: string, items: readonly string[]): readonly string[] {
  const known = look(dataDir, (db) => {
    const has = db.prepare<[string]>('SELECT 1 FROM erasures WHERE item = ?')
    return new Set(items.filter((item) => has.get(item) !== undefined))
  })
  return items.filter((item) => !known?.has(item))
}

function together(before: Erasure, now: Erasure): Erasure {
  const both = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])]
  const isDone = before.proof !== undefined && before.proof.unfinished === undefined
  return {
    item: now.item,
    path: now.path ?? before.path,
    remove: both(before.remove, now.remove),
    wasIndexed: before.wasIndexed || now.wasIndexed,
    derived: both(before.derived, now.derived),
    // What an attempt that failed has left is found again.
    journal: isDone ? before.journal + now.journal : Math.max(before.journal, now.journal),
  }
}
