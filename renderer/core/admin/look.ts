import { z } from 'zod'
import type { PlayView } from '../contract.ts'

/** What a curator's window asks to look at items by the dozen. */

/** Slides of one answer: somewhat more than a window of any size shows. */
export const MOST_SLIDES = 100

/** The first slide of an item; absent where there is nothing that may be drawn. */
export interface FirstSlide {
  readonly id: string
  readonly play?: PlayView | undefined
}

export interface LookCalls {
  /** In the order that was asked for, each as the machine's own screen would draw it. */
  slides(question: { readonly ids: readonly string[] }): readonly FirstSlide[]
}

const id = z.string().min(1).max(2_000)

export const lookArguments: { readonly [Name in keyof LookCalls]: z.ZodType<Parameters<LookCalls[Name]>> } = {
  slides: z.tuple([z.strictObject({ ids: z.array(id).max(MOST_SLIDES) })]),
}
