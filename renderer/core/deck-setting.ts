import { type Curation, decisionFor } from './curation.ts'
import type { DeckContext } from './deck.ts'
import type { Audience } from './item.ts'
import { localMinute } from './local-time.ts'
import { roomZone } from './screen-state.ts'
import { ruledTable, tablesOf } from './table-rule.ts'
import { audienceAt } from './visitors.ts'

/** What every item's standing hangs on. */
export interface Setting {
  readonly audience: Audience
  readonly screen: string
  readonly zone: string
  readonly minute: string
  readonly now: number
  readonly isClockWrong: boolean
}

export const NOWHERE: Setting = {
  audience: 'public',
  screen: '',
  zone: 'UTC',
  minute: '1970-01-01T00:00',
  now: 0,
  isClockWrong: true,
}

export function settingOf(curation: Curation, { screen, now, isClockWrong = false }: DeckContext): Setting {
  const zone = roomZone(curation, now)
  return {
    audience: audienceAt(curation, screen, zone, now, isClockWrong),
    screen,
    zone,
    minute: localMinute(now, zone),
    now,
    isClockWrong,
  }
}

/** Time that went backwards, since somebody vouched for the clock, opens what was over. */
export function isOtherSetting(before: Setting, after: Setting): boolean {
  const isOtherPlace = before.audience !== after.audience || before.zone !== after.zone
  return isOtherPlace || before.isClockWrong !== after.isClockWrong || after.now < before.now
}

/** Of these items, those about which a curator has decided otherwise; and whatever else she decided about. */
export function decidedOtherwise(
  before: Curation | undefined,
  after: Curation,
  known: Iterable<string>,
): string[] {
  if (!before || before === after) return []
  const ids = new Set([...Object.keys(before.items), ...Object.keys(after.items)])
  const ruled = [...ids].flatMap((id) => {
    const table = ruledTable(id)
    return table === undefined || isSame(before.items[id], after.items[id]) ? [] : [table]
  })
  if (ruled.length > 0) {
    const tables = new Set(ruled)
    for (const id of known) if (tablesOf(id).some((table) => tables.has(table))) ids.add(id)
  }
  return [...ids].filter((id) => !isSame(decisionFor(before, id), decisionFor(after, id)))
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
