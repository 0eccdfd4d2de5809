import type { Database } from 'better-sqlite3'
import { markForScrub } from './scrub.ts'

/** What visitors of a stand tapped: how many, where, on which day. Nothing about who they were, nor when in the day. */
export interface TapRecords {
  /** @param day `YYYY-MM-DD` in the room's own time; `place` is a phase of a journey, empty for the item as a whole */
  tap(tap: {
    readonly day: string
    readonly itemId: string
    readonly place: string
    readonly value: number
  }): void
  /** How often each value was tapped at each place of an item, over all days. */
  tapsOf(
    itemId: string,
  ): readonly { readonly place: string; readonly value: number; readonly count: number }[]
  /** Places have the words of a journey: with it they go. */
  forgetTaps(itemIds: readonly string[]): void
}

export function tapRecords(db: Database): TapRecords {
  const add = db.prepare<[{ day: string; itemId: string; place: string; value: number }]>(
    `INSERT INTO taps (day, item_id, place, value, count) VALUES (@day, @itemId, @place, @value, 1)
     ON CONFLICT DO UPDATE SET count = count + 1`,
  )
  const counts = db.prepare<[string], { place: string; value: number; count: number }>(
    'SELECT place, value, sum(count) AS count FROM taps WHERE item_id = ? GROUP BY place, value',
  )
  const forget = db.prepare<[string]>('DELETE FROM taps WHERE item_id = ?')
  return {
    tap: (tap) => void add.run(tap),
    tapsOf: (itemId) => counts.all(itemId),
    forgetTaps(itemIds) {
      const gone = db.transaction(() => itemIds.reduce((sum, id) => sum + forget.run(id).changes, 0))()
      if (gone > 0) markForScrub(db)
    },
  }
}
