/** The ridge of a journey's hill: a curve through the emotions, flat at every phase, that never says more than the data. */

/** A phase on the ridge. `at` runs along the time, `level` across it; both in px, in whichever direction the slide lays them. */
export interface Knot {
  readonly at: number
  readonly level: number
}

/** How far the handles of the cubic reach along the time, as a share of the way to the next phase. */
const REACH = 0.46

/** `along`: time runs to the right and level is y. `down`: time runs down and level is x (the hill turned, for portrait). */
export type Course = 'along' | 'down'

/**
 * SVG path commands of the ridge from `from` to `to`, px, level beyond the first and the last knot.
 * Handles are level with their knots, so a stretch stays between its two ends (Fritsch and Carlson 1980: zero slopes
 * at the data are always monotone). Empty without knots.
 */
export function ridgePath(knots: readonly Knot[], from: number, to: number, course: Course): string {
  const first = knots[0]
  const last = knots.at(-1)
  if (!first || !last) return ''
  const point = (at: number, level: number): string =>
    course === 'along' ? `${round(at)} ${round(level)}` : `${round(level)} ${round(at)}`
  const curves = knots.slice(1).map((knot, index) => {
    const before = knots[index] ?? knot
    const reach = (knot.at - before.at) * REACH
    return `C${point(before.at + reach, before.level)} ${point(knot.at - reach, knot.level)} ${point(knot.at, knot.level)}`
  })
  return `M${point(from, first.level)}L${point(first.at, first.level)}${curves.join('')}L${point(to, last.level)}`
}

/** Level of the ridge at `at`, px; the very curve that `ridgePath` draws. NaN without knots. */
export function levelAt(knots: readonly Knot[], at: number): number {
  const next = knots.findIndex((knot) => knot.at > at)
  const after = knots[next]
  const before = next === -1 ? knots.at(-1) : knots[next - 1]
  if (!before) return after?.level ?? Number.NaN
  if (!after) return before.level
  const t = parameterAt((at - before.at) / (after.at - before.at))
  return before.level + (after.level - before.level) * (3 - 2 * t) * t * t
}

/** The cubic's parameter where it has come `share` of the way along the time; by halving, since the way only grows. */
function parameterAt(share: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 24; step++) {
    const t = (low + high) / 2
    const way = 3 * (1 - t) * (1 - t) * t * REACH + 3 * (1 - t) * t * t * (1 - REACH) + t * t * t
    if (way < share) low = t
    else high = t
  }
  return (low + high) / 2
}

/** A stretch of the time, px, and whether it is known or only thought. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly pencil: boolean
}

/**
 * Divides the time between the phases half way, and joins neighbours that are drawn alike.
 * `at` and `pencil` are one value a phase, in order; px.
 */
export function stretches(
  at: readonly number[],
  pencil: readonly boolean[],
  from: number,
  to: number,
): Stretch[] {
  const joined: Stretch[] = []
  at.forEach((here, index) => {
    const before = at[index - 1]
    const after = at[index + 1]
    const mine = {
      from: before === undefined ? from : (before + here) / 2,
      to: after === undefined ? to : (here + after) / 2,
      pencil: pencil[index] ?? false,
    }
    const last = joined.at(-1)
    if (last?.pencil === mine.pencil) joined[joined.length - 1] = { ...last, to: mine.to }
    else joined.push(mine)
  })
  return joined
}

/** Points of the ridge from `from` to `to`, px, close enough together to pass for the curve: what the pencil follows. */
export function ridgePoints(
  knots: readonly Knot[],
  { from, to }: Stretch,
  course: Course,
): { x: number; y: number }[] {
  if (knots.length === 0) return []
  const steps = Math.max(2, Math.ceil((to - from) / 12))
  return Array.from({ length: steps + 1 }, (_, step) => {
    const at = from + ((to - from) * step) / steps
    const level = levelAt(knots, at)
    return course === 'along' ? { x: at, y: level } : { x: level, y: at }
  })
}

function round(px: number): number {
  return Math.round(px * 10) / 10
}
