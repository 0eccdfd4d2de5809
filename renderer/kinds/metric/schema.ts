import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { measureTexts, wordCount } from '../../core/text.ts'
import { writtenNumber } from '../../core/written-number.ts'
import { explainCustomers, isCustomerTable } from './customers.ts'
import { METRIC_ALIASES, readMetric } from './read.ts'
import { isSeriesTable } from './series.ts'

export const DIRECTIONS = ['up', 'down'] as const
export const VERDICTS = ['customer-centric', 'customer-toxic', 'not reviewed'] as const

/** What a point is worth, as a sentence or as a sum; always with what was assumed to get there. */
const moneySchema = z
  .object({
    /** A whole sentence, e.g. "Each further person saves about €38,000 a year in taxis." */
    text: z.string().min(1).optional(),
    /** Worth of one point in `currency`, e.g. 38000; the wall makes a sentence of it. */
    per_point: writtenNumber.optional(),
    currency: z.string().optional(),
    /** The time in which it comes together, e.g. "year". */
    per: z.string().optional(),
    assumption: z.string().optional(),
    /** An estimate is underlined in pencil. Money is one unless somebody says otherwise. */
    estimated: z.boolean({ error: 'has to be yes or no' }).default(true),
  })
  .refine(({ text, per_point }) => text !== undefined || per_point !== undefined, {
    path: ['text'],
    error: 'needs a sentence, or per_point with a sum',
  })

/** A customer KPI: one figure about people, what was promised, and what it is worth. */
export const metricSchema = z.object({
  /** What the figure counts, so that figure and phrase are one sentence: "people who booked a ramp found someone there". */
  phrase: z
    .string({ error: 'is missing: say what the figure counts, as the second half of a sentence' })
    .min(1, { error: 'is empty: say what the figure counts' }),
  value: writtenNumber,
  /** `%` for a share of people, else a word: days, points, €. */
  unit: z.string({ error: 'is missing: % for a share, else days, points, € and the like' }).min(1),
  target: writtenNumber,
  /** As precise as it was written: `2026-02`, "Winter 2025". */
  period: z.string({ error: 'is missing: say when this was measured, such as 2026-02' }).min(1),
  /** Which way is better. */
  direction: z.enum(DIRECTIONS, { error: 'has to be up (more is better) or down (less is better)' }),
  /** Earlier values, the oldest first. */
  series: z.array(z.object({ period: z.string().min(1), value: z.number() })).default([]),
  owner: z.string().optional(),
  money: moneySchema.optional(),
  verdict: z
    .enum(VERDICTS, { error: 'has to be customer-centric, customer-toxic or not reviewed' })
    .default('not reviewed'),
  /** Which slide it is where the money has one of its own. Never authored. */
  view: z.enum(['whole', 'figure', 'money']).default('whole'),
})

export type MetricBody = Readonly<z.infer<typeof metricSchema>>
export type Money = Readonly<z.infer<typeof moneySchema>>

/** What the line under the strokes holds, words; a wall that is small in u has no room for it. */
const MONEY_WORDS = 30
const SMALL_WALL_U = 50

function slidesOf(body: MetricBody, widthU: number, heightU: number): MetricBody[] {
  // A sum becomes a sentence of about eight words.
  const words = wordCount([body.money?.text ?? 'x '.repeat(8), body.money?.assumption].join(' '))
  const holds = Math.max(widthU, heightU) < SMALL_WALL_U ? 0 : MONEY_WORDS
  if (body.money === undefined || words <= holds) return [{ ...body, view: 'whole' }]
  return [
    { ...body, view: 'figure' },
    { ...body, view: 'money' },
  ]
}

function moneyTexts({ money }: MetricBody): string[] {
  return [money?.text, money?.per, money?.currency, money?.assumption].flatMap((text) => text ?? [])
}

/** What stands on this one slide. */
function shownTexts(body: MetricBody): string[] {
  switch (body.view) {
    case 'whole':
      return [body.phrase, body.unit, ...moneyTexts(body)]
    case 'figure':
      return [body.phrase, body.unit]
    case 'money':
      return [body.phrase, ...moneyTexts(body)]
  }
}

export const metric = defineKind({
  kind: 'metric',
  folders: ['metrics', 'metric', 'kpis', 'kpi'],
  schema: metricSchema,
  aliases: METRIC_ALIASES,
  requires: [],
  requiredMedia: {},
  wholeTable: (headers) => isSeriesTable(headers) || isCustomerTable(headers),
  divideTable: explainCustomers,
  read: readMetric,
  title: (body) => body.phrase,
  basis: () => 'none',
  texts: (body) => [
    ...[body.phrase, body.unit, body.period, body.owner].flatMap((text) => text ?? []),
    ...moneyTexts(body),
    ...body.series.map((point) => point.period),
  ],
  parts: (body, wall) => slidesOf(body, wall.widthU, wall.heightU),
  // The trend is a second thing to look at, beside the figure with its strokes.
  measure: (body) =>
    measureTexts(shownTexts(body), { figures: body.view === 'money' ? 0 : body.series.length > 1 ? 2 : 1 }),
})
