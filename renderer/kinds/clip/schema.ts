import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { peopleSchema } from '../../core/people.ts'
import { measureTexts } from '../../core/text.ts'
import { captionSchema, speakerSchema } from '../call/schema.ts'
import { CLIP_ALIASES, readClip } from './read.ts'

const share = z.number().min(0).max(1)

/** A short film of a customer: what she does, and what she says of it. */
export const clipSchema = z
  .object({
    /** What we say of it, until somebody in it speaks. */
    caption: z.string().optional(),
    place: z.string().optional(),
    /** Whether somebody can be recognised; that nobody can has to be said. */
    people: peopleSchema,
    /** That nobody speaks has to be said too. */
    speech: z.enum(['none'], { error: 'has to be none, or left out' }).optional(),
    speakers: z.array(speakerSchema).default([]),
    /** Times in ms from the in point. */
    captions: z.array(captionSchema).default([]),
    /** What matters in it, in shares of width and height from the upper left. */
    focal: z.object({ x: share, y: share }).optional(),
    /** What the author asked for and cannot be carried out; until it can, the film is withheld. Never authored. */
    doubts: z.array(z.string()).default([]),
  })
  .refine(({ speech, captions }) => speech === 'none' || captions.length > 0, {
    path: ['captions'],
    error:
      'are missing: put a .vtt or .srt file beside the film, under the same name, or write speech: none where nobody speaks',
  })
  .refine(({ captions, speakers }) => captions.every(({ speaker }) => speaker < speakers.length), {
    path: ['speakers'],
    error: 'lacks somebody who speaks in the captions',
  })

export type ClipBody = Readonly<z.infer<typeof clipSchema>>

/** One text for each speaker: a number that is read out over several captions is then found as one. */
function spokenBy({ captions }: ClipBody, speaker: number): string {
  return captions.flatMap((caption) => (caption.speaker === speaker ? [caption.text] : [])).join(' ')
}

export const clip = defineKind({
  kind: 'clip',
  folders: ['clips', 'clip', 'videos', 'video', 'films', 'film'],
  schema: clipSchema,
  aliases: CLIP_ALIASES,
  requires: [],
  requiredMedia: {
    video: {
      message: 'There is no film to this text.',
      hint: 'Put the mp4 or webm file beside it, under the same name, or write file: with its name.',
    },
  },
  read: readClip,
  title: (body, envelope) => body.caption ?? body.captions[0]?.text ?? body.place ?? envelope.alt ?? 'A film',
  // A voice is somebody's too, whoever is seen.
  basis: ({ people, speech }) => (people === 'none' && speech === 'none' ? 'none' : 'consent'),
  withheldBecause: ({ doubts }) => (doubts.length > 0 ? doubts.join(' ') : undefined),
  texts: (body) => [
    ...body.speakers.flatMap(({ name, label }, index) => [spokenBy(body, index), name, label ?? []].flat()),
    ...[body.caption ?? [], body.place ?? []].flat(),
  ],
  parts: (body) => [body],
  measure: ({ caption, captions }, media) =>
    measureTexts(
      [...captions.map(({ text }) => text), ...(captions.length === 0 && caption ? [caption] : [])],
      {
        figures: 1,
        mediaMs: media['video']?.durationMs ?? 0,
      },
    ),
})
