/** How a slide comes in: the paper slides and fades in over the old slide, then the words rise, the frame last. Then still. */

const EASE = 'cubic-bezier(.22,.61,.36,1)'
const FADE_MS = 600
const TEXT_FROM_MS = 300
const STAGGER_MS = 80
const TEXT_MS = 280
const PAPER_U = 1.5
const RISE_U = 0.5
const MOST_GROUPS = 4

interface Entrance {
  /** px */
  readonly u: number
  readonly motion: 'full' | 'reduced' | 'none'
}

/** Plays the entrance of a layer and resolves when all of it stands. Transform and opacity only. */
export async function enter(layer: HTMLElement, { u, motion }: Entrance): Promise<void> {
  if (motion === 'none') return
  const moves = [fade(layer)]
  if (motion === 'full') moves.push(...papers(layer, u), ...groups(layer, u))
  // A layer that is taken away meanwhile cancels its animations; that is no fault.
  await Promise.allSettled(moves.map((move) => move.finished))
}

function fade(layer: HTMLElement): Animation {
  return layer.animate({ opacity: [0, 1] }, { duration: FADE_MS, easing: EASE, fill: 'backwards' })
}

function papers(layer: HTMLElement, u: number): Animation[] {
  return [...layer.querySelectorAll('[data-sheet], [data-figure]')].map((paper) =>
    paper.animate(
      { transform: [`translateX(${PAPER_U * u}px)`, 'none'] },
      { duration: FADE_MS, easing: EASE, fill: 'backwards' },
    ),
  )
}

function groups(layer: HTMLElement, u: number): Animation[] {
  return [...layer.querySelectorAll<HTMLElement>('[data-rise]')].map((group) =>
    group.animate(
      { opacity: [0, 1], transform: [`translateY(${RISE_U * u}px)`, 'none'] },
      { duration: TEXT_MS, delay: riseDelay(group.dataset['rise'] ?? ''), easing: EASE, fill: 'backwards' },
    ),
  )
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
