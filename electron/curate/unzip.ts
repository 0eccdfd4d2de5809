import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type Entry, open, type ZipFile } from 'yauzl'
import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import { isLitter } from '../library/names.ts'
import { refuse } from './refusal.ts'

/** A zip, unpacked aside within limits. What it declares is summed up before a byte is unpacked, and no entry may be larger than it says. */

const MOST_FILES = 20_000
const MOST_BYTES = 4_000_000_000
const MOST_OF_ONE = 500_000_000
/** Real files of any sort stay far below; a bomb is a thousandfold. */
const MOST_PACKED = 200
const SMALL = 10_000_000

export interface Unpacked {
  readonly name: string
  readonly file: string
  readonly bytes: number
}

export interface UnzipResult {
  readonly files: readonly Unpacked[]
  readonly refused: readonly Refusal[]
}

/** Throws a refusal where the whole archive cannot be trusted. */
export async function unzip(
  archive: string,
  name: string,
  into: string,
  signal: AbortSignal,
): Promise<UnzipResult> {
  const zip = await opened(archive, name)
  try {
    const { entries, refused } = await entriesOf(zip, name)
    const files: Unpacked[] = []
    for (const [at, entry] of entries.entries()) {
      signal.throwIfAborted()
      const file = join(into, ...entry.fileName.split('/'))
      await mkdir(dirname(file), { recursive: true })
      await pipeline(await streamOf(zip, entry), createWriteStream(file, { flags: 'wx' }), { signal })
      files.push({ name: entry.fileName, file, bytes: entries[at]?.uncompressedSize ?? 0 })
    }
    return { files, refused }
  } finally {
    zip.close()
  }
}

function opened(archive: string, name: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(archive, { lazyEntries: true, autoClose: false }, (thrown, zip) => {
      if (thrown) reject(unsafe(name, 'It cannot be read as a zip archive.'))
      else resolve(zip)
    })
  })
}

function unsafe(name: string, why: string) {
  return refuse(
    'invalid',
    `${why} Nothing of it was unpacked.`,
    'Unpack it yourself, look at what is in it, and bring in the files.',
    { path: name },
  )
}

const IS_LINK = 0o120000

function entriesOf(zip: ZipFile, name: string): Promise<{ entries: Entry[]; refused: Refusal[] }> {
  const entries: Entry[] = []
  const refused: Refusal[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      const said = trouble(entry)
      bytes += entry.uncompressedSize
      if (entries.length > MOST_FILES || bytes > MOST_BYTES)
        return reject(unsafe(name, 'It holds more than a room could.'))
      const packed = entry.uncompressedSize / Math.max(1, entry.compressedSize)
      if (entry.uncompressedSize > SMALL && packed > MOST_PACKED)
        return reject(unsafe(name, 'It is packed in a way that only bombs are.'))
      if (said !== undefined)
        refused.push({
          because: 'invalid',
          message: said,
          hint: 'Take it out of the archive first.',
          path: `${name}/${entry.fileName}`,
        })
      else if (!entry.fileName.endsWith('/') && !entry.fileName.split('/').some(isLitter)) entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => resolve({ entries, refused }))
    // Names that lead out of the folder, absolute ones among them, are refused by the library as a whole.
    zip.on('error', () => reject(unsafe(name, 'It is damaged, or names files outside of itself.')))
    zip.readEntry()
  })
}

function trouble(entry: Entry): string | undefined {
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === IS_LINK) return 'It is a link, not a file.'
  if ((entry.generalPurposeBitFlag & 1) === 1) return 'It is locked with a password.'
  if (/\.(zip|7z|rar|tar|gz|tgz)$/i.test(entry.fileName)) return 'It is an archive in an archive.'
  return entry.uncompressedSize > MOST_OF_ONE ? 'It is larger than 500 MB.' : undefined
}

function streamOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (thrown, stream) => (thrown ? reject(thrown) : resolve(stream)))
  })
}
