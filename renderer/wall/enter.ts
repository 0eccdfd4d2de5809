import { animate } from 'framer-motion/dom/mini'

/** How a slide comes in: the paper slides and fades in over the old slide, then the words rise, the frame last. Then still. */

const EASE = [0.22, 0.61, 0.36, 1] as const
const FADE_MS = 600
const TEXT_FROM_MS = 300
const STAGGER_MS = 80
const TEXT_MS = 280
const PAPER_U = 1.5
const RISE_U = 0.5
const MOST_GROUPS = 4

type Keyframes =
  | Record<'opacity', number[]>
  | Record<'transform', string[]>
  | { opacity: number[]; transform: string[] }

interface Entrance {
  /** px */
  readonly u: number
  readonly motion: 'full' | 'reduced' | 'none'
}

/** Plays the entrance of a layer and resolves when all of it stands. Transform and opacity only. */
export async function enter(layer: HTMLElement, { u, motion }: Entrance): Promise<void> {
  if (motion === 'none') return
  const moves = [move(layer, { opacity: [0, 1] }, FADE_MS)]
  if (motion === 'full') moves.push(...papers(layer, u), ...groups(layer, u))
  // A layer that is taken away meanwhile cancels its animations; that is no fault.
  await Promise.allSettled(moves)
}

/** The small build of the library drives the browser's own animations: nothing runs on the page between frames. */
function move(element: HTMLElement, keyframes: Keyframes, durationMs: number, delayMs = 0): Promise<unknown> {
  const options = { duration: durationMs / 1000, delay: delayMs / 1000, ease: EASE }
  return animate(element, keyframes, options).finished
}

function papers(layer: HTMLElement, u: number): Promise<unknown>[] {
  const found = [...layer.querySelectorAll<HTMLElement>('[data-sheet], [data-figure]')]
  return found.map((paper) => move(paper, { transform: [`translateX(${PAPER_U * u}px)`, 'none'] }, FADE_MS))
}

function groups(layer: HTMLElement, u: number): Promise<unknown>[] {
  return [...layer.querySelectorAll<HTMLElement>('[data-rise]')].map((group) => {
    const rise = { opacity: [0, 1], transform: [`translateY(${RISE_U * u}px)`, 'none'] }
    return move(group, rise, TEXT_MS, riseDelay(group.dataset['rise'] ?? ''))
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
