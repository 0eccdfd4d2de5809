import { existsSync } from 'node:fs'
import type { ErasureState } from '../../renderer/core/admin/ledger.ts'
import { cacheFile } from '../library/derive/cache.ts'
import type { SearchReader } from '../library/search-reader.ts'
import type { RoomNow } from './room-now.ts'

/** Looks for what is left of erased items, in every place that the library and the record keep. */
export function erasureState(
  { index, records, dataDir }: Pick<RoomNow, 'index' | 'records' | 'dataDir'>,
  search: SearchReader,
  { items, derived }: { readonly items: readonly string[]; readonly derived: readonly string[] },
): ErasureState {
  const erased = new Set(index.state().gone.flatMap(({ id, what }) => (what === 'erased' ? [id] : [])))
  return {
    isKnown: items.every((id) => erased.has(id)),
    index: index.items(items).length,
    search: items.filter((id) => search.has(id)).length,
    // Another item may have the same file: then it is not of this one alone, and stays.
    cache: derived.filter((hash) => existsSync(cacheFile(dataDir, hash)) && index.media(hash) === undefined)
      .length,
    record: records.titlesLeft(items),
    isOverwritten: index.isScrubbed() && search.isScrubbed(),
  }
}
