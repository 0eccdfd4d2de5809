import type { Panel } from '../core/legibility.ts'
import { stageUnitPx } from '../core/legibility.ts'
import type { Shape, Stage } from './slide-props.ts'

/** The grid: how many u a composition is drawn for, and what is left for margins. */

/** The text's live width in u. */
const LIVE = { landscape: 56, portrait: 30, square: 46 } as const
/** Nothing that matters stands in the outer 5 % (EBU R95). */
const SAFE = 0.05
/** Below this aspect a landscape wall counts as 4:3, above the next one as ultra-wide. */
const SQUARE_ASPECT = 1.5
const WIDE_ASPECT = 1.95
const WIDE_MARGIN = 3.7

export interface Grid {
  /** Size of the stage in u. */
  readonly widthU: number
  readonly heightU: number
  /** Margins in u at the side where lines begin and where they end. */
  readonly startU: number
  readonly endU: number
  /** The text's width between the margins, u. */
  readonly liveU: number
  readonly topU: number
}

/** A stage for a panel. */
export function stageFor(panel: Panel): Stage {
  const { widthPx, heightPx } = panel
  const shape: Shape = heightPx > widthPx ? 'portrait' : 'landscape'
  return { widthPx, heightPx, shape, u: stageUnitPx(panel) }
}

/** Margins and live width of a stage. Ultra-wide: the text stays at its beginning and the paper grows. */
export function gridOf(stage: Stage): Grid {
  const widthU = stage.widthPx / stage.u
  const aspect = stage.widthPx / stage.heightPx
  const least = widthU * SAFE
  const wide = aspect > WIDE_ASPECT
  const live = stage.shape === 'landscape' && aspect < SQUARE_ASPECT ? LIVE.square : LIVE[stage.shape]
  const startU = Math.max(least, wide ? Math.min(WIDE_MARGIN, (widthU - live) / 2) : (widthU - live) / 2)
  const endU = Math.max(least, widthU - startU - live)
  return {
    widthU,
    heightU: stage.heightPx / stage.u,
    startU,
    endU,
    liveU: widthU - startU - endU,
    topU: stage.shape === 'portrait' ? 3.4 : 2.4,
  }
}

/** Literata's optical size for a cap height of `c` units, from the angle at which it is seen: 8..72. */
export function opticalSize(c: number): number {
  return Math.min(72, Math.max(8, Math.round(10.4 * c * 10) / 10))
}

/** A CSS length of so many u. */
export function u(count: number): string {
  return `calc(${Math.round(count * 1000) / 1000} * var(--u))`
}

/** By how much a cut edge leaves the square, degrees. */
export const CUT_DEG = 1.5

/** How far a cut edge leaves the square over a length of `lengthU`. */
export function cutOffset(lengthU: number): number {
  return lengthU * Math.tan((CUT_DEG * Math.PI) / 180)
}
