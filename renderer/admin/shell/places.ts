import type { ComponentType } from 'react'
import { ChangesPlace } from '../changes/ChangesPlace.tsx'
import { HealthPlace } from '../health/HealthPlace.tsx'
import { HistoryPlace } from '../history/HistoryPlace.tsx'
import { ImportPlace } from '../import/ImportPlace.tsx'
import { LedgerPlace } from '../ledger/LedgerPlace.tsx'
import { LibraryPlace } from '../library/LibraryPlace.tsx'
import { NowPlace } from '../now/NowPlace.tsx'
import { OrderPlace } from '../order/OrderPlace.tsx'
import { WorkListPlace } from '../worklist/WorkListPlace.tsx'
import type { PlaceName } from './route.ts'

export interface PlaceProps {
  /** What is looked at in this place: an item's id, say; empty for the place itself. */
  readonly detail: string
}

/** Each place begins with a heading of level 1 and fills `main`. */
export const places: { readonly [Name in PlaceName]: ComponentType<PlaceProps> } = {
  now: NowPlace,
  library: LibraryPlace,
  order: OrderPlace,
  import: ImportPlace,
  worklist: WorkListPlace,
  ledger: LedgerPlace,
  history: HistoryPlace,
  changes: ChangesPlace,
  health: HealthPlace,
}
