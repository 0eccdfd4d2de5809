import type { MediaClock } from '../ui/slide-props.ts'
import { type AudioPool, loaded, seeked } from './audio-pool.ts'

/** Captions need no more than this; a frame is 16. */
const TICK_MS = 100
/** A film that has stopped short of its end is looked at no more often than a frame takes. */
const SHORTEST_WAIT_MS = 16

export interface Sound {
  readonly on: boolean
  /** 0..1 */
  readonly volume: number
}

interface ClipOptions {
  readonly pool: AudioPool
  readonly url: string
  /** From its in point to its out point. */
  readonly durationMs: number
  /** Where the clip begins in its file, ms. */
  readonly fromMs: number
  readonly sound: Sound
  /** Called once, when it has been heard (or read) to its end. */
  readonly ended: () => void
}

/**
 * A recording or a film on its way through an element. Where no element can play it (no device, a damaged file), a clock
 * goes on in its stead: the words must still be read, and the slide must still end.
 */
export class Clip implements MediaClock {
  readonly #options: ClipOptions
  readonly #listeners = new Set<(ms: number) => void>()
  #sound: Sound
  #element: HTMLVideoElement | undefined
  #loading: Promise<void> | undefined
  /** Where a film is to be seen. */
  #box: HTMLElement | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  #last: ReturnType<typeof setTimeout> | undefined
  /** Set where the element has failed: how far the clip was, and when. */
  #silent: { readonly fromMs: number; readonly at: number } | undefined
  #isOver = false
  /** Where it stands still, ms. */
  #held: number | undefined

  constructor(options: ClipOptions) {
    this.#options = options
    this.#sound = options.sound
  }

  get audible(): boolean {
    return this.#sound.on && this.#silent === undefined
  }

  now(): number {
    if (this.#isOver) return this.#options.durationMs
    if (this.#held !== undefined) return this.#held
    if (this.#silent)
      return Math.min(this.#options.durationMs, this.#silent.fromMs + performance.now() - this.#silent.at)
    return this.#timer === undefined ? 0 : Math.min(this.#options.durationMs, this.#elementMs())
  }

  subscribe(listener: (ms: number) => void): () => void {
    this.#listeners.add(listener)
    listener(this.now())
    return () => this.#listeners.delete(listener)
  }

  /** Bound, since a slide gets it as a part of the clock. */
  readonly mount = (box: HTMLElement): (() => void) => {
    this.#box = box
    if (this.#element) box.append(this.#element)
    return () => {
      this.#box = undefined
      this.#element?.remove()
    }
  }

  setSound(sound: Sound): void {
    this.#sound = sound
    if (!this.#element) return
    this.#element.muted = !sound.on
    this.#element.volume = Math.min(1, Math.max(0, sound.volume))
  }

  /** Takes an element and fills it; never rejects. */
  load(): Promise<void> {
    if (this.#loading) return this.#loading
    this.#element = this.#options.pool.take(this.#options.url)
    if (this.#element) this.#loading = this.#fill(this.#element)
    return this.#loading ?? Promise.resolve()
  }

  async #fill(element: HTMLVideoElement): Promise<void> {
    this.#box?.append(element)
    await loaded(element)
    // Another clip may have it by now.
    if (element !== this.#element) return
    const isThere = await seeked(element, this.#options.fromMs)
    // What lies before the in point may have been cut for somebody's sake: rather no film than that.
    if (!isThere && this.#options.fromMs > 0 && element === this.#element) this.#giveBack()
  }

  /** From the beginning; a second call does nothing. */
  start(): void {
    if (this.#timer !== undefined || this.#isOver || this.#held !== undefined) return
    this.#timer = setInterval(() => this.#tick(), TICK_MS)
    const element = this.#element
    if (!element || element.error) return this.#fallBack()
    this.setSound(this.#sound)
    element.addEventListener('error', this.#fallBack)
    element.play().catch(this.#fallBack)
  }

  /** Stands still and falls silent where it is, since its slide gives way; no `ended` follows. */
  hold(): void {
    this.#held = this.now()
    this.#stopTicking()
    this.#element?.pause()
  }

  /** Ends it wherever it is and gives the element back; no `ended` follows. */
  stop(): void {
    this.#stopTicking()
    this.#listeners.clear()
    this.#giveBack()
    this.#loading = undefined
  }

  #giveBack(): void {
    if (!this.#element) return
    this.#element.removeEventListener('error', this.#fallBack)
    this.#options.pool.release(this.#element)
    this.#element = undefined
  }

  readonly #fallBack = (): void => {
    if (this.#timer === undefined || this.#silent) return
    this.#silent = { fromMs: this.#elementMs(), at: performance.now() }
  }

  #elementMs(): number {
    if (!this.#element) return 0
    return Math.max(0, this.#element.currentTime * 1000 - this.#options.fromMs)
  }

  #tick(): void {
    const position = this.now()
    for (const listener of this.#listeners) listener(position)
    const left = this.#options.durationMs - position
    if (left <= 0 || (!this.#silent && this.#element?.ended)) return this.#end()
    // The out point lies between two ticks, and nothing behind it may be seen or heard.
    if (left < TICK_MS) this.#last ??= setTimeout(() => this.#atLast(), Math.max(SHORTEST_WAIT_MS, left))
  }

  #atLast(): void {
    this.#last = undefined
    if (this.#timer !== undefined) this.#tick()
  }

  #end(): void {
    this.#isOver = true
    this.#stopTicking()
    this.#element?.pause()
    this.#options.ended()
  }

  #stopTicking(): void {
    clearInterval(this.#timer)
    clearTimeout(this.#last)
    this.#timer = undefined
    this.#last = undefined
  }
}

/** The clock of a slide without a recording. */
export const NO_CLIP: MediaClock = { now: () => 0, subscribe: () => () => undefined, audible: false }
