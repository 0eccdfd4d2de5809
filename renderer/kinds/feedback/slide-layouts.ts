import { wordCount } from '../../core/text.ts'
import { sizesDown } from '../../ui/fit.ts'
import { shortened } from '../../ui/shorten.ts'
import type { Shape } from '../../ui/slide-props.ts'

/** One way to set a survey result. */
export interface FeedbackLayout {
  readonly question: string
  readonly questionC: number
  /** Cap height of the result in u. */
  readonly c: number
  /** Answers side by side under one line of strokes, or one under another, each with its own; at last only the one that counts. */
  readonly answers: 'line' | 'rows' | 'chosen'
  /** Height of the strokes, u. */
  readonly strokesU: number
  /** Between question, result and strokes, u, at least. */
  readonly gapU: number
  readonly keptWords?: number
}

const LINE_U = { landscape: 4.6, portrait: 7 } as const

/** From generous to tight: the result, the question, side by side before one under another, low strokes, words of the question. */
export function feedbackLayouts(
  question: string,
  lang: string,
  shape: Shape,
  answers: number,
): FeedbackLayout[][] {
  const way = (from: number, to: number, rest: Partial<FeedbackLayout>): FeedbackLayout[] =>
    sizesDown(from, to).map((c) => ({
      question,
      questionC: 2,
      c,
      answers: 'line',
      strokesU: LINE_U[shape],
      gapU: 1.6,
      ...rest,
    }))
  const rows = [2.6, 2, 1.5].map((strokesU) => ({ answers: 'rows' as const, strokesU }))
  const ways: readonly Partial<FeedbackLayout>[] =
    shape === 'portrait' && answers > 2 ? rows : [{}, ...(answers < 8 ? rows : [])]
  const long = wordCount(question) > 22
  const omissions = shortened(question, lang).map(
    (short): FeedbackLayout => ({
      question: short.text,
      questionC: 1,
      c: 2,
      answers: 'chosen',
      strokesU: 2.2,
      gapU: 0.8,
      keptWords: short.keptWords,
    }),
  )
  return [
    ...(long ? [] : ways.map((each) => way(5.65, 4, each))),
    ...ways.map((each) => way(4, 2.85, { questionC: 1.41, ...each })),
    ...ways.map((each) => way(4, 1.95, { questionC: 1, ...each })),
    way(2.85, 1.95, { questionC: 1, answers: 'rows', strokesU: 1.1, gapU: 1 }),
    way(2.85, 1.95, { questionC: 1, strokesU: 2.2, gapU: 0.8 }),
    way(2.85, 1.95, { questionC: 1, answers: 'chosen', strokesU: 2.2, gapU: 0.8 }),
    ...(omissions.length > 0 ? [omissions] : []),
  ]
}
