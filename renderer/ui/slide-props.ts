import type { CastMember, ScreenView } from '../core/contract.ts'
import type { Item } from '../core/item.ts'
import type { Age } from '../core/patina.ts'

export type Shape = 'landscape' | 'portrait'

/** The surface that a slide is drawn on: a wall, or a preview of one. */
export interface Stage {
  readonly widthPx: number
  readonly heightPx: number
  /** Cap height of body text in px; every measure of a slide is a multiple of it. */
  readonly u: number
  readonly shape: Shape
}

/** The recording of the slide, if it has one. */
export interface MediaClock {
  /** Position in ms from the start of the clip. */
  now(): number
  /** `listener` is called with the position about ten times a second while it plays; returns the end of it. */
  subscribe(listener: (ms: number) => void): () => void
  /** False where sound is off: the slide then says so. */
  readonly audible: boolean
  /** Puts the moving picture into a box, which it fills; returns the end of it. Missing where there is none: a preview. */
  readonly mount?: (box: HTMLElement) => () => void
}

/** A text that would not fit at the smallest legible size: words it has, words the slide holds. */
export interface Unfit {
  readonly words: number
  readonly holds: number
}

export interface SlideProps<ItemOfKind extends Item> {
  readonly item: ItemOfKind
  readonly part: { readonly index: number; readonly count: number }
  readonly pass: { readonly index: number; readonly count: number }
  /** The personas it speaks of, in order; those that may not be shown are missing. */
  readonly cast: readonly CastMember[]
  /** How old it has become; absent where nothing ages. */
  readonly age?: Age | undefined
  /** `YYYY-MM-DD` in the room's own time. */
  readonly today?: string | undefined
  readonly room: { readonly name: string; readonly language: string }
  readonly screen: ScreenView
  readonly stage: Stage
  readonly clock: MediaClock
  readonly onUnfit: (unfit: Unfit) => void
}
