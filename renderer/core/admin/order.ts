import { z } from 'zod'
import type { RotationSettings } from '../rotation-schema.ts'
import type { RoomSchedule, ScreenSchedule } from '../schedule-schema.ts'

/** How the room turns and when: what the curator orders for good, and what comes of it. */

export interface OrderView {
  readonly rotation: RotationSettings
  readonly schedule: RoomSchedule
  /** The screens that room.yaml describes, each with what it says in place of the room's. */
  readonly screens: readonly { readonly name: string; readonly schedule?: ScreenSchedule | undefined }[]
  readonly promises: readonly PromiseFare[]
  /** Of those that may play on this screen: how many sound like what. */
  readonly tones: Tones
}

export interface Tones {
  readonly negative: number
  readonly neutral: number
  readonly positive: number
}

/** How a promise has fared since this screen began. */
export interface PromiseFare {
  /** As it is told: `every persona within 1 h`. */
  readonly promise: string
  readonly kept: number
  readonly missed: number
  /** Values that wait longer than was promised, at this moment. */
  readonly late: readonly string[]
  /** Why it cannot be kept, or not always, in sentences; empty where it can. */
  readonly why: readonly string[]
}

/** What is due to an item in the long run. */
export interface Due {
  /** Of the time on the wall, 0..1. */
  readonly time: number
  /** Turns in an hour of turning. */
  readonly anHour: number
}

/** What is due if the weights were these, and what is due now. */
export interface Shares {
  readonly byItem: readonly (Due & { readonly id: string; readonly before: Due })[]
  /** Of the time on the wall, 0..1. */
  readonly byKind: Readonly<Record<string, { readonly time: number; readonly before: number }>>
}

export interface OrderCalls {
  order(): OrderView
  /** With no weights: how the time on the wall is dealt out now. Quick enough to follow a hand on a slider. */
  shares(asked: z.infer<typeof weightsSchema>): Shares
}

/** By item, 0..100. */
const weightsSchema = z.strictObject({
  weights: z.record(z.string().min(1).max(2_000), z.number().min(0).max(100)),
})

export const orderArguments = {
  order: z.tuple([]),
  shares: z.tuple([weightsSchema]),
} satisfies { readonly [Name in keyof OrderCalls]: z.ZodType<Parameters<OrderCalls[Name]>> }
