import { fieldKey } from '../../core/draft-fields.ts'
import type { Answer, FeedbackBody } from './schema.ts'

/** Answers as groups of strokes. */

export interface Group extends Answer {
  readonly strokes: number
  /** The answer that stands for the result. */
  readonly chosen: boolean
}

/** A hundred strokes, or one a person where fewer answered: nine people are no hundred. */
export function strokeTotal(n: number | undefined): number {
  return n !== undefined && n < 100 ? n : 100
}

/**
 * Strokes by answer. They add up to what the shares do, each within one of its share (largest remainder), so that no
 * rounding makes a person more or less.
 */
export function strokeGroups({ distribution, ...body }: FeedbackBody, n: number | undefined): Group[] {
  const total = strokeTotal(n)
  const exact = distribution.map(({ share }) => (share * total) / 100)
  const floors = exact.map((amount) => Math.floor(amount + 1e-9))
  const left = Math.round(sum(exact)) - sum(floors)
  const byRemainder = exact
    .map((amount, index) => ({ index, rest: amount - (floors[index] ?? 0) }))
    .toSorted((a, b) => b.rest - a.rest || a.index - b.index)
  const more = new Set(byRemainder.slice(0, Math.max(0, left)).map(({ index }) => index))
  const chosen = chosenAnswer(distribution, body)
  return distribution.map((answer, index) => ({
    ...answer,
    strokes: (floors[index] ?? 0) + (more.has(index) ? 1 : 0),
    chosen: index === chosen,
  }))
}

/** The answer that the result names, or that has its share; -1 where the result is about all of them. */
export function chosenAnswer(
  distribution: readonly Answer[],
  { result, figure, share }: Pick<FeedbackBody, 'result' | 'figure' | 'share'>,
): number {
  const named = distribution.findIndex(({ answer }) => fieldKey(answer) === fieldKey(result))
  if (named !== -1 || figure === undefined || !share) return named
  const near = distribution.map((each) => Math.abs(each.share - figure))
  const best = near.indexOf(Math.min(...near))
  return (near[best] ?? 1) < 0.6 ? best : -1
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
