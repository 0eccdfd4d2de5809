import type { FoundFigure, FoundVerbatim } from './evidence.ts'

/** One page about one decision: what was asked, guessed, shown and promised. */
export interface Receipt {
  readonly room: string
  readonly language: string
  /** `YYYY-MM-DD` */
  readonly day: string
  /** "Ruth, a composite of 14 people": who sat in the chair. */
  readonly persona: { readonly name: string; readonly n?: number | undefined }
  readonly topic: string
  readonly question: string
  readonly guesses: readonly number[]
  readonly guess?: number | undefined
  readonly figure?: FoundFigure | undefined
  readonly verbatims: readonly FoundVerbatim[]
  readonly commitment?: { readonly promise: string; readonly owner: string; readonly due: string } | undefined
  /** Only what somebody wrote. */
  readonly names?: string | undefined
}
