import type { z } from 'zod'
import type { Draft } from './draft.ts'
import type { Aliases } from './draft-fields.ts'
import type { BlurBox, Box, Envelope, Measure, Media } from './item.ts'
import type { WallSize } from './legibility.ts'
import type { PersonalData } from './pii.ts'
import type { Problem } from './problem.ts'

/** A file that the library shall derive for the wall. Paths are relative to the content folder. */
export type MediaRequest =
  | {
      readonly as: 'picture'
      readonly path: string
      /** Parts of the upright picture that nobody may recognise: blurred in the derived picture itself. */
      readonly blur?: readonly BlurBox[] | undefined
      /** The part of the upright picture that is used, in shares; nothing else is in the derived picture. */
      readonly crop?: Box | undefined
      /** Page of a PDF or TIFF, 1 is the first; the first where absent. */
      readonly page?: number | undefined
      /** All pages from there on: the next ones get the role's name and a number, `map-2`, `map-3`. */
      readonly onwards?: boolean | undefined
      /** True where there is nothing to show without it, though others of its kind need none. */
      readonly needed?: boolean | undefined
    }
  | {
      readonly as: 'audio'
      readonly path: string
      /** In and out points in ms; the whole file where absent. */
      readonly inMs?: number | undefined
      readonly outMs?: number | undefined
      /** Ranges to be silenced in the derived file, ms of the original. */
      readonly mute?: readonly (readonly [number, number])[] | undefined
    }
  /** A film is checked and stripped, not cut: the wall plays it from its in to its out point. */
  | {
      readonly as: 'video'
      readonly path: string
      readonly inMs?: number | undefined
      readonly outMs?: number | undefined
    }

/** What a kind makes of a draft: fields under the schema's names, and what it had to guess. */
export interface Reading {
  /** Envelope and body fields together, not yet validated. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly media: Readonly<Record<string, MediaRequest>>
  /** Things inferred or odd, in plain words; `path` is filled in by the library. */
  readonly notes: readonly Omit<Problem, 'path'>[]
  /** True where the author left it empty, e.g. a survey row without an answer: no item, and no problem either. */
  readonly blank?: boolean | undefined
}

/**
 * On what ground a person's words, voice or face may be shown:
 * `none` nobody is identifiable, `consent` only that person's consent, `consent-or-public` also a named publication.
 */
export type Basis = 'none' | 'consent' | 'consent-or-public'

/** Everything that the host must know about a kind of artefact. The slide is the window's half. */
export interface KindDefinition<Kind extends string, Schema extends z.ZodType> {
  readonly kind: Kind
  /** Folder names that mean this kind, lower case. */
  readonly folders: readonly string[]
  readonly schema: Schema
  /** What people call its fields, the envelope's among them. */
  readonly aliases: Aliases
  /** Envelope fields without which this kind is a problem, not a slide. */
  readonly requires: readonly (keyof Envelope)[]
  /** Media roles without which there is nothing to show, each with the sentence that says so. */
  readonly requiredMedia: Readonly<Record<string, { readonly message: string; readonly hint: string }>>
  /** The field that holds what somebody said: where no header of a table means it, its column is told by the cells. */
  readonly prose?: string
  /** The field that a form's question asks for, where no name of ours is its header; decided once for a table. */
  asks?(header: string): string | undefined
  /** True where a table with these headers is one item: its rows are then `draft.table`, the file beside it gives the fields. */
  wholeTable?(headers: readonly string[]): boolean
  /** Of a table that is read as a whole: a draft for each item in it, with an id of its own where there are several; no `table` is left in them. */
  divideTable?(draft: Draft): readonly Draft[]
  /** Of a file that holds several items, such as a list of prompts: one draft each, in order. */
  divide?(draft: Draft): readonly Draft[]
  read(draft: Draft): Reading
  /** The item's own title where the author gave none. */
  title(body: z.infer<Schema>, envelope: Envelope): string
  basis(body: z.infer<Schema>): Basis
  /** A reason of this kind's own to withhold it, e.g. a call that nobody has checked for redaction. */
  withheldBecause?(body: z.infer<Schema>): string | undefined
  /** What is odd only beside the finished media, such as captions of another recording. */
  tellOfMedia?(body: z.infer<Schema>, media: Readonly<Record<string, Media>>): Reading['notes']
  /** Personal data that a human's word cannot clear, because it is heard: only redaction takes it away. */
  readonly neverCleared?: readonly PersonalData[]
  /** Every text that a viewer or listener would get, for the search for personal data and for the index. */
  texts(body: z.infer<Schema>): readonly string[]
  /** A body that is too much for one slide becomes several, in order; most are one. */
  parts(
    body: z.infer<Schema>,
    wall: WallSize,
    media?: Readonly<Record<string, Media>>,
  ): readonly z.infer<Schema>[]
  measure(body: z.infer<Schema>, media: Readonly<Record<string, Media>>): Measure
}

/** Keeps a definition's own types while checking it; the only way to make one. */
export function defineKind<const Kind extends string, Schema extends z.ZodType>(
  definition: KindDefinition<Kind, Schema>,
): KindDefinition<Kind, Schema> {
  return definition
}
