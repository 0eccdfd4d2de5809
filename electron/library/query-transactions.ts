import { statSync } from 'node:fs'
import type { Db } from '../sqlite.ts'

/** When what was said to index.db becomes true for its readers, and what has to be scrubbed after it. */

/** Counts what a reader of the index could see change; nothing else makes a new revision. */
export interface Shown {
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

export function transactions(db: Db, shown: Shown) {
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
