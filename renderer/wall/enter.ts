import { cubicBezier } from 'framer-motion/dom'
import { animate } from 'framer-motion/dom/mini'

/**
 * How a slide comes in: the old one, lying over it, fades away while the new one's papers slide to their places; then its
 * words rise, the frame last. Then still. What is seen is the new one fading in over the old. It is done the other way
 * round since the old one is a single picture by then: fading out the many moving parts of the new one as a whole would
 * have them put together anew in every frame.
 */

const EASE = [0.22, 0.61, 0.36, 1] as const
const FADE_MS = 600
const TEXT_FROM_MS = 300
const STAGGER_MS = 80
const TEXT_MS = 280
const PAPER_U = 1.5
const RISE_U = 0.5
const MOST_GROUPS = 4
/** Of what lies over a slide that is being prepared (wall.css). */
const OVER = 0.999
/** A paper that lies on another one moves with it. */
const PAPERS = '[data-sheet]:not([data-sheet] *)'

type Movement = ReturnType<typeof animate>

interface Entrance {
  /** px */
  readonly u: number
  readonly motion: 'full' | 'reduced' | 'none'
}

export interface Arrival {
  /** Resolves when all of it stands; never where it was cancelled. */
  readonly over: Promise<unknown>
  /** The old slide, if it is still there, is whole again. */
  cancel(): void
}

/** Plays the entrance of a layer under the one before it. Transform and opacity only. */
export function enter(layer: HTMLElement, { u, motion }: Entrance): Arrival {
  const old = layer.previousElementSibling
  const moves: Movement[] = []
  if (motion !== 'none' && old instanceof HTMLElement) moves.push(fade(old, [OVER, 0], FADE_MS))
  if (motion === 'full') moves.push(...papers(layer, u), ...groups(layer, u))
  return {
    over: Promise.all(moves.map((move) => move.finished)),
    cancel() {
      for (const move of moves) move.cancel()
      if (old instanceof HTMLElement) old.style.removeProperty('opacity')
    },
  }
}

/** The small build of the library drives the browser's own animations: nothing runs on the page between frames. */
function fade(element: HTMLElement, opacity: [number, number], ms: number, delayMs = 0): Movement {
  const options = { duration: ms / 1000, delay: delayMs / 1000, ease: EASE }
  return animate(element, { opacity }, options)
}

/**
 * Comes from `distance` px away to its place, by whole pixels: between two of them a compositor without a GPU computes every
 * pixel of the paper anew, in every frame.
 */
function slide(element: HTMLElement, axis: 'X' | 'Y', distance: number, ms: number, delayMs = 0): Movement {
  const steps = wholePixels(distance)
  const transform = steps.map(({ px }) => (px === 0 ? 'none' : `translate${axis}(${px}px)`))
  const times = steps.map(({ time }) => time)
  const options = { duration: ms / 1000, delay: delayMs / 1000, times, ease: 'linear' } as const
  return animate(element, { transform }, options)
}

const ease = cubicBezier(...EASE)

/** Where something is that comes from `distance` px away: each whole pixel, from when until when, as shares of its time. */
export function wholePixels(distance: number): readonly { readonly px: number; readonly time: number }[] {
  const first = Math.round(distance)
  const leaves = Array.from({ length: first }, (_, left) => timeAt((left + 0.5) / first))
  const edges = [0, ...leaves.flatMap((time) => [time, time]), 1]
  return edges.map((time, index) => ({ px: first - Math.floor(index / 2), time }))
}

/** The share of time after which the movement has gone this share of its way. */
function timeAt(way: number): number {
  let [from, to] = [0, 1]
  while (to - from > 1e-4) {
    const middle = (from + to) / 2
    if (ease(middle) < way) from = middle
    else to = middle
  }
  return to
}

function papers(layer: HTMLElement, u: number): Movement[] {
  const found = [...layer.querySelectorAll<HTMLElement>(PAPERS)]
  return found.map((paper) => slide(paper, 'X', PAPER_U * u, FADE_MS))
}

function groups(layer: HTMLElement, u: number): Movement[] {
  return [...layer.querySelectorAll<HTMLElement>('[data-rise]')].flatMap((group) => {
    const delay = riseDelay(group.dataset['rise'] ?? '')
    return [fade(group, [0, 1], TEXT_MS, delay), slide(group, 'Y', RISE_U * u, TEXT_MS, delay)]
  })
}

/** ms from the start of the swap; the fourth group and whatever follows it come together, the frame after them. */
export function riseDelay(place: string): number {
  const group = Math.min(MOST_GROUPS, Math.max(1, Number.parseInt(place, 10) || 1))
  return TEXT_FROM_MS + (place === 'last' ? MOST_GROUPS : group - 1) * STAGGER_MS
}

/** Resolves when the browser has presented what is on the page now: one frame to draw it, the next to know that it was drawn. */
export function presented(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
