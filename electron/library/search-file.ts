import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Db, openDatabase } from '../sqlite.ts'

/** search.db, beside index.db and made from it: what is looked for by its words. It may be deleted at any time. */

export function searchFile(dataDir: string): string {
  return join(dataDir, 'search.db')
}

export function deleteSearch(dataDir: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(searchFile(dataDir) + suffix, { force: true })
}

/** Counts up when the same items would be found by other words, or are kept in another form: then all is made anew. */
export const SEARCH_VERSION = 1

/**
 * Two indexes over the same texts, as they are folded. `long` has every three signs in a row, so that a term of three or
 * more is found anywhere; `short` has what a term of one or two signs finds. A document has a row for its head (title and
 * place: twice its number) and one for its body (one more).
 */
const SCHEMA = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE docs (
    doc INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    unit TEXT NOT NULL,
    print TEXT NOT NULL,         -- of what it was made from: equal prints have equal words
    turns_at INTEGER,            -- when time alone makes other words of it findable, ms since 1970 UTC
    generation INTEGER NOT NULL, -- the change with which it came
    head TEXT NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX docs_unit ON docs (unit, doc);
  CREATE INDEX docs_generation ON docs (generation);
  CREATE INDEX docs_turns ON docs (turns_at) WHERE turns_at IS NOT NULL;

  CREATE VIRTUAL TABLE long USING fts5 (words, content = '', tokenize = 'trigram case_sensitive 1');
  CREATE VIRTUAL TABLE short USING fts5 (words, content = '', detail = none, columnsize = 0, tokenize = 'ascii');
`

const PAGE_BYTES = 16_384
const CACHE_KB = 8_192

/** Opens search.db for the library, its only writer. Whatever is wrong with it, it is deleted and begun anew. */
export function openSearch(dataDir: string): Db {
  try {
    return prepared(dataDir)
  } catch {
    deleteSearch(dataDir)
    return prepared(dataDir)
  }
}

function prepared(dataDir: string): Db {
  const db = openDatabase(searchFile(dataDir), { pageBytes: PAGE_BYTES })
  try {
    db.pragma(`cache_size = -${CACHE_KB}`)
    db.pragma('synchronous = NORMAL')
    db.pragma('secure_delete = ON')
    db.pragma('wal_autocheckpoint = 0')
    const version = Number(db.pragma('user_version', { simple: true }))
    if (version !== 0 && version !== SEARCH_VERSION) throw new Error('search.db is of another version')
    if (version === 0)
      db.transaction(() => {
        db.exec(SCHEMA)
        db.pragma(`user_version = ${SEARCH_VERSION}`)
      })()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A short term as the index for them has it: its signs by their numbers, since no tokenizer knows all scripts. */
export function shortToken(term: string): string {
  return [...term].map((sign) => (sign.codePointAt(0) ?? 0).toString(36)).join('x')
}
