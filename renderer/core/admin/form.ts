import { z } from 'zod'

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

/** Fields of a kind's or the envelope's schema, in their order; none where it is no map of fields. */
export function formFields(schema: z.ZodType): readonly FormField[] {
  const bare = unwrapped(schema)
  if (!(bare.inner instanceof z.ZodObject)) return []
  return Object.entries(bare.inner.shape).map(([name, field]) => fieldOf(name, field))
}

function fieldOf(name: string, schema: z.core.$ZodType): FormField {
  const { inner, isOptional, standard } = unwrapped(schema)
  return {
    name,
    isOptional,
    ...(standard === undefined ? {} : { standard }),
    ...shapeOf(inner),
  }
}

interface Unwrapped {
  readonly inner: z.core.$ZodType
  readonly isOptional: boolean
  readonly standard: unknown
}

/** What is asked for, without what happens to it before and after. */
function unwrapped(schema: z.core.$ZodType): Unwrapped {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return { ...unwrapped(schema.unwrap()), isOptional: true }
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    const { inner } = unwrapped(schema.unwrap())
    return { inner, isOptional: true, standard: schema.def.defaultValue }
  }
  if (schema instanceof z.ZodReadonly) return unwrapped(schema.unwrap())
  if (schema instanceof z.ZodPipe) {
    // A preprocess is a transform into what is asked for; a transform at the end leaves what is asked for before it.
    const isPreprocess = schema.def.in instanceof z.ZodTransform
    const list = listPipe(schema)
    return unwrapped(list ?? (isPreprocess ? schema.def.out : moreTold(schema)))
  }
  return { inner: schema, isOptional: false, standard: undefined }
}

/** Of a pipe between two schemas the second one says more, unless it is a transform. */
function moreTold({ def }: z.ZodPipe): z.core.$ZodType {
  return def.out instanceof z.ZodTransform ? def.in : def.out
}

function listPipe(schema: z.ZodPipe): z.core.$ZodType | undefined {
  const { out } = schema.def
  return out instanceof z.ZodArray ? out : undefined
}

function shapeOf(schema: z.core.$ZodType): FormShape {
  if (schema instanceof z.ZodString) return textShape(schema)
  if (schema instanceof z.ZodNumber) return numberShape(schema)
  if (schema instanceof z.ZodBoolean) return { type: 'yes-no' }
  if (schema instanceof z.ZodEnum) return { type: 'choice', words: schema.options.map(String) }
  if (schema instanceof z.ZodLiteral) return { type: 'choice', words: [...schema.values].map(String) }
  if (schema instanceof z.ZodArray) {
    return { type: 'list', of: fieldOf('', schema.element), ...lengths(schema) }
  }
  if (schema instanceof z.ZodTuple) {
    const items = schema.def.items
    const [first] = items
    if (first) return { type: 'list', of: fieldOf('', first), min: items.length, max: items.length }
  }
  if (schema instanceof z.ZodObject) return { type: 'group', fields: formFields(schema) }
  if (schema instanceof z.ZodUnion)
    return { type: 'either', shapes: schema.options.map((option) => fieldOf('', option)) }
  // A check of our own says nothing of itself; a number in any way of writing is told by what it takes.
  if (schema instanceof z.ZodCustom && schema.safeParse(61).success && !schema.safeParse('words').success)
    return { type: 'number', isWhole: false }
  return { type: 'other' }
}

/** A day is recognised by what it accepts: a date is a text to the schema, with a pattern. */
function textShape(schema: z.ZodString): FormShape {
  const isDate = schema.safeParse('2026-03-04').success && !schema.safeParse('words').success
  if (isDate) return { type: 'date' }
  const { minLength, maxLength } = schema
  return {
    type: 'text',
    ...(minLength === null ? {} : { minLength }),
    ...(maxLength === null ? {} : { maxLength }),
  }
}

function numberShape(schema: z.ZodNumber): FormShape {
  const { minValue, maxValue } = schema
  const isWhole = schema.format?.includes('int') ?? false
  return {
    type: 'number',
    isWhole: isWhole || schema.isInt,
    ...(minValue === null || !isBound(minValue) ? {} : { min: minValue }),
    ...(maxValue === null || !isBound(maxValue) ? {} : { max: maxValue }),
  }
}

/** Beyond these a whole number is no number any more: nobody set such a bound. */
function isBound(value: number): boolean {
  return Math.abs(value) < Number.MAX_SAFE_INTEGER
}

/** A list tells its lengths by its checks alone. */
function lengths({ def }: z.ZodArray): {
  readonly min?: number | undefined
  readonly max?: number | undefined
} {
  const bounds: { min?: number; max?: number } = {}
  for (const { _zod } of def.checks ?? []) {
    if ('minimum' in _zod.def && typeof _zod.def.minimum === 'number') bounds.min = _zod.def.minimum
    if ('maximum' in _zod.def && typeof _zod.def.maximum === 'number') bounds.max = _zod.def.maximum
  }
  return bounds
}
