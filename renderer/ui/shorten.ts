import { sentences, wordCount } from '../core/text.ts'

/** The mark of an omission by us, in brackets so that nobody takes it for hers. */
export const OMITTED = '[…]'

export interface Shortened {
  readonly text: string
  readonly keptWords: number
}

/**
 * The same text with fewer and fewer words, from the end: sentence by sentence, then the first one word by word.
 * Each says that something is left out. Empty where there is nothing to shorten.
 */
export function shortened(text: string, lang: string): Shortened[] {
  const all = sentences(text, lang)
  const bySentence = all.slice(1).map((_, index) => upTo(text, all, all.length - 1 - index))
  const first = all[0] ?? text
  return [...bySentence, ...byWord(first, lang)].map((kept) => ({
    text: `${kept} ${OMITTED}`,
    keptWords: wordCount(kept),
  }))
}

/** The text to the end of its `count`-th sentence, as it was written: not every language puts spaces between sentences. */
function upTo(text: string, all: readonly string[], count: number): string {
  const end = all
    .slice(0, count)
    .reduce((from, sentence) => text.indexOf(sentence, from) + sentence.length, 0)
  return text.slice(0, end).trim()
}

/** The sentence without its last eighth, quarter and so on: eight steps are enough for a search. */
function byWord(sentence: string, lang: string): string[] {
  const pieces = [...new Intl.Segmenter(tag(lang), { granularity: 'word' }).segment(sentence)].map(
    (part) => part.segment,
  )
  const steps = [7, 6, 5, 4, 3, 2, 1].map((eighths) => Math.floor((pieces.length * eighths) / 8))
  return [...new Set(steps)]
    .filter((count) => count > 0)
    .map((count) => pieces.slice(0, count).join('').trimEnd())
}

function tag(lang: string): string {
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
