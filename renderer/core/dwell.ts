import type { Measure } from './item.ts'

export type Mode = 'corridor' | 'chair' | 'booth'

/** Bounds of a slide's time on the wall, ms. */
export interface DwellBounds {
  readonly minMs: number
  readonly maxMs: number
}

/** Bounds for all kinds, and for those that have their own. */
export interface DwellRules {
  readonly mode: Mode
  readonly bounds: DwellBounds
  readonly kindBounds?: Readonly<Record<string, DwellBounds>> | undefined
}

export function boundsOf({ bounds, kindBounds = {} }: DwellRules, kind: string): DwellBounds {
  return (Object.hasOwn(kindBounds, kind) ? kindBounds[kind] : undefined) ?? bounds
}

export const DWELL_BOUNDS: DwellBounds = { minMs: 8_000, maxMs: 60_000 }

/** A recording may be longer than any slide, but not endless: ten minutes, in ms. */
const LONGEST_CLIP_MS = 600_000
/** The clip has ended; the last caption may be read to its end, ms. */
export const AFTER_CLIP_MS = 1_200

/** Unhurried adult readers: the slow end of Brysbaert 2019 (175 to 300, mean 238 words a minute). */
const WORDS_PER_MINUTE = 175
/**
 * The same readers in Chinese and Japanese, characters a minute. Read aloud, Chinese goes at 255 a minute on average where
 * English goes at 228 words (Trauzettel-Klosinski and Dietz 2012, Table 2); Japanese, with its kana, a good third faster.
 * Silent readers are 1.3 times as fast (Brysbaert 2019: 238 to 183), unhurried ones less: 300 lies between the two.
 */
const CHARACTERS_PER_MINUTE = 300
const MS_PER_MINUTE = 60_000
const ARRIVE_MS = 2_000
const FIGURE_MS = 2_000

/** How much longer than a reader at rest: whoever walks by arrives late and is distracted. */
const PACE: Readonly<Record<Mode, number>> = { corridor: 2, chair: 1, booth: 2 }

/**
 * Time on the wall in ms: 2 s + k x reading time + 2 s per figure, within the bounds; a recording plays to its end.
 * Source: the content model, "Legible from where people stand". Never NaN, never outside the bounds,
 * whatever a file claims about itself.
 */
export function dwellMs(measure: Measure, mode: Mode, bounds: DwellBounds = DWELL_BOUNDS): number {
  if (measure.mediaMs > 0) return clamp(measure.mediaMs + AFTER_CLIP_MS, bounds.minMs, LONGEST_CLIP_MS)
  const minutes = measure.words / WORDS_PER_MINUTE + measure.characters / CHARACTERS_PER_MINUTE
  const wanted = ARRIVE_MS + PACE[mode] * minutes * MS_PER_MINUTE + FIGURE_MS * measure.figures
  return clamp(wanted, bounds.minMs, bounds.maxMs)
}

function clamp(value: number, low: number, high: number): number {
  return Number.isNaN(value) ? low : Math.min(high, Math.max(low, Math.round(value)))
}
