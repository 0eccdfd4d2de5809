import { randomBytes } from 'node:crypto'
import {
  access,
  chmod,
  chown,
  constants,
  type FileHandle,
  lstat,
  mkdir,
  open,
  readdir,
  realpath,
  rename,
  rm,
  stat,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Writes a file whole or not at all: aside in the same folder, to the disk, then in its place. */

/** A name that the library and its watcher pass over. */
export function asideName(file: string): string {
  return join(dirname(file), `.~${basename(file).slice(0, 60)}-${randomBytes(5).toString('hex')}.tmp`)
}

const ASIDE = /^\.~.*\.tmp$/
/** Another machine may be writing one to the same folder just now. */
const LEFT_MS = 3_600_000

/** What a writer that was killed has left: at the top of the folder and in the folders there. */
export async function sweepAsides(folder: string, now: number): Promise<void> {
  const tops = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const dirs = tops.filter((each) => each.isDirectory() && !each.name.startsWith('.'))
  for (const dir of [folder, ...dirs.map(({ name }) => join(folder, name))])
    for (const name of (await readdir(dir).catch(() => [])).filter((each) => ASIDE.test(each))) {
      const file = join(dir, name)
      const found = await stat(file).catch(() => undefined)
      if (found && now - found.mtimeMs > LEFT_MS) await rm(file, { force: true }).catch(() => undefined)
    }
}

/** Whether a file that is there may be replaced by what `writeWhole` writes. */
export async function isWritable(file: string): Promise<boolean> {
  try {
    await (await open(file, 'r+')).close()
    await access(dirname(await linkTarget(file)), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** A link stays a link: what it leads to is written. A new file gets the rights that the system gives; an old one keeps its own. */
export async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const target = await linkTarget(file)
  const before = await stat(target).catch(() => undefined)
  // Renaming needs no right to the file itself: one that may not be written must not be replaced either.
  if (before) await (await open(target, 'r+')).close()
  await mkdir(dirname(target), { recursive: true })
  const aside = asideName(target)
  try {
    await writeThrough(aside, bytes)
    if (before) {
      await chmod(aside, before.mode)
      await chown(aside, before.uid, before.gid).catch(() => undefined)
    }
    await rename(aside, target)
  } catch (thrown) {
    await rm(aside, { force: true })
    throw thrown
  }
  await syncFolder(dirname(target))
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle: FileHandle = await open(file, 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function linkTarget(file: string): Promise<string> {
  const found = await lstat(file).catch(() => undefined)
  return found?.isSymbolicLink() ? realpath(file) : file
}

/** The new name itself is on the disk then, where the system can do that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}
