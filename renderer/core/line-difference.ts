/** What two texts have in common and what not, line by line. */
export interface DifferentLine {
  readonly is: 'same' | 'gone' | 'come'
  readonly text: string
  /** 1-based; absent in the text that has no such line. */
  readonly before?: number | undefined
  readonly after?: number | undefined
}

/** Texts that differ in more lines than this are told as one block that went and one that came. */
const MOST_STEPS = 1_500

/** The shortest way from one to the other (Myers, An O(ND) Difference Algorithm, 1986); of both ways lines go before others come. */
export function lineDifference(before: string, after: string): readonly DifferentLine[] {
  const [a, b] = [linesOf(before), linesOf(after)]
  const shorter = Math.min(a.length, b.length)
  let head = 0
  while (head < shorter && a[head] === b[head]) head += 1
  let tail = 0
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1
  const middle = steps(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  const all = [
    ...Array.from({ length: head }, () => SAME),
    ...middle,
    ...Array.from({ length: tail }, () => SAME),
  ]
  let [x, y] = [0, 0]
  return all.map((is): DifferentLine => {
    if (is === 'come') {
      y += 1
      return { is, text: b[y - 1] ?? '', after: y }
    }
    x += 1
    if (is === 'gone') return { is, text: a[x - 1] ?? '', before: x }
    y += 1
    return { is, text: a[x - 1] ?? '', before: x, after: y }
  })
}

type Step = DifferentLine['is']
const SAME: Step = 'same'

/** A text that ends with its last line's end has no empty line after it. */
function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/)
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines
}

function steps(a: readonly string[], b: readonly string[]): readonly Step[] {
  const trace: Map<number, number>[] = []
  let reached = new Map([[1, 0]])
  for (let d = 0; d <= Math.min(a.length + b.length, MOST_STEPS); d += 1) {
    trace.push(reached)
    reached = new Map(reached)
    for (let k = -d; k <= d; k += 2) {
      let x = fromAbove(reached, k, d) ? at(reached, k + 1) : at(reached, k - 1) + 1
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1
      reached.set(k, x)
      if (x >= a.length && x - k >= b.length) return wayBack(trace, a.length, b.length)
    }
  }
  return [...a.map((): Step => 'gone'), ...b.map((): Step => 'come')]
}

const at = (reached: ReadonlyMap<number, number>, k: number): number => reached.get(k) ?? -1

function fromAbove(reached: ReadonlyMap<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && at(reached, k - 1) < at(reached, k + 1))
}

function wayBack(trace: readonly ReadonlyMap<number, number>[], n: number, m: number): readonly Step[] {
  const way: Step[] = []
  let [x, y] = [n, m]
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reached = trace[d] ?? new Map()
    const isDown = fromAbove(reached, x - y, d)
    const k = isDown ? x - y + 1 : x - y - 1
    const startX = at(reached, k)
    const startY = startX - k
    const [cameX, cameY] = isDown ? [startX, startY + 1] : [startX + 1, startY]
    for (; x > cameX && y > cameY; x -= 1, y -= 1) way.push('same')
    if (d === 0) for (; x > 0 && y > 0; x -= 1, y -= 1) way.push('same')
    else way.push(isDown ? 'come' : 'gone')
    ;[x, y] = [startX, startY]
  }
  return way.reverse()
}
