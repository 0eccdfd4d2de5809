import type { ClockTrust } from '../renderer/core/clock-trust.ts'
import type { Curation } from '../renderer/core/curation.ts'
import { type NowOrder, nowOrder, type Order } from '../renderer/core/now-orders.ts'
import type { Problem } from '../renderer/core/problem.ts'
import { type ScreenState, screenState } from '../renderer/core/screen-state.ts'
import type { Standing } from '../renderer/core/standing.ts'

/** What the hours of a screen, its curator's orders and the trust in its clock make of a room at one moment. */
export interface Surroundings {
  readonly screen: ScreenState
  readonly now: NowOrder
  readonly clock: ClockTrust
  /** What stands in place of all plays, if anything. A screen that is off stays off, whatever is ordered. */
  readonly instead: Instead | undefined
}

export type Instead =
  | { readonly type: 'off' }
  | { readonly type: 'message'; readonly message: string }
  | { readonly type: 'visit' }

export interface SurroundingsParts {
  readonly curation: Curation
  readonly screen: string
  /** What the machine's clock says, ms since 1970 UTC: hours and orders are meant by it, and a clock set right is right. */
  readonly now: number
  readonly clock: ClockTrust
  readonly standingOf: (itemId: string) => Standing | undefined
  /** Somebody explores this screen, which is a booth. */
  readonly isVisited?: boolean | undefined
}

export function lookAround(parts: SurroundingsParts): Surroundings {
  const { curation, screen, now, clock, standingOf, isVisited = false } = parts
  const state = screenState(curation, screen, now, clock)
  const order = nowOrder(curation, screen, now, standingOf, clock)
  return {
    screen: state,
    now: order,
    clock,
    instead: state.isOn ? insteadOf(order.order, isVisited) : { type: 'off' },
  }
}

function insteadOf(order: Order, isVisited: boolean): Instead | undefined {
  if (order.type === 'message') return { type: 'message', message: order.message }
  return isVisited ? { type: 'visit' } : undefined
}

/** Orders that are not followed, for the curator. */
export function orderProblems({ now }: Surroundings): Problem[] {
  return now.refused.map((message) => ({
    path: 'room.yaml',
    field: 'now',
    severity: 'warning',
    message,
    hint: 'Take the order away, or make the item one that may be shown here.',
  }))
}

/** Whether a wall would look the same: then nothing has to be told. */
export function isSameAround(a: Surroundings, b: Surroundings): boolean {
  return told(a) === told(b)
}

function told({ screen, now, clock }: Surroundings): string {
  const { isOn, sound, volume, reason } = screen
  return JSON.stringify([isOn, sound, volume, reason, now.order, now.reason, now.refused, clock])
}
