import { lstat, open, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { Progress } from '../admin/tasks.ts'
import { isLitter, isRoomFile, normalName } from '../library/names.ts'
import { refusalOf } from './refusal.ts'
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
  const add = async (file: string, name: string, depth: number): Promise<void> => {
    signal.throwIfAborted()
    if (isLitter(basename(file)) || files.length >= MOST_FILES) return
    const found = await lstat(file)
    if (found.isDirectory()) {
      if (depth >= MOST_DEPTH) return
      for (const each of (await readdir(file)).toSorted())
        await add(join(file, each), `${name}/${normalName(each)}`, depth + 1)
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
  for (const path of paths) {
    try {
      await add(path, normalName(basename(path)), 0)
    } catch (thrown) {
      if (signal.aborted) throw thrown
      refused.push({ path: basename(path), ...refusalOf(thrown) })
    }
  }
  return { files, refused }
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
