import { z } from 'zod'

/**
 * Something a curator should know about a file: where it is, what is wrong, and what to do, in the words of
 * somebody who runs a wall. `error` keeps the item off the wall; `warning` and `note` do not
 * (a note tells what was inferred, so that it can be corrected).
 */
export const problemSchema = z.object({
  /** POSIX path relative to the content folder. */
  path: z.string(),
  /** 1-based line in the file; absent when the whole file is meant. */
  line: z.number().int().min(1).optional(),
  /** The field as the author knows it, e.g. `phases[2].emotion`. */
  field: z.string().optional(),
  severity: z.enum(['error', 'warning', 'note']),
  message: z.string(),
  hint: z.string(),
})

export type Problem = Readonly<z.infer<typeof problemSchema>>

/** One line of text for a terminal or a log: `path:line: field: message Hint`. */
export function formatProblem(problem: Problem): string {
  const place = problem.line === undefined ? problem.path : `${problem.path}:${problem.line}`
  const field = problem.field === undefined ? '' : ` ${problem.field}:`
  return `${place}:${field} ${problem.message} ${problem.hint}`.trimEnd()
}
