import type { FormField } from '../../../core/admin/form.ts'

/** Values as a file has them, while somebody edits them: fields within fields, and lists of such. */

export type Written = string | number | boolean | null | readonly Written[] | WrittenGroup
export interface WrittenGroup {
  readonly [name: string]: Written
}

/** A value as a file has it: what JSON can hold. */
export function writtenOf(value: unknown): Written | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Written)
}

export function isGroup(value: Written | undefined): value is WrittenGroup {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isList(value: Written | undefined): value is readonly Written[] {
  return Array.isArray(value)
}

/** Whether two names are one: `moment of truth` is `moment_of_truth`. */
export function isSameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

function plainName(name: string): string {
  return name.toLowerCase().replace(/[\s_-]+/g, '')
}

/** The shape that a value has, or a new one would: of several that the schema allows, the one with the most of its names. */
export function shapeFor(field: FormField, value: Written | undefined): FormField {
  if (field.type !== 'either') return field
  const [first, ...others] = field.shapes
  if (!first) return field
  const best = others.reduce((a, b) => (agreement(b, value) > agreement(a, value) ? b : a), first)
  return { ...shapeFor(best, value), name: field.name, isOptional: field.isOptional }
}

function agreement(field: FormField, value: Written | undefined): number {
  if (isGroup(value) && field.type === 'group')
    return field.fields.filter(({ name }) => Object.hasOwn(value, name)).length + 1
  if (isList(value)) return field.type === 'list' ? 1 : 0
  if (typeof value === 'number') return field.type === 'number' ? 1 : 0
  if (typeof value === 'string') return field.type === 'choice' && field.words.includes(value) ? 2 : 0
  return 0
}

/** What somebody begins with. */
export function emptyOf(field: FormField): Written {
  const shape = shapeFor(field, undefined)
  if (shape.type === 'group') {
    const needed = shape.fields.filter(({ isOptional }) => !isOptional)
    const begun = needed.length > 0 ? needed : shape.fields.slice(0, 1)
    return Object.fromEntries(begun.map((each) => [each.name, emptyOf(each)]))
  }
  if (shape.type === 'list') return []
  return shape.type === 'yes-no' ? false : ''
}

/** Without what was begun and left empty; undefined where nothing is left. */
export function pruned(value: Written): Written | undefined {
  if (value === '' || value === null) return undefined
  if (isList(value)) {
    const kept = value.flatMap((each) => pruned(each) ?? [])
    return kept.length === 0 ? undefined : kept
  }
  if (!isGroup(value)) return value
  const kept = Object.entries(value).flatMap(([name, each]) => {
    const left = pruned(each)
    return left === undefined ? [] : [[name, left] as const]
  })
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}

/** What was typed, as the value that it stands for: a number where one is asked for, or where one stood before. */
export function typed(text: string, before: Written | undefined, field: FormField): Written {
  const isNumber = field.type === 'number' || typeof before === 'number'
  const number = Number(text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2'))
  return isNumber && text.trim() !== '' && !Number.isNaN(number) ? number : text
}

/** One entry up or down; the same list where it is at the end. */
export function moved(list: readonly Written[], at: number, by: 1 | -1): readonly Written[] {
  const [one, other] = [list[at], list[at + by]]
  if (one === undefined || other === undefined) return list
  return list.map((each, index) => (index === at ? other : index === at + by ? one : each))
}
