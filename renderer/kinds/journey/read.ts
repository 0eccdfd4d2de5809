import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  isTableRow,
  lineOf,
  meantField,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import {
  booleanOf,
  isBlank,
  isMap,
  sentenceCase,
  textOf,
  textsOf,
  withoutQuotationMarks,
} from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { minutesOf } from '../../core/written-minutes.ts'
import { type EmotionReader, emotionReader } from './emotion.ts'
import { mapOf } from './map.ts'
import { phasesFromProse } from './prose.ts'

export const JOURNEY_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  stage: ['stages', 'journey stage'],
  actor: ['customer', 'user', 'who'],
  scenario: ['situation', 'story', 'context', 'goal'],
  phases: ['phase', 'steps', 'journey', 'map'],
  state: ['as is or to be', 'status'],
  emotion_scale: ['scale', 'emotions', 'sentiment scale', 'mood scale'],
  planned_minutes: ['planned', 'planned duration', 'planned time', 'expected minutes'],
  real_minutes: ['real', 'real duration', 'actual minutes', 'actual duration', 'real time', 'actual'],
  owner: ['responsible', 'process owner'],
  picture: ['image', 'file', 'file name', 'filename', 'drawing', 'pdf', 'map picture', 'journey map'],
  page: ['page of the map'],
}

const PHASE_ALIASES: Aliases = {
  name: ['title', 'phase', 'stage', 'label'],
  steps: ['step', 'actions', 'action', 'activities', 'activity', 'doing', 'text'],
  emotion: ['feeling', 'feelings', 'mood', 'sentiment', 'emotions', 'score', 'experience'],
  moment_of_truth: ['mot', 'key moment', 'critical'],
  quote: ['verbatim', 'says', 'quotes', 'in her words'],
  pains: ['pain', 'pain points', 'pain point', 'frustrations', 'frustration', 'problems'],
  opportunities: ['opportunity', 'ideas', 'idea', 'solutions'],
  backstage: ['behind the scenes', 'internal', 'backstage processes'],
  assumed: ['assumption', 'guess', 'hypothesis'],
  touchpoint: ['touchpoints', 'touch point', 'touch points'],
  channel: ['channels'],
  planned_minutes: ['planned', 'planned duration', 'planned time'],
  real_minutes: ['real', 'real duration', 'actual', 'actual duration', 'duration'],
}

const STEP_ALIASES: Aliases = {
  text: ['step', 'name', 'title', 'action', 'activity', 'description'],
  emotion: ['feeling', 'feelings', 'mood', 'sentiment', 'emotions', 'score', 'experience'],
  touchpoint: ['touchpoints', 'touch point'],
  channel: ['channels'],
}

/** Phases out of data, or out of the headings and lists of a page; emotion from the source's own scale to -1..1. */
export function readJourney(draft: Draft): Reading {
  const named = withPhases(nameFields(draft.fields, JOURNEY_ALIASES))
  const written = named.values['phases']
  const maps = writtenPhases(written) ?? phasesFromProse(draft.sections)
  const phases = maps
    .map((phase) => withFeltSteps(nameFields(phase, PHASE_ALIASES).values))
    .filter((phase) => !isBlank(Object.values(phase)))
  const emotions = emotionReader(
    named.values['emotion_scale'],
    phases.map((phase) => phase['emotion']),
  )
  const notes: Note[] = [
    ...consentNotes(draft, named),
    ...emotions.notes.map((note) => ({ ...scaleLine(draft, named), ...note })),
  ]
  const read = phases.map((phase, index) =>
    readPhase(phase, index, emotions, notes, lineOfPhase(draft, named, index)),
  )
  const map = mapOf(draft, named, read.length > 0)
  const isMap = map.media['map'] !== undefined
  if (read.length === 0 && !isMap && isTableRow(draft)) notes.push(NO_PHASES)
  const head = headFields(draft, named, { phases, isMap })
  return {
    fields: {
      ...named.rest,
      ...head.fields,
      ...(read.length > 0 || map.media['map'] ? { phases: read } : {}),
      emotion_scale: emotions.scale,
    },
    media: map.media,
    notes: [...notes, ...head.notes, ...map.notes],
  }
}

function scaleLine(draft: Draft, named: NamedFields): { line?: number } {
  return lineOf(draft, named, 'emotion_scale' in named.values ? 'emotion_scale' : 'phases')
}

const NO_PHASES: Note = {
  field: 'phases',
  severity: 'warning',
  message: 'No column of this table is a phase, a step or a touchpoint.',
  hint: 'Call one Phase, or name it in the YAML file beside the table: columns: {phase: the header of that column}.',
}

/** The line of a phase's feeling, else of the phase, else of them all: whichever the reader of the file knew. */
function lineOfPhase(draft: Draft, named: NamedFields, index: number): { line?: number } {
  const phase = `${named.writtenAs['phases'] ?? 'phases'}[${index}]`
  const felt = Object.entries(draft.lines).find(
    ([name]) =>
      name.startsWith(`${phase}.`) && meantField(name.slice(phase.length + 1), PHASE_ALIASES) === 'emotion',
  )
  const line = felt?.[1] ?? draft.lines[phase]
  return line === undefined ? lineOf(draft, named, 'phases') : { line }
}

/** Tools call phases stages; a list of maps under that name is no list of words. */
function withPhases(named: NamedFields): NamedFields {
  const { stage, ...values } = named.values
  if (values['phases'] !== undefined || !holdsMaps(stage)) return named
  return {
    ...named,
    values: { ...values, phases: stage },
    writtenAs: { ...named.writtenAs, phases: named.writtenAs['stage'] ?? 'stage' },
  }
}

function holdsMaps(value: unknown): boolean {
  return Array.isArray(value) ? value.some(isMap) : isMap(value)
}

/** A list of phases; a map of them by name; or their names alone, one a line or parted by semicolons. A single word is none of these. */
function writtenPhases(written: unknown): Readonly<Record<string, unknown>>[] | undefined {
  if (Array.isArray(written)) return written.map(asPhase)
  const names = isMap(written) ? [] : textsOf(written)
  if (!isMap(written)) return names.length > 1 ? names.map(asPhase) : undefined
  return Object.entries(written).map(([name, value]) => {
    if (isMap(value)) return { name, ...value }
    return isBlank(value) ? { name } : { name, steps: value }
  })
}

/** Feelings that are written at the steps are those of the phase, where it has none of its own; touchpoints may be its steps. */
function withFeltSteps(phase: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { touchpoint, ...others } = phase
  const steps = phase['steps'] ?? (holdsMaps(touchpoint) ? touchpoint : undefined)
  const whole = phase['steps'] === undefined && steps !== undefined ? { ...others, steps } : phase
  if (phase['emotion'] !== undefined || !Array.isArray(steps)) return whole
  const felt = steps.flatMap((step) =>
    isMap(step) ? (nameFields(step, STEP_ALIASES).values['emotion'] ?? []) : [],
  )
  return felt.length === 0 ? whole : { ...whole, emotion: felt }
}

function asPhase(value: unknown): Readonly<Record<string, unknown>> {
  return isMap(value) ? value : { name: value }
}

function readPhase(
  phase: Readonly<Record<string, unknown>>,
  index: number,
  emotions: EmotionReader,
  notes: Note[],
  line: { line?: number },
): Record<string, unknown> {
  const emotion = emotions.read(phase['emotion'])
  if (emotion.warning !== undefined) {
    notes.push({ ...line, field: `phases[${index}].emotion`, severity: 'warning', ...emotion.warning })
  }
  const quote = textOf(phase['quote'])
  return present({
    name: textOf(phase['name']) ?? phase['name'],
    steps: readSteps(phase),
    emotion: emotion.value,
    moment_of_truth: booleanOf(phase['moment_of_truth']),
    quote: quote && withoutQuotationMarks(quote),
    pains: textsOf(phase['pains']),
    opportunities: textsOf(phase['opportunities']),
    backstage: textOf(phase['backstage']),
    assumed: booleanOf(phase['assumed']),
  })
}

function readSteps(phase: Readonly<Record<string, unknown>>): Record<string, unknown>[] {
  const steps = Array.isArray(phase['steps']) ? phase['steps'] : textsOf(phase['steps'])
  const shared = { touchpoint: textOf(phase['touchpoint']), channel: textOf(phase['channel']) }
  return steps.flatMap((step: unknown) => {
    const values: Readonly<Record<string, unknown>> =
      isMap(step) && stepText(step) !== undefined
        ? nameFields(step, STEP_ALIASES).values
        : { text: textOf(step) }
    const text = textOf(values['text'])
    if (text === undefined) return []
    const touchpoint = textOf(values['touchpoint']) ?? shared.touchpoint
    return [present({ text, touchpoint, channel: textOf(values['channel']) ?? shared.channel })]
  })
}

function stepText(step: Readonly<Record<string, unknown>>): unknown {
  return nameFields(step, STEP_ALIASES).values['text']
}

type Phases = readonly Readonly<Record<string, unknown>>[]

/** The time of all phases together, where they tell it and the journey does not. */
function inPhases(phases: Phases, field: string): number | undefined {
  const known = phases.map((phase) => minutesOf(phase[field])).filter((value) => typeof value === 'number')
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0)
}

function headFields(
  draft: Draft,
  named: NamedFields,
  { phases, isMap }: { readonly phases: Phases; readonly isMap: boolean },
): { fields: Record<string, unknown>; notes: Note[] } {
  const { values } = named
  const fields = envelopeFields(named)
  const heading = draft.sections.find((section) => section.depth === 1)
  fields['title'] ??= heading?.heading
  const persona = textsOf(values['persona'])[0]
  const scenario = textOf(values['scenario']) ?? textOf(fields['title'])
  // A map says itself whose journey it is; its title is what we say of it.
  const actor =
    textOf(values['actor']) ?? (persona && sentenceCase(persona)) ?? (isMap ? scenario : undefined)
  const inferred: string[] = []
  if (isMap && fields['title'] === undefined && scenario !== undefined) fields['title'] = scenario
  if (!isMap && actor !== undefined && values['actor'] === undefined)
    inferred.push(`the actor “${actor}” from persona`)
  if (!isMap && scenario !== undefined && values['scenario'] === undefined)
    inferred.push(`the scenario “${scenario}” from the title`)
  const notes: Note[] =
    inferred.length === 0
      ? []
      : [
          {
            severity: 'note',
            message: `We took ${inferred.join(' and ')}.`,
            hint: 'Write actor: and scenario: to say otherwise.',
          },
        ]
  const state = stateOf(textOf(values['state']))
  return {
    fields: present({
      ...fields,
      actor,
      scenario,
      state,
      planned_minutes: minutesOf(values['planned_minutes']) ?? inPhases(phases, 'planned_minutes'),
      real_minutes: minutesOf(values['real_minutes']) ?? inPhases(phases, 'real_minutes'),
      owner: textOf(values['owner']),
    }),
    notes,
  }
}

/** The words of mapping tools for the journey of today, the one that is wished for and the one that was planned. */
function stateOf(word: string | undefined): string | undefined {
  const plain = word?.toLowerCase().replace(/[\s_]+/g, '-')
  if (plain === undefined) return undefined
  if (/^(?:current|today|actual|as-is)(?:-state|-journey)?$/.test(plain)) return 'as-is'
  if (/^(?:future|target|ideal|to-be)(?:-state|-journey)?$/.test(plain)) return 'to-be'
  return /^planned(?:-journey)?$/.test(plain) ? 'planned' : plain
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
