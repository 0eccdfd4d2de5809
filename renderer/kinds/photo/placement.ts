import type { Box, Media } from '../../core/item.ts'
import type { Grid } from '../../ui/stage.ts'
import type { FocalPoint } from './places.ts'

/** Where a picture hangs: over the whole wall if it fills it well, else in its own proportions beside or above the words. */
export type Placement =
  | { readonly type: 'bleed' }
  /** Across the top of the wall, down to `heightU`. */
  | { readonly type: 'top'; readonly heightU: number }
  /** The whole height of the wall, at the end of the lines. */
  | { readonly type: 'side'; readonly widthU: number }
  /** On paper, in its own proportions: beside the words or above them. */
  | { readonly type: 'framed'; readonly widthU: number; readonly heightU: number; readonly beside: boolean }

export interface PictureSize {
  /** px; where they are not known the picture fills the wall. */
  readonly width?: Media['width']
  readonly height?: Media['height']
}

/**
 * A picture is enlarged until 20 of its pixels make a u, no further: each is then 1.1 minutes of arc wide to the viewer, which
 * is what a good eye resolves. On the usual panel (1080p, 55 inches, 3 m) that is 1.5 x its own pixels.
 */
export const PIXELS_PER_U = 20
/** Part of a picture that a crop leaves, at least: where nobody has said what matters in it, and where somebody has. */
const KEPT = { landscape: { blind: 0.7, focal: 0.5 }, portrait: { blind: 0.58, focal: 0.5 } } as const
/** On a portrait wall the picture has the top 60 %. */
const PORTRAIT_SHARE = 0.6
/** What a picture beside the words takes of the wall at most. */
const SIDE_SHARE = 0.46
/** Below a picture: two lines of a headline and the frame; the frame alone. */
const FOOT_U = { landscape: { words: 13, frame: 6.2 }, portrait: { words: 15.2, frame: 8 } } as const
/** From this aspect on a framed picture stands above the words, not beside them. */
const WIDE_ASPECT = 1.25
/** From this aspect on a wall has more room beside a picture than below it. */
const WIDE_WALL = 1.95

interface Wish {
  readonly portrait: boolean
  /** Words to be read with it: none, a caption, or more than a label holds. */
  readonly words: 'none' | 'few' | 'many'
  readonly focal?: FocalPoint | undefined
}

/** The largest placement at which enough of the picture is seen and it is not enlarged beyond its pixels. */
export function placePicture(grid: Grid, { width, height }: PictureSize, wish: Wish): Placement {
  const shape = wish.portrait ? 'portrait' : 'landscape'
  const foot = FOOT_U[shape][wish.words === 'none' ? 'frame' : 'words']
  const picture = { width: width ?? 16_000, height: height ?? 9_000 }
  const least = KEPT[shape][wish.focal ? 'focal' : 'blind']
  const known = width !== undefined && height !== undefined
  const fills = (widthU: number, heightU: number): boolean =>
    kept(picture, widthU, heightU) >= least - 1e-9 && (!known || isSharp(picture, widthU, heightU))
  const aspect = picture.width / picture.height
  const { widthU, heightU } = grid
  if (wish.portrait) {
    const share = wish.words === 'none' ? heightU - foot : heightU * PORTRAIT_SHARE
    const topU = Math.min(share, widthU / (aspect * least), picture.height / PIXELS_PER_U)
    return fills(widthU, topU) ? { type: 'top', heightU: topU } : framed(grid, picture, foot, false)
  }
  if (wish.words === 'many') return framed(grid, picture, foot, true)
  if (fills(widthU, heightU)) return { type: 'bleed' }
  if (aspect < widthU / heightU) {
    const sideU = Math.min(aspect * heightU, widthU * SIDE_SHARE)
    if (fills(sideU, heightU)) return { type: 'side', widthU: sideU }
  } else {
    const topU = Math.min(widthU / aspect, heightU - foot)
    if (fills(widthU, topU)) return { type: 'top', heightU: topU }
  }
  return framed(grid, picture, foot, aspect < WIDE_ASPECT || widthU / heightU > WIDE_WALL)
}

/** Below a picture that is shown whole: one line of a headline, or two smaller ones, and the frame. */
const WHOLE_FOOT_U = { landscape: 10.4, portrait: 14 } as const
/** What such a picture takes of the wall beside its words, at most. */
const WHOLE_SHARE = 0.62

/** A picture of which nothing may be cut off, such as a drawing with words in it: above its words or beside them, as it is larger. */
export function placeWhole(grid: Grid, { width, height }: PictureSize, portrait: boolean): Placement {
  const picture = { width: width ?? 16_000, height: height ?? 9_000 }
  const above = framed(grid, picture, WHOLE_FOOT_U[portrait ? 'portrait' : 'landscape'], false)
  if (portrait) return above
  const beside = framed(grid, picture, 0, true, WHOLE_SHARE)
  return beside.widthU > above.widthU ? beside : above
}

interface Pixels {
  readonly width: number
  readonly height: number
}

function framed(
  grid: Grid,
  { width, height }: Pixels,
  footU: number,
  beside: boolean,
  share = SIDE_SHARE,
): Placement & { readonly type: 'framed' } {
  const roomU = beside ? grid.widthU * share - grid.endU : grid.liveU
  const highU = grid.heightU - grid.topU - (beside ? 5.4 : footU)
  const scale = Math.min(roomU / width, highU / height, 1 / PIXELS_PER_U)
  return { type: 'framed', widthU: width * scale, heightU: height * scale, beside }
}

/** Part of the picture that is seen where it covers a box, 0..1. */
export function kept({ width, height }: Pixels, boxWidth: number, boxHeight: number): number {
  const [picture, box] = [width / height, boxWidth / boxHeight]
  return Math.min(picture / box, box / picture)
}

function isSharp({ width, height }: Pixels, widthU: number, heightU: number): boolean {
  return Math.min(width / widthU, height / heightU) >= PIXELS_PER_U - 1e-9
}

export interface Cover {
  /** `object-position` in per cent. */
  readonly position: string
  /** Where the focal point lands, in shares of the box. */
  readonly focal: FocalPoint
  /** The part of the picture that is seen, in shares of it. */
  readonly seen: Box
}

/** People look at faces, and faces are above the middle. */
const USUAL_FOCAL: FocalPoint = { x: 0.5, y: 0.42 }

/** How a picture covers a box with its focal point as near to the middle as its edges allow. */
export function coverBox(
  { width = 16, height = 9 }: PictureSize,
  boxWidth: number,
  boxHeight: number,
  focal: FocalPoint = USUAL_FOCAL,
): Cover {
  const scale = Math.max(boxWidth / width, boxHeight / height)
  const x = along(width * scale, boxWidth, focal.x)
  const y = along(height * scale, boxHeight, focal.y)
  return {
    position: `${round(x.percent)}% ${round(y.percent)}%`,
    focal: { x: x.lands, y: y.lands },
    seen: { x: x.from, y: y.from, width: x.share, height: y.share },
  }
}

/** The same for one direction: a picture of `length` over a box that is no longer. */
function along(length: number, box: number, focal: number) {
  const spare = Math.max(0, length - box)
  const off = Math.min(spare, Math.max(0, focal * length - box / 2))
  return {
    percent: spare < 1e-6 ? 50 : (100 * off) / spare,
    lands: (focal * length - off) / box,
    from: off / length,
    share: Math.min(1, box / length),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
