import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { measureTexts } from '../../core/text.ts'
import { dividePersonas } from './divide.ts'
import { PERSONA_ALIASES, readPersona } from './read.ts'

const phrases = z.array(z.string().min(1)).default([])

/** A persona: a composite of people we listened to, speaking in the first person. */
export const personaSchema = z
  .object({
    name: z.string({ error: 'is missing: write name: in the front matter, or a heading' }).min(1),
    /** What she says, in her words. */
    quote: z.string().min(1).optional(),
    /** What she needs, in ours, where nobody has said it. */
    need: z.string().min(1).optional(),
    age: z.coerce.number({ error: 'is not a number of years' }).int().min(0).max(120).optional(),
    occupation: z.string().optional(),
    /** One line under the name. */
    description: z.string().optional(),
    goals: phrases,
    needs: phrases,
    frustrations: phrases,
    values: phrases,
    /** Job to be done. */
    job: z.string().optional(),
    channels: phrases,
    access: phrases,
    /** What we do not know yet, for an assumption that says so. */
    unknown: phrases,
    /** Share of customers, per cent. */
    share: z.coerce.number({ error: 'is not a share in per cent' }).min(0).max(100).optional(),
    composite: z.boolean({ error: 'has to be yes or no' }).default(true),
    /** Body height in mm, for life size on the chair. */
    height: z.coerce.number({ error: 'is not a height in mm' }).min(300).max(2500).optional(),
  })
  .refine((persona) => persona.quote !== undefined || persona.need !== undefined, {
    path: ['quote'],
    error: 'needs a sentence: either quote (her words) or need (ours)',
  })

export type PersonaBody = Readonly<z.infer<typeof personaSchema>>

/** What the wall shows of her beside her sentence: the rest is for the index and for other slides. */
function shownTexts(body: PersonaBody): string[] {
  const facts = [body.frustrations[0] ?? body.needs[0], body.goals[0] ?? body.access[0]]
  return [body.quote ?? body.need, body.name, body.description ?? body.occupation, ...facts].flatMap(
    (text) => text ?? [],
  )
}

export const persona = defineKind({
  kind: 'persona',
  folders: ['personas', 'persona', 'archetypes', 'people'],
  schema: personaSchema,
  aliases: PERSONA_ALIASES,
  requires: ['evidence'],
  requiredMedia: {},
  divide: dividePersonas,
  read: readPersona,
  title: (body) => body.name,
  basis: (body) => (body.composite ? 'none' : 'consent'),
  texts: ({ name, quote, need, occupation, description, job, ...body }) => [
    ...[name, quote, need, occupation, description, job].flatMap((text) => text ?? []),
    ...[
      body.goals,
      body.needs,
      body.frustrations,
      body.values,
      body.channels,
      body.access,
      body.unknown,
    ].flat(),
  ],
  parts: (body) => [body],
  measure: (body, media) => measureTexts(shownTexts(body), { figures: 'portrait' in media ? 1 : 0 }),
})
