import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import type { MediaClock } from '../../ui/slide-props.ts'
import type { CaptionPage } from './caption-pages.ts'
import { type Scene, sceneAt, wordsSaid } from './timeline.ts'
import { heardBars } from './waveform.ts'

interface CallTime {
  readonly clock: MediaClock
  readonly pages: readonly CaptionPage[]
  readonly told: readonly Scene[]
  readonly durationMs: number
  readonly bars: number
}

/**
 * Follows the recording. Ten times a second it touches at most one custom property and a word or two; the slide is rendered
 * again only where the scene changes, or sound goes on or off. Returns the index of the scene.
 */
export function useCallClock(
  root: RefObject<HTMLDivElement | null>,
  time: CallTime,
): { scene: number; audible: boolean } {
  const { clock, told } = time
  const [scene, setScene] = useState(() => sceneAt(told, clock.now()))
  const [audible, setAudible] = useState(clock.audible)
  // Without a list of dependencies: renderings are rare, and each brings the words that the clock has to find.
  useEffect(() =>
    clock.subscribe((ms) => {
      setScene(sceneAt(told, ms))
      setAudible(clock.audible)
      if (root.current) draw(root.current, time, ms)
    }),
  )
  // A scene that was just rendered knows no word as said yet.
  useLayoutEffect(() => {
    if (root.current) draw(root.current, time, clock.now())
  })
  return { scene: Math.min(scene, Math.max(0, told.length - 1)), audible }
}

function draw(root: HTMLElement, { pages, durationMs, bars }: CallTime, ms: number): void {
  const waveform = root.querySelector<HTMLElement>('[data-waveform]')
  const heard = String(heardBars(ms, durationMs, bars) / bars)
  if (waveform && waveform.style.getPropertyValue('--heard') !== heard)
    waveform.style.setProperty('--heard', heard)
  for (const element of root.querySelectorAll<HTMLElement>('[data-page]')) {
    const page = pages[Number(element.dataset['page'])]
    if (page) say(element, wordsSaid(page, ms))
  }
}

function say(element: HTMLElement, count: number): void {
  element.querySelectorAll('.word').forEach((word, index) => {
    const said = index < count
    if (said !== word.hasAttribute('data-said')) word.toggleAttribute('data-said', said)
  })
}
