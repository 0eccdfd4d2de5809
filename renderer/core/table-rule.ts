import type { Curation, Decision } from './curation.ts'

/**
 * A decision about every row of a table, those that come later too: `items: {'quotes/q3#*': {hidden: true}}`. What is
 * decided of a row itself comes first. Pins, clearances and erasures are of single items: a rule has never seen whom it
 * speaks for.
 */

const END = '#*'

/** What a rule can say. */
export const RULE_FIELDS = [
  'hidden',
  'weight',
  'from',
  'until',
  'dayparts',
] as const satisfies readonly (keyof Decision)[]

type Rule = Readonly<Pick<Decision, (typeof RULE_FIELDS)[number]>>

export function ruleId(table: string): string {
  return `${table}${END}`
}

/** The table that a rule is about; undefined for the id of an item. */
export function ruledTable(id: string): string | undefined {
  return id.endsWith(END) && id.length > END.length ? id.slice(0, -END.length) : undefined
}

/** Tables that an item of this id may be a row of, the nearest first: a `#` may stand in the id of a row and in a path. */
export function tablesOf(itemId: string): string[] {
  const tables: string[] = []
  for (let at = itemId.lastIndexOf('#'); at > 0; at = itemId.lastIndexOf('#', at - 1))
    tables.push(itemId.slice(0, at))
  return tables
}

/** A large room has many decisions, and each item is asked about. */
const made = new WeakMap<Curation['items'], ReadonlyMap<string, Rule>>()

/** By table. */
export function tableRules({ items }: Pick<Curation, 'items'>): ReadonlyMap<string, Rule> {
  const before = made.get(items)
  if (before) return before
  const rules = new Map<string, Rule>()
  for (const [id, decision] of Object.entries(items)) {
    const table = ruledTable(id)
    if (table !== undefined) rules.set(table, ruleOf(decision))
  }
  made.set(items, rules)
  return rules
}

function ruleOf(decision: Decision): Rule {
  const said = RULE_FIELDS.flatMap((field) =>
    decision[field] === undefined ? [] : [[field, decision[field]] as const],
  )
  return Object.fromEntries(said)
}
