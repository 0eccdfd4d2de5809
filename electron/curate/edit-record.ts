import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { YamlPath } from './yaml-values.ts'

/** What was done to one file, as data that can be done backwards: never the whole file, only what was touched in it. */
export type FileRecord =
  | {
      readonly kind: 'edit'
      readonly path: string
      /** SHA-256 of the file before and after. */
      readonly before: string
      readonly after: string
      /** Values that were changed, where the file holds fields. */
      readonly fields: readonly FieldRecord[]
      readonly splice: TextSplice
    }
  /** A file that was not there before; in the trash of the data folder while it is taken back. */
  | { readonly kind: 'made'; readonly path: string; readonly after: string }

export type EditRecord = Extract<FileRecord, { readonly kind: 'edit' }>

export interface FieldRecord {
  readonly at: YamlPath
  /** Absent: there was none. */
  readonly before?: unknown
  readonly after?: unknown
}

/** `removed` stood at this place, `inserted` stands there now; with what stands around them, to find it again. */
export interface TextSplice {
  readonly at: number
  readonly removed: string
  readonly inserted: string
  readonly lead: string
  readonly tail: string
}

const AROUND = 60

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** The one stretch in which two texts differ. */
export function spliceOf(before: string, after: string): TextSplice {
  const most = Math.min(before.length, after.length)
  let at = 0
  while (at < most && before[at] === after[at]) at += 1
  let end = 0
  while (end < most - at && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return {
    at,
    removed: before.slice(at, before.length - end),
    inserted: after.slice(at, after.length - end),
    lead: before.slice(Math.max(0, at - AROUND), at),
    tail: before.slice(before.length - end, before.length - end + AROUND),
  }
}

/** The text as it was before; undefined where what was inserted is not there any more, or in several places. */
export function spliceBack(text: string, splice: TextSplice): string | undefined {
  const { at, inserted, removed, lead, tail } = splice
  if (
    text.startsWith(inserted, at) &&
    text.slice(0, at).endsWith(lead) &&
    text.startsWith(tail, at + inserted.length)
  )
    return text.slice(0, at) + removed + text.slice(at + inserted.length)
  const known = `${lead}${inserted}${tail}`
  const found = text.indexOf(known)
  if (known.trim() === '' || found === -1 || text.indexOf(known, found + 1) !== -1) return undefined
  const start = found + lead.length
  return text.slice(0, start) + removed + text.slice(start + inserted.length)
}

/** The same record the other way round: what makes a change again is what takes its taking-back back. */
export function reversed(record: EditRecord): EditRecord {
  const { splice, fields } = record
  return {
    ...record,
    before: record.after,
    after: record.before,
    fields: fields.map(({ at, before, after }) => ({
      at,
      ...(after === undefined ? {} : { before: after }),
      ...(before === undefined ? {} : { after: before }),
    })),
    splice: { ...splice, removed: splice.inserted, inserted: splice.removed },
  }
}

/** Values that differ between two readings of one file, each at its own place. Lists count as a whole. */
export function changedFields(before: unknown, after: unknown, at: YamlPath = []): FieldRecord[] {
  if (isDeepStrictEqual(before, after)) return []
  const isGroup = (value: unknown): boolean => value === undefined || value === null || isMap(value)
  const hasFields = [before, after].some((value) => isMap(value) && Object.keys(value).length > 0)
  if (hasFields && isGroup(before) && isGroup(after)) {
    const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
    return names.flatMap((name) => changedFields(own(before, name), own(after, name), [...at, name]))
  }
  return [{ at, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
}

function own(map: unknown, name: string): unknown {
  return isMap(map) && Object.hasOwn(map, name) ? map[name] : undefined
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** After an undo and a redo the files are others, where somebody else has changed them too. */
export function renewed(
  before: readonly FileRecord[],
  written: readonly FileRecord[],
  state: 'done' | 'undone',
): readonly FileRecord[] {
  return before.map((record) => {
    const now = written.find(({ path }) => path === record.path)
    if (record.kind === 'made' || now?.kind !== 'edit') return record
    return state === 'done'
      ? { ...record, before: now.after, after: now.before }
      : { ...record, before: now.before, after: now.after }
  })
}
