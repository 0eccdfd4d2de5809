import type { ChangeOf } from '../../renderer/core/admin/change.ts'
import type { Decision } from '../../renderer/core/curation.ts'
import { RULE_FIELDS, ruleId, tableRules } from '../../renderer/core/table-rule.ts'
import type { RoomNow } from './room-file.ts'
import { isPlainMap, valueAt, type YamlEdit } from './yaml-values.ts'

/** Decisions about items, one or a hundred thousand; of a table that is meant as a whole it is one line. */

/** Ids of all rows of these tables, by table. */
export type RowsOf = (tables: ReadonlySet<string>) => ReadonlyMap<string, readonly string[]>

type Said = readonly (readonly [string, unknown])[]

export function decideEdits(
  { items, decision, wholeTables }: ChangeOf<'decide'>,
  room: RoomNow,
  rowsOf: RowsOf,
): YamlEdit[] {
  const said: Said = Object.entries(decision).filter(([, value]) => value !== undefined)
  const rules = tableRules(room.curation)
  const meant = new Set(items)
  const touched = tablesIn(items, (table) => wholeTables || rules.has(table))
  const isForRule = said.every(([name]) => RULE_FIELDS.some((field) => field === name))
  if (touched.size === 0 || !isForRule) return items.flatMap((id) => decisionEdits(id, said, room.fields))
  const edits: YamlEdit[] = []
  const done = new Set<string>()
  for (const [table, rows] of rowsOf(touched)) {
    const isWhole = rows.length > 1 && rows.every((id) => meant.has(id))
    const rule = rules.get(table)
    if (isWhole && (wholeTables || says(rule, said))) {
      for (const id of rows) done.add(id)
      edits.push(...asRule(table, rows, said, room.fields))
    } else if (rule) {
      const within = rows.filter((id) => meant.has(id))
      for (const id of within) done.add(id)
      edits.push(...besideRule(table, rule, { rows, within }, said, room.fields))
    }
  }
  return [
    ...edits,
    ...items.filter((id) => !done.has(id)).flatMap((id) => decisionEdits(id, said, room.fields)),
  ]
}

function tablesIn(items: readonly string[], isAsked: (table: string) => boolean): Set<string> {
  const tables = new Set<string>()
  for (const id of items) {
    const table = tableOf(id)
    if (table !== undefined && isAsked(table)) tables.add(table)
  }
  return tables
}

/** By the first `#`: of a path that has one itself too much is taken for its table, and then it is never all of it. */
export function tableOf(id: string): string | undefined {
  const at = id.indexOf('#')
  return at > 0 ? id.slice(0, at) : undefined
}

function says(rule: Decision | undefined, said: Said): boolean {
  return said.some(([name]) => rule?.[name as keyof Decision] !== undefined)
}

/** Once for the table; what single rows said of the same goes, since it would come first. */
function asRule(table: string, rows: readonly string[], said: Said, fields: RoomNow['fields']): YamlEdit[] {
  const own = rows.flatMap((id) => {
    const now = valueAt(fields, ['items', id])
    const away = said
      .filter(([name]) => isPlainMap(now) && name in now)
      .map(([name]) => [name, null] as const)
    return away.length === 0 ? [] : decisionEdits(id, away, fields)
  })
  return [...decisionEdits(ruleId(table), said, fields), ...own]
}

/** Some rows of a table with a rule: what is taken away from them is said otherwise, or the others say it themselves. */
function besideRule(
  table: string,
  rule: Decision,
  { rows, within }: { readonly rows: readonly string[]; readonly within: readonly string[] },
  said: Said,
  fields: RoomNow['fields'],
): YamlEdit[] {
  const own = said.map(([name, value]) =>
    name === 'hidden' && value === null && rule.hidden
      ? (['hidden', false] as const)
      : ([name, value] as const),
  )
  const broken = own.filter(([name, value]) => value === null && says(rule, [[name, value]]))
  const mine = within.flatMap((id) => decisionEdits(id, own, fields))
  if (broken.length === 0) return mine
  const isMine = new Set(within)
  const others = rows
    .filter((id) => !isMine.has(id))
    .flatMap((id) => {
      const now = valueAt(fields, ['items', id])
      const kept = broken.flatMap(([name]) =>
        isPlainMap(now) && name in now
          ? []
          : [[name, valueAt(fields, ['items', ruleId(table), name])] as const],
      )
      return decisionEdits(id, kept, fields)
    })
  return [...decisionEdits(ruleId(table), broken, fields), ...mine, ...others]
}

/** Null takes a field away; a decision of which nothing is left goes with it. */
export function decisionEdits(id: string, said: Said, fields: RoomNow['fields']): YamlEdit[] {
  const now = valueAt(fields, ['items', id])
  const left = Object.keys(isPlainMap(now) ? now : {}).filter(
    (name) => !said.some(([key, value]) => key === name && value === null),
  )
  const kept = said.filter(([, value]) => value !== null)
  if (left.length === 0 && kept.length === 0) return [{ path: ['items', id], value: undefined }]
  return said.map(([name, value]) => ({ path: ['items', id, name], value: value ?? undefined }))
}
