import { z } from 'zod'
import { localDate, type Media } from '../../core/item.ts'
import { defineKind, type Reading } from '../../core/kind.ts'
import { measureTexts } from '../../core/text.ts'
import { CALL_ALIASES, readCall } from './read.ts'

export const speakerSchema = z.object({
  /** As the transcript names them. */
  name: z.string().min(1),
  role: z.enum(['customer', 'us', 'other'], { error: 'has to be customer, us or other' }),
  /** As the wall names them, e.g. "Caller, 71". */
  label: z.string().optional(),
})

/** One caption; times in ms from the start of the derived clip. */
export const captionSchema = z.object({
  startMs: z.number().min(0),
  endMs: z.number().min(0),
  /** Index into `speakers`. */
  speaker: z.number().int().min(0),
  text: z.string(),
  words: z.array(z.object({ text: z.string(), atMs: z.number() })).optional(),
})

/** A recorded call snippet: a voice, and its words for whoever cannot hear it. */
export const callSchema = z
  .object({
    speakers: z.array(speakerSchema),
    captions: z.array(captionSchema),
    /** Who listened through the clip for personal data, and when. Without it the clip is withheld. */
    checked: z.object({ by: z.string().min(1), date: localDate }).optional(),
    /** Cuts and redactions that the author asked for and that cannot be carried out; until they can, it is withheld. Never authored. */
    doubts: z.array(z.string()).default([]),
    /** Time of day of the call, as the source tells it. */
    time: z.string().optional(),
    note: z.string().optional(),
  })
  .refine((call) => call.captions.length > 0 && call.speakers.length > 0, {
    path: ['transcript'],
    error: 'is missing: a call needs a transcript. Put a .vtt or .srt file beside it, under the same name',
  })
  .refine((call) => call.captions.every((caption) => caption.speaker < call.speakers.length), {
    path: ['speakers'],
    error: 'lacks somebody who speaks in the transcript',
  })

export type CallBody = Readonly<z.infer<typeof callSchema>>
export type Caption = CallBody['captions'][number]
export type Speaker = CallBody['speakers'][number]

/** One text for each speaker: a number that is read out over several captions is then found as one. */
function spokenBy(body: CallBody, speaker: number): string {
  return body.captions.flatMap((caption) => (caption.speaker === speaker ? [caption.text] : [])).join(' ')
}

function withheldBecause({ checked, doubts }: CallBody): string | undefined {
  if (doubts.length > 0) return `A cut or a redaction could not be carried out: ${doubts.join(' ')}`
  if (checked !== undefined) return undefined
  return 'Nobody has recorded that they listened through it for personal data. Add checked: {by, date}.'
}

/** A transcript of another recording, or of all of it beside a cut of it, goes on when the sound has ended. */
function tellOfMedia({ captions }: CallBody, { audio }: Readonly<Record<string, Media>>): Reading['notes'] {
  const endMs = audio?.durationMs ?? Infinity
  const late = captions.filter(({ startMs }) => startMs >= endMs).length
  if (late === 0) return []
  const which =
    late === captions.length
      ? 'All captions begin'
      : late === 1
        ? 'The last caption begins'
        : `The last ${late} captions begin`
  return [
    {
      field: 'transcript',
      severity: 'warning',
      message: `${which} after the end of the sound, ${(endMs / 1_000).toFixed(1)} s, so nobody gets to read them.`,
      hint: 'See whether the transcript belongs to this recording, and to the same cut of it; in: and out: choose a part of both.',
    },
  ]
}

export const call = defineKind({
  kind: 'call',
  folders: ['calls', 'call', 'recordings', 'phone calls', 'phone-calls'],
  schema: callSchema,
  aliases: CALL_ALIASES,
  requires: [],
  requiredMedia: {
    audio: {
      message: 'There is no recording to this call.',
      hint: 'Put the sound file beside it, under the same name, or write audio: with its name.',
    },
  },
  read: readCall,
  title: (body) => {
    const first =
      body.captions.find((caption) => body.speakers[caption.speaker]?.role === 'customer') ?? body.captions[0]
    return first?.text ?? 'A call'
  },
  basis: () => 'consent',
  neverCleared: ['card number'],
  withheldBecause,
  tellOfMedia,
  texts: (body) => [
    ...body.speakers.flatMap(({ name, label }, index) => [spokenBy(body, index), name, label ?? []].flat()),
    ...[body.time ?? [], body.note ?? []].flat(),
  ],
  parts: (body) => [body],
  measure: (body, media) =>
    measureTexts(
      body.captions.map((caption) => caption.text),
      { mediaMs: media['audio']?.durationMs ?? 0 },
    ),
})
