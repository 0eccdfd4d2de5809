import type { z } from 'zod'
import { type Finding, findings } from '../../renderer/core/schema-findings.ts'
import { parseEach } from './parse-each.ts'

export type Parsed<Output> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Checks fields against a schema after making harmless differences of writing alike: `captured: 2025` is a text too. */
export function parseFields<Output>(
  schema: z.ZodType<Output>,
  fields: Readonly<Record<string, unknown>>,
): Parsed<Output> {
  const each = parseEach(schema, fields)
  if (each !== undefined) return { ok: true, value: each }
  const first = schema.safeParse(fields)
  if (first.success) return { ok: true, value: first.data }
  const repaired = repair(fields, first.error.issues)
  const second = repaired === undefined ? first : schema.safeParse(repaired)
  if (second.success) return { ok: true, value: second.data }
  return { ok: false, findings: findings(second.error, repaired ?? fields) }
}

/** A copy with scalars turned into the type that was asked for; undefined where nothing could be turned. */
function repair(
  fields: Readonly<Record<string, unknown>>,
  issues: readonly z.core.$ZodIssue[],
): Record<string, unknown> | undefined {
  const copy: Record<string, unknown> = structuredClone({ ...fields })
  const turned = issues.flatMap((issue) => flatten(issue, [])).filter((issue) => turn(copy, issue))
  return turned.length === 0 ? undefined : copy
}

interface TypeIssue {
  readonly path: readonly PropertyKey[]
  readonly expected: string
}

function flatten(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): TypeIssue[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_type') return [{ path, expected: issue.expected }]
  if (issue.code === 'invalid_union')
    return issue.errors.flatMap((branch) => branch.flatMap((inner) => flatten(inner, path)))
  return []
}

function turn(root: Record<string, unknown>, { path, expected }: TypeIssue): boolean {
  const last = path.at(-1)
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((value, key) => (isObject(value) ? Reflect.get(value, key) : undefined), root)
  if (last === undefined || !isObject(parent)) return false
  const turned = turnedValue(Reflect.get(parent, last), expected)
  return turned !== undefined && Reflect.set(parent, last, turned)
}

function turnedValue(value: unknown, expected: string): unknown {
  if (expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value)
  if (expected === 'number' && typeof value === 'string' && /^[-+]?\d+([.,]\d+)?$/.test(value.trim()))
    return Number(value.replace(',', '.'))
  if (expected === 'array' && typeof value === 'string') return [value]
  return undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
