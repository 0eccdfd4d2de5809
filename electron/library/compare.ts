import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { lstat, stat } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import type { IndexerParts } from './indexer.ts'
import type { FileRow, Store } from './queries.ts'
import { FolderGone, type Found, type Walk } from './scan.ts'
import type { Unit } from './units.ts'

/** What a walk found that the index did not know. */
export interface Comparison {
  /** Files to be read from: those of the walk that have settled, and those that still change. */
  readonly files: ReadonlyMap<string, Found>
  /** The units that they make; found out when somebody first asks. */
  readonly units: () => ReadonlyMap<string, Unit>
  readonly unsettled: ReadonlySet<string>
  /** True for what is there and may not be looked at: nothing may be concluded from its missing in `files`. */
  readonly isHidden: Walk['isHidden']
  /** Paths that were added, changed or removed. */
  readonly changedPaths: ReadonlySet<string>
  /** Units that were found to be due by this walk. */
  readonly due: ReadonlySet<string>
  /** Units that have moved or are gone: read together, before a commit. */
  readonly urgent: ReadonlySet<string>
  /** When an unsettled file should be looked at again, ms from now. */
  readonly retryMs: number | undefined
  /** Writes the new state of the files, and which units are due, into the open transaction. */
  write(): void
}

interface Differences {
  readonly added: readonly Found[]
  readonly changed: readonly Found[]
  readonly removed: readonly FileRow[]
}

/** Compares a walk with the index. Rejects with FolderGone when what was walked cannot be the room's folder. */
export async function compare(parts: IndexerParts, walked: Walk): Promise<Comparison> {
  const { store } = parts
  const known = store.files()
  refuseEmptyMount(store, walked, known)
  const found = differences(walked, known)
  const unsettled = await settle(parts, [...found.added, ...found.changed])
  const settled = (file: Found): boolean => !unsettled.waiting.has(file.path)
  const touched = await touchedOnly(found.changed.filter(settled), known)
  const changed = found.changed.filter((file) => settled(file) && !touched.has(file.path))
  const added = found.added.filter(settled)
  const changedPaths = new Set([...added, ...changed, ...found.removed].map(({ path }) => path))
  const allDue = store.meta('settings') !== parts.settings
  const opened = openedUnits(store, walked)
  const nothing = changedPaths.size === 0 && !allDue && opened.length === 0
  const plan = once(() => parts.plan.of(walked.files))
  const units = nothing ? new Map<string, Unit>() : plan()
  const all = nothing
    ? []
    : [
        ...dueUnits(store, { units, changed: changedPaths, all: allDue, isHidden: walked.isHidden }),
        ...opened,
      ]
  const due = new Set(all.filter((unit) => !walked.isHidden(unit)))
  return {
    files: walked.files,
    units: plan,
    unsettled: unsettled.waiting,
    isHidden: walked.isHidden,
    changedPaths,
    due,
    urgent: await movedUnits(added, found.removed, due, units),
    retryMs: unsettled.retryMs,
    write: () => {
      store.setMeta('root', walked.root)
      store.setMeta('settings', parts.settings)
      for (const { path } of found.removed) store.dropFile(path)
      for (const file of [...added, ...changed]) store.putFile(rowOf(file, null))
      for (const file of found.changed)
        if (touched.has(file.path)) store.putFile(rowOf(file, known.get(file.path)?.hash ?? null))
      store.dropHidden(opened)
      for (const unit of all) if (walked.isHidden(unit)) store.putHidden(unit)
      for (const unit of due) store.markDirty(unit)
    },
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/**
 * An empty folder where the room was: if it is another folder than before, a stick was pulled or a share unmounted and
 * only the mount point is left. A curator who deletes everything leaves the same folder.
 */
function refuseEmptyMount(store: Store, walked: Walk, known: ReadonlyMap<string, FileRow>): void {
  const before = store.meta('root')
  if (walked.files.size > 0 || known.size === 0 || before === undefined || before === walked.root) return
  throw new FolderGone('another, empty folder is in its place')
}

function differences({ files, isHidden }: Walk, known: ReadonlyMap<string, FileRow>): Differences {
  const added: Found[] = []
  const changed: Found[] = []
  for (const file of files.values()) {
    const row = known.get(file.path)
    if (!row) added.push(file)
    else if (row.size !== file.size || row.mtime !== file.mtimeMs || row.inode !== file.inode)
      changed.push(file)
  }
  // As many as before, and none new: then none is gone either.
  const isSame = files.size - added.length === known.size
  const removed = isSame ? [] : [...known.values()].filter(({ path }) => !files.has(path) && !isHidden(path))
  return { added, changed, removed }
}

/** Units that were due while they, or a file that they need, could not be looked at, and now can. */
function openedUnits(store: Store, { files, isHidden }: Walk): string[] {
  const reached = store.missed().filter(({ path }) => files.has(path))
  return [...store.hiddenUnits().filter((unit) => !isHidden(unit)), ...reached.map(({ unit }) => unit)]
}

/** Takes the second look at what has changed; most files pass it at once, because the bell took the first. */
async function settle(
  { settler }: IndexerParts,
  files: readonly Found[],
): Promise<{ waiting: Set<string>; retryMs: number | undefined }> {
  const start = performance.now()
  settler.prune(start)
  for (const file of files) settler.look(file.path, file, start)
  const first = Math.max(
    0,
    ...files.map((file) => settler.wait(file.path, start)).filter((ms) => ms <= SECOND_LOOK_MS),
  )
  if (first > 0) await pause(first + 1)
  const waiting = new Set<string>()
  let retryMs: number | undefined
  for (const file of files) {
    const now = performance.now()
    if (first > 0) settler.look(file.path, await stampOf(file), now)
    const wait = settler.wait(file.path, now)
    if (wait === 0) continue
    waiting.add(file.path)
    retryMs = Math.min(retryMs ?? Infinity, wait)
  }
  return { waiting, retryMs }
}

/** Longer waits are left to a later rescan, ms. */
const SECOND_LOOK_MS = 100

async function stampOf(file: Found) {
  try {
    const link = await lstat(file.file)
    const stats = link.isSymbolicLink() ? await stat(file.file) : link
    return { size: stats.size, mtimeMs: stats.mtimeMs, inode: stats.ino }
  } catch {
    // Gone already; the next walk will say so, and until then it does not stand still.
    return { size: -1, mtimeMs: performance.now(), inode: 0 }
  }
}

/** Files whose time or place on the disk changed but not their bytes: copied back, touched, or on a share with fickle inodes. */
async function touchedOnly(
  files: readonly Found[],
  known: ReadonlyMap<string, FileRow>,
): Promise<Set<string>> {
  const moved = files.filter((file) => isSameButInode(file, known.get(file.path)))
  // A share that was mounted again has given everything another inode: that is no reason to read it all.
  const remounted = moved.length > 100 && moved.length > known.size / 2
  const touched = new Set(remounted ? moved.map(({ path }) => path) : [])
  for (const file of files) {
    const row = known.get(file.path)
    if (touched.has(file.path)) continue
    if (row?.hash && row.size === file.size && (await hashOf(file)) === row.hash) touched.add(file.path)
  }
  return touched
}

function isSameButInode(file: Found, row: FileRow | undefined): boolean {
  return row?.size === file.size && row.mtime === file.mtimeMs
}

async function hashOf({ file }: Found): Promise<string | undefined> {
  try {
    const digest = createHash('sha256')
    for await (const piece of createReadStream(file)) digest.update(piece)
    return digest.digest('hex')
  } catch {
    // It cannot be read just now: then it counts as changed, and whoever reads it will say what is wrong.
    return undefined
  }
}

interface Due {
  readonly units: ReadonlyMap<string, Unit>
  readonly changed: ReadonlySet<string>
  readonly all: boolean
  readonly isHidden: Walk['isHidden']
}

function dueUnits(store: Store, { units, changed, all, isHidden }: Due): Set<string> {
  const due = new Set(all ? units.keys() : [])
  for (const unit of units.values())
    if (unit.members.some((member) => changed.has(member))) due.add(unit.path)
  for (const path of changed) for (const unit of store.unitsUsing(path)) due.add(unit)
  for (const unit of all || changed.size > 0 ? store.knownUnits() : [])
    if (!units.has(unit) && (all || !isHidden(unit))) due.add(unit)
  return due
}

/** Units that are gone, and units with a file that has the bytes of one that is gone. */
async function movedUnits(
  added: readonly Found[],
  removed: readonly FileRow[],
  due: ReadonlySet<string>,
  units: ReadonlyMap<string, Unit>,
): Promise<Set<string>> {
  const urgent = new Set([...due].filter((unit) => !units.has(unit)))
  if (urgent.size === 0) return urgent
  const hashes = new Set(removed.map(({ hash }) => hash))
  const sizes = new Set(removed.map(({ size }) => size))
  const moved = new Set<string>()
  for (const file of added) {
    if (sizes.has(file.size) && hashes.has((await hashOf(file)) ?? null)) moved.add(file.path)
  }
  for (const path of due) if (units.get(path)?.members.some((member) => moved.has(member))) urgent.add(path)
  return urgent
}

function rowOf({ path, size, mtimeMs, inode }: Found, hash: string | null): FileRow {
  return { path, size, mtime: mtimeMs, inode, hash }
}
