import { foldText } from '../search-text.ts'

/** Words of a topic and of what somebody said, in forms that can be compared. */

/** What a language's own libraries know of its words. All of them take and give folded words (`foldText`). */
export interface WordForms {
  /** Stands in any sentence, whatever it is about. */
  isCommon(word: string): boolean
  /** What a word's forms have in common; the word itself where no library knows the language. */
  stem(word: string): string
  /** Compounds are written in one word: what is meant may stand within a longer one. */
  readonly joinsWords: boolean
}

/** Scripts that write no spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Letters that syllables of Korean were folded to; its particles hang on the word. */
const HANGUL = /^[\u1100-\u11ff]/
/** Fewer signs stand within too many words. */
const LEAST_WITHIN = 5
/** Articles and prepositions are written in front of the word, as one with it. */
const SEMITIC = /[\p{Script=Arabic}\p{Script=Hebrew}]/u
const LEAST_SEMITIC = 3

export function isUnspaced(word: string): boolean {
  return UNSPACED.test(word)
}

/** A text, folded, and its words in order. */
export interface FoldedText {
  readonly text: string
  readonly words: readonly string[]
}

export function folded(text: string): FoldedText {
  const made = foldText(text)
  return { text: made, words: made === '' ? [] : made.split(' ') }
}

/** The words of a question; where a script does not divide them, a dictionary does (Intl.Segmenter, ICU). */
export function questionWords(text: string, language: string): string[] {
  return folded(text).words.flatMap((word) => {
    if (!isUnspaced(word)) return [word]
    const parts = [...segmenter(language).segment(word)].filter(({ isWordLike }) => isWordLike)
    return parts.map(({ segment }) => segment)
  })
}

function segmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}

/** How surely a word of a text is the word that is looked for, 0..1. Both are folded. */
export function sameness(word: string, wanted: string, { stem, joinsWords }: WordForms): number {
  if (word === wanted) return 1
  if (stem(word) === stem(wanted)) return 0.95
  if (HANGUL.test(wanted)) return word.startsWith(wanted) ? 0.9 : 0
  if (wanted.length >= LEAST_SEMITIC && word.endsWith(wanted) && SEMITIC.test(wanted)) return 0.9
  if (joinsWords && wanted.length >= LEAST_WITHIN && word.includes(wanted)) return 0.7
  return 0
}

/** A stretch of letters that every form of the word has, for a first look by letters alone. */
export function searchKey(word: string, { stem }: WordForms): string {
  if (isUnspaced(word)) return word
  const common = commonBegin(word, stem(word))
  // The last letter of a stem is often another one in the word: easi, easy.
  return common.length > 4 ? common.slice(0, -1) : common
}

function commonBegin(one: string, other: string): string {
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  // A stem that shares nothing with its word is none to look for.
  return length < 2 ? one : one.slice(0, length)
}
