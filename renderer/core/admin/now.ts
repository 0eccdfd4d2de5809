import { z } from 'zod'
import type { Reason } from '../rotation/reasons.ts'

/** What the curator sees of the wall at this moment, and what can be done to it without writing anything down. */

/** A picture of the wall as it was painted, scaled. */
export interface WallPicture {
  /** Tells one picture from another; the same pixels have the same. */
  readonly id: string
  readonly jpeg: Uint8Array
  /** px */
  readonly width: number
  readonly height: number
}

export type LivePicture =
  | { readonly type: 'picture'; readonly picture: WallPicture }
  /** Nothing has changed since the picture whose id was given. */
  | { readonly type: 'same' }
  /** `no-wall`: this is a desk. `lost`: there is one, and nothing can be seen of it just now. */
  | { readonly type: 'no-wall' | 'lost' }

export interface OnNow {
  readonly playId: string
  readonly itemId: string
  readonly kind: string
  readonly title: string
  readonly part: { readonly index: number; readonly count: number }
  readonly reasons: readonly Reason[]
  /** When it was painted and when it gives way, ms since 1970 UTC; absent before its paint, and while it is held. */
  readonly since?: number | undefined
  readonly until?: number | undefined
}

export interface Live {
  readonly picture: LivePicture
  readonly on?: OnNow | undefined
  /** Milliseconds since 1970 UTC by the machine that runs the wall: what ends when is counted from this. */
  readonly now: number
}

/** One that comes, as far as anybody can tell now. */
export interface Upcoming {
  readonly itemId: string
  readonly kind: string
  readonly title: string
  /** ms since 1970 UTC. */
  readonly at: number
  readonly reasons: readonly Reason[]
}

export interface NowCalls {
  /** What is on the wall, and how it looks. `known`: the picture that the window already has. */
  live(wanted: { known?: string | undefined; width: number }): Live
  /** What follows, in order; fewer than `count` where nobody can tell. */
  upcoming(wanted: { count: number }): readonly Upcoming[]
  /** On to the next item; nothing where this play is no longer on. */
  skip(which: { playId: string }): void
  /** This item again, from its first slide. */
  replay(which: { playId: string }): void
}

const playId = z.string().min(1).max(100)

export const nowArguments = {
  live: z.tuple([
    z.strictObject({ known: z.string().max(100).optional(), width: z.int().min(16).max(4_096) }),
  ]),
  upcoming: z.tuple([z.strictObject({ count: z.int().min(1).max(50) })]),
  skip: z.tuple([z.strictObject({ playId })]),
  replay: z.tuple([z.strictObject({ playId })]),
} satisfies { readonly [Name in keyof NowCalls]: z.ZodType<Parameters<NowCalls[Name]>> }
