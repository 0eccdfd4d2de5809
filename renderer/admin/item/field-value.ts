import type { ItemDetail, ItemField } from '../../core/admin/find.ts'
import { type FormField, formFields } from '../../core/admin/form.ts'
import { envelopeSchema } from '../../core/item.ts'
import { type Finding, findings } from '../../core/schema-findings.ts'
import { isKind, type Kind, kinds } from '../../kinds/index.ts'
import { shapeFor, type Written, writtenOf } from './tree/written.ts'

/** Fields as somebody writes them in a form, and as a file holds them. */

/** Where each is asked for and decided elsewhere: on what ground it is shown, in its decision, over its picture. */
const ELSEWHERE: readonly string[] = ['consent', 'cleared']
/** What the reader makes, and nobody writes. */
const NEVER_WRITTEN: Readonly<Record<Kind, readonly string[]>> = {
  call: ['captions', 'speakers', 'doubts'],
  clip: ['captions', 'speakers', 'doubts'],
  commitment: [],
  feedback: ['figure', 'share'],
  journey: ['view'],
  metric: ['view'],
  observation: ['named', 'shows'],
  persona: [],
  photo: ['doubts', 'blur', 'crop', 'focal'],
  prompt: [],
  quote: ['continued', 'continues'],
}

/** What a schema is asked: whether a value will do, and why not. */
interface Checks {
  safeParse(value: unknown): {
    readonly success: boolean
    readonly error?: Parameters<typeof findings>[0] | undefined
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
  const made: readonly string[] = isKind(kind) ? NEVER_WRITTEN[kind] : []
  const of = (name: ItemField['of'], schema: Schema, not: readonly string[]): Asked[] => {
    const shape = shapeOf(schema)
    return formFields(schema).flatMap((field) => {
      const each = shape[field.name]
      return each && !not.includes(field.name) ? { field, of: name, schema: each } : []
    })
  }
  return [...(body ? of('body', body, made) : []), ...of('envelope', envelopeSchema, ELSEWHERE)]
}

function shapeOf(schema: Schema): Readonly<Record<string, Checks>> {
  return 'shape' in schema && typeof schema.shape === 'object'
    ? (schema.shape as Readonly<Record<string, Checks>>)
    : {}
}

/** Whether a line or a few lines of text can hold it. */
export function isLine({ field }: Asked): boolean {
  if (field.type === 'list') return ['text', 'date', 'number'].includes(field.of.type)
  return field.type !== 'group' && field.type !== 'either' && field.type !== 'other'
}

/** Why a field cannot be written from a form: it is said in prose, in a table, or by one of several in a document. */
export type NotHere = 'inText' | 'inTable' | 'inPart'

export function notHere(item: ItemDetail, asked: Asked, before: ItemField | undefined): NotHere | undefined {
  if (isLine(asked)) return undefined
  if (item.kept === 'part') return 'inPart'
  if (item.kept === 'row') return 'inTable'
  if (before?.written !== undefined || isUnsaid(before?.value)) return undefined
  return /\.(?:md|markdown)$/i.test(item.path) ? 'inText' : 'inTable'
}

/** What nobody wrote: the schema fills in an empty list or a no. */
export function isUnsaid(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    value === false ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** What a tree of fields begins with: what its file says, else nothing. */
export function treeOf({ field }: Asked, before: ItemField | undefined): Written | undefined {
  const written = writtenOf(before?.written)
  if (written !== undefined) return written
  if (field.type === 'list') return (writtenOf(before?.value) as Written | undefined) ?? []
  return shapeFor(field, undefined).type === 'group' ? undefined : writtenOf(before?.value)
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

/** What the schema says against it, in the words that the library would tell it by; undefined where nothing. */
export function objection(asked: Asked, text: string): Finding | undefined {
  const { name } = asked.field
  const value = writtenValue(asked, text)
  const read = asked.schema.safeParse(value === null ? undefined : value)
  if (read.success || !read.error) return undefined
  const issues = read.error.issues.map((issue) => ({ ...issue, path: [name, ...issue.path] }))
  return findings({ issues }, { [name]: value === null ? undefined : value })[0]
}
