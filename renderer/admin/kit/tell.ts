import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components'
import type { Refusal } from '../../core/admin/change-answer.ts'
import type { ChangeSentence } from '../../core/admin/change-sentence.ts'

/** What the window tells at its foot for a while. It is kept as data, so that it changes its language with the window. */
export type Told =
  /** A change is on disk; `id` takes it back. */
  | { readonly type: 'done' | 'undone' | 'redone'; readonly id: number; readonly sentence: ChangeSentence }
  /** A change was not made; or not of so many of its items, of which this is the first. */
  | {
      readonly type: 'refused'
      readonly refusal: Pick<Refusal, 'message' | 'hint' | 'path' | 'line'>
      readonly count?: number | undefined
    }
  | { readonly type: 'said'; readonly text: string }

export const toasts = new ToastQueue<Told>({ maxVisibleToasts: 3 })

/** Long enough to read and to press Undo (WCAG 2.2.1 asks for more where it matters: what failed stays until it is closed). */
const SHOWN_MS = 12_000

/** Why a call of the host came to nothing, as far as it said. */
export function failureOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** Tells that nothing came of a call. */
export function tellFailure(error: unknown): void {
  tell({ type: 'refused', refusal: { message: failureOf(error), hint: '' } })
}

export function tell(told: Told): void {
  toasts.add(told, told.type === 'refused' ? {} : { timeout: SHOWN_MS })
}
