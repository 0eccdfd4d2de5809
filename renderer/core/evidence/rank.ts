import type { Majority } from '../chair/evidence.ts'
import type { Evidence } from '../item.ts'
import { beginOf } from '../local-time.ts'
import { wordCount } from '../text.ts'
import { DAY_MS } from '../week-hours.ts'
import type { Passage, Tone } from './passage.ts'
import { folded } from './words.ts'

/** Which of the passages that speak of a topic are shown, and what all of them together say. */

export interface RankContext {
  /** The room's local time, ms as a clock there shows it. */
  readonly today: number
  /** The names of whoever sits in the chair, folded. */
  readonly persona: readonly string[]
}

export interface Ranked {
  readonly passage: Passage
  /** Relevance before the rest is weighed. */
  readonly coverage: number
  readonly score: number
}

const EVIDENCE: Readonly<Record<Evidence, number>> = { research: 1, partial: 0.92, assumption: 0.75 }
const UNKNOWN_EVIDENCE = 0.9
/** What is hers comes before what is nobody's, that before what is another's. */
const HERS = 2
const ANOTHERS = 0.6
/** Of what time takes away, half is gone after so many days; the rest stays. */
const HALF_LIFE_DAYS = 1_000
const AGELESS = 0.75

export function ranked(passage: Passage, coverage: number, context: RankContext): Ranked {
  const { evidence } = passage
  const strength = evidence === undefined ? UNKNOWN_EVIDENCE : EVIDENCE[evidence]
  const score =
    coverage *
    strength *
    telling(passage.text) *
    freshness(passage.captured, context) *
    nearness(passage, context)
  return { passage, coverage, score }
}

/** A word or two tell a room little, and a speech is not read. */
function telling(text: string): number {
  const words = wordCount(text)
  if (words < 3) return 0.35
  if (words < 6) return 0.7
  if (words <= 35) return 1
  return words <= 120 ? 0.8 : 0.6
}

function freshness(captured: string | undefined, { today }: RankContext): number {
  if (captured === undefined) return AGELESS
  const days = Math.max(0, today - beginOf(captured)) / DAY_MS
  return AGELESS + (1 - AGELESS) * 0.5 ** (days / HALF_LIFE_DAYS)
}

function nearness({ personas }: Passage, { persona }: RankContext): number {
  if (persona.length === 0 || personas.length === 0) return 1
  return personas.some((name) => persona.includes(folded(name).text)) ? HERS : ANOTHERS
}

/** The best first; what is equal stands in the order of the ids, so that the same room gives the same answer. */
export function byScore(one: Ranked, other: Ranked): number {
  return other.score - one.score || (one.passage.itemId < other.passage.itemId ? -1 : 1)
}

/** The same words from the same place were imported twice: counted and shown once. */
export function withoutCopies(found: readonly Ranked[]): readonly Ranked[] {
  const known = new Set<string>()
  return found.filter(({ passage: { text, source = '', captured = '' } }) => {
    const key = `${folded(text).text}\u0000${source}\u0000${captured}`
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

/** Two or one say nothing of most. */
const LEAST_COUNTED = 3

/**
 * Which way more than half of those speak whose tone is known. Where that is known of less than half of what was found,
 * nobody can say what most of it says: undefined, as it is where they are divided.
 */
export function majorityOf(found: readonly Ranked[]): Majority | undefined {
  const tones = found.flatMap(({ passage: { tone } }) => tone ?? [])
  if (tones.length < LEAST_COUNTED || 2 * tones.length < found.length) return undefined
  const count = (tone: Tone): number => tones.filter((each) => each === tone).length
  for (const tone of ['for', 'against'] as const)
    if (2 * count(tone) > tones.length) return { tone, count: count(tone), of: tones.length }
  return undefined
}

export function isAgainst({ tone }: Passage, majority: Majority | undefined): boolean {
  if (majority === undefined || tone === undefined || tone === 'neither') return false
  return tone !== majority.tone
}

/** Words in common, in shares of all, from which on two verbatims say the same to a reader. */
const ALIKE = 0.6

/**
 * The best of the found ones, each saying something else, with one on each side of a majority where there is one.
 * `may` is asked of each that would be chosen, in order, and of no other.
 */
export function choose(
  found: readonly Ranked[],
  majority: Majority | undefined,
  most: number,
  may: (ranked: Ranked) => boolean,
): readonly Ranked[] {
  const chosen: Ranked[] = []
  const take = (wanted: (passage: Passage) => boolean, upTo: number): void => {
    for (const each of found) {
      if (chosen.length >= upTo) return
      if (wanted(each.passage) && !chosen.some((other) => isAlike(each, other)) && may(each))
        chosen.push(each)
    }
  }
  const against = (passage: Passage): boolean => isAgainst(passage, majority)
  const within = (passage: Passage): boolean => passage.tone === majority?.tone
  if (majority !== undefined && most > 1) {
    take(within, 1)
    take(against, 2)
  }
  take(() => true, most)
  return chosen.toSorted(byScore)
}

function isAlike({ passage: one }: Ranked, { passage: other }: Ranked): boolean {
  if (one === other) return true
  const [a, b] = [one, other].map(({ text }) => new Set(folded(text).words))
  if (!a || !b) return false
  const common = [...a].filter((word) => b.has(word)).length
  return common >= ALIKE * (a.size + b.size - common)
}
