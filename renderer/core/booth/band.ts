import { mmPerPixel, type Panel, stageUnitPx, type WallSize } from '../legibility.ts'

/** The strip at the foot of a booth's screen, on which a visitor's choices stand: nothing of a slide lies under it. */

/** The smallest edge of anything to be touched, mm. */
export const TARGET_MM = 20
/** Room around it within the strip, mm: a finger that misses by that much hits nothing. */
const AROUND_MM = 4
/** A small screen keeps room for the slide all the same; its strip is then as high as its targets, and no less. */
const MOST_OF_HEIGHT = 0.2
/** Where words do not fit beside each other, what is done with a slide stands above what leads on from it. */
const ROWS = { landscape: 1, portrait: 2 } as const

/**
 * Height of the strip in px, for targets of at least 20 mm by the panel's own millimetres; at least 2.6 u a row, so that its
 * words are as large as those of the slide.
 */
export function bandPx(panel: Panel): number {
  const mm = mmPerPixel(panel)
  const rows = ROWS[panel.heightPx > panel.widthPx ? 'portrait' : 'landscape']
  const wanted = rows * Math.max((TARGET_MM + 2 * AROUND_MM) / mm, 2.6 * stageUnitPx(panel))
  const least = (rows * TARGET_MM) / mm
  return Math.ceil(Math.max(least, Math.min(wanted, panel.heightPx * MOST_OF_HEIGHT)))
}

/** The edge of a target, px. */
export function targetPx(panel: Panel): number {
  return Math.ceil(TARGET_MM / mmPerPixel(panel))
}

/** What the screen of a booth holds above its strip, in the u of its slides. */
export function boothWallSize(panel: Panel): WallSize {
  const u = stageUnitPx(panel)
  return { widthU: panel.widthPx / u, heightU: (panel.heightPx - bandPx(panel)) / u }
}
