import type { Database } from 'better-sqlite3'

/** Each entry takes room.db from the version before it to its own; entries are only ever added, never edited. */
export const MIGRATIONS: readonly string[] = [
  `CREATE TABLE plays (
     play_id TEXT PRIMARY KEY,
     screen TEXT NOT NULL,
     item_id TEXT NOT NULL,
     kind TEXT NOT NULL,
     title TEXT NOT NULL,
     part INTEGER NOT NULL,
     painted_at INTEGER NOT NULL,
     ended_at INTEGER,
     end_reason TEXT CHECK (end_reason IN ('shown', 'interrupted', 'withdrawn', 'failed'))
   ) STRICT;
   CREATE INDEX plays_by_time ON plays (painted_at);
   CREATE INDEX plays_open ON plays (play_id) WHERE ended_at IS NULL;
   CREATE TABLE health (
     at INTEGER NOT NULL,
     what TEXT NOT NULL,
     detail TEXT NOT NULL
   ) STRICT;
   CREATE INDEX health_by_what ON health (what, at);
   CREATE TABLE player (
     screen TEXT PRIMARY KEY,
     memory TEXT NOT NULL
   ) STRICT;
   CREATE TABLE room (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     folder TEXT NOT NULL
   ) STRICT;
   CREATE TABLE clock (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     highest INTEGER NOT NULL,
     latest INTEGER NOT NULL
   ) STRICT;`,
  // The audit: rows are only ever added. Each holds the hash of the one before it, and the head says where the chain ends.
  `CREATE TABLE audit (
     seq INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     what TEXT NOT NULL,
     item_id TEXT NOT NULL,
     screen TEXT NOT NULL,
     reference TEXT NOT NULL,
     previous TEXT NOT NULL,
     hash TEXT NOT NULL UNIQUE
   ) STRICT;
   CREATE INDEX audit_by_item ON audit (item_id, seq);
   CREATE TABLE audit_head (
     only INTEGER PRIMARY KEY CHECK (only = 1),
     seq INTEGER NOT NULL,
     hash TEXT NOT NULL
   ) STRICT;
   INSERT INTO audit_head VALUES (1, 0, '');
   CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit
     BEGIN SELECT raise(ABORT, 'audit rows are never deleted'); END;
   CREATE TRIGGER audit_is_fixed BEFORE UPDATE ON audit
     BEGIN SELECT raise(ABORT, 'audit rows are never changed'); END;
   CREATE TRIGGER audit_goes_on BEFORE INSERT ON audit
     WHEN new.seq <> (SELECT seq + 1 FROM audit_head) OR new.previous <> (SELECT hash FROM audit_head)
     BEGIN SELECT raise(ABORT, 'an audit row follows the last one'); END;
   CREATE TRIGGER audit_has_head AFTER INSERT ON audit
     BEGIN UPDATE audit_head SET seq = new.seq, hash = new.hash; END;
   CREATE TRIGGER audit_head_is_kept BEFORE DELETE ON audit_head
     BEGIN SELECT raise(ABORT, 'the audit has a head'); END;
   CREATE TRIGGER audit_head_goes_on BEFORE UPDATE ON audit_head
     WHEN new.seq <> old.seq + 1 OR NOT EXISTS (SELECT 1 FROM audit WHERE seq = new.seq AND hash = new.hash)
     BEGIN SELECT raise(ABORT, 'the head of the audit is its last row'); END;
   -- Where each item stands on each screen by the audit: so that only what changes is written.
   CREATE TABLE audit_state (
     item_id TEXT NOT NULL,
     screen TEXT NOT NULL,
     what TEXT NOT NULL,
     reference TEXT NOT NULL,
     shown INTEGER NOT NULL,
     PRIMARY KEY (item_id, screen)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX plays_by_item ON plays (item_id);`,
  // A row while words that were forgotten may still lie in old places of the file.
  `CREATE TABLE scrub_due (only INTEGER PRIMARY KEY CHECK (only = 1)) STRICT;`,
  // Where each item is in its rounds: one small row is written with a slide, however large the room.
  `CREATE TABLE turns (
     screen TEXT NOT NULL,
     item_id TEXT NOT NULL,
     due REAL NOT NULL,
     last INTEGER NOT NULL,
     PRIMARY KEY (screen, item_id)
   ) STRICT, WITHOUT ROWID;`,
  // How often each item was on: a list of 100,000 items that is sorted by it need not count the plays of years.
  `CREATE TABLE play_totals (
     item_id TEXT NOT NULL,
     screen TEXT NOT NULL,
     plays INTEGER NOT NULL,
     last_at INTEGER NOT NULL,
     PRIMARY KEY (item_id, screen)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX play_totals_by_screen ON play_totals (screen, last_at);
   INSERT INTO play_totals SELECT item_id, screen, count(*), max(painted_at) FROM plays GROUP BY item_id, screen;
   CREATE TRIGGER plays_are_counted AFTER INSERT ON plays
     BEGIN INSERT INTO play_totals VALUES (new.item_id, new.screen, 1, new.painted_at)
       ON CONFLICT DO UPDATE SET plays = plays + 1, last_at = max(last_at, excluded.last_at); END;`,
  // Meetings around the customer chair: no names, and of the evidence only which items it was.
  `CREATE TABLE meetings (
     meeting INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     day TEXT NOT NULL,
     screen TEXT NOT NULL,
     persona_id TEXT NOT NULL,
     topic TEXT NOT NULL,
     question TEXT NOT NULL,
     -- JSON lists.
     guesses TEXT NOT NULL,
     evidence TEXT NOT NULL,
     guess REAL,
     figure REAL,
     figure_id TEXT,
     commitment_path TEXT
   ) STRICT;
   CREATE INDEX meetings_by_gap ON meetings (persona_id, at) WHERE guess IS NOT NULL AND figure IS NOT NULL;
   CREATE TABLE due_answers (
     item_id TEXT NOT NULL,
     at INTEGER NOT NULL,
     day TEXT NOT NULL,
     answer TEXT NOT NULL
   ) STRICT;
   CREATE INDEX due_answers_by_item ON due_answers (item_id, day);
   -- Pages in the folder that quote items: who is erased is taken out of them too.
   CREATE TABLE receipts (
     path TEXT NOT NULL,
     hash TEXT NOT NULL,
     item_id TEXT NOT NULL,
     PRIMARY KEY (item_id, path)
   ) STRICT, WITHOUT ROWID;
   -- What could not be written into the folder yet: a read-only folder or a full disk loses nothing.
   CREATE TABLE chair_waiting (
     entry INTEGER PRIMARY KEY,
     at INTEGER NOT NULL,
     what TEXT NOT NULL
   ) STRICT;`,
]

/** The file was written by a newer version of the product: it is left as it is. */
export class FromTheFuture extends Error {}

/** Brings a database to the newest version, each step whole or not at all. Throws FromTheFuture. */
export function migrate(db: Database, migrations: readonly string[] = MIGRATIONS): void {
  const version = Number(db.pragma('user_version', { simple: true }))
  if (version > migrations.length) {
    throw new FromTheFuture(
      `The record ${db.name} was written by a newer version of Customer Room (its version ${version}, ours ` +
        `${migrations.length}). Start that version again, or give another folder with --data.`,
    )
  }
  for (const [index, sql] of migrations.entries()) {
    if (index < version) continue
    // IMMEDIATE: two starts at once must not both see the old version.
    db.transaction(() => {
      db.exec(sql)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}
