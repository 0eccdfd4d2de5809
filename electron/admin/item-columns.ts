import { STANDINGS, type StandingState } from '../../renderer/core/admin/find.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { difference } from '../../renderer/core/difference.ts'
import { beginOf } from '../../renderer/core/local-time.ts'
import { foldText } from '../../renderer/core/search-text.ts'
import { DAY_MS } from '../../renderer/core/week-hours.ts'
import { eachInSlices } from './slices.ts'

/** What lists are narrowed and sorted by, for every item of a large room: numbers in columns, a slot for each item. */

export const LISTS = ['persona', 'stage', 'theme', 'segment', 'department'] as const
export type ListName = (typeof LISTS)[number]

/** Every set of names that items have of one sort, once: most items share a few sets. */
export class NameSets {
  readonly sets: (readonly string[])[] = [[]]
  readonly #known = new Map<string, number>([['', 0]])

  number(names: readonly string[] | undefined): number {
    if (names === undefined || names.length === 0) return 0
    const unique = [...new Set(names)]
    const key = JSON.stringify(unique)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.sets.length)
    return this.sets.push(unique) - 1
  }
}

const FIRST_ROOM = 1_024
/** Of a title, before anybody asks for more of it: folding all of a hundred thousand takes long. */
const HEAD_LETTERS = 24
/** No day at all. */
export const UNDATED = -2_147_483_648

export class ItemColumns {
  readonly slotOf = new Map<string, number>()
  /** By slot; undefined where a slot is free. */
  cards: (Card | undefined)[] = []
  /** By slot: folded, to be sorted by; empty until somebody asks. */
  readonly #titles: (string | undefined)[] = []
  readonly kinds: string[] = []
  kind = new Uint16Array(FIRST_ROOM)
  /** Days since 1970 of the first day that `captured` may mean. */
  captured = new Int32Array(FIRST_ROOM)
  readonly sets: Readonly<Record<ListName, NameSets>> = {
    persona: new NameSets(),
    stage: new NameSets(),
    theme: new NameSets(),
    segment: new NameSets(),
    department: new NameSets(),
  }
  readonly lists: Record<ListName, Int32Array<ArrayBuffer>> = {
    persona: new Int32Array(FIRST_ROOM),
    stage: new Int32Array(FIRST_ROOM),
    theme: new Int32Array(FIRST_ROOM),
    segment: new Int32Array(FIRST_ROOM),
    department: new Int32Array(FIRST_ROOM),
  }
  /** Grows when an item came, went or was edited: what was sorted before is to be sorted again. */
  version = 0
  readonly #free: number[] = []
  readonly #kindOf = new Map<string, number>()
  #list: readonly Card[] = []

  /** Slots in use and free ones. */
  get length(): number {
    return this.cards.length
  }

  get count(): number {
    return this.slotOf.size
  }

  /** The room as it is now. Cards that did not change have to be the same objects as before, as the index gives them. */
  async update(cards: readonly Card[], onSlot: (slot: number) => void): Promise<void> {
    if (cards === this.#list) return
    const { gone, come } = difference(this.#list, cards)
    // Where nobody has left, as in the beginning, nobody need be looked for.
    const stays = new Set(gone.length === 0 ? [] : come.map(({ id }) => id))
    this.#list = cards
    this.version += 1
    for (const { id } of gone) if (!stays.has(id)) this.#leave(id)
    await eachInSlices(come.length, (at) => {
      const card = come[at]
      if (card) onSlot(this.#put(card))
    })
  }

  /** As it is sorted by. */
  title(slot: number): string {
    const known = this.#titles[slot]
    if (known !== undefined) return known
    const made = foldText(this.cards[slot]?.title ?? '')
    this.#titles[slot] = made
    return made
  }

  /** The begin of it, which is enough to put most of them in order. */
  titleHead(slot: number): string {
    const known = this.#titles[slot]
    return known ?? foldText((this.cards[slot]?.title ?? '').slice(0, HEAD_LETTERS))
  }

  #leave(id: string): void {
    const slot = this.slotOf.get(id)
    if (slot === undefined) return
    this.slotOf.delete(id)
    this.cards[slot] = undefined
    this.#titles[slot] = undefined
    this.#free.push(slot)
  }

  #put(card: Card): number {
    const slot = this.slotOf.get(card.id) ?? this.#free.pop() ?? this.cards.length
    if (this.cards[slot] === card) return slot
    if (slot >= this.kind.length) this.#grow()
    this.slotOf.set(card.id, slot)
    this.cards[slot] = card
    this.#titles[slot] = undefined
    this.kind[slot] = this.#kindNumber(card.kind)
    this.captured[slot] = card.captured === undefined ? UNDATED : Math.floor(beginOf(card.captured) / DAY_MS)
    this.lists.persona[slot] = this.sets.persona.number(card.personas)
    this.lists.stage[slot] = this.sets.stage.number(card.stages)
    this.lists.theme[slot] = this.sets.theme.number(card.themes)
    this.lists.segment[slot] = this.sets.segment.number(card.segments)
    this.lists.department[slot] = this.sets.department.number(card.departments)
    return slot
  }

  #kindNumber(kind: string): number {
    const known = this.#kindOf.get(kind)
    if (known !== undefined) return known
    this.#kindOf.set(kind, this.kinds.length)
    return this.kinds.push(kind) - 1
  }

  #grow(): void {
    const length = this.kind.length * 2
    const kind = new Uint16Array(length)
    kind.set(this.kind)
    this.kind = kind
    this.captured = longer(this.captured, length)
    for (const name of LISTS) this.lists[name] = longer(this.lists[name], length)
  }
}

function longer(column: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const made = new Int32Array(length)
  made.set(column)
  return made
}

const STATE_NUMBERS = new Map<StandingState, number>(STANDINGS.map((state, number) => [state, number]))

export function stateNumber(state: StandingState): number {
  return STATE_NUMBERS.get(state) ?? 0
}
