import { sizesDown } from '../../ui/fit.ts'
import type { Grid } from '../../ui/stage.ts'

/** What a journey's slides try, from generous to tight, and where things stand. Measures in u, from the stage's upper left. */

/** The upper part: title and time at the beginning of the line, her words at its end. */
export interface TopLayout {
  readonly headC: number
  readonly quoteC: number
  /** Each of her sentences is a line. */
  readonly breaks: boolean
  readonly time: boolean
  readonly quote: boolean
  /** How much lower the hill begins than usual. */
  readonly extraU: number
}

/** The lower part: the phases that stand on the hill. */
export interface FootLayout {
  readonly nameC: number
  readonly steps: boolean
  /** Long words break. */
  readonly hyphens: boolean
  /** The last resort: a word may break anywhere. */
  readonly tight: boolean
  /** What is too long for its line ends in an ellipsis; it is reported all the same. */
  readonly short: boolean
  /** How much higher the names begin than usual. */
  readonly raiseU: number
  /** Names in so many columns, with numbers that the ridge repeats; absent where each name stands under its own phase. */
  readonly columns?: number
}

/** The title in one measure, the rest of the line for her words. */
const HEAD_SHARE = 24 / 56
const QUOTE_FROM = 26.2 / 56
export const headWidth = ({ liveU }: Grid, quote: boolean): number => (quote ? liveU * HEAD_SHARE : liveU)
export const quoteStart = ({ liveU }: Grid): number => liveU * QUOTE_FROM

const TOP_U = 2.2
/** The hill of a whole journey is never lower than this, from its best to its worst. */
const leastHill = (heightU: number): number => Math.min(4, heightU * 0.1)

const topHeight = (heightU: number): number => Math.min(8.7, heightU * 0.245)
const phasesTop = (heightU: number): number => heightU * 0.65
/** From the worst emotion down to the names: the pin's own line. */
const PIN_LINE_U = 2.95
/** Everything ends here: the frame, and 1.6 u clear above it. */
const bottomOf = (heightU: number): number => heightU - 4.6

/** What title and names may take from the hill between them. */
function slack(heightU: number): number {
  return Math.max(0, phasesTop(heightU) - PIN_LINE_U - TOP_U - topHeight(heightU) - leastHill(heightU))
}

/** What there is to tell above the hill; `breaks` where her words are a few short sentences. */
interface TopStock {
  readonly time: boolean
  readonly quote: boolean
  readonly breaks: boolean
}

/** Gives way: a line for each sentence; planned and real time; the words. Within each, the words shrink, then the hill. */
export function topLayouts(grid: Grid, stock: TopStock): TopLayout[][] {
  const most = slack(grid.heightU) * 0.6
  const running = { ...stock, breaks: false }
  const ways = [stock, running, { ...running, time: false }, { ...running, time: false, quote: false }]
  return ways.filter((way, index) => !sameWay(way, ways[index - 1])).map((way) => topSizes(way, most))
}

/** The words shrink a little, then the hill, then the words again. */
function topSizes(way: TopStock, most: number): TopLayout[] {
  const plain = { headC: 2, ...way }
  const usual = (way.quote ? sizesDown(2.5, 2.2) : [2.2]).map((quoteC) => ({ ...plain, quoteC, extraU: 0 }))
  const lower = [0.25, 0.5, 0.75, 1].map((share) => ({ ...plain, quoteC: 2.2, extraU: most * share }))
  const least = (way.quote ? sizesDown(2.15, 1.5) : []).map((quoteC) => ({ ...plain, quoteC, extraU: most }))
  return [...usual, ...lower, ...least, { ...plain, headC: 1.92, quoteC: 1.5, extraU: most }]
}

function sameWay(a: TopStock, b: TopStock | undefined): boolean {
  return a.time === b?.time && a.quote === b.quote && a.breaks === b.breaks
}

export function footLayouts(grid: Grid, steps: boolean): FootLayout[][] {
  const most = slack(grid.heightU) * 0.4
  const plain = { nameC: 1, steps, hyphens: false, tight: false, short: false, raiseU: 0 }
  const group = (shown: boolean): FootLayout[] => [
    { ...plain, steps: shown },
    { ...plain, steps: shown, raiseU: most / 2 },
    { ...plain, steps: shown, raiseU: most },
    { ...plain, steps: shown, raiseU: most, hyphens: true },
  ]
  const least = { ...plain, nameC: 0.75, steps: false, raiseU: most, hyphens: true }
  return [...(steps ? [group(true)] : []), group(false), [least, { ...least, tight: true }]]
}

/** Names only: each under its phase if they all fit so, else numbered columns. */
export function overviewLayouts(grid: Grid): FootLayout[][] {
  const most = slack(grid.heightU)
  const plain = { nameC: 1, steps: false, hyphens: false, tight: false, short: false, raiseU: 0 }
  const raised = [0, most / 3, (most * 2) / 3, most].map((raiseU) => ({ ...plain, raiseU }))
  const numbered = (columns: number, nameC: number): FootLayout[] =>
    raised.map((layout) => ({ ...layout, columns, nameC }))
  const last = { ...plain, nameC: 0.75, raiseU: most, columns: 5, short: true }
  return [raised.slice(0, 2), numbered(3, 1), numbered(4, 1), numbered(5, 1), [...numbered(5, 0.75), last]]
}

/** Where things stand on a landscape wall, u. */
export interface HillShape {
  readonly topU: number
  readonly topHeightU: number
  /** Levels of the best and the worst emotion, and of a hill without any. */
  readonly bestU: number
  readonly worstU: number
  readonly flatU: number
  /** Centre of the pin's line. */
  readonly pinU: number
  readonly phasesU: number
  readonly bottomU: number
}

export function hillShape({ heightU }: Grid, top: TopLayout, foot: FootLayout): HillShape {
  const phasesU = phasesTop(heightU) - foot.raiseU
  const topHeightU = topHeight(heightU) + top.extraU
  const bestU = TOP_U + topHeightU + 0.1
  const worstU = phasesU - PIN_LINE_U
  return {
    topU: TOP_U,
    topHeightU,
    bestU,
    worstU,
    flatU: worstU - 0.4,
    pinU: phasesU - 1.42,
    phasesU,
    bottomU: bottomOf(heightU),
  }
}

/** Level of an emotion of -1..1 between the best and the worst. */
export function levelOf(emotion: number, best: number, worst: number): number {
  return (best + worst) / 2 + ((worst - best) / 2) * -emotion
}

/** The first share of a phase's column: there it stands on the ridge, over the beginning of its name. */
export const KNOT_SHARE = 0.36

const WALKER_U = 7.3
const LEAST_WALKER_U = 4.5
const LEAST_TOP_HILL_U = 4.4

/**
 * Room for her to walk at the moment of truth: the height of her figure (0 where there is none), and the best level, lowered
 * where she would walk into the words above a hill-top.
 */
export function walkerShape(
  shape: HillShape,
  emotion: number | undefined,
): { heightU: number; bestU: number } {
  const clear = shape.topU + shape.topHeightU + 0.2
  const room = (bestU: number): number =>
    (emotion === undefined ? shape.flatU : levelOf(emotion, bestU, shape.worstU)) - clear
  if (room(shape.bestU) >= LEAST_WALKER_U)
    return { heightU: Math.min(WALKER_U, room(shape.bestU)), bestU: shape.bestU }
  const lowered = shape.worstU - LEAST_TOP_HILL_U
  if (lowered <= shape.bestU || room(lowered) < LEAST_WALKER_U) return { heightU: 0, bestU: shape.bestU }
  return { heightU: Math.min(WALKER_U, room(lowered)), bestU: lowered }
}
