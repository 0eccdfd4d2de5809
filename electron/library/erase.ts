import type { Curation } from '../../renderer/core/curation.ts'
import { forgetNames } from '../../renderer/core/draft-fields.ts'
import type { Db } from '../sqlite.ts'
import { forgetDates } from './dates.ts'
import { forgetValues } from './parse-each.ts'
import type { Store } from './queries.ts'

/** What is forgotten is gone from every place that was made from it: index, search, cache, and the pages of the files. */

/** Ids that somebody asked to be forgotten under (`items: {ID: {erased: true}}` in room.yaml). */
export function erasedIds({ items }: Pick<Curation, 'items'>): ReadonlySet<string> {
  return new Set(Object.entries(items).flatMap(([id, decision]) => (decision.erased ? [id] : [])))
}

/**
 * Takes an item out of the index at once and leaves a tombstone with its id alone. Its derived files go with the end of
 * this reading, when nothing else uses them; its place in the folder is read again, and it is left out there.
 */
export function eraseItem(store: Store, id: string): void {
  const unit = store.placeOf(id)?.unit ?? store.goneFrom(id)
  if (unit !== undefined) store.markDirty(unit)
  store.dropItem({ id, unit: unit ?? '' })
  store.bury(id, unit ?? '', 'erased')
}

/** An erasure was taken back: what its place in the folder says is read again. */
export function unerase(store: Store, id: string): void {
  const unit = store.goneFrom(id)
  if (unit !== undefined) store.markDirty(unit)
}

/**
 * Forgets what was remembered of short texts and values while the folder was read. A row that was erased is still read,
 * to be left out: so this is done after each reading. Returns how many they were.
 */
export function forgetReading(): number {
  return forgetValues() + forgetDates() + forgetNames()
}

/**
 * Overwrites what the index has forgotten, also in its log. False while somebody reads it just now, or where there is no
 * room for it: then it is due again. Deleted cells are zeroed as they go (secure_delete), but a page whose cells were moved
 * about keeps their old places as they were; only a file that is written anew is free of them.
 */
export function scrub(db: Db): boolean {
  const isAnew = writeAnew(db)
  // The log is emptied all the same: it holds whole pages of what was.
  const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[]
  return isAnew && result?.busy === 0
}

function writeAnew(db: Db): boolean {
  try {
    db.exec('VACUUM')
    return true
  } catch {
    return false
  }
}

/** An index of so many bytes is written anew in a moment. */
const SMALL_BYTES = 16_777_216
/** A larger one is, once nothing has been forgotten for so long, ms: writing it takes a second or two. */
const CALM_MS = 20_000

/** How long to wait before the index is scrubbed, ms, when something was forgotten last at `forgottenAt` (steady, ms). */
export function scrubIn(db: Db, forgottenAt: number, now: number): number {
  const pages = Number(db.pragma('page_count', { simple: true }))
  const isSmall = pages * Number(db.pragma('page_size', { simple: true })) <= SMALL_BYTES
  return isSmall ? 0 : Math.max(0, forgottenAt + CALM_MS - now)
}
