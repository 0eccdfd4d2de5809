import type { Concept, Topic, Wording } from './topic.ts'
import { type FoldedText, isUnspaced, sameness, type WordForms } from './words.ts'

/** How far a text speaks of a topic. */

/** For each concept of the topic, how surely the text means it, 0..1. */
export type Grades = readonly number[]

export interface Matcher {
  /** `themes` are those that its item carries, folded. */
  grades(text: FoldedText, themes?: readonly string[]): Grades
}

/** One hint means a theme so surely; each further one takes as much of what is left. */
const HINT = 0.4

export function makeMatcher({ concepts }: Topic, forms: WordForms): Matcher {
  const known = new Map<string, Map<string, number>>()

  /** The same few words come again and again. */
  function same(word: string, wanted: string): number {
    const ofWanted = known.get(wanted) ?? new Map<string, number>()
    known.set(wanted, ofWanted)
    const before = ofWanted.get(word)
    if (before !== undefined) return before
    const made = sameness(word, wanted, forms)
    ofWanted.set(word, made)
    return made
  }

  function ofWording({ words: wanted, weight }: Wording, { text, words }: FoldedText): number {
    const [first = ''] = wanted
    if (isUnspaced(first)) return text.includes(wanted.join(' ')) ? weight : 0
    let best = 0
    for (let at = 0; at + wanted.length <= words.length; at += 1) {
      let grade = 1
      for (let step = 0; step < wanted.length && grade > 0; step += 1)
        grade = Math.min(grade, same(words[at + step] ?? '', wanted[step] ?? ''))
      best = Math.max(best, grade)
    }
    return best * weight
  }

  function ofHints(hints: readonly string[], { words }: FoldedText): number {
    const found = hints.filter((hint) => words.some((word) => same(word, hint) > 0)).length
    return 1 - (1 - HINT) ** found
  }

  function grade({ wordings, hints, theme }: Concept, text: FoldedText, themes: readonly string[]): number {
    if (theme !== undefined && themes.includes(theme)) return 1
    return Math.max(0, ...wordings.map((each) => ofWording(each, text)), ofHints(hints, text))
  }

  return { grades: (text, themes = []) => concepts.map((concept) => grade(concept, text, themes)) }
}

/**
 * Rarer concepts say more: the square of BM25's idf (Robertson and Zaragoza 2009), as a question's words and a text's are
 * both weighed by it. `found` counts the texts that mean each.
 */
export function rarities(found: readonly number[], texts: number): number[] {
  return found.map((count) => Math.log(1 + (Math.max(texts, count) - count + 0.5) / (count + 0.5)) ** 2)
}

/** What a text has of all that the topic asks for, in rarities. */
export function coverage(grades: Grades, rarity: readonly number[]): number {
  return grades.reduce((sum, grade, at) => sum + grade * (rarity[at] ?? 0), 0)
}

/**
 * The least coverage that makes a text evidence: the word of a topic of one, both of two that are equally rare, about two
 * of more. What nobody in the room ever said weighs most, so that a topic that is strange to the room finds nothing.
 */
export function leastCoverage(rarity: readonly number[]): number {
  if (rarity.length === 0) return Number.POSITIVE_INFINITY
  const mean = rarity.reduce((sum, each) => sum + each, 0) / rarity.length
  return mean * Math.min(0.6 * rarity.length, 1.5)
}

/**
 * Where that finds too little, and everything in the topic was spoken of by somebody: of two concepts either, unless it
 * is said all the time; of more the rarest.
 */
export function leastWhereScarce(found: readonly number[], rarity: readonly number[]): number {
  const isKnown = rarity.length > 0 && found.every((count) => count > 0)
  return isKnown ? (rarity.length <= 2 ? 0.6 : 0.9) * Math.max(...rarity) : Number.POSITIVE_INFINITY
}
