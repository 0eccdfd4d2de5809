import type { Problem } from '../../../renderer/core/problem.ts'
import { coded } from '../problems.ts'

/**
 * What a reader makes of a file. `unreadable` is what a file half-written looks like too: it is looked at again
 * for a while before it is told as a problem.
 */
export type Read<Result> =
  | {
      readonly ok: true
      readonly value: Result
      readonly problems: readonly Problem[]
      /** What a file that is still being written would have too; it counts once that is out of the question. */
      readonly suspect?: Problem
    }
  | { readonly ok: false; readonly unreadable: Problem }

export function readable<Result>(value: Result, problems: readonly Problem[] = []): Read<Result> {
  return { ok: true, value, problems }
}

export function unreadable(problem: Problem): Read<never> {
  return { ok: false, unreadable: coded('damaged', problem) }
}
