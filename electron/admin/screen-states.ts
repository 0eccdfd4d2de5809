import { isAlwaysOn, WAITS_FOR_CLOCK } from '../../renderer/core/clock-trust.ts'
import { decisionFor } from '../../renderer/core/curation.ts'
import type { Card } from '../../renderer/core/deck.ts'
import { localMinute } from '../../renderer/core/local-time.ts'
import { roomZone } from '../../renderer/core/screen-state.ts'
import { type Standing, standing } from '../../renderer/core/standing.ts'
import { audienceAt } from '../../renderer/core/visitors.ts'
import { type ItemColumns, stateNumber } from './item-columns.ts'
import type { RoomNow } from './room-now.ts'
import { eachInSlices } from './slices.ts'

/** How every item stands on a screen, by its slot. */
export interface ScreenStates {
  readonly states: Uint8Array
  /** Grows when an item may stand otherwise. */
  readonly version: number
  standingOf(card: Card): Standing
}

type Room = Pick<RoomNow, 'index' | 'screen' | 'standingTime' | 'clockTrust' | 'find'>

/** Of this machine's own screen the wall knows: what is judged anew is told, and nothing else is looked at. */
export class OwnStates implements ScreenStates {
  states = new Uint8Array(0)
  version = 0
  readonly #room: Room
  readonly #columns: ItemColumns
  readonly #due = new Set<string>()

  constructor(room: Room, columns: ItemColumns) {
    this.#room = room
    this.#columns = columns
  }

  readonly standingOf = (card: Card): Standing => this.#room.find(card.id)?.standing ?? SHOWN

  /** To be judged by what the wall says when they are next looked at. */
  due(id: string): void {
    this.#due.add(id)
  }

  async update(): Promise<void> {
    if (this.states.length < this.#columns.length) {
      const longer = new Uint8Array(Math.max(1_024, this.#columns.length * 2))
      longer.set(this.states)
      this.states = longer
    }
    const ids = [...this.#due]
    this.#due.clear()
    if (ids.length > 0) this.version += 1
    await eachInSlices(ids.length, (at) => {
      const id = ids[at] ?? ''
      const slot = this.#columns.slotOf.get(id)
      if (slot !== undefined) this.states[slot] = stateNumber(this.#room.find(id)?.standing.state ?? 'shown')
    })
  }
}

/** Of another screen somebody asks now and then: judged anew when the room, its curation or the minute is another. */
export class OtherStates implements ScreenStates {
  states = new Uint8Array(0)
  version = 0
  readonly #room: Room
  readonly #columns: ItemColumns
  readonly #screen: string
  #of: readonly unknown[] = []

  constructor(room: Room, columns: ItemColumns, screen: string) {
    this.#room = room
    this.#columns = columns
    this.#screen = screen
  }

  readonly standingOf = (card: Card): Standing => standingOn(this.#room, this.#screen)(card)

  async update(): Promise<void> {
    const { cards, curation } = this.#room.index.state()
    const minute = Math.floor(this.#room.standingTime() / 60_000)
    const of = [cards, curation, minute, this.#room.clockTrust().isTrusted]
    if (of.every((each, at) => each === this.#of[at])) return
    const judge = standingOn(this.#room, this.#screen)
    const states = new Uint8Array(this.#columns.length)
    await eachInSlices(cards.length, (at) => {
      const card = cards[at]
      const slot = card && this.#columns.slotOf.get(card.id)
      if (card && slot !== undefined) states[slot] = stateNumber(judge(card).state)
    })
    this.states = states
    this.version += 1
    this.#of = of
  }
}

/** How cards stand on a screen just now, as a deck keeper of that screen would say. */
export function standingOn(
  room: Pick<Room, 'index' | 'standingTime' | 'clockTrust'>,
  screen: string,
): (card: Card) => Standing {
  const { curation } = room.index.state()
  const now = room.standingTime()
  const zone = roomZone(curation, now)
  const { isTrusted } = room.clockTrust()
  const context = {
    audience: audienceAt(curation, screen, zone, now, !isTrusted),
    minute: localMinute(now, zone),
  }
  return ({ id, facts }) => {
    const decision = decisionFor(curation, id)
    const found = standing(facts, decision, context)
    return found.state === 'shown' && !isTrusted && !isAlwaysOn(facts, decision) ? WAITS : found
  }
}

const SHOWN: Standing = { state: 'shown' }
const WAITS: Standing = { state: 'closed', reasons: [WAITS_FOR_CLOCK] }
