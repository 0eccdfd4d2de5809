import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ChangeSentence } from '../../renderer/core/admin/change-sentence.ts'
import type { ComingFiles } from './coming-files.ts'
import type { FileRecord } from './edit-record.ts'
import { hashOfFile } from './file-hash.ts'
import { withFolderLock } from './folder-lock.ts'
import type { Journal } from './journal.ts'

/**
 * What is being brought in, noted before the first byte of it is in the folder and forgotten when the journal has it. Whoever finds
 * such a note at the start was killed in between: then either all of it stays and is in the journal, or nothing of it.
 */
export interface ComingNote {
  /** What would be changed beside the files themselves: of room.yaml, or of nothing. */
  write(edits: readonly FileRecord[]): Promise<void>
  forget(): Promise<void>
}

interface Noted {
  readonly at: number
  readonly sentence: ChangeSentence
  readonly asides: readonly string[]
  readonly files: readonly { readonly to: string; readonly hash: string }[]
  readonly edits: readonly FileRecord[]
}

const notesOf = (dataDir: string): string => join(dataDir, 'coming-in')

let last = 0

export function comingNote(
  dataDir: string,
  at: number,
  sentence: ChangeSentence,
  coming: ComingFiles,
): ComingNote {
  last += 1
  const file = join(notesOf(dataDir), `${process.pid}-${last}.json`)
  const files = coming.files.map(({ to, hash }) => ({ to, hash }))
  return {
    async write(edits) {
      const noted: Noted = { at, sentence, asides: coming.asides, files, edits }
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

/** Brings to an end what was begun before. What cannot be done now, since the folder is away, waits for the next start. */
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
  const ours: string[] = []
  for (const { to, hash } of noted.files) if (await isStill(absolute(to), hash)) ours.push(to)
  const made = noted.files.map(({ to, hash }): FileRecord => ({ kind: 'made', path: to, after: hash }))
  // Its last step is that of room.yaml: once that is done nothing is lacking but the journal's line.
  const isWhole =
    ours.length === made.length &&
    noted.edits.length > 0 &&
    (await Promise.all(noted.edits.map(({ path, after }) => isStill(absolute(path), after)))).every(Boolean)
  if (isWhole) journal.add(noted.at, noted.sentence, [...made, ...noted.edits], [])
  else for (const path of ours) await rm(absolute(path), { force: true })
}

/** What somebody has written there since is not ours to take away. */
async function isStill(file: string, hash: string): Promise<boolean> {
  return (await hashOfFile(file).catch(() => undefined)) === hash
}

/** The journal has it: only the note was not forgotten yet. */
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
