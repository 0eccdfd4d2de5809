import type { Database } from 'better-sqlite3'
import type { GapPoint } from '../../renderer/core/chair/view.ts'

/** Meetings around the customer chair, what was answered about promises, and what waits to be written into the folder. */

export interface KeptMeeting {
  /** ms since 1970 UTC */
  readonly at: number
  /** `YYYY-MM-DD` in the room's own time. */
  readonly day: string
  readonly screen: string
  readonly personaId: string
  readonly topic: string
  readonly question: string
  readonly guesses: readonly number[]
  /** Ids of the items that were revealed. */
  readonly evidence: readonly string[]
  /** Mean of the guesses, 0..10. */
  readonly guess?: number | undefined
  readonly figure?: { readonly value: number; readonly itemId: string } | undefined
}

export interface KeptAnswer {
  readonly itemId: string
  readonly at: number
  readonly day: string
  readonly answer: string
}

export interface KeptReceipt {
  readonly path: string
  readonly hash: string
}

export interface MeetingRecords {
  /** Returns its number, 0 where the record cannot be written. */
  meeting(meeting: KeptMeeting): number
  /** The promise of a meeting is in the folder. */
  meetingPath(meeting: number, path: string): void
  /** Meetings with this persona that had both a guess and a figure: the latest so many, the oldest first. */
  gaps(personaId: string, most: number): readonly GapPoint[]
  dueAnswer(answer: KeptAnswer): void
  /** Promises that somebody answered for on this day. */
  answeredOn(day: string): ReadonlySet<string>
  /** A page in the folder quotes these items; `hash` is of its bytes. */
  keepReceipt(receipt: KeptReceipt, items: readonly string[]): void
  /** Pages that quote one of these items. */
  receiptsWith(items: readonly string[]): readonly KeptReceipt[]
  forgetReceipt(path: string): void
  /** Keeps what could not be written; returns its number. */
  wait(at: number, what: string): number
  waiting(): readonly { readonly entry: number; readonly what: string }[]
  doneWaiting(entry: number): void
}

export function meetingRecords(db: Database): MeetingRecords {
  const insert = db.prepare<[Record<string, unknown>]>(
    `INSERT INTO meetings (at, day, screen, persona_id, topic, question, guesses, evidence, guess, figure, figure_id)
     VALUES (@at, @day, @screen, @personaId, @topic, @question, @guesses, @evidence, @guess, @figure, @figureId)`,
  )
  const path = db.prepare<[string, number]>('UPDATE meetings SET commitment_path = ? WHERE meeting = ?')
  const gaps = db.prepare<[string, number], GapPoint>(
    `SELECT day, guess, figure FROM meetings WHERE persona_id = ? AND guess IS NOT NULL AND figure IS NOT NULL
     ORDER BY at DESC, meeting DESC LIMIT ?`,
  )
  const answer = db.prepare<[KeptAnswer]>(
    'INSERT INTO due_answers (item_id, at, day, answer) VALUES (@itemId, @at, @day, @answer)',
  )
  const answered = db.prepare<[string], { id: string }>(
    'SELECT DISTINCT item_id AS id FROM due_answers WHERE day = ?',
  )
  const receipt = db.prepare<[string, string, string]>(
    'INSERT INTO receipts (path, hash, item_id) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET hash = excluded.hash',
  )
  const receipts = db.prepare<[string], KeptReceipt>('SELECT path, hash FROM receipts WHERE item_id = ?')
  const receiptGone = db.prepare<[string]>('DELETE FROM receipts WHERE path = ?')
  const wait = db.prepare<[number, string]>('INSERT INTO chair_waiting (at, what) VALUES (?, ?)')
  const waiting = db.prepare<[], { entry: number; what: string }>(
    'SELECT entry, what FROM chair_waiting ORDER BY entry',
  )
  const done = db.prepare<[number]>('DELETE FROM chair_waiting WHERE entry = ?')
  return {
    meeting({ guesses, evidence, guess, figure, ...kept }) {
      const { lastInsertRowid } = insert.run({
        ...kept,
        guesses: JSON.stringify(guesses),
        evidence: JSON.stringify(evidence),
        guess: guess ?? null,
        figure: figure?.value ?? null,
        figureId: figure?.itemId ?? null,
      })
      return Number(lastInsertRowid)
    },
    meetingPath: (meeting, file) => void path.run(file, meeting),
    gaps: (personaId, most) => gaps.all(personaId, most).toReversed(),
    dueAnswer: (kept) => void answer.run(kept),
    answeredOn: (day) => new Set(answered.all(day).map(({ id }) => id)),
    keepReceipt({ path, hash }, items) {
      db.transaction(() => {
        for (const item of items) receipt.run(path, hash, item)
      })()
    },
    receiptsWith: (items) => [
      ...new Map(items.flatMap((id) => receipts.all(id)).map((kept) => [kept.path, kept])).values(),
    ],
    forgetReceipt: (path) => void receiptGone.run(path),
    wait: (at, what) => Number(wait.run(at, what).lastInsertRowid),
    waiting: () => waiting.all(),
    doneWaiting: (entry) => void done.run(entry),
  }
}
