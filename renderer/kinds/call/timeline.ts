import type { CaptionPage } from './caption-pages.ts'

/** What is read during a stretch of the call. Numbers are indices into the pages. */
export interface Scene {
  /** From here on, ms, until the next scene. */
  readonly fromMs: number
  /** Being spoken, in order of their start; more than one where people speak at once. In a pause, what was said last. */
  readonly live: readonly number[]
  /** The last page of the other party's turn before. */
  readonly before: number | undefined
}

/** The call as scenes: a slide changes its text at these moments and at no others. Never empty if there are pages. */
export function scenes(pages: readonly CaptionPage[]): Scene[] {
  const moments = [...new Set([0, ...pages.flatMap((page) => [page.startMs, page.endMs])])].sort(
    (a, b) => a - b,
  )
  const told: Scene[] = []
  for (const fromMs of moments) {
    const live = liveAt(pages, fromMs, told.at(-1)?.live)
    const same = told.at(-1)?.live.join() === live.join()
    if (live.length > 0 && !same) told.push({ fromMs, live, before: before(pages, live) })
  }
  return told
}

function liveAt(
  pages: readonly CaptionPage[],
  ms: number,
  held: readonly number[] | undefined,
): readonly number[] {
  const speaking = pages.flatMap((page, index) => (page.startMs <= ms && ms < page.endMs ? [index] : []))
  if (speaking.length > 0) return speaking
  return held ?? (pages.length > 0 ? [0] : [])
}

function before(pages: readonly CaptionPage[], live: readonly number[]): number | undefined {
  const first = live[0] ?? 0
  const speakers = new Set(live.map((index) => pages[index]?.speaker))
  const earlier = pages.findLastIndex((page, index) => index < first && !speakers.has(page.speaker))
  return earlier === -1 ? undefined : earlier
}

/** Index of the scene at `ms`; 0 before the first. */
export function sceneAt(told: readonly Scene[], ms: number): number {
  return Math.max(
    0,
    told.findLastIndex((scene) => scene.fromMs <= ms),
  )
}

/** How many of a page's words have begun by `ms`. */
export function wordsSaid(page: CaptionPage, ms: number): number {
  return page.lines.flat().filter((word) => word.atMs <= ms).length
}
