import { filesBeside } from './beside.ts'
import type { RoomNow } from './room-now.ts'

/** Whether a window may have this file shown on the desktop: one of the item that it is at, or of a problem that it tells. */
export function isAskedFor(
  { index, folder, problems }: Pick<RoomNow, 'index' | 'folder' | 'problems'>,
  { path, item }: { readonly path: string; readonly item?: string | undefined },
): boolean {
  if (item === undefined) return problems().some((problem) => problem.path === path)
  const [placed] = index.items([item])
  return placed !== undefined && (placed.path === path || filesBeside(folder, placed.path).includes(path))
}
