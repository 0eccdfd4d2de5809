import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { link, mkdir, open, readFile, rename, rm, rmdir, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Progress } from '../admin/tasks.ts'
import type { NewFile } from './curator.ts'
import { hashOf } from './edit-record.ts'
import { SMALL } from './file-hash.ts'
import { refuse } from './refusal.ts'
import { asideName, syncFolder } from './write-file.ts'

/** A file on its way into the folder: where it is, or its text, and where it goes to. */
export interface ComingFile {
  readonly name: string
  /** POSIX path relative to the content folder. */
  readonly to: string
  /** SHA-256 */
  readonly hash: string
  readonly from: { readonly file: string } | { readonly text: string }
}

/** Files that come in together: copied aside first, which may take long; then put in their places, which does not. */
export interface ComingFiles {
  /** Names that nobody reads, relative to the folder: what is left of it should the power fail. */
  readonly asides: readonly string[]
  readonly files: readonly ComingFile[]
  copy(): Promise<void>
  /** All of them or none; a place that was taken meanwhile is not written over. Before the first it tells which they will be. */
  publish(begin: (files: readonly NewFile[]) => void): Promise<readonly NewFile[]>
  /** Nothing stays but what was published. */
  tidy(): Promise<void>
}

/** Files that are copied at once: each waits for the disk. */
const AT_ONCE = 4

export function comingFiles(
  folder: string,
  files: readonly ComingFile[],
  { signal, tell }: Progress,
): ComingFiles {
  const places = files.map((coming) => ({ coming, to: coming.to, aside: asideName(coming.to) }))
  const absolute = (path: string): string => join(folder, ...path.split('/'))
  const done: string[] = []
  /** Folders that were not there before. */
  const made: string[] = []

  async function makeDir(dir: string): Promise<void> {
    const first = await mkdir(dir, { recursive: true })
    if (first === undefined) return
    const below = relative(first, dir)
      .split(sep)
      .filter((part) => part !== '')
    made.push(...[first, ...below.map((_, at) => join(first, ...below.slice(0, at + 1)))])
  }

  return {
    files,
    asides: places.map(({ aside }) => aside.replaceAll('\\', '/')),
    async copy() {
      const left = places.values()
      let at = 0
      async function next(): Promise<void> {
        for (const { coming, aside } of left) {
          signal.throwIfAborted()
          tell({ key: 'copying', name: coming.name }, at, places.length)
          at += 1
          await makeDir(dirname(absolute(aside)))
          await copyAside(coming, absolute(aside), signal)
        }
      }
      // All of them come to their end before what they wrote is tidied away.
      const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, next))
      for (const end of ends) if (end.status === 'rejected') throw end.reason
    },
    async publish(begin) {
      const published = files.map(({ to, hash }) => ({ path: to, hash }))
      signal.throwIfAborted()
      begin(published)
      try {
        for (const [at, { to, aside }] of places.entries()) {
          signal.throwIfAborted()
          tell({ key: 'writing' }, at, places.length)
          await putInPlace(absolute(aside), absolute(to), to)
          done.push(absolute(to))
        }
      } catch (thrown) {
        for (const file of done.splice(0)) await rm(file, { force: true })
        throw thrown
      }
      for (const dir of new Set(done.map(dirname))) await syncFolder(dir)
      return published
    },
    async tidy() {
      for (const { aside } of places) await rm(absolute(aside), { force: true })
      // The deepest first; one that somebody has put something into stays.
      if (done.length === 0) for (const dir of made.toReversed()) await rmdir(dir).catch(() => undefined)
    },
  }
}

async function copyAside(
  { name, from, hash }: ComingFile,
  aside: string,
  signal: AbortSignal,
): Promise<void> {
  const copied = await copied256(from, aside, signal).catch((thrown: unknown) => {
    if (!isCode(thrown, 'ENOENT') || signal.aborted) throw thrown
    throw refuse('gone', 'This file is not there any more.', 'Drop what is to come in once more.', {
      path: name,
    })
  })
  if (copied !== hash)
    throw refuse(
      'conflict',
      'This file was changed while it was being copied.',
      'Wait until it is complete, then bring it in again.',
      { path: name },
    )
}

/** Returns the SHA-256 of what was written, which is on the disk then. */
async function copied256(from: ComingFile['from'], aside: string, signal: AbortSignal): Promise<string> {
  if ('text' in from || (await stat(from.file)).size <= SMALL) {
    const bytes = 'text' in from ? Buffer.from(from.text) : await readFile(from.file)
    await writeFile(aside, bytes, { flag: 'wx', flush: true })
    return hashOf(bytes)
  }
  const sum = createHash('sha256')
  async function* summed(chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      sum.update(chunk)
      yield chunk
    }
  }
  await pipeline(
    createReadStream(from.file),
    summed,
    createWriteStream(aside, { flags: 'wx', flush: true }),
    {
      signal,
    },
  )
  return sum.digest('hex')
}

/** Where two names for one file are unknown, as on many sticks and shares. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']

/** Never over another file: a link fails where there is one, and so does a new empty file. */
async function putInPlace(aside: string, file: string, path: string): Promise<void> {
  try {
    await link(aside, file).catch(async (thrown: unknown) => {
      if (!NO_LINKS.some((code) => isCode(thrown, code))) throw thrown
      await (await open(file, 'wx')).close()
      await rename(aside, file).catch(async (failed: unknown) => {
        await unlink(file)
        throw failed
      })
    })
  } catch (thrown) {
    if (!isCode(thrown, 'EEXIST')) throw thrown
    throw refuse(
      'conflict',
      'Another file of this name came into the folder meanwhile.',
      'Bring it in once more: it gets a number then.',
      { path },
    )
  }
}

function isCode(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code
}

/** A text of ours that goes with what comes in. */
export function comingText(to: string, text: string): ComingFile {
  return { name: to, to, hash: hashOf(Buffer.from(text)), from: { text } }
}
