import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What nobody can do without, as plain as it gets: the measure of everything that is done beyond it. */

export interface BareWalk {
  readonly files: readonly string[]
  readonly ms: number
}

/** Every file below a folder with its size and times. */
export function bareWalk(folder: string): BareWalk {
  const start = performance.now()
  const files: string[] = []
  const walk = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const file = join(path, entry.name)
      if (entry.isDirectory()) walk(file)
      else if (lstatSync(file).isFile()) files.push(file)
    }
  }
  walk(folder)
  return { files, ms: performance.now() - start }
}

/** Reads every file of a folder and hashes it, as the library does with each that is new. */
export function readAndHash(folder: string): { files: number; mb: number; mbPerSecond: number } {
  const { files } = bareWalk(folder)
  const start = performance.now()
  let bytes = 0
  for (const file of files) {
    const content = readFileSync(file)
    createHash('sha256').update(content).digest('hex')
    bytes += content.length
  }
  const seconds = (performance.now() - start) / 1_000
  return { files: files.length, mb: bytes / 1e6, mbPerSecond: bytes / 1e6 / seconds }
}
