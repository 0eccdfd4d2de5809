import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Db, openDatabase } from '../sqlite.ts'
import { refuse } from './refusal.ts'

/**
 * One writer at a time on a folder, whatever process it is in. The lock is the operating system's on an empty file, by
 * way of SQLite: it ends with the process that holds it, also with one that was killed, so no stale one is ever left.
 */

/** Ignored by the library, as all names that begin with a dot. */
const LOCK_FILE = '.customer-room.lock'
/** A change takes milliseconds; who waits for longer waits for something that hangs. */
const PATIENCE_MS = 10_000
const LONGEST_PAUSE_MS = 24

/** Runs `work` while nobody else does. Rejects with a refusal where the lock cannot be had. */
export async function withFolderLock<Result>(
  folder: string,
  work: () => Promise<Result>,
  patienceMs = PATIENCE_MS,
): Promise<Result> {
  const release = await acquire(folder, patienceMs)
  try {
    return await work()
  } finally {
    release()
  }
}

async function acquire(folder: string, patienceMs: number): Promise<() => void> {
  // A folder that is gone is told by the disk's own word for it, before SQLite has another one.
  await access(folder)
  const until = performance.now() + patienceMs
  for (let tries = 1; ; tries += 1) {
    const db = tryLock(folder)
    if (db !== 'busy') return () => db?.close()
    if (performance.now() > until)
      throw refuse(
        'busy',
        'Another program is changing this folder and does not come to an end.',
        'Close the other admin, or end the process that hangs, then try again.',
      )
    // Two that wait shall not meet again and again.
    await pause(1 + Math.random() * Math.min(LONGEST_PAUSE_MS, tries * 4))
  }
}

/** Undefined where the file system knows no locks: then only what is on disk just before the writing is compared. */
function tryLock(folder: string): Db | 'busy' | undefined {
  let db: Db | undefined
  try {
    db = openDatabase(join(folder, LOCK_FILE), { timeout: 0, isLock: true })
    db.exec('BEGIN EXCLUSIVE')
    return db
  } catch (thrown) {
    db?.close()
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
    if (code.startsWith('SQLITE_BUSY')) return 'busy'
    if (code === 'SQLITE_CANTOPEN' || code.startsWith('SQLITE_READONLY') || code === 'SQLITE_PERM')
      throw Object.assign(new Error('The folder cannot be locked.'), { code: 'EACCES' })
    if (code.startsWith('SQLITE_IOERR') || code === 'SQLITE_PROTOCOL' || code === 'SQLITE_NOTADB')
      return undefined
    throw thrown
  }
}
