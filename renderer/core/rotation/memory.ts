import { EMPTY_MIX, type MixMemory } from './mix.ts'
import type { PromiseMemory, PromiseTally } from './promise.ts'
import { NO_STORY, type StoryMemory } from './story.ts'

/** What survives a restart beside the items' own turns: a few hundred bytes, however large the room. */
export interface RotationMemory {
  readonly mix: MixMemory
  readonly story: StoryMemory
  /** By group, in rounds. */
  readonly clocks: Readonly<Record<string, number>>
  readonly promises: PromiseMemory
  /** By promise, since this screen began. */
  readonly tallies: Readonly<Record<string, PromiseTally>>
  /** Where the pass that is told began: on the clock of the largest group, and the number of its first turn less one. */
  readonly pass: { readonly clock: number; readonly from: number }
  /** The latest turn that a promise took beyond an item's share. */
  readonly extraAt: number
}

export const NEW_ROTATION: RotationMemory = {
  mix: EMPTY_MIX,
  story: NO_STORY,
  clocks: {},
  promises: {},
  tallies: {},
  pass: { clock: 0, from: 0 },
  extraAt: 0,
}

/** An item's place, kept in the record whenever it changes. */
export interface Turn {
  readonly itemId: string
  /** When its next turn is meant to come, in rounds. */
  readonly due: number
  /** Number of its last turn; 0 before its first. */
  readonly last: number
}
