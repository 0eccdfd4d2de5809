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

/** From generous to tight: the size, a third and a fourth voice, the height of the guesses, then the ends of long verbatims. */
export function revealLayouts(count: number, hasLine: boolean): RevealLayout[][] {
  const lineU = hasLine ? 5.4 : 0
  const lowU = hasLine ? 3.8 : 0
  const sizes = [1.41, 1.3, 1.2, 1.1, 1]
  const counts = [4, 3, 2, 1].filter((each) => each <= count)
  const whole = counts.flatMap((each) => [
    sizes.map((c) => ({ headC: 2, count: each, c, lineU })),
    sizes.map((c) => ({ headC: 1.92, count: each, c, lineU: lowU })),
  ])
  const fewest = Math.min(2, count)
  const cut = [80, 60, 45, 34, 26, 20, 14, 9].map((words) => ({
    headC: 1.41,
    count: fewest,
    c: 1,
    lineU: lowU,
    words,
  }))
  const bare = [1.41, 1.2, 1].map((headC) => ({ headC, count, c: 1, lineU: lowU }))
  return count === 0 ? [[{ headC: 2, count, c: 1, lineU }], bare] : [...whole, cut]
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
