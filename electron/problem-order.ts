import type { Problem } from '../renderer/core/problem.ts'

/** A snapshot goes out with each slide, so it stays small; the list in full is the index's. */
const PROBLEMS_SHOWN = 500

const GRAVITY: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, note: 2 }

/** What keeps something off the wall must not be cut away behind notes. */
export function gravestFirst(problems: readonly Problem[]): Problem[] {
  return problems.toSorted((a, b) => GRAVITY[a.severity] - GRAVITY[b.severity]).slice(0, PROBLEMS_SHOWN)
}
