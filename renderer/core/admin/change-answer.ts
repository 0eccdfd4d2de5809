import type { ChangeSentence } from './change-sentence.ts'

/** What comes of a change: on disk, or why not. */

/** Why a change was not made. Each has words of its own in `message` and `hint`. */
export type RefusedBecause =
  /** room.yaml or the item's file cannot be read as it is now: it is never written over. */
  | 'broken'
  /** What would come of it is no valid file. */
  | 'invalid'
  /** Somebody has changed the same meanwhile; `sides` shows both. */
  | 'conflict'
  /** The file cannot hold it: a cell of a workbook, a row's own consent. */
  | 'no-place'
  | 'not-found'
  | 'read-only'
  | 'full'
  /** Another program holds the folder's lock for too long. */
  | 'busy'
  /** The folder is out of reach. */
  | 'gone'
  | 'nothing'
  | 'cancelled'

export interface Refusal {
  readonly because: RefusedBecause
  readonly message: string
  readonly hint: string
  /** POSIX path relative to the content folder, where it is about one file. */
  readonly path?: string | undefined
  /** 1-based. */
  readonly line?: number | undefined
  readonly field?: string | undefined
  readonly items?: readonly string[] | undefined
  readonly sides?: { readonly mine: string; readonly theirs: string } | undefined
}

export type ChangeAnswer =
  | {
      readonly ok: true
      /** The change's number in the journal; for undo and redo the number of the change that was taken back or made again. */
      readonly id: number
      readonly sentence: ChangeSentence
      /** Files that were written, moved or deleted. */
      readonly files: readonly string[]
      /** Of several items, those for which it could not be done. */
      readonly skipped: readonly Refusal[]
      /** Of an erasure. */
      readonly erased?: readonly ErasureProof[] | undefined
    }
  | ({ readonly ok: false } & Refusal)

/** What was removed of an item, without a word of its content. */
export interface ErasureProof {
  readonly item: string
  /** In the index when the erasure began. */
  readonly wasIndexed: boolean
  /** Derived files that the index had of it when the erasure began, by their hashes, which tell nothing: the library deletes them as it reads. */
  readonly derived: readonly string[]
  /** Entries of the journal that lost what they held of it. */
  readonly journal: number
  readonly deletedFiles: readonly string[]
  /** Where it still stands in the folder: nothing of it is read from there any more. */
  readonly stillIn: readonly string[]
  /** Why not all of it is done; what is left is done at the next start, or when somebody asks for it. */
  readonly unfinished?: Pick<Refusal, 'because' | 'message' | 'hint' | 'path'> | undefined
}

export interface ChangeEntry {
  readonly id: number
  /** ms since 1970 UTC */
  readonly at: number
  readonly sentence: ChangeSentence
  readonly files: readonly string[]
  /** Who made it, by the name that she had given; absent where none was. */
  readonly by?: string | undefined
  /** `sealed`: what it changed was erased since, or its earlier state was let go, so that it cannot be taken back. */
  readonly state: 'done' | 'undone' | 'sealed'
}

export interface ChangeList {
  readonly entries: readonly ChangeEntry[]
  /** What undo and redo without a number would do next. */
  readonly undo?: ChangeEntry | undefined
  readonly redo?: ChangeEntry | undefined
  /** The name that changes are made under from here on; absent while none was given. */
  readonly by?: string | undefined
}

export type FileText =
  | { readonly ok: true; readonly path: string; readonly text: string }
  | ({ readonly ok: false } & Refusal)

export interface RoomVersion {
  readonly id: number
  /** When it was replaced, ms since 1970 UTC. */
  readonly at: number
  /** The change that replaced it, where that was made from here. */
  readonly sentence?: ChangeSentence | undefined
  /** Characters. */
  readonly length: number
}
