import type { Caption } from './schema.ts'
import { lineColumns, type TimedWord, timedWords } from './tokens.ts'

/** What stands on the wall at once: some lines of one speaker. */
export interface CaptionPage {
  /** Index into the call's speakers. */
  readonly speaker: number
  readonly startMs: number
  readonly endMs: number
  readonly lines: readonly (readonly TimedWord[])[]
}

/** How much a page holds: columns a line (a letter is one, an East Asian letter two) and lines. */
export interface PageSize {
  readonly columns: number
  readonly lines: number
}

/** The most that viewers can follow (content model, "Legible from where people stand"). */
export const LANDSCAPE_PAGE: PageSize = { columns: 42, lines: 2 }
export const PORTRAIT_PAGE: PageSize = { columns: 21, lines: 4 }

/** Two captions of one speaker with a shorter pause than this are one breath, ms. */
const BREATH_MS = 600
/** ... if together they are up for no longer than this, ms: the usual limit of subtitling guides. */
const LONGEST_PAGE_MS = 7_000

const SENTENCE_END = /[.!?…。！？؟۔][\p{Pe}\p{Pf}"']*$/u
const CLAUSE_END = /[,;:–—،؛、，；：][\p{Pe}\p{Pf}"']*$/u

/**
 * Captions re-cut for a wall: long ones divided at sentences, then clauses, then words; short neighbours of one speaker
 * joined. Every word stays, in order; no line is wider than the page unless one word is; in order of their start.
 */
export function captionPages(captions: readonly Caption[], size: PageSize, lang: string): CaptionPage[] {
  return breaths(captions, size, lang)
    .flatMap((breath) => pagesOf(breath, size))
    .sort((a, b) => a.startMs - b.startMs || a.speaker - b.speaker)
}

interface Breath {
  readonly speaker: number
  readonly startMs: number
  readonly endMs: number
  readonly words: readonly TimedWord[]
}

function breaths(captions: readonly Caption[], size: PageSize, lang: string): Breath[] {
  const joined: Breath[] = []
  const ordered = [...captions].sort((a, b) => a.startMs - b.startMs)
  for (const caption of ordered) {
    const words = timedWords(caption, lang)
    if (words.length === 0) continue
    const { speaker, startMs } = caption
    const breath = { speaker, startMs, endMs: Math.max(startMs, caption.endMs), words }
    const last = joined.at(-1)
    const both = last && join(last, breath, size)
    if (both) joined[joined.length - 1] = both
    else joined.push(breath)
  }
  return joined
}

function join(a: Breath, b: Breath, size: PageSize): Breath | undefined {
  const pause = b.startMs - a.endMs
  if (a.speaker !== b.speaker || pause < 0 || pause > BREATH_MS || b.endMs - a.startMs > LONGEST_PAGE_MS)
    return undefined
  const both = { ...a, endMs: b.endMs, words: [...a.words, ...b.words] }
  return linesNeeded(both.words, size.columns) <= size.lines ? both : undefined
}

function pagesOf(breath: Breath, size: PageSize): CaptionPage[] {
  const cuts = cheapestCuts(breath.words, (words) => pageCost(words, size))
  return cuts.map(([from, to], index) => {
    const next = cuts[index + 1]
    return {
      speaker: breath.speaker,
      startMs: index === 0 ? breath.startMs : (breath.words[from]?.atMs ?? breath.startMs),
      endMs: next ? (breath.words[next[0]]?.atMs ?? breath.endMs) : breath.endMs,
      lines: balancedLines(breath.words.slice(from, to), size.columns),
    }
  })
}

/** What a page costs, or undefined if the words are too many for one. Pages are dear, and dearer if they end mid-sentence or near empty. */
function pageCost(words: readonly TimedWord[], size: PageSize): number | undefined {
  if (words.length > 1 && linesNeeded(words, size.columns) > size.lines) return undefined
  const empty = Math.max(0, 1 - lineColumns(words) / (size.columns * size.lines))
  return 1 + 0.8 * empty * empty + endCost(words.at(-1))
}

function endCost(word: TimedWord | undefined): number {
  const text = word?.text ?? ''
  if (SENTENCE_END.test(text)) return 0
  return CLAUSE_END.test(text) ? 0.5 : 1.2
}

/** Lines that the words fill when each takes as many as it can, which is the least there can be. */
function linesNeeded(words: readonly TimedWord[], columns: number): number {
  let lines = 0
  let from = 0
  while (from < words.length) {
    let to = from + 1
    while (to < words.length && lineColumns(words.slice(from, to + 1)) <= columns) to++
    from = to
    lines++
  }
  return lines
}

/** As few lines as possible, of like length, rather broken after a mark than between two words that belong together. */
function balancedLines(words: readonly TimedWord[], columns: number): TimedWord[][] {
  const goal = Math.min(columns, lineColumns(words) / linesNeeded(words, columns))
  // Each line costs more than any raggedness could save, so that their number stays the least.
  const lineCost = (line: readonly TimedWord[]): number | undefined => {
    const width = lineColumns(line)
    if (line.length > 1 && width > columns) return undefined
    const off = (width - goal) / columns
    const last = line.at(-1) === words.at(-1)
    return 10 + off * off + (last ? 0 : 0.25 * endCost(line.at(-1)))
  }
  return cheapestCuts(words, lineCost).map(([from, to]) => words.slice(from, to))
}

/**
 * The cheapest way to divide words into runs, as [from, to) pairs. `cost` says what a run costs, or undefined if it is too
 * long; a run of one word always has a cost, so that there is always a way.
 */
function cheapestCuts(
  words: readonly TimedWord[],
  cost: (run: readonly TimedWord[]) => number | undefined,
): [number, number][] {
  const best: { readonly total: number; readonly from: number }[] = [{ total: 0, from: 0 }]
  for (let to = 1; to <= words.length; to++) {
    let cheapest = { total: Number.POSITIVE_INFINITY, from: to - 1 }
    for (let from = to - 1; from >= 0; from--) {
      const price = cost(words.slice(from, to))
      if (price === undefined) break
      const total = (best[from]?.total ?? 0) + price
      if (total < cheapest.total) cheapest = { total, from }
    }
    best.push(cheapest)
  }
  const cuts: [number, number][] = []
  for (let to = words.length; to > 0; to = best[to]?.from ?? 0) cuts.unshift([best[to]?.from ?? 0, to])
  return cuts
}
