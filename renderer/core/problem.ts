import { z } from 'zod'

/**
 * What is the matter, for whoever looks for a remedy: its words may change, or be said in another language. A problem
 * of a field alone needs none.
 */
export const PROBLEM_CODES = [
  /** Nobody is said to have agreed, or not in a way that counts. */
  'consent',
  /** More words, or a longer recording, than a wall holds. */
  'too-long',
  /** Which column of a table is which. */
  'columns',
  /** Which number in the dates of a table is the day. */
  'dates',
  /** In a form that is not read here. */
  'format',
  /** More bytes or pixels than are read. */
  'too-large',
  /** Not whole, or not what its name says. */
  'damaged',
  /** Named, and not in the folder. */
  'missing-file',
  /** There, and may not be opened. */
  'no-access',
  /** What the machine's clock says cannot be believed. */
  'clock',
] as const
export type ProblemCode = (typeof PROBLEM_CODES)[number]

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
  code: z.enum(PROBLEM_CODES).optional(),
  /** The item that it is of, where the host says so. */
  item: z.string().optional(),
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
