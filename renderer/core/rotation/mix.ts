import type { GroupShare } from './groups.ts'
import type { Group, KindCount } from './lanes.ts'
import type { MixRule } from './reasons.ts'
import { shares, TONES, type Tone, type Traits } from './traits.ts'

/** What the last slides were and how far each kind is behind: what the mix is judged by. Part of what survives a restart. */
export interface MixMemory {
  /** Turns that were taken, ever. */
  readonly slot: number
  /** Kinds that have been on. */
  readonly seen: readonly string[]
  /** The last items, the latest first. */
  readonly recent: readonly Recent[]
  /** Turns that a kind, a tone or a group is behind its even spread; negative where it is ahead. */
  readonly credit: Readonly<Record<string, number>>
}

export type Recent = Pick<Traits, 'kind' | 'personas' | 'themes' | 'source'>

export const EMPTY_MIX: MixMemory = { slot: 0, seen: [], recent: [], credit: {} }

/** Whoever stops in the first minute meets a person, her way, her words and her voice; figures and questions follow. */
const OPENING: readonly string[] = ['persona', 'journey', 'quote', 'call']

/** Slides that are looked back on. */
const LOOK_BACK = 3
/** Nobody is this far behind or ahead for long; a kind whose items all wait does not save up. */
const MOST_CREDIT = 2
/** At most so many turns between two of one item are asked for; half of the room in a small one. */
const LARGEST_GAP = 24

/** What it costs to break a rule, in turns that a kind is behind: so it is broken where its kind would wait longer. */
const COST = {
  item: 100,
  persona: [1.5, 0.5, 0.2],
  kind: 0.5,
  source: [0.6, 0.3, 0.1],
  theme: 0.4,
  tone: 0.3,
  /** A whole round before its place. */
  early: 0.8,
} as const

export class Mix {
  #memory: MixMemory
  #seen: Set<string>
  #credit: Map<string, number>

  constructor(memory: MixMemory) {
    this.#memory = memory
    this.#seen = new Set(memory.seen)
    this.#credit = new Map(Object.entries(memory.credit))
  }

  /** As it was when this memory was taken. */
  restore(memory: MixMemory): void {
    this.#memory = memory
    this.#seen = new Set(memory.seen)
    this.#credit = new Map(Object.entries(memory.credit))
  }

  get slot(): number {
    return this.#memory.slot
  }

  hasSeen(kind: string): boolean {
    return this.#seen.has(kind)
  }

  memory(): MixMemory {
    return { ...this.#memory, seen: [...this.#seen], credit: Object.fromEntries(this.#credit) }
  }

  credit(key: string): number {
    return this.#credit.get(key) ?? 0
  }

  /** Place of a kind in the range that a fresh room shows first, from 1; 0 where it has been on. */
  opening(kind: string): number {
    if (this.#seen.has(kind)) return 0
    return OPENING.indexOf(kind) + 1 || OPENING.length + 1
  }

  /** Slides that are to lie between two turns of one item of a group. */
  gap(group: Group): number {
    return Math.min(LARGEST_GAP, Math.floor(group.items / 2))
  }

  /**
   * Smaller is better. `last`: number of the item's last turn; `early`: part of its round that it would be early, 0..1.
   * Whoever costs more than `most` is not looked at any further.
   */
  cost(traits: Traits, group: Group, kind: KindCount, last: number, early: number, most: number): number {
    let cost = early * COST.early - this.credit(kind.key)
    cost -= COST.tone * this.credit(TONE_KEYS[traits.tone])
    if (cost > most) return cost
    const since = this.slot + 1 - last
    const gap = this.gap(group)
    if (last > 0 && since <= gap) cost += COST.item * (2 - since / (gap + 1))
    const { recent } = this.#memory
    for (let back = 0; back < recent.length && cost <= most; back += 1) {
      const other = recent[back]
      if (other === undefined) break
      if (shares(traits.personas, other.personas)) cost += COST.persona[back] ?? 0
      if (traits.source !== '' && traits.source === other.source) cost += COST.source[back] ?? 0
    }
    const [before] = recent
    if (before && before.kind === traits.kind) cost += COST.kind
    if (before && shares(traits.themes, before.themes)) cost += COST.theme
    return cost
  }

  /** The rules that are broken if this one comes next. */
  broken(traits: Traits, group: Group, last: number): readonly MixRule[] {
    const [before, ...earlier] = this.#memory.recent
    const broken: MixRule[] = []
    if (!before) return broken
    const near = [before, ...earlier.slice(0, 1)]
    if (shares(traits.themes, before.themes)) broken.push('theme')
    if (traits.source !== '' && traits.source === before.source) broken.push('source')
    if (traits.kind === before.kind) broken.push('kind')
    if (near.some((other) => shares(traits.personas, other.personas))) broken.push('persona')
    if (last > 0 && this.slot + 1 - last <= this.gap(group)) broken.push('item')
    return broken
  }

  /** A turn is taken. What is beyond its share counts for no kind. */
  taken(traits: Traits, group: Group, groups: readonly GroupShare[], isExtra: boolean): void {
    const { kind, personas, themes, source } = traits
    this.#seen.add(kind)
    const recent = [{ kind, personas, themes, source }, ...this.#memory.recent].slice(0, LOOK_BACK)
    this.#memory = { ...this.#memory, slot: this.slot + 1, recent }
    if (isExtra) return
    for (const [each, share] of groups) this.#add(groupKey(each), share - (each === group ? 1 : 0))
    for (const each of group.kinds.values())
      this.#add(each.key, each.rate / group.rate - (each.kind === kind ? 1 : 0))
    this.#countTone(traits, group)
  }

  /** The room's own balance: among those of which somebody said how they sound. */
  #countTone({ tone }: Traits, { tones }: Group): void {
    if (tone === 'none') return
    const all = tones.negative + tones.neutral + tones.positive
    for (const each of TONES) {
      if (each !== 'none') this.#add(TONE_KEYS[each], tones[each] / all - (each === tone ? 1 : 0))
    }
  }

  #add(key: string, turns: number): void {
    const value = (this.#credit.get(key) ?? 0) + turns
    this.#credit.set(key, Math.min(MOST_CREDIT, Math.max(-MOST_CREDIT, value)))
  }
}

export function groupKey({ name }: Group): string {
  return `group ${name}`
}

const TONE_KEYS: Readonly<Record<Tone, string>> = {
  negative: 'tone negative',
  neutral: 'tone neutral',
  positive: 'tone positive',
  none: 'tone none',
}
