import type { Card } from './deck.ts'
import { difference } from './difference.ts'

/**
 * The order of one pass: every eligible item once, opening with one of each kind, so that whoever walks by early
 * sees the range; after that each kind is spread evenly over the pass. Deterministic for (cards, seed, pass).
 * A pass never opens with `avoid`, the item that closed the one before, unless there is nothing else.
 */
export function passOrder(cards: readonly Card[], seed: number, pass: number, avoid?: string): string[] {
  return orderOf(passLanes(cards, seed, pass), avoid)
}

/** The items of a pass, each kind in a lane of its own. */
export interface PassLanes {
  readonly cards: readonly Card[]
  readonly seed: number
  readonly pass: number
  readonly lanes: ReadonlyMap<string, Lane>
}

/** More changes than this are not put in one by one. */
const MOST_PUT_IN = 500

/** `before`, lanes of any other cards, spares the work for those that are in both; the lanes are the same with it or without. */
export function passLanes(cards: readonly Card[], seed: number, pass: number, before?: PassLanes): PassLanes {
  const start = hashOn(FNV_START, `${seed}/${pass}/`)
  const changes =
    before && before.seed === seed && before.pass === pass ? difference(before.cards, cards) : undefined
  if (
    before === undefined ||
    changes === undefined ||
    changes.gone.length + changes.come.length > MOST_PUT_IN
  ) {
    const made = [...groupByKind(cards)].map(([kind, ids]) => [kind, laneOf(kind, ids, start)] as const)
    return { cards, seed, pass, lanes: new Map(made) }
  }
  const [gone, come] = [groupByKind(changes.gone), groupByKind(changes.come)]
  const lanes = new Map(before.lanes)
  for (const kind of new Set([...gone.keys(), ...come.keys()])) {
    const lane = lanes.get(kind) ?? laneOf(kind, [], start)
    const changed = laneWith(lane, gone.get(kind) ?? [], come.get(kind) ?? [], start)
    if (changed.ids.length === 0) lanes.delete(kind)
    else lanes.set(kind, changed)
  }
  return { cards, seed, pass, lanes }
}

/** One of each kind, then all others by their places. */
export function orderOf({ lanes: byKind }: PassLanes, avoid?: string): string[] {
  const lanes = [...byKind.values()]
  const openers = lanes.toSorted((a, b) => compareHeads(a, b, 0, 0)).map((lane) => lane.ids[0] ?? '')
  const ids = merged(openers, lanes)
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
export interface Lane {
  readonly ids: readonly string[]
  /** What an id drew, by its index: smaller ones come first. */
  readonly ties: Float64Array
  /** Place of the first item in the pass, 0..1; the others follow from it. */
  readonly offset: number
}

/** `start` is the hash of the pass. */
function laneOf(kind: string, ids: readonly string[], start: number): Lane {
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

/** The lane without some items and with others. */
function laneWith(lane: Lane, gone: readonly string[], come: readonly string[], start: number): Lane {
  const drawn = (id: string): Drawn => ({ id, tie: mixed(hashOn(start, id)) })
  const out = gone.map((id) => placeOf(lane, drawn(id))).sort((a, b) => a - b)
  const added = come.map(drawn).sort((a, b) => a.tie - b.tie || compare(a.id, b.id))
  const ids: string[] = []
  const ties = new Float64Array(lane.ids.length - out.length + added.length)
  const put = ({ id, tie }: Drawn): void => {
    ties[ids.length] = tie
    ids.push(id)
  }
  let [nextOut, nextAdded] = [0, 0]
  for (let at = 0; at < lane.ids.length; at += 1) {
    if (out[nextOut] === at) {
      nextOut += 1
      continue
    }
    const [id, tie] = [lane.ids[at] ?? '', lane.ties[at] ?? 0]
    for (let each = added[nextAdded]; each && comesBefore(each, id, tie); each = added[nextAdded]) {
      put(each)
      nextAdded += 1
    }
    ties[ids.length] = tie
    ids.push(id)
  }
  for (const each of added.slice(nextAdded)) put(each)
  return { ids, ties, offset: lane.offset }
}

interface Drawn {
  readonly id: string
  readonly tie: number
}

function comesBefore(each: Drawn, id: string, tie: number): boolean {
  return each.tie < tie || (each.tie === tie && each.id < id)
}

/** Index of an item in its lane; where it would be, if it is not there. */
function placeOf({ ids, ties }: Lane, each: Drawn): number {
  let [low, high] = [0, ids.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const isBehind = comesBefore({ id: ids[middle] ?? '', tie: ties[middle] ?? 0 }, each.id, each.tie)
    if (isBehind) low = middle + 1
    else high = middle
  }
  return low
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

/** After the openers all others, by their places in the pass: each lane is in order already. */
function merged(openers: readonly string[], lanes: readonly Lane[]): string[] {
  const next = lanes.map(() => 1)
  const places = lanes.map((lane) => placeIn(lane, 1))
  const ids = [...openers]
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
