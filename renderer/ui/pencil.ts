/** A pencil line: drawn from point to point by a hand, which wavers. Pure: the same seed draws the same line. */

export interface Point {
  readonly x: number
  readonly y: number
}

/** Waver along a line, by value noise: smooth, -1..1, `at` in wavelengths. */
function waver(seed: number, at: number): number {
  const cell = Math.floor(at)
  const t = at - cell
  const smooth = t * t * (3 - 2 * t)
  return lattice(seed, cell) * (1 - smooth) + lattice(seed, cell + 1) * smooth
}

function lattice(seed: number, cell: number): number {
  let value = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(cell + 0x7f4a7c15, 0xc2b2ae35)
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d)
  return ((value ^ (value >>> 12)) >>> 0) / 2 ** 31 - 1
}

/**
 * SVG path data of a wavering polyline; `amount` is how far it strays from the ideal line at most, `step` how often the
 * hand corrects itself, both in the units of the points.
 */
export function pencilPath(points: readonly Point[], seed: number, amount: number, step: number): string {
  const path: string[] = []
  let along = 0
  for (let index = 0; index + 1 < points.length; index += 1) {
    const from = points[index]
    const to = points[index + 1]
    if (!from || !to) continue
    const length = Math.hypot(to.x - from.x, to.y - from.y)
    const count = Math.max(1, Math.ceil(length / (step / 4)))
    for (let part = index === 0 ? 0 : 1; part <= count; part += 1) {
      const at = (along + (length * part) / count) / step
      const x = from.x + ((to.x - from.x) * part) / count + waver(seed, at) * amount
      const y = from.y + ((to.y - from.y) * part) / count + waver(seed + 17, at) * amount
      path.push(`${path.length === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`)
    }
    along += length
  }
  return path.join('')
}
