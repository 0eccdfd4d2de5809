import type { ClockTrust } from './clock-trust.ts'
import type { Curation } from './curation.ts'
import { earlier } from './local-rule.ts'
import { beginOf, endOf } from './local-time.ts'
import type { Pause, Takeover } from './now-schema.ts'
import { roomZone } from './screen-state.ts'
import type { Standing } from './standing.ts'
import { ruledTable } from './table-rule.ts'
import { MINUTE_MS } from './week-hours.ts'
import { momentWords } from './when-words.ts'
import { firstInstant } from './zoned.ts'

/**
 * What somebody ordered for this very moment. A takeover comes before a pause, a pause before a pin; of two alike the one
 * that was ordered to begin later counts, as the newer. An order ends when the clock first shows its end, and does not
 * come back in an hour that comes twice.
 */

export type Order =
  | { readonly type: 'none' }
  /** Words of the curator's own, in place of any item. */
  | { readonly type: 'message'; readonly message: string; readonly until: number }
  | { readonly type: 'takeover'; readonly itemId: string; readonly until: number }
  /** What is on stays on; then everything goes on by itself. */
  | { readonly type: 'pause'; readonly until: number }
  /** Nothing but these, until they are unpinned. */
  | { readonly type: 'pin'; readonly itemIds: readonly string[] }

export interface NowOrder {
  readonly order: Order
  /** A sentence for the curator; empty where nothing is ordered. */
  readonly reason: string
  /** Orders that were not followed, and why. */
  readonly refused: readonly string[]
  /** The first instant after now at which another order may be in force; undefined: none is to come or to end. */
  readonly nextChange: number | undefined
}

/** Half an hour, in ms: who pauses a wall and forgets it shall find it playing. */
export const PAUSE_MS = 30 * MINUTE_MS

interface Timed<Given> {
  readonly given: Given
  /** ms since 1970 UTC, `from` until just before `until`. */
  readonly from: number
  readonly until: number
}

/**
 * The order in force on a screen at `now`. `standingOf` tells how an item stands here and now, undefined for one that is
 * not in the room: whatever was ordered, nothing is shown that may not be. While the clock is wrong nobody can tell
 * whether an order has ended: then only pins are followed.
 */
export function nowOrder(
  curation: Curation,
  screen: string,
  now: number,
  standingOf: (itemId: string) => Standing | undefined,
  clock: ClockTrust = { isTrusted: true },
): NowOrder {
  const zone = roomZone(curation, now)
  const given = clock.isTrusted ? curation.now : { ...curation.now, takeover: [], pause: [] }
  const takeovers = onScreen(given.takeover, screen).map((each) => timedTakeover(each, zone))
  const pauses = onScreen(given.pause, screen).map((each) => timedPause(each, zone))
  const words = (at: number) => momentWords(zone, now, at)
  const refused: string[] = []
  const found =
    takeoverInForce(inForce(takeovers, now), standingOf, words, refused) ??
    pauseInForce(inForce(pauses, now), words) ??
    pinInForce(pinned(curation, screen), standingOf, refused)
  return { ...found, refused, nextChange: nextOf([...takeovers, ...pauses], now) }
}

type Found = Pick<NowOrder, 'order' | 'reason'>

function takeoverInForce(
  takeovers: readonly Timed<Takeover>[],
  standingOf: (itemId: string) => Standing | undefined,
  words: (at: number) => string,
  refused: string[],
): Found | undefined {
  for (const { given, until } of takeovers) {
    const reason = `Taken over until ${words(until)}.`
    if (given.message !== undefined)
      return { order: { type: 'message', message: given.message, until }, reason }
    const itemId = given.item ?? ''
    const why = whyNotShown(itemId, standingOf(itemId))
    if (why === undefined) return { order: { type: 'takeover', itemId, until }, reason }
    refused.push(`The takeover by ${itemId} is not followed: ${why}`)
  }
  return undefined
}

function pauseInForce([first]: readonly Timed<Pause>[], words: (at: number) => string): Found | undefined {
  if (first === undefined) return undefined
  const { until } = first
  return { order: { type: 'pause', until }, reason: `Paused; it goes on by itself at ${words(until)}.` }
}

function pinInForce(
  pins: readonly string[],
  standingOf: (itemId: string) => Standing | undefined,
  refused: string[],
): Found {
  const itemIds = pins.filter((itemId) => {
    const why = whyNotShown(itemId, standingOf(itemId))
    if (why !== undefined) refused.push(`${itemId} is pinned and not shown: ${why}`)
    return why === undefined
  })
  if (itemIds.length === 0) return { order: { type: 'none' }, reason: '' }
  return {
    order: { type: 'pin', itemIds },
    reason: `Pinned: ${itemIds.join(', ')}. Nothing else plays until it is unpinned.`,
  }
}

function whyNotShown(itemId: string, standing: Standing | undefined): string | undefined {
  if (standing === undefined) return `there is no item ${itemId} in this room.`
  return standing.state === 'shown' ? undefined : standing.reasons.join(' ')
}

/** Those of `now:`, and those of single items, which hold on every screen. */
export function pinned(curation: Curation, screen: string): string[] {
  const ordered = onScreen(curation.now.pin, screen).map(({ item }) => item)
  return [...new Set([...ordered, ...pinnedItems(curation)])]
}

/** A large room has many decisions, and this is asked for with every slide. */
const pinnedBy = new WeakMap<Curation, readonly string[]>()

function pinnedItems(curation: Curation): readonly string[] {
  const before = pinnedBy.get(curation)
  if (before) return before
  const made = Object.entries(curation.items).flatMap(([id, decision]) =>
    decision.pinned && ruledTable(id) === undefined ? [id] : [],
  )
  pinnedBy.set(curation, made)
  return made
}

function onScreen<Given extends { readonly screens?: readonly string[] | undefined }>(
  orders: readonly Given[],
  screen: string,
): readonly Given[] {
  return orders.filter(({ screens }) => screens === undefined || screens.includes(screen))
}

function timedTakeover(given: Takeover, zone: string): Timed<Takeover> {
  const from = given.from === undefined ? Number.NEGATIVE_INFINITY : firstInstant(zone, beginOf(given.from))
  return { given, from, until: firstInstant(zone, orderEnd(given.until)) }
}

function timedPause(given: Pause, zone: string): Timed<Pause> {
  const from = firstInstant(zone, beginOf(given.from))
  const until = given.until === undefined ? from + PAUSE_MS : firstInstant(zone, orderEnd(given.until))
  return { given, from, until }
}

/** Until half past six means just that; until a day means to its end. */
function orderEnd(until: string): number {
  return until.length === 16 ? beginOf(until) : endOf(until)
}

/** The newest first. */
function inForce<Given>(orders: readonly Timed<Given>[], now: number): Timed<Given>[] {
  return orders
    .filter(({ from, until }) => from <= now && now < until)
    .toSorted((a, b) => (a.from === b.from ? 0 : b.from - a.from))
}

function nextOf(orders: readonly Timed<unknown>[], now: number): number | undefined {
  return orders
    .filter(({ from, until }) => from < until)
    .flatMap(({ from, until }) => [from, until])
    .filter((at) => at > now)
    .reduce<number | undefined>((next, at) => earlier(next, at), undefined)
}
