/** A panel and how far away people stand: settings of a screen. */
export interface Panel {
  /** Diagonal in inches. */
  readonly diagonalInches: number
  /** Viewing distance in metres. */
  readonly distanceM: number
  /** Pixels of the window on it. */
  readonly widthPx: number
  readonly heightPx: number
  /** Measured on the glass: it goes before the diagonal, since displays and their makers misreport it. */
  readonly calibration?: Calibration | undefined
}

/** How large a pixel was found to be, and of how many pixels the picture on the panel was then. */
export interface Calibration {
  readonly mmPerPixel: number
  /** Absent where it holds at whatever resolution: a curator wrote the number down. */
  readonly widthPx?: number | undefined
  readonly heightPx?: number | undefined
}

/** What a wall holds, in units of the body's cap height. The same panel, nearer, holds more. */
export interface WallSize {
  readonly widthU: number
  readonly heightU: number
}

/** ISO 9241-3, preferred: cap height in mm per metre of distance. */
const PREFERRED_MM_PER_M = 6.4
/** Cap height over font size, of both families. */
export const CAP_HEIGHT_EM = 0.7
/** The smallest type, for labels: 0.75 of body is ISO's minimum of 4.7 to 4.8 mm per metre. */
export const LABEL_C = 0.75

const MM_PER_INCH = 25.4

/**
 * Millimetres per pixel of a panel with square pixels: as measured, else from its diagonal. What was measured at another
 * resolution, or while the panel was turned, is the same glass with other pixels.
 */
export function mmPerPixel(panel: Panel, calibration: Calibration | undefined = panel.calibration): number {
  const diagonalPx = Math.hypot(panel.widthPx, panel.heightPx)
  if (!calibration) return (panel.diagonalInches * MM_PER_INCH) / diagonalPx
  const { widthPx, heightPx } = calibration
  if (widthPx === undefined || heightPx === undefined) return calibration.mmPerPixel
  return (calibration.mmPerPixel * Math.hypot(widthPx, heightPx)) / diagonalPx
}

/** u: the cap height, in px, that body text needs on this panel (30.28 px on 55 inches, 1080p, from 3 m). */
export function unitPx(panel: Panel): number {
  return (panel.distanceM * PREFERRED_MM_PER_M) / mmPerPixel(panel)
}

/** Font size in px for a cap height of `c` units. */
export function fontPx(c: number, u: number): number {
  return (u * c) / CAP_HEIGHT_EM
}

/** The wall that the compositions are drawn for, 16:9 on 55 inches from 3 m: its longer and shorter side in u. */
const DESIGN_LONG_U = 63.4
const DESIGN_SHORT_U = 35.66

/** The u, in px, that slides are drawn with: what the eyes need, or more where people stand so near that a composition would drown. */
export function stageUnitPx(panel: Panel): number {
  const long = Math.max(panel.widthPx, panel.heightPx)
  const short = Math.min(panel.widthPx, panel.heightPx)
  return Math.max(unitPx(panel), Math.min(long / DESIGN_LONG_U, short / DESIGN_SHORT_U))
}

/** How much a panel holds, in the u that its slides are drawn with. */
export function wallSize(panel: Panel): WallSize {
  const u = stageUnitPx(panel)
  return { widthU: panel.widthPx / u, heightU: panel.heightPx / u }
}
