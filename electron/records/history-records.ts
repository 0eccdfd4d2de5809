import type { Database } from 'better-sqlite3'

/** What the record tells a curator. Everything is asked in parts, so that a record of years holds up no slide. */

export interface PlayTotal {
  readonly plays: number
  /** ms since 1970 UTC */
  readonly lastAt: number
}

export interface ScreenTotal extends PlayTotal {
  readonly itemId: string
  readonly screen: string
}

/** A slide that was on. */
export interface KeptPlay {
  /** Its place in the record: later ones are higher. */
  readonly row: number
  readonly screen: string
  readonly itemId: string
  readonly kind: string
  readonly title: string
  readonly part: number
  /** ms since 1970 UTC */
  readonly paintedAt: number
  /** Absent while it is on. */
  readonly endedAt?: number | undefined
  readonly endReason?: string | undefined
}

/** Where a play stands in the order of time. */
export interface PlayPlace {
  readonly paintedAt: number
  readonly row: number
}

export interface HealthNote {
  readonly at: number
  readonly what: string
  readonly detail: string
}

export interface HistoryRecords {
  /** Plays of items after this one and screen, in their order, at most so many. */
  playTotals(
    after: { readonly itemId: string; readonly screen: string },
    most: number,
  ): readonly ScreenTotal[]
  totalsOf(itemId: string): readonly ScreenTotal[]
  /** Plays from `from` until just before `to`, by their time, after one of them; at most so many. */
  plays(
    range: { readonly from: number; readonly to: number; readonly screen?: string | undefined },
    after: PlayPlace,
    most: number,
  ): { readonly list: readonly KeptPlay[]; readonly next?: PlayPlace | undefined }
  placeOfPlay(row: number): PlayPlace | undefined
  /** When the last slide was painted on a screen. */
  lastPaint(screen: string): number | undefined
  playsSince(screen: string, since: number): number
  /** The newest first. */
  notes(most: number): readonly HealthNote[]
  noteCounts(since: number): Readonly<Record<string, number>>
  /** Bytes of the record. */
  bytes(): number
}

interface PlayRow extends Omit<KeptPlay, 'endedAt' | 'endReason'> {
  readonly endedAt: number | null
  readonly endReason: string | null
}

export function historyRecords(db: Database): HistoryRecords {
  const totals = db.prepare<[string, string, number], ScreenTotal>(
    `SELECT item_id AS itemId, screen, plays, last_at AS lastAt FROM play_totals
     WHERE (item_id, screen) > (?, ?) ORDER BY item_id, screen LIMIT ?`,
  )
  const ofItem = db.prepare<[string], ScreenTotal>(
    'SELECT item_id AS itemId, screen, plays, last_at AS lastAt FROM play_totals WHERE item_id = ? ORDER BY screen',
  )
  const columns =
    'rowid AS row, screen, item_id AS itemId, kind, title, part, painted_at AS paintedAt, ended_at AS endedAt, end_reason AS endReason'
  const between = db.prepare<[number, number, number, number], PlayRow>(
    `SELECT ${columns} FROM plays WHERE (painted_at, rowid) > (?, ?) AND painted_at < ? ORDER BY painted_at, rowid LIMIT ?`,
  )
  const place = db.prepare<[number], PlayPlace>(
    'SELECT painted_at AS paintedAt, rowid AS row FROM plays WHERE rowid = ?',
  )
  const last = db
    .prepare<[string], number | null>('SELECT max(last_at) FROM play_totals WHERE screen = ?')
    .pluck()
  const since = db
    .prepare<[number, string], number>('SELECT count(*) FROM plays WHERE painted_at >= ? AND screen = ?')
    .pluck()
  const notes = db.prepare<[number], HealthNote>(
    'SELECT at, what, detail FROM health ORDER BY rowid DESC LIMIT ?',
  )
  const counts = db.prepare<[number], { what: string; total: number }>(
    'SELECT what, count(*) AS total FROM health WHERE at >= ? GROUP BY what ORDER BY what',
  )

  return {
    playTotals: ({ itemId, screen }, most) => totals.all(itemId, screen, most),
    totalsOf: (itemId) => ofItem.all(itemId),
    plays({ from, to, screen }, after, most) {
      const begin = after.paintedAt >= from ? after : { paintedAt: from, row: -1 }
      const rows = between.all(begin.paintedAt, begin.row, to, most)
      const last = rows.at(-1)
      return {
        list: rows.filter((row) => screen === undefined || row.screen === screen).map(asKept),
        ...(rows.length === most && last ? { next: { paintedAt: last.paintedAt, row: last.row } } : {}),
      }
    },
    placeOfPlay: (row) => place.get(row),
    lastPaint: (screen) => last.get(screen) ?? undefined,
    playsSince: (screen, from) => since.get(from, screen) ?? 0,
    notes: (most) => notes.all(most),
    noteCounts: (from) => Object.fromEntries(counts.all(from).map(({ what, total }) => [what, total])),
    bytes: () =>
      Number(db.pragma('page_count', { simple: true })) * Number(db.pragma('page_size', { simple: true })),
  }
}

function asKept({ endedAt, endReason, ...row }: PlayRow): KeptPlay {
  return {
    ...row,
    ...(endedAt === null ? {} : { endedAt }),
    ...(endReason === null ? {} : { endReason }),
  }
}
