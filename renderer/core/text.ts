import type { Measure } from './item.ts'

/** Scripts that are read character by character. */
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu
/** Scripts that spell words and write no space between them: where one ends, a dictionary knows. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]*/gu
const WORD = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu

/** Words of scripts that spell them, and characters of scripts that do not. */
export function countReading(text: string): { words: number; characters: number } {
  const characters = text.match(CHARACTERS)?.length ?? 0
  const spaced = text.replace(CHARACTERS, ' ').replace(UNSPACED, ' ').match(WORD)?.length ?? 0
  const unspaced = (text.match(UNSPACED) ?? []).reduce((total, run) => total + dictionaryWords(run), 0)
  return { words: spaced + unspaced, characters }
}

const dictionary = new Intl.Segmenter('th', { granularity: 'word' })

function dictionaryWords(run: string): number {
  return [...dictionary.segment(run)].filter((part) => part.isWordLike).length
}

/** Words, for limits that are told in words: Chinese and Japanese characters count about two to a word. */
export function wordCount(text: string): number {
  const { words, characters } = countReading(text)
  return words + Math.ceil(characters / 2)
}

/** Sentences in order, with their closing marks, trimmed. Never empty strings. */
export function sentences(text: string, lang = 'en'): string[] {
  const found: string[] = []
  for (const { segment } of segmenterFor(lang).segment(text)) {
    const [, mark = '', rest = ''] = STRAY_MARK.exec(segment) ?? [undefined, '', segment]
    const last = found.pop()
    // French sets a space before the mark that closes, and the rules of Unicode then take it for an opening one.
    if (last !== undefined) found.push(mark === '' ? last : `${last.trimEnd()}${gapBefore(last)}${mark}`)
    found.push(last === undefined ? segment : rest)
  }
  return found.map((each) => each.trim()).filter((each) => each !== '')
}

/** A quotation mark that stands alone at the beginning of a sentence: it closes the one before. */
const STRAY_MARK = /^\s*([»”’」』«])(?=\s|$)([\s\S]*)$/u

/** The space that the author set between the sentence and its closing mark. */
function gapBefore(sentence: string): string {
  return /\s+$/.exec(sentence)?.[0] ?? ''
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(lang: string): Intl.Segmenter {
  const known = segmenters.get(lang)
  if (known) return known
  const made = makeSegmenter(lang)
  segmenters.set(lang, made)
  return made
}

function makeSegmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'sentence' })
  } catch {
    // An author's language tag may be no language at all; the sentence still has to be found.
    return new Intl.Segmenter('en', { granularity: 'sentence' })
  }
}

const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u
const LETTER = /\p{L}/u

/** Writing direction by the first strong letter (Unicode Bidirectional Algorithm, rule P2). */
export function direction(text: string): 'ltr' | 'rtl' {
  const first = LETTER.exec(text)?.[0]
  return first !== undefined && RTL.test(first) ? 'rtl' : 'ltr'
}

/** What a viewer reads of `texts`, with pictures to take in and a recording's length in ms beside them. */
export function measureTexts(
  texts: readonly string[],
  { figures = 0, mediaMs = 0 }: { readonly figures?: number; readonly mediaMs?: number } = {},
): Measure {
  const counts = texts.map(countReading)
  return {
    words: counts.reduce((total, count) => total + count.words, 0),
    characters: counts.reduce((total, count) => total + count.characters, 0),
    figures,
    mediaMs,
  }
}
