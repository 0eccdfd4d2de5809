import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Change } from '../../renderer/core/admin/change.ts'
import type { WriteHandlers } from '../../renderer/core/contract.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { openCurator } from '../curate/curator.ts'
import { tableOf } from '../curate/decide-edits.ts'
import { openImporter } from '../curate/importer.ts'
import { type Followed, type Items, withdrawnItems } from '../curate/make-change.ts'
import { refuse } from '../curate/refusal.ts'
import type { RoomIndex } from '../room-index.ts'
import type { WritePart } from './admin-part.ts'
import { makeTasks, type Progress } from './tasks.ts'

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
    const items = itemsOf(index)
    const curator = openCurator({ folder, dataDir, items, now, traces: tracesOf(index) })
    const importer = openImporter({ folder, dataDir, curator, curation: () => index.state().curation, now })
    const handlers: WriteHandlers = {
      change: ({ change }) => {
        const many = manyOf(change, items)
        if (many === 0) return curator.change(change)
        return tasks.run(change.type === 'erase' ? 'erase' : 'change', (progress) =>
          curator.change(change, followed(progress, many)),
        )
      },
      undo: ({ id }) => curator.undo(id),
      redo: ({ id }) => curator.redo(id),
      changes: ({ before, limit }) => curator.changes(before, limit),
      nameCurator: ({ by }) => curator.name(by),
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
      close() {
        for (const { id } of tasks.list()) tasks.cancel(id)
        curator.close()
      },
    }
  }
}

/** From so many on a change is told while it goes on; a smaller one is done before anybody could read of it. */
const MANY = 200

/** How many items it is about, where these are many; erasing is always told. */
function manyOf(change: Change, items: Items): number {
  switch (change.type) {
    case 'erase':
      return change.items.length
    case 'decide':
    case 'fields':
    case 'consent':
      return change.items.length < MANY ? 0 : change.items.length
    case 'withdraw': {
      const { length } = withdrawnItems(items, change)
      return length < MANY ? 0 : length
    }
    case 'set':
    case 'order':
    case 'release':
    case 'volume':
    case 'table':
    case 'defaults':
    case 'text':
    case 'redact':
      return 0
  }
}

function followed({ tell, signal }: Progress, total: number): Followed {
  tell({ key: 'writing' }, 0, total)
  return {
    tell: (done) => tell({ key: 'writing' }, done, total),
    async breathe() {
      await nextTurn()
      if (signal.aborted)
        throw refuse('cancelled', 'It was called off, and nothing was changed.', 'Nothing has to be done.')
    },
  }
}

function itemsOf(index: RoomIndex): Items {
  const idsWhere = (isIts: (card: Card) => boolean): readonly string[] =>
    index.state().cards.flatMap((card) => (isIts(card) ? [card.id] : []))
  return {
    item: (id) => index.item(id),
    byWho: (who) =>
      idsWhere(({ facts: { consent } }) => consent !== undefined && 'who' in consent && consent.who === who),
    bySource: (source) =>
      idsWhere(
        ({ facts: { consent } }) =>
          consent !== undefined && 'public_source' in consent && consent.public_source === source,
      ),
    rowsOf(tables) {
      const rows = new Map([...tables].map((table) => [table, [] as string[]]))
      for (const { id } of index.state().cards) rows.get(tableOf(id) ?? '')?.push(id)
      return rows
    },
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
