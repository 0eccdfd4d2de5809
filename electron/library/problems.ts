import { findPersonalData } from '../../renderer/core/pii.ts'
import type { Problem, ProblemCode } from '../../renderer/core/problem.ts'

/** Where a problem is: the path, and as much more as is known. */
export interface Place {
  readonly path: string
  readonly line?: number | undefined
  readonly field?: string | undefined
}

export function problem(severity: Problem['severity'], place: Place, message: string, hint: string): Problem {
  return {
    path: place.path,
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(place.field === undefined ? {} : { field: place.field }),
    severity,
    message,
    hint,
  }
}

export function error(place: Place, message: string, hint: string): Problem {
  return problem('error', place, message, hint)
}

export function warning(place: Place, message: string, hint: string): Problem {
  return problem('warning', place, message, hint)
}

export function note(place: Place, message: string, hint: string): Problem {
  return problem('note', place, message, hint)
}

/** The same with what is the matter, unless it says so itself. */
export function coded(code: ProblemCode, problem: Problem): Problem {
  return { code, ...problem }
}

/**
 * The problem as it may be kept: what it quotes is left out where that holds personal data, and so is the whole
 * sentence where the find is in no quotation.
 */
export function withoutPersonalData(found: Problem): Problem {
  const { field, ...rest } = found
  return {
    ...rest,
    ...(field === undefined || findPersonalData([field]).length > 0 ? {} : { field }),
    message: discreet(found.message, 'Something is wrong here.'),
    hint: discreet(found.hint, 'Look at the file.'),
  }
}

const QUOTATION = /“[^”]*”|"[^"]*"/g

function discreet(sentence: string, instead: string): string {
  if (findPersonalData([sentence]).length === 0) return sentence
  const without = sentence.replace(QUOTATION, (quotation) =>
    findPersonalData([quotation]).length === 0 ? quotation : '“…”',
  )
  return findPersonalData([without]).length === 0 ? without : instead
}

/** What a thrown value says, for the one place where it is put into words. */
export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}
