import { type FindEvidence, NO_EVIDENCE } from '../../renderer/core/chair/evidence.ts'
import type { Item } from '../../renderer/core/item.ts'
import type { RoomIndex } from '../room-index.ts'

/** What whoever finds evidence may look at. */
export interface EvidenceRoom {
  readonly index: Pick<RoomIndex, 'state' | 'item' | 'items'>
  readonly dataDir: string
  /** The item, if it may be shown on this screen at this very moment. */
  shownItem(id: string): Item | undefined
}

export type EvidencePart = (room: EvidenceRoom) => FindEvidence

/** A room that nobody can search. */
export const noEvidence: EvidencePart = () => async () => NO_EVIDENCE
