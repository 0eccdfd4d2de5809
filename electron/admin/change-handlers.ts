import type { WriteHandlers } from '../../renderer/core/contract.ts'
import { chairFiles } from '../curate/chair-files.ts'
import { openCurator } from '../curate/curator.ts'
import { openImporter } from '../curate/importer.ts'
import type { Items } from '../curate/make-change.ts'
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

/** The curator's hands: everything that admin writes. Opens the journal; throws what its database throws. */
export function changeAdmin({ folder, dataDir, now }: ChangeParts): WritePart {
  return ({ index, onNews }) => {
    const tasks = makeTasks(onNews)
    const curator = openCurator({ folder, dataDir, items: itemsOf(index), now, traces: tracesOf(index) })
    const importer = openImporter({ folder, dataDir, curator, curation: () => index.state().curation, now })
    const handlers: WriteHandlers = {
      change: ({ change }) =>
        change.type === 'erase'
          ? tasks.run('erase', ({ tell }) => {
              tell({ key: 'writing' }, 0, change.items.length)
              return curator.change(change)
            })
          : curator.change(change),
      undo: ({ id }) => curator.undo(id),
      redo: ({ id }) => curator.redo(id),
      changes: ({ before, limit }) => curator.changes(before, limit),
      fileText: ({ path }) => curator.fileText(path),
      roomVersions: () => curator.roomVersions(),
      roomVersion: ({ id }) => curator.roomVersion(id),
      restoreRoom: ({ id }) => curator.restoreRoom(id),
      planImport: ({ paths, into }) =>
        tasks.run('look-at-import', (progress) => importer.plan(paths, into, progress)),
      runImport: ({ plan, answers }) =>
        tasks.run('import', (progress) => importer.run(plan, answers, progress)),
      tasks: () => tasks.list(),
      cancelTask: ({ id }) => tasks.cancel(id),
    }
    return {
      handlers,
      tasks: tasks.list,
      chair: chairFiles(curator, folder),
      close() {
        for (const { id } of tasks.list()) tasks.cancel(id)
        curator.close()
      },
    }
  }
}

function itemsOf(index: RoomIndex): Items {
  return {
    item: (id) => index.item(id),
    byWho: (who) =>
      index
        .state()
        .cards.filter(
          ({ facts: { consent } }) => consent !== undefined && 'who' in consent && consent.who === who,
        )
        .map(({ id }) => id),
  }
}

function tracesOf(index: RoomIndex) {
  return (id: string) => {
    const item = index.item(id)
    const media = Object.values(item?.media ?? {})
    const derived = media.flatMap(({ hash, thumbnail }) => [hash, ...(thumbnail ? [thumbnail.hash] : [])])
    return { wasIndexed: item !== undefined, derived }
  }
}
