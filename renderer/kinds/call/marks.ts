import type { Cue } from '../../core/draft.ts'
import { BLANK, phrasePattern } from '../../core/redaction.ts'

/** Marks in a transcript: where a stretch that nobody may hear begins and ends. */

/**
 * Marks for listed words, from Unicode's private use: were they brackets too, a listed word inside a marked stretch would
 * end the stretch.
 */
const LISTED_FROM = '\uE000'
const LISTED_TO = '\uE001'
const MARKS = /(\[\[|\]\]|\uE000|\uE001)/

/** A word without the marks around it, which stay. */
const SPOKEN = /[\p{L}\p{M}\p{N}](?:.*[\p{L}\p{M}\p{N}])?/su

export function withoutPrivateUse(cue: Cue): Cue {
  const plain = (text: string): string => text.replace(/[\uE000\uE001]/g, '')
  return {
    ...cue,
    text: plain(cue.text),
    words: cue.words?.map((word) => ({ ...word, text: plain(word.text) })),
  }
}

/** Marks every place of a listed phrase, in the text of the cues and in their words. */
export function markPhrase(cues: readonly Cue[], phrase: string): Cue[] {
  const pattern = phrasePattern(phrase)
  return cues.map((cue) => {
    if (!pattern.test(cue.text)) return cue
    const text = cue.text.replace(new RegExp(pattern, 'giu'), (found) => LISTED_FROM + found + LISTED_TO)
    // Words are marked through the text, so that a phrase of several words is found in them too.
    return { ...cue, text, words: cue.words && markWords(cue.words, phrase, pattern) }
  })
}

type Word = NonNullable<Cue['words']>[number]

/** A word of the transcript may be several, and a phrase may go over several of them. */
function markWords(words: readonly Word[], phrase: string, pattern: RegExp): Word[] {
  const wanted = plainWords(phrase)
  const plain = words.map(({ text }) => plainWords(text).join(''))
  const hit = new Set<number>()
  for (const start of plain.keys()) {
    if (!wanted.every((word, index) => plain[start + index] === word)) continue
    for (const index of wanted.keys()) hit.add(start + index)
  }
  return words.map((word, index) => {
    if (hit.has(index))
      return { ...word, text: word.text.replace(SPOKEN, (found) => LISTED_FROM + found + LISTED_TO) }
    return {
      ...word,
      text: word.text.replace(new RegExp(pattern, 'giu'), (found) => LISTED_FROM + found + LISTED_TO),
    }
  })
}

function plainWords(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Marked stretches as blanks; `open` says whether a mark of an earlier cue goes on here. */
export function blankMarked(text: string, open: boolean): { text: string; blanks: number; open: boolean } {
  let shown = ''
  let blanks = 0
  let marked = open
  let listed = false
  for (const piece of text.split(MARKS)) {
    if (piece === '[[' || piece === ']]') marked = piece === '[['
    else if (piece === LISTED_FROM || piece === LISTED_TO) listed = piece === LISTED_FROM
    else if (!marked && !listed) shown += piece
    else if (piece.trim() !== '') {
      shown += ` ${BLANK} `
      blanks += 1
    }
  }
  return { text: shown, blanks, open: marked }
}

/** One blank for a run of them, no space before a mark that closes. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`(?:${BLANK}\\s*)+${BLANK}`, 'g'), BLANK)
    .replace(/\s+([.,;:!?…])/g, '$1')
    .trim()
}
