import type { FindSort } from '../../renderer/core/admin/find.ts'
import { type Curation, decisionFor } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import type { PlayTotal } from '../records/history-records.ts'
import { type ItemColumns, UNDATED } from './item-columns.ts'
import { eachInSlices, sortInSlices } from './slices.ts'

export interface OrderParts {
  readonly columns: ItemColumns
  /** In the order of their places. */
  readonly cards: readonly Card[]
  readonly curation: Curation
  readonly totals: ReadonlyMap<string, PlayTotal>
  /** Grows with each play. */
  readonly totalsVersion: number
}

/** Slots in the order of each sort; made when somebody asks for it, and kept until the room or the record is another. */
export class FindOrders {
  readonly #known = new Map<
    FindSort,
    { readonly parts: OrderParts; readonly of: string; readonly slots: Uint32Array }
  >()
  /** By what it is made of: who asks for one that is being made waits for it. */
  readonly #making = new Map<string, Promise<Uint32Array>>()

  async order(sort: FindSort, parts: OrderParts): Promise<Uint32Array> {
    const wanted = sort === 'relevance' ? 'place' : sort
    const of = `${parts.columns.version} ${isByPlays(wanted) ? parts.totalsVersion : ''}`
    const known = this.#known.get(wanted)
    if (known?.of === of && (wanted !== 'weight' || known.parts.curation === parts.curation))
      return known.slots
    const being = `${wanted} ${of}`
    const making = this.#making.get(being) ?? this.#make(wanted, parts)
    this.#making.set(being, making)
    try {
      const slots = await making
      this.#known.set(wanted, { parts, of, slots })
      return slots
    } finally {
      this.#making.delete(being)
    }
  }

  async #make(sort: Exclude<FindSort, 'relevance'>, parts: OrderParts): Promise<Uint32Array> {
    const { columns, cards } = parts
    if (sort === 'place') {
      const slots = new Uint32Array(cards.length)
      await eachInSlices(cards.length, (at) => {
        slots[at] = columns.slotOf.get(cards[at]?.id ?? '') ?? 0
      })
      return slots
    }
    if (sort === 'title') {
      const used = usedSlots(columns)
      const heads: string[] = []
      await eachInSlices(used.length, (at) => {
        heads[used[at] ?? 0] = columns.titleHead(used[at] ?? 0)
      })
      return sortInSlices(
        used,
        (a, b) =>
          byHead(heads[a] ?? '', heads[b] ?? '') ||
          inOrder(columns.title(a), columns.title(b)) ||
          inOrder(columns.cards[a]?.id ?? '', columns.cards[b]?.id ?? ''),
      )
    }
    const byTitle = await this.order('title', parts)
    const keys = new Float64Array(columns.length)
    const keyOf = KEYS[sort]
    await eachInSlices(byTitle.length, (at) => {
      const slot = byTitle[at] ?? 0
      keys[slot] = keyOf(slot, parts)
    })
    // A stable sort of what is in the order of titles.
    return sortInSlices(Uint32Array.from(byTitle), (a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
  }
}

function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1
}

/** 0 where one begins with the other: what follows in the whole titles has to tell. */
function byHead(one: string, other: string): number {
  const order = inOrder(one, other)
  const isBegin = order < 0 ? other.startsWith(one) : one.startsWith(other)
  return isBegin ? 0 : order
}

function isByPlays(sort: FindSort): boolean {
  return ['most-played', 'least-played', 'last-shown', 'longest-unseen'].includes(sort)
}

function usedSlots({ cards }: ItemColumns): Uint32Array<ArrayBuffer> {
  const slots: number[] = []
  for (let slot = 0; slot < cards.length; slot += 1) if (cards[slot]) slots.push(slot)
  return Uint32Array.from(slots)
}

const LAST = Number.MAX_VALUE
type Key = (slot: number, parts: OrderParts) => number

/** The smallest first. */
const KEYS: Readonly<Record<Exclude<FindSort, 'relevance' | 'title' | 'place'>, Key>> = {
  newest: (slot, { columns }) => dated(columns, slot, -1),
  oldest: (slot, { columns }) => dated(columns, slot, 1),
  'most-played': (slot, parts) => -(totalOf(slot, parts)?.plays ?? 0),
  'least-played': (slot, parts) => totalOf(slot, parts)?.plays ?? 0,
  'last-shown': (slot, parts) => -(totalOf(slot, parts)?.lastAt ?? -LAST),
  'longest-unseen': (slot, parts) => totalOf(slot, parts)?.lastAt ?? -LAST,
  weight: (slot, { columns, curation }) => {
    const card = columns.cards[slot]
    return -((card && (decisionFor(curation, card.id)?.weight ?? card.weight)) ?? 0)
  },
}

function dated({ captured }: ItemColumns, slot: number, sign: 1 | -1): number {
  const day = captured[slot] ?? UNDATED
  return day === UNDATED ? LAST : sign * day
}

function totalOf(slot: number, { columns, totals }: OrderParts): PlayTotal | undefined {
  return totals.get(columns.cards[slot]?.id ?? '')
}
