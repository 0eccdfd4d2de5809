import type { Measure } from './item.ts'

/** Scripts that are read character by character. */
const CHARACTERS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu
/** Scripts that spell words and write no space between them: where one ends, a dictionary knows. */
const UNSPACED =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]*/gu
const WORDS = /[\p{L}\p{M}\p{N}]+(?:['’.,-][\p{L}\p{M}\p{N}]+)*/gu

/** Words of scripts that spell them, and characters of scripts that do not. */
export function countReading(text: string): { words: number; characters: number } {
  const plain = countPlainWords(text)
  if (plain !== undefined) return { words: plain, characters: 0 }
  const characters = text.match(CHARACTERS)?.length ?? 0
  const spaced = text.replace(CHARACTERS, ' ').replace(UNSPACED, ' ').match(WORDS)?.length ?? 0
  const unspaced = (text.match(UNSPACED) ?? []).reduce((total, run) => total + dictionaryWords(run), 0)
  return { words: spaced + unspaced, characters }
}

const dictionary = new Intl.Segmenter('th', { granularity: 'word' })

function dictionaryWords(run: string): number {
  return [...dictionary.segment(run)].filter((part) => part.isWordLike).length
}

/** The same for most of the texts that there are, letter by letter: undefined where one is neither Latin nor plain punctuation. */
function countPlainWords(text: string): number | undefined {
  let count = 0
  let before: Sort = OTHER
  let last: Sort = OTHER
  for (let index = 0; index < text.length; index += 1) {
    const sort = sortOf(text.charCodeAt(index))
    if (sort === undefined) return undefined
    const goesOn = last === WORD || (last === JOINER && before === WORD)
    if (sort === WORD && !goesOn) count += 1
    before = last
    last = sort
  }
  return count
}

const OTHER = 0
const WORD = 1
const JOINER = 2
type Sort = typeof OTHER | typeof WORD | typeof JOINER

/** By its UTF-16 code: ASCII, the letters up to Latin Extended-B, and the marks of general punctuation. */
function sortOf(code: number): Sort | undefined {
  if (code < 0x80) return ASCII[code]
  if (code >= 0xc0 && code < 0x250) return code === 0xd7 || code === 0xf7 ? OTHER : WORD
  if (code >= 0x2010 && code < 0x2028) return code === 0x2019 ? JOINER : OTHER
  return undefined
}

const ASCII: readonly Sort[] = Array.from({ length: 0x80 }, (_, code) => {
  const letter = String.fromCharCode(code)
  return /[A-Za-z0-9]/.test(letter) ? WORD : "'.,-".includes(letter) ? JOINER : OTHER
})

/** Words, for limits that are told in words: characters of a spaceless script count about two to a word. */
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
  return found
    .flatMap(thaiSentences)
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** Thai ends a sentence with a space and no mark; a space beside a figure, a foreign word or after a repetition ends none. */
const THAI_PAUSE = /(?<=\p{Script=Thai})(?<!ๆ)\s+(?=\p{Script=Thai})/gu
/** Less than so many characters is a clause that belongs to the one before it. */
const THAI_SENTENCE = 20

function thaiSentences(text: string): string[] {
  const found: string[] = []
  let from = 0
  for (const pause of text.matchAll(THAI_PAUSE)) {
    const rest = text.slice(pause.index).trim()
    if (pause.index - from < THAI_SENTENCE || rest.length < THAI_SENTENCE) continue
    found.push(text.slice(from, pause.index))
    from = pause.index
  }
  return [...found, text.slice(from)]
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
