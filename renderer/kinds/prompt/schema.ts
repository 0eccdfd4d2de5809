import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { measureTexts, sentences } from '../../core/text.ts'
import { ASKS, PROMPT_ALIASES } from './asks.ts'
import { dividePrompts } from './divide.ts'
import { readPrompt } from './read.ts'

/** A question to whoever stands in front of the wall. */
export const promptSchema = z.object({
  text: z
    .string({ error: 'is missing: the question itself' })
    .min(1, { error: 'is empty: the question itself' }),
  /** What it asks for. Called `ask`, since `kind` is the item's own. */
  ask: z.enum(ASKS, { error: `has to be ${ASKS.slice(0, -1).join(', ')} or ${ASKS.at(-1)}` }),
  /** What to do, where our own words for this kind of question do not fit. */
  instruction: z.string().optional(),
  /** The id of the item that answers it, e.g. `quotes/the-long-way`. */
  answer: z.string({ error: 'has to name an item, such as quotes/egg-box' }).optional(),
})

export type PromptBody = Readonly<z.infer<typeof promptSchema>>

export const prompt = defineKind({
  kind: 'prompt',
  folders: ['prompts', 'prompt', 'questions', 'questions to the room'],
  schema: promptSchema,
  aliases: PROMPT_ALIASES,
  requires: [],
  requiredMedia: {},
  divide: dividePrompts,
  read: readPrompt,
  title: (body) => sentences(body.text).at(-1) ?? body.text,
  basis: () => 'none',
  texts: ({ text, instruction }) => [text, instruction].flatMap((part) => part ?? []),
  parts: (body) => [body],
  // The figure that is missing is looked at like one that is there.
  measure: ({ text, instruction }) =>
    measureTexts(
      [text, instruction].flatMap((part) => part ?? []),
      { figures: 1 },
    ),
})
