import { z } from 'zod'
import type { PlayView } from '../contract.ts'
import type { Problem } from '../problem.ts'
import { type Change, changeSchema } from './change.ts'

/** What a change would come to, before anything of it is written. */

export type Tried =
  | {
      readonly ok: true
      /** Its slides as they would be; none of what may not be shown, and where its pictures would be made anew. */
      readonly views: readonly PlayView[]
    }
  /** What speaks against it, in the words of the schema. */
  | { readonly ok: false; readonly problems: readonly Pick<Problem, 'field' | 'line' | 'message' | 'hint'>[] }

export interface TryQuestion {
  readonly id: string
  readonly change: Change
  /** The screen and the shape, px, that its slides are divided for; the machine's own where absent. */
  readonly screen?: string | undefined
  readonly shape?: { readonly widthPx: number; readonly heightPx: number } | undefined
}

export interface TryCalls {
  tryChange(question: TryQuestion): Tried
}

const question = z.strictObject({
  id: z.string().min(1).max(2_000),
  change: changeSchema,
  screen: z.string().max(300).optional(),
  shape: z
    .strictObject({
      widthPx: z.number().int().min(100).max(20_000),
      heightPx: z.number().int().min(100).max(20_000),
    })
    .optional(),
})

export const tryArguments: { readonly [Name in keyof TryCalls]: z.ZodType<Parameters<TryCalls[Name]>> } = {
  tryChange: z.tuple([question]),
}
