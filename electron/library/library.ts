import { mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { type WallSize, wallSize } from '../../renderer/core/legibility.ts'
import { openCache } from './derive/cache.ts'
import { mediaThread } from './derive/media-thread-link.ts'
import { type IndexerParts, rescan } from './indexer.ts'
import { InFlightMark } from './inflight.ts'
import { reasonOf } from './problems.ts'
import type { FromLibrary, LibraryOptions } from './protocol.ts'
import { makeStore, type Store } from './queries.ts'
import { type SearchTask, startSearch, syncSearch } from './search-task.ts'
import { Settler } from './settle.ts'
import { deleteIndex, indexInode, isDamage, openIndex } from './store.ts'
import { UnitPlan } from './units.ts'
import { watchFolder } from './watch.ts'

export type Report = (message: FromLibrary) => void

export interface Library {
  /** Looks at the folder at once, without waiting for the watcher; resolves when what it found is in the index. */
  rescan(): Promise<void>
  /** Reads no further until somebody asks for a rescan. What was read before is followed: consent may be taken back there. */
  stop(): void
  /** Ends after the file that is being read. Whatever ends the process from here on, that file is not blamed for it. */
  close(): Promise<void>
  /** The same promise for a process that ends at once. */
  forgive(): void
}

/** A folder that is out of reach is tried again this often, ms. */
const GONE_RETRY_MS = 2_000
/** After trouble of its own (a full disk) the library tries again after this long, ms. */
const TROUBLE_RETRY_MS = 5_000
const CACHE_STAMP = 'cache'
/** Counts up when the same files would make other items, whatever the build says. */
const SETTINGS_VERSION = 4

/** Keeps the index in step with the folder until it is closed. Throws when `dataDir` cannot be written. */
export function openLibrary(options: LibraryOptions, report: Report, guard?: Guard): Library {
  return new WatchedLibrary(options, report, guard)
}

/** Told when the reading of a file begins and ends. */
export interface Guard {
  busy(reading: boolean, bytes?: number): void
}

/** Indexes the folder once, without watching. Rejects when the folder cannot be reached. */
export async function indexOnce(options: LibraryOptions, report: Report = () => {}): Promise<void> {
  const parts = openParts(options, report, {
    interrupted: () => false,
    waiting: () => undefined,
    onReached: () => {},
  })
  try {
    for (;;) {
      const result = await rescan(parts)
      if (!result.reachable)
        throw new Error(`The folder ${options.folder} cannot be reached: ${result.reason}.`)
      if (result.again === undefined) break
      await pause(result.again)
    }
  } finally {
    closeParts(parts)
  }
  if (options.search === true) syncSearch(options.dataDir)
}

class WatchedLibrary implements Library {
  readonly #options: LibraryOptions
  readonly #report: Report
  readonly #guard: Guard | undefined
  readonly #search: SearchTask | undefined
  #parts: IndexerParts
  /** Which file the open index is. */
  #inode: number | undefined
  #watcher: ReturnType<typeof watchFolder> | undefined
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #rung = false
  #closed = false
  #stopped = false
  /** What waits, for looks that began after reading was stopped. */
  #waiting: Set<string> | undefined
  /** Files that wait, as they were told last. */
  #left = 0
  /** Whether it was told how far reading is, so that its end has to be told too. */
  #told = false
  #reachable: boolean | undefined

  constructor(options: LibraryOptions, report: Report, guard: Guard | undefined) {
    this.#options = options
    this.#report = report
    this.#guard = guard
    this.#parts = this.#open()
    this.#search = options.search === false ? undefined : this.#startSearch()
    void this.rescan()
  }

  #startSearch(): SearchTask {
    const search = startSearch({
      dataDir: this.#options.dataDir,
      isBusy: () => this.#running !== undefined,
      onTrouble: (message) => this.#report({ type: 'trouble', message }),
    })
    // What was left to be done when the process ended last.
    search.wake()
    return search
  }

  #open(): IndexerParts {
    const told = (message: FromLibrary): void => {
      this.#report(message)
      if (message.type === 'progress') this.#told = true
      if (message.type === 'revision') this.#search?.wake()
    }
    const parts = openParts(this.#options, told, {
      interrupted: () => this.#rung || this.#closed || (this.#stopped && !this.#waiting),
      waiting: () => this.#waiting,
      // A first reading may take minutes; whoever changes something meanwhile need not wait for its end.
      onReached: () => this.#reached(),
    })
    this.#inode = indexInode(this.#options.dataDir)
    parts.deriver.mark.onChange = (busy, bytes) => this.#guard?.busy(busy, bytes)
    return parts
  }

  rescan(): Promise<void> {
    this.#stopped = false
    return this.#look()
  }

  /** Something may have changed; what waits goes on waiting. */
  #look(): Promise<void> {
    this.#rung = true
    this.#running ??= this.#run()
    return this.#running
  }

  stop(): void {
    // What does not run is not stopped: nobody would know that the next change is read.
    this.#stopped = this.#running !== undefined
  }

  forgive(): void {
    this.#parts.deriver.mark.forgive()
  }

  async close(): Promise<void> {
    this.#closed = true
    this.forgive()
    clearTimeout(this.#timer)
    await this.#running
    await this.#search?.close()
    await this.#watcher?.close()
    closeParts(this.#parts)
  }

  async #run(): Promise<void> {
    while (this.#rung && !this.#closed) {
      this.#rung = false
      clearTimeout(this.#timer)
      const againMs = await this.#once()
      if (againMs === 0) this.#rung = true
      else if (againMs !== undefined && !this.#closed)
        this.#timer = setTimeout(() => void this.#look(), againMs)
    }
    // Before its end is told: whoever hears of it and asks for more is not to be taken for somebody who asked before.
    this.#running = undefined
    if (!this.#closed) this.#rest()
  }

  /** Tells how reading has ended, where it was told before or other files wait now. */
  #rest(): void {
    const left = this.#stopped ? this.#parts.store.dirty().length : 0
    // Where nothing waits nothing is stopped: nobody would know that the next change has to be asked for.
    this.#stopped = left > 0
    if (!this.#told && left === this.#left) return
    this.#told = false
    this.#left = left
    this.#report({ type: 'rest', left })
  }

  /** One rescan; returns when to look again, ms. Whatever goes wrong is reported and tried again, never thrown. */
  async #once(): Promise<number | undefined> {
    try {
      // Somebody deleted it, or put another in its place: nobody would ever read what is written to this one.
      if (indexInode(this.#options.dataDir) !== this.#inode) this.#rebuild()
      this.#waiting = this.#stopped ? (this.#waiting ?? new Set(this.#parts.store.dirty())) : undefined
      const result = await rescan(this.#parts)
      if (!result.reachable) await this.#lost()
      return result.reachable ? result.again : GONE_RETRY_MS
    } catch (thrown) {
      this.#report({
        type: 'trouble',
        message: `The library could not go on: ${reasonOf(thrown)}. It tries again.`,
      })
      if (!isDamage(thrown)) return TROUBLE_RETRY_MS
      this.#rebuild()
      return 0
    }
  }

  #rebuild(): void {
    closeParts(this.#parts)
    deleteIndex(this.#options.dataDir)
    this.#stopped = false
    this.#waiting = undefined
    this.#parts = this.#open()
  }

  #reached(): void {
    if (this.#reachable !== true) this.#report({ type: 'folder', reachable: true })
    this.#reachable = true
    if (!this.#watcher && !this.#closed) this.#watch()
  }

  async #lost(): Promise<void> {
    if (this.#reachable !== false) this.#report({ type: 'folder', reachable: false })
    this.#reachable = false
    // A watcher of a folder that is gone watches something else, or nothing.
    await this.#watcher?.close()
    this.#watcher = undefined
  }

  #watch(): void {
    this.#watcher = watchFolder({
      folder: this.#options.folder,
      polling: this.#options.polling,
      onBell: () => void this.#look(),
      onSeen: (path, stats) => {
        if (!stats?.isFile()) return
        this.#parts.settler.look(
          path,
          { size: stats.size, mtimeMs: stats.mtimeMs, inode: stats.ino },
          performance.now(),
        )
      },
    })
  }
}

type Hooks = Pick<IndexerParts, 'interrupted' | 'waiting' | 'onReached'>

function openParts(options: LibraryOptions, report: Report, hooks: Hooks): IndexerParts {
  const { dataDir, wallPx, folder } = options
  mkdirSync(dataDir, { recursive: true })
  const store = makeStore(openIndex(dataDir))
  const mark = new InFlightMark(dataDir)
  const cache = openCache(dataDir)
  if (mark.left) store.blame(mark.left.hash, mark.left.path)
  sweepChanged(store, cache)
  const wall = options.wall ?? standardWall(wallPx)
  return {
    folder,
    store,
    deriver: { store, cache, mark, wallPx, media: mediaThread },
    settler: new Settler(),
    plan: new UnitPlan(),
    wall,
    settings: JSON.stringify([SETTINGS_VERSION, wallPx, wall, options.build ?? '']),
    onRevision: (revision) => report({ type: 'revision', revision }),
    onProgress: (done, total, name) => report({ type: 'progress', done, total, name }),
    ...hooks,
  }
}

function closeParts({ store, deriver }: IndexerParts): void {
  store.rollback()
  store.db.close()
  deriver.mark.close()
}

/** Where nothing has come or gone since cache and index agreed, 10,000 files need not be listed. */
function sweepChanged(store: Store, cache: ReturnType<typeof openCache>): void {
  if (store.meta(CACHE_STAMP) === cache.stamp()) return
  sweep(store, cache)
  store.setMeta(CACHE_STAMP, cache.stamp())
}

/** Makes cache and index agree: files that the index does not know go, lost ones are made again. */
function sweep(store: Store, cache: ReturnType<typeof openCache>): void {
  const files = cache.list()
  const known = new Set(store.derivedHashes())
  for (const hash of files) if (!known.has(hash)) cache.remove(hash)
  for (const hash of known) {
    if (files.has(hash)) continue
    for (const unit of store.unitsOfHash(hash)) store.markDirty(unit)
    store.dropHash(hash)
  }
}

function standardWall(wallPx: number): WallSize {
  return wallSize({
    diagonalInches: 55,
    distanceM: 3,
    widthPx: wallPx,
    heightPx: Math.round((wallPx * 9) / 16),
  })
}
