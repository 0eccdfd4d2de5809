import { statSync } from 'node:fs'
import type { SearchStore } from './search-store.ts'

/** What was taken out of search.db is taken out of the places where it lay, as it is of index.db (`erase.ts`). */
export interface SearchScrubber {
  /** Within the change that forgets: a kill leaves it due. */
  forgotten(): void
  /** Does a part of what is due, of about so many ms but for its last; true where there is more of it. */
  step(ms: number): boolean
  /** How long to wait before it, ms; undefined where nothing is due. */
  waitMs(): number | undefined
}

/** A file of so many bytes is written anew in a moment; a larger one once nothing was forgotten for a while. */
const SMALL_BYTES = 16_777_216
const CALM_MS = 20_000
/** A log longer than this is brought into the file, bytes. */
const LOG_BYTES = 8_388_608
/** Pages that are merged in one go, about 10 ms. */
const MERGE_PAGES = 64

export function makeScrubber({ db, meta, setMeta }: SearchStore): SearchScrubber {
  let isDue = meta('scrub') === 'due'
  let forgottenAt = Number.NEGATIVE_INFINITY
  let isMerging = false
  let hasFailed = false
  const merges = ['long', 'short'].map((table) => ({
    begin: db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`),
    isDone: false,
  }))
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck()

  function isLarge(): boolean {
    return (
      Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })) >
      SMALL_BYTES
    )
  }

  /** Marks of what was deleted, and what they mark, go where the parts of an index become one. */
  function merge(until: number): boolean {
    for (const each of merges) {
      while (!each.isDone) {
        const before = changes.get() ?? 0
        each.begin.run(isMerging ? MERGE_PAGES : -MERGE_PAGES)
        isMerging = true
        // A merge with nothing left to do writes one row at most.
        each.isDone = (changes.get() ?? 0) - before < 2
        if (each.isDone) isMerging = false
        if (performance.now() >= until) return merges.every(({ isDone }) => isDone)
      }
    }
    return true
  }

  function endLog(): boolean {
    const log = statSync(`${db.name}-wal`, { throwIfNoEntry: false })
    if (log && log.size > LOG_BYTES) db.pragma('wal_checkpoint(PASSIVE)')
    return false
  }

  function writeAnew(): void {
    try {
      db.exec('VACUUM')
      const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
      hasFailed = result?.busy !== 0
    } catch {
      // No room for a second file, or somebody reads it: it stays due.
      hasFailed = true
    }
    if (hasFailed) {
      forgottenAt = performance.now()
      return
    }
    isDue = false
    setMeta('scrub', '')
    db.pragma('wal_checkpoint(TRUNCATE)')
  }

  return {
    forgotten() {
      forgottenAt = performance.now()
      for (const each of merges) each.isDone = false
      isMerging = false
      if (isDue) return
      isDue = true
      setMeta('scrub', 'due')
    },
    waitMs() {
      if (!isDue) return undefined
      return Math.max(0, forgottenAt + (hasFailed || isLarge() ? CALM_MS : 0) - performance.now())
    },
    step(ms) {
      if (!isDue) return endLog()
      if (!merge(performance.now() + ms)) return true
      writeAnew()
      return false
    },
  }
}
