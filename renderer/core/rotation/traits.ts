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

  /** A persona is in the room: her title means her too. */
  learn(card: Card): void {
    if (card.kind === 'persona') this.#known.set(plain(card.title), lastPart(plain(card.id)))
  }

  keyOf(name: string): string {
    const key = plain(name)
    return this.#known.get(key) ?? lastPart(key)
  }
}

export class TraitsPool {
  readonly #names = new Names()
  readonly #made = new Map<string, Traits>()

  of(card: Card): Traits {
    this.#names.learn(card)
    const own = card.kind === 'persona' ? [card.id] : []
    const traits: Traits = {
      kind: card.kind,
      personas: unique([...own, ...card.personas].map((name) => this.#names.keyOf(name))),
      stages: unique((card.stages ?? []).map(plain)),
      themes: unique((card.themes ?? []).map(plain)),
      segments: unique((card.segments ?? []).map(plain)),
      departments: unique((card.departments ?? []).map(plain)),
      source: plain(card.source ?? ''),
      tone: toneOf(card.sentiment),
    }
    const key = JSON.stringify(traits)
    const known = this.#made.get(key)
    if (known) return known
    if (this.#made.size >= MOST_SHARED) this.#made.clear()
    this.#made.set(key, traits)
    return traits
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

export function shares(one: readonly string[], other: readonly string[]): boolean {
  return one.length > 0 && other.length > 0 && one.some((each) => other.includes(each))
}

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
