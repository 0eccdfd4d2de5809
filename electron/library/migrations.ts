/**
 * The steps of index.db, in order; `user_version` counts those that were taken. The index is derived: a file from a
 * later version, or a damaged one, is deleted and built again from the folder.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- The folder as it was last seen. hash is NULL until the file has been read.
  CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, mtime REAL NOT NULL, inode REAL NOT NULL, hash TEXT
  ) STRICT, WITHOUT ROWID;

  -- Units that have to be read (again): written with what the walk found, so that a kill loses no work.
  CREATE TABLE dirty (unit TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

  -- Files that a unit was made from; there = 0 where one was looked for in vain.
  CREATE TABLE deps (
    unit TEXT NOT NULL, path TEXT NOT NULL, there INTEGER NOT NULL, PRIMARY KEY (unit, path)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX deps_path ON deps (path);

  CREATE TABLE items (
    id TEXT PRIMARY KEY, unit TEXT NOT NULL, seq INTEGER NOT NULL, line INTEGER NOT NULL,
    kind TEXT NOT NULL,
    print TEXT NOT NULL,          -- of everything the item was made from: equal prints need no reading
    stale INTEGER NOT NULL,       -- 1: the last good version, kept while its file is broken
    read_at REAL NOT NULL,        -- change time of the file it was made from, ms
    revision INTEGER NOT NULL, card TEXT NOT NULL, item TEXT NOT NULL
  ) STRICT;
  CREATE INDEX items_unit ON items (unit, seq);

  -- Ids that a second place claims too: read again when the first place lets go.
  CREATE TABLE rivals (id TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (id, unit)) STRICT, WITHOUT ROWID;

  CREATE TABLE problems (
    scope TEXT NOT NULL, seq INTEGER NOT NULL, path TEXT NOT NULL, line INTEGER, field TEXT,
    severity TEXT NOT NULL, message TEXT NOT NULL, hint TEXT NOT NULL, PRIMARY KEY (scope, seq)
  ) STRICT, WITHOUT ROWID;

  -- Derived files by what was asked for; several wishes may have the same bytes.
  CREATE TABLE derived (key TEXT PRIMARY KEY, hash TEXT NOT NULL, media TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX derived_hash ON derived (hash);
  CREATE TABLE uses (item TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (item, key)) STRICT, WITHOUT ROWID;
  CREATE INDEX uses_key ON uses (key);

  -- Files that ended the process while they were read, by content.
  CREATE TABLE suspects (hash TEXT PRIMARY KEY, path TEXT NOT NULL, times INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- Items that are no more, by their id alone: the host forgets them too.
  CREATE TABLE gone (id TEXT PRIMARY KEY, unit TEXT NOT NULL, what TEXT NOT NULL) STRICT, WITHOUT ROWID;
  `,
  `
  -- Units in a folder that may not be opened, to be read as soon as it may.
  CREATE TABLE hidden (unit TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
  `,
  `
  -- All that the host asks of every item after each change: it need not touch the items themselves, which are long.
  CREATE INDEX items_order ON items (unit, seq, id, revision, line);
  DROP INDEX items_unit;
  `,
  `
  -- The revision that a unit's items, or their order, changed with last: a reader looks at those units alone.
  CREATE TABLE units (unit TEXT PRIMARY KEY, revision INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX units_revision ON units (revision);
  INSERT INTO units SELECT unit, max(revision) FROM items GROUP BY unit;
  `,
  `
  -- What is the matter, in a word of ours.
  ALTER TABLE problems ADD COLUMN code TEXT;
  `,
]
