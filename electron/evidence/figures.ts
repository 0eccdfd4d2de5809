import type { FoundFigure } from '../../renderer/core/chair/evidence.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { BodyOf } from '../../renderer/kinds/index.ts'

/** What was measured, on a line from 0 to 10; undefined where it does not stand on such a line (days, euros, a word). */

export const figureOf = { metric: ofMetric, feedback: ofFeedback }

const TEN = 10

function ofMetric(item: Item, body: BodyOf<'metric'>, language: string): FoundFigure | undefined {
  const { value, unit, phrase, period } = body
  if (unit.trim() !== '%' || value < 0 || value > 100) return undefined
  return {
    ...{ itemId: item.id, kind: 'metric', title: item.title },
    value: value / TEN,
    written: perCent(value, language),
    asks: { type: 'of-ten', phrase },
    ...{ source: item.envelope.source, period, n: item.envelope.n },
  }
}

function ofFeedback(item: Item, body: BodyOf<'feedback'>, language: string): FoundFigure | undefined {
  const { question, period } = body
  const answer = answerOf(body, language)
  if (answer === undefined) return undefined
  const { value, written, counted } = answer
  return {
    ...{ itemId: item.id, kind: 'feedback', title: item.title, value, written },
    asks: { type: 'answer', question, answer: counted },
    ...{ source: item.envelope.source, period, n: item.envelope.n },
  }
}

interface Answer {
  readonly value: number
  readonly written: string
  /** The answer whose share it is. */
  readonly counted?: string | undefined
}

/** A share of people is a tenth of its per cent; a mean keeps its place between the ends of its scale. */
function answerOf(body: BodyOf<'feedback'>, language: string): Answer | undefined {
  const { figure, share, result, scale, distribution } = body
  const counted = distribution.find(({ answer }) => answer === result)
  if (figure === undefined)
    return (
      counted && { value: counted.share / TEN, written: perCent(counted.share, language), counted: result }
    )
  if (share) return { value: figure / TEN, written: perCent(figure, language) }
  const { low = 0, high } = scale
  if (high === undefined || high <= low || figure < low || figure > high) return undefined
  return { value: (TEN * (figure - low)) / (high - low), written: `${numbered(figure, language)} / ${high}` }
}

function perCent(value: number, language: string): string {
  return `${numbered(value, language)} %`
}

function numbered(value: number, language: string): string {
  return new Intl.NumberFormat(isLanguage(language) ? language : 'en', { maximumFractionDigits: 1 }).format(
    value,
  )
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0
  } catch {
    return false
  }
}
