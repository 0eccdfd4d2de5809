import { setImmediate as breath } from 'node:timers/promises'
import type {
  HistoryAnswer,
  HistoryBy,
  HistoryOutcome,
  HistoryQuestion,
  HistoryRow,
} from '../../renderer/core/admin/history.ts'
import type { ExportPart } from '../../renderer/core/admin/ledger.ts'
import { beginOf, endOf, minuteText } from '../../renderer/core/local-time.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { DAY_MS } from '../../renderer/core/week-hours.ts'
import { firstInstant, localMs } from '../../renderer/core/zoned.ts'
import type { KeptPlay } from '../records/history-records.ts'
import { CSV_MARK, csvRows } from './csv.ts'
import { PromiseTally } from './promise-tally.ts'
import type { RoomNow } from './room-now.ts'

/** Plays of a range, a page at a time: a year of slides is three million rows, and the wall goes on meanwhile. */
const PAGE = 2_048
const MOST_ROWS = 5_000

interface Range {
  readonly from: number
  readonly to: number
  readonly screen?: string | undefined
}

export async function askHistory(room: RoomNow, question: HistoryQuestion): Promise<HistoryOutcome> {
  const zone = zoneOf(room)
  const range = rangeOf(question, zone)
  if (range.from >= range.to)
    return {
      ok: false,
      message: `There is no time between ${question.from} and ${question.to}.`,
      hint: 'Name the earlier day first.',
    }
  const sums = new HistorySums(room, question.by, zone)
  const tally = await PromiseTally.of(room)
  await eachPlay(room, range, (play, shownMs) => {
    sums.add(play, shownMs)
    tally.add(play, shownMs)
  })
  return { ok: true, history: { ...sums.answer(), promises: tally.promises(), zone } }
}

function zoneOf(room: RoomNow): string {
  return roomZone(room.index.state().curation, room.clock.now())
}

/** Both days whole, as the room's clocks show them. */
function rangeOf({ from, to, screen }: Omit<HistoryQuestion, 'by'>, zone: string): Range {
  return { from: firstInstant(zone, beginOf(from)), to: firstInstant(zone, endOf(to)), screen }
}

async function eachPlay(
  { records, clock }: RoomNow,
  range: Range,
  take: (play: KeptPlay, shownMs: number) => void,
): Promise<void> {
  let after = { paintedAt: range.from, row: -1 }
  for (;;) {
    const plays = records.plays(range, after, PAGE)
    const now = clock.now()
    for (const play of plays.list) take(play, shownFor(play, now))
    if (!plays.next) return
    after = plays.next
    await breath()
  }
}

/** A slide that is on counts until now; a clock that was set back makes no time negative. */
function shownFor({ paintedAt, endedAt }: KeptPlay, now: number): number {
  return Math.max(0, (endedAt ?? now) - paintedAt)
}

/** What is added up of one item, kind, hour ... */
interface Sum {
  title: string
  kind: string
  plays: number
  shownMs: number
  firstAt: number
  lastAt: number
}

class HistorySums {
  readonly #room: RoomNow
  readonly #by: HistoryBy
  readonly #zone: string
  readonly #sums = new Map<string, Sum>()
  readonly #byHour = Array.from({ length: 24 }, () => 0)
  readonly #byWeekday = Array.from({ length: 7 }, () => 0)
  readonly #byWeekHour = Array.from({ length: 168 }, () => 0)
  #plays = 0
  #shownMs = 0

  constructor(room: RoomNow, by: HistoryBy, zone: string) {
    this.#room = room
    this.#by = by
    this.#zone = zone
  }

  add(play: KeptPlay, shownMs: number): void {
    const local = localMs(this.#zone, play.paintedAt)
    this.#plays += 1
    this.#shownMs += shownMs
    const hour = Math.floor(local / 3_600_000) % 24
    // 1 January 1970 was a Thursday.
    const weekday = (Math.floor(local / DAY_MS) + 3) % 7
    this.#byHour[hour] = (this.#byHour[hour] ?? 0) + 1
    this.#byWeekday[weekday] = (this.#byWeekday[weekday] ?? 0) + 1
    const at = weekday * 24 + hour
    this.#byWeekHour[at] = (this.#byWeekHour[at] ?? 0) + shownMs
    for (const key of this.#keys(play, local)) this.#addTo(key, play, shownMs)
  }

  #keys(play: KeptPlay, local: number): readonly string[] {
    switch (this.#by) {
      case 'item':
        return [play.itemId]
      case 'kind':
        return [play.kind]
      case 'hour':
        return [minuteText(local).slice(11, 13)]
      case 'day':
        return [minuteText(local).slice(0, 10)]
      case 'persona': {
        const card = this.#room.find(play.itemId)?.card
        const own = play.kind === 'persona' ? [play.title] : []
        return card ? [...new Set([...own, ...card.personas])] : own
      }
    }
  }

  #addTo(key: string, { title, kind, paintedAt }: KeptPlay, shownMs: number): void {
    const sum = this.#sums.get(key)
    if (!sum) {
      this.#sums.set(key, { title, kind, plays: 1, shownMs, firstAt: paintedAt, lastAt: paintedAt })
      return
    }
    sum.title = title
    sum.plays += 1
    sum.shownMs += shownMs
    sum.lastAt = Math.max(sum.lastAt, paintedAt)
  }

  answer(): Omit<HistoryAnswer, 'promises' | 'zone'> {
    const isInOrder = this.#by === 'hour' || this.#by === 'day'
    const rows = [...this.#sums].map(([key, sum]) => this.#row(key, sum))
    rows.sort((a, b) => (isInOrder ? 0 : b.shownMs - a.shownMs) || (a.key < b.key ? -1 : 1))
    return {
      rows: rows.slice(0, MOST_ROWS),
      rowsInAll: rows.length,
      plays: this.#plays,
      shownMs: this.#shownMs,
      byHour: this.#byHour,
      byWeekday: this.#byWeekday,
      byWeekHour: this.#byWeekHour,
    }
  }

  #row(key: string, { title, kind, ...sum }: Sum): HistoryRow {
    const isItem = this.#by === 'item'
    return {
      key,
      title: isItem ? title : '',
      ...(isItem ? { kind } : {}),
      ...sum,
      isInRoom: !isItem || this.#room.find(key) !== undefined,
    }
  }
}

const EXPORT_ROWS = 5_000
const EXPORT_HEAD = ['time', 'time (UTC)', 'screen', 'item', 'kind', 'title', 'slide', 'seconds', 'ended']

/** A part of the plays of a range as CSV. */
export function historyPart(
  room: RoomNow,
  { after, ...question }: Omit<HistoryQuestion, 'by'> & { readonly after: number },
): ExportPart {
  const zone = zoneOf(room)
  const range = rangeOf(question, zone)
  const begin = after === 0 ? { paintedAt: range.from, row: -1 } : room.records.placeOfPlay(after)
  const plays = begin ? room.records.plays(range, begin, EXPORT_ROWS) : { list: [] }
  const now = room.clock.now()
  const text = csvRows(
    plays.list.map((play) => [
      minuteText(localMs(zone, play.paintedAt)).replace('T', ' '),
      new Date(play.paintedAt).toISOString(),
      play.screen,
      play.itemId,
      play.kind,
      play.title,
      play.part + 1,
      Math.round(shownFor(play, now) / 100) / 10,
      play.endReason ?? 'still on',
    ]),
  )
  const head = after === 0 ? CSV_MARK + csvRows([EXPORT_HEAD]) : ''
  return { text: head + text, ...('next' in plays && plays.next ? { next: plays.next.row } : {}) }
}
