import { mkdirSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Change, ChangeOf } from '../../renderer/core/admin/change.ts'
import type {
  ChangeAnswer,
  ChangeList,
  ErasureProof,
  FileText,
  RoomVersion,
} from '../../renderer/core/admin/change-answer.ts'
import type { ChangeSentence } from '../../renderer/core/admin/change-sentence.ts'
import type { KeptErasure } from '../../renderer/core/admin/ledger.ts'
import { readCuration } from '../library/curation-file.ts'
import { type FileRecord, renewed } from './edit-record.ts'
import { openEraser, type Trace } from './eraser.ts'
import { readFileText } from './file-text.ts'
import { withFolderLock } from './folder-lock.ts'
import { openJournal } from './journal.ts'
import { type Followed, type Items, makeChange, UNFOLLOWED, withdrawnItems } from './make-change.ts'
import { refusalOf, refuse, refuseBroken } from './refusal.ts'
import { patchRoom, type RoomNow, roomNow, roomPath } from './room-file.ts'
import { sentenceOf } from './sentences.ts'
import { makeAgain, moveAll, sweep, takeBack } from './take-back.ts'
import { shown } from './text-edit.ts'
import { ChangedMeanwhile, textOnDisk, Workspace } from './workspace.ts'
import type { YamlEdit } from './yaml-values.ts'

export interface CuratorParts {
  readonly folder: string
  readonly dataDir: string
  readonly items: Items
  /** ms since 1970 UTC */
  readonly now: () => number
  /** What the index holds of an item, before it is erased. */
  readonly traces?: ((id: string) => Pick<ErasureProof, 'wasIndexed' | 'derived'>) | undefined
}

/** The one that writes into the content folder. Every answer is a value; what is thrown is a defect of ours. */
export interface Curator {
  /** Of many items it tells how far it is, and can be called off until it is written. */
  change(change: Change, follow?: Followed): Promise<ChangeAnswer>
  undo(id?: number): Promise<ChangeAnswer>
  redo(id?: number): Promise<ChangeAnswer>
  changes(before: number | undefined, limit: number): ChangeList
  /** Who makes the changes from now on; nobody where empty. */
  name(by: string): void
  fileText(path: string): Promise<FileText>
  roomVersions(): readonly RoomVersion[]
  roomVersion(id: number): FileText
  restoreRoom(id: number): Promise<ChangeAnswer>
  /** Puts files into the folder and says what is true of them in room.yaml, as one change: all of it or nothing. */
  bringIn(files: BroughtIn): Promise<ChangeAnswer>
  /** What was erased from here, the latest first. */
  erasures(): readonly KeptErasure[]
  /** Goes on with what was begun and not finished; what still cannot be done says why. */
  finishErasures(): Promise<readonly KeptErasure[]>
  /** Of items that were erased by somebody else nothing is kept here. */
  forget(items: readonly string[]): Promise<void>
  close(): void
}

export interface BroughtIn {
  readonly sentence: ChangeSentence
  /** Under the lock: puts the files in their places, or throws and leaves none. */
  publish(): Promise<readonly { readonly path: string; readonly hash: string }[]>
  readonly room: (room: RoomNow) => readonly YamlEdit[]
}

/** An editor may save in the very moment; more often than so it would not stop. */
const TRIES = 20

type Written = { readonly files: readonly FileRecord[]; readonly roomBefore: string | undefined }

/** Throws what the journal's database throws. */
export function openCurator(parts: CuratorParts): Curator {
  const { folder, dataDir, items, now } = parts
  mkdirSync(dataDir, { recursive: true })
  const journal = openJournal(dataDir)
  const trash = join(dataDir, 'trash')
  const eraser = openEraser({ folder, dataDir, trash, journal, now })
  sweep(trash, now())
  // What was unpacked to be looked at, and never brought in.
  rmSync(join(dataDir, 'import'), { recursive: true, force: true })

  /** Prepared on what is on disk at this moment, and written; again from the start where somebody wrote in between. */
  async function write<Result>(
    prepare: (workspace: Workspace) => Promise<Result>,
  ): Promise<Written & { result: Result }> {
    return withFolderLock(folder, async () => {
      for (let tries = 1; ; tries += 1) {
        const workspace = new Workspace(folder)
        const room = await roomPath(folder)
        const result = await prepare(workspace)
        const roomBefore = workspace.changed().includes(room) ? await textOnDisk(workspace, room) : undefined
        try {
          return { files: await workspace.commit(), roomBefore, result }
        } catch (thrown) {
          if (!(thrown instanceof ChangedMeanwhile)) throw thrown
          if (tries === TRIES)
            throw refuse('busy', 'Another program keeps on writing this file.', 'Close it, then try again.')
        }
      }
    })
  }

  /** What has no way back is taken back at once: a curator who is told of a failure shall not find the change. */
  async function keep(
    sentence: ChangeSentence,
    { files, roomBefore }: Written,
    about: readonly string[],
  ): Promise<number> {
    try {
      const id = journal.add(now(), sentence, files, about)
      if (roomBefore !== undefined) journal.keepRoom(now(), id, roomBefore)
      return id
    } catch (thrown) {
      await unwrite(files)
      throw thrown
    }
  }

  /** What was edited is as it was before. */
  async function unwrite(files: readonly FileRecord[]): Promise<void> {
    const edits = files.filter(({ kind }) => kind === 'edit').toReversed()
    await write((workspace) => takeBack(workspace, edits, trash))
  }

  async function change(wanted: Change, follow: Followed): Promise<ChangeAnswer> {
    const sentence = sentenceOf(
      wanted,
      items.item,
      wanted.type === 'withdraw' ? withdrawnItems(items, wanted).length : 0,
    )
    if (wanted.type === 'erase') return erase(wanted, sentence, follow)
    const made = await write((workspace) => makeChange(workspace, wanted, items, now(), follow))
    const { skipped, items: about } = made.result
    if (made.files.length === 0) throw refuse('nothing', 'It is like this already.', 'Nothing is to be done.')
    const id = await keep(sentence, made, about)
    const files = made.files.map(({ path }) => path)
    return { ok: true, id, sentence, files, skipped }
  }

  function traceOf(item: string): Trace {
    const found = parts.traces?.(item) ?? { wasIndexed: items.item(item) !== undefined, derived: [] }
    return { item, ...found, path: items.item(item)?.path }
  }

  /**
   * What is to be removed is on the disk before room.yaml says so, and room.yaml says so before anything is removed: a
   * process that is killed anywhere goes on from there. From then on it stands, whatever becomes of its record.
   */
  async function erase(
    wanted: ChangeOf<'erase'>,
    sentence: ChangeSentence,
    follow: Followed,
  ): Promise<ChangeAnswer> {
    const ids = [...new Set(wanted.items)]
    const putBack = await eraser.begin(ids.map(traceOf), wanted.removeFiles)
    let made: Written
    try {
      made = await write((workspace) => makeChange(workspace, wanted, items, now(), follow))
    } catch (thrown) {
      try {
        putBack()
      } catch {
        // Then it stays begun; what room.yaml does not say is dropped at the next start.
      }
      throw thrown
    }
    const erased = await eraser.finish(ids, follow.tell)
    const files = made.files.map(({ path }) => path)
    return { ok: true, id: keepErasure(sentence, made, ids), sentence, files, skipped: [], erased }
  }

  /** Its line in the list of changes, without a way back: nobody who was erased comes back by a key. 0 where there is none. */
  function keepErasure(
    sentence: ChangeSentence,
    { files, roomBefore }: Written,
    ids: readonly string[],
  ): number {
    if (files.length === 0) return 0
    try {
      const id = journal.add(now(), sentence, files, ids)
      journal.seal(id, sentence)
      if (roomBefore !== undefined) journal.keepRoom(now(), id, roomBefore)
      return id
    } catch (thrown) {
      console.error('erasure: not in the list of changes', thrown)
      return 0
    }
  }

  async function back(which: number | undefined, state: 'done' | 'undone'): Promise<ChangeAnswer> {
    const id = which ?? (state === 'done' ? journal.lastDone() : journal.lastUndone())
    const entry = id === undefined ? undefined : journal.record(id)
    if (id === undefined || entry?.state !== state)
      throw refuse(
        'nothing',
        state === 'done' ? 'There is nothing to be undone.' : 'There is nothing to be done again.',
        'The list of changes tells what there is.',
      )
    const step = state === 'done' ? takeBack : makeAgain
    const records = state === 'done' ? entry.files.toReversed() : entry.files
    let moves: Awaited<ReturnType<typeof takeBack>> = []
    const made = await write(async (workspace) => {
      moves = await step(workspace, records, trash)
    })
    let moved: typeof moves = []
    try {
      await moveAll(moves)
      moved = moves
      journal.setState(id, state === 'done' ? 'undone' : 'done', renewed(entry.files, made.files, state))
    } catch (thrown) {
      await moveAll(moved.map(({ from, to }) => ({ from: to, to: from })))
      await unwrite(made.files)
      throw thrown
    }
    if (made.roomBefore !== undefined) journal.keepRoom(now(), id, made.roomBefore)
    const files = [...new Set(entry.files.map(({ path }) => path))]
    return { ok: true, id, sentence: entry.sentence, files, skipped: [] }
  }

  /** Refusals are answers. */
  async function answered(work: () => Promise<ChangeAnswer>): Promise<ChangeAnswer> {
    try {
      return await work()
    } catch (thrown) {
      return { ok: false, ...refusalOf(thrown) }
    }
  }

  async function restore(id: number): Promise<ChangeAnswer> {
    const version = journal.roomText(id)
    if (!version) throw refuse('not-found', 'This version is not kept any more.', 'Choose another one.')
    const sentence: ChangeSentence = { key: 'restored', at: version.at }
    const made = await write(async (workspace) => {
      const path = await roomPath(folder)
      const read = readCuration(path, Buffer.from(version.text))
      if (!read.ok) throw refuseBroken(read.unreadable, 'invalid')
      // Who was erased since stays so.
      const { curation } = await roomNow(workspace)
      await workspace.setText(path, version.text)
      const erased = Object.entries(curation.items).filter(
        ([id, each]) => each.erased && !read.value.items[id]?.erased,
      )
      if (erased.length > 0)
        await patchRoom(
          workspace,
          erased.map(([id]) => ({ path: ['items', id, 'erased'], value: true })),
        )
    })
    if (made.files.length === 0) throw refuse('nothing', 'It is like this already.', 'Nothing is to be done.')
    return {
      ok: true,
      id: await keep(sentence, made, []),
      sentence,
      files: made.files.map(({ path }) => path),
      skipped: [],
    }
  }

  async function bringIn({ sentence, publish, room }: BroughtIn): Promise<ChangeAnswer> {
    let published: Awaited<ReturnType<typeof publish>> | undefined
    try {
      const made = await write(async (workspace) => {
        const edits = room(await roomNow(workspace))
        if (edits.length > 0) await patchRoom(workspace, edits)
        published ??= await publish()
      })
      const files = (published ?? []).map(
        ({ path, hash }): FileRecord => ({ kind: 'made', path, after: hash }),
      )
      const records = [...files, ...made.files]
      if (records.length === 0)
        throw refuse('nothing', 'All of it is in the folder already.', 'Nothing is to be done.')
      const id = await keep(sentence, { ...made, files: records }, [])
      return { ok: true, id, sentence, files: records.map(({ path }) => path), skipped: [] }
    } catch (thrown) {
      for (const { path } of published ?? []) await rm(join(folder, ...path.split('/')), { force: true })
      throw thrown
    }
  }

  return {
    bringIn: (files) => answered(() => bringIn(files)),
    change: (wanted, follow = UNFOLLOWED) => answered(() => change(wanted, follow)),
    undo: (id) => answered(() => back(id, 'done')),
    redo: (id) => answered(() => back(id, 'undone')),
    changes: journal.list,
    name: journal.name,
    fileText: (path) => readFileText(folder, path),
    roomVersions: journal.rooms,
    roomVersion(id) {
      const version = journal.roomText(id)
      return version
        ? { ok: true, path: 'room.yaml', text: shown(version.text) }
        : {
            ok: false,
            because: 'not-found',
            message: 'This version is not kept any more.',
            hint: 'Choose another one.',
          }
    },
    restoreRoom: (id) => answered(() => restore(id)),
    erasures: eraser.list,
    async finishErasures() {
      try {
        return await eraser.resume()
      } catch (thrown) {
        // The folder is out of reach: they stay begun, and say so.
        console.error(refusalOf(thrown).message)
        return eraser.list()
      }
    },
    forget: eraser.forget,
    close() {
      eraser.close()
      journal.close()
    },
  }
}
