import type { Card } from './deck.ts'

/**
 * The order of one pass: every eligible item once, opening with one of each kind, so that whoever walks by early
 * sees the range; after that each kind is spread evenly over the pass. Deterministic for (cards, seed, pass).
 * A pass never opens with `avoid`, the item that closed the one before, unless there is nothing else.
 */
export function passOrder(cards: readonly Card[], seed: number, pass: number, avoid?: string): string[] {
  const lanes = [...groupByKind(cards)].map(([kind, ids]) => laneOf(kind, ids, `${seed}/${pass}/`))
  const openers = lanes.toSorted((a, b) => compareHeads(a, b, 0, 0)).map((lane) => lane.ids[0] ?? '')
  const ids = [...openers, ...merged(lanes)]
  const [first, second] = ids
  // Changing places with the second keeps one of each kind in front.
  if (first !== avoid || first === undefined || second === undefined) return ids
  ids[0] = second
  ids[1] = first
  return ids
}

function groupByKind(cards: readonly Card[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const { kind, id } of cards) {
    const group = groups.get(kind)
    if (group) group.push(id)
    else groups.set(kind, [id])
  }
  return groups
}

/** One kind's items, in an order of their own for this pass, at even distances. */
interface Lane {
  readonly ids: readonly string[]
  /** What an id drew, by its index: smaller ones come first. */
  readonly ties: Float64Array
  /** Place of the first item in the pass, 0..1; the others follow from it. */
  readonly offset: number
}

function laneOf(kind: string, ids: readonly string[], pass: string): Lane {
  const start = hashOn(FNV_START, pass)
  // One number holds a draw and whose it is: so a large room is sorted without asking back.
  const keys = new Float64Array(ids.length)
  for (let at = 0; at < ids.length; at += 1) keys[at] = mixed(hashOn(start, ids[at] ?? '')) * MOST_IDS + at
  keys.sort()
  const ties = new Float64Array(ids.length)
  const sorted = new Array<string>(ids.length)
  for (let place = 0; place < keys.length; place += 1) {
    const key = keys[place] ?? 0
    ties[place] = Math.floor(key / MOST_IDS)
    sorted[place] = ids[key % MOST_IDS] ?? ''
  }
  sortAlike(sorted, ties)
  return { ids: sorted, ties, offset: mixed(hashOn(start, kind)) / 2 ** 32 }
}

/** Where two have drawn alike, by id: the order must not hang on the order of the files. */
function sortAlike(ids: string[], ties: Float64Array): void {
  for (let from = 0; from < ids.length - 1; from += 1) {
    let to = from + 1
    while (to < ids.length && ties[to] === ties[from]) to += 1
    if (to > from + 1) ids.splice(from, to - from, ...ids.slice(from, to).sort(compare))
    from = to - 1
  }
}

/** Beside 32 bits of a draw a double holds so many indexes exactly. */
const MOST_IDS = 2 ** 21

/** All but the openers, by their places in the pass: each lane is in order already. */
function merged(lanes: readonly Lane[]): string[] {
  const next = lanes.map(() => 1)
  const places = lanes.map((lane) => placeIn(lane, 1))
  const ids: string[] = []
  for (;;) {
    const lane = firstLane(lanes, places, next)
    const own = lanes[lane]
    const at = next[lane] ?? 0
    if (own === undefined) return ids
    ids.push(own.ids[at] ?? '')
    next[lane] = at + 1
    places[lane] = placeIn(own, at + 1)
  }
}

/** The lane whose next item comes before those of all others; -1 where none has one. */
function firstLane(lanes: readonly Lane[], places: readonly number[], next: readonly number[]): number {
  let best = -1
  let bestPlace = Number.POSITIVE_INFINITY
  for (let lane = 0; lane < lanes.length; lane += 1) {
    const place = places[lane] ?? bestPlace
    if (place > bestPlace || place === Number.POSITIVE_INFINITY) continue
    const [one, other] = [lanes[lane], lanes[best]]
    if (place === bestPlace && one && other && compareHeads(one, other, next[lane] ?? 0, next[best] ?? 0) > 0)
      continue
    best = lane
    bestPlace = place
  }
  return best
}

function compareHeads(a: Lane, b: Lane, atA: number, atB: number): number {
  return (
    placeIn(a, atA) - placeIn(b, atB) ||
    (a.ties[atA] ?? 0) - (b.ties[atB] ?? 0) ||
    compare(a.ids[atA] ?? '', b.ids[atB] ?? '')
  )
}

/** Infinite behind its last item. */
function placeIn({ ids, offset }: Lane, at: number): number {
  if (at >= ids.length) return Number.POSITIVE_INFINITY
  return at === 0 ? offset : (at - 1 + offset) / (ids.length - 1)
}

/** FNV-1a, 32 bit, with a final mix: small, stable over releases, and good enough to shuffle by. */
export function hash(text: string): number {
  return mixed(hashOn(FNV_START, text))
}

const FNV_START = 0x811c9dc5

/** The hash of a longer text from that of its beginning. */
function hashOn(start: number, text: string): number {
  let value = start
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value
}

function mixed(hashed: number): number {
  const value = Math.imul(hashed ^ (hashed >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
