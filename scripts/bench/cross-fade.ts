import { animate } from 'framer-motion/dom'
import { animate as animateMini } from 'framer-motion/dom/mini'

/** What the bench of smoothness runs in the wall's own page: it counts frames, of the wall and of bare cross-fades alike. */

/** As long as a swap of the wall takes, ms. */
const DURATION_MS = 900
const EASE = [0.22, 0.61, 0.36, 1] as const
const EASING = `cubic-bezier(${EASE.join()})`

/** Ways to fade in a picture over another; resolves when it has come in. `css` is the bare one. */
const FADES = {
  css: (top: HTMLElement) =>
    new Promise((resolve) => {
      top.addEventListener('transitionend', resolve, { once: true })
      top.style.transition = `opacity ${DURATION_MS}ms ${EASING}`
      top.style.opacity = '1'
    }),
  'web animation': (top: HTMLElement) =>
    top.animate({ opacity: [0, 1] }, { duration: DURATION_MS, easing: EASING, fill: 'both' }).finished,
  'framer-motion': (top: HTMLElement) =>
    animate(top, { opacity: [0, 1] }, { duration: DURATION_MS / 1000, ease: EASE }).then(() => undefined),
  'framer-motion/dom/mini': (top: HTMLElement) =>
    animateMini(top, { opacity: [0, 1] }, { duration: DURATION_MS / 1000, ease: EASE }).finished,
  /** The library's way for a value of its own, which it sets in every frame. */
  'framer-motion, frame by frame': (top: HTMLElement) =>
    animate(0, 1, {
      duration: DURATION_MS / 1000,
      ease: EASE,
      onUpdate: (opacity) => {
        top.style.opacity = String(opacity)
      },
    }).then(() => undefined),
  'view transition': (top: HTMLElement) => {
    const style = document.createElement('style')
    style.textContent = `::view-transition-group(*), ::view-transition-old(*), ::view-transition-new(*) {
      animation-duration: ${DURATION_MS}ms; animation-timing-function: ${EASING} }`
    document.head.append(style)
    const shown = document.startViewTransition(() => {
      top.style.opacity = '1'
    })
    return shown.finished.finally(() => style.remove())
  },
} satisfies Record<string, (top: HTMLElement) => PromiseLike<unknown>>

export type Fade = keyof typeof FADES

declare global {
  interface Window {
    readonly crossFade: {
      readonly ways: readonly Fade[]
      /** Intervals between frames, ms, while the next slide of the wall comes in. */
      ofWall(): Promise<number[]>
      /** The same of two pictures that lie over the whole page, which need not know of each other. */
      ofPictures(way: Fade, from: string, to: string): Promise<number[]>
    }
  }
}

/** From the first frame of a movement to its last. */
function framesUntil(isOver: () => boolean): Promise<number[]> {
  return new Promise((resolve) => {
    const intervals: number[] = []
    let last: number | undefined
    const frame = (now: number): void => {
      if (last !== undefined) intervals.push(now - last)
      last = now
      if (isOver()) resolve(intervals)
      else requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
}

function ofWall(): Promise<number[]> {
  const isEntering = (): boolean => document.querySelector('.layer.entering') !== null
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isEntering()) return
      observer.disconnect()
      resolve(framesUntil(() => !isEntering()))
    })
    observer.observe(document.body, { subtree: true, attributeFilter: ['class'] })
  })
}

/** Both are decoded and painted before anything moves, as the wall's slides are; the wall, which may go on moving, is away. */
async function ofPictures(way: Fade, from: string, to: string): Promise<number[]> {
  const box = document.createElement('div')
  box.style.cssText = 'position: fixed; inset: 0; z-index: 2'
  for (const src of [from, to]) {
    const image = Object.assign(new Image(), { src })
    image.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%'
    await image.decode()
    box.append(image)
  }
  const top = box.lastElementChild as HTMLElement
  top.style.opacity = '0.001'
  top.style.willChange = 'opacity'
  document.body.append(box)
  const wall = document.getElementById('wall')
  wall?.style.setProperty('display', 'none')
  await quiet()
  let isOver = false
  const fade = Promise.resolve(FADES[way](top)).then(() => {
    isOver = true
  })
  const intervals = await framesUntil(() => isOver)
  await fade
  wall?.style.removeProperty('display')
  box.remove()
  await quiet()
  return intervals
}

/** Until what was asked for has been painted, at the largest size and without a GPU. */
function quiet(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 800))
}

Object.assign(window, { crossFade: { ways: Object.keys(FADES), ofWall, ofPictures } })
