import type { Card } from './deck.ts'

/**
 * The order of one pass: every eligible item once, opening with one of each kind, so that whoever walks by early
 * sees the range; after that each kind is spread evenly over the pass. Deterministic for (cards, seed, pass).
 * A pass never opens with `avoid`, the item that closed the one before, unless there is nothing else.
 */
export function passOrder(cards: readonly Card[], seed: number, pass: number, avoid?: string): string[] {
  const byKind = groupByKind(cards)
  const slots = [...byKind].flatMap(([kind, group]) =>
    spread(group, hash(`${seed}/${pass}/${kind}`), seed, pass),
  )
  slots.sort((a, b) => a.opens - b.opens || a.at - b.at || a.tie - b.tie || compare(a.id, b.id))
  const ids = slots.map((slot) => slot.id)
  const [first, second, ...rest] = ids
  // Changing places with the second keeps one of each kind in front.
  return first === avoid && first !== undefined && second !== undefined ? [second, first, ...rest] : ids
}

function groupByKind(cards: readonly Card[]): ReadonlyMap<string, readonly Card[]> {
  const groups = new Map<string, Card[]>()
  for (const card of cards) {
    const group = groups.get(card.kind)
    if (group) group.push(card)
    else groups.set(card.kind, [card])
  }
  return groups
}

interface Slot {
  readonly id: string
  /** 0 for the first of its kind, which opens the pass. */
  readonly opens: number
  /** Place in the pass, 0..1. */
  readonly at: number
  readonly tie: number
}

/** One kind's items, in an order of their own for this pass, at even distances. */
function spread(group: readonly Card[], kindHash: number, seed: number, pass: number): Slot[] {
  const shuffled = group
    .map((card) => ({ id: card.id, tie: hash(`${seed}/${pass}/${card.id}`) }))
    .sort((a, b) => a.tie - b.tie || compare(a.id, b.id))
  const offset = kindHash / 2 ** 32
  return shuffled.map(({ id, tie }, index) => ({
    id,
    tie,
    opens: index === 0 ? 0 : 1,
    at: index === 0 ? offset : (index - 1 + offset) / Math.max(1, shuffled.length - 1),
  }))
}

/** FNV-1a, 32 bit, with a final mix: small, stable over releases, and good enough to shuffle by. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
