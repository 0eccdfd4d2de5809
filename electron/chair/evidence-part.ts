import type { FindEvidence } from '../../renderer/core/chair/evidence.ts'
import { type EvidenceParts, makeFindEvidence } from '../evidence/find-evidence.ts'
import { openSearchReader } from '../library/search-reader.ts'

/** What the host lends to whoever finds evidence. */
export interface EvidenceRoom extends Omit<EvidenceParts, 'search'> {
  readonly dataDir: string
}

export interface EvidenceSearch {
  readonly find: FindEvidence
  close(): void
}

export type EvidencePart = (room: EvidenceRoom) => EvidenceSearch

/** Over the library's own index of words. */
export const searchedEvidence: EvidencePart = ({ dataDir, ...room }) => {
  const search = openSearchReader(dataDir)
  return { find: makeFindEvidence({ ...room, search }), close: () => search.close() }
}
