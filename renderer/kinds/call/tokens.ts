import type { Caption } from './schema.ts'

/** A word of a caption, or a stretch of a script without spaces at which a line may break. */
export interface TimedWord {
  readonly text: string
  /** False where it follows the word before without a space. */
  readonly spaced: boolean
  /** When it is spoken, ms from the start of the clip; shared by length where the transcript does not time words. */
  readonly atMs: number
}

type Word = Omit<TimedWord, 'atMs'>

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u
const OPENING = /^[\p{Ps}\p{Pi}]+$/u

/** Width of a text in columns, as captions count them: a letter is 1, an East Asian one 2, a combining mark 0. */
export function columnsOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/\p{M}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1), 0)
}

/** Columns of words set in one line. */
export function lineColumns(words: readonly Word[]): number {
  return words.reduce(
    (sum, word, index) => sum + columnsOf(word.text) + (index > 0 && word.spaced ? 1 : 0),
    0,
  )
}

/** The line as text. */
export function lineText(words: readonly Word[]): string {
  return words.map((word, index) => (index > 0 && word.spaced ? ` ${word.text}` : word.text)).join('')
}

/** The words of a caption in order, each with its time, never outside the caption and never going back. */
export function timedWords(caption: Caption, lang: string): TimedWord[] {
  const words = split(caption.text, lang)
  const { startMs } = caption
  const endMs = Math.max(startMs, caption.endMs)
  const times = toldTimes(words, caption) ?? sharedTimes(words, startMs, endMs)
  let latest = startMs
  return words.map((word, index) => {
    latest = Math.min(endMs, Math.max(latest, times[index] ?? latest))
    return { ...word, atMs: latest }
  })
}

function split(text: string, lang: string): Word[] {
  return text
    .split(/\s+/u)
    .filter((chunk) => chunk !== '')
    .flatMap((chunk) => (SPACELESS.test(chunk) ? phrases(chunk, lang) : [{ text: chunk, spaced: true }]))
}

/** Divides a chunk without spaces where lines may break: closing marks stay with what they close, opening ones with what follows. */
function phrases(chunk: string, lang: string): Word[] {
  const pieces: string[] = []
  let opening = ''
  for (const { segment, isWordLike } of segmenter(lang).segment(chunk)) {
    if (OPENING.test(segment)) opening += segment
    else if (isWordLike || pieces.length === 0 || opening !== '') {
      pieces.push(opening + segment)
      opening = ''
    } else pieces[pieces.length - 1] += segment
  }
  if (opening !== '') pieces.push(opening)
  return pieces.map((text, index) => ({ text, spaced: index === 0 }))
}

function segmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(lang, { granularity: 'word' })
  } catch {
    // An author's language tag may be no language at all.
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}

/** The transcript's own times, found by letters since it may time phrases and write spaces differently; undefined if it says other words. */
function toldTimes(words: readonly Word[], caption: Caption): number[] | undefined {
  const told = caption.words
  if (!told || told.length === 0) return undefined
  const letters = (text: string): string => text.replace(/\s+/gu, '')
  if (letters(told.map((word) => word.text).join('')) !== letters(caption.text)) return undefined
  const starts: { readonly letter: number; readonly atMs: number }[] = []
  let letter = 0
  for (const word of told) {
    starts.push({ letter, atMs: word.atMs })
    letter += letters(word.text).length
  }
  const total = Math.max(1, letter)
  let place = 0
  return words.map((word) => {
    const at = timeAtLetter(place, starts, { letter: total, atMs: caption.endMs })
    place += word.text.length
    return at
  })
}

interface Start {
  readonly letter: number
  readonly atMs: number
}

/** Between two told times, by letters. */
function timeAtLetter(letter: number, starts: readonly Start[], end: Start): number {
  const next = starts.findIndex((start) => start.letter > letter)
  const from = (next === -1 ? starts.at(-1) : starts[next - 1]) ?? end
  const to = starts[next] ?? end
  if (from.letter === letter || to.letter <= from.letter) return from.atMs
  return from.atMs + ((to.atMs - from.atMs) * (letter - from.letter)) / (to.letter - from.letter)
}

function sharedTimes(words: readonly Word[], startMs: number, endMs: number): number[] {
  const total = Math.max(1, lineColumns(words))
  let before = 0
  return words.map((word) => {
    const at = startMs + ((endMs - startMs) * before) / total
    before += columnsOf(word.text) + (word.spaced ? 1 : 0)
    return at
  })
}
