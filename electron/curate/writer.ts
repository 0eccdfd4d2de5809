import type { FileRecord } from './edit-record.ts'
import { withFolderLock } from './folder-lock.ts'
import type { Begun, BegunRow, Journal } from './journal.ts'
import { refuse } from './refusal.ts'
import { roomPath } from './room-file.ts'
import { takeBack } from './take-back.ts'
import { ChangedMeanwhile, textOnDisk, Workspace } from './workspace.ts'

/** Writes what was prepared, under the folder's lock, with the journal told before and after. */

export interface Written {
  readonly files: readonly FileRecord[]
  /** None where nothing was to be written, or the journal was not to be told. */
  readonly begun: BegunRow | undefined
  /** room.yaml as it was before, where it was written. */
  readonly roomBefore: string | undefined
}

/** What the journal is told of files that are about to be written; of files that are made before the others, without what is prepared. */
export type Intent<Result> = (
  files: readonly FileRecord[],
  prepared: Result | undefined,
) => Omit<Begun, 'at' | 'roomBefore'>

/** An editor may save in the very moment; more often than so it would not stop. */
const TRIES = 20

export interface WriterParts {
  readonly folder: string
  readonly journal: Pick<Journal, 'begin' | 'end' | 'drop'>
  readonly trash: string
  /** ms since 1970 UTC */
  readonly now: () => number
}

export function makeWriter({ folder, journal, trash, now }: WriterParts) {
  /**
   * Prepared on what is on disk at this moment, and written; again from the start where somebody wrote in between. What is
   * begun stands in the journal until `keep` or `drop`: whoever prepares puts it there himself before he makes files.
   */
  async function write<Result>(
    prepare: (workspace: Workspace, begin: () => void) => Promise<Result>,
    intent?: Intent<Result>,
  ): Promise<Written & { result: Result }> {
    return withFolderLock(folder, async () => {
      let begun: BegunRow | undefined
      function begin(files: readonly FileRecord[], prepared?: Result, roomBefore?: string): void {
        const what = intent?.(files, prepared)
        if (what && what.files.length > 0) begun = journal.begin({ ...what, at: now(), roomBefore }, begun)
      }
      for (let tries = 1; ; tries += 1) {
        try {
          const workspace = new Workspace(folder)
          const room = await roomPath(folder)
          const result = await prepare(workspace, () => begin(workspace.records()))
          const roomBefore = workspace.changed().includes(room)
            ? await textOnDisk(workspace, room)
            : undefined
          const files = await workspace.commit((each) => begin(each, result, roomBefore))
          return { files, begun, roomBefore, result }
        } catch (thrown) {
          if (thrown instanceof ChangedMeanwhile && tries < TRIES) continue
          drop(begun)
          if (!(thrown instanceof ChangedMeanwhile)) throw thrown
          throw refuse('busy', 'Another program keeps on writing this file.', 'Close it, then try again.')
        }
      }
    })
  }

  /** Where the journal's disk is full its row stays, and is settled at the next start. */
  function drop(begun: BegunRow | undefined): void {
    try {
      if (begun) journal.drop(begun)
    } catch {}
  }

  /** What has no way back is taken back at once: a curator who is told of a failure shall not find the change. */
  async function keep({ files, begun }: Written): Promise<number> {
    if (!begun) throw refuse('nothing', 'It is like this already.', 'Nothing is to be done.')
    try {
      return journal.end(begun)
    } catch (thrown) {
      await unwrite(files)
      drop(begun)
      throw thrown
    }
  }

  /** What was edited is as it was before. */
  async function unwrite(files: readonly FileRecord[]): Promise<void> {
    const edits = files.filter(({ kind }) => kind === 'edit').toReversed()
    await write((workspace) => takeBack(workspace, edits, trash))
  }

  return { write, keep, unwrite, drop }
}
