import { z } from 'zod'
import { defineKind } from '../../core/kind.ts'
import { peopleSchema } from '../../core/people.ts'
import { measureTexts } from '../../core/text.ts'
import { PHOTO_ALIASES, readPhoto } from './read.ts'

const share = z.number().min(0).max(1)
/** Of the original when it stands upright. */
const pixels = z.number().min(0).max(1e6)

/** A photograph of a customer and what is done with her, or left undone. */
export const photoSchema = z.object({
  /** What we say of it, on a label. */
  caption: z.string().optional(),
  place: z.string().optional(),
  /** Whether somebody can be recognised; that nobody can has to be said. */
  people: peopleSchema,
  /** What matters in it, in shares of width and height from the upper left; of the part that is used, where it is cropped. */
  focal: z.object({ x: share, y: share }).optional(),
  /** Parts that nobody may recognise; they are blurred in the derived picture. */
  blur: z
    .array(
      z.union([
        z.object({ x: share, y: share, width: share, height: share }).strict(),
        z.object({ x: pixels, y: pixels, width: pixels, height: pixels, unit: z.literal('px') }),
      ]),
    )
    .default([]),
  /** The part of it that is used; the rest is in no derived picture. The places above are those of the whole. */
  crop: z.object({ x: share, y: share, width: share, height: share }).strict().optional(),
  /** What the author asked for and cannot be carried out; until it can, the photograph is withheld. Never authored. */
  doubts: z.array(z.string()).default([]),
})

export type PhotoBody = Readonly<z.infer<typeof photoSchema>>

export const photo = defineKind({
  kind: 'photo',
  // Not `images` or `pictures`: every site keeps the portraits of its personas in a folder of that name.
  folders: ['photos', 'photo', 'photographs'],
  schema: photoSchema,
  aliases: PHOTO_ALIASES,
  requires: ['alt'],
  requiredMedia: {
    picture: {
      message: 'There is no picture to this text.',
      hint: 'Put the picture beside it, under the same name, or write file: with its name.',
    },
  },
  read: readPhoto,
  title: (body, envelope) => body.caption ?? body.place ?? envelope.alt ?? 'A photograph',
  basis: (body) => (body.people === 'none' ? 'none' : 'consent'),
  withheldBecause: ({ doubts }) => (doubts.length > 0 ? doubts.join(' ') : undefined),
  texts: ({ caption, place }) => [caption, place].flatMap((text) => text ?? []),
  parts: (body) => [body],
  measure: ({ caption }) => measureTexts(caption === undefined ? [] : [caption], { figures: 1 }),
})
