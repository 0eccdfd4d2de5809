import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ComingFiles } from './coming-files.ts'
import { hashOfFile } from './file-hash.ts'
import { withFolderLock } from './folder-lock.ts'
import type { Journal } from './journal.ts'

/**
 * What is being brought in, noted before the first byte of it is in the folder and forgotten when the journal has it. Whoever finds
 * such a note at the start was killed in between: what the journal does not know by then is taken out again.
 */
export interface ComingNote {
  write(): Promise<void>
  forget(): Promise<void>
}

interface Noted {
  readonly at: number
  readonly asides: readonly string[]
  readonly files: readonly { readonly to: string; readonly hash: string }[]
}

const notesOf = (dataDir: string): string => join(dataDir, 'coming-in')

let last = 0

export function comingNote(dataDir: string, at: number, coming: ComingFiles): ComingNote {
  last += 1
  const file = join(notesOf(dataDir), `${process.pid}-${last}.json`)
  const files = coming.files.map(({ to, hash }) => ({ to, hash }))
  return {
    async write() {
      const noted: Noted = { at, asides: coming.asides, files }
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, JSON.stringify(noted), { flush: true })
    },
    forget: () => rm(file, { force: true }),
  }
}

/** Whether something was being brought in when this room was curated last. */
export async function isComingNoted(dataDir: string): Promise<boolean> {
  return (await readdir(notesOf(dataDir)).catch(() => [])).length > 0
}

/** Brings to an end what was begun before, after the journal has settled what it knew of it. What cannot be done now, since the folder is away, waits for the next start. */
export async function endComing(folder: string, dataDir: string, journal: Journal): Promise<void> {
  for (const name of await readdir(notesOf(dataDir)).catch(() => [])) {
    const file = join(notesOf(dataDir), name)
    const noted = readNote(await readFile(file, 'utf8').catch(() => ''))
    try {
      if (noted) await withFolderLock(folder, () => end(folder, noted, journal))
      await rm(file, { force: true })
    } catch {
      // The note stays, and with it the way to an end.
    }
  }
}

/** A note is written before anything else is: half of one speaks of nothing. */
function readNote(text: string): Noted | undefined {
  try {
    return JSON.parse(text) as Noted
  } catch {
    return undefined
  }
}

async function end(folder: string, noted: Noted, journal: Journal): Promise<void> {
  const absolute = (path: string): string => join(folder, ...path.split('/'))
  for (const aside of noted.asides) await rm(absolute(aside), { force: true })
  if (isKept(noted, journal)) return
  for (const { to, hash } of noted.files)
    if (await isStill(absolute(to), hash)) await rm(absolute(to), { force: true })
}

/** What somebody has written there since is not ours to take away. */
async function isStill(file: string, hash: string): Promise<boolean> {
  return (await hashOfFile(file).catch(() => undefined)) === hash
}

/** The journal has it, whole. */
function isKept({ at, files }: Noted, journal: Journal): boolean {
  const paths = new Set(files.map(({ to }) => to))
  return journal
    .list(undefined, 3)
    .entries.some(
      (entry) =>
        entry.sentence.key === 'imported' &&
        entry.at >= Math.floor(at) &&
        [...paths].every((path) => entry.files.includes(path)),
    )
}
