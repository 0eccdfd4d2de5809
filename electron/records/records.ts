import type { Database } from 'better-sqlite3'
import type { PlayEnd } from '../../renderer/core/player-state.ts'
import { type AuditRecords, auditLog, auditRecords } from './audit.ts'
import { type HistoryRecords, historyRecords } from './history-records.ts'
import { type MeetingRecords, meetingRecords } from './meeting-records.ts'
import { type PlayerRecords, playerRecords } from './player-records.ts'
import { markForScrub, scrubNow } from './scrub.ts'

/** A slide that was painted. Title and kind are copied in: the record must be readable when the item is long gone. */
export interface PaintedPlay {
  readonly playId: string
  readonly screen: string
  readonly itemId: string
  readonly kind: string
  readonly title: string
  /** Index of the slide in the item's sequence, from 0. */
  readonly part: number
  /** ms since 1970 UTC, as the machine's clock said. */
  readonly paintedAt: number
}

/** What happened: plays, health, the player's place, the clock. Times in ms since 1970 UTC. Every call is durable when it returns. */
export interface Records extends AuditRecords, PlayerRecords, HistoryRecords, MeetingRecords {
  /** Writes one row per play; a second report of the same play changes nothing. */
  painted(play: PaintedPlay): void
  /** Closes a play's row, once. A play that was never painted has no row and needs none. */
  ended(playId: string, at: number, reason: PlayEnd): void
  /** After a crash: closes this screen's open rows as interrupted, at the last time this process was known alive. */
  closeOpenPlays(screen: string): number
  note(at: number, what: string, detail: string): void
  /** How often `what` was noted at or after `since`. */
  noted(what: string, since: number): number
  /** The machine's clock says `now`. */
  tick(now: number): void
  /** The highest time ever seen, and the latest one; 0 in a new record. */
  clock(): { readonly highest: number; readonly latest: number }
  /** Somebody vouches for the machine's clock: what it once said beyond `now` is forgotten, and who said so is not. */
  trustClock(now: number, by: string): void
  /** Takes the titles out of these items' plays, and out of the file; the plays go on saying when and where. */
  forgetTitles(itemIds: readonly string[]): void
  /** The content folder of the last start: an index that was made from another one shows another room. */
  folder(): string | undefined
  setFolder(folder: string): void
  /** Several writes as one: all of them or none, and one wait for the disk. */
  together(work: () => void): void
  close(): void
}

/** Health rows are kept for about two months of the worst day; plays are kept for ever. */
const HEALTH_ROWS = 20_000
const LONGEST_DETAIL = 2_000

/** The record over an open, migrated database. */
export function makeRecords(db: Database): Records {
  return {
    ...playRecords(db),
    ...playerRecords(db),
    ...healthRecords(db),
    ...clockRecords(db),
    ...roomRecords(db),
    ...auditRecords(db),
    ...historyRecords(db),
    ...meetingRecords(db),
    together: (work) => db.transaction(work).immediate(),
    close: () => db.close(),
  }
}

/** What stands in a play's title when its item was forgotten. */
export const FORGOTTEN = 'Erased'

function playRecords(db: Database): Pick<Records, 'painted' | 'ended' | 'closeOpenPlays' | 'forgetTitles'> {
  const insert = db.prepare<[PaintedPlay]>(
    `INSERT INTO plays (play_id, screen, item_id, kind, title, part, painted_at)
     VALUES (@playId, @screen, @itemId, @kind, @title, @part, @paintedAt) ON CONFLICT (play_id) DO NOTHING`,
  )
  // A clock that ran backwards while the slide was on must not give a play a negative length.
  const end = db.prepare<[number, PlayEnd, string]>(
    'UPDATE plays SET ended_at = max(painted_at, ?), end_reason = ? WHERE play_id = ? AND ended_at IS NULL',
  )
  const forget = db.prepare<[string, string, string]>(
    'UPDATE plays SET title = ? WHERE item_id = ? AND title <> ?',
  )
  const closeOpen = db.prepare<[string]>(
    `UPDATE plays SET ended_at = max(painted_at, coalesce((SELECT latest FROM clock), 0)), end_reason = 'interrupted'
     WHERE screen = ? AND ended_at IS NULL`,
  )
  return {
    painted: (play) => void insert.run(play),
    ended: (playId, at, reason) => void end.run(at, reason, playId),
    closeOpenPlays: (screen) => closeOpen.run(screen).changes,
    forgetTitles(itemIds) {
      const changes = db.transaction(() => {
        const forgotten = itemIds.reduce((sum, id) => sum + forget.run(FORGOTTEN, id, FORGOTTEN).changes, 0)
        if (forgotten > 0) markForScrub(db)
        return forgotten
      })()
      if (changes > 0 && !db.inTransaction) scrubNow(db)
    },
  }
}

function healthRecords(db: Database): Pick<Records, 'note' | 'noted'> {
  const insert = db.prepare<[number, string, string]>(
    'INSERT INTO health (at, what, detail) VALUES (?, ?, ?)',
  )
  const trim = db.prepare<[number]>('DELETE FROM health WHERE rowid <= (SELECT max(rowid) FROM health) - ?')
  const total = db.prepare<[string, number], { total: number }>(
    'SELECT count(*) AS total FROM health WHERE what = ? AND at >= ?',
  )
  return {
    note(at, what, detail) {
      insert.run(at, what, detail.slice(0, LONGEST_DETAIL))
      trim.run(HEALTH_ROWS)
    },
    noted: (what, since) => total.get(what, since)?.total ?? 0,
  }
}

function roomRecords(db: Database): Pick<Records, 'folder' | 'setFolder'> {
  const save = db.prepare<[string]>(
    'INSERT INTO room (only, folder) VALUES (1, ?) ON CONFLICT (only) DO UPDATE SET folder = excluded.folder',
  )
  const load = db.prepare<[], { folder: string }>('SELECT folder FROM room')
  return {
    folder: () => load.get()?.folder,
    setFolder: (folder) => void save.run(folder),
  }
}

function clockRecords(db: Database): Pick<Records, 'tick' | 'clock' | 'trustClock'> {
  const save = db.prepare<[{ now: number }]>(
    `INSERT INTO clock (only, highest, latest) VALUES (1, @now, @now)
     ON CONFLICT (only) DO UPDATE SET highest = max(highest, @now), latest = @now`,
  )
  const trust = db.prepare<[number, number]>('UPDATE clock SET highest = ?, latest = ?')
  const audit = auditLog(db)
  const load = db.prepare<[], { highest: number; latest: number }>('SELECT highest, latest FROM clock')
  return {
    tick: (now) => void save.run({ now: Math.round(now) }),
    clock: () => load.get() ?? { highest: 0, latest: 0 },
    trustClock(now, by) {
      db.transaction(() => {
        const { highest } = load.get() ?? { highest: 0 }
        const reference = `${new Date(highest).toISOString()} taken back to ${new Date(now).toISOString()} by ${by}`
        audit.add({ at: now, what: 'clock-trusted', itemId: '', screen: '', reference })
        trust.run(Math.round(now), Math.round(now))
      }).immediate()
    },
  }
}
