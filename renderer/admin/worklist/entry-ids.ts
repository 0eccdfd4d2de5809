import type { Change } from '../../core/admin/change.ts'
import type { WorkEntry } from '../../core/admin/work-list.ts'
import { bridge } from '../bridge.ts'
import { change } from '../kit/change.ts'

/** Ids of all items of a line of work: the line itself names the first hundred. */
export async function entryIds({ key, items, ids }: WorkEntry): Promise<string[]> {
  if (items <= ids.length) return [...ids]
  const { ids: all } = await bridge.call('workIds', { key })
  return [...all]
}

/** Changes all of them as one; what comes of it is told. */
export async function changeAll(entry: WorkEntry, make: (items: string[]) => Change): Promise<void> {
  await change(make(await entryIds(entry)))
}
