import { type EvidenceQuestion, type FindEvidence, NO_EVIDENCE } from '../../renderer/core/chair/evidence.ts'
import type { Curation } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { makeTopic, type Topic, themesOf } from '../../renderer/core/evidence/topic.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { PlacedItem } from '../library/protocol.ts'
import type { SearchReader } from '../library/search-reader.ts'
import { answer } from './answer.ts'
import { gather } from './gather.ts'
import { wordForms } from './languages.ts'
import { ThemeHints } from './theme-hints.ts'

/** What the host lends to the search for evidence. */
export interface EvidenceParts {
  readonly search: SearchReader
  readonly cards: () => readonly Card[]
  readonly items: (ids: readonly string[]) => readonly PlacedItem[]
  readonly curation: () => Curation
  /** Standing of this moment for the screen's audience: of all that is counted. */
  readonly mayShow: (id: string) => boolean
  /** The item where it may be shown, judged anew by its own words: of all that is given out. */
  readonly shownItem: (id: string) => Item | undefined
  /** The time that standing is judged by, ms since 1970 UTC. */
  readonly now: () => number
}

/** Finds offline, in slices that no slide has to wait for. Its search is closed by whoever opened it. */
export function makeFindEvidence(parts: EvidenceParts): FindEvidence {
  const hints = new ThemeHints(parts)
  return async (question) => {
    const topic = await topicOf(question, parts, hints)
    if (topic.concepts.length === 0 && question.answer === undefined) return NO_EVIDENCE
    return answer(await gather(topic, question, parts), topic, question, parts)
  }
}

async function topicOf(
  { words, theme, language }: EvidenceQuestion,
  { curation }: EvidenceParts,
  hints: ThemeHints,
): Promise<Topic> {
  const themes = themesOf(curation().themes)
  const common = { words, theme, language, themes, forms: wordForms(language) }
  const bare = makeTopic({ ...common, hintsOf: () => [] })
  const named = bare.concepts.find((concept) => concept.theme !== undefined)?.theme
  if (named === undefined) return bare
  const shared = await hints.hints(named, language)
  return makeTopic({ ...common, hintsOf: () => shared })
}
