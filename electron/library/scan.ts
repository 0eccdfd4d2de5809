import { type Dirent, lstatSync, readdirSync, type Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve, sep } from 'node:path'
import { setImmediate as breathe } from 'node:timers/promises'
import type { Problem } from '../../renderer/core/problem.ts'
import { isLitter, normalName } from './names.ts'
import { coded, warning } from './problems.ts'

/** A file as the walk met it. `stamp` changes whenever the file may have changed. */
export interface Found {
  /** POSIX path relative to the content folder, NFC: the name that everything else uses. */
  readonly path: string
  /** Absolute path as the disk spells it. */
  readonly file: string
  readonly size: number
  /** ms since 1970 UTC. */
  readonly mtimeMs: number
  readonly inode: number
}

/** The content folder cannot be reached: not an empty folder, so nothing may be concluded from what is missing. */
export class FolderGone extends Error {}

export interface Walk {
  readonly files: ReadonlyMap<string, Found>
  readonly problems: readonly Problem[]
  /** True for what lies in a folder that may not be opened, and for a file that may not be looked at: it stays as it was. */
  readonly isHidden: (path: string) => boolean
  /** Device and inode of the folder itself: another file system in its place is another folder. */
  readonly root: string
}

/** Stats in flight at once: enough to hide a share's latency, few enough for a slow disk. */
const PARALLEL = 32
/** Files looked at in one go where the disk answers at once, which costs a tenth of asking for each and waiting. */
const AT_ONCE = 64
/** A disk that takes longer for them, ms, twice in a row is asked the other way from then on; once, the processor was busy. */
const SLOW_MS = 40
/** Everybody else is heard at least so often, ms. */
const BREATH_MS = 15
const MAX_DEPTH = 32

/** Every file of the folder with its size and times. Rejects with FolderGone when the folder cannot be reached. */
export async function walk(folder: string): Promise<Walk> {
  const before = await rootMark(folder)
  const real = await realpath(folder)
  const state: State = {
    folder,
    real,
    files: new Map(),
    problems: [],
    unreadable: [],
    isSlow: false,
    wasLate: false,
    breathedAt: performance.now(),
  }
  await walkFolder(state, resolve(folder), '', 0)
  // Unmounted while it was walked: half a folder must not pass for a whole one.
  if ((await rootMark(folder)) !== before) throw new FolderGone('it was unmounted while it was read')
  const { files, problems, unreadable } = state
  return { files, problems, isHidden: (path) => isUnder(path, unreadable), root: before }
}

function isUnder(path: string, unreadable: readonly string[]): boolean {
  return unreadable.some((hidden) => (hidden.endsWith('/') ? path.startsWith(hidden) : path === hidden))
}

export async function rootMark(folder: string): Promise<string> {
  try {
    const stats = await stat(folder)
    if (!stats.isDirectory()) throw new FolderGone('it is not a folder')
    return `${stats.dev}:${stats.ino}`
  } catch (error) {
    throw error instanceof FolderGone ? error : new FolderGone(codeOf(error))
  }
}

interface State {
  readonly folder: string
  readonly real: string
  readonly files: Map<string, Found>
  readonly problems: Problem[]
  /** Files as they are called, folders with a slash at their end. */
  readonly unreadable: string[]
  isSlow: boolean
  wasLate: boolean
  breathedAt: number
}

interface Entry {
  readonly name: string
  readonly link: boolean
}

async function walkFolder(state: State, absolute: string, relative: string, depth: number): Promise<void> {
  const entries = await list(state, absolute, relative)
  const folders: string[] = []
  const files: Entry[] = []
  // In the order of their names, so that of two that are one it is always the same that counts.
  const names = new Set<string>()
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (isLitter(entry.name)) continue
    const name = normalName(entry.name)
    if (names.has(name)) {
      state.problems.push(twin(joined(relative, name)))
      continue
    }
    names.add(name)
    if (entry.isDirectory()) folders.push(entry.name)
    else if (entry.isFile() || entry.isSymbolicLink())
      files.push({ name: entry.name, link: entry.isSymbolicLink() })
    else state.problems.push(noFile(joined(relative, name)))
  }
  await lookAtAll(state, absolute, relative, files)
  if (depth >= MAX_DEPTH) {
    if (folders.length > 0) state.problems.push(tooDeep(relative))
    return
  }
  for (const name of folders) {
    await walkFolder(state, join(absolute, name), joined(relative, name), depth + 1)
  }
}

function noFile(path: string): Problem {
  return warning(
    { path },
    'This is a pipe, a socket or a device, and no file: reading it might never end, so it was not opened.',
    'Put a file here, or take it out.',
  )
}

function tooDeep(path: string): Problem {
  return warning(
    { path },
    `This folder lies ${MAX_DEPTH} folders deep; what is in the folders inside it was not read.`,
    'Move it further up.',
  )
}

function twin(path: string): Problem {
  return warning(
    { path },
    'This name is here twice: a Mac writes the letters with accents differently. One of the two was not read.',
    'Keep one of them, or give it another name.',
  )
}

async function list(state: State, absolute: string, relative: string): Promise<Dirent[]> {
  try {
    // The first one may be a share that does not answer: nobody else has to wait for it.
    const waits = state.isSlow || relative === ''
    return waits
      ? await readdir(absolute, { withFileTypes: true })
      : readdirSync(absolute, { withFileTypes: true })
  } catch (error) {
    const code = codeOf(error)
    if (relative === '') throw new FolderGone(code)
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    if (code !== 'EACCES' && code !== 'EPERM') throw new FolderGone(code)
    state.unreadable.push(`${relative}/`)
    state.problems.push(
      coded(
        'no-access',
        warning(
          { path: relative },
          'This folder may not be opened.',
          'Give the account that runs the wall the right to read it.',
        ),
      ),
    )
    return []
  }
}

async function lookAtAll(
  state: State,
  absolute: string,
  relative: string,
  entries: readonly Entry[],
): Promise<void> {
  for (let start = 0; start < entries.length; ) {
    const next = entries.slice(start, start + (state.isSlow ? PARALLEL : AT_ONCE))
    start += next.length
    if (state.isSlow) {
      await Promise.all(next.map((entry) => look(state, absolute, relative, entry)))
      continue
    }
    const began = performance.now()
    for (const entry of next) {
      if (entry.link) await look(state, absolute, relative, entry)
      else lookNow(state, absolute, relative, entry.name)
    }
    const now = performance.now()
    const isLate = now - began > SLOW_MS
    state.isSlow = isLate && state.wasLate
    state.wasLate = isLate
    if (now - state.breathedAt < BREATH_MS) continue
    await breathe()
    state.breathedAt = performance.now()
  }
}

function lookNow(state: State, absolute: string, relative: string, name: string): void {
  const file = `${absolute}${sep}${name}`
  const path = joined(relative, name)
  try {
    const stats = lstatSync(file, { throwIfNoEntry: false })
    if (stats) note(state, path, file, stats)
  } catch (error) {
    unseen(state, path, error)
  }
}

async function look(state: State, absolute: string, relative: string, entry: Entry): Promise<void> {
  const file = join(absolute, entry.name)
  const path = joined(relative, entry.name)
  if (entry.link && !(await staysInside(state, file, path))) return
  try {
    note(state, path, file, entry.link ? await stat(file) : await lstat(file))
  } catch (error) {
    unseen(state, path, error)
  }
}

function note(state: State, path: string, file: string, stats: Stats): void {
  if (!stats.isFile()) return
  state.files.set(path, { path, file, size: stats.size, mtimeMs: stats.mtimeMs, inode: stats.ino })
}

function unseen(state: State, path: string, error: unknown): void {
  const code = codeOf(error)
  // Gone between listing and looking is the normal case; a share that fails is not.
  if (code !== 'ENOENT' && code !== 'EACCES' && code !== 'EPERM') throw new FolderGone(code)
  if (code !== 'ENOENT') state.unreadable.push(path)
}

/** A link may point anywhere on the machine; the room shows what is in the folder and nothing else. */
async function staysInside(state: State, file: string, path: string): Promise<boolean> {
  try {
    const target = await realpath(file)
    if (target.startsWith(state.real + sep)) return true
    state.problems.push(
      coded(
        'missing-file',
        warning(
          { path },
          'This link leads out of the folder and was not followed.',
          'Put the file itself here.',
        ),
      ),
    )
  } catch {
    state.problems.push(
      coded(
        'missing-file',
        warning({ path }, 'This link leads nowhere.', 'Put the file itself here, or remove the link.'),
      ),
    )
  }
  return false
}

function joined(relative: string, name: string): string {
  const normal = normalName(name)
  return relative === '' ? normal : `${relative}/${normal}`
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error)
}
