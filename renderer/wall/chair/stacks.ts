/** Guesses as pencil squares on a line from 0 to 10: how they are stacked, and where a flag has room. Pure; lengths in u. */

export interface Stack {
  /** 0..10 */
  readonly value: number
  readonly count: number
}

/** Guesses by their value, in order. */
export function stacksOf(guesses: readonly number[]): Stack[] {
  return Array.from({ length: 11 }, (_, value) => ({
    value,
    count: guesses.filter((guess) => Math.round(guess) === value).length,
  })).filter(({ count }) => count > 0)
}

export interface StackShape {
  /** Side of a square with the gap after it. */
  readonly pitchU: number
  /** Squares beside each other in a stack. */
  readonly columns: number
  /** Rows of the highest stack. */
  readonly rows: number
}

const LARGEST_U = 1.12
const LEAST_U = 0.3
/** Stacks of two numbers keep apart: part of the way between them that a stack may take. */
const PART = 0.84

/** The largest squares with which the highest of the stacks has room in `heightU`, where numbers are `stepU` apart. */
export function stackShape(most: number, stepU: number, heightU: number): StackShape {
  let pitchU = LARGEST_U
  for (; pitchU > LEAST_U; pitchU *= 0.95) {
    const columns = Math.max(1, Math.min(most, Math.floor((stepU * PART) / pitchU)))
    const tallest = Math.max(1, Math.floor(heightU / pitchU))
    if (most <= tallest) return { pitchU, columns: 1, rows: Math.max(1, most) }
    const rows = Math.ceil(most / columns)
    if (rows <= tallest) return { pitchU, columns, rows }
  }
  const columns = Math.max(1, Math.floor((stepU * PART) / LEAST_U))
  return { pitchU: LEAST_U, columns, rows: Math.ceil(most / columns) }
}

/** Where square `index` of a stack stands: columns from its middle, rows from the line. */
export function squarePlace(
  index: number,
  count: number,
  { columns }: StackShape,
): { column: number; row: number } {
  const across = Math.min(columns, count)
  return { column: (index % across) - (across - 1) / 2, row: Math.floor(index / across) }
}

/** Whether a flag `widthU` wide at `value` would stand on a stack: it then hangs below the line. */
export function isInTheWay(
  value: number,
  widthU: number,
  stepU: number,
  stacks: readonly Stack[],
  shape: StackShape,
): boolean {
  return stacks.some((stack) => {
    const half = (Math.min(shape.columns, stack.count) * shape.pitchU) / 2
    return Math.abs(stack.value - value) * stepU < half + widthU / 2 + 0.15
  })
}
