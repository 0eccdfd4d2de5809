import { z } from 'zod'
import type { CastMember, PlayView } from '../contract.ts'

/** What a visitor of a stand may do: look around, and say that she knows this. Never a word of her own, never who she is. */

/** By what the room can be explored. */
export const WAYS = ['persona', 'stage', 'theme'] as const
export type Way = (typeof WAYS)[number]

/** How it would feel, from -2, awful, to 2, great. */
export const FEELINGS = [-2, -1, 0, 1, 2] as const
export type Feeling = (typeof FEELINGS)[number]

/** Something to be chosen, with how many items may be seen of it. */
export interface Choice {
  /** What it is asked for by: a persona's id, a stage or a theme as it is written. */
  readonly value: string
  readonly label: string
  readonly count: number
  /** The persona herself, where it is one. */
  readonly member?: CastMember | undefined
}

export type Choices = { readonly [W in Way]: readonly Choice[] }

/** How often each feeling was chosen for one phase of a journey, in the order of `FEELINGS`. */
export interface Felt {
  readonly phase: string
  readonly counts: readonly number[]
}

export interface BoothCalls {
  /** Somebody stands there: begins a visit, or says that it goes on. */
  visit(): void
  /** She goes. */
  leaveVisit(): void
  /** What there is to be explored, all of it for the public. */
  visitChoices(): Choices
  /** The slides of what she chose, in the order in which they are leafed through. */
  visitItems(chosen: { way: Way; value: string }): readonly PlayView[]
  /** One more who knows this; answers how many there are by now. 0 where nothing was counted. */
  meToo(of: { itemId: string }): number
  /** One more who would feel so in this phase of a journey; answers how everybody would. */
  feel(of: { itemId: string; phase: string; feeling: number }): readonly Felt[]
}

const itemId = z.string().min(1).max(1_000)
const name = z.string().min(1).max(1_000)

export const boothArguments = {
  visit: z.tuple([]),
  leaveVisit: z.tuple([]),
  visitChoices: z.tuple([]),
  visitItems: z.tuple([z.strictObject({ way: z.enum(WAYS), value: name })]),
  meToo: z.tuple([z.strictObject({ itemId })]),
  feel: z.tuple([z.strictObject({ itemId, phase: name, feeling: z.number().int().min(-2).max(2) })]),
} as const satisfies { readonly [Name in keyof BoothCalls]: z.ZodType<Parameters<BoothCalls[Name]>> }

/** What a booth's window is told. */
export interface BoothView {
  /** Somebody explores; the attract loop waits. */
  readonly isVisited: boolean
  /** A visitor may have recordings played aloud: the hours of the sound allow it. */
  readonly mayListen: boolean
  /** Where what is to be touched stands: in the lower part of the screen, or all over it. */
  readonly controls: 'lower' | 'whole'
  /** What others felt is drawn once a visitor has said what she would feel. */
  readonly drawsBack: boolean
}

/** A visit that nobody goes on with ends after this time, and everything about it is forgotten. */
export const VISIT_IDLE_MS = 45_000
