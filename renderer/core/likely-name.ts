/**
 * Damerau-Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of
 * neighbours. Source: G. Navarro, A guided tour to approximate string matching, 2001.
 */
export function editDistance(a: string, b: string): number {
  let older: number[] = []
  let old = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const steps = [at(old, column) + 1, at(now, column - 1) + 1, at(old, column - 1) + (same ? 0 : 1)]
      if (swapped) steps.push(at(older, column - 2) + 1)
      now.push(Math.min(...steps))
    }
    older = old
    old = now
  }
  return at(old, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity
}

/** The name that was probably meant, if one is near enough: a third of its letters may differ, three at most. */
export function likelyName(name: string, known: readonly string[]): string | undefined {
  const wanted = plain(name)
  const near = known
    .map((candidate) => ({ candidate, distance: editDistance(wanted, plain(candidate)) }))
    .filter(({ candidate, distance }) => distance <= Math.min(3, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.distance - b.distance)
  return near[0]?.candidate
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, '')
    .slice(0, 60)
}
