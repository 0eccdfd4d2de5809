import { statSync } from 'node:fs'
import { isLongTerm } from '../../renderer/core/search-text.ts'
import { type Db, openDatabase } from '../sqlite.ts'
import { SEARCH_VERSION, searchFile, shortToken } from './search-file.ts'

/** A document by its number; its words were found in its head (title, place) or in its body. */
export interface FoundDoc {
  readonly doc: number
  readonly id: string
}

/** The host's read-only view of search.db. While it is missing or of another version, it holds nothing. */
export interface SearchReader {
  /** Grows with each change; another file has another one. */
  generation(): string
  /** The revision of the index that it knows whole; -1 before it knows any. */
  revision(): number
  /** Documents that came or changed their id after a generation, in their order, at most so many. */
  docsAfter(
    generation: number,
    doc: number,
    most: number,
  ): readonly (FoundDoc & { readonly generation: number })[]
  /** Rows that hold a folded term: twice a document's number for its head, one more for its body. */
  rowsOf(term: string): readonly number[]
  /** Tells the ids of documents, one by one, by their numbers; to be used at once. */
  idReader(): (doc: number) => string | undefined
  has(id: string): boolean
  /** False while words that were taken out have yet to be overwritten where they lay. */
  isScrubbed(): boolean
  close(): void
}

export function openSearchReader(dataDir: string): SearchReader {
  let open: { db: Db; inode: number } | undefined

  function close(): void {
    open?.db.close()
    open = undefined
  }

  function opened(): Db | undefined {
    const file = searchFile(dataDir)
    const inode = statSync(file, { throwIfNoEntry: false })?.ino
    if (inode === undefined) return undefined
    if (open?.inode === inode) return open.db
    close()
    const db = openDatabase(file, { readonly: true, fileMustExist: true })
    if (Number(db.pragma('user_version', { simple: true })) !== SEARCH_VERSION) {
      db.close()
      return undefined
    }
    open = { db, inode }
    return db
  }

  /** A file that fails is thrown away by its writer; the next question opens another. */
  function ask<Answer>(question: (db: Db) => Answer, otherwise: Answer): Answer {
    try {
      const db = opened()
      return db ? question(db) : otherwise
    } catch {
      close()
      return otherwise
    }
  }

  const meta = (db: Db, key: string): string =>
    db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck().get(key) ?? ''

  return {
    generation: () => ask((db) => `${open?.inode} ${meta(db, 'generation')}`, ''),
    revision: () => ask((db) => Number(meta(db, 'revision') || -1), -1),
    docsAfter: (generation, doc, most) =>
      ask(
        (db) =>
          db
            .prepare<[number, number, number], FoundDoc & { generation: number }>(
              'SELECT doc, id, generation FROM docs WHERE (generation, doc) > (?, ?) ORDER BY generation, doc LIMIT ?',
            )
            .all(generation, doc, most),
        [],
      ),
    rowsOf: (term) =>
      ask((db) => {
        // Folded terms hold letters, marks, digits and spaces: nothing that would be an operator between quotation marks.
        const [table, words] = isLongTerm(term) ? ['long', term] : ['short', shortToken(term)]
        return db
          .prepare<[string], number>(`SELECT rowid FROM ${table} WHERE ${table} MATCH ?`)
          .pluck()
          .all(`"${words}"`)
      }, []),
    idReader: () =>
      ask<(doc: number) => string | undefined>(
        (db) => {
          const one = db.prepare<[number], string>('SELECT id FROM docs WHERE doc = ?').pluck()
          return (doc: number): string | undefined => {
            try {
              return one.get(doc)
            } catch {
              return undefined
            }
          }
        },
        () => undefined,
      ),
    has: (id) =>
      ask(
        (db) => db.prepare<[string], number>('SELECT 1 FROM docs WHERE id = ? LIMIT 1').pluck().get(id) === 1,
        false,
      ),
    isScrubbed: () => ask((db) => meta(db, 'scrub') !== 'due', true),
    close,
  }
}
