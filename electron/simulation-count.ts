import type { PlayerState } from '../renderer/core/player-state.ts'
import type { PromiseTally } from '../renderer/core/rotation/promise.ts'
import type { PromiseReport } from '../renderer/core/rotation/promise-words.ts'
import type { Reason } from '../renderer/core/rotation/reasons.ts'
import type { SimulatedPlay } from './simulation.ts'

/** Shares are of the time in which the rotation was on the wall, 0..1. */
export interface ShareCount {
  readonly due: number
  readonly given: number
  /** How often it came; its slides in a row are one. */
  readonly plays: number
}

export interface ItemCount extends ShareCount {
  readonly id: string
}

export interface SimulationCount {
  /** Items that came, each with all its slides counted once. */
  readonly plays: number
  /** Minutes in which something might have been on and nothing was. */
  readonly blankMinutes: number
  readonly byItem: readonly ItemCount[]
  readonly byKind: Readonly<Record<string, ShareCount>>
  readonly promises: readonly (PromiseTally & { readonly promise: string })[]
  readonly details: SimulationDetails
}

export interface SimulationDetails {
  readonly slides: number
  /** Minutes in which the screen was on and nothing in the room might be. */
  readonly emptyMinutes: number
  /** Time with a slide on, and time that was asked about, ms. */
  readonly shownMs: number
  readonly spanMs: number
  /** How many slides came for each reason. */
  readonly reasons: Readonly<Record<string, number>>
  /** The longest time that each item was in the room and not on between two showings, ms; the longest first. */
  readonly gaps: readonly { readonly id: string; readonly longestMs: number }[]
  readonly promises: readonly PromiseReport[]
}

interface Account {
  kind: string
  dueMs: number
  givenMs: number
  plays: number
  lastEnd: number
  longestGapMs: number
}

const MINUTE_MS = 60_000

/** Adds up what a simulated wall shows. */
export class SimulationCounter {
  readonly #items = new Map<string, Account>()
  readonly #reasons = new Map<string, number>()
  #plays = 0
  #slides = 0
  #shownMs = 0
  /** Time that the rotation had since shares were last settled, and in all. */
  #openMs = 0
  #rotationMs = 0
  #blankMs = 0
  #emptyMs = 0

  shown({ play, kind, from, to }: SimulatedPlay): void {
    const ms = to - from
    const account = this.#account(play.itemId, kind)
    const isHeld = play.reasons.some(({ type }) => type === 'pinned' || type === 'takeover')
    this.#shownMs += ms
    this.#slides += 1
    for (const { type } of play.reasons) this.#reasons.set(type, (this.#reasons.get(type) ?? 0) + 1)
    if (play.reasons.every(isNewTurn)) {
      this.#plays += 1
      account.plays += 1
      if (account.lastEnd > 0) account.longestGapMs = Math.max(account.longestGapMs, from - account.lastEnd)
    }
    account.lastEnd = to
    if (isHeld) return
    account.givenMs += ms
    this.#openMs += ms
  }

  /** Shares are others from now on: what was due until now is put down. */
  settle({ rotation, deck }: PlayerState): void {
    if (this.#openMs === 0) return
    for (const [id, { kind }] of deck.byId) {
      const share = rotation.dueShare(id).time
      if (share > 0) this.#account(id, kind).dueMs += share * this.#openMs
    }
    this.#rotationMs += this.#openMs
    this.#openMs = 0
  }

  nothing(ms: number, mightBe: boolean): void {
    if (mightBe) this.#blankMs += ms
    else this.#emptyMs += ms
  }

  result(promises: readonly PromiseReport[], spanMs: number): SimulationCount {
    const total = Math.max(1, this.#rotationMs)
    const items = [...this.#items].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const counted = items.map(([id, { kind, dueMs, givenMs, plays }]) => {
      const count: ItemCount = { id, due: dueMs / total, given: givenMs / total, plays }
      return [kind, count] as const
    })
    return {
      plays: this.#plays,
      blankMinutes: Math.ceil(this.#blankMs / MINUTE_MS),
      byItem: counted.map(([, count]) => count),
      byKind: byKind(counted),
      promises: promises.map(({ promise, kept, missed }) => ({ promise, kept, missed })),
      details: {
        slides: this.#slides,
        emptyMinutes: Math.ceil(this.#emptyMs / MINUTE_MS),
        shownMs: this.#shownMs,
        spanMs,
        reasons: Object.fromEntries(this.#reasons),
        gaps: items
          .flatMap(([id, { longestGapMs }]) => (longestGapMs > 0 ? { id, longestMs: longestGapMs } : []))
          .toSorted((a, b) => b.longestMs - a.longestMs),
        promises,
      },
    }
  }

  #account(id: string, kind: string): Account {
    const known = this.#items.get(id)
    if (known) return known
    const made = { kind, dueMs: 0, givenMs: 0, plays: 0, lastEnd: 0, longestGapMs: 0 }
    this.#items.set(id, made)
    return made
  }
}

function isNewTurn({ type }: Reason): boolean {
  return type !== 'continued' && type !== 'resumed'
}

function byKind(items: readonly (readonly [kind: string, count: ItemCount])[]): Record<string, ShareCount> {
  const counts: Record<string, ShareCount> = {}
  for (const [kind, { due, given, plays }] of items.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const before = counts[kind] ?? { due: 0, given: 0, plays: 0 }
    counts[kind] = { due: before.due + due, given: before.given + given, plays: before.plays + plays }
  }
  return counts
}
