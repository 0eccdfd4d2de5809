import type { Draft } from '../../core/draft.ts'
import {
  type Aliases,
  consentNotes,
  ENVELOPE_ALIASES,
  envelopeFields,
  isTableRow,
  lineOf,
  type NamedFields,
  type Note,
  nameFields,
} from '../../core/draft-fields.ts'
import { booleanOf, extensionOf, pathBeside, textOf, textsOf } from '../../core/draft-values.ts'
import type { Reading } from '../../core/kind.ts'
import { VIDEO_FILES } from '../../core/media-files.ts'
import { readPeople } from '../../core/people.ts'
import { redactText } from '../../core/redaction.ts'
import { captionsOf, withoutSounds } from '../call/clip.ts'
import { redactCues } from '../call/redact.ts'
import { findSpeakers } from '../call/speakers.ts'
import { readTime } from '../call/time.ts'
import { readFocal } from '../photo/places.ts'

export const CLIP_ALIASES: Aliases = {
  ...ENVELOPE_ALIASES,
  captured: ['date', 'filmed', 'filmed on', 'recorded', 'captured on', 'when'],
  alt: ['alt text', 'alternative text', 'what is seen', 'video description'],
  credit: ['credits', 'camera', 'filmed by', 'copyright'],
  video: ['file', 'file name', 'filename', 'film', 'clip', 'movie', 'recording', 'media'],
  in: ['in point', 'start', 'clip start', 'begin'],
  out: ['out point', 'end', 'clip end', 'stop'],
  speech: ['spoken', 'sound', 'talk', 'captions'],
  redact: ['redactions', 'redacted', 'hide words'],
  speakers: ['speaker', 'voices', 'roles'],
  caller: ['customer', 'who'],
  caption: ['text', 'statement', 'description', 'sentence', 'label'],
  people: ['who is seen', 'persons', 'identifiable people', 'people shown'],
  place: ['where', 'location', 'filmed at'],
  focal: ['focal point', 'focus'],
}

/** A film out of the text beside it and its captions. */
export function readClip(draft: Draft): Reading {
  const named = nameFields(draft.fields, CLIP_ALIASES)
  const people = readPeople(draft, named)
  const points = readPoints(draft, named)
  const spoken = readSpeech(draft, named, points)
  const path = videoPath(draft, named)
  return {
    fields: {
      ...(isTableRow(draft) ? {} : named.rest),
      ...envelopeFields(named),
      ...present({
        title: textOf(named.values['title']),
        caption: textOf(named.values['caption']) ?? captionOf(draft),
        place: textOf(named.values['place']),
        people: people.people,
        consent: people.consent,
        speech: spoken.speech,
        speakers: spoken.speakers,
        captions: spoken.captions,
        focal: readFocal(named.values['focal']),
        doubts: [...people.doubts, ...points.doubts, ...spoken.doubts],
      }),
    },
    media: path === undefined ? {} : { video: { as: 'video', path, inMs: points.inMs, outMs: points.outMs } },
    notes: [...consentNotes(draft, named), ...people.notes, ...points.notes, ...spoken.notes],
    ...(isTableRow(draft) && named.values['video'] === undefined ? { blank: true } : {}),
  }
}

interface Points {
  readonly inMs?: number | undefined
  readonly outMs?: number | undefined
  readonly doubts: readonly string[]
  readonly notes: readonly Note[]
}

/** A cut may be there for privacy, so a film whose cut cannot be read waits until it is corrected. */
function readPoints(draft: Draft, named: NamedFields): Points {
  const notes: Note[] = []
  const point = (name: 'in' | 'out'): number | undefined => {
    const value = named.values[name]
    const ms = readTime(value)
    if (value !== undefined && ms === undefined) {
      notes.push({
        ...noteAt(draft, named, name),
        message: 'This is no time in the film that we can read.',
        hint: 'Write seconds or minutes, such as 12.5 or 0:12.5.',
      })
    }
    return ms
  }
  const [inMs, outMs] = [point('in'), point('out')]
  if (inMs !== undefined && outMs !== undefined && inMs >= outMs) {
    notes.push({
      ...noteAt(draft, named, 'out'),
      message: 'The clip ends before it begins.',
      hint: 'Write out: with a time after in:.',
    })
  }
  return notes.length > 0
    ? { doubts: notes.map(({ message }) => message), notes }
    : { inMs, outMs, doubts: [], notes }
}

function noteAt(draft: Draft, named: NamedFields, name: string) {
  return {
    ...lineOf(draft, named, name),
    field: named.writtenAs[name] ?? name,
    severity: 'warning',
  } as const
}

interface Speech {
  readonly speech?: string | undefined
  readonly speakers: readonly unknown[]
  readonly captions: readonly unknown[]
  readonly doubts: readonly string[]
  readonly notes: readonly Note[]
}

const SILENCED = 'Words of it are not to be heard, and the sound of a film cannot be silenced here.'

/** What is said, as captions; or that nothing is, which has to be said too. */
function readSpeech(draft: Draft, named: NamedFields, points: Points): Speech {
  const redacted = redactCues(draft.transcript ?? [], textsOf(named.values['redact']), [])
  const cues = withoutSounds(redacted.cues)
  const found = findSpeakers(draft, named, cues)
  const captions = captionsOf(cues, found.indexOf, points)
  const speech = captions.length === 0 && saysNone(named.values['speech']) ? 'none' : undefined
  const silenced: Note[] =
    redacted.mute.length === 0
      ? []
      : [
          {
            field: 'redact',
            severity: 'warning',
            message: SILENCED,
            hint: 'Silence them in a video editor, and write —— for them in the captions.',
          },
        ]
  return {
    speech,
    speakers: captions.length === 0 ? [] : found.speakers,
    captions,
    doubts: [...redacted.doubts, ...silenced].map(({ message }) => message),
    notes: [...redacted.doubts, ...silenced, ...redacted.notes, ...found.notes],
  }
}

/** `speech: none`, `sound: no`, `captions: none`. */
function saysNone(value: unknown): boolean {
  return (
    booleanOf(value) === false || /^(?:none|no speech|nobody|silent|nothing)\b/i.test(textOf(value) ?? '')
  )
}

function videoPath(draft: Draft, named: NamedFields): string | undefined {
  const name = textOf(named.values['video'])
  if (name !== undefined) return pathBeside(draft.path, name)
  return draft.siblings.find((path) => VIDEO_FILES.includes(extensionOf(path)))
}

function captionOf({ sections }: Draft): string | undefined {
  const text = sections.flatMap(({ paragraphs }) => paragraphs)[0]
  return text === undefined || text.trim() === '' ? undefined : redactText(text)
}

function present(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
