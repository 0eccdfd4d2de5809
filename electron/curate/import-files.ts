import { lstat, open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { Progress } from '../admin/tasks.ts'
import { isLitter, isRoomFile, normalName } from '../library/names.ts'
import { Refused, refusalOf } from './refusal.ts'
import { unzip } from './unzip.ts'

/** Files on their way in: what was dropped, what is in dropped folders, and what is in archives. */
export interface Incoming {
  readonly name: string
  readonly file: string
  readonly bytes: number
}

export interface Gathered {
  readonly files: readonly Incoming[]
  readonly refused: readonly Refusal[]
}

const MOST_FILES = 50_000
const MOST_DEPTH = 32
const MOST_BYTES = 500_000_000

export async function gather(
  paths: readonly string[],
  staging: string,
  { signal, tell }: Progress,
): Promise<Gathered> {
  const files: Incoming[] = []
  const refused: Refusal[] = []
  let isFull = false
  const add = async (file: string, name: string, depth: number): Promise<void> => {
    signal.throwIfAborted()
    if (isLitter(basename(file))) return
    if (files.length >= MOST_FILES) return tooMany(name)
    const found = await lstat(file)
    if (found.isDirectory()) {
      if (depth >= MOST_DEPTH) return void refused.push(left(name, 'This folder lies too deep in others.'))
      for (const each of (await readdir(file)).toSorted())
        await tryAdd(join(file, each), `${name}/${normalName(each)}`, depth + 1)
      return
    }
    const why = !found.isFile()
      ? 'This is a link or a device, and no file.'
      : found.size > MOST_BYTES
        ? 'This file is larger than 500 MB.'
        : found.size === 0
          ? 'This file is empty.'
          : isRoomFile(basename(name))
            ? 'This is the curation of a room, not something to be shown.'
            : undefined
    if (why !== undefined) return void refused.push(left(name, why))
    tell({ key: /\.zip$/i.test(name) ? 'unpacking' : 'looking', name }, files.length, 0)
    if (/\.zip$/i.test(name) && (await isZip(file))) {
      const inside = await unzip(file, name, join(staging, `${files.length}`), signal)
      refused.push(...inside.refused)
      files.push(...inside.files.map((each) => ({ ...each, name: normalName(each.name) })))
    } else files.push({ name, file, bytes: found.size })
  }
  /** One that cannot be read keeps none of the others out. */
  async function tryAdd(file: string, name: string, depth: number): Promise<void> {
    try {
      await add(file, name, depth)
    } catch (thrown) {
      if (signal.aborted) throw thrown
      refused.push(unreadable(thrown, name))
    }
  }
  /** Told once: the first that is left out for it. */
  function tooMany(name: string): void {
    if (isFull) return
    isFull = true
    refused.push(left(name, 'More than 50,000 files do not come in at once: this one and all after it.'))
  }
  for (const path of paths) await tryAdd(path, normalName(basename(path)), 0)
  return { files, refused }
}

/** Why a file that is to come in cannot be looked at. Rethrows what is a defect of ours. */
export function unreadable(thrown: unknown, path: string): Refusal {
  const { because, message, hint } = refusalOf(thrown)
  return thrown instanceof Refused
    ? { path, ...thrown.refusal, message, hint }
    : {
        because,
        message: 'This file is not there any more, or may not be read.',
        hint: 'See that it can be opened, then bring it in again.',
        path,
      }
}

function left(path: string, message: string): Refusal {
  return { because: 'invalid', message, hint: 'It is left out.', path }
}

async function isZip(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.toString('latin1', 0, 2) === 'PK'
  } finally {
    await handle.close()
  }
}
