import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'

/** The audit: who agreed to what, where it was shown first, when it left. Ids and references, never words of a customer. */

/**
 * `showable` it may be shown here from now on, on the ground that `reference` names; `shown` its first paint on this
 * screen; `exported` it left the house in a bundle, which `reference` names; the others say why it may be shown no longer.
 * `erased` leaves nothing but this row.
 */
export type AuditWhat =
  | 'showable'
  | 'shown'
  | 'withheld'
  | 'expired'
  | 'not-yet'
  | 'hidden'
  | 'removed'
  | 'erased'
  | 'exported'
  | 'clock-trusted'

export interface AuditEvent {
  /** ms since 1970 UTC, as the machine's clock said. */
  readonly at: number
  readonly what: AuditWhat
  /** Empty for what concerns no item. */
  readonly itemId: string
  readonly screen: string
  readonly reference: string
}

/** Where an item stands on a screen by the audit. */
export interface AuditState {
  readonly what: AuditWhat
  readonly reference: string
  readonly shown: boolean
}

/** What is wrong with the chain: the first row that is not what was once written, and why. */
export type AuditCheck =
  | { readonly ok: true; readonly rows: number; readonly head: string }
  | { readonly ok: false; readonly seq: number; readonly reason: string }

export interface AuditRecords {
  /** Adds rows to the chain, all or none, and keeps the state that follows from them. */
  audit(events: readonly AuditEvent[]): void
  auditStates(screen: string): ReadonlyMap<string, AuditState>
  /** What left the house in bundles, each with the bundle that its row names. */
  exported(): readonly { readonly itemId: string; readonly reference: string }[]
  /** Reads the whole chain again. `head`, if an auditor kept one, also tells a chain that was written anew. */
  /** Rows after this one, at most so many, each reckoned again; `after` 0 begins. What came before was another page's to verify. */
  auditPage(after: number, most: number): AuditPage
  verifyAudit(head?: { readonly seq: number; readonly hash: string }): AuditCheck
}

/** Rows of the chain as they were written. */
export interface AuditPage {
  readonly rows: readonly (AuditEvent & {
    readonly seq: number
    readonly previous: string
    readonly hash: string
  })[]
  /** Of the whole chain so far with the last page, or with the row at which it breaks. */
  readonly verdict?: AuditCheck | undefined
}

interface AuditRow {
  readonly seq: number
  readonly at: number
  readonly what: string
  readonly item_id: string
  readonly screen: string
  readonly reference: string
  readonly previous: string
  readonly hash: string
}

/** SHA-256 over the hash before and the row as canonical JSON: fixed fields in a fixed order, so one row has one text. */
export function auditHash(row: Omit<AuditRow, 'hash'>): string {
  const { seq, at, what, item_id, screen, reference, previous } = row
  return createHash('sha256')
    .update(previous)
    .update('\n')
    .update(JSON.stringify([seq, at, what, item_id, screen, reference]))
    .digest('hex')
}

interface Head {
  readonly seq: number
  readonly hash: string
}

/** The chain alone; several may write to it within one database connection. */
export function auditLog(db: Database): {
  add(event: AuditEvent): void
  addAll(events: readonly AuditEvent[]): void
} {
  const head = db.prepare<[], Head>('SELECT seq, hash FROM audit_head')
  const insert = db.prepare<[AuditRow]>(
    `INSERT INTO audit (seq, at, what, item_id, screen, reference, previous, hash)
     VALUES (@seq, @at, @what, @item_id, @screen, @reference, @previous, @hash)`,
  )

  /** The row after `last`, as it was written. */
  function addAfter(last: Head, { at, what, itemId, screen, reference }: AuditEvent): Head {
    const row = {
      seq: last.seq + 1,
      at: Math.round(at),
      what,
      item_id: itemId,
      screen,
      reference,
      previous: last.hash,
    }
    const hash = auditHash(row)
    insert.run({ ...row, hash })
    return { seq: row.seq, hash }
  }

  /** Within one transaction: nobody else goes on with the chain meanwhile, so that its head is asked for once. */
  function addAll(events: readonly AuditEvent[]): void {
    let last = head.get() ?? { seq: 0, hash: '' }
    for (const event of events) last = addAfter(last, event)
  }

  return { add: (event) => addAll([event]), addAll }
}

export function auditRecords(db: Database): AuditRecords {
  const log = auditLog(db)
  const setState = db.prepare(
    `INSERT INTO audit_state (item_id, screen, what, reference, shown) VALUES (?, ?, ?, ?, 0)
     ON CONFLICT DO UPDATE SET what = excluded.what, reference = excluded.reference`,
  )
  const setShown = db.prepare('UPDATE audit_state SET shown = 1 WHERE item_id = ? AND screen = ?')
  const addShown = db.prepare("INSERT OR IGNORE INTO audit_state VALUES (?, ?, 'showable', '', 1)")
  const states = db.prepare<[string], { item_id: string; what: AuditWhat; reference: string; shown: number }>(
    'SELECT item_id, what, reference, shown FROM audit_state WHERE screen = ?',
  )

  const exported = db.prepare<[], { itemId: string; reference: string }>(
    "SELECT item_id AS itemId, reference FROM audit WHERE what = 'exported'",
  )

  function keepState({ what, itemId, screen, reference }: AuditEvent): void {
    if (what === 'exported') return
    if (what !== 'shown') return void setState.run(itemId, screen, what, reference)
    if (setShown.run(itemId, screen).changes === 0) addShown.run(itemId, screen)
  }

  return {
    audit: (events) =>
      db.transaction(() => {
        log.addAll(events)
        for (const event of events) keepState(event)
      })(),
    auditStates: (screen) =>
      new Map(
        states
          .all(screen)
          .map(({ item_id, what, reference, shown }) => [item_id, { what, reference, shown: shown === 1 }]),
      ),
    exported: () => exported.all(),
    auditPage: (after, most) => readPage(db, after, most),
    verifyAudit: (head) => verify(db, head),
  }
}

function readPage(db: Database, after: number, most: number): AuditPage {
  const before = db.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck().get(after)
  if (after > 0 && before === undefined)
    return { rows: [], verdict: { ok: false, seq: after, reason: 'A row is missing here.' } }
  const rows = db
    .prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?')
    .all(after, most)
  let last: Head = { seq: after, hash: before ?? '' }
  for (const [at, row] of rows.entries()) {
    const reason = brokenBecause(row, last.seq + 1, last.hash)
    if (reason !== undefined)
      return { rows: rows.slice(0, at).map(asWritten), verdict: { ok: false, seq: last.seq + 1, reason } }
    last = row
  }
  if (rows.length === most) return { rows: rows.map(asWritten) }
  return { rows: rows.map(asWritten), verdict: endOfChain(db, last) }
}

function asWritten({ item_id, what, ...row }: AuditRow): AuditPage['rows'][number] {
  return { ...row, what: what as AuditWhat, itemId: item_id }
}

function endOfChain(db: Database, { seq, hash }: Head): AuditCheck {
  const head = db.prepare<[], Head>('SELECT seq, hash FROM audit_head').get()
  return head?.seq === seq && head.hash === hash
    ? { ok: true, rows: seq, head: hash }
    : { ok: false, seq: seq + 1, reason: 'The last rows are missing.' }
}

function verify(db: Database, expected: { seq: number; hash: string } | undefined): AuditCheck {
  const rows = db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq').iterate()
  let [seq, hash] = [0, '']
  let isOnTheWay = expected === undefined || (expected.seq === 0 && expected.hash === '')
  let broken: AuditCheck | undefined
  for (const row of rows) {
    const reason = brokenBecause(row, seq + 1, hash)
    if (reason !== undefined) {
      broken = { ok: false, seq: seq + 1, reason }
      break
    }
    seq = row.seq
    hash = row.hash
    if (expected?.seq === seq && expected.hash === hash) isOnTheWay = true
  }
  if (broken) return broken
  const end = endOfChain(db, { seq, hash })
  if (!end.ok) return end
  if (!isOnTheWay)
    return { ok: false, seq: expected?.seq ?? 0, reason: 'The row that was noted down is not in the chain.' }
  return end
}

function brokenBecause(row: AuditRow, seq: number, previous: string): string | undefined {
  if (row.seq !== seq) return 'A row is missing here.'
  if (row.previous !== previous) return 'This row does not follow the one before it.'
  return row.hash === auditHash(row) ? undefined : 'This row was changed.'
}
