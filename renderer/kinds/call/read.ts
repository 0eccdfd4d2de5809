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
  nameMap,
} from '../../core/draft-fields.ts'
import { extensionOf, isMap, pathBeside, textOf, textsOf } from '../../core/draft-values.ts'
import type { MediaRequest, Reading } from '../../core/kind.ts'
import { AUDIO_FILES, EITHER_FILES } from '../../core/media-files.ts'
import { captionsOf, withoutSounds } from './clip.ts'
import { redactCues } from './redact.ts'
import { findSpeakers } from './speakers.ts'
import { readTime, readTimeRange, type TimeRange } from './time.ts'

export const CALL_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  audio: ['recording', 'sound', 'audio file', 'file', 'media'],
  in: ['in point', 'start', 'clip start', 'begin'],
  out: ['out point', 'end', 'clip end', 'stop'],
  mute: ['mute ranges', 'muted', 'silence'],
  redact: ['redactions', 'redacted', 'hide words'],
  speakers: ['speaker', 'voices', 'roles'],
  caller: ['customer', 'who'],
  checked: ['checked for redaction', 'listened', 'reviewed'],
  time: ['time of day', 'at'],
  note: ['notes', 'context'],
}

/** A recorded call out of its front matter and its transcript; the recording lies beside it or is named. */
export function readCall(draft: Draft): Reading {
  const named = nameFields(draft.fields, CALL_ALIASES)
  const clip = readClip(draft, named)
  // The wall has no words for noises, and a mark inside brackets is still a mark: redact first.
  const redacted = redactCues(draft.transcript ?? [], textsOf(named.values['redact']), clip.mute)
  const cues = withoutSounds(redacted.cues)
  const speakers = findSpeakers(draft, named, cues)
  const captions = captionsOf(cues, speakers.indexOf, clip)
  const media: Record<string, MediaRequest> = {}
  const path = audioPath(draft, named)
  if (path !== undefined) {
    media['audio'] = { as: 'audio', path, inMs: clip.inMs, outMs: clip.outMs, mute: redacted.mute }
  }
  return {
    fields: {
      ...named.rest,
      ...envelopeFields(named),
      ...present({
        speakers: speakers.speakers,
        captions,
        doubts: [...clip.notes, ...redacted.doubts].map((note) => `${note.field ?? ''}: ${note.message}`),
        checked: checkedBy(named.values['checked']),
        time: clockText(named.values['time']),
        note: textOf(named.values['note']) ?? draft.sections.flatMap((section) => section.paragraphs)[0],
      }),
    },
    media,
    notes: [
      ...consentNotes(draft, named),
      ...clip.notes,
      ...redacted.doubts,
      ...redacted.notes,
      ...speakers.notes,
    ],
  }
}

interface Clip {
  readonly inMs?: number | undefined
  readonly outMs?: number | undefined
  readonly mute: readonly TimeRange[]
  readonly notes: readonly Note[]
}

function readClip(draft: Draft, named: NamedFields): Clip {
  const notes: Note[] = []
  const point = (name: 'in' | 'out'): number | undefined => {
    const value = named.values[name]
    const ms = readTime(value)
    if (value !== undefined && ms === undefined) notes.push(unreadableTime(draft, named, name))
    return ms
  }
  const [inMs, outMs] = [point('in'), point('out')]
  const written = named.values['mute']
  const items: readonly unknown[] =
    written === undefined ? [] : Array.isArray(written) ? asRanges(written) : textsOf(written)
  const ranges = items.map(readTimeRange)
  if (ranges.includes(undefined)) notes.push(unreadableTime(draft, named, 'mute'))
  const mute = ranges.filter((range) => range !== undefined)
  if (inMs === undefined || outMs === undefined || inMs < outMs) return { inMs, outMs, mute, notes }
  notes.push({
    ...lineOf(draft, named, 'out'),
    field: 'out',
    severity: 'warning',
    message: 'The clip ends before it begins.',
    hint: 'Write out: with a time after in:.',
  })
  return { mute, notes }
}

/** `mute: [12, 14]` is one range, not two. */
function asRanges(written: readonly unknown[]): readonly unknown[] {
  const single = written.length === 2 && written.every((value) => readTime(value) !== undefined)
  return single ? [written] : written
}

/** It may be there for privacy, so the call waits until it is corrected. */
function unreadableTime(draft: Draft, named: NamedFields, name: string): Note {
  return {
    ...lineOf(draft, named, name),
    field: named.writtenAs[name] ?? name,
    severity: 'warning',
    message: 'This is no time in the recording that we can read.',
    hint:
      name === 'mute'
        ? 'Write ranges such as 0:12.5 - 0:14.'
        : 'Write seconds or minutes, such as 12.5 or 0:12.5.',
  }
}

function audioPath(draft: Draft, named: NamedFields): string | undefined {
  const name = textOf(named.values['audio'])
  if (name !== undefined) return pathBeside(draft.path, name)
  const beside = [...AUDIO_FILES, ...EITHER_FILES].flatMap((extension) =>
    draft.siblings.filter((path) => extensionOf(path) === extension),
  )
  return beside[0]
}

/** A word or a date alone does not say who listened: it is no check. */
function checkedBy(value: unknown): unknown {
  if (!isMap(value)) return undefined
  const { by, date } = nameMap(value, { by: ['who', 'name'], date: ['on', 'when'] })
  return by === undefined || date === undefined ? undefined : { by: textOf(by), date }
}

/** YAML takes `9.20` for a number and drops its last digit; a time of day has two. */
function clockText(value: unknown): string | undefined {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(2) : textOf(value)
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
