import type { Records } from '../records/records.ts'
import { deleteSearch } from './search-file.ts'
import { deleteIndex } from './store.ts'

/** An index that was made from another folder would show another room until it is read anew; it is derived, so it may go. */
export function forgetOtherFolder(
  dataDir: string,
  folder: string,
  records: Pick<Records, 'folder' | 'setFolder'>,
): void {
  if (records.folder() === folder) return
  deleteIndex(dataDir)
  deleteSearch(dataDir)
  records.setFolder(folder)
}
