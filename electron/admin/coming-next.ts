import type { Upcoming } from '../../renderer/core/admin/now.ts'
import type { Forecast } from '../forecast.ts'

/** What the player will choose, and why; empty where nothing follows. */
export function comingNext(forecast: Pick<Forecast, 'upcoming'>, count: number): readonly Upcoming[] {
  return forecast
    .upcoming(count)
    .map(({ id, kind, title, at, reasons }) => ({ itemId: id, kind, title, at, reasons }))
}
