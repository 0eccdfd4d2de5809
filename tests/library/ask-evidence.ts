import { type EvidenceParts, makeFindEvidence } from '../../electron/evidence/find-evidence.ts'
import { itemStanding } from '../../electron/item-standing.ts'
import { openSearchReader } from '../../electron/library/search-reader.ts'
import type { EvidenceQuestion, FoundEvidence } from '../../renderer/core/chair/evidence.ts'
import { judge } from '../../renderer/core/deck.ts'
import { NOON } from './admin-room.ts'
import type { TestRoom } from './open-room.ts'

export type Asked = Partial<EvidenceQuestion>

/** Asks a room that was indexed as a chair asks it, on a screen of that name. */
export function askEvidence(room: TestRoom, { screen = 'chair', now = NOON } = {}) {
  const search = openSearchReader(room.dataDir)
  const context = { screen, now }
  const cards = room.reader.cards()
  const byId = new Map(cards.map((card) => [card.id, card]))
  const curation = room.reader.curation()
  const standingOf = judge(curation, context)
  const parts: EvidenceParts = {
    search,
    cards: () => cards,
    items: (ids) => room.reader.items(ids),
    curation: () => curation,
    mayShow(id) {
      const card = byId.get(id)
      return card !== undefined && standingOf(card).state === 'shown'
    },
    shownItem(id) {
      const item = room.reader.item(id)
      return item && itemStanding(item, curation, context)?.state === 'shown' ? item : undefined
    },
    now: () => now,
  }
  const find = makeFindEvidence(parts)
  return {
    find: (words: string, asked: Asked = {}): Promise<FoundEvidence> =>
      find({ words, language: 'en', most: 4, ...asked }),
    close: () => search.close(),
  }
}
