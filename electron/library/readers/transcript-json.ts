import { z } from 'zod'
import type { Cue } from '../../../renderer/core/draft.ts'
import { stretchesOf } from './transcript-services.ts'

/**
 * Transcripts as speech services write them: a list of stretches, or an object that holds one. Times are in ms where
 * the field says so, else in seconds.
 */
const seconds = z.coerce.number().finite().nonnegative()
const text = z.string()
const segment = z
  .object({
    start_ms: seconds.optional(),
    offset_ms: seconds.optional(),
    end_ms: seconds.optional(),
    duration_ms: seconds.optional(),
    start: seconds.optional(),
    start_time: seconds.optional(),
    end: seconds.optional(),
    end_time: seconds.optional(),
    duration: seconds.optional(),
    // What a person wrote is better than what a machine heard.
    human_transcript: text.optional(),
    text: text.optional(),
    transcript: text.optional(),
    speaker_role: text.optional(),
    speaker: z.union([text, z.number()]).optional(),
    speaker_label: text.optional(),
    role: text.optional(),
  })
  .loose()
const list = z.array(segment).min(1)
const shapes = z.union([
  list,
  z.object({ segments: list }).transform((found) => found.segments),
  z.object({ utterances: list }).transform((found) => found.utterances),
  z.object({ results: list }).transform((found) => found.results),
])

/** Captions of a transcript in JSON; undefined where it is another kind of JSON. Never throws. */
export function cuesOfJson(written: string): readonly Cue[] | undefined {
  const data = parsedJson(written)
  const parsed = shapes.safeParse(stretchesOf(data) ?? data)
  if (!parsed.success) return undefined
  const cues = parsed.data.flatMap(cueOf)
  return cues.length === 0 ? undefined : cues
}

function cueOf(found: z.infer<typeof segment>): Cue[] {
  const startMs = found.start_ms ?? found.offset_ms ?? inMs(found.start ?? found.start_time)
  const endMs =
    found.end_ms ??
    inMs(found.end ?? found.end_time) ??
    after(startMs, found.duration_ms ?? inMs(found.duration))
  const words = (found.human_transcript ?? found.text ?? found.transcript ?? '').replace(/\s+/g, ' ').trim()
  if (startMs === undefined || endMs === undefined || !(endMs > startMs) || words === '') return []
  const speaker = found.speaker_role ?? found.speaker_label ?? found.role ?? found.speaker
  const name = speaker === undefined ? '' : speakerName(String(speaker))
  return [
    {
      startMs: Math.round(startMs),
      endMs: Math.round(endMs),
      text: words,
      ...(name === '' ? {} : { speaker: name }),
    },
  ]
}

function speakerName(written: string): string {
  const name = written.replaceAll('_', ' ').trim()
  return /^\d+$/.test(name) ? `Speaker ${name}` : name.charAt(0).toUpperCase() + name.slice(1)
}

function inMs(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value * 1_000
}

function after(startMs: number | undefined, durationMs: number | undefined): number | undefined {
  return startMs === undefined || durationMs === undefined ? undefined : startMs + durationMs
}

function parsedJson(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    // Half-written or no JSON at all: the caller says what was expected.
    return undefined
  }
}
