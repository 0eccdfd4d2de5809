import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { openDatabase } from '../sqlite.ts'
import { migrate } from './migrations.ts'
import { makeRecords, type Records } from './records.ts'
import { scrubAtStart } from './scrub.ts'

/**
 * Opens room.db, which only the main process writes. A damaged file is set aside under a dated name, never deleted, and
 * a fresh one begins with a health row that says so. Throws FromTheFuture, and what the disk throws.
 * @param now ms since 1970 UTC
 */
export function openRecords(file: string, now: number): Records {
  mkdirSync(dirname(file), { recursive: true })
  try {
    return makeRecords(openSound(file))
  } catch (error) {
    if (!isDamage(error)) throw error
    const kept = setAside(file, now)
    const records = makeRecords(openSound(file))
    records.note(
      now,
      'record-damaged',
      `The record could not be read (${error.message}). It was kept as ${kept}; a new one begins.`,
    )
    return records
  }
}

function openSound(file: string): Database {
  const db = openDatabase(file)
  try {
    // WAL: an auditor may read while the wall writes.
    db.pragma('journal_mode = WAL')
    // FULL: a wall's power is cut at night, and a proof of play must outlive it. A few commits a slide cost nothing.
    db.pragma('synchronous = FULL')
    db.pragma('busy_timeout = 2000')
    // What is forgotten is to be gone from the file, not only from its tables.
    db.pragma('secure_delete = ON')
    checkSound(db)
    migrate(db)
    scrubAtStart(db)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** Looks for damage before anything is written on top of it; takes about 10 ms per 10 MB. */
function checkSound(db: Database): void {
  const found = db.pragma('quick_check(1)', { simple: true })
  if (found !== 'ok') throw new Damaged(String(found))
}

class Damaged extends Error {}

function isDamage(error: unknown): error is Error {
  if (error instanceof Damaged) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB'
}

/** Renames the file and its WAL companions alike, so that what they hold can still be recovered by hand. */
function setAside(file: string, now: number): string {
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '-')
  const free = [
    `${file}.damaged-${stamp}`,
    ...Array.from({ length: 99 }, (_, n) => `${file}.damaged-${stamp}-${n + 2}`),
  ]
  const kept = free.find((name) => !existsSync(name)) ?? `${file}.damaged-${stamp}-${process.pid}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix)
  }
  return kept
}
