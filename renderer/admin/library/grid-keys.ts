/** Where a key leads to in a grid, by the pattern for grids of the ARIA Authoring Practices. */

export interface GridPlace {
  /** Index of the item that the keys are at, from 0. */
  readonly at: number
  readonly total: number
  readonly columns: number
  /** Items of one screenful. */
  readonly page: number
}

/** Undefined for a key that leads nowhere. `isCommand`: with Ctrl, from the first to the last of all. */
export function gridMove(key: string, isCommand: boolean, place: GridPlace): number | undefined {
  const { at, total, columns, page } = place
  const line = at - (at % columns)
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    // From a full line into a shorter one below: to its last.
    ArrowDown: line + columns < total ? at + columns : at,
    ArrowUp: at >= columns ? at - columns : at,
    PageDown: at + page,
    PageUp: at - page < 0 ? at % columns : at - page,
    Home: isCommand ? 0 : line,
    End: isCommand ? total - 1 : line + columns - 1,
  }
  const target = targets[key]
  return target === undefined || total === 0 ? undefined : Math.max(0, Math.min(total - 1, target))
}
