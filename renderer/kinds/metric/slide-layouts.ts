import { wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { isTall } from '../../ui/script.ts'
import { shortened } from '../../ui/shorten.ts'
import type { Shape } from '../../ui/slide-props.ts'

/** One way to set a metric; see "Compositions" of the look for what gives way first. */
export interface MetricLayout {
  /** Cap height of the figure in u. */
  readonly c: number
  readonly phrase: string
  readonly phraseC: number
  readonly trend: boolean
  /** Height of the strokes in u, landscape. */
  readonly barU: number
  /** What was assumed of the money stands beside it. */
  readonly assumption: boolean
  readonly verdict: boolean
  readonly keptWords?: number
}

const LARGEST = 8.6
const LEAST = 2

/** From generous to tight: the figure a little, the trend, the figure, the phrase to c 1, the small print, words of the phrase. */
export function metricLayouts(phrase: string, lang: string, shape: Shape): MetricLayout[][] {
  const way = (from: number, to: number, rest: Partial<MetricLayout>): MetricLayout[] =>
    sizesDown(from, to).map((c) => ({
      c,
      phrase,
      phraseC: 1.41,
      trend: true,
      barU: 5.6,
      assumption: true,
      verdict: true,
      ...rest,
    }))
  const tall = isTall(phrase)
  const omissions = shortened(phrase, lang).map(
    (short): MetricLayout => ({
      c: 2,
      phrase: short.text,
      phraseC: 1,
      trend: false,
      barU: 3,
      assumption: false,
      verdict: false,
      keptWords: short.keptWords,
    }),
  )
  return [
    way(LARGEST, tall ? 5 : 5.65, {}),
    ...(wordCount(phrase) > 14 ? [way(LARGEST, 5.65, { phraseC: 1 })] : []),
    // Beside the trend the figure gives way only so far; above it, it may.
    way(5.65, shape === 'portrait' ? 2.85 : 4, {}),
    way(LARGEST, LEAST, { trend: false }),
    way(5.65, LEAST, { trend: false, phraseC: 1 }),
    way(5.65, LEAST, { trend: false, phraseC: 1, barU: 3, assumption: false }),
    way(5.65, LEAST, { trend: false, phraseC: 1, barU: 3, assumption: false, verdict: false }),
    ...(omissions.length > 0 ? [omissions] : []),
  ]
}
