import type { ChairFact } from '../../renderer/core/chair/view.ts'
import { chairWords } from '../../renderer/core/chair/words.ts'
import type { Item } from '../../renderer/core/item.ts'
import { kinds } from '../../renderer/kinds/index.ts'

/** Something counted that is hers, as one sentence: a share of people, never reckoned beyond what was written. */
export function factOf(items: readonly Item[], language: string): ChairFact | undefined {
  for (const item of items) {
    const text = sentenceOf(item, language)
    const { source, captured } = item.envelope
    if (text !== undefined) return { itemId: item.id, text, source, captured }
  }
  return undefined
}

function sentenceOf(item: Item, language: string): string | undefined {
  const words = chairWords(language)
  const metric = item.kind === 'metric' ? kinds.metric.schema.safeParse(item.body).data : undefined
  const { n } = item.envelope
  if (metric?.unit === '%') return words.fact(...people(metric.value, n), metric.phrase)
  const feedback = item.kind === 'feedback' ? kinds.feedback.schema.safeParse(item.body).data : undefined
  const [most] = (feedback?.distribution ?? []).toSorted((a, b) => b.share - a.share)
  return feedback && most
    ? words.answered(...people(most.share, n), most.answer, feedback.question)
    : undefined
}

/** How near a share has to come to whole people, per cent: shares are written to a whole number or one decimal. */
const NEAR = 0.05

/** "138 of 318" where the share is one of so many people, else "43 of 100". */
export function people(share: number, n: number | undefined): readonly [count: number, of: number] {
  const count = n === undefined ? 0 : Math.round((share * n) / 100)
  if (n !== undefined && Math.abs((count * 100) / n - share) < NEAR) return [count, n]
  return [Math.round(share), 100]
}
