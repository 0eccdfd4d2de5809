import type { OrderView, Tones } from '../../renderer/core/admin/order.ts'
import type { OrderHandlers } from '../../renderer/core/contract.ts'
import type { Deck } from '../../renderer/core/deck.ts'
import { toneOf } from '../../renderer/core/rotation/traits.ts'
import type { DeckWatch } from '../deck-watch.ts'
import type { Forecast } from '../forecast.ts'
import type { RoomIndex } from '../room-index.ts'

export interface OrderParts {
  readonly index: Pick<RoomIndex, 'state'>
  readonly watch: Pick<DeckWatch, 'deck'>
  readonly forecast: Pick<Forecast, 'shares' | 'promises'>
}

/** How the room turns and when, for the curator who orders it. */
export function orderHandlers({ index, watch, forecast }: OrderParts): OrderHandlers {
  let counted: { readonly deck: Deck; readonly tones: Tones } | undefined

  /** A deck is asked about with each slide, and changes much less often. */
  function tones(): Tones {
    const deck = watch.deck()
    if (counted?.deck !== deck) counted = { deck, tones: countTones(deck) }
    return counted.tones
  }

  return {
    order(): OrderView {
      const { curation } = index.state()
      return {
        rotation: curation.rotation,
        schedule: curation.schedule,
        screens: Object.entries(curation.screens).map(([name, { schedule }]) => ({ name, schedule })),
        promises: forecast.promises(),
        tones: tones(),
      }
    },
    shares: ({ weights }) => forecast.shares(weights),
  }
}

function countTones({ byId }: Deck): Tones {
  const counts = { negative: 0, neutral: 0, positive: 0, none: 0 }
  for (const { sentiment } of byId.values()) counts[toneOf(sentiment)] += 1
  const { negative, neutral, positive } = counts
  return { negative, neutral, positive }
}
