import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileRole, normalName, stemOf } from '../library/names.ts'
import { hashOfFile } from './file-hash.ts'

/** What lies where, in the folder and in what is planned for it, by names as the pickiest file system tells them apart. */
export interface Places {
  /** What is at this place, or will be; undefined where nothing is. */
  at(dir: string, name: string): Promise<{ readonly name: string; readonly hash: string } | undefined>
  /** Files that are an item's own words and would be taken for the same item. */
  namesakes(dir: string, stem: string): Promise<readonly string[]>
  take(dir: string, name: string, hash: string): Promise<void>
}

interface Dir {
  readonly names: Map<string, { readonly name: string; hash?: string }>
  readonly words: Map<string, string[]>
}

/** Two machines that share a folder may take `Voices.csv` and `voices.csv` for one file. */
export function nameKey(name: string): string {
  return normalName(name).toLowerCase()
}

const WORDS: readonly string[] = ['markdown', 'table', 'data', 'xml']

/** Whether a file of this name holds an item's own words, or what is said of it. */
export function isWords(name: string): boolean {
  return WORDS.includes(fileRole(name))
}

export function placesIn(folder: string): Places {
  const dirs = new Map<string, Promise<Dir>>()
  const absolute = (dir: string): string => join(folder, ...dir.split('/'))

  function add({ names, words }: Dir, name: string, hash?: string): void {
    names.set(nameKey(name), { name, ...(hash === undefined ? {} : { hash }) })
    if (!isWords(name)) return
    const stem = nameKey(stemOf(name))
    words.set(stem, [...(words.get(stem) ?? []), name])
  }

  async function read(dir: string): Promise<Dir> {
    const made: Dir = { names: new Map(), words: new Map() }
    const found = await readdir(absolute(dir), { withFileTypes: true }).catch(() => [])
    for (const each of found) if (each.isFile()) add(made, each.name)
    return made
  }

  function dirOf(dir: string): Promise<Dir> {
    const known = dirs.get(nameKey(dir))
    if (known) return known
    const made = read(dir)
    dirs.set(nameKey(dir), made)
    return made
  }

  return {
    async at(dir, name) {
      const there = (await dirOf(dir)).names.get(nameKey(name))
      if (!there) return undefined
      there.hash ??= await hashOfFile(join(absolute(dir), there.name)).catch(() => '')
      return { name: there.name, hash: there.hash }
    },
    namesakes: async (dir, stem) => (await dirOf(dir)).words.get(nameKey(stem)) ?? [],
    async take(dir, name, hash) {
      const to = await dirOf(dir)
      if (!to.names.has(nameKey(name))) add(to, name, hash)
    },
  }
}
