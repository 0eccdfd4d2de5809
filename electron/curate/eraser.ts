import { access, readdir, rm } from 'node:fs/promises'
import { join, posix } from 'node:path'
import type { ErasureProof, Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { KeptErasure } from '../../renderer/core/admin/ledger.ts'
import { type Erasure, openErasures } from './erasures.ts'
import { withFolderLock } from './folder-lock.ts'
import { unitOf } from './item-place.ts'
import type { Journal } from './journal.ts'
import { refusalOf, refuse } from './refusal.ts'
import { roomNow } from './room-file.ts'
import { textOnDisk, Workspace } from './workspace.ts'

/** Removes what is kept of items that room.yaml says are erased: what cannot be removed now is told, and done later. */

export interface EraserParts {
  readonly folder: string
  readonly dataDir: string
  readonly trash: string
  readonly journal: Pick<Journal, 'held' | 'forget'>
  /** ms since 1970 UTC */
  readonly now: () => number
}

/** What is known of an item before it is erased. */
export type Trace = Pick<ErasureProof, 'item' | 'wasIndexed' | 'derived'> & {
  readonly path: string | undefined
}

export type Eraser = ReturnType<typeof openEraser>

type Unfinished = ErasureProof['unfinished']

/** Throws what SQLite throws. */
export function openEraser({ folder, dataDir, trash, journal, now }: EraserParts) {
  const erasures = openErasures(dataDir)
  const absolute = (path: string): string => join(folder, ...path.split('/'))

  async function erasureOf(
    { item, path, wasIndexed, derived }: Trace,
    removeFiles: boolean,
  ): Promise<Erasure> {
    // A row stands in a file with others.
    const isOwn = path !== undefined && !item.includes('#')
    const remove = isOwn && removeFiles ? ((await unitOf(folder, path))?.members ?? []) : []
    const held = journal.held(item, path === undefined ? [] : [path])
    return { item, path, remove, wasIndexed, derived, journal: held }
  }

  /** One item, as far as it goes. */
  async function eraseOne(erasure: Erasure): Promise<ErasureProof> {
    const { item, path, remove, wasIndexed, derived } = erasure
    const deleted = await removeFiles(remove)
    const aside = path === undefined ? undefined : await attempt(() => sweepBeside(path), path)
    const forgotten = await attempt(async () => {
      const { files } = journal.forget(item, path === undefined ? [] : [path])
      for (const hash of files) await rm(join(trash, hash), { force: true })
    })
    const isStanding = path !== undefined && (await isThere(absolute(path)))
    const unfinished = deleted.unfinished ?? aside ?? (forgotten && { ...forgotten, ...NOT_FORGOTTEN })
    return {
      ...{ item, wasIndexed, derived },
      journal: erasure.journal,
      deletedFiles: deleted.files,
      stillIn: isStanding ? [path] : [],
      ...(unfinished ? { unfinished } : {}),
    }
  }

  async function removeFiles(
    paths: readonly string[],
  ): Promise<{ readonly files: readonly string[]; readonly unfinished?: Unfinished }> {
    let unfinished: Unfinished
    const files: string[] = []
    for (const path of paths) {
      const failed = await attempt(() => rm(absolute(path), { force: true }), path)
      if (failed) unfinished ??= { ...failed, ...NOT_DELETED }
      else files.push(path)
    }
    return { files, ...(unfinished ? { unfinished } : {}) }
  }

  /** What a writer that was killed has left of this file; the lock keeps everybody else from writing one just now. */
  async function sweepBeside(path: string): Promise<void> {
    const dir = absolute(posix.dirname(path))
    const begins = `.~${posix.basename(path).slice(0, 60)}-`
    for (const name of await readdir(dir).catch(() => []))
      if (name.startsWith(begins) && name.endsWith('.tmp')) await rm(join(dir, name), { force: true })
  }

  async function finish(
    wanted: readonly Erasure[],
    tell: (done: number) => void,
  ): Promise<readonly ErasureProof[]> {
    const proofs: ErasureProof[] = []
    for (const erasure of wanted) {
      tell(proofs.length)
      const proof = await eraseOne(erasure)
      // Where it cannot be kept the row says that it was begun, and all of it is looked at again.
      const failed = await attempt(async () => erasures.keep(erasure, proof))
      proofs.push(failed ? { ...proof, unfinished: { ...failed, ...NOT_FORGOTTEN } } : proof)
    }
    return proofs
  }

  function list(): readonly KeptErasure[] {
    return erasures.list().map(({ at, erasure }) => ({ at, proof: erasure.proof ?? unproven(erasure) }))
  }

  return {
    /** Before the first thing is removed. What comes back puts it back, where room.yaml could not be written. */
    async begin(traces: readonly Trace[], removesFiles: boolean): Promise<() => void> {
      const all = await Promise.all(traces.map((each) => erasureOf(each, removesFiles)))
      return erasures.begin(now(), all)
    },
    /** room.yaml says it: now nothing of it may stay. Never rejects for what the disk says. */
    async finish(items: readonly string[], tell: (done: number) => void): Promise<readonly ErasureProof[]> {
      const wanted = items.flatMap((item) => erasures.find(item) ?? [])
      let proofs: readonly ErasureProof[] = []
      const failed = await attempt(async () => {
        proofs = await withFolderLock(folder, () => finish(wanted, tell))
      })
      return failed ? wanted.map((each) => ({ ...unproven(each), unfinished: failed })) : proofs
    },
    /** What was begun and did not come to its end. Throws a refusal where the folder cannot be read. */
    async resume(): Promise<readonly KeptErasure[]> {
      const begun = erasures.begun()
      if (begun.length > 0) {
        const said = await erasedIn(folder)
        for (const { item } of begun) if (!said.has(item)) erasures.drop(item)
        await withFolderLock(folder, () =>
          finish(
            begun.filter(({ item }) => said.has(item)),
            () => undefined,
          ),
        )
      }
      return list()
    },
    /** Erased by somebody else on this folder. */
    async forget(items: readonly string[]): Promise<void> {
      for (const item of items) {
        if (erasures.find(item)) continue
        const { files } = journal.forget(item, [])
        for (const hash of files) await rm(join(trash, hash), { force: true })
        erasures.elsewhere(now(), item)
      }
    },
    list,
    close: erasures.close,
  }
}

/** Ids that room.yaml says are erased. Throws a refusal where it is not there: then nobody knows what was said. */
async function erasedIn(folder: string): Promise<ReadonlySet<string>> {
  await access(folder)
  const workspace = new Workspace(folder)
  const { path, curation } = await roomNow(workspace)
  if ((await textOnDisk(workspace, path)) === undefined)
    throw refuse(
      'gone',
      'The folder, or a file in it, cannot be reached.',
      'See that the share or the disk is there, then try again.',
      { path },
    )
  return new Set(Object.entries(curation.items).flatMap(([id, { erased }]) => (erased ? [id] : [])))
}

const NOT_YET: Pick<Refusal, 'because' | 'message' | 'hint'> = {
  because: 'cancelled',
  message: 'The erasure was broken off.',
  hint: 'It is finished at the next start, or from here.',
}

/** Of what was begun, and of which nobody can say how far it came. */
function unproven({ item, wasIndexed, derived, path }: Erasure): ErasureProof {
  const stillIn = path === undefined ? [] : [path]
  return { item, wasIndexed, derived, journal: 0, deletedFiles: [], stillIn, unfinished: NOT_YET }
}

const NOT_DELETED = {
  message: 'This file of it could not be deleted. It is not read any more.',
  hint: 'Delete it by hand, or finish the erasure from here once it may be deleted.',
} as const

const NOT_FORGOTTEN = {
  message: 'What the journal holds of it could not be overwritten yet.',
  hint: 'Make room on the disk of this machine; it is finished at the next start, or from here.',
} as const

/** Why it could not be done; undefined where it could. */
async function attempt(
  work: () => Promise<void>,
  path?: string,
): Promise<Pick<Refusal, 'because' | 'message' | 'hint' | 'path'> | undefined> {
  try {
    await work()
    return undefined
  } catch (thrown) {
    try {
      return refusalOf(thrown, path)
    } catch {
      // A program that holds the file open, or a disk with a word of its own: it is not done either.
      console.error('erasure: not finished', thrown)
      return { because: 'gone', ...NOT_DELETED, ...(path === undefined ? {} : { path }) }
    }
  }
}

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  )
}
