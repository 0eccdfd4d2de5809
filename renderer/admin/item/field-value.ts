import type { ItemField } from '../../core/admin/find.ts'
import { type FormField, formFields } from '../../core/admin/form.ts'
import { envelopeSchema } from '../../core/item.ts'
import { isKind, kinds } from '../../kinds/index.ts'

/** Fields as somebody writes them in a form, and as a file holds them. */

/** Where each is asked for and decided elsewhere: in the consent ledger, in the decision, with its dates. */
const ELSEWHERE: readonly string[] = ['consent', 'cleared', 'continued', 'continues']

/** What a schema is asked: whether a value will do, and why not. */
interface Checks {
  safeParse(value: unknown): {
    readonly success: boolean
    readonly error?: { readonly issues: readonly { readonly message: string }[] } | undefined
  }
}
type Schema = Parameters<typeof formFields>[0]

export interface Asked {
  readonly field: FormField
  readonly of: ItemField['of']
  readonly schema: Checks
}

/** What can be asked of an item of this kind: its own fields first, then what all items have. */
export function askedOf(kind: string): readonly Asked[] {
  const body: Schema | undefined = isKind(kind) ? kinds[kind].schema : undefined
  const of = (name: ItemField['of'], schema: Schema): Asked[] => {
    const shape = shapeOf(schema)
    return formFields(schema).flatMap((field) => {
      const each = shape[field.name]
      return each && !ELSEWHERE.includes(field.name) ? { field, of: name, schema: each } : []
    })
  }
  return [...(body ? of('body', body) : []), ...of('envelope', envelopeSchema)]
}

function shapeOf(schema: Schema): Readonly<Record<string, Checks>> {
  return 'shape' in schema && typeof schema.shape === 'object'
    ? (schema.shape as Readonly<Record<string, Checks>>)
    : {}
}

/** Whether a line or a few lines of text can hold it. */
export function isWritten({ field }: Asked): boolean {
  if (field.type === 'list') return ['text', 'choice', 'date', 'number'].includes(field.of.type)
  return field.type !== 'group' && field.type !== 'either' && field.type !== 'other'
}

export function textOf(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.map(String).join('\n') : String(value)
}

/** `null` takes the field away. */
export function writtenValue({ field }: Asked, text: string): string | number | boolean | string[] | null {
  const written = text.trim()
  if (written === '') return null
  if (field.type === 'list') return written.split('\n').flatMap((line) => line.trim() || [])
  if (field.type === 'yes-no') return written === 'true'
  // What is no number is left for the schema to say so.
  if (field.type === 'number') return Number.isNaN(Number(written)) ? written : Number(written)
  return text
}

/** What the schema says against it, in its own words; empty where nothing. */
export function objection(asked: Asked, text: string): string {
  const value = writtenValue(asked, text)
  const read = asked.schema.safeParse(value === null ? undefined : value)
  return read.success ? '' : (read.error?.issues[0]?.message ?? '')
}
