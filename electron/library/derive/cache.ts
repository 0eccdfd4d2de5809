import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Derived bytes by their own SHA-256, under dataDir/cache. Everything in it can be made again. */
export interface Cache {
  /** Writes bytes, or finds them there already; resolves to their hash when they are safe on disk. */
  put(bytes: Uint8Array): Promise<string>
  /** True while the file is there: a cache may be emptied at any time. */
  has(hash: string): boolean
  remove(hash: string): void
  /** Hashes of all whole files; what a killed process left half-written is removed on the way. */
  list(): Set<string>
  /** Another text as soon as a file has come or gone since: a folder's own time is that of its last entry. */
  stamp(): string
}

const HASH = /^[0-9a-f]{64}$/

export function cacheFile(dataDir: string, hash: string): string {
  return join(dataDir, 'cache', hash.slice(0, 2), hash)
}

export function openCache(dataDir: string): Cache {
  const root = join(dataDir, 'cache')
  mkdirSync(root, { recursive: true })
  return {
    put: (bytes) => put(dataDir, bytes),
    has: (hash) => existsSync(cacheFile(dataDir, hash)),
    remove: (hash) => rmSync(cacheFile(dataDir, hash), { force: true }),
    list: () => list(root),
    stamp: () => stamp(root),
  }
}

async function put(dataDir: string, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = cacheFile(dataDir, hash)
  const size = await stat(file).then(
    (stats) => stats.size,
    () => -1,
  )
  if (size === bytes.length) return hash
  const temporary = `${file}.${process.pid}.part`
  await mkdir(join(file, '..'), { recursive: true })
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(bytes)
    // Without this a power cut may leave a file of the right name and no bytes.
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file).catch(async (error: unknown) => {
    await rm(temporary, { force: true })
    throw error
  })
  return hash
}

function stamp(root: string): string {
  const hash = createHash('sha256')
  for (const name of ['.', ...readdirSync(root).sort()]) {
    const { mtimeNs, ino } = statSync(join(root, name), { bigint: true })
    hash.update(`${name} ${mtimeNs} ${ino}\n`)
  }
  return hash.digest('base64url')
}

function list(root: string): Set<string> {
  const found = new Set<string>()
  for (const folder of readdirSync(root, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue
    for (const name of readdirSync(join(root, folder.name))) {
      if (HASH.test(name)) found.add(name)
      else rmSync(join(root, folder.name, name), { force: true })
    }
  }
  return found
}
