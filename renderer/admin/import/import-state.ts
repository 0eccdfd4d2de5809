import { create } from 'zustand'
import type { ChangeAnswer, Refusal } from '../../core/admin/change-answer.ts'
import type { ImportAnswers, ImportPlan } from '../../core/admin/import.ts'
import type { TableSettings } from '../../core/curation.ts'
import { bridge } from '../bridge.ts'
import { undo } from '../kit/change.ts'
import { type BasisDraft, NO_BASIS } from '../kit/consent-draft.ts'
import { tell } from '../kit/tell.ts'
import { parseRoute } from '../shell/route.ts'
import { proposedColumns } from './proposed-columns.ts'

/** What is being brought in: it stays while somebody looks at another place. */

type Done = Extract<ChangeAnswer, { readonly ok: true }>

export type Stage =
  | { readonly at: 'idle' }
  | { readonly at: 'looking' }
  | { readonly at: 'plan'; readonly plan: ImportPlan; readonly refusal?: Refusal | undefined }
  | { readonly at: 'running'; readonly plan: ImportPlan }
  | { readonly at: 'done'; readonly plan: ImportPlan; readonly answer: Done; readonly isUndone: boolean }
  | { readonly at: 'refused'; readonly refusal: Refusal }

/** The curator's answers as they stand, by the plan's own ids and keys. */
export interface Given {
  readonly kinds: Readonly<Record<string, string>>
  readonly leaveOut: readonly number[]
  readonly tables: Readonly<Record<string, TableSettings>>
  readonly basis: BasisDraft
  readonly source: string
}

interface State {
  readonly stage: Stage
  readonly given: Given
}

const NOTHING: Given = { kinds: {}, leaveOut: [], tables: {}, basis: NO_BASIS, source: '' }

export const useImport = create<State>()(() => ({ stage: { at: 'idle' }, given: NOTHING }))

export function give(part: Partial<Given>): void {
  useImport.setState(({ given }) => ({ given: { ...given, ...part } }))
}

export function giveTable(key: string, table: TableSettings): void {
  useImport.setState(({ given }) => ({ given: { ...given, tables: { ...given.tables, [key]: table } } }))
}

export function leave(): void {
  useImport.setState({ stage: { at: 'idle' }, given: NOTHING })
}

/** Whether something else may be looked at: what is being copied is not dropped for it. */
export function isBusy(): boolean {
  const { at } = useImport.getState().stage
  return at === 'looking' || at === 'running'
}

/** Looks at files of this machine, and shows what would come of them. */
export async function lookAt(paths: readonly string[]): Promise<void> {
  if (paths.length === 0 || isBusy()) return
  useImport.setState({ stage: { at: 'looking' }, given: NOTHING })
  const plan = await bridge.call('planImport', { paths: [...paths] }).catch(broken)
  if (!plan.ok)
    return useImport.setState({
      stage: plan.because === 'cancelled' ? { at: 'idle' } : { at: 'refused', refusal: plan },
    })
  const tables = Object.fromEntries(plan.tables.map((table) => [table.key, proposedColumns(table)]))
  useImport.setState({ stage: { at: 'plan', plan }, given: { ...NOTHING, tables } })
}

/** Copies what was planned. */
export async function bringIn(plan: ImportPlan, answers: ImportAnswers): Promise<void> {
  useImport.setState({ stage: { at: 'running', plan } })
  const answer = await bridge
    .call('runImport', {
      plan: plan.id,
      answers: { ...answers, leaveOut: [...answers.leaveOut] },
    })
    .catch(broken)
  useImport.setState({
    stage: answer.ok
      ? { at: 'done', plan, answer, isUndone: false }
      : { at: 'plan', plan, refusal: answer.because === 'cancelled' ? undefined : answer },
  })
  tellElsewhere(answer)
}

/** Who works at another place by now hears of it there; here she reads it. */
function tellElsewhere(answer: ChangeAnswer): void {
  if (parseRoute(location.hash).place === 'import') return
  if (answer.ok) tell({ type: 'done', id: answer.id, sentence: answer.sentence })
  else if (answer.because !== 'cancelled') tell({ type: 'refused', refusal: answer })
}

export async function takeBack(id: number): Promise<void> {
  if (!(await undo(id))) return
  useImport.setState(({ stage }) => (stage.at === 'done' ? { stage: { ...stage, isUndone: true } } : {}))
}

function broken(error: unknown): Refusal & { readonly ok: false } {
  const message = error instanceof Error ? error.message : String(error)
  return { ok: false, because: 'broken', message, hint: '' }
}
