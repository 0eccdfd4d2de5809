import type { Caption, Speaker } from './schema.ts'

/** One bar of the waveform. Heights are 0..1 of the tallest; above the axis stands the customer, below hang we. */
export interface Bar {
  readonly up: number
  readonly down: number
}

/** Even silence leaves a trace, so that time can be seen passing. */
const LEAST = 0.035

/**
 * Loudness for `count` bars: the loudest of each window, blended with its mean so that one click is no shout,
 * and scaled so that the loudest bar is 1. Silence, or no peaks at all, gives the least height throughout.
 */
export function resample(peaks: readonly number[], count: number): number[] {
  const raw = Array.from({ length: count }, (_, bar) => {
    const from = Math.floor((bar * peaks.length) / count)
    const to = Math.max(from + 1, Math.floor(((bar + 1) * peaks.length) / count))
    const window = peaks.slice(from, to).map(clean)
    if (window.length === 0) return 0
    const mean = window.reduce((sum, peak) => sum + peak, 0) / window.length
    return 0.6 * Math.max(...window) + 0.4 * mean
  })
  const loudest = Math.max(0, ...raw)
  return raw.map((height) => Math.max(LEAST, loudest > 0 ? height / loudest : 0))
}

function clean(peak: number): number {
  return Number.isFinite(peak) ? Math.min(1, Math.max(0, peak)) : 0
}

type Side = 'up' | 'down'

/**
 * Bars with their sides. A bar is on the side of whoever speaks in it by the captions; of both where both do;
 * in a pause, of whoever spoke last (before the first word, of whoever speaks first).
 */
export function bars(
  {
    peaks,
    durationMs,
    count,
  }: { readonly peaks: readonly number[]; readonly durationMs: number; readonly count: number },
  captions: readonly Caption[],
  speakers: readonly Speaker[],
): Bar[] {
  return resample(peaks, count).map((height, index) => {
    const sides = sidesAt(((index + 0.5) / count) * durationMs, captions, speakers)
    return { up: sides.has('up') ? height : 0, down: sides.has('down') ? height : 0 }
  })
}

function sidesAt(ms: number, captions: readonly Caption[], speakers: readonly Speaker[]): ReadonlySet<Side> {
  const live = captions.filter((caption) => caption.startMs <= ms && ms < caption.endMs)
  if (live.length > 0) return new Set(live.map((caption) => sideOf(caption, speakers)))
  const begun = captions.filter((caption) => caption.startMs <= ms)
  const nearest =
    begun.length > 0 ? begun.reduce(later) : captions.reduce<Caption | undefined>(earlier, undefined)
  return new Set([nearest ? sideOf(nearest, speakers) : 'up'])
}

function later(a: Caption, b: Caption): Caption {
  return b.endMs >= a.endMs ? b : a
}

function earlier(a: Caption | undefined, b: Caption): Caption {
  return a && a.startMs <= b.startMs ? a : b
}

function sideOf(caption: Caption, speakers: readonly Speaker[]): Side {
  return speakers[caption.speaker]?.role === 'us' ? 'down' : 'up'
}

/** Bars of `pitch` that fit in `width`, the last one without its gap; the same unit for all three. */
export function barCount(width: number, bar: number, pitch: number): number {
  return Math.max(1, Math.floor((width - bar) / pitch + 1e-6) + 1)
}

/** How many of `count` bars are heard at `ms`: those whose middle has passed, so that sight and sound agree. */
export function heardBars(ms: number, durationMs: number, count: number): number {
  if (!(durationMs > 0)) return 0
  return Math.min(count, Math.max(0, Math.floor((ms / durationMs) * count + 0.5)))
}
