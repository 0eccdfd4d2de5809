import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { measureTexts } from '../../core/text.ts'
import { observationParts } from './parts.ts'
import { askedFor } from './questions.ts'
import { OBSERVATION_ALIASES, readObservation } from './read.ts'

export const EMOTIONS = ['frustration', 'joy', 'irritation', 'surprise', 'exasperation'] as const
export const ACTIVITIES = ['store', 'van', 'call', 'sales visit'] as const

export type Emotion = (typeof EMOTIONS)[number]

/** A Customer Connect field note: what a colleague, whatever the department, saw of a customer. */
export const observationSchema = z.object({
  /** The department that saw it; never a colleague's name. */
  who: z.string({ error: 'is missing: the department of whoever saw it, such as Payroll' }).min(1),
  where: z.string({ error: 'is missing: where it was seen' }).min(1),
  what: z.string({ error: 'is missing: one or two sentences on what was seen' }).min(1),
  activity: z.enum(ACTIVITIES, { error: 'has to be store, van, call or sales visit' }).optional(),
  emotion: z
    .enum(EMOTIONS, { error: 'has to be frustration, joy, irritation, surprise or exasperation' })
    .optional(),
  /** What the customer said, word for word. */
  verbatim: z.string().min(1).optional(),
  followUp: z.string().min(1).optional(),
  /** Somebody's consent is named, so somebody can be recognised, and it has to hold. Never authored. */
  named: z.boolean().default(false),
  /** Where one slide cannot hold both, what this one shows. Never authored. */
  shows: z.enum(['all', 'what', 'verbatim']).default('all'),
})

export type ObservationBody = Readonly<z.infer<typeof observationSchema>>

/** What the wall shows of it. */
function shownTexts({ who, where, what, verbatim, followUp, emotion, shows }: ObservationBody): string[] {
  const seen = shows === 'verbatim' ? undefined : what
  const said = shows === 'what' ? undefined : verbatim
  return [seen, said, who, where, followUp, emotion].flatMap((text) => text ?? [])
}

export const observation = defineKind({
  kind: 'observation',
  folders: [
    'observations',
    'observation',
    'field notes',
    'field-notes',
    'customer connect',
    'customer-connect',
  ],
  schema: observationSchema,
  aliases: OBSERVATION_ALIASES,
  prose: 'what',
  asks: askedFor,
  requires: ['captured'],
  requiredMedia: {},
  read: readObservation,
  title: ({ what }) => titleFrom(what),
  basis: ({ named }) => (named ? 'consent-or-public' : 'none'),
  texts: ({ who, where, what, verbatim, followUp }) =>
    [who, where, what, verbatim, followUp].flatMap((text) => text ?? []),
  parts: (body) => observationParts(body),
  measure: (body) => measureTexts(shownTexts(body), { figures: body.emotion === undefined ? 0 : 1 }),
})

/** Letters of a title made from what was seen. */
const TITLE_LENGTH = 60

function titleFrom(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  const characters = [...line]
  if (characters.length <= TITLE_LENGTH) return line
  const cut = characters.slice(0, TITLE_LENGTH).join('')
  return `${cut.replace(/\s+\S*$/u, '') || cut}…`
}
