import type { Refusal } from '../../renderer/core/admin/change-answer.ts'
import type { Task } from '../../renderer/core/admin/task.ts'
import type { WriteHandlers } from '../../renderer/core/contract.ts'
import type { ChairFiles } from '../curate/chair-files.ts'
import type { RoomIndex } from '../room-index.ts'

/** What the host lends to admin's handlers. */
export interface WrittenRoom {
  readonly index: RoomIndex
  /** Something that admin's snapshot tells has changed. */
  readonly onNews: () => void
}

export interface Writing {
  readonly handlers: WriteHandlers
  tasks(): readonly Task[]
  /** These were erased in the folder, from here or elsewhere: nothing of them is kept among what was changed from here. */
  forget(items: readonly string[]): void
  /** What is said in front of the customer chair, as files of the folder; absent where nothing can be written. */
  readonly chair?: ChairFiles | undefined
  /** Resolves when what was begun is on disk. */
  close(): Promise<void>
}

export type WritePart = (room: WrittenRoom) => Writing

const NOTHING_HERE = {
  ok: false,
  because: 'no-place',
  message: 'Nothing can be changed from here.',
  hint: 'Open admin on the machine of the wall, or with npm run admin.',
} as const satisfies Refusal & { readonly ok: false }

/** A wall that nobody curates from this process. */
export const withoutWriting: WritePart = () => ({
  handlers: {
    change: () => NOTHING_HERE,
    undo: () => NOTHING_HERE,
    redo: () => NOTHING_HERE,
    changes: () => ({ entries: [] }),
    nameCurator: () => undefined,
    fileText: () => NOTHING_HERE,
    roomVersions: () => [],
    roomVersion: () => NOTHING_HERE,
    restoreRoom: () => NOTHING_HERE,
    erasures: () => [],
    finishErasures: () => [],
    planImport: () => NOTHING_HERE,
    runImport: () => NOTHING_HERE,
    tasks: () => [],
    cancelTask: () => undefined,
    readOn: () => undefined,
  },
  tasks: () => [],
  forget: () => undefined,
  close: async () => undefined,
})
