import { sizesDown } from '../../ui/fit.ts'
import { shortened } from '../../ui/shorten.ts'

/** One way to set a question. */
export interface PromptLayout {
  readonly text: string
  readonly c: number
  /** The hole that a figure left. */
  readonly figure: boolean
  /** That an item answers it. */
  readonly answered: boolean
  readonly keptWords?: number
}

/** From generous to tight: where the answer is, the question to c 1.92, the figure, the question to c 1, its last words. */
export function promptLayouts(text: string, lang: string): PromptLayout[][] {
  const way = (from: number, to: number, figure: boolean, answered: boolean): PromptLayout[] =>
    sizesDown(from, to).map((c) => ({ text, c, figure, answered }))
  const omissions = shortened(text, lang).map(
    (short): PromptLayout => ({ ...short, c: 1, figure: false, answered: false }),
  )
  return [
    way(2.85, 2.2, true, true),
    way(2.85, 1.95, true, false),
    way(2.85, 1.95, false, false),
    way(1.9, 1, false, false),
    ...(omissions.length > 0 ? [omissions] : []),
  ]
}
