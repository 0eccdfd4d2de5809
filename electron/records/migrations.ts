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
