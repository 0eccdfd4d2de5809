import type { Script } from '../../ui/script.ts'
import type { Grid } from '../../ui/stage.ts'
import { LANDSCAPE_PAGE, type PageSize, PORTRAIT_PAGE } from './caption-pages.ts'

/** Where things stand on a call's slide, u from its upper left. */
export interface CallShape {
  /** Her paper ends here, and here the bars stand and hang. */
  readonly axisU: number
  /** Height of her loudest bar; ours are 0.45 of it. */
  readonly barU: number
  /** Between the axis and the captions: the turn before, or whoever speaks at the same time. */
  readonly asideU: number
  readonly asideHeightU: number
  /** The captions, with the speaker's name above them. */
  readonly mainU: number
  readonly mainHeightU: number
  /** Cap height of her words at most, before they are fitted to the width. */
  readonly largestC: number
  readonly page: PageSize
}

export const BAR_U = 0.3
export const PITCH_U = 0.5
export const OUR_SHARE = 0.45
/** Headlines are never smaller, and her words are the headline here. */
export const SMALLEST_C = 1.92
export const OUR_C = 1.41

/** Between the small voices and the large one. */
export const GAP_U = 0.7
const LINE_EM = 1.18
const NAME_U = 2.1
/** Mean width of a letter of Literata at size c, u: from English prose; lines are measured before they are shown. */
const LETTER_U = 0.604

/** Captions at the foot, her paper at the head, and what lies between to what was said before, if there is room. */
export function callShape(grid: Grid, portrait: boolean): CallShape {
  const { heightU, liveU } = grid
  const most = portrait ? PORTRAIT_PAGE : LANDSCAPE_PAGE
  const roomy = heightU >= (portrait ? 48 : 30)
  const largestC = roomy ? 2.4 : SMALLEST_C
  const page = {
    lines: most.lines,
    columns: Math.max(10, Math.min(most.columns, Math.floor(liveU / (largestC * LETTER_U)))),
  }
  // On a narrow wall the frame's source and name take two lines each.
  const bottomU = heightU - (portrait ? (liveU < 26 ? 9.4 : 6.8) : 4.6)
  const neededU = NAME_U + (page.lines * largestC * LINE_EM) / 0.7
  const mainU = Math.min(heightU * (portrait ? 0.56 : 0.561), bottomU - neededU)
  const labelsU = portrait ? 8.9 : 5.1
  const axisU = Math.min(heightU * (portrait ? 0.335 : 0.325), mainU - 1.9)
  const barU = Math.max(0.6, axisU - labelsU)
  const asideU = axisU + barU * OUR_SHARE + (portrait ? 1.4 : 0.8)
  return {
    axisU,
    barU,
    asideU,
    asideHeightU: Math.max(0, mainU - GAP_U - asideU),
    mainU,
    mainHeightU: bottomU - mainU,
    largestC,
    page,
  }
}

/** Lines and widths of her pages: what decides at which size they are set. */
export interface PageExtent {
  /** Of the widest line, u, at the largest size. */
  readonly widthU: number
  readonly lines: number
  readonly script: Script
}

/** Height of a line over its cap height, as the style sheet sets it; Arabic is also a tenth larger. */
const LINE: Readonly<Record<Script, number>> = {
  latin: LINE_EM / 0.7,
  hebrew: LINE_EM / 0.7,
  cjk: 1.4 / 0.7,
  arabic: (1.1 * 1.42) / 0.7,
  thai: 1.42 / 0.7,
  devanagari: 1.42 / 0.7,
}

/**
 * The size of her captions, the same from beginning to end: the largest at which each page fits, in steps of 0.05, but never
 * under a headline's. A page with a word too long for that is set smaller by itself, down to `FLOOR_C`.
 */
export function captionSizes(shape: CallShape, pages: readonly PageExtent[], liveU: number): number[] {
  const fitting = pages.map((page) => fittingC(shape, page, liveU))
  const common = Math.max(SMALLEST_C, Math.min(shape.largestC, ...fitting))
  return fitting.map((c) => Math.max(FLOOR_C, Math.min(common, c)))
}

const FLOOR_C = 1.41

function fittingC(
  { largestC, mainHeightU }: CallShape,
  { widthU, lines, script }: PageExtent,
  liveU: number,
): number {
  // Smaller letters are drawn a little wider by the optical size.
  const byWidth = widthU > 0 ? (largestC * liveU * 0.985) / widthU : largestC
  const byHeight = heightC({ lines, script }, mainHeightU)
  return Math.floor(Math.min(largestC, byWidth, byHeight) * 20 + 1e-9) / 20
}

/** Cap height at which so many lines, with a name above them, are as high as their room. */
function heightC({ lines, script }: Omit<PageExtent, 'widthU'>, roomU: number): number {
  return (roomU - NAME_U) / (Math.max(1, lines) * LINE[script])
}

/**
 * The size `c` of a page, or what is left of it where `othersU` of voices stand above it that speak at the same time.
 * Not under body size, 1.
 */
export function besideOthersC(
  { asideU, mainU, mainHeightU }: CallShape,
  c: number,
  extent: Omit<PageExtent, 'widthU'>,
  othersU: number,
): number {
  const roomU = Math.min(mainHeightU, mainU + mainHeightU - asideU - othersU - GAP_U)
  const fitting = Math.floor(heightC(extent, roomU) * 20 + 1e-9) / 20
  return Math.max(1, Math.min(c, fitting))
}
