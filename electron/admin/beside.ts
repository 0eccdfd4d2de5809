import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileRole, stemOf } from '../library/names.ts'

/** The files of an item, as the curator has them: its own and those beside it of the same name. */

/** Nobody writes more by hand; a longer one is a table or a trap. */
const MOST_BYTES = 2_000_000
const TEXTS: readonly string[] = ['markdown', 'data', 'transcript', 'table', 'xml']

/** Paths relative to the content folder, its own first. Empty where the folder cannot be reached. */
export function filesBeside(folder: string, path: string): readonly string[] {
  const dir = posix.dirname(path)
  const stem = stemOf(path)
  try {
    const names = readdirSync(join(folder, dir)).map((name) => (dir === '.' ? name : `${dir}/${name}`))
    const found = names.filter((each) => each === path || stemOf(each.normalize('NFC')) === stem)
    return found.sort((a, b) => Number(b === path) - Number(a === path) || (a < b ? -1 : 1))
  } catch {
    return []
  }
}

/** The text of a small file of words; undefined for any other, and where it cannot be read. A link is not followed. */
export function textOfFile(folder: string, path: string): string | undefined {
  if (!TEXTS.includes(fileRole(path)) && fileRole(path) !== 'other') return undefined
  try {
    const file = join(folder, path)
    const stats = lstatSync(file)
    if (!stats.isFile() || stats.size > MOST_BYTES) return undefined
    const bytes = readFileSync(file)
    const [first, second] = bytes
    const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
    return new TextDecoder(isWide ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes)
  } catch {
    return undefined
  }
}
