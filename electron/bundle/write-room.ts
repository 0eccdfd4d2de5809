import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import type { Item, Media } from '../../renderer/core/item.ts'
import { cacheFile } from '../library/derive/cache.ts'
import { MIGRATIONS } from '../library/migrations.ts'
import { indexFile } from '../library/store.ts'
import { type Db, openDatabase } from '../sqlite.ts'
import { BUNDLE_VERSION, MANIFEST, type Manifest, sealed, sha256 } from './manifest.ts'
import type { ReducedRoom } from './reduce.ts'

/** The sealed room: an index that never held anything else, and the derived files of what is in it. */

export interface WriteOptions {
  /** Empty, or not there yet. */
  readonly folder: string
  /** Where the derived files are. */
  readonly dataDir: string
  readonly now: number
  readonly until: string
  readonly revision: string
}

/** All files were read from one place, as far as anybody outside is told. */
const UNIT = 'room'

export function writeRoom(room: ReducedRoom, options: WriteOptions): Manifest {
  const { folder, dataDir, now, until, revision } = options
  mkdirSync(folder, { recursive: true })
  writeIndex(folder, room)
  const files = [indexFile(folder)]
  for (const hash of new Set(room.items.flatMap(({ item }) => mediaOf(item).map(({ hash }) => hash)))) {
    const copy = cacheFile(folder, hash)
    mkdirSync(dirname(copy), { recursive: true })
    copyFileSync(cacheFile(dataDir, hash), copy)
    files.push(copy)
  }
  const manifest = sealed({
    bundle: BUNDLE_VERSION,
    id: randomUUID(),
    made: new Date(now).toISOString(),
    until,
    room: room.curation.name,
    revision,
    items: room.items.length,
    files: Object.fromEntries(
      files.map((file) => [relative(folder, file).split(sep).join('/'), printOf(file)]),
    ),
  })
  writeFileSync(join(folder, MANIFEST), `${JSON.stringify(manifest, undefined, 1)}\n`)
  return manifest
}

function printOf(file: string): Manifest['files'][string] {
  return { bytes: statSync(file).size, sha256: sha256(readFileSync(file)) }
}

function mediaOf({ media }: Item): readonly Media[] {
  return Object.values(media)
}

/** Without a log beside it, so that it is read from a medium that nobody can write on. */
function writeIndex(folder: string, room: ReducedRoom): void {
  const db = openDatabase(indexFile(folder), { isLock: true })
  try {
    db.transaction(() => {
      for (const step of MIGRATIONS) db.exec(step)
      db.pragma(`user_version = ${MIGRATIONS.length}`)
      fill(db, room)
    })()
    db.exec('VACUUM')
  } finally {
    db.close()
  }
}

function fill(db: Db, { curation, items }: ReducedRoom): void {
  const meta = db.prepare('INSERT INTO meta VALUES (?, ?)')
  meta.run('revision', '1')
  meta.run('curation', JSON.stringify(curation))
  db.prepare('INSERT INTO units VALUES (?, 1)').run(UNIT)
  const put = db.prepare(
    `INSERT INTO items (id, unit, seq, line, kind, print, stale, read_at, revision, card, item)
     VALUES (?, ?, ?, 1, ?, '', 0, 0, 1, ?, ?)`,
  )
  const derive = db.prepare('INSERT OR IGNORE INTO derived VALUES (?, ?, ?)')
  const use = db.prepare('INSERT OR IGNORE INTO uses VALUES (?, ?)')
  for (const [seq, { item, card }] of items.entries()) {
    put.run(item.id, UNIT, seq, item.kind, JSON.stringify(card), JSON.stringify(item))
    for (const media of mediaOf(item)) {
      derive.run(media.hash, media.hash, JSON.stringify(media))
      use.run(item.id, media.hash)
    }
  }
}
