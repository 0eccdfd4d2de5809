import type { WindowRole } from '../contract.ts'
import { type FindCalls, findArguments } from './find.ts'
import { type HealthCalls, healthArguments } from './health.ts'
import { type HistoryCalls, historyArguments } from './history.ts'
import { type LedgerCalls, ledgerArguments } from './ledger.ts'
import { type WorkCalls, workArguments } from './work-list.ts'

/** What a curator may ask: nothing of it changes anything. */
export interface ReadCalls extends FindCalls, WorkCalls, LedgerCalls, HistoryCalls, HealthCalls {}

export const readArguments = {
  ...findArguments,
  ...workArguments,
  ...ledgerArguments,
  ...historyArguments,
  ...healthArguments,
}

const CURATOR = ['admin'] as const satisfies readonly WindowRole[]

/** All of it is the curator's alone. */
export const readRights: { readonly [Name in keyof ReadCalls]: readonly WindowRole[] } = {
  find: CURATOR,
  findIds: CURATOR,
  item: CURATOR,
  workList: CURATOR,
  workIds: CURATOR,
  workFinds: CURATOR,
  ledger: CURATOR,
  ledgerIds: CURATOR,
  erasure: CURATOR,
  auditExport: CURATOR,
  history: CURATOR,
  historyExport: CURATOR,
  health: CURATOR,
  supportFile: CURATOR,
}
