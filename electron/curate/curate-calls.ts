import type { Change } from '../../renderer/core/admin/change.ts'
import type {
  ChangeAnswer,
  ChangeList,
  FileText,
  Refusal,
  RoomVersion,
} from '../../renderer/core/admin/change-answer.ts'
import type { ImportAnswers, ImportPlan } from '../../renderer/core/admin/import.ts'
import type { KeptErasure } from '../../renderer/core/admin/ledger.ts'
import type { Doing } from '../../renderer/core/admin/task.ts'
import type { DueAnswer } from '../../renderer/core/chair/meeting.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { KeptReceipt } from '../records/meeting-records.ts'
import type { ChairWritten, PromiseFile } from './chair-files.ts'

/** What is asked of the thread that writes, and what it says. All of it is plain data. */

/** What the thread is begun with. */
export interface CuratePlan {
  readonly folder: string
  readonly dataDir: string
}

/** What the host knows of a change's items, as of the revision that its windows see. */
export interface KnownItems {
  /** Of whoever's consent, or of the publication, that is withdrawn; none for all other changes. */
  readonly withdrawn: readonly string[]
  /** All rows of the tables that a decision may be about as a whole. */
  readonly rows: ReadonlyMap<string, readonly string[]>
  /** How many items it is about, where these are many: then it is told while it goes on. */
  readonly many: number
}

/** Each call with its arguments and its answer. */
export interface CurateCalls {
  change(change: Change, known: KnownItems): ChangeAnswer
  undo(id: number | undefined): ChangeAnswer
  redo(id: number | undefined): ChangeAnswer
  changes(before: number | undefined, limit: number): ChangeList
  name(by: string): void
  fileText(path: string): FileText
  roomVersions(): readonly RoomVersion[]
  roomVersion(id: number): FileText
  restoreRoom(id: number): ChangeAnswer
  erasures(): readonly KeptErasure[]
  finishErasures(): readonly KeptErasure[]
  /** Of items that were erased elsewhere nothing is kept here either. */
  forget(items: readonly string[]): void
  plan(paths: readonly string[], into: string | undefined): ImportPlan | ({ ok: false } & Refusal)
  run(plan: number, answers: ImportAnswers): ChangeAnswer
  promise(file: PromiseFile): ChairWritten
  /** With the item as the host has it. */
  answerDue(itemId: string, answer: DueAnswer, day: string, item: Item | undefined): ChairWritten
  receipt(name: string, pdf: Uint8Array): ChairWritten
  forgetReceipt(receipt: KeptReceipt): boolean
}

export type CurateName = keyof CurateCalls

/** `now`: ms since 1970 UTC by the host's clock. */
export type ToCurate =
  | {
      readonly [Name in CurateName]: {
        readonly type: 'call'
        readonly id: number
        readonly now: number
        readonly name: Name
        readonly args: Parameters<CurateCalls[Name]>
      }
    }[CurateName]
  | { readonly type: 'cancel'; readonly id: number }
  | { readonly type: 'close' }

export type FromCurate =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  | {
      readonly type: 'progress'
      readonly id: number
      readonly doing: Doing
      readonly done: number
      readonly total: number
    }
  /** A defect of ours; refusals are answers. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
