/** What of one list is not in another at the same distance from its beginning or its end. */
export interface Difference<Entry> {
  readonly gone: readonly Entry[]
  readonly come: readonly Entry[]
}

/**
 * Compares two lists object by object, from both ends: cheap for long ones of which little has changed in one place. What
 * lies between two changes may be in `gone` and in `come` alike.
 */
export function difference<Entry>(before: readonly Entry[], after: readonly Entry[]): Difference<Entry> {
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start += 1
  let same = 0
  while (same < shorter - start && before[before.length - 1 - same] === after[after.length - 1 - same])
    same += 1
  return { gone: before.slice(start, before.length - same), come: after.slice(start, after.length - same) }
}
