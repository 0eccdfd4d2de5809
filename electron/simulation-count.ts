import type { PlayerState } from '../renderer/core/player.ts'
import type { PromiseCount } from '../renderer/core/rotation/promises.ts'
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
  readonly kind: string
  /** The longest time that it was in the room and not on, ms. */
  readonly longestGapMs: number
}

export interface SimulationCount {
  /** Items that came, each with all its slides counted once. */
  readonly plays: number
  readonly slides: number
  /** Minutes in which something might have been on and nothing was. */
  readonly blankMinutes: number
  /** Minutes in which the screen was on and nothing in the room might be. */
  readonly emptyMinutes: number
  readonly byItem: readonly ItemCount[]
  readonly byKind: Readonly<Record<string, ShareCount>>
  readonly promises: readonly PromiseCount[]
  readonly reasons: Readonly<Record<string, number>>
  /** Time with a slide on, ms. */
  readonly shownMs: number
  readonly spanMs: number
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

  result({ rotation, memory }: PlayerState, spanMs: number): SimulationCount {
    const total = Math.max(1, this.#rotationMs)
    const byItem = [...this.#items]
      .map(([id, { kind, dueMs, givenMs, plays, longestGapMs }]): ItemCount => {
        return { id, kind, due: dueMs / total, given: givenMs / total, plays, longestGapMs }
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1))
    return {
      plays: this.#plays,
      slides: this.#slides,
      blankMinutes: Math.ceil(this.#blankMs / MINUTE_MS),
      emptyMinutes: Math.ceil(this.#emptyMs / MINUTE_MS),
      byItem,
      byKind: byKind(byItem),
      promises: rotation.promiseCounts(memory.age),
      reasons: Object.fromEntries(this.#reasons),
      shownMs: this.#shownMs,
      spanMs,
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

function byKind(items: readonly ItemCount[]): Record<string, ShareCount> {
  const counts: Record<string, ShareCount> = {}
  for (const { kind, due, given, plays } of items.toSorted((a, b) => (a.kind < b.kind ? -1 : 1))) {
    const before = counts[kind] ?? { due: 0, given: 0, plays: 0 }
    counts[kind] = { due: before.due + due, given: before.given + given, plays: before.plays + plays }
  }
  return counts
}
