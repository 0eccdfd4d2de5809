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
import { endComing } from './coming-note.ts'
import { type FileRecord, renewed } from './edit-record.ts'
import { openEraser, type Trace } from './eraser.ts'
import { readFileText } from './file-text.ts'
import { openJournal } from './journal.ts'
import { type Followed, type Items, makeChange, UNFOLLOWED, withdrawnItems } from './make-change.ts'
import { refusalOf, refuse, refuseBroken } from './refusal.ts'
import { patchRoom, type RoomNow, roomNow, roomPath } from './room-file.ts'
import { sentenceOf } from './sentences.ts'
import { settleBegun } from './settle-begun.ts'
import { makeAgain, moveAll, sweep, takeBack } from './take-back.ts'
import { shown } from './text-edit.ts'
import type { Workspace } from './workspace.ts'
import { sweepAsides } from './write-file.ts'
import { makeWriter, type Written } from './writer.ts'
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
  /** Ends what was being brought in when all of this was killed: it is in the folder whole, or not at all. */
  endComing(): Promise<void>
  /** What was erased from here, the latest first. */
  erasures(): readonly KeptErasure[]
  /** Goes on with what was begun and not finished; what still cannot be done says why. */
  finishErasures(): Promise<readonly KeptErasure[]>
  /** Of items that were erased by somebody else nothing is kept here. */
  forget(items: readonly string[]): Promise<void>
  close(): void
}

/** A file that was not there before; `hash` is the SHA-256 of it. */
export interface NewFile {
  readonly path: string
  readonly hash: string
}

const madeFile = ({ path, hash }: NewFile): FileRecord => ({ kind: 'made', path, after: hash })

export interface BroughtIn {
  readonly sentence: ChangeSentence
  /** What takes long, before the lock is asked for: nobody who changes something meanwhile waits for a film. */
  prepare?(): Promise<void>
  /** Under the lock: puts the files in their places, or throws and leaves none. Before the first it tells which they will be. */
  publish(tell: (files: readonly NewFile[]) => void): Promise<readonly NewFile[]>
  readonly room: (room: RoomNow) => readonly YamlEdit[]
  /** Whatever became of it. */
  end?(): Promise<void>
}

/** Throws what the journal's database throws. */
export function openCurator(parts: CuratorParts): Curator {
  const { folder, dataDir, items, now } = parts
  mkdirSync(dataDir, { recursive: true })
  const journal = openJournal(dataDir)
  settleBegun(journal, folder)
  const trash = join(dataDir, 'trash')
  const { write, keep, unwrite, drop } = makeWriter({ folder, journal, trash, now })
  const eraser = openEraser({ folder, dataDir, trash, journal, now })
  sweep(trash, now())
  // What was unpacked to be looked at, and never brought in.
  rmSync(join(dataDir, 'import'), { recursive: true, force: true })

  async function change(wanted: Change, follow: Followed): Promise<ChangeAnswer> {
    const sentence = sentenceOf(
      wanted,
      items.item,
      wanted.type === 'withdraw' ? withdrawnItems(items, wanted).length : 0,
    )
    if (wanted.type === 'erase') return erase(wanted, sentence, follow)
    const made = await write(
      (workspace) => makeChange(workspace, wanted, items, now(), follow),
      (written, prepared) => ({ sentence, files: written, items: prepared?.items ?? [] }),
    )
    const { skipped } = made.result
    const id = await keep(made)
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
      // Without a way back in the journal: `erasures.db` is what tells the next start of it.
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
    const to = state === 'done' ? 'undone' : 'done'
    let moves: Awaited<ReturnType<typeof takeBack>> = []
    const made = await write(
      async (workspace) => {
        moves = await step(workspace, records, trash)
      },
      (written) => ({
        sentence: entry.sentence,
        files: renewed(entry.files, written, state),
        items: [],
        again: { id, state: to, written },
      }),
    )
    let moved: typeof moves = []
    try {
      await moveAll(moves)
      moved = moves
      if (made.begun) journal.end(made.begun)
    } catch (thrown) {
      await moveAll(moved.map((move) => ({ from: move.to, to: move.from })))
      await unwrite(made.files)
      drop(made.begun)
      throw thrown
    }
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
    const prepare = async (workspace: Workspace): Promise<void> => {
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
    }
    const made = await write(prepare, (files) => ({ sentence, files, items: [] }))
    const files = made.files.map(({ path }) => path)
    return { ok: true, id: await keep(made), sentence, files, skipped: [] }
  }

  async function bringIn({ sentence, prepare, publish, room, end }: BroughtIn): Promise<ChangeAnswer> {
    let published: readonly NewFile[] | undefined
    let coming: readonly NewFile[] = []
    try {
      await prepare?.()
      const made = await write(
        async (workspace, begin) => {
          const edits = room(await roomNow(workspace))
          if (edits.length > 0) await patchRoom(workspace, edits)
          published ??= await publish((files) => {
            coming = files
            begin()
          })
          coming = published
        },
        (written) => ({ sentence, files: [...coming.map(madeFile), ...written], items: [] }),
      )
      if (!made.begun)
        throw refuse('nothing', 'All of it is in the folder already.', 'Nothing is to be done.')
      const files = made.begun.files.map(({ path }) => path)
      return { ok: true, id: await keep(made), sentence, files, skipped: [] }
    } catch (thrown) {
      for (const { path } of published ?? []) await rm(join(folder, ...path.split('/')), { force: true })
      throw thrown
    } finally {
      await end?.()
    }
  }

  return {
    bringIn: (files) => answered(() => bringIn(files)),
    async endComing() {
      await endComing(folder, dataDir, journal)
      await sweepAsides(folder, now())
    },
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
