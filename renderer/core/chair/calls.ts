import { z } from 'zod'
import type { WindowRole } from '../contract.ts'

/** What a wall in mode `chair` tells; on any other it does nothing. */
export interface ChairCalls {
  /** A key as the browser names it (`PageDown`, `7`): of a remote, a keyboard, or of an on-screen button that stands for it. */
  chairKey(press: z.infer<typeof keySchema>): void
  /** Somebody touched this choice of this scene; of an earlier scene it means nothing any more. */
  chairChoose(touch: z.infer<typeof chooseSchema>): void
  /** Somebody touched this number, 0..10: of the line of guesses. */
  chairGuess(touch: z.infer<typeof guessSchema>): void
  /** The text in the field as it is now, whole. */
  chairType(typed: z.infer<typeof typeSchema>): void
  /** This scene is on the wall, whole: only then its items count as shown. */
  chairPainted(report: z.infer<typeof sceneSchema>): void
}

/** Characters that a field takes at most, of any script. */
export const LONGEST_TEXT = 240

const sceneId = z.string().min(1).max(100)
const sceneSchema = z.strictObject({ sceneId })
const keySchema = z.strictObject({ key: z.string().min(1).max(20) })
const chooseSchema = z.strictObject({ sceneId, choice: z.string().min(1).max(1_000) })
const guessSchema = z.strictObject({ sceneId, guess: z.int().min(0).max(10) })
const typeSchema = z.strictObject({ sceneId, text: z.string().max(LONGEST_TEXT) })

export const chairArguments = {
  chairKey: z.tuple([keySchema]),
  chairChoose: z.tuple([chooseSchema]),
  chairGuess: z.tuple([guessSchema]),
  chairType: z.tuple([typeSchema]),
  chairPainted: z.tuple([sceneSchema]),
} satisfies { readonly [Name in keyof ChairCalls]: z.ZodType<Parameters<ChairCalls[Name]>> }

const WALL = ['wall'] as const satisfies readonly WindowRole[]

export const chairRights: { readonly [Name in keyof ChairCalls]: readonly WindowRole[] } = {
  chairKey: WALL,
  chairChoose: WALL,
  chairGuess: WALL,
  chairType: WALL,
  chairPainted: WALL,
}
