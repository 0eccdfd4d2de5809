import type { DeckKeeper } from '../renderer/core/deck-keeper.ts'
import type { Order } from '../renderer/core/now-orders.ts'
import type { Hold } from '../renderer/core/player-state.ts'

/** What the player is to hold on the wall by an order; the other orders are no items, and what may not be shown is none. */
export function holdOf(order: Order, { find }: Pick<DeckKeeper, 'find'>): Hold | undefined {
  switch (order.type) {
    case 'takeover':
      return hold({ type: 'takeover', cards: shown([order.itemId], find), until: order.until })
    case 'pin':
      return hold({ type: 'pinned', cards: shown(order.itemIds, find) })
    case 'none':
    case 'message':
    case 'pause':
      return undefined
  }
}

function shown(ids: readonly string[], find: DeckKeeper['find']): Hold['cards'] {
  const found = ids.flatMap((id) => find(id) ?? [])
  return found.flatMap(({ card, standing }) =>
    standing.state === 'shown' && card.parts.length > 0 ? card : [],
  )
}

function hold(made: Hold): Hold | undefined {
  return made.cards.length === 0 ? undefined : made
}
