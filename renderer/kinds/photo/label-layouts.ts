import { LABEL_C } from '../../core/legibility.ts'
import { sizesDown } from '../../ui/fit.ts'
import { type Script, scriptOf } from '../../ui/script.ts'
import { shortened } from '../../ui/shorten.ts'
import type { Grid } from '../../ui/stage.ts'
import type { FocalPoint } from './places.ts'

/** A way to set a caption. */
export interface CaptionLayout {
  readonly text: string
  readonly c: number
  /** A headline, or the smaller lead where a headline has no room. */
  readonly head: boolean
  /** Width of the text at most, u. */
  readonly widthU: number
  readonly keptWords?: number
}

/** A label has three lines at most. */
export const LABEL_LINES = 3
/** More words than these are read on paper beside the picture, not on a label over it. */
export const LABEL_WORDS = 24
const HEAD_C = 2
const SMALLEST_HEAD_C = 1.92
const LEAD_C = 1.41
/** Between the words and the cut edge of their label, u. */
export const LABEL_PAD_U = 1.5

/** On a picture: as narrow as three lines allow, so that it covers little; then smaller; then with an omission. */
export function labelLayouts(text: string, lang: string, liveU: number): CaptionLayout[][] {
  const widestU = Math.min(46, liveU * 0.84)
  const widths = (from: number): number[] => widthsUp(Math.min(from, widestU), widestU)
  const omissions = shortened(text, lang).map(
    (short): CaptionLayout => ({ ...short, c: LEAD_C, head: false, widthU: widestU }),
  )
  return [
    widths(15)
      .filter((widthU) => widthU <= 36)
      .map((widthU) => ({ text, c: HEAD_C, head: true, widthU })),
    widths(36).map((widthU) => ({ text, c: SMALLEST_HEAD_C, head: true, widthU })),
    widths(26).map((widthU) => ({ text, c: LEAD_C, head: false, widthU })),
    ...(omissions.length > 0 ? [omissions] : []),
  ].filter((group) => group.length > 0)
}

function widthsUp(fromU: number, toU: number): number[] {
  const count = Math.max(0, Math.floor(toU - fromU))
  return [...Array.from({ length: count + 1 }, (_, step) => fromU + step), toU]
}

/** On paper: a headline, the lead, body text, an omission. */
export function captionLayouts(text: string, lang: string, widthU: number): CaptionLayout[][] {
  const way = (from: number, to: number, head: boolean): CaptionLayout[] =>
    sizesDown(from, to).map((c) => ({ text, c, head, widthU }))
  const omissions = shortened(text, lang).map(
    (short): CaptionLayout => ({ ...short, c: 1, head: false, widthU }),
  )
  return [way(2.4, 1.95, true), way(LEAD_C, 1, false), ...(omissions.length > 0 ? [omissions] : [])]
}

/** Line height over font size. */
const LINE: Readonly<Record<Script, { readonly head: number; readonly text: number }>> = {
  latin: { head: 1.08, text: 1.24 },
  hebrew: { head: 1.14, text: 1.3 },
  cjk: { head: 1.46, text: 1.46 },
  arabic: { head: 1.5, text: 1.5 },
  thai: { head: 1.5, text: 1.5 },
  devanagari: { head: 1.5, text: 1.5 },
}

export function lineHeight({ text, head }: CaptionLayout): number {
  return LINE[scriptOf(text)][head ? 'head' : 'text']
}

/** Height of so many lines of a caption, u; Arabic letters are a tenth larger. */
export function linesU(layout: CaptionLayout, lines = LABEL_LINES): number {
  const larger = scriptOf(layout.text) === 'arabic' ? 1.1 : 1
  return (lines * larger * layout.c * lineHeight(layout)) / 0.7
}

/** From which corner a label comes. */
export interface Corner {
  readonly block: 'top' | 'bottom'
  readonly inline: 'start' | 'end'
}

const CORNERS: readonly Corner[] = [
  { block: 'top', inline: 'start' },
  { block: 'bottom', inline: 'start' },
  { block: 'top', inline: 'end' },
  { block: 'bottom', inline: 'end' },
]
/** Where captions are looked for. */
export const CAPTION_CORNERS: readonly Corner[] = [
  { block: 'bottom', inline: 'start' },
  { block: 'bottom', inline: 'end' },
  { block: 'top', inline: 'start' },
  { block: 'top', inline: 'end' },
]
/** A face about the focal point, u. */
const CLEAR_U = 6.5
/** Outer edges of a label, u from the upper and the lower end of the wall; below it stands the frame. */
export const LABEL_TOP_U = 2
export const LABEL_BOTTOM_U = LABEL_C + 3.6

/** The first corner whose label keeps clear of the focal point; else the one furthest from it. `focal` in shares of the wall. */
export function labelCorner(
  grid: Grid,
  box: { readonly widthU: number; readonly heightU: number },
  focal: FocalPoint,
  rtl: boolean,
  corners = CORNERS,
): Corner {
  const at = { x: (rtl ? 1 - focal.x : focal.x) * grid.widthU, y: focal.y * grid.heightU }
  const gaps = corners.map((corner) => gapTo(corner, grid, box, at))
  const clear = gaps.findIndex((gap) => gap >= CLEAR_U)
  const best = clear === -1 ? gaps.indexOf(Math.max(...gaps)) : clear
  return corners[best] ?? { block: 'top', inline: 'start' }
}

function gapTo(
  { block, inline }: Corner,
  grid: Grid,
  { widthU, heightU }: { readonly widthU: number; readonly heightU: number },
  at: FocalPoint,
): number {
  const left = inline === 'start' ? 0 : grid.widthU - widthU
  const top = block === 'top' ? LABEL_TOP_U : grid.heightU - LABEL_BOTTOM_U - heightU
  const dx = Math.max(left - at.x, 0, at.x - left - widthU)
  const dy = Math.max(top - at.y, 0, at.y - top - heightU)
  return Math.hypot(dx, dy)
}
