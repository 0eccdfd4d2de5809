import type { MediaClock } from '../ui/slide-props.ts'
import { type AudioPool, loaded } from './audio-pool.ts'

/** Captions need no more than this; a frame is 16. */
const TICK_MS = 100

export interface Sound {
  readonly on: boolean
  /** 0..1 */
  readonly volume: number
}

interface ClipOptions {
  readonly pool: AudioPool
  readonly url: string
  readonly durationMs: number
  readonly sound: Sound
  /** Called once, when it has been heard (or read) to its end. */
  readonly ended: () => void
}

/**
 * A recording on its way through an audio element. Where no element can play it (no device, a damaged file), a clock
 * goes on in its stead: the words must still be read, and the slide must still end.
 */
export class Clip implements MediaClock {
  readonly #options: ClipOptions
  readonly #listeners = new Set<(ms: number) => void>()
  #sound: Sound
  #element: HTMLAudioElement | undefined
  #timer: ReturnType<typeof setInterval> | undefined
  /** Set where the element has failed: how far the clip was, and when. */
  #silent: { readonly fromMs: number; readonly at: number } | undefined

  constructor(options: ClipOptions) {
    this.#options = options
    this.#sound = options.sound
  }

  get audible(): boolean {
    return this.#sound.on && this.#silent === undefined
  }

  now(): number {
    if (this.#silent)
      return Math.min(this.#options.durationMs, this.#silent.fromMs + performance.now() - this.#silent.at)
    return this.#timer === undefined && !this.#element?.ended ? 0 : this.#elementMs()
  }

  subscribe(listener: (ms: number) => void): () => void {
    this.#listeners.add(listener)
    listener(this.now())
    return () => this.#listeners.delete(listener)
  }

  setSound(sound: Sound): void {
    this.#sound = sound
    if (!this.#element) return
    this.#element.muted = !sound.on
    this.#element.volume = Math.min(1, Math.max(0, sound.volume))
  }

  /** Takes an element and fills it; never rejects. */
  async load(): Promise<void> {
    this.#element ??= this.#options.pool.take(this.#options.url)
    if (this.#element) await loaded(this.#element)
  }

  /** From the beginning; a second call does nothing. */
  start(): void {
    if (this.#timer !== undefined) return
    this.#timer = setInterval(() => this.#tick(), TICK_MS)
    const element = this.#element
    if (!element || element.error) return this.#fallBack()
    this.setSound(this.#sound)
    element.currentTime = 0
    element.addEventListener('error', this.#fallBack)
    element.play().catch(this.#fallBack)
  }

  /** Ends it wherever it is and gives the element back; no `ended` follows. */
  stop(): void {
    this.#stopTicking()
    this.#listeners.clear()
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
    return (this.#element?.currentTime ?? 0) * 1000
  }

  #tick(): void {
    const position = this.now()
    for (const listener of this.#listeners) listener(position)
    const over = this.#silent ? position >= this.#options.durationMs : (this.#element?.ended ?? false)
    if (!over) return
    this.#stopTicking()
    this.#options.ended()
  }

  #stopTicking(): void {
    clearInterval(this.#timer)
    this.#timer = undefined
  }
}

/** The clock of a slide without a recording. */
export const NO_CLIP: MediaClock = { now: () => 0, subscribe: () => () => undefined, audible: false }
