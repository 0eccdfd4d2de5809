import { z } from 'zod'
import { localDate } from '../../core/item.ts'
import { defineKind } from '../../core/kind.ts'
import { measureTexts, sentences } from '../../core/text.ts'
import { COMMITMENT_ALIASES, readCommitment, STATES } from './read.ts'

/** You said, we did: what a customer said, what was promised, by whom and until when, and what came of it. */
export const commitmentSchema = z
  .object({
    /** What was said, in the customer's words. */
    said: z.string().min(1).optional(),
    /** The item that holds it, e.g. `quotes/egg-box`. */
    reference: z.string().optional(),
    /** What was decided about, where no customer has said anything on it yet. */
    about: z.string().min(1).optional(),
    promise: z.string({ error: 'is missing: what we promised, or did' }).min(1, { error: 'is empty' }),
    /** A role or a department, never a name. */
    owner: z.string({ error: 'is missing: the role or department that promised it' }).min(1),
    due: localDate,
    state: z.enum(STATES, { error: 'has to be kept, due, late or dropped' }),
    done: localDate.optional(),
    /** What changed for customers. */
    effect: z.string().optional(),
    /** How anybody can see that it was done. */
    proof: z.string().optional(),
  })
  .refine(({ said, reference, about }) => (said ?? reference ?? about) !== undefined, {
    path: ['said'],
    error: 'is missing: what a customer said, or the item that holds it, such as quotes/egg-box',
  })

export type CommitmentBody = Readonly<z.infer<typeof commitmentSchema>>

export const commitment = defineKind({
  kind: 'commitment',
  folders: ['commitments', 'commitment', 'promises', 'you said we did', 'you-said-we-did'],
  schema: commitmentSchema,
  aliases: COMMITMENT_ALIASES,
  requires: [],
  requiredMedia: {},
  read: readCommitment,
  title: (body) => sentences(body.promise)[0] ?? body.promise,
  basis: () => 'none',
  texts: ({ said, about, promise, owner, effect, proof }) =>
    [said, about, promise, owner, effect, proof].flatMap((text) => text ?? []),
  parts: (body) => [body],
  measure: ({ said, promise, effect, proof }) =>
    measureTexts([said, promise, effect ?? proof].flatMap((text) => text ?? [])),
})
