import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'

/** Up to so many bytes a file is taken at once: of ten thousand small ones the streams alone would take half a minute. */
export const SMALL = 1_000_000

/** SHA-256 of a file, however large. Rejects with what the disk says. */
export async function hashOfFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  if ((await stat(file)).size <= SMALL) hash.update(await readFile(file))
  else await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}
