/** Looks at a laid-out slide and tells whether its text stands free: nothing outside, nothing cut, nothing on top of another. */

export interface FitReport {
  readonly fits: boolean
  /** How much of the needed height there is, 0..1: tells how many words too many. */
  readonly holds: number
}

/** Part of a line's font size that its letters reach above and below the middle. */
const REACH = 0.5

interface Line {
  readonly owner: Element
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/**
 * Texts are `[data-text]`. They must stay inside the slide and inside the nearest `[data-fit]` box, off each other, and off
 * anything `[data-solid]`.
 */
export function measureFit(root: HTMLElement): FitReport {
  const bounds = root.getBoundingClientRect()
  const scale = root.offsetWidth === 0 ? 1 : bounds.width / root.offsetWidth
  const slack = 1.5 * scale
  const texts = [...root.querySelectorAll<HTMLElement>('[data-text]')]
  const holds = Math.min(
    1,
    ...texts.map((text) => heldHeight(text, text.closest('[data-fit]') ?? root, slack)),
  )
  const wide = texts.some((text) => text.scrollWidth > text.clientWidth + 2)
  const lines = texts.flatMap((text) => linesOf(text, scale))
  const outside = lines.some((line) => line.left < bounds.left - slack || line.right > bounds.right + slack)
  const solids = [...root.querySelectorAll('[data-solid]')].map((solid) => ({
    owner: solid,
    ...edges(solid),
  }))
  const clash = lines.some((line, index) =>
    [...lines.slice(index + 1), ...solids].some(
      (other) => other.owner !== line.owner && overlap(line, other, slack),
    ),
  )
  return { fits: holds >= 1 && !wide && !outside && !clash, holds }
}

/** Part of a text's height that its box has room for. */
function heldHeight(text: Element, box: Element, slack: number): number {
  const inner = text.getBoundingClientRect()
  const outer = box.getBoundingClientRect()
  const over = Math.max(inner.bottom - outer.bottom, outer.top - inner.top)
  return over <= slack ? 1 : Math.max(0.05, outer.height / (outer.height + over))
}

/** The lines of a text as boxes of letters: the boxes that layout reports are as high as the font, which overlaps by design. */
function linesOf(text: HTMLElement, scale: number): Line[] {
  const range = document.createRange()
  range.selectNodeContents(text)
  const reach = Number.parseFloat(getComputedStyle(text).fontSize) * REACH * scale
  return [...range.getClientRects()]
    .filter((rect) => rect.width > 0 && rect.height > 0)
    .map((rect) => {
      const middle = (rect.top + rect.bottom) / 2
      return { owner: text, left: rect.left, right: rect.right, top: middle - reach, bottom: middle + reach }
    })
}

function edges(element: Element): Omit<Line, 'owner'> {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return { left, right, top, bottom }
}

function overlap(a: Line, b: Line, slack: number): boolean {
  return (
    a.left < b.right - slack &&
    b.left < a.right - slack &&
    a.top < b.bottom - slack &&
    b.top < a.bottom - slack
  )
}
