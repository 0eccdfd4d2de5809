import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, openDatabase } from '../sqlite.ts'
import { MIGRATIONS } from './migrations.ts'

export function indexFile(dataDir: string): string {
  return join(dataDir, 'index.db')
}

/**
 * Opens index.db for the library, its only writer. Whatever is wrong with it, it is derived: deleted and built again.
 * Damage that shows later is thrown by the query that meets it (`isDamage`).
 */
export function openIndex(dataDir: string): Db {
  try {
    return migrated(dataDir)
  } catch {
    deleteIndex(dataDir)
    return migrated(dataDir)
  }
}

export function deleteIndex(dataDir: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(indexFile(dataDir) + suffix, { force: true })
}

/** The file that index.db is just now; undefined where there is none. A deleted one stays open without a word of complaint. */
export function indexInode(dataDir: string): number | undefined {
  return statSync(indexFile(dataDir), { throwIfNoEntry: false })?.ino
}

/** True for what SQLite throws when it meets a page that is none. */
export function isDamage(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && /^SQLITE_(CORRUPT|NOTADB)/.test(String(thrown.code))
}

/** An item takes two pages of the usual 4 KB for itself and half of them in vain. */
const PAGE_BYTES = 16_384
const CACHE_KB = 32_768

function migrated(dataDir: string): Db {
  const db = openDatabase(indexFile(dataDir), { pageBytes: PAGE_BYTES })
  try {
    // In KB, and so negative: what a long table writes before it is committed is not read back from the log page by page.
    db.pragma(`cache_size = -${CACHE_KB}`)
    // NORMAL loses at most the last commits to a power cut, never the file; they are found again by the next walk.
    db.pragma('synchronous = NORMAL')
    db.pragma('secure_delete = ON')
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version > MIGRATIONS.length) throw new Error('index.db was written by a later version')
    // Nothing is written where nothing is new: a start would wait for the disk, and so would its end.
    if (version < MIGRATIONS.length || !isBorn(db)) migrate(db, version)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function migrate(db: Db, version: number): void {
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(version)) db.exec(step)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
    // Tells this index from one that was built in its place: what is made from it has to know.
    db.exec("INSERT OR IGNORE INTO meta VALUES ('born', hex(randomblob(16)))")
  })()
}

function isBorn(db: Db): boolean {
  return db.prepare("SELECT 1 FROM meta WHERE key = 'born'").get() !== undefined
}
