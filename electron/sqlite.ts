import Database from 'better-sqlite3'

export type Db = Database.Database

/** Options of better-sqlite3 that our databases need. */
export interface OpenOptions {
  readonly readonly?: boolean
  /** Refuse to make a new file. */
  readonly fileMustExist?: boolean
  /** Wait this long for another connection's lock, ms. */
  readonly timeout?: number
  /** Size of a page of a new file, bytes: a power of two from 512 to 65,536. */
  readonly pageBytes?: number
  /** Leave the file as it is, without a log beside it: one that is only there to be locked. */
  readonly isLock?: boolean
}

/** First Node-API version that the packaged native module can be loaded with. */
const NODE_API = 10

/**
 * Opens a database file, with foreign keys on and, where it may write, in WAL mode.
 * Throws what SQLite throws: a missing folder, a damaged file, a locked one.
 */
export function openDatabase(file: string, options: OpenOptions = {}): Db {
  const { pageBytes, isLock, ...others } = options
  const nativeBinding = olderRuntimeBinding()
  const db = new Database(file, {
    timeout: 5_000,
    ...others,
    ...(nativeBinding === undefined ? {} : { nativeBinding }),
  })
  try {
    if (pageBytes !== undefined) db.pragma(`page_size = ${pageBytes}`)
    if (!options.readonly && !isLock) db.pragma('journal_mode = WAL')
    db.pragma('foreign_keys = ON')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** The packaged binary kills a runtime with an older Node-API without a word; tests on one name a build of their own. */
function olderRuntimeBinding(): string | undefined {
  if (Number(process.versions['napi']) >= NODE_API) return undefined
  return process.env['CUSTOMER_ROOM_SQLITE_BINDING']
}
