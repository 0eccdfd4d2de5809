import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import {
  booleanOf,
  isBlank,
  isMap,
  numberOf,
  sentenceCase,
  textOf,
  textsOf,
  withoutQuotationMarks,
} from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
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
}

const STEP_ALIASES: Aliases = {
  text: ['step', 'name', 'title', 'action', 'activity', 'description'],
  touchpoint: ['touchpoints', 'touch point'],
  channel: ['channels'],
}

/** Phases out of data, or out of the headings and lists of a page; emotion from the source's own scale to -1..1. */
export function readJourney(draft: Draft): Reading {
  const named = nameFields(draft.fields, JOURNEY_ALIASES)
  const written = named.values['phases']
  const maps = Array.isArray(written) ? written.map(asPhase) : phasesFromProse(draft.sections)
  const phases = maps
    .map((phase) => nameFields(phase, PHASE_ALIASES).values)
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
    readPhase(phase, index, emotions, notes, lineOf(draft, named, 'phases')),
  )
  const map = mapOf(draft, named, read.length > 0)
  const head = headFields(draft, named, map.media['map'] !== undefined)
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

function headFields(
  draft: Draft,
  named: NamedFields,
  isMap: boolean,
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
  const state = textOf(values['state'])
    ?.toLowerCase()
    .replace(/[\s_]+/g, '-')
  return {
    fields: present({
      ...fields,
      actor,
      scenario,
      state,
      planned_minutes: minutesOf(values['planned_minutes']),
      real_minutes: minutesOf(values['real_minutes']),
      owner: textOf(values['owner']),
    }),
    notes,
  }
}

/** `62`, `62 minutes`, `1:45` and `1 h 45 min` are minutes. */
function minutesOf(value: unknown): unknown {
  const text = textOf(value)
  if (text === undefined) return undefined
  const clock = /^(\d+)\s*(?::|h(?:ours?)?\s*)(\d{1,2})?\s*(?:m(?:in(?:utes?)?)?)?$/i.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2] ?? 0)
  return numberOf(value) ?? value
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
