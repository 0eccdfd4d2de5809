import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FromTheFuture, MIGRATIONS, migrate } from '../../electron/records/migrations.ts'
import { openRecords } from '../../electron/records/open-records.ts'
import type { PaintedPlay, Records } from '../../electron/records/records.ts'
import { scrubNow } from '../../electron/records/scrub.ts'
import { sturdyRecords } from '../../electron/records/sturdy-records.ts'
import { openDatabase } from '../../electron/sqlite.ts'
import { newMemory, type PlayerMemory, type PlayerRules } from '../../renderer/core/player-state.ts'
import { Rotation } from '../../renderer/core/rotation/rotation.ts'
import { card } from '../cards.ts'
import { START } from './fake-clock.ts'
import { tempDir } from './temp.ts'

function open(file: string, now = START): Records {
  const records = openRecords(file, now)
  onTestFinished(() => records.close())
  return records
}

/** What an auditor reads beside the running wall. */
function rows(file: string, sql: string): unknown[] {
  const db = openDatabase(file, { readonly: true })
  try {
    return db.prepare(sql).all()
  } finally {
    db.close()
  }
}

function change(file: string, sql: string): void {
  const db = openDatabase(file)
  db.exec(sql)
  db.close()
}

const RULES: PlayerRules = {
  mode: 'corridor',
  bounds: { minMs: 8_000, maxMs: 60_000 },
  order: 'shuffle',
  share: 'turns',
  promises: [],
}

function play(number: number): PaintedPlay {
  const paintedAt = START + number * 10_000
  return {
    playId: `7-${number}`,
    screen: 'default',
    itemId: `quotes/${number}`,
    kind: 'quote',
    title: `Quote ${number}`,
    part: 0,
    paintedAt,
  }
}

describe('the record', () => {
  it('writes a play once, and ends it once', () => {
    const file = join(tempDir(), 'room.db')
    const records = open(file)
    records.painted(play(1))
    records.painted({ ...play(1), title: 'Another title', paintedAt: START + 99_999 })
    records.ended('7-1', START + 20_000, 'shown')
    records.ended('7-1', START + 50_000, 'failed')
    expect(rows(file, 'SELECT * FROM plays')).toEqual([
      {
        play_id: '7-1',
        screen: 'default',
        item_id: 'quotes/1',
        kind: 'quote',
        title: 'Quote 1',
        part: 0,
        painted_at: START + 10_000,
        ended_at: START + 20_000,
        end_reason: 'shown',
      },
    ])
  })

  it('never gives a play a negative length', () => {
    const file = join(tempDir(), 'room.db')
    const records = open(file)
    records.painted(play(1))
    records.ended('7-1', START - 3_600_000, 'shown')
    expect(rows(file, 'SELECT ended_at - painted_at AS length FROM plays')).toEqual([{ length: 0 }])
  })

  it('closes what was open when the process died, at the last time it was known alive', () => {
    const file = join(tempDir(), 'room.db')
    const before = openRecords(file, START)
    before.painted(play(1))
    before.painted({ ...play(2), screen: 'lobby' })
    before.tick(START + 15_000)
    before.close()

    const records = open(file)
    expect(records.closeOpenPlays('default')).toBe(1)
    expect(rows(file, 'SELECT play_id, ended_at, end_reason FROM plays ORDER BY play_id')).toEqual([
      { play_id: '7-1', ended_at: START + 15_000, end_reason: 'interrupted' },
      { play_id: '7-2', ended_at: null, end_reason: null },
    ])
  })

  it('keeps the place of each screen, and begins anew where it makes no sense', () => {
    const file = join(tempDir(), 'room.db')
    const records = open(file)
    const rotation = new Rotation(7, RULES)
    const ids = Array.from({ length: 90 }, (_, number) => `quotes/${number}`)
    for (const id of ids) rotation.join(card(id), 0)
    const keep = (): PlayerMemory => {
      const pick = rotation.pick(0)
      if (pick) rotation.take(pick, 0)
      const memory = { ...newMemory(7), serial: 31, next: rotation.pick(0), rotation: rotation.memory() }
      records.remember('default', memory, rotation.changes())
      return memory
    }
    for (let turn = 1; turn <= 100; turn += 1) {
      const memory = keep()
      expect(records.memory('default')?.memory).toEqual(memory)
      expect(records.memory('default')?.turns).toHaveLength(Math.min(turn, ids.length))
    }
    for (const id of ids) rotation.leave(id)
    rotation.join(card('quotes/late'), 0)
    for (let turn = 0; turn < 80; turn += 1) keep()
    // Who is away and whose place is over is forgotten.
    expect(records.memory('default')?.turns.length).toBeLessThan(10)
    records.remember('older', newMemory(1), [])
    change(
      file,
      `UPDATE player SET memory = '{"seed":7,"pass":2,"played":["a"],"serial":31}' WHERE screen = 'older'`,
    )
    expect(records.memory('older')).toEqual({ memory: { ...newMemory(7), serial: 31 }, turns: [] })
    expect(records.memory('lobby')).toBeUndefined()
    change(file, `UPDATE player SET memory = '{"seed":"x"'`)
    expect(records.memory('default')).toBeUndefined()
  })

  it('remembers the highest time', () => {
    const file = join(tempDir(), 'room.db')
    const before = openRecords(file, START)
    expect(before.clock()).toEqual({ highest: 0, latest: 0 })
    before.tick(START)
    before.tick(START - 86_400_000)
    before.close()
    expect(open(file).clock()).toEqual({ highest: START, latest: START - 86_400_000 })
  })

  it('writes several things as one', () => {
    const file = join(tempDir(), 'room.db')
    const records = open(file)
    const half = (): void =>
      records.together(() => {
        records.painted(play(1))
        throw new Error('the power went')
      })
    expect(half).toThrow('the power went')
    expect(rows(file, 'SELECT * FROM plays')).toEqual([])
  })

  it('counts what was noted since a time', () => {
    const records = open(join(tempDir(), 'room.db'))
    for (const at of [START, START + 1, START + 2]) records.note(at, 'wall-relaunch', 'x')
    records.note(START + 2, 'wall-reloaded', 'x')
    expect(records.noted('wall-relaunch', START + 1)).toBe(2)
  })

  it('sets a damaged file aside and says so', () => {
    const dir = tempDir()
    const file = join(dir, 'room.db')
    writeFileSync(file, 'this is no database, but it was somebody’s')
    open(file)
    const kept = readdirSync(dir).find((name) => name.startsWith('room.db.damaged-2026-11-02T09-00-00'))
    expect(readFileSync(join(dir, kept ?? ''), 'utf8')).toContain('somebody’s')
    expect(rows(file, 'SELECT what FROM health')).toEqual([{ what: 'record-damaged' }])
  })

  it('sees damage in the middle of a file', () => {
    const file = join(tempDir(), 'room.db')
    const before = openRecords(file, START)
    for (let number = 0; number < 500; number += 1) before.painted(play(number))
    before.close()
    const bytes = readFileSync(file)
    bytes.fill(0x5a, 4096 * 3, 4096 * 6)
    writeFileSync(file, bytes)
    open(file)
    expect(rows(file, 'SELECT what FROM health')).toEqual([{ what: 'record-damaged' }])
  })

  it('refuses a file from the future and leaves it as it is', () => {
    const file = join(tempDir(), 'room.db')
    const db = openDatabase(file)
    db.pragma('user_version = 999')
    db.close()
    expect(() => openRecords(file, START)).toThrow(FromTheFuture)
    expect(() => openRecords(file, START)).toThrow(/newer version.*--data/)
  })

  it('takes a migration whole or not at all', () => {
    const db = openDatabase(join(tempDir(), 'room.db'))
    onTestFinished(() => void db.close())
    expect(() => migrate(db, [...MIGRATIONS, 'CREATE TABLE more (x) STRICT'])).toThrow()
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length)
    migrate(db, [...MIGRATIONS, 'CREATE TABLE more (x INTEGER) STRICT'])
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length + 1)
  })

  it('lets the wall go on when the disk cannot be written', () => {
    const closed = openRecords(join(tempDir(), 'room.db'), START)
    closed.close()
    const told: string[] = []
    const records = sturdyRecords(closed, (message) => told.push(message))
    records.painted(play(1))
    records.together(() => records.tick(START))
    expect(told).toHaveLength(2)
    expect(told[0]).toContain('room.db cannot be written')
  })
})

describe('titles that were forgotten', () => {
  /** Rows of unlike lengths that grow when a play ends: cells are moved about, and pages divided. */
  function played(records: Records): string[] {
    const secret = (number: number): string => `Geheimnis${number} ${'von Frau Kurz '.repeat(number % 9)}`
    const numbers = Array.from({ length: 900 }, (_, number) => (number * 577) % 900)
    for (const number of numbers) records.painted({ ...play(number), title: secret(number) })
    for (const number of numbers.toReversed()) records.ended(`7-${number}`, START + 20_000_000, 'interrupted')
    return numbers.map((number) => `quotes/${number}`)
  }

  const left = (file: string): number =>
    ['', '-wal'].reduce((sum, end) => {
      const text = readFileSync(file + end, 'latin1')
      return sum + (text.match(/Geheimnis|Frau Kurz/g)?.length ?? 0)
    }, 0)

  it('are in no place of the file, nor of its log', () => {
    const file = join(tempDir(), 'room.db')
    const records = open(file)
    records.forgetTitles(played(records))
    expect(left(file)).toBe(0)
    expect(rows(file, "SELECT count(*) AS n FROM plays WHERE title = 'Erased'")).toEqual([{ n: 900 }])
    expect(rows(file, 'SELECT * FROM scrub_due')).toEqual([])
  })

  it('are gone with the next start where the file could not be written anew', () => {
    const file = join(tempDir(), 'room.db')
    const records = openRecords(file, START)
    played(records)
    records.close()
    const db = openDatabase(file)
    db.pragma('secure_delete = ON')
    db.exec("UPDATE plays SET title = 'Erased'; INSERT INTO scrub_due VALUES (1)")
    // As a record of years would: it is too large to be written anew while a slide is on.
    scrubNow(db, 0)
    db.close()
    expect(rows(file, 'SELECT * FROM scrub_due')).toHaveLength(1)
    open(file)
    expect(left(file)).toBe(0)
    expect(rows(file, 'SELECT * FROM scrub_due')).toEqual([])
  })

  it('stay due while somebody else writes', () => {
    const file = join(tempDir(), 'room.db')
    const records = open(file)
    records.painted(play(1))
    const [db, other] = [openDatabase(file), openDatabase(file)]
    db.pragma('busy_timeout = 10')
    db.exec('INSERT INTO scrub_due VALUES (1)')
    other.exec('BEGIN IMMEDIATE')
    scrubNow(db)
    expect(rows(file, 'SELECT * FROM scrub_due')).toHaveLength(1)
    other.exec('ROLLBACK')
    scrubNow(db)
    expect(rows(file, 'SELECT * FROM scrub_due')).toEqual([])
    db.close()
    other.close()
  })
})
