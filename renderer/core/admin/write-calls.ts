import type { WindowRole } from '../contract.ts'
import { type ChangeCalls, changeArguments } from './change.ts'
import { type ImportCalls, importArguments } from './import.ts'
import { type ErasureCalls, erasureArguments } from './ledger.ts'
import { type TaskCalls, taskArguments } from './task.ts'

/** What a curator may change. */
export interface WriteCalls extends ChangeCalls, ErasureCalls, ImportCalls, TaskCalls {}

export const writeArguments = {
  ...changeArguments,
  ...erasureArguments,
  ...importArguments,
  ...taskArguments,
}

const CURATOR = ['admin'] as const satisfies readonly WindowRole[]

/** All of it is the curator's alone. */
export const writeRights: { readonly [Name in keyof WriteCalls]: readonly WindowRole[] } = {
  change: CURATOR,
  undo: CURATOR,
  redo: CURATOR,
  changes: CURATOR,
  nameCurator: CURATOR,
  fileText: CURATOR,
  roomVersions: CURATOR,
  roomVersion: CURATOR,
  restoreRoom: CURATOR,
  erasures: CURATOR,
  finishErasures: CURATOR,
  planImport: CURATOR,
  runImport: CURATOR,
  tasks: CURATOR,
  cancelTask: CURATOR,
  readOn: CURATOR,
}
