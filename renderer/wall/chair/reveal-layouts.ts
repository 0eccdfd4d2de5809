import type { ChairVerbatim } from '../../core/chair/view.ts'
import { wordCount } from '../../core/text.ts'
import { shortened } from '../../ui/shorten.ts'

/** One way to set a reveal. */
export interface RevealLayout {
  /** The question with both numbers. */
  readonly headC: number
  /** Verbatims that are shown, the one against the majority among them. */
  readonly count: number
  readonly c: number
  /** Height of what stands above the line of guesses, u. */
  readonly lineU: number
  /** Words of a verbatim at most; what is left out is marked. */
  readonly words?: number | undefined
}

const SIZES = [1.41, 1.3, 1.2, 1.1, 1]
/** Two voices at least, so that one of them may speak against the other. */
const COUNTS = [4, 3, 2]

/** From generous to tight: the size, the height of the guesses, a fourth and a third voice, then the ends of long verbatims. */
export function revealLayouts(count: number, hasLine: boolean): RevealLayout[][] {
  const heights = hasLine ? [5, 3.8, 2.4] : [0]
  const low = heights.at(-1) ?? 0
  if (count === 0) return [2, 1.41, 1].map((headC) => heights.map((lineU) => ({ headC, count, c: 1, lineU })))
  const least = Math.min(2, count)
  const counts = count < 2 ? [count] : COUNTS.filter((each) => each <= count)
  const whole = counts.flatMap((each) =>
    heights.map((lineU) => SIZES.map((c) => ({ headC: 2, count: each, c, lineU }))),
  )
  const small = SIZES.map((c) => ({ headC: 1.41, count: least, c, lineU: low }))
  const cut = [1.41, 1].map((headC) =>
    [90, 70, 52, 40, 30, 22, 16, 11, 8].map((words) => ({ headC, count: least, c: 1, lineU: low, words })),
  )
  return [...whole, small, ...cut]
}

/** So many of them, in their order; the one against the majority is never the one that gives way. */
export function chosenVerbatims(
  verbatims: readonly ChairVerbatim[],
  count: number,
): readonly ChairVerbatim[] {
  const first = verbatims.slice(0, count)
  const against = verbatims.find(({ isAgainst }) => isAgainst)
  if (!against || first.includes(against) || count < 2) return first
  return [...first.slice(0, count - 1), against]
}

/** What was said, or its beginning with the mark of an omission by us. */
export function withinWords(text: string, lang: string, words: number | undefined): string {
  if (words === undefined || wordCount(text) <= words) return text
  const shorter = shortened(text, lang)
  return (shorter.find(({ keptWords }) => keptWords <= words) ?? shorter.at(-1))?.text ?? text
}
