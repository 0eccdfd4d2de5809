import type { Change, ChangeOf } from '../../renderer/core/admin/change.ts'
import type { ChangeAnswer } from '../../renderer/core/admin/change-answer.ts'
import type { WriteHandlers } from '../../renderer/core/contract.ts'
import type { Clock } from '../clock.ts'
import { isComingNoted } from '../curate/coming-note.ts'
import type { KnownItems } from '../curate/curate-calls.ts'
import { makeCurateThread } from '../curate/curate-link.ts'
import { tableOf } from '../curate/decide-edits.ts'
import { hasBegunErasures, notYetForgotten } from '../curate/erasures.ts'
import type { RoomIndex } from '../room-index.ts'
import type { WritePart } from './admin-part.ts'
import { makeTasks } from './tasks.ts'

export interface ChangeParts {
  readonly folder: string
  /** The journal and the trash are in here. */
  readonly dataDir: string
  readonly clock: Pick<Clock, 'now' | 'after'>
}

/** The curator's hands: everything that admin writes, by a thread of its own, so that the wall waits for none of it. */
export function changeAdmin({ folder, dataDir, clock }: ChangeParts): WritePart {
  return ({ index, onNews }) => {
    const tasks = makeTasks(onNews, clock.after)
    const thread = makeCurateThread({ folder, dataDir }, clock.now)
    // What a kill has left in the folder does not wait for the next curator.
    void isComingNoted(dataDir).then(async (isNoted) => {
      if (isNoted) await thread.call('changes', [undefined, 1]).catch(() => undefined)
    })

    function change(wanted: Change): Promise<ChangeAnswer> {
      const known = knownOf(wanted, index)
      if (known.many === 0) return thread.call('change', [wanted, known])
      return tasks.run(wanted.type === 'erase' ? 'erase' : 'change', (progress) =>
        thread.call('change', [wanted, known], progress),
      )
    }

    const handlers: WriteHandlers = {
      change: ({ change: wanted }) => change(wanted),
      undo: ({ id }) => thread.call('undo', [id]),
      redo: ({ id }) => thread.call('redo', [id]),
      changes: ({ before, limit }) => thread.call('changes', [before, limit]),
      nameCurator: ({ by }) => thread.call('name', [by]),
      fileText: ({ path }) => thread.call('fileText', [path]),
      roomVersions: () => thread.call('roomVersions', []),
      roomVersion: ({ id }) => thread.call('roomVersion', [id]),
      restoreRoom: ({ id }) => thread.call('restoreRoom', [id]),
      erasures: () => thread.call('erasures', []),
      finishErasures: () => thread.call('finishErasures', []),
      planImport: ({ paths, into }) =>
        tasks.run('look-at-import', (progress) => thread.call('plan', [paths, into], progress)),
      runImport: ({ plan, answers }) =>
        tasks.run('import', (progress) => thread.call('run', [plan, answers], progress)),
      tasks: () => tasks.list(),
      cancelTask: ({ id }) => tasks.cancel(id),
      // The library is the host's.
      readOn: () => undefined,
    }
    if (hasBegunErasures(dataDir)) later(thread.call('finishErasures', []))
    return {
      handlers,
      tasks: tasks.list,
      forget(items) {
        const news = notYetForgotten(dataDir, items)
        if (news.length > 0) later(thread.call('forget', [news]))
      },
      chair: {
        promise: (file) => thread.call('promise', [file]),
        answer: (itemId, answer, day) => thread.call('answerDue', [itemId, answer, day, index.item(itemId)]),
        receipt: (name, pdf) => thread.call('receipt', [name, pdf]),
        forget: (receipt) => thread.call('forgetReceipt', [receipt]),
      },
      close() {
        for (const { id } of tasks.list()) tasks.cancel(id)
        return thread.close()
      },
    }
  }
}

/** Nobody waits for it; what fails now is done at the next start. */
function later(work: Promise<unknown>): void {
  work.catch((error: unknown) => console.error('erasure: not forgotten everywhere yet', error))
}

/** From so many on a change is told while it goes on; a smaller one is done before anybody could read of it. */
const MANY = 200

type Cards = Pick<RoomIndex, 'state'>

function knownOf(change: Change, index: Cards): KnownItems {
  const withdrawn = change.type === 'withdraw' ? withdrawnBy(change, index) : []
  const rows = change.type === 'decide' ? rowsOf(change.items, index) : new Map()
  return { withdrawn, rows, many: manyOf(change, withdrawn.length) }
}

/** How many items it is about, where these are many; erasing is always told. */
function manyOf(change: Change, withdrawn: number): number {
  const fromMany = (count: number): number => (count < MANY ? 0 : count)
  switch (change.type) {
    case 'erase':
      return change.items.length
    case 'decide':
    case 'fields':
    case 'consent':
      return fromMany(change.items.length)
    case 'withdraw':
      return fromMany(withdrawn)
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

/** Whose consent is taken back, or what was published where. */
function withdrawnBy(
  { who, published = false }: Pick<ChangeOf<'withdraw'>, 'who' | 'published'>,
  index: Cards,
): string[] {
  return index
    .state()
    .cards.filter(({ facts: { consent } }) => {
      if (consent === undefined) return false
      return 'who' in consent ? !published && consent.who === who : published && consent.public_source === who
    })
    .map(({ id }) => id)
}

/** All rows of the tables that these are of. */
function rowsOf(items: readonly string[], index: Cards): ReadonlyMap<string, readonly string[]> {
  const tables = new Set(items.map(tableOf).filter((table) => table !== undefined))
  const rows = new Map([...tables].map((table) => [table, [] as string[]]))
  if (rows.size > 0) for (const { id } of index.state().cards) rows.get(tableOf(id) ?? '')?.push(id)
  return rows
}
