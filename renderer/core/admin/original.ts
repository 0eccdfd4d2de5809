import { z } from 'zod'

/** The picture of an item as it lies in the folder, for the eyes of whoever blurs or crops it: asked for by hand, kept nowhere. */
export type Original =
  | {
      readonly ok: true
      /** WebP, upright, the longer side at most `ORIGINAL_PX`. */
      readonly webp: Uint8Array
      /** px */
      readonly width: number
      readonly height: number
      /** px of the file's own picture. */
      readonly original: { readonly width: number; readonly height: number }
    }
  | { readonly ok: false; readonly message: string; readonly hint: string }

/** Enough to find a face by, and no copy for the wall. */
export const ORIGINAL_PX = 1_200

export interface OriginalCalls {
  original(question: { readonly id: string }): Original
}

export const originalArguments: {
  readonly [Name in keyof OriginalCalls]: z.ZodType<Parameters<OriginalCalls[Name]>>
} = {
  original: z.tuple([z.strictObject({ id: z.string().min(1).max(2_000) })]),
}
