import { z } from 'zod'
import type { Media } from '../../core/item.ts'
import { defineKind } from '../../core/kind.ts'
import type { WallSize } from '../../core/legibility.ts'
import { measureTexts, wordCount } from '../../core/text.ts'
import { withRowAliases } from './columns.ts'
import { JOURNEY_ALIASES, readJourney } from './read.ts'
import { divideJourneys } from './table.ts'

const phrases = z.array(z.string().min(1)).default([])

const stepSchema = z.object({
  text: z.string().min(1),
  touchpoint: z.string().optional(),
  channel: z.string().optional(),
})

export const phaseSchema = z.object({
  name: z.string().min(1),
  steps: z.array(stepSchema).default([]),
  /** How it felt, -1..1; 0 is neutral. Absent where nobody knows. */
  emotion: z.number().min(-1).max(1).optional(),
  moment_of_truth: z.boolean().default(false),
  /** The customer's words at this point. */
  quote: z.string().optional(),
  pains: phrases,
  opportunities: phrases,
  backstage: z.string().optional(),
  /** This stretch is our guess: drawn in pencil. */
  assumed: z.boolean().default(false),
})

/** A journey of one actor through one scenario. The source's own emotion scale is kept; the curve is stored as -1..1. */
export const journeySchema = z.object({
  actor: z.string({ error: 'is missing: say whose journey it is' }).min(1),
  scenario: z.string({ error: 'is missing: say in a line what the journey is about' }).min(1),
  /** Empty where the journey is a map that somebody drew elsewhere. */
  phases: z
    .array(phaseSchema, { error: 'is missing: a journey needs phases, each with a name and steps' })
    .max(40, { error: 'has more than 40 phases: split it into several journeys' }),
  /** As it is today, as it could be, or as somebody planned it (CJML's planned journey). */
  state: z
    .enum(['as-is', 'to-be', 'planned'], { error: 'has to be as-is, to-be or planned' })
    .default('as-is'),
  /** The scale of the source, lowest and highest. */
  emotion_scale: z.tuple([z.number(), z.number()]).default([-1, 1]),
  planned_minutes: z.number().min(0).optional(),
  real_minutes: z.number().min(0).optional(),
  owner: z.string().optional(),
  /** Which slide of a long journey this is: the names of all phases, one phase, or one page of a map (index from 0). Never authored. */
  view: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('whole') }),
      z.object({ type: z.literal('overview') }),
      z.object({ type: z.literal('phase'), index: z.number().int().min(0) }),
      z.object({ type: z.literal('map'), index: z.number().int().min(0) }),
    ])
    .default({ type: 'whole' }),
})

export type JourneyBody = Readonly<z.infer<typeof journeySchema>>
export type Phase = JourneyBody['phases'][number]

/** What one slide holds (look, "Compositions"): beyond either, the journey is walked phase by phase. */
const PHASES_ON_A_SLIDE = 7
const WORDS_OF_A_STEP = 12
/** A map takes as long as so many pictures. */
const MAP_FIGURES = 6

function isTooMuch({ phases }: JourneyBody): boolean {
  return (
    phases.length > PHASES_ON_A_SLIDE ||
    phases.some((phase) => phase.steps.some((step) => wordCount(step.text) > WORDS_OF_A_STEP))
  )
}

function slidesOf(
  body: JourneyBody,
  _wall: WallSize,
  media: Readonly<Record<string, Media>> = {},
): JourneyBody[] {
  if (body.phases.length === 0) {
    const pages = Object.keys(media).filter((role) => /^map(-\d+)?$/.test(role)).length
    return Array.from({ length: Math.max(1, pages) }, (_, index) => ({
      ...body,
      view: { type: 'map', index },
    }))
  }
  if (!isTooMuch(body)) return [{ ...body, view: { type: 'whole' } }]
  const phases = body.phases.map((_, index) => ({ ...body, view: { type: 'phase' as const, index } }))
  return [{ ...body, view: { type: 'overview' } }, ...phases]
}

/** The role of a page of the map among the item's media. */
export function mapRole(index: number): string {
  return index === 0 ? 'map' : `map-${index + 1}`
}

function phaseTexts(phase: Phase): string[] {
  const steps = phase.steps.flatMap((step) => [step.text, step.touchpoint ?? [], step.channel ?? []].flat())
  return [
    phase.name,
    ...steps,
    ...[phase.quote ?? [], phase.pains, phase.opportunities, phase.backstage ?? []].flat(),
  ]
}

/** What stands on this one slide. */
function shownTexts({ scenario, phases, view }: JourneyBody): string[] {
  const names = phases.map((phase) => phase.name)
  switch (view.type) {
    case 'map':
      return [scenario]
    case 'overview':
      return [scenario, ...names]
    case 'phase': {
      const phase = phases[view.index]
      return phase === undefined
        ? names
        : [phase.name, ...phase.steps.map((step) => step.text), phase.quote ?? []].flat()
    }
    case 'whole': {
      const quote = phases.find((phase) => phase.moment_of_truth)?.quote
      return [
        scenario,
        ...names,
        ...phases.flatMap((phase) => phase.steps.map((step) => step.text)),
        quote ?? [],
      ].flat()
    }
  }
}

export const journey = defineKind({
  kind: 'journey',
  folders: ['journeys', 'journey', 'journey maps', 'journey-maps'],
  schema: journeySchema,
  // A mapping of some columns must leave the others known.
  aliases: withRowAliases(JOURNEY_ALIASES),
  requires: [],
  requiredMedia: {},
  // No journey fits into one row: a row is a touchpoint, a phase, or a lane of the map.
  wholeTable: () => true,
  divideTable: divideJourneys,
  read: readJourney,
  title: (body) => `${body.actor}: ${body.scenario}`,
  basis: () => 'none',
  texts: (body) => [
    body.actor,
    body.scenario,
    ...[body.owner ?? []].flat(),
    ...body.phases.flatMap(phaseTexts),
  ],
  parts: slidesOf,
  // A map is read box by box; nobody but its author knows how many words are in it.
  measure: (body) => measureTexts(shownTexts(body), { figures: body.view.type === 'map' ? MAP_FIGURES : 1 }),
})
