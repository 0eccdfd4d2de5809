import type { Page } from 'playwright-core'

/** Frames that a page draws while somebody scrolls in it. */

interface Watched {
  /** Between one frame and the next, ms. */
  readonly intervals: number[]
  /** Whether the list stood elsewhere in a frame than in the one before. */
  readonly moved: boolean[]
  isOver: boolean
}

/** Intervals between the frames in which a list moved, ms, and between all of them, the pauses included. */
export interface Frames {
  readonly moving: readonly number[]
  readonly all: readonly number[]
}

/** Frames that come while `work` goes on; `list` is a selector of what is scrolled. */
export async function framesDuring(page: Page, list: string, work: () => Promise<void>): Promise<Frames> {
  await page.evaluate((selector) => {
    const watched: Watched = { intervals: [], moved: [], isOver: false }
    const box = document.querySelector(selector)
    let [last, top] = [performance.now(), box?.scrollTop]
    const frame = (now: number): void => {
      watched.intervals.push(now - last)
      watched.moved.push(box?.scrollTop !== top)
      last = now
      top = box?.scrollTop
      if (!watched.isOver) requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
    Object.assign(window, { watched })
  }, list)
  await work()
  const { intervals, moved } = await page.evaluate(() => {
    const { watched } = window as unknown as { watched: Watched }
    watched.isOver = true
    return watched
  })
  // The first began somewhere within a frame.
  const all = intervals.slice(1)
  return { all, moving: all.filter((_, at) => moved[at + 1]) }
}

export interface FrameFigures {
  readonly median: number
  readonly p95: number
  readonly mean: number
  /** Share of frames that came half a frame of the display or more too late, 0..1. */
  readonly late: number
  readonly count: number
}

/** One frame of a display of 60 Hz, ms. */
const FRAME_MS = 1_000 / 60

export function frameFigures(intervals: readonly number[]): FrameFigures {
  const sorted = intervals.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return {
    median: at(0.5),
    p95: at(0.95),
    mean: intervals.reduce((sum, value) => sum + value, 0) / intervals.length,
    late: intervals.filter((value) => value > 1.5 * FRAME_MS).length / intervals.length,
    count: intervals.length,
  }
}

export function toldFrames(intervals: readonly number[]): string {
  const { median, p95, mean, late, count } = frameFigures(intervals)
  return (
    `median ${median.toFixed(1)}, p95 ${p95.toFixed(1)}, mean ${mean.toFixed(1)} ms,` +
    ` ${(late * 100).toFixed(1)} % late, of ${count} frames`
  )
}

/** A bare virtual list of as many rows of text in the same page, over all else: what scrolling costs without anything to draw. */
export async function layBareList(page: Page, rows: number): Promise<string> {
  await page.evaluate((count) => {
    const ROW_PX = 28
    const box = document.createElement('div')
    box.id = 'bare-list'
    box.tabIndex = 0
    box.style.cssText =
      'position: fixed; inset: 120px 40px 40px 40px; overflow-y: scroll; scrollbar-width: thin; z-index: 9; background: white'
    const all = document.createElement('div')
    all.style.cssText = `position: relative; height: ${count * ROW_PX}px`
    box.append(all)
    const lay = (): void => {
      const first = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - 4)
      const last = Math.min(count, first + Math.ceil(box.clientHeight / ROW_PX) + 8)
      all.replaceChildren(
        ...Array.from({ length: last - first }, (_, at) => {
          const row = document.createElement('div')
          row.textContent = `Row ${first + at} of a list that draws nothing but its words`
          row.style.cssText = `position: absolute; top: ${(first + at) * ROW_PX}px; height: ${ROW_PX}px`
          return row
        }),
      )
    }
    box.addEventListener('scroll', lay)
    document.body.append(box)
    lay()
  }, rows)
  return '#bare-list'
}
