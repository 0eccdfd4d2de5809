import type { ClockTrust } from '../../renderer/core/clock-trust.ts'
import type { AdminView, ScreenNow } from '../../renderer/core/contract.ts'
import { type Curation, screenSettings } from '../../renderer/core/curation.ts'
import { cardStanding } from '../../renderer/core/deck.ts'
import type { JudgedCard } from '../../renderer/core/deck-keeper.ts'
import { type NowOrder, nowOrder, pinned } from '../../renderer/core/now-orders.ts'
import { roomZone, type ScreenState, screenState } from '../../renderer/core/screen-state.ts'
import { visitsAt } from '../../renderer/core/visitors.ts'
import type { RoomCounts } from '../host-parts.ts'
import type { Surroundings } from '../surroundings.ts'

export interface AdminViewParts {
  readonly curation: Curation
  readonly screen: string
  readonly hasWall: boolean
  /** ms since 1970 UTC */
  readonly now: number
  readonly around: Surroundings
  readonly counts: RoomCounts
  readonly find: (itemId: string) => JudgedCard | undefined
}

/** What the snapshot tells the curator's window alone. */
export function adminView(parts: AdminViewParts): AdminView {
  const { curation, screen, now, around, hasWall, counts } = parts
  const screens = Object.keys(curation.screens)
  const { name: _, ...own } = screenNow(parts, screen, around.screen, around.now)
  return {
    hasWall,
    screens,
    timezone: roomZone(curation, now),
    ...own,
    elsewhere: screens
      .filter((name) => name !== screen && name !== 'default')
      .map((name) => other(parts, name)),
    counts,
  }
}

/** A screen of another machine: its clock is taken to be right where ours is. */
function other(parts: AdminViewParts, name: string): ScreenNow {
  const { curation, now, find, around } = parts
  const { clock } = around
  const context = { screen: name, now, isClockWrong: !clock.isTrusted }
  const standingOf = (id: string) => {
    const card = find(id)?.card
    return card && cardStanding(card, curation, context)
  }
  const order = nowOrder(curation, name, now, standingOf, clock)
  return screenNow(parts, name, screenState(curation, name, now, clock), order)
}

interface Known extends Pick<AdminViewParts, 'curation' | 'now' | 'find'> {
  readonly around: { readonly clock: ClockTrust }
}

function screenNow(
  { curation, now, find, around }: Known,
  name: string,
  { isOn, nextChange }: ScreenState,
  { order }: NowOrder,
): ScreenNow {
  const [visitors] = visitsAt(curation, name, roomZone(curation, now), now, !around.clock.isTrusted)
  const { sound } = screenSettings(curation, name)
  return {
    name,
    hours: { isOn, until: nextChange },
    order: { type: order.type, until: 'until' in order ? order.until : undefined },
    pinned: pinned(curation, name).map((id) => ({ id, title: find(id)?.card.title ?? id })),
    visitors: visitors && { audience: visitors.audience, until: visitors.until },
    sound: { on: sound.on, volume: sound.volume },
  }
}
