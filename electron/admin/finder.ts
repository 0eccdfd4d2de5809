import type { FindAnswer, FindQuery, FindRow } from '../../renderer/core/admin/find.ts'
import { decisionFor } from '../../renderer/core/curation.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { DAY_MS } from '../../renderer/core/week-hours.ts'
import { localMs } from '../../renderer/core/zoned.ts'
import type { PlacedItem } from '../library/protocol.ts'
import type { SearchReader } from '../library/search-reader.ts'
import type { PlayTotal } from '../records/history-records.ts'
import { type Matched, matchSlots } from './find-filter.ts'
import { FindOrders, type OrderParts } from './find-order.ts'
import { type FoundWords, IN_HEAD, WordFinder } from './find-words.ts'
import { ItemColumns, stateNumber } from './item-columns.ts'
import type { RoomNow } from './room-now.ts'
import { OtherStates, OwnStates, type ScreenStates } from './screen-states.ts'

/** Finds among all items of a room. It begins with the first question: a wall whose curator asks nothing pays nothing. */
export interface Finder {
  find(query: FindQuery): Promise<FindAnswer>
  findIds(query: FindQuery): Promise<{ readonly revision: number; readonly ids: readonly string[] }>
  /** How often an item was on, on all screens. */
  total(id: string): PlayTotal | undefined
  /** A slide was painted, and is in the record. */
  painted(itemId: string): void
  close(): void
}

const TOTALS_PAGE = 4_096
/** So long after a list was asked for, titles are sorted for whoever wants it by title next, ms: the first screenful comes first. */
const SORT_AHEAD_MS = 200
/** Other screens whose standings are kept. */
const MOST_SCREENS = 3

/** All that one question is answered from. */
interface Found {
  readonly revision: number
  /** Those with the words in title or place come first. */
  readonly isByRelevance: boolean
  readonly screen: ScreenStates
  readonly matched: Matched
  readonly order: Uint32Array
  readonly words: FoundWords | undefined
}

export function makeFinder(room: RoomNow, search: SearchReader): Finder {
  return new RoomFinder(room, search)
}

class RoomFinder implements Finder {
  readonly #room: RoomNow
  readonly #columns = new ItemColumns()
  readonly #words: WordFinder
  readonly #orders = new FindOrders()
  readonly #own: OwnStates
  readonly #others = new Map<string, OtherStates>()
  readonly #totals = new Map<string, PlayTotal>()
  readonly #late = new Set<string>()
  #totalsVersion = 0
  #hasTotals = false
  #isAsked = false
  /** What was found last: whoever scrolls asks the same again for each page. */
  #kept: { readonly of: string; readonly found: Found } | undefined
  #ahead: { readonly version: number; readonly timer: NodeJS.Timeout } | undefined
  #last: Promise<unknown> = Promise.resolve()

  constructor(room: RoomNow, search: SearchReader) {
    this.#room = room
    this.#words = new WordFinder(search, this.#columns)
    this.#own = new OwnStates(room, this.#columns)
    room.onJudged((judged) => {
      if (this.#isAsked) for (const { card } of judged) this.#own.due(card.id)
    })
  }

  find(query: FindQuery): Promise<FindAnswer> {
    return this.#inTurn(async () => {
      const found = await this.#look(query)
      this.#sortAhead()
      const slots = windowOf(found, query.from, query.count)
      return {
        revision: found.revision,
        total: found.matched.total,
        room: this.#columns.count,
        rows: this.#rows(slots, found),
        facets: found.matched.facets,
        isWhole: this.#words.revision() >= found.revision,
      }
    })
  }

  findIds(query: FindQuery): Promise<{ readonly revision: number; readonly ids: readonly string[] }> {
    return this.#inTurn(async () => {
      const found = await this.#look(query)
      const slots = windowOf(found, 0, Number.POSITIVE_INFINITY)
      return {
        revision: found.revision,
        ids: slots.flatMap((slot) => this.#columns.cards[slot]?.id ?? []),
      }
    })
  }

  total(id: string): PlayTotal | undefined {
    return this.#hasTotals ? this.#totals.get(id) : this.#recorded(id)
  }

  painted(itemId: string): void {
    if (!this.#isAsked) return
    if (!this.#hasTotals) return void this.#late.add(itemId)
    const total = this.#recorded(itemId)
    if (total) this.#totals.set(itemId, total)
    this.#totalsVersion += 1
  }

  #recorded(id: string): PlayTotal | undefined {
    const plays = this.#room.records.totalsOf(id)
    return plays.length === 0 ? undefined : plays.reduce<PlayTotal>((sum, each) => added(sum, each), NEVER)
  }

  close(): void {
    clearTimeout(this.#ahead?.timer)
    this.#words.close()
  }

  /** One question after the other: each may take a breath, and must not meet half of another's work. */
  #inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const answer = this.#last.then(work)
    this.#last = answer.catch(() => undefined)
    return answer
  }

  async #look(query: FindQuery): Promise<Found> {
    for (;;) {
      const { cards, curation, revision } = this.#room.index.state()
      const screen = await this.#ready(query.screen)
      const order = await this.#orders.order(query.sort ?? 'relevance', this.#orderParts())
      const now = this.#room.standingTime()
      const today = Math.floor(localMs(roomZone(curation, now), now) / DAY_MS)
      const of = JSON.stringify([
        ...[query.text, query.filters, query.sort, query.screen, today, screen.version],
        ...[revision, this.#columns.version, this.#totalsVersion, this.#words.generation()],
      ])
      if (this.#kept?.of === of && this.#kept.found.order === order) return this.#kept.found
      const words = await this.#words.find(query.text ?? '')
      // The room may have become another meanwhile; then all of it is looked at once more.
      if (this.#room.index.state().cards !== cards) continue
      const matched = matchSlots({
        columns: this.#columns,
        states: screen.states,
        filters: query.filters ?? {},
        words: words && this.#allowed(words, screen),
        today,
      })
      const isByRelevance = words !== undefined && (query.sort ?? 'relevance') === 'relevance'
      const found = { revision, screen, matched, order, words, isByRelevance }
      this.#kept = { of, found }
      return found
    }
  }

  #orderParts(): OrderParts {
    const { cards, curation } = this.#room.index.state()
    const [columns, totals, totalsVersion] = [this.#columns, this.#totals, this.#totalsVersion]
    return { columns, cards, curation, totals, totalsVersion }
  }

  #sortAhead(): void {
    const { version } = this.#columns
    if (this.#ahead?.version === version) return
    clearTimeout(this.#ahead?.timer)
    const timer = setTimeout(() => void this.#orders.order('title', this.#orderParts()), SORT_AHEAD_MS)
    this.#ahead = { version, timer: timer.unref() }
  }

  async #ready(screen = this.#room.screen): Promise<ScreenStates> {
    if (!this.#hasTotals) await this.#readTotals()
    this.#isAsked = true
    const { cards } = this.#room.index.state()
    await this.#columns.update(cards, (slot) => this.#own.due(this.#columns.cards[slot]?.id ?? ''))
    await this.#own.update()
    if (screen === this.#room.screen) return this.#own
    const other = this.#others.get(screen) ?? new OtherStates(this.#room, this.#columns, screen)
    this.#others.delete(screen)
    this.#others.set(screen, other)
    if (this.#others.size > MOST_SCREENS) this.#others.delete(this.#others.keys().next().value ?? '')
    await other.update()
    return other
  }

  async #readTotals(): Promise<void> {
    this.#isAsked = true
    const { promise, resolve } = Promise.withResolvers<void>()
    let after = { itemId: '', screen: '' }
    const page = (): void => {
      const totals = this.#room.records.playTotals(after, TOTALS_PAGE)
      for (const each of totals) this.#totals.set(each.itemId, added(this.#totals.get(each.itemId), each))
      const last = totals.at(-1)
      if (last) after = last
      if (totals.length === TOTALS_PAGE) setImmediate(page)
      else resolve()
    }
    this.#totals.clear()
    page()
    await promise
    this.#hasTotals = true
    // What was on while they were read may have been counted or not.
    for (const id of this.#late) this.painted(id)
    this.#late.clear()
  }

  /** What is withheld here is found by title and place alone, whatever another screen may show. */
  #allowed({ slots }: FoundWords, { states }: ScreenStates): Uint8Array {
    const [withheld, expired] = [stateNumber('withheld'), stateNumber('expired')]
    return slots.map((where, slot) => {
      const state = states[slot]
      return where === IN_HEAD || (where !== 0 && state !== withheld && state !== expired) ? 1 : 0
    })
  }

  #rows(slots: readonly number[], { screen }: Found): FindRow[] {
    const ids = slots.flatMap((slot) => this.#columns.cards[slot]?.id ?? [])
    const items = new Map(this.#room.index.items(ids).map((placed) => [placed.item.id, placed]))
    return slots.flatMap((slot) => this.#row(slot, screen, items) ?? [])
  }

  #row(slot: number, screen: ScreenStates, items: ReadonlyMap<string, PlacedItem>): FindRow | undefined {
    const card = this.#columns.cards[slot]
    if (!card) return undefined
    const { id, kind, title, captured } = card
    const placed = items.get(id)
    const standing = screen.standingOf(card)
    const decision = decisionFor(this.#room.index.state().curation, id)
    const total = this.#totals.get(id)
    const share = this.#room.share(id)
    const thumbnail = placed && thumbnailOf(placed, this.#room)
    return {
      id,
      kind,
      title,
      path: placed?.path ?? '',
      line: placed?.line ?? 1,
      standing: standing.state,
      ...(standing.state === 'shown' ? {} : { reason: standing.reasons[0] }),
      weight: decision?.weight ?? card.weight,
      isPinned: decision?.pinned === true,
      ...(share === undefined ? {} : { share }),
      plays: total?.plays ?? 0,
      ...(total === undefined ? {} : { lastShownAt: total.lastAt }),
      ...(captured === undefined ? {} : { captured }),
      ...(thumbnail === undefined ? {} : { thumbnail }),
    }
  }
}

const NEVER: PlayTotal = { plays: 0, lastAt: 0 }

function added(before: PlayTotal = NEVER, { plays, lastAt }: PlayTotal): PlayTotal {
  return { plays: before.plays + plays, lastAt: Math.max(before.lastAt, lastAt) }
}

/** Nothing is told of a picture that may not be shown just now: nobody would be served its bytes. */
function thumbnailOf({ item }: PlacedItem, room: RoomNow): FindRow['thumbnail'] {
  const found = Object.values(item.media).find(({ thumbnail }) => thumbnail !== undefined)?.thumbnail
  return found && room.mayShow(item.id) ? found : undefined
}

/** The slots of a window, in their order. */
function windowOf({ order, matched, words, isByRelevance }: Found, from: number, count: number): number[] {
  const slots: number[] = []
  let passed = 0
  for (const inHead of isByRelevance ? [true, false] : [undefined]) {
    for (const slot of order) {
      if (slots.length >= count) return slots
      if (matched.mask[slot] !== 1) continue
      if (inHead !== undefined && (words?.slots[slot] === IN_HEAD) !== inHead) continue
      if (passed >= from) slots.push(slot)
      passed += 1
    }
  }
  return slots
}
