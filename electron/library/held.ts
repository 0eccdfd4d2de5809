import type { Comparison } from './compare.ts'
import type { Store } from './queries.ts'

/**
 * What is read although somebody has stopped reading: what has moved or is gone, and what the index holds and has changed
 * since, or may have by what room.yaml says now. The rest waits, new files with it. `waiting` are the units that were due
 * when reading was stopped; those that are news are taken out of it.
 */
export function followed(
  due: readonly string[],
  waiting: Set<string>,
  store: Store,
  { units, urgent, due: found }: Pick<Comparison, 'units' | 'urgent' | 'due'>,
  isRoomNew: boolean,
): string[] {
  const there = units()
  const known = new Set(store.knownUnits())
  for (const path of waiting) if (known.has(path) && (isRoomNew || found.has(path))) waiting.delete(path)
  return due.filter((path) => !there.has(path) || urgent.has(path) || (known.has(path) && !waiting.has(path)))
}
