import type { Change } from '../../renderer/core/admin/change.ts'
import type { ChangeAnswer } from '../../renderer/core/admin/change-answer.ts'
import type { WriteHandlers } from '../../renderer/core/contract.ts'
import { makeCurateThread } from '../curate/curate-link.ts'
import type { RoomIndex } from '../room-index.ts'
import type { WritePart } from './admin-part.ts'
import { makeTasks } from './tasks.ts'

export interface ChangeParts {
  readonly folder: string
  /** The journal and the trash are in here. */
  readonly dataDir: string
  /** ms since 1970 UTC */
  readonly now: () => number
}

/** The curator's hands: everything that admin writes, by a thread of its own, so that the wall waits for none of it. */
export function changeAdmin({ folder, dataDir, now }: ChangeParts): WritePart {
  return ({ index, onNews }) => {
    const tasks = makeTasks(onNews)
    const thread = makeCurateThread({ folder, dataDir }, now)

    function change(wanted: Change): Promise<ChangeAnswer> {
      const byWho = wanted.type === 'withdraw' ? idsByWho(index, wanted.who) : []
      return thread.call('change', [wanted, byWho])
    }

    const handlers: WriteHandlers = {
      change: ({ change: wanted }) =>
        wanted.type === 'erase'
          ? tasks.run('erase', ({ tell }) => {
              tell({ key: 'writing' }, 0, wanted.items.length)
              return change(wanted)
            })
          : change(wanted),
      undo: ({ id }) => thread.call('undo', [id]),
      redo: ({ id }) => thread.call('redo', [id]),
      changes: ({ before, limit }) => thread.call('changes', [before, limit]),
      fileText: ({ path }) => thread.call('fileText', [path]),
      roomVersions: () => thread.call('roomVersions', []),
      roomVersion: ({ id }) => thread.call('roomVersion', [id]),
      restoreRoom: ({ id }) => thread.call('restoreRoom', [id]),
      planImport: ({ paths, into }) =>
        tasks.run('look-at-import', (progress) => thread.call('plan', [paths, into], progress)),
      runImport: ({ plan, answers }) =>
        tasks.run('import', (progress) => thread.call('run', [plan, answers], progress)),
      tasks: () => tasks.list(),
      cancelTask: ({ id }) => tasks.cancel(id),
    }
    return {
      handlers,
      tasks: tasks.list,
      close() {
        for (const { id } of tasks.list()) tasks.cancel(id)
        return thread.close()
      },
    }
  }
}

/** Ids of all items that this person's consent is recorded for. */
function idsByWho(index: Pick<RoomIndex, 'state'>, who: string): string[] {
  return index
    .state()
    .cards.filter(
      ({ facts: { consent } }) => consent !== undefined && 'who' in consent && consent.who === who,
    )
    .map(({ id }) => id)
}
