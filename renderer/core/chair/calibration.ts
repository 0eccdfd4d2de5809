import { z } from 'zod'
import type { Calibration } from '../legibility.ts'

/** Displays misreport their size, so a person holds a bank card on the glass and makes a box as wide as it. Pure. */

/** ISO/IEC 7810 ID-1, mm: bank cards, and most other cards of that kind. */
export const CARD = { widthMm: 85.6, heightMm: 53.98, radiusMm: 3.18 }
/** Bounds of what a pixel may measure, mm: a telephone to a wall of lamps. */
export const MM_PER_PIXEL = { min: 0.02, max: 10 }
/** The box is never smaller than a finger can hold a card to, nor larger than the panel; px of its width. */
const LEAST_CARD_PX = 24

/** What a key does to the width of the box, px. The coarse steps are for the first match, the fine ones for the last. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  '+': 1,
  '=': 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  '-': -1,
  PageDown: 10,
  PageUp: -10,
}

export function isCardKey(key: string): boolean {
  return Object.hasOwn(STEPS, key)
}

/** The box's width after a key, px; unchanged by any other. */
export function widthAfterKey(widthPx: number, key: string, panelPx: PanelPx): number {
  const step = Object.hasOwn(STEPS, key) ? (STEPS[key] ?? 0) : 0
  return withinPanel(widthPx + step, panelPx)
}

export interface PanelPx {
  readonly widthPx: number
  readonly heightPx: number
}

/** A width that the panel has room for, px. */
export function withinPanel(widthPx: number, { widthPx: panel, heightPx }: PanelPx): number {
  const most = Math.min(panel * 0.9, (heightPx * 0.6 * CARD.widthMm) / CARD.heightMm)
  return Math.min(most, Math.max(LEAST_CARD_PX, widthPx))
}

/** Width of the box that is as large as a card, if a pixel is so large, px. */
export function cardWidthPx(mmPerPixel: number): number {
  return CARD.widthMm / mmPerPixel
}

/** What was measured, once the box is as wide as the card. */
export function calibrationOf(cardPx: number, panelPx: PanelPx): Calibration {
  return { mmPerPixel: CARD.widthMm / cardPx, ...panelPx }
}

const px = z.number().min(100).max(100_000)

/** What a window may say of its panel. */
export const calibrationSchema = z.strictObject({
  mmPerPixel: z.number().min(MM_PER_PIXEL.min).max(MM_PER_PIXEL.max),
  widthPx: px,
  heightPx: px,
})

export interface CalibrationCalls {
  /** Somebody has matched a box on this panel with a bank card; kept for this machine's screen. */
  calibrate(measured: z.infer<typeof calibrationSchema>): void
}

export const calibrationArguments = { calibrate: z.tuple([calibrationSchema]) } as const
