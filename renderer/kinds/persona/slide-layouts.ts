import { countReading, wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { messages } from '../../ui/messages.ts'
import { isTall } from '../../ui/script.ts'
import { shortened } from '../../ui/shorten.ts'
import type { PersonaBody } from './schema.ts'

/** One way to set a persona; see "Compositions" of the look for what gives way first. */
export interface PersonaLayout {
  readonly text: string
  readonly c: number
  readonly para: boolean
  readonly facts: 0 | 1 | 2
  readonly description: boolean
  /** Most that her sentence may take of the text's height, 0..1. */
  readonly share: number
  readonly keptWords?: number
}

/** From generous to tight: second fact, first fact, description, then the sentence down to c 2, a paragraph, an omission. */
export function personaLayouts(text: string, lang: string): PersonaLayout[][] {
  const sizes = (
    from: number,
    to: number,
    rest: Omit<PersonaLayout, 'text' | 'c' | 'para'>,
  ): PersonaLayout[] => sizesDown(from, to).map((c) => ({ text, c, para: false, ...rest }))
  const least = isTall(text) ? 2 : 2.2
  const paragraphs = sizesDown(1.41, 1).map((c) => ({
    text,
    c,
    para: true,
    facts: 0 as const,
    description: false,
    share: 1,
  }))
  const omissions = shortened(text, lang).map((short) => ({
    ...short,
    c: 1,
    para: true,
    facts: 0 as const,
    description: false,
    share: 1,
  }))
  return [
    sizes(3.4, least, { facts: 2, description: true, share: 0.5 }),
    sizes(3, least, { facts: 1, description: true, share: 0.6 }),
    sizes(3, least, { facts: 0, description: true, share: 0.8 }),
    sizes(3, 2, { facts: 0, description: false, share: 0.9 }),
    paragraphs.map((layout) => ({ ...layout, description: true })),
    paragraphs,
    ...(omissions.length > 0 ? [omissions] : []),
  ]
}

export interface Fact {
  readonly label: string
  readonly text: string
}

/** A fact is a glance: of several, the first that is short enough. */
const FACT_WORDS = 14
const LONGEST_FACT_WORDS = 26

/** Two facts at most: what she needs, and what makes her give up; else what she wants and values. */
export function personaFacts(body: PersonaBody, guess: boolean, language: string): Fact[] {
  const words = messages(language)
  const lists: readonly (readonly [string, readonly string[]])[] = guess
    ? [
        [words.weGuessNeeds, body.needs],
        [words.weDoNotKnow, body.unknown],
        [words.givesUpWhen, body.frustrations],
        [words.wants, body.goals],
        [words.access, body.access],
      ]
    : [
        [words.needs, body.needs],
        [words.givesUpWhen, body.frustrations],
        [words.wants, body.goals],
        [words.values, body.values],
        [words.access, body.access],
      ]
  return lists
    .flatMap(([label, texts]) => {
      // What her sentence says already is not said twice.
      const text = shortest(texts.filter((each) => each !== body.quote && each !== body.need))
      return text === undefined ? [] : [{ label, text }]
    })
    .slice(0, 2)
}

function shortest(texts: readonly string[]): string | undefined {
  return (
    texts.find((text) => wordCount(text) <= FACT_WORDS) ??
    texts.find((text) => wordCount(text) <= LONGEST_FACT_WORDS)
  )
}

/** Few short sentences stand one to a line; many, or long ones, flow. */
export function breaksAtSentences(sentenceTexts: readonly string[], most: number): boolean {
  return (
    sentenceTexts.length > 1 &&
    sentenceTexts.length <= most &&
    sentenceTexts.every((text) => countReading(text).words <= 12)
  )
}
