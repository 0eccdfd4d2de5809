/** Prints a row of measured times beside their limit: minimum, median, maximum in ms, and whether the limit held. */
export function printTimes(what: string, times: readonly number[], limitMs: number): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): string =>
    String(Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN))
  const held = sorted.length > 0 && (sorted.at(-1) ?? 0) <= limitMs
  console.log(
    `${what.padEnd(46)} min ${at(0).padStart(5)}  median ${at(0.5).padStart(5)}  max ${at(1).padStart(5)} ms` +
      `  (n ${sorted.length}, limit ${limitMs} ms: ${held ? 'held' : 'NOT held'})`,
  )
}

/** Waits until `ready` gives something, asking every 10 ms; throws after `limitMs`. */
export async function until<T>(
  ready: () => T | undefined | Promise<T | undefined>,
  limitMs = 30_000,
): Promise<T> {
  const end = Date.now() + limitMs
  for (;;) {
    const value = await ready()
    if (value !== undefined) return value
    if (Date.now() > end) throw new Error('It did not come about in time.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
