import type { Card } from '../deck.ts'
import { hash } from '../hash.ts'

/** What of an item the mix and the story look at. Items that are alike in this share one of these. */
export interface Traits {
  readonly kind: string
  readonly personas: readonly string[]
  readonly stages: readonly string[]
  readonly themes: readonly string[]
  readonly segments: readonly string[]
  readonly departments: readonly string[]
  readonly source: string
  readonly tone: Tone
}

export const TONES = ['negative', 'neutral', 'positive', 'none'] as const
/** How an item sounds by its `sentiment`; `none` where nobody said. */
export type Tone = (typeof TONES)[number]

/** Names of one persona are one: by her id, its last part, or her own title, whatever the case. */
export class Names {
  readonly #known = new Map<string, string>()

  /** A persona is in the room: her title means her too. True where that is news. */
  learn(card: Card): boolean {
    const [title, key] = [plain(card.title), lastPart(plain(card.id))]
    if (this.#known.get(title) === key) return false
    this.#known.set(title, key)
    return true
  }

  keyOf(name: string): string {
    const key = plain(name)
    return this.#known.get(key) ?? lastPart(key)
  }
}

export class TraitsPool {
  readonly #names = new Names()
  /** By what is written, as long as no name is learned: most rows of a table are alike. */
  readonly #written = new Map<string, Traits>()
  /** Items that are alike in nothing else still name the same few. */
  readonly #lists = new Map<string, readonly string[]>()

  of(card: Card): Traits {
    if (card.kind === 'persona') {
      if (this.#names.learn(card)) this.#written.clear()
      return this.#make(card)
    }
    const key = writtenKey(card)
    const known = this.#written.get(key)
    if (known) return known
    if (this.#written.size >= MOST_SHARED) this.#written.clear()
    const traits = this.#make(card)
    this.#written.set(key, traits)
    return traits
  }

  #make(card: Card): Traits {
    const own = card.kind === 'persona' ? [card.id] : []
    return {
      kind: card.kind,
      personas: this.#list([...own, ...card.personas].map((name) => this.#names.keyOf(name))),
      stages: this.#list((card.stages ?? []).map(plain)),
      themes: this.#list((card.themes ?? []).map(plain)),
      segments: this.#list((card.segments ?? []).map(plain)),
      departments: this.#list((card.departments ?? []).map(plain)),
      source: plain(card.source ?? ''),
      tone: toneOf(card.sentiment),
    }
  }

  #list(texts: readonly string[]): readonly string[] {
    const found = unique(texts)
    if (found.length === 0) return found
    const key = found.join(COMMA)
    const known = this.#lists.get(key)
    if (known) return known
    if (this.#lists.size >= MOST_SHARED) this.#lists.clear()
    this.#lists.set(key, found)
    return found
  }
}

/** More different ones than this are not looked for again; they are simply not shared. */
const MOST_SHARED = 20_000

export function toneOf(sentiment: number | undefined): Tone {
  if (sentiment === undefined || Number.isNaN(sentiment)) return 'none'
  return sentiment < 0 ? 'negative' : sentiment > 0 ? 'positive' : 'neutral'
}

/** The lane of a persona: rooms with thousands of names must not have thousands of lanes. */
export function bucketOf(personas: readonly string[]): number {
  const [first] = personas
  return first === undefined ? 0 : 1 + (hash(first) % PERSONA_LANES)
}

const PERSONA_LANES = 12

/** Whether they have one in common. Asked of some hundred pairs for each turn, so it makes no closure. */
export function shares(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false
  for (const each of one) if (other.includes(each)) return true
  return false
}

function writtenKey(card: Card): string {
  const { kind, personas, stages, themes, segments, departments, source = '' } = card
  const lists = [personas, stages, themes, segments, departments].map((list) => list?.join(COMMA) ?? '')
  return `${kind}${BAR}${lists.join(BAR)}${BAR}${source}${BAR}${toneOf(card.sentiment)}`
}

/** No text that people write holds these. */
const [COMMA, BAR] = ['\u0001', '\u0002']

function plain(text: string): string {
  return text.trim().toLowerCase()
}

function lastPart(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function unique(texts: readonly string[]): readonly string[] {
  const found = texts.filter((text, at) => text !== '' && texts.indexOf(text) === at)
  return found.length === 0 ? NONE : found
}

const NONE: readonly string[] = []
