import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { measureTexts } from '../../core/text.ts'
import { divideAnswers, isRawTable } from './answers.ts'
import { isAnswerTable } from './distribution.ts'
import { FEEDBACK_ALIASES, readFeedback } from './read.ts'

/** The scale that was answered on: words, and its ends where it is one of numbers. */
const scaleSchema = z.object(
  {
    words: z.string().min(1),
    low: z.number().optional(),
    high: z.number().optional(),
  },
  { error: 'is missing: say how people could answer, such as 1 to 5, or Yes / No' },
)

/** What a survey found about one question. */
export const feedbackSchema = z.object({
  question: z.string({ error: 'is missing: the question as it was asked' }).min(1, { error: 'is empty' }),
  scale: scaleSchema,
  period: z.string({ error: 'is missing: say when people were asked, such as 2026-02' }).min(1),
  /** As written: a figure, one of the answers, or a sentence. */
  result: z
    .string({ error: 'is missing: the figure, the answer or the sentence that stands for it all' })
    .min(1),
  /** The result where it is a figure. Never authored. */
  figure: z.number().optional(),
  /** True where that figure is per cent of people. Never authored. */
  share: z.boolean().default(false),
  /** Every answer with its share, per cent, in the order of the scale; they add up to 100. */
  distribution: z
    .array(z.object({ answer: z.string().min(1), share: z.number().min(0).max(100) }))
    .max(12, { error: 'has more than 12 answers: put the rare ones together' })
    .default([]),
  /** Per cent of those who were asked. */
  response_rate: z.number({ error: 'is not a share in per cent' }).min(0).max(100).optional(),
})

export type FeedbackBody = Readonly<z.infer<typeof feedbackSchema>>
export type Answer = FeedbackBody['distribution'][number]

export const feedback = defineKind({
  kind: 'feedback',
  folders: ['feedback', 'surveys', 'survey', 'survey results', 'survey-results'],
  schema: feedbackSchema,
  aliases: FEEDBACK_ALIASES,
  requires: ['n'],
  requiredMedia: {},
  wholeTable: (headers) => isAnswerTable(headers) || isRawTable(headers),
  divideTable: divideAnswers,
  read: readFeedback,
  title: (body) => body.question,
  basis: () => 'none',
  texts: ({ question, scale, period, result, distribution }) => [
    question,
    scale.words,
    period,
    result,
    ...distribution.map(({ answer }) => answer),
  ],
  parts: (body) => [body],
  measure: ({ question, result, distribution }) =>
    measureTexts([question, result, ...distribution.map(({ answer }) => answer)], { figures: 1 }),
})
