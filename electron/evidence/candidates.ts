import { conceptKeys, type Topic } from '../../renderer/core/evidence/topic.ts'
import type { WordForms } from '../../renderer/core/evidence/words.ts'
import { eachInSlices } from '../admin/slices.ts'
import type { SearchReader } from '../library/search-reader.ts'

/**
 * Ids of items whose letters have something of the topic, by search.db: more than will be found, never less. While there
 * is no search.db, all of them.
 */
export async function candidates(
  { concepts }: Topic,
  forms: WordForms,
  all: readonly string[],
  search: SearchReader,
): Promise<string[]> {
  if (search.revision() < 0) return [...all]
  const keys = [...new Set(concepts.flatMap((concept) => conceptKeys(concept, forms)))]
  const docs = new Set<number>()
  for (const key of keys) {
    const rows = search.rowsOf(key)
    await eachInSlices(rows.length, (at) => docs.add((rows[at] ?? 0) >> 1))
  }
  const ids: string[] = []
  const numbers = [...docs].sort((a, b) => a - b)
  const idOf = search.idReader()
  await eachInSlices(numbers.length, (at) => {
    const id = idOf(numbers[at] ?? 0)
    if (id !== undefined) ids.push(id)
  })
  return ids
}
