import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { posix } from 'node:path'
import type { Problem } from '../../renderer/core/problem.ts'
import { coded, error } from './problems.ts'
import { codeOf, FolderGone, type Found } from './scan.ts'
import type { Settler } from './settle.ts'

/** A file is not to be read yet: it is being written, or has just changed under our hands. */
export class StillComing extends Error {
  readonly retryMs: number
  constructor(path: string, retryMs: number) {
    super(`${path} is still being written`)
    this.retryMs = retryMs
  }
}

/** Another program holds the file, or we have no right to it. */
class Locked extends StillComing {}

/** A file that will not become readable by waiting; the problem says why. */
export class Unreadable extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.message)
    this.problem = problem
  }
}

export interface Bytes {
  readonly bytes: Uint8Array
  /** SHA-256, lower-case hex. */
  readonly hash: string
}

/** Larger files are refused before they are read, bytes. */
export const MAX_FILE_BYTES = 500_000_000
const SOON_MS = 120

/** The content folder as the last walk found it, and the only way to a file's bytes. */
export class Sources {
  readonly files: ReadonlyMap<string, Found>
  /** Files that still change: whoever needs one of them waits. */
  readonly unsettled: ReadonlySet<string>
  readonly #settler: Settler
  readonly #lowerCase = new Map<string, string>()
  readonly #onHash: (path: string, hash: string) => void

  constructor(
    files: ReadonlyMap<string, Found>,
    unsettled: ReadonlySet<string>,
    settler: Settler,
    onHash: (path: string, hash: string) => void,
  ) {
    this.files = files
    this.unsettled = unsettled
    this.#settler = settler
    this.#onHash = onHash
  }

  has(path: string): boolean {
    return this.files.has(path)
  }

  /** Bytes; undefined where there is no such file. */
  sizeOf(path: string): number | undefined {
    return this.files.get(path)?.size
  }

  /** The whole file as it was when the folder was walked. Rejects with StillComing where it is not that any more. */
  async read(path: string): Promise<Bytes> {
    const found = this.files.get(path)
    if (!found || this.unsettled.has(path)) throw new StillComing(path, SOON_MS)
    if (found.size > MAX_FILE_BYTES) {
      throw new Unreadable(
        coded(
          'too-large',
          error(
            { path },
            'This file is larger than 500 MB and was not read.',
            'Cut it, or make a smaller copy.',
          ),
        ),
      )
    }
    const bytes = await this.#open(found)
    const times = { mtimeMs: found.mtimeMs, wallNow: Date.now() }
    const wait = this.#settler.waitForEnd(path, bytes, times, performance.now())
    if (wait > 0) throw new StillComing(path, wait)
    const hash = createHash('sha256').update(bytes).digest('hex')
    this.#onHash(path, hash)
    return { bytes, hash }
  }

  async #open(found: Found): Promise<Uint8Array> {
    try {
      return await readUnchanged(found)
    } catch (thrown) {
      if (!(thrown instanceof Locked) || this.mayStillCome(found.path)) throw thrown
      throw new Unreadable(
        coded(
          'no-access',
          error(
            { path: found.path },
            'This file may not be opened.',
            'Close the program that holds it, or give the account that runs the wall the right to read it; then save it again.',
          ),
        ),
      )
    }
  }

  /** True while a file that cannot be read may still be on its way. */
  mayStillCome(path: string): boolean {
    const found = this.files.get(path)
    return (
      found !== undefined && this.#settler.mayStillCome(path, found.mtimeMs, Date.now(), performance.now())
    )
  }

  /**
   * The file that a document means by a path: beside the document, from the top of the folder, from any folder
   * between (as web sites write it), or with other capitals. The best guess of where it would be, if it is nowhere.
   */
  resolve(from: string, written: string): string {
    const plain = decoded(written.replaceAll('\\', '/').replace(/[?#].*$/, '')).normalize('NFC')
    const folder = posix.dirname(from)
    const beside = posix.join(folder, plain)
    const places = [beside, ...above(folder).map((place) => posix.join(place, plain))].map((path) =>
      path.replace(/^\/+/, ''),
    )
    const exact = places.find((path) => this.files.has(path))
    if (exact !== undefined) return exact
    this.#fillLowerCase()
    const spelled = places
      .map((path) => this.#lowerCase.get(path.toLowerCase()))
      .find((path) => path !== undefined)
    return spelled ?? places[0] ?? plain
  }

  #fillLowerCase(): void {
    if (this.#lowerCase.size > 0) return
    for (const path of this.files.keys()) this.#lowerCase.set(path.toLowerCase(), path)
  }
}

/** What readers ask of it: files that were changed in memory alone can be read in the same way. */
export type ReadableSources = Pick<Sources, 'has' | 'read' | 'resolve' | 'mayStillCome'> & {
  sizeOf(path: string): number | undefined
}

/** The folders above, the nearest first, down to the top of the content folder. */
function above(folder: string): string[] {
  const parts = folder === '.' ? [] : folder.split('/')
  return parts.map((_, index) => parts.slice(0, parts.length - 1 - index).join('/') || '.')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

async function readUnchanged(found: Found): Promise<Uint8Array> {
  try {
    const handle = await open(found.file, 'r')
    try {
      const before = await handle.stat()
      if (before.size !== found.size || before.mtimeMs !== found.mtimeMs)
        throw new StillComing(found.path, SOON_MS)
      const bytes = await handle.readFile()
      const after = await handle.stat()
      if (after.mtimeMs !== before.mtimeMs || bytes.length !== after.size)
        throw new StillComing(found.path, SOON_MS)
      return bytes
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof StillComing) throw error
    const code = codeOf(error)
    if (code === 'ENOENT') throw new StillComing(found.path, SOON_MS)
    if (['EACCES', 'EPERM', 'EBUSY', 'ETXTBSY'].includes(code)) throw new Locked(found.path, SOON_MS)
    throw new FolderGone(code)
  }
}
