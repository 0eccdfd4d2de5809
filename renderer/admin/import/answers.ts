import type { ImportAnswers, ImportPlan } from '../../core/admin/import.ts'
import { basisOf } from '../kit/consent-draft.ts'
import type { Given } from './import-state.ts'
import { asksColumns, SOURCE, stillLacking } from './proposed-columns.ts'

/** What has to be chosen before anything is copied. */
export interface StillOpen {
  readonly kinds: number
  readonly isBasisOpen: boolean
  readonly areDatesOpen: boolean
  /** Some of it does not say where it is from. */
  readonly isSourceOpen: boolean
}

export function stillOpen(plan: ImportPlan, given: Given): StillOpen {
  const taken = filesTaken(plan, given)
  const ids = new Set(taken.map(({ id }) => id))
  const tables = plan.tables.filter(({ id }) => ids.has(id))
  return {
    isSourceOpen: tables.some((table) =>
      stillLacking(table, given.tables[table.key] ?? {}, given.source).includes(SOURCE),
    ),
    kinds: taken.filter(({ id, kindBy }) => kindBy === 'unknown' && given.kinds[id] === undefined).length,
    isBasisOpen: plan.asksConsent && basisOf(given.basis) === undefined,
    areDatesOpen: tables.some(({ key, asksDates }) => asksDates && given.tables[key]?.dates === undefined),
  }
}

export function isOpen({ kinds, isBasisOpen, areDatesOpen, isSourceOpen }: StillOpen): boolean {
  return kinds > 0 || isBasisOpen || areDatesOpen || isSourceOpen
}

/** Files that will be copied. */
export function filesTaken(plan: ImportPlan, { leaveOut }: Given): ImportPlan['files'] {
  return plan.files.filter(({ id, state }) => state !== 'identical' && !leaveOut.includes(id))
}

/** The answers as the host takes them. What was only proposed of a table that nobody asked about is not written down. */
export function answersOf(plan: ImportPlan, given: Given): ImportAnswers {
  const asked = plan.tables.filter((table) => asksColumns(table) || isChanged(table, given))
  const tables = asked.flatMap(({ key }) => {
    const table = given.tables[key]
    return table === undefined ? [] : [[key, table] as const]
  })
  return {
    kinds: given.kinds,
    leaveOut: [...given.leaveOut],
    tables: Object.fromEntries(tables),
    consent: basisOf(given.basis) ?? null,
    ...(given.source.trim() === '' ? {} : { source: given.source.trim() }),
  }
}

function isChanged({ key, columns }: ImportPlan['tables'][number], { tables }: Given): boolean {
  const named = tables[key]?.columns ?? {}
  const names = new Set([...Object.keys(named), ...Object.keys(columns)])
  return [...names].some((name) => named[name] !== columns[name])
}
