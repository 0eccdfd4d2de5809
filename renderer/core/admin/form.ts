import type { z } from 'zod'

/** A form's fields out of a schema: what to ask for, in which order, within which bounds. The schema still has the last word. */

export type FormField = FormShape & {
  /** As the schema calls it; empty inside a list. */
  readonly name: string
  readonly isOptional: boolean
  /** What stands where nothing is said. */
  readonly standard?: unknown
}

export type FormShape =
  | {
      readonly type: 'text'
      readonly minLength?: number | undefined
      readonly maxLength?: number | undefined
    }
  | {
      readonly type: 'number'
      readonly min?: number | undefined
      readonly max?: number | undefined
      readonly isWhole: boolean
    }
  | { readonly type: 'yes-no' }
  /** A day or a minute, as precise as somebody knows. */
  | { readonly type: 'date' }
  | { readonly type: 'choice'; readonly words: readonly string[] }
  | {
      readonly type: 'list'
      readonly of: FormField
      readonly min?: number | undefined
      readonly max?: number | undefined
    }
  | { readonly type: 'group'; readonly fields: readonly FormField[] }
  /** One of several shapes. */
  | { readonly type: 'either'; readonly shapes: readonly FormField[] }
  /** Nothing that a form could ask for: it is edited in its file. */
  | { readonly type: 'other' }

/** Fields of a kind's or the envelope's schema, in their order. */
export type DescribeForm = (schema: z.ZodType) => readonly FormField[]
