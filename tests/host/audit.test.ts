import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type AuditEvent, type AuditWhat, auditHash } from '../../electron/records/audit.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { START } from './fake-clock.ts'
import { type HostRoom, openHost, quote } from './host-room.ts'
import { tempDir } from './temp.ts'

const WHATS: readonly AuditWhat[] = ['showable', 'shown', 'withheld', 'expired', 'removed', 'erased']

function event(at: number, what: AuditWhat, item: number): AuditEvent {
  return { at: START + at, what, itemId: `quotes/${item}`, screen: 'lobby', reference: `consent ${item}` }
}

/** Somebody with the file in hand and no triggers in the way. */
function tamper(file: string, work: (db: ReturnType<typeof openDatabase>) => void): void {
  const db = openDatabase(file)
  try {
    const triggers = db
      .prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'trigger'")
      .pluck()
      .all()
    for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
    work(db)
  } finally {
    db.close()
  }
}

interface Row {
  seq: number
  at: number
  what: string
  item_id: string
  screen: string
  reference: string
  previous: string
  hash: string
}

describe('the chain', () => {
  const events = fc.array(
    fc.tuple(fc.nat(1000), fc.constantFrom(...WHATS), fc.nat(5)).map((args) => event(...args)),
    { minLength: 3, maxLength: 12 },
  )
  const where = fc.nat(100)

  function written(all: readonly AuditEvent[]): string {
    const file = join(tempDir(), 'room.db')
    const records = openRecords(file, START)
    records.audit(all)
    expect(records.verifyAudit()).toMatchObject({ ok: true, rows: all.length })
    records.close()
    return file
  }

  function verified(file: string, head?: { seq: number; hash: string }) {
    const records = openRecords(file, START)
    try {
      return records.verifyAudit(head)
    } finally {
      records.close()
    }
  }

  it('tells any change of any field of any row', () => {
    const fields = ['at', 'what', 'item_id', 'screen', 'reference', 'previous', 'hash', 'seq'] as const
    fc.assert(
      fc.property(events, where, fc.constantFrom(...fields), (all, at, field) => {
        const file = written(all)
        const seq = 1 + (at % all.length)
        const value = field === 'at' ? START - 1 : field === 'seq' ? all.length + 5 : 'otherwise'
        tamper(file, (db) => db.prepare(`UPDATE audit SET ${field} = ? WHERE seq = ?`).run(value, seq))
        expect(verified(file)).toMatchObject({ ok: false })
      }),
      { numRuns: 25 },
    )
  })

  it('tells rows that are missing, at its end too, and rows that changed places', () => {
    fc.assert(
      fc.property(events, where, fc.boolean(), (all, at, isSwap) => {
        const file = written(all)
        const seq = 1 + (at % (isSwap ? all.length - 1 : all.length))
        tamper(file, (db) => {
          if (!isSwap) return void db.prepare('DELETE FROM audit WHERE seq >= ?').run(seq)
          db.prepare('UPDATE audit SET seq = -1 WHERE seq = ?').run(seq)
          db.prepare('UPDATE audit SET seq = ? WHERE seq = ?').run(seq, seq + 1)
          db.prepare('UPDATE audit SET seq = ? WHERE seq = -1').run(seq + 1)
        })
        expect(verified(file)).toMatchObject({ ok: false })
      }),
      { numRuns: 25 },
    )
  })

  it('tells a chain that was written anew, to whoever noted down its head', () => {
    const file = written([event(1, 'showable', 1), event(2, 'shown', 1), event(3, 'withheld', 1)])
    const before = verified(file)
    const head = { seq: 3, hash: before.ok ? before.head : '' }
    expect(verified(file, head)).toMatchObject({ ok: true })
    tamper(file, (db) => {
      const rows = db.prepare<[], Row>('SELECT * FROM audit ORDER BY seq').all()
      let previous = ''
      for (const row of rows) {
        const forged = { ...row, item_id: 'quotes/2', previous }
        previous = auditHash(forged)
        db.prepare('UPDATE audit SET item_id = ?, previous = ?, hash = ? WHERE seq = ?').run(
          forged.item_id,
          forged.previous,
          previous,
          row.seq,
        )
      }
      db.prepare('UPDATE audit_head SET hash = ?').run(previous)
    })
    expect(verified(file)).toMatchObject({ ok: true })
    expect(verified(file, head)).toMatchObject({ ok: false, seq: 3 })
  })

  it('is only ever added to', () => {
    const file = written([event(1, 'showable', 1), event(2, 'shown', 1)])
    const db = openDatabase(file)
    onTestFinished(() => void db.close())
    for (const sql of [
      'DELETE FROM audit',
      "UPDATE audit SET what = 'shown'",
      'DELETE FROM audit_head',
      "UPDATE audit_head SET seq = 1, hash = 'x'",
      "INSERT INTO audit VALUES (9, 1, 'shown', 'x', '', '', '', 'y')",
      "INSERT OR REPLACE INTO audit VALUES (1, 1, 'shown', 'x', '', '', '', 'y')",
    ])
      expect(() => db.exec(sql), sql).toThrow()
  })
})

describe('what the audit tells of an item', () => {
  function told(room: HostRoom): string[] {
    room.clock.pass(100)
    const db = openDatabase(room.file, { readonly: true })
    try {
      return db
        .prepare<[], Row>('SELECT * FROM audit ORDER BY seq')
        .all()
        .map(({ what, item_id, screen, reference }) => [what, item_id, screen, reference].join(' | '))
    } finally {
      db.close()
    }
  }
  const REFERENCE = 'consent of card 1, given 2026-01-01'

  it('on what ground it was first showable, where it was first shown, and when it ended', () => {
    const room = openHost([quote('a', { until: '2026-11-02T09:05' })], { timezone: 'UTC' })
    room.show(3)
    room.clock.pass(6 * 60_000)
    expect(told(room)).toEqual([
      `showable | quotes/a | default | ${REFERENCE}`,
      `shown | quotes/a | default | ${REFERENCE}`,
      `expired | quotes/a | default | ${REFERENCE}`,
    ])
  })

  it('each step once, over restarts too; a withdrawal and a new consent are news', () => {
    const room = openHost([quote('a')])
    room.paint()
    told(room)
    const again = room.killAndRestart()
    again.paint()
    expect(told(again)).toHaveLength(2)
    again.index.set([quote('a', { consent: undefined })])
    again.host.indexChanged()
    again.index.set([quote('a', { consent: { public_source: 'The annual report' } })])
    again.host.indexChanged()
    expect(told(again).slice(2)).toEqual([
      'withheld | quotes/a | default | ',
      'showable | quotes/a | default | public source',
    ])
  })

  it('nothing of what waits for its consent, and no word of anybody', () => {
    const words = 'Said in confidence'
    const room = openHost([quote('a', { consent: undefined }, words), quote('b', {}, words)])
    room.show(2)
    expect(told(room).join('\n')).not.toMatch(/confidence|Title|quotes\/a/)
  })

  it('an item that is gone, and its plays under no title', () => {
    const room = openHost([quote('a'), quote('b')])
    room.show(2)
    room.index.set([quote('b')])
    room.index.gone = [{ id: 'quotes/a', what: 'erased' }]
    room.host.indexChanged()
    expect(told(room).at(-1)).toBe('erased | quotes/a | default | ')
    expect(room.plays().find(({ item_id }) => item_id === 'quotes/a')).toMatchObject({ title: 'Erased' })
    expect(room.plays().find(({ item_id }) => item_id === 'quotes/b')).toMatchObject({ title: 'Title of b' })
  })
})

describe('a clock that was set too late', () => {
  const DAY = 86_400_000

  it('is told at once and stays told; dates are judged as of it until somebody vouches for the clock', () => {
    const room = openHost([quote('a', { until: '2027-06-30' })], { timezone: 'UTC' })
    room.clock.setNow(START + 4_000 * DAY)
    room.clock.pass(60_000)
    expect(room.snapshot.wall.type).toBe('withheld')
    expect(room.health()).toContain('clock-leap')
    room.clock.setNow(START + DAY)
    room.clock.pass(60_000)
    const again = room.killAndRestart()
    again.clock.pass(60_000)
    expect(again.snapshot.wall.type).toBe('withheld')
    again.host.indexChanged()
    expect(again.snapshot.problems[0]?.message).toMatch(/The clock of this machine says 2026-11-03/)
    again.host.handlers.trustClock({ by: 'Research' })
    expect(again.snapshot.wall.type).toBe('play')
    expect(again.snapshot.problems).toEqual([])
    expect(again.killAndRestart().snapshot.wall.type).toBe('play')
  })

  it('a machine that slept shows nothing that ended meanwhile, also before its first minute is over', () => {
    const room = openHost([quote('a', { until: '2026-11-02' })], { timezone: 'UTC' })
    expect(room.play).toBeDefined()
    room.clock.setNow(START + 3 * DAY)
    expect(room.snapshot.wall.type).toBe('withheld')
  })
})
