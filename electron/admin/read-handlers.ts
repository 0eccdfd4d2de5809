import type { MachineFacts } from '../../renderer/core/admin/health.ts'
import type { AskHandlers } from '../../renderer/core/contract.ts'
import { openSearchReader } from '../library/search-reader.ts'
import { erasureState } from './erasure.ts'
import { makeFinder } from './finder.ts'
import { askHealth, supportText } from './health.ts'
import { askHistory, historyPart } from './history.ts'
import { itemDetail } from './item-detail.ts'
import { auditPart, ledgerIds, makeLedger } from './ledger.ts'
import type { RoomNow } from './room-now.ts'
import { workFinds } from './work-finds.ts'
import { makeWorkList } from './work-list.ts'

export interface ReadHandlers {
  readonly handlers: AskHandlers
  /** A slide was painted, and is in the record. */
  painted(itemId: string): void
  close(): void
}

/** Answers what a curator asks. Long answers are made a little at a time, between the slides of the wall. */
export function makeReadHandlers(room: RoomNow, machine: () => MachineFacts): ReadHandlers {
  const search = openSearchReader(room.dataDir)
  const finder = makeFinder(room, search)
  const workList = makeWorkList(room)
  const ledger = makeLedger(room)
  const health = () => askHealth({ room, search, machine })
  return {
    handlers: {
      find: (query) => finder.find(query),
      findIds: (query) => finder.findIds(query),
      item: (question) => itemDetail(room, question),
      workList: (question) => workList.ask(question),
      workIds: ({ key }) => workList.ids(key),
      workFinds: ({ id }) => workFinds(room, id),
      ledger: (question) => ledger.ask(question),
      ledgerIds: (of) => ledgerIds(room, of),
      erasure: (of) => erasureState(room, search, of),
      auditExport: ({ after }) => auditPart(room, after),
      history: (question) => askHistory(room, question),
      historyExport: (question) => historyPart(room, question),
      health,
      async supportFile() {
        const day = new Date(room.clock.now()).toISOString().slice(0, 10)
        return { name: `customer-room-support-${day}.json`, text: supportText(await health()) }
      },
    },
    painted: (itemId) => finder.painted(itemId),
    close: () => finder.close(),
  }
}
