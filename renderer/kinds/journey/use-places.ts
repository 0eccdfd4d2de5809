import { type RefObject, useLayoutEffect, useState } from 'react'

/** Where the phases of a turned hill stand, as their words were laid out, u from the top of the slide. */
export interface Places {
  readonly at: readonly number[]
  /** The upper end of the list. */
  readonly from: number
}

const UNKNOWN: Places = { at: [], from: 0 }

/**
 * Measures `[data-phase]` and the list `[data-phases]` under `root` after each layout, before it is painted: the hill follows
 * the words, since their heights are not known before. `unit` is px per u.
 */
export function usePlaces(root: RefObject<HTMLDivElement | null>, unit: number): Places {
  const [places, setPlaces] = useState(UNKNOWN)
  useLayoutEffect(() => {
    if (!root.current) return
    const next = measure(root.current, unit)
    if (!same(next, places)) setPlaces(next)
  })
  return places
}

function measure(root: HTMLElement, unit: number): Places {
  const bounds = root.getBoundingClientRect()
  const scale = root.offsetHeight === 0 ? 1 : bounds.height / root.offsetHeight
  const inU = (px: number): number => (px - bounds.top) / scale / unit
  const list = root.querySelector('[data-phases]')?.getBoundingClientRect()
  const at = [...root.querySelectorAll('[data-phase]')].map((phase) => {
    const { top, bottom } = phase.getBoundingClientRect()
    return inU((top + bottom) / 2)
  })
  return { at, from: list ? inU(list.top) : 0 }
}

function same(a: Places, b: Places): boolean {
  const near = (one: number, other: number | undefined): boolean =>
    Math.abs(one - (other ?? Number.NaN)) < 0.02
  return (
    a.at.length === b.at.length &&
    near(a.from, b.from) &&
    a.at.every((place, index) => near(place, b.at[index]))
  )
}
