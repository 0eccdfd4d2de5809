import type { Database } from 'better-sqlite3'

/**
 * Deleted cells are zeroed as they go (secure_delete), but a page whose cells were moved about keeps their old places as
 * they were. Only a file that is written anew is free of what was forgotten.
 */

/** A record of so many bytes is written anew in a moment; a larger one when the wall starts, so that no slide stands still. */
const SMALL_BYTES = 16_777_216

export function markForScrub(db: Database): void {
  db.exec('INSERT INTO scrub_due (only) VALUES (1) ON CONFLICT DO NOTHING')
}

/** Empties the log, which holds whole pages of what was, and writes a small record anew. */
export function scrubNow(db: Database, smallBytes = SMALL_BYTES): void {
  const pages = Number(db.pragma('page_count', { simple: true }))
  if (pages * Number(db.pragma('page_size', { simple: true })) <= smallBytes) writeAnew(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

/** Does what could not be done when it was forgotten: the record was too large, somebody read it, or the disk was full. */
export function scrubAtStart(db: Database): void {
  if (db.prepare('SELECT 1 FROM scrub_due').get() === undefined) return
  writeAnew(db)
  db.pragma('wal_checkpoint(TRUNCATE)')
}

function writeAnew(db: Database): void {
  try {
    db.exec('VACUUM')
  } catch {
    // It stays due: no room for a second file, or a reader that holds on to this one.
    return
  }
  db.exec('DELETE FROM scrub_due')
}
