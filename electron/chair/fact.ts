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
  if (metric?.unit === '%') return words.fact(metric.value, metric.phrase)
  const feedback = item.kind === 'feedback' ? kinds.feedback.schema.safeParse(item.body).data : undefined
  const [most] = (feedback?.distribution ?? []).toSorted((a, b) => b.share - a.share)
  return feedback && most ? words.answered(most.share, most.answer, feedback.question) : undefined
}
