const missed: string[] = []

/** What was printed so far and did not hold its limit. */
export const notHeld = (): readonly string[] => missed

/** Prints a row of measured times beside their limit: minimum, median, maximum in ms, and whether the limit held. */
export function printTimes(what: string, times: readonly number[], limitMs: number): void {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number): string =>
    String(Math.round(sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN))
  const held = sorted.length > 0 && (sorted.at(-1) ?? 0) <= limitMs
  if (!held) missed.push(what)
  console.log(
    `${what.padEnd(46)} min ${at(0).padStart(5)}  median ${at(0.5).padStart(5)}  max ${at(1).padStart(5)} ms` +
      `  (n ${sorted.length}, limit ${limitMs} ms: ${held ? 'held' : 'NOT held'})`,
  )
}

/** What a figure is to be: at least, or at most. */
export type Target = { readonly least: number } | { readonly most: number }

/** Prints one figure beside its target, and whether it holds. */
export function printFigure(what: string, value: number, unit: string, target: Target): void {
  const [word, limit] = 'least' in target ? ['at least', target.least] : ['at most', target.most]
  const holds = 'least' in target ? value >= limit : value <= limit
  if (!holds) missed.push(what)
  const figure = value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2)
  console.log(
    `${what.padEnd(50)} ${figure.padStart(8)} ${unit}  (${word} ${limit.toLocaleString('en')}: ${holds ? 'held' : 'NOT held'})`,
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
