import { tableSettings } from '../../renderer/core/curation.ts'
import type { WallSize } from '../../renderer/core/legibility.ts'
import type { Problem } from '../../renderer/core/problem.ts'
import { type Comparison, compare } from './compare.ts'
import { type DefaultsOf, defaultsFrom } from './defaults.ts'
import type { DeriverParts } from './derive/deriver.ts'
import { quarantined } from './derive/deriver.ts'
import { erasedIds, forgetReading, scrub, scrubIn } from './erase.ts'
import { followed } from './held.ts'
import { MAX_DEATHS } from './inflight.ts'
import { isJsonTable } from './json-tables.ts'
import { keepNothing, keepUnreadable, rawText } from './keep.ts'
import { looseFileNotes } from './loose-files.ts'
import { coded, error } from './problems.ts'
import type { Store } from './queries.ts'
import { keptCuration, readCurationFile, unknownDecisions } from './read-room.ts'
import { readTableUnit, TableUnreadable } from './read-table.ts'
import { type ReadContext, readUnit } from './read-unit.ts'
import { FolderGone, walk } from './scan.ts'
import type { Settler } from './settle.ts'
import { Sources, StillComing } from './sources.ts'
import { UnitWriter } from './unit-writer.ts'
import type { Unit, UnitPlan } from './units.ts'

export interface IndexerParts {
  readonly folder: string
  readonly store: Store
  readonly deriver: DeriverParts
  readonly settler: Settler
  readonly plan: UnitPlan
  readonly wall: WallSize
  /** All that items depend on besides the folder: when it differs from last time, everything is read again. */
  readonly settings: string
  /** The folder was walked and is the room's. */
  readonly onReached: () => void
  /** Called after each commit that changed something. */
  readonly onRevision: (revision: number) => void
  readonly onProgress: (done: number, total: number, name?: string) => void
  /** True when the folder has changed again, so that the newest change need not wait for the oldest. */
  readonly interrupted: () => boolean
  /** Units that wait because somebody has stopped reading; undefined where nobody has. */
  readonly waiting: () => Set<string> | undefined
}

/** How a rescan ended. `again` is when to look once more, ms from now; absent when all is read. */
export type Rescan =
  | { readonly reachable: true; readonly again?: number }
  | { readonly reachable: false; readonly reason: string }

/** A commit at least so often while much is read, ms. */
const COMMIT_MS = 500
/** The first one comes soon: an empty wall is waiting. */
const FIRST_COMMIT_MS = 100
/** While somebody reads the index, ms. */
const SCRUB_RETRY_MS = 1_000
/** A file that takes a while, bytes: it is told before it is read. */
const LARGE = 1_000_000
const SCAN = 'scan:'
const LOOSE = 'loose:'
const DECISIONS = 'decisions:'

/** One look at the folder: what changed is read, the rest is left alone. Adding, editing, moving and deleting are all this. */
export async function rescan(parts: IndexerParts): Promise<Rescan> {
  const { store } = parts
  try {
    const walked = await walk(parts.folder)
    const changes = await compare(parts, walked)
    parts.onReached()
    const rescan = new RescanRun(parts, changes, walked.problems)
    return { reachable: true, ...(await rescan.run()) }
  } catch (thrown) {
    store.rollback()
    if (thrown instanceof FolderGone) return { reachable: false, reason: thrown.message }
    throw thrown
  }
}

class RescanRun {
  readonly #parts: IndexerParts
  readonly #changes: Comparison
  readonly #scanProblems: readonly Problem[]
  readonly #sources: Sources
  readonly #tried = new Set<string>()
  #changesBefore = 0
  #isRoomNew = false
  #committedAt = performance.now()
  #retryMs: number | undefined
  #defaultsOf: DefaultsOf = () => ({})
  #tableOf: ReadContext['tableOf'] = () => undefined
  #erased: ReadonlySet<string> = new Set()

  constructor(parts: IndexerParts, changes: Comparison, scanProblems: readonly Problem[]) {
    this.#parts = parts
    this.#changes = changes
    this.#scanProblems = scanProblems
    this.#retryMs = changes.retryMs
    this.#sources = new Sources(changes.files, changes.unsettled, parts.settler, (path, hash) =>
      parts.store.setHash(path, hash),
    )
  }

  async run(): Promise<{ again?: number }> {
    const { store } = this.#parts
    this.#begin()
    store.setProblems(SCAN, this.#scanProblems)
    this.#changes.write()
    await this.#readRoom()
    const due = store.dirty().length > 0
    const interrupted = due && (await this.#readDirty())
    const lost = due || this.#changes.changedPaths.size > 0 ? this.#endRead() : []
    this.#commit()
    for (const hash of lost) this.#parts.deriver.cache.remove(hash)
    if (due) forgetReading()
    this.#scrub(interrupted)
    if (interrupted) return { again: 0 }
    return this.#retryMs === undefined ? {} : { again: this.#retryMs }
  }

  /** Not while more is to be read: it costs a wait for the disk. */
  #scrub(isInterrupted: boolean): void {
    const { store } = this.#parts
    const dueSince = store.scrubDue()
    if (isInterrupted || dueSince === undefined) return
    const wait = scrubIn(store.db, dueSince, performance.now())
    if (wait > 0) return this.#retryIn(wait)
    if (scrub(store.db)) return store.scrubbed()
    store.scrubFailed()
    this.#retryIn(SCRUB_RETRY_MS)
  }

  /**
   * What is left over once all units were read: notes on loose files, and derived files that no item uses any more. What
   * is still to be read may use any of them.
   */
  #endRead(): string[] {
    const { store, waiting } = this.#parts
    const isWhole = store.dirty().length === 0
    // What is erased while reading is stopped does not stay until it goes on.
    if (!isWhole && waiting() === undefined) return []
    if (isWhole) {
      store.setProblems(LOOSE, looseFileNotes(store.loose()))
      store.setProblems(DECISIONS, unknownDecisions(store))
    }
    const unused = store.unusedDerived()
    for (const { key } of unused) store.dropDerived(key)
    return unused.map(({ hash }) => hash).filter((hash) => !store.isWanted(hash))
  }

  async #readRoom(): Promise<void> {
    const before = this.#parts.store.meta('curation')
    const wait = await readCurationFile(this.#parts.store, this.#sources, this.#changes.changedPaths)
    if (wait !== undefined) this.#retryIn(wait)
    this.#isRoomNew = this.#parts.store.meta('curation') !== before
    const curation = keptCuration(this.#parts.store)
    this.#defaultsOf = defaultsFrom(curation.defaults)
    this.#tableOf = (key) => tableSettings(curation, key)
    this.#erased = erasedIds(curation)
  }

  /** Reads every unit that is due. True when it stopped early because the folder changed again. */
  async #readDirty(): Promise<boolean> {
    const { store } = this.#parts
    const units = this.#changes.units()
    for (let due = this.#due(); due.length > 0; due = this.#due()) {
      const order = this.#inOrder(due, units)
      for (const [index, path] of order.entries()) {
        this.#tried.add(path)
        if (this.#isLarge(units.get(path))) this.#tell(index, order.length, path)
        await this.#readOne(path, units.get(path))
        // A moved file is gone from one place and there in another: both in one commit, or it would be off the wall between.
        const mustGoOn = order.slice(index + 1).some((next) => this.#changes.urgent.has(next))
        if (mustGoOn || performance.now() - this.#committedAt < this.#commitMs()) continue
        this.#tell(index + 1, order.length)
        this.#commit()
        this.#begin()
        if (this.#parts.interrupted()) return store.dirty().length > 0
      }
    }
    return false
  }

  /** Not while reading is stopped: what is followed then is no reading that could be stopped once more. */
  #tell(done: number, total: number, name?: string): void {
    if (this.#parts.waiting() === undefined) this.#parts.onProgress(done, total, name)
  }

  #isLarge(unit: Unit | undefined): boolean {
    const sizes = unit?.members.map((path) => this.#changes.files.get(path)?.size ?? 0) ?? []
    return sizes.some((size) => size > LARGE)
  }

  #commitMs(): number {
    return this.#parts.store.revision() === 0 ? FIRST_COMMIT_MS : COMMIT_MS
  }

  #due(): string[] {
    const due = this.#parts.store.dirty().filter((path) => !this.#tried.has(path))
    const waiting = this.#parts.waiting()
    return waiting ? followed(due, waiting, this.#parts.store, this.#changes, this.#isRoomNew) : due
  }

  /** What is gone first, then what has moved, then text before media and small before large: much is on the wall soon. */
  #inOrder(paths: readonly string[], units: ReadonlyMap<string, Unit>): string[] {
    const cost = (path: string): number => {
      const unit = units.get(path)
      if (!unit) return -2
      if (this.#changes.urgent.has(path)) return -1
      return unit.members.reduce((sum, member) => sum + (this.#changes.files.get(member)?.size ?? 0), 0)
    }
    return paths
      .map((path) => ({ path, cost: cost(path) }))
      .toSorted((a, b) => a.cost - b.cost || (a.path < b.path ? -1 : 1))
      .map(({ path }) => path)
  }

  async #readOne(path: string, unit: Unit | undefined): Promise<void> {
    const { store } = this.#parts
    store.savepoint()
    try {
      const writer = this.#writer(path)
      if (unit === undefined && this.#changes.isHidden(path)) return this.#endHidden(path, writer)
      const deps = unit === undefined ? [] : await this.#readInto(unit, writer)
      this.#endUnit(path, writer, deps)
    } catch (thrown) {
      if (thrown instanceof TableUnreadable && unit) return this.#keepUnread(unit, thrown)
      if (isFaultOfOurs(thrown) && unit)
        return this.#keepUnread(unit, { problem: stumbled(path, thrown), keep: keepNothing })
      store.revert()
      if (!(thrown instanceof StillComing)) throw thrown
      this.#retryIn(thrown.retryMs)
    }
  }

  async #readInto(unit: Unit, writer: UnitWriter): Promise<readonly string[]> {
    const { deriver, wall, settings, store } = this.#parts
    const hashOf = (path: string): string | undefined =>
      this.#changes.unsettled.has(path) ? undefined : store.hashOf(path)
    const context: ReadContext = {
      sources: this.#sources,
      deriver,
      wall,
      hashOf,
      defaultsOf: this.#defaultsOf,
      tableOf: this.#tableOf,
    }
    const bytes = unit.members.reduce((sum, path) => sum + (this.#sources.files.get(path)?.size ?? 0), 0)
    const mark = { path: unit.path, hash: this.#identityOf(unit), bytes }
    if (store.timesBlamed(mark.hash) >= MAX_DEATHS) {
      const { message, hint, code } = quarantined()
      const raw = await rawText(unit.members, this.#sources)
      writer.keepAll(coded(code, error({ path: unit.path }, message, hint)), keepUnreadable(raw))
      return unit.members
    }
    return deriver.mark.during(mark, async () => {
      if (unit.role === 'table' || (await isJsonTable(unit, context)))
        return readTableUnit(unit, context, writer, settings)
      const read = await readUnit(unit, context)
      read.write(writer)
      return read.deps
    })
  }

  /** The unit in its present state, for the mark that says what was being read when the process ended. */
  #identityOf(unit: Unit): string {
    const { files } = this.#changes
    return unit.members
      .map((path) => `${path} ${files.get(path)?.size} ${files.get(path)?.mtimeMs}`)
      .join('; ')
  }

  /** What room.yaml says of it has changed, and what it says itself nobody can read: it waits until it can be read. */
  #endHidden(path: string, writer: UnitWriter): void {
    const { store } = this.#parts
    const hint = 'Give the account that runs the wall the right to read it.'
    writer.keepAll(coded('no-access', error({ path }, 'This file may not be opened.', hint)), keepNothing)
    store.putHidden(path)
    this.#endUnit(path, writer, store.depsOf(path))
  }

  #keepUnread(unit: Unit, { problem, keep }: Pick<TableUnreadable, 'problem' | 'keep'>): void {
    const { store } = this.#parts
    store.revert()
    store.savepoint()
    const writer = this.#writer(unit.path)
    writer.keepAll(problem, keep)
    this.#endUnit(unit.path, writer, unit.members)
  }

  #writer(path: string): UnitWriter {
    const { store } = this.#parts
    const { files, isHidden } = this.#changes
    // What was made from a file that somebody took away must not outlive it, however broken the rest is.
    const mayKeep = store.depsOf(path).every((dep) => files.has(dep) || isHidden(dep))
    return new UnitWriter(store, {
      unit: path,
      revision: store.revision() + 1,
      readAt: files.get(path)?.mtimeMs ?? 0,
      mayKeep,
      erased: this.#erased,
    })
  }

  #endUnit(path: string, writer: UnitWriter, deps: readonly string[]): void {
    const { store } = this.#parts
    for (const rival of writer.end().flatMap((id) => store.rivalsFor(id))) {
      store.markDirty(rival)
      this.#tried.delete(rival)
    }
    const before = store.depsOf(path)
    // What cannot be looked at now is looked for again when it can.
    const all = [...deps, ...before.filter((dep) => writer.keptOld || this.#changes.isHidden(dep))]
    store.setDeps(path, all, (dep) => this.#changes.files.has(dep))
    store.clean(path)
    store.release()
  }

  #retryIn(ms: number): void {
    this.#retryMs = Math.min(this.#retryMs ?? Infinity, ms)
  }

  #begin(): void {
    this.#parts.store.begin()
    this.#changesBefore = this.#parts.store.shownChanges()
  }

  /** One transaction: the revision grows only if something was changed that a reader can see. */
  #commit(): void {
    const { store, onRevision } = this.#parts
    this.#committedAt = performance.now()
    const changed = store.shownChanges() > this.#changesBefore || store.revision() === 0
    if (changed) {
      store.noteUnits(store.revision() + 1)
      store.setMeta('revision', String(store.revision() + 1))
    }
    store.noteScrub()
    store.commit()
    if (changed) onRevision(store.revision())
    store.checkpoint()
  }
}

/** Something in a file that we did not foresee. It must not take the rest of the room with it. */
function isFaultOfOurs(thrown: unknown): thrown is Error {
  return thrown instanceof TypeError || thrown instanceof RangeError || thrown instanceof SyntaxError
}

function stumbled(path: string, thrown: Error): Problem {
  const hint = 'Save it again in a simpler form, or take it out; the rest of the room goes on.'
  return coded(
    'damaged',
    error({ path }, `This file could not be read: ${thrown.message.split('\n')[0]}.`, hint),
  )
}
