/**
 * Which layout fits. Candidates come in groups, from generous to tight: within a group only the type shrinks, from one
 * group to the next something gives way. The first group whose tightest layout fits is chosen, and in it the first that fits.
 */

export interface FitSearch {
  readonly group: number
  /** Bounds inside the group: all before `low` are known not to fit, `high` is known to fit (or not yet tried). */
  readonly low: number
  readonly high: number
  /** Candidate to be tried now, or the answer once `done`. */
  readonly probe: number
  readonly done: boolean
  /** Nothing fitted: the tightest layout of all is given. */
  readonly misfit: boolean
}

/** Begins with the tightest layout of the first group. `sizes` are the numbers of candidates in each group. */
export function startFit(sizes: readonly number[]): FitSearch {
  return enter(sizes, 0)
}

/** The next step, told whether the layout that was tried fits. Ends after about log2 of a group plus the number of groups. */
export function stepFit(search: FitSearch, fits: boolean, sizes: readonly number[]): FitSearch {
  if (search.done) return search
  const firstTry =
    search.probe === search.high && search.low === 0 && search.high === lastOf(sizes, search.group)
  if (firstTry && !fits) {
    return search.group + 1 < sizes.length
      ? enter(sizes, search.group + 1)
      : { ...search, done: true, misfit: true }
  }
  const low = fits ? search.low : search.probe + 1
  const high = fits ? search.probe : search.high
  if (low >= high) return { ...search, low, high, probe: high, done: true }
  return { ...search, low, high, probe: firstTry ? low : Math.floor((low + high) / 2) }
}

function enter(sizes: readonly number[], group: number): FitSearch {
  const last = lastOf(sizes, group)
  return { group, low: 0, high: last, probe: last, done: false, misfit: false }
}

function lastOf(sizes: readonly number[], group: number): number {
  return Math.max(0, (sizes[group] ?? 1) - 1)
}

/** Sizes from `from` down to `to` by 0.05, both included: how serif is fitted. */
export function sizesDown(from: number, to: number): number[] {
  const count = Math.max(0, Math.round((from - to) / 0.05))
  return Array.from({ length: count + 1 }, (_, index) => Math.round((from - index * 0.05) * 100) / 100)
}
